"""Scope: is an ascribed motive negated, hedged or called minor, by what stands over its cue in the parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import cues
from .ascription import Ascription
from .clauses import is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_UP = frozenset(
    "acomp attr dobj pobj prep xcomp advcl acl oprd pcomp advmod nsubj nsubjpass amod agent mark npadvmod".split()
)
_RAISING = frozenset("think believe seem appear expect want suppose look".split())
_OWN = frozenset("aux auxpass neg advmod det amod acomp".split())
_COMPARED = frozenset("less least".split())


def is_negated(ascription: Ascription) -> bool:
    """Say whether a negator scopes over the desire, interest or benefit (not over what is desired)."""
    cue = ascription.cue
    if cue.lemma_.lower() in cues.NEGATIVE_ADJECTIVES:
        return not _has_negator(cue)
    if _has_negator(cue):
        return True
    for above in _predicates_over(cue):
        if _has_negator(above, only_verbs=True):
            return True
    return False


def is_hedged(ascription: Ascription) -> bool:
    """Say whether the ascription is put as possible, apparent, reported or believed; a mere speaker is no hedge."""
    cue = ascription.cue
    chain = [cue, *_chain(cue)]
    for token in chain:
        for child in token.children:
            if child.lemma_.lower() in cues.HEDGES and child.dep_ in ("aux", "advmod", "amod", "acomp", "prep"):
                return True
        if token is not cue and token.lemma_ in cues.HEDGE_VERBS and _is_impersonal(token):
            return True
        if token.dep_ in ("acl", "ccomp", "relcl") and token.head.lemma_.lower() in cues.HEDGE_NOUNS:
            return True
        if (
            token.dep_ in ("ccomp", "acl", "relcl")
            and token.head.lemma_ in cues.HEDGE_VERBS
            and _is_impersonal(token.head)
        ):
            return True
    return any(
        token.lemma_.lower() in cues.HEDGES and token.dep_ in ("aux", "advmod") for token in ascription.evidence[:6]
    )


def is_minimised(ascription: Ascription) -> bool:
    """Say whether the text calls the motive weak or secondary: "much milder", "less urgent"."""
    for token in ascription.evidence:
        if (
            token.lower_ in cues.MINIMISERS - cues.NEGATORS - _COMPARED
            and token.dep_ in ("acomp", "amod", "attr")
            and token.head in (ascription.cue, ascription.cue.head)
        ):
            return True
        if (
            token.lower_ in _COMPARED
            and token.head.lemma_.lower() in cues.PRIORITY_ADJECTIVES | cues.HARM_ADJECTIVES | cues.GAIN_ADJECTIVES
        ):
            return True
    return False


def _has_negator(token: "Token", *, only_verbs: bool = False) -> bool:
    for child in token.children:
        if child.dep_ == "neg" and (token.pos_ in ("VERB", "AUX", "NOUN", "ADJ")):
            return True
        if only_verbs:
            if child.dep_ in ("advmod", "nsubj") and child.lower_ in (
                "never",
                "hardly",
                "scarcely",
                "barely",
                "neither",
                "nobody",
                "nothing",
            ):
                return True
        elif child.dep_ in _OWN and child.lower_ in cues.NEGATORS and child.lower_ not in ("unlikely",):
            return True
    return False


def _predicates_over(cue: "Token") -> "Iterator[Token]":
    """The predicate that a cue belongs to: its light verb or copula, and verbs that raise a negation over it."""
    token = cue
    for _ in range(4):
        above = token.head
        if above == token:
            return
        if token.dep_ in ("dobj", "attr", "acomp", "oprd", "pobj", "prep") and above.pos_ in ("VERB", "AUX", "ADP"):
            token = above
            if above.pos_ != "ADP":
                yield above
            continue
        if token.dep_ == "xcomp" or (
            token.dep_ == "ccomp" and token.i > above.i and (above.lemma_ in _RAISING or above.lemma_ == "be")
        ):
            token = above
            yield above
            continue
        return


def _chain(cue: "Token") -> "list[Token]":
    """The tokens over a cue up to the verb of its clause, and over a purpose to the act that it hangs on."""
    found: list[Token] = []
    token = cue
    while token.dep_ in _UP and token.head != token and len(found) < 6:
        if token.dep_ == "advcl" and not (is_infinitive(token) or token.tag_ in ("VBG", "VBN")):
            break
        token = token.head
        found.append(token)
    return found or [cue]


def _is_impersonal(verb: "Token") -> bool:
    """Say whether a verb of belief has nobody for its subject: "is believed", "it seems"; seem and appear always."""
    if verb.lemma_ in ("seem", "appear"):
        return True
    children = list(verb.children)
    if any(child.dep_ == "agent" for child in children):
        return False
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in children) or any(
        child.dep_ in ("nsubj", "expl") and child.lower_ == "it" for child in children if verb.lemma_ != "say"
    )
