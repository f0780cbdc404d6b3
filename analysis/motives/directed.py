"""Direction: at which actor of the study a motive is directed, where its words say so."""

from typing import TYPE_CHECKING

from ..parse import ParsedSentence
from .naming import ActorNames

if TYPE_CHECKING:
    from spacy.tokens import Token

_ON_THE_NAME = frozenset(["compound", "amod", "poss", "nmod", "conj", "appos"])
_MODIFIES = frozenset(["compound", "amod", "poss", "nmod"])
_OBJECTS = frozenset(["dobj", "obj", "dative", "nsubjpass", "oprd"])
_AGAINST = frozenset("against at toward towards on upon over from to".split())
_WITH = frozenset("with for".split())
_CLAUSES = frozenset(["ccomp", "xcomp", "advcl"])
_ACTED_ON, _TURNED_TO, _PART, _COMPANY, _NOT = range(5)  # how directly, the most first
_DEEPEST = 12  # heads that are climbed


def directed_at(sentence: ParsedSentence, names: ActorNames, start: int, end: int, holder: str) -> str:
    """Return the actor at whom the words from ``start`` to ``end`` of an article are directed, or an empty string.

    It is another actor than the holder that is named there as what is acted on ("to deter the US"), else as what is
    turned to ("a signal to Washington"), else by a thing of its own that is acted on ("to weaken US influence"), else
    as the partner ("ties with Beijing"); the first of equals. What is named by a pronoun, or outside these words, is
    not seen.
    """
    ranked = []
    mentions = names.in_sentence(sentence.position)
    for token in sentence.doc if mentions else ():
        first, last = sentence.span(token)
        inside = start <= first and last <= end and mentions.get(token.i, holder) != holder
        if inside and not _stands_with(token, holder, mentions):
            ranked.append((_directness(token), token.i, mentions[token.i]))
    rank, _, actor = min(ranked, default=(_NOT, 0, ""))
    return actor if rank < _NOT else ""


def _stands_with(token: "Token", holder: str, mentions: dict[int, str]) -> bool:
    """Say whether a name is coordinated with one of the holder, as in "Russia and China"."""
    return any(mentions.get(other.i) == holder for other in (token.head, *token.conjuncts) if other in token.conjuncts)


def _directness(token: "Token") -> int:
    """Return how directly a name is what a motive is directed at."""
    part = False
    for _ in range(_DEEPEST):
        if token.dep_ in _ON_THE_NAME:
            part = part or token.dep_ in _MODIFIES
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of":
            part, token = True, token.head.head
        else:
            break
    rank = _role(token)
    return max(rank, _PART) if part else rank


def _role(token: "Token") -> int:
    if token.dep_ in _OBJECTS:
        return _ACTED_ON
    if token.dep_ == "nsubj" and _is_bare_clause(token.head):
        return _ACTED_ON
    if token.dep_ == "pobj":
        if token.head.lower_ in _AGAINST:
            return _TURNED_TO
        if token.head.lower_ in _WITH:
            return _COMPANY
    return _NOT


def _is_bare_clause(verb: "Token") -> bool:
    """Say whether a verb stands in a clause without tense, as in "to make the US leave"."""
    tensed = any(child.dep_ == "mark" or child.tag_ == "MD" for child in verb.lefts)
    return verb.dep_ in _CLAUSES and verb.tag_ in ("VB", "VBG", "VBP") and not tensed
