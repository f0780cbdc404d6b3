"""Regards: what a thing is in an actor's eyes - a threat, a chance, a gateway, unacceptable, what it is all about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues, stake_cues
from .agents import subject
from .ascription import Ascription, Kind, Rule, ascribe
from .clauses import SUBJECTS, clause_of, is_infinitive, lemma_of, objects_of
from .evidence import last_of, start_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE = frozenset("in by from within".split())
_PREDICATE = frozenset("ccomp oprd xcomp acomp amod pcomp pobj attr".split())
_VIEWS = frozenset("eye view perspective viewpoint standpoint mind opinion vantage estimation point".split())
_SHUNNED = stake_cues.HARM_ADJECTIVES - frozenset("good bad mild".split())
_MORE = frozenset("less more not only all mostly".split())
_OPPORTUNE = frozenset("ripe right opportune propitious auspicious good".split())
_AT_STAKE = frozenset("stake stakes".split())


def sees_folly(token: "Token") -> Iterator[Ascription]:
    """see, recognize or know the folly, danger or value of something; see an opportunity in it or to do something."""
    for child in token.children:
        if child.dep_ != "dobj":
            continue
        if lemma_of(child) in stake_cues.FOLLIES | stake_cues.VALUES:
            kind: Kind = "benefit" if lemma_of(child) in stake_cues.VALUES else "fear"
            yield from ascribe("sees the folly", kind, token, subject(token))
        elif lemma_of(child) in _CHANCES and (list(objects_of(child, _IN_OR_FOR)) or _has_infinitive(child)):
            yield from ascribe("sees the folly", "benefit", token, subject(token))


def sees_as(token: "Token") -> Iterator[Ascription]:
    """see, view or regard something as a threat, a way or a buffer; consider it vital, find it unacceptable."""
    if token.pos_ != "VERB" or is_infinitive(token):
        return
    seer, places = _seer(token), [token, *(child for child in token.children if child.dep_ in ("dobj", "ccomp"))]
    for noun in (*_seen_as(token, places), *_taken_for(token)):
        kind = _worth(noun)
        if kind is not None:
            yield from ascribe("sees as", kind, noun, seer, first=start_of(token, seer), last=last_of(token))
            return
    called = [below for child in token.children if child.lower_ == "as" for below in child.children]
    for child in (*token.children, *called):
        lemma = lemma_of(child)
        if child.dep_ in _PREDICATE and child.pos_ in ("ADJ", "VERB", "ADV"):
            if lemma in _OPPORTUNE:
                if _has_infinitive(child):
                    yield from ascribe("sees as", "goal", child, seer, first=start_of(token, seer))
            elif lemma in stake_cues.PRIORITY_ADJECTIVES:
                yield from ascribe("sees as", "priority", token, seer)
            elif lemma in _SHUNNED:
                yield from ascribe("sees as", "fear", token, seer)
            elif lemma in stake_cues.GAIN_ADJECTIVES:
                yield from ascribe("sees as", "benefit", token, seer)


def view_as(token: "Token") -> Iterator[Ascription]:
    """A view or perception of something as a threat or a prize: "their shared view of the strait as a lifeline"."""
    if token.pos_ != "NOUN":
        return
    places = (token, token.head) if token.dep_ == "dobj" else (token,)
    for noun in (thing for place in places for thing in objects_of(place, frozenset(["as"])) if thing.i > token.i):
        kind = _worth(noun)
        if kind is not None:
            own = next((child for child in token.lefts if child.dep_ == "poss"), None)
            last = max(last_of(noun), last_of(token), key=_place)
            yield from ascribe("sees as", kind, token, own or subject(clause_of(token)), last=last)
            return


def in_its_eyes(token: "Token") -> Iterator[Ascription]:
    """In Moscow's eyes, from its point of view, seen from Moscow: the viewer before what a thing is worth to it."""
    clause, viewer = _viewed_from(token)
    if clause is None or viewer is None:
        return
    for predicate in _predicates(clause):
        kind = _worth(predicate) if predicate.pos_ in ("NOUN", "PROPN") else _weight(predicate)
        if kind is not None:
            yield from ascribe("in its eyes", kind, token, viewer, first=_clause_start(clause), last=last_of(clause))
            return


def is_about(token: "Token") -> Iterator[Ascription]:
    """For Moscow, this is about prestige; the stakes are high for it; its policy is not about gas but status."""
    clause = token.head if token.head.lower_ not in _MORE else token.head.head
    if lemma_of(clause) != "be" or token.dep_ != "prep":
        return
    if token.lower_ == "about":
        act = next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
        if act is not None and lemma_of(act) in cues.HOLDABLE - cues.TOLD_ACTS:
            yield from ascribe("is about", "goal", token, act, first=clause.left_edge, last=last_of(clause))
        return
    affected = next((child for child in token.children if child.dep_ == "pobj"), None)
    about = any(child.lower_ == "about" and child.dep_ == "prep" for child in clause.rights)
    stakes = any(child.lower_ in _AT_STAKE for child in clause.children)
    stakes |= any(lemma_of(thing) == "stake" for thing in objects_of(clause, frozenset(["at"])))
    if about or stakes:
        kind: Kind = "reason" if about else "priority"
        yield from ascribe("is about", kind, token, affected, first=clause.left_edge, last=last_of(clause))


def calculates(token: "Token") -> Iterator[Ascription]:
    """calculate, reckon or gamble that something will come: "Beijing calculates that the islanders will sell"."""
    if token.pos_ == "VERB" and any(child.dep_ == "ccomp" and child.i > token.i for child in token.children):
        yield from ascribe("calculates", "goal", token, subject(token))


def _seen_as(verb: "Token", places: "list[Token]") -> "Iterator[Token]":
    """The nouns that a thing is taken for: "as a threat", "a danger" in "considers the pact a danger"."""
    yield from (noun for place in places for noun in objects_of(place, frozenset(["as"])))
    yield from (child for child in verb.rights if child.dep_ in ("ccomp", "oprd") and child.pos_ == "NOUN")


def _taken_for(verb: "Token") -> "Iterator[Token]":
    """What a thing is taken for behind a long object, which the parse may hang on any word of it."""
    after = (token for token in verb.subtree if token.lower_ == "as" and token.i > verb.i + 2)
    for preposition in after:
        if preposition.dep_ in ("prep", "conj") and preposition.nbor(-1).text in ("—", "–", "-", ",", ")"):
            yield from (below for below in preposition.children if below.dep_ == "pobj")


def _seer(verb: "Token") -> "Token | None":
    """Who regards: the subject, in the passive the agent or the place ("is seen in Moscow as")."""
    if not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return subject(verb)
    return next((seer for seer in objects_of(verb, _WHERE) if seer.pos_ == "PROPN"), None)


def _viewed_from(token: "Token") -> "tuple[Token | None, Token | None]":
    """The clause that a view is on, and the viewer: "in its eyes", "from its standpoint", "seen from Moscow"."""
    if token.pos_ == "VERB":
        from_there = next(objects_of(token, frozenset(["from", "in"])), None)
        apart = token.dep_ == "advcl" and token.tag_ == "VBN" and token.i < token.head.i
        return (token.head, from_there) if apart and from_there is not None else (None, None)
    above = token.head
    if token.dep_ != "pobj" or above.lower_ not in ("in", "from") or above.head.pos_ not in ("VERB", "AUX"):
        return None, None
    whose = next((child for child in token.children if child.dep_ == "poss"), None)
    return above.head, whose or next(objects_of(token, frozenset(["of"])), None)


def _predicates(clause: "Token") -> "Iterator[Token]":
    for child in clause.children:
        if child.dep_ in ("attr", "acomp", "dobj", "oprd", "ccomp"):
            yield child


def _worth(noun: "Token") -> "Kind | None":
    lemma = lemma_of(noun)
    if lemma in stake_cues.HARM_NOUNS | stake_cues.FOLLIES | stake_cues.SEEN_AS_FOE:
        return "fear"
    if lemma in stake_cues.GAIN_NOUNS | stake_cues.INSTRUMENT_NOUNS | cues.MEANS_NOUNS | stake_cues.SEEN_AS_OWN:
        return "benefit"
    if lemma in stake_cues.PRIORITY_NOUNS:
        return "priority"
    if lemma in cues.INTEREST_NOUNS | cues.GOAL_NOUNS:
        return "interest"
    useful = any(lemma_of(child) in stake_cues.GAIN_ADJECTIVES for child in noun.lefts if child.dep_ == "amod")
    return "benefit" if useful else None


def _weight(word: "Token") -> "Kind | None":
    lemma = lemma_of(word)
    if lemma in stake_cues.PRIORITY_ADJECTIVES:
        return "priority"
    if lemma in _SHUNNED:
        return "fear"
    return "benefit" if lemma in stake_cues.GAIN_ADJECTIVES else None


def _clause_start(clause: "Token") -> "Token":
    return next((child.left_edge for child in clause.lefts if child.dep_ in SUBJECTS), clause_of(clause))


def _place(token: "Token") -> int:
    return token.i


def _has_infinitive(noun: "Token") -> bool:
    return any(is_infinitive(child) for child in noun.children)


_CHANCES = frozenset("opportunity chance opening advantage benefit upside potential use danger risk threat".split())
_IN_OR_FOR = frozenset("in for of to from".split())
RULES = (
    Rule(sees_folly, stake_cues.SEE_VERBS | {"find"}),
    Rule(sees_as, stake_cues.REGARD_VERBS),
    Rule(view_as, frozenset("view perception vision conception understanding depiction image sense".split())),
    Rule(in_its_eyes, _VIEWS | stake_cues.REGARD_VERBS),
    Rule(is_about, frozenset(["for", "to", "about"])),
    Rule(calculates, stake_cues.CALCULATE_VERBS),
)
