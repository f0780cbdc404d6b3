"""Possessors: whose a noun of desire, act or fear is, and for whom something is good, bad or important."""

from typing import TYPE_CHECKING

from . import cues, stake_cues
from .clauses import lemma_of, objects_of, opens_to

if TYPE_CHECKING:
    from spacy.tokens import Token

_ON = frozenset(["on"])
_HELD_BY = frozenset("of by for from among".split())
_INWARD = frozenset("in within inside".split())
_MINDS = frozenset("hope fear view thinking calculation belief concern worry expectation feeling mood".split())
PART_OF = frozenset("part number series set package variety range result product reflection sign example kind".split())


def nearest_holder(noun: "Token") -> "Token | None":
    """Give the holder that stands on the noun itself: "its", "Russia's", "of Russia", "Russian"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.i < noun.i and any(below.dep_ == "case" for below in child.rights)):
            return child
    held_by = _HELD_BY - {"for"} if lemma_of(noun) in cues.FOR_CONTENT else _HELD_BY
    for child in () if lemma_of(noun) in PART_OF else objects_of(noun, held_by):
        if _is_content(child, noun):
            continue
        if child.dep_ == "pobj" and child.pos_ in ("PROPN", "PRON", "NOUN") and 0 < child.i - noun.i <= 5:
            return child
    for side in objects_of(noun, _ON):
        if lemma_of(side) in ("side", "part"):
            return next((child for child in side.children if child.dep_ == "poss"), side)
    there = noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.lefts)
    if (there and lemma_of(noun) in cues.GOAL_NOUNS | stake_cues.FEAR_NOUNS) or (
        lemma_of(noun) in _MINDS and noun.dep_ == "nsubj"
    ):
        for place in objects_of(noun, _INWARD):
            return place if place.pos_ == "PROPN" else None
    if lemma_of(noun) in stake_cues.FEAR_NOUNS:
        for place in objects_of(noun, _INWARD):
            if place.pos_ == "PROPN":
                return place
    for child in reversed(list(noun.lefts)):
        for named in (child, *child.conjuncts):
            if child.dep_ in ("amod", "compound", "nmod") and named.text[:1].isupper():
                return named
    return None


def _is_content(thing: "Token", noun: "Token") -> bool:
    """Say whether an of-phrase tells what is feared or hoped, not by whom: "fear of encirclement", "hope of a gain"."""
    if thing.pos_ != "NOUN" or lemma_of(noun) not in cues.GOAL_NOUNS | stake_cues.FEAR_NOUNS:
        return False
    return thing.head.lower_ == "of" and lemma_of(thing) not in cues.AGENT_NOUNS | cues.HOLDABLE


def affected_by(token: "Token") -> "Token | None":
    """Give whom a predicate is good, bad or important for: the noun of its own "for" or "to", or of its copula's."""
    copula = [token.head] if token.dep_ in ("acomp", "attr") else []
    found = (below for place in (token, *copula) for below in objects_of(place, stake_cues.AFFECTED))
    own = next((below for below in found if below.dep_ == "pobj" and below.i > token.i), None)
    return own if own is not None else opens_to(token)
