"""Attributions within a sentence: rules over its dependencies that join source, cue and content."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from . import beings, cues
from .clauses import (
    Stretch,
    agent_of,
    child,
    is_passive,
    is_put_so,
    lemma_of,
    stretch_of,
    subject_of,
    verb_group,
    without,
)
from .complements import clause_content, infinitive_content, naming_content, object_content, prepositional_content
from .parentheticals import parenthetical_content
from .phrases import phrase_attributions
from .rules import Attribution
from .speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMPLEMENTS: "dict[str, Callable[[Token, str], Stretch | None]]" = {
    "clause": clause_content,
    "infinitive": infinitive_content,
    "naming": naming_content,
    "preposition": prepositional_content,
    "object": object_content,
}
_NEAR = 60
_FINITE = ("VBZ", "VBP", "VBD", "MD")


def find_attributions(doc: "Doc", quoted: Sequence[bool] | None = None) -> list[Attribution]:
    """Give the attributions of one sentence, in order of their cues.

    ``quoted`` says of each token whether it stands in quotation marks; what is quoted attributes nothing.
    """
    quoted = quoted if quoted is not None else [False] * len(doc)
    found: list[Attribution] = []
    for token in doc:
        if quoted[token.i]:
            continue
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            attribution = _of_verb(token, quoted)
            found += [attribution] if attribution else []
        found += phrase_attributions(token)
    return found


def bare_attribution(doc: "Doc", quoted: Sequence[bool]) -> Attribution | None:
    """Give source and cue of a sentence that is a verb of saying with its subject and says nothing itself."""
    verb = next((t for t in doc if t.dep_ == "ROOT"), None)
    if verb is None or quoted[verb.i] or lemma_of(verb) not in cues.SAYING or child(verb, "ccomp", "xcomp", "auxpass"):
        return None
    subject = subject_of(verb)
    if subject is None or subject.head != verb:
        return None
    return Attribution("bare", "speech", verb_group(verb), (), stretch_of(subject), subject.i)


def _of_verb(verb: "Token", quoted: Sequence[bool]) -> Attribution | None:
    lemma = lemma_of(verb)
    sense = cues.sense_of(lemma) or ("speech" if lemma in cues.PREPOSITIONS or is_put_so(verb) else None)
    if sense is None:
        return None
    if is_passive(verb):
        return None if lemma in cues.SIDING else _of_passive(verb, lemma, sense)
    subject = _speaker_of(verb)
    if subject is not None and quoted[subject.i]:
        subject = None
    source, head = (stretch_of(subject), subject.i) if subject is not None else (None, None)
    rule, content = _content(verb, lemma, subject, quoted)
    if not content and lemma in cues.SAYING:
        rule, content, named = _beside_quotation(verb, source, quoted)
        source, head = (named, named[1] - 1) if named and source is None else (source, head)
    if not content or (subject is None and source is None and verb.dep_ == "ROOT" and verb.tag_ == "VB"):
        return None
    if rule == "object" and not _may_judge(verb, subject):
        return None
    if lemma in cues.DIRECTING and subject is not None and subject.lemma_.lower() in cues.AFFAIRS:
        return None  # a position that encourages, a crisis that threatens: nobody speaks
    if subject is not None and _must_speak(verb, lemma, content, quoted) and not can_speak(subject):
        return None
    if lemma in cues.SIDING and rule in ("object", "preposition") and not _holds_clause(verb):
        return None
    imputed = lemma in cues.SHOWING and lemma not in cues.STATING and subject is not None and not _speaks(subject)
    return Attribution(rule, sense, verb_group(verb), content, source, head, imputed)


def _speaker_of(verb: "Token") -> "Token | None":
    """The subject, where a noun that cannot speak holds a participle: whose it is, or after a comma the sentence's.

    His habit of blaming the press: he blames. He left a haven, saying that he was well: he says so.
    """
    subject = subject_of(verb)
    noun = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else verb.head
    owner = child(noun, "poss") if noun.pos_ == "NOUN" and verb.dep_ in ("pcomp", "acl") else None
    if verb.tag_ == "VBG" and owner is not None and not can_speak(noun):
        return owner
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or can_speak(verb.head) or verb.nbor(-1).text != ",":
        return subject
    clause = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return subject_of(clause) if clause is not None else subject


def _may_judge(verb: "Token", subject: "Token | None") -> bool:
    """Whether a verb with a noun phrase attributes it: no infinitive of purpose, no event as subject."""
    if verb.tag_ == "VB" and verb.dep_ not in ("ROOT", "conj"):
        return False
    return subject is None or subject.lower_ not in ("it", "this", "that", "there")


def _holds_clause(verb: "Token") -> bool:
    """Whether a clause stands after the verb's preposition: "agree on who won"."""
    return any(child(c, "pcomp") is not None for c in verb.children if c.dep_ == "prep" and c.i > verb.i)


def _must_speak(verb: "Token", lemma: str, content: tuple[Stretch, ...], quoted: Sequence[bool]) -> bool:
    """Whether the subject has to be a speaker: of a verb that may be a deed, and of a participle without quotation."""
    participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp")
    return lemma in cues.SIDING or (participle and not any(any(quoted[a:b]) for a, b in content))


def _speaks(subject: "Token") -> bool:
    """Whether a noun is somebody or a text that can say something, not a fact that shows something."""
    lemma = subject.lemma_.lower()
    if subject.pos_ == "PRON":
        return subject.lower_ in ("he", "she", "they", "we", "i", "you", "who")
    return subject.pos_ == "PROPN" or lemma in beings.COLLECTIVES | beings.OFFICES | beings.REPORTS | beings.BODIES


def _content(
    verb: "Token", lemma: str, subject: "Token | None", quoted: Sequence[bool]
) -> tuple[str, tuple[Stretch, ...]]:
    """What a verb says, by the first rule that holds."""
    own = _own(verb, subject)
    states = lemma in cues.SAYING | cues.SHOWING | cues.THINKING or is_put_so(verb)
    if states and subject is not None and subject.head == verb and subject.tag_ not in ("WDT", "WP"):
        content = parenthetical_content(verb, own, quoted)
        if content:
            return "parenthetical", content
    for rule, complement in _COMPLEMENTS.items():
        stretch = complement(verb, lemma)
        if stretch is not None:
            return rule, without(stretch, own)
    return "", ()


def _beside_quotation(
    verb: "Token", source: Stretch | None, quoted: Sequence[bool]
) -> tuple[str, tuple[Stretch, ...], Stretch | None]:
    """The quotation next to a verb, and where the parser found no subject the words between as the source."""
    first = min(verb.i, source[0]) if source else verb.i
    before = next((i for i in range(first - 1, max(-1, first - _NEAR), -1) if quoted[i]), None)
    after = next((i for i in range(verb.i + 1, min(len(quoted), verb.i + _NEAR)) if quoted[i]), None)
    if before is not None and not any(t.tag_ in _FINITE for t in verb.doc[before + 1 : first]):
        words = [t.i for t in verb.doc[before + 1 : first] if t.text[:1].isalnum()]
        return "quotation", ((before, before + 1),), (words[0], words[-1] + 1) if words else None
    if after is not None and not any(t.tag_ in _FINITE for t in verb.doc[verb.i + 1 : after]):
        return "quotation", ((after, after + 1),), None
    return "", (), None


def _of_passive(verb: "Token", lemma: str, sense: cues.Sense) -> Attribution | None:
    """Whatever is said, believed or criticized by somebody or by nobody named."""
    agent, thing = agent_of(verb), child(verb, "nsubjpass")
    clause = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.i > verb.i), None)
    named = agent is not None and lemma in cues.JUDGING | cues.TELLING_OF | cues.MINDING | cues.MAKING_KNOWN
    imputed = agent is None and clause is not None and lemma in cues.IMPUTED
    if thing is None or not (named or imputed or (agent is not None and clause is not None)):
        return None
    content = [stretch_of(thing)] if thing.lower_ != "it" else []
    if clause is not None:
        content.append(stretch_of(clause))
    source = stretch_of(agent) if agent is not None else None
    head = agent.i if agent is not None else None
    return Attribution("passive", sense, verb_group(verb), tuple(content), source, head, agent is None)


def _own(verb: "Token", subject: "Token | None") -> Stretch:
    """From the first to the last word of a verb and its own subject."""
    first, last = verb_group(verb)
    if subject is None or subject.head != verb:
        return first, last
    start, end = stretch_of(subject)
    return min(first, start), max(last, end)
