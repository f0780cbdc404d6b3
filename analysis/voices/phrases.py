"""Attributions by other words than verbs: "according to", nouns of saying, adjectives of mind."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import beings, cues
from .clauses import Stretch, child, lemma_of, stretch_of, subject_of, without
from .rules import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token

_VIEWS = frozenset("view opinion eyes words judgment judgement estimation telling account assessment".split())


def phrase_attributions(token: "Token") -> Iterator[Attribution]:
    """Give the attributions of which a word other than a verb is the cue."""
    if token.lower_ == "according":
        yield from _according_to(token)
    elif token.lower_ in _VIEWS and token.dep_ == "pobj":
        yield from _in_view_of(token)
    elif token.pos_ == "NOUN":
        yield from _noun(token)
    elif token.pos_ == "ADJ" or token.tag_ == "VBN":
        yield from _adjective(token)


def _according_to(token: "Token") -> Iterator[Attribution]:
    """According to the ministry, taxes rise. A law or a plan is no speaker, and "according to whom" is no speech."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    noun = child(to, "pobj") if to is not None else None
    if noun is None or noun.lemma_.lower() in beings.MEASURES:
        return
    cue = (token.i, to.i + 1)
    if noun.tag_ == "WP":
        yield from _according_to_whom(noun, cue)
        return
    start, end = stretch_of(noun)
    if _swallows_the_clause(noun, token.i):
        end = next((t.i for t in noun.doc[noun.i + 1 : end] if t.text == ","), end)
    content = without((0, len(token.doc)), (token.i, end))
    yield Attribution("according to", "speech", cue, content, (start, end), noun.i)


def _according_to_whom(noun: "Token", cue: Stretch) -> Iterator[Attribution]:
    """A view that a relative clause ascribes to the noun before it, without any event of speech."""
    doc = noun.doc
    clause = next((t for t in noun.ancestors if t.dep_ == "relcl"), None)
    comma = next((t.i for t in doc[noun.i :] if t.text == ","), len(doc))
    end = clause.right_edge.i + 1 if clause is not None and clause.left_edge.i >= cue[0] else comma
    holder = next((t for t in reversed(list(doc[: cue[0]])) if t.pos_ in ("NOUN", "PROPN")), noun)
    yield Attribution("according to whom", "thought", cue, ((noun.i + 1, end),), stretch_of(noun), holder.i, True)


def _swallows_the_clause(noun: "Token", first: int) -> bool:
    """Whether the parser took the sentence after "According to X," for more of X."""
    outside = noun.doc[noun.right_edge.i + 1 :]
    return first <= 1 and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in outside)


def _in_view_of(noun: "Token") -> Iterator[Attribution]:
    """In the words of the minister, in their view."""
    preposition = noun.head
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    holder = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    if holder is None or preposition.lower_ not in ("in", "by"):
        return
    yield _framing("in view of", (preposition.i, noun.i + 1), stretch_of(preposition), holder)


def _framing(rule: str, cue: Stretch, own: Stretch, noun: "Token") -> Attribution:
    """A phrase that attributes the sentence around it."""
    content = without((0, len(noun.doc)), own)
    return Attribution(rule, "speech", cue, content, stretch_of(noun), noun.i)


def _noun(noun: "Token") -> Iterator[Attribution]:
    sense = _sense_of_noun(noun.lemma_.lower())
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    if clause is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        clause = child(noun.head, "ccomp", "xcomp")
    if sense is None or clause is None or not _is_marked(clause):
        return
    holder = child(noun, "poss")
    if holder is None and noun.dep_ in ("dobj", "attr") and lemma_of(noun.head) in cues.HOLDING:
        holder = subject_of(noun.head)
    if holder is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "by"), None)
        holder = child(by, "pobj") if by is not None else None
    source = stretch_of(holder) if holder is not None else None
    head = holder.i if holder is not None else None
    yield Attribution("noun", sense, (noun.i, noun.i + 1), (stretch_of(clause),), source, head, holder is None)


def _adjective(word: "Token") -> Iterator[Attribution]:
    """Is confident that, is willing to."""
    lemma = word.lower_
    if (lemma not in cues.MINDS and lemma not in cues.WILLS) or word.dep_ not in ("acomp", "ROOT", "conj", "ccomp"):
        return
    clause = next((c for c in word.children if c.dep_ in ("ccomp", "xcomp") and c.i > word.i), None)
    if clause is None:
        return
    subject = subject_of(word if child(word, "nsubj", "nsubjpass") is not None else word.head)
    sense: cues.Sense = "thought" if lemma in cues.MINDS else "intention"
    source = stretch_of(subject) if subject is not None else None
    head = subject.i if subject is not None else None
    yield Attribution("adjective", sense, (word.i, word.i + 1), (stretch_of(clause),), source, head)


def _sense_of_noun(lemma: str) -> cues.Sense | None:
    if lemma in cues.NOUNS_OF_SAYING:
        return "speech"
    if lemma in cues.NOUNS_OF_THINKING:
        return "thought"
    return "intention" if lemma in cues.NOUNS_OF_INTENDING else None


def _is_marked(clause: "Token") -> bool:
    return any(c.lower_ in ("that", "to", "whether") and c.dep_ in ("mark", "aux") for c in clause.children)
