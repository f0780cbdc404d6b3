"""Clauses: what a verb has around it, by the parse.

Labels are those of spaCy's English models (nsubj, xcomp, advcl, acl, relcl ...).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def lemma_of(token: "Token") -> str:
    """Give a token's lemma in small letters, with the slips of the tagger that matter here put right."""
    return cues.MENDED.get(token.lower_) or token.lemma_.lower()


def is_infinitive(verb: "Token") -> bool:
    """Say whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def is_finite(verb: "Token") -> bool:
    """Say whether a verb has a tense or a modal."""
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("MD", "VBZ", "VBP", "VBD") for child in verb.lefts
    )


def is_prospective(verb: "Token") -> bool:
    """Say whether a verb tells what would, could or will be: a modal, or "threatens to", "has much to"."""
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.lefts):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.pos_ == "VERB" and own_subject(verb) is None:
        return is_prospective(verb.head)
    return is_infinitive(verb) and lemma_of(verb.head) in cues.FORESEEING


def objects_of(token: "Token", prepositions: frozenset[str]) -> "Iterator[Token]":
    """Give the nouns and gerunds that hang on a token by one of the prepositions."""
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in prepositions:
            yield from (below for below in child.children if below.dep_ in ("pobj", "pcomp"))


def object_of(verb: "Token") -> "Token | None":
    """Give the direct object of a verb, or its subject in the passive."""
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)


def own_subject(verb: "Token") -> "Token | None":
    """Give the noun that stands as a verb's own subject; of a participle set between them, that participle's."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None and own.pos_ == "VERB":
        return next((child for child in own.lefts if child.dep_ in SUBJECTS and child.pos_ != "VERB"), None)
    return own


def first_aux(verb: "Token") -> "Token":
    """Give the first auxiliary or negator of a verb, or the verb itself."""
    return next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")), verb)


def clause_of(token: "Token") -> "Token":
    """Give the verb of the clause in which a token stands."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def opens_to(noun: "Token") -> "Token | None":
    """Give the subject of a noun's or an adjective's infinitive with "for": "an opportunity for Putin to show"."""
    places = (noun, noun.head) if noun.dep_ in ("attr", "acomp", "dobj") else (noun,)
    for place in places:
        for clause in (child for child in place.children if child.dep_ in ("relcl", "acl", "xcomp", "advcl", "ccomp")):
            if any(child.lower_ == "for" and child.dep_ == "mark" for child in clause.lefts):
                return next((child for child in clause.lefts if child.dep_ == "nsubj"), None)
    return None


def cleft_object(verb: "Token") -> "Token | None":
    """Whom "what worries Beijing is" worries, which the parse takes for the subject of "is"."""
    if verb.dep_ != "csubj" or verb.left_edge.lower_ != "what":
        return None
    return next((child for child in verb.head.lefts if child.dep_ == "nsubj" and child.i > verb.i), None)
