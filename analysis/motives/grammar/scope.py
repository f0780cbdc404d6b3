"""Scope: is an ascribed motive negated, hedged or called minor, by what stands over its cue in the parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import scope_cues, stake_cues
from .ascription import Ascription
from .clauses import is_infinitive, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_UP = frozenset(
    "acomp attr dobj pobj prep xcomp advcl acl oprd pcomp advmod nsubj nsubjpass amod agent npadvmod".split()
)
_BELIEF = frozenset("think believe seem appear expect want suppose look deny be".split())
_OWN = frozenset("neg advmod det amod preconj".split())
_COMPLEMENTS = frozenset("dobj attr acomp oprd pobj prep".split())
_HEDGING = frozenset("aux advmod amod acomp prep attr".split())
_FARTHEST, _HIGHEST = 4, 6


def is_negated(ascription: Ascription) -> bool:
    """Say whether a negator scopes over the desire, interest or benefit (not over what is desired)."""
    cue = ascription.cue
    denied = _is_denied(cue) or any(_is_denied_verb(above) for above in _predicates_over(cue))
    return denied != (lemma_of(cue) in scope_cues.NEGATIVE_CUES)


def is_hedged(ascription: Ascription) -> bool:
    """Say whether the ascription is put as possible, apparent, reported or believed; a mere speaker is no hedge."""
    chain = [ascription.cue, *_chain(ascription.cue)]
    if any(_is_hedge(child) for token in chain for child in token.children):
        return True
    if any(_is_impersonal_belief(token) for token in chain[1:]):
        return True
    for token in chain:
        if token.dep_ in ("acl", "ccomp", "relcl"):
            if lemma_of(token.head) in scope_cues.HEDGE_NOUNS or _is_impersonal_belief(token.head):
                return True
            if token.dep_ == "ccomp" and any(lemma_of(child) in scope_cues.HEDGES for child in _complement(token.head)):
                return True
    return any(_is_hedge(token) and token.dep_ == "advmod" for token in ascription.evidence[:6])


def is_minimised(ascription: Ascription) -> bool:
    """Say whether the text calls the motive weak or secondary: "much milder", "less urgent"."""
    weights = stake_cues.PRIORITY_ADJECTIVES | stake_cues.HARM_ADJECTIVES | stake_cues.GAIN_ADJECTIVES
    for token in ascription.evidence:
        small = token.lower_ in scope_cues.MINIMISERS and token.dep_ in ("acomp", "amod", "attr")
        if small and token.head in (ascription.cue, ascription.cue.head):
            return True
        if token.lower_ in scope_cues.COMPARED and lemma_of(token.head) in weights:
            return True
    return False


def _is_denied(cue: "Token") -> bool:
    """Say whether a negator stands on the cue itself: "no intention", "little interest", "not eager"."""
    own = any(child.dep_ in _OWN and child.lower_ in scope_cues.NEGATORS for child in cue.children)
    own |= cue.dep_ == "relcl" and cue.head.lower_ in ("little", "nothing")
    return own or _is_denied_verb(cue)


def _is_denied_verb(verb: "Token") -> bool:
    """Say whether a predicate is denied by its adverb, its subject, or as unlikely."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in scope_cues.NEGATIVE_ADVERBS):
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and verb.pos_ in ("VERB", "AUX"):
            denied = any(below.lower_ in ("neither", "no") for below in child.lefts)
            if denied or child.lower_ in scope_cues.NEGATIVE_SUBJECTS:
                return True
    return lemma_of(verb) in scope_cues.DENYING


def _predicates_over(cue: "Token") -> "Iterator[Token]":
    """The predicate that a cue belongs to: its light verb or copula, and what raises a negation over it."""
    token = cue
    for _ in range(_FARTHEST):
        above = token.head
        if above == token:
            return
        if token.dep_ in _COMPLEMENTS and above.pos_ in ("VERB", "AUX", "ADP"):
            if above.pos_ != "ADP":
                yield above
        elif token.dep_ == "xcomp" or (token.dep_ == "ccomp" and _raises(above, token)):
            yield above
            yield from _complement(above)
        else:
            return
        token = above


def _raises(above: "Token", clause: "Token") -> bool:
    """Say whether denying a verb denies its clause: "does not think that", "it is unlikely that", "is not what"."""
    return clause.i > above.i and (lemma_of(above) in _BELIEF or above.pos_ == "ADJ")


def _complement(verb: "Token") -> "Iterator[Token]":
    return (child for child in verb.children if child.dep_ == "acomp" and child.pos_ == "ADJ")


def _chain(cue: "Token") -> "list[Token]":
    """The tokens over a cue up to the verb of its clause, and over a purpose to the act that it hangs on."""
    found: list[Token] = []
    token = cue if cue.dep_ != "mark" else cue.head.head  # "because" tells why the act over its clause is done
    while token.dep_ in _UP and token.head != token and len(found) < _HIGHEST:
        if token.dep_ == "advcl" and not (is_infinitive(token) or token.tag_ in ("VBG", "VBN")):
            break
        token = token.head
        found.append(token)
    return found or [token]


def _is_hedge(token: "Token") -> bool:
    return lemma_of(token) in scope_cues.HEDGES and token.dep_ in _HEDGING


def _is_impersonal_belief(verb: "Token") -> bool:
    """Say whether a verb of belief has nobody for its subject: "is believed", "it seems"; seem and appear always."""
    lemma = lemma_of(verb)
    if lemma in ("seem", "appear"):
        return True
    children = list(verb.children)
    if lemma not in scope_cues.HEDGE_VERBS or any(child.dep_ == "agent" for child in children):
        return False
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in children)
