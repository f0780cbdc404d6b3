"""Repeats: a headline, teaser or caption that says again what the body says is marked, so that it is counted once."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from ..patterns import TOKEN, term_of

_FUNCTION = frozenset(
    "a an the to of in on at for and or is are was were be been has have had it its that this with by as".split()
)
_FEWEST, _MOST_PART = 3, 0.75
Words = frozenset[str]


def mark_repeats(propositions: pd.DataFrame) -> pd.DataFrame:
    """Fill ``repeat_of`` with the id of the proposition of the same article, holder and category that a row repeats.

    Two propositions repeat one another when most content words of the shorter stand in the other, in another sentence;
    the fuller one stays, the earlier one in doubt.
    """
    repeat_of = {}
    for _, alike in propositions.groupby(["article", "holder", "category"], sort=False, observed=True):
        repeat_of |= {alike.index[repeat]: alike.index[kept] for repeat, kept in _repeats(alike)}
    ids = [propositions["proposition"].get(repeat_of.get(row), "") for row in propositions.index]
    return propositions.assign(repeat_of=ids)


def _repeats(alike: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Yield (place that repeats, place repeated) of the propositions that make the same claim."""
    words, sentences = [_content(evidence) for evidence in alike["evidence"]], alike["sentence_start"].tolist()
    candidates = _Candidates(words)
    for earlier, own in enumerate(words):
        for later in candidates.after(earlier):
            other = words[later]
            if sentences[earlier] == sentences[later] or len(own & other) < _least_shared(min(len(own), len(other))):
                continue
            if len(other) > len(own):
                yield earlier, later
                break
            candidates.drop(later)
            yield later, earlier


def _content(evidence: str) -> Words:
    return frozenset(term_of(match.group()) for match in TOKEN.finditer(evidence)) - _FUNCTION


def _least_shared(size: int) -> int:
    """Return how many words a proposition of some size shares at least with a larger one where one is a repeat."""
    return max(_FEWEST, math.ceil(_MOST_PART * size))


class _Candidates:
    """The later propositions that can repeat, or be repeated by, each one: they share one of its rare words.

    Of two sets that share at least n words, the rarest ``size - n + 1`` words of each have one in common (the prefix
    filter of set joins: Chaudhuri, Ganti and Kaushik 2006). The fewest shared are known of the smaller side; of the
    larger one only that they are `_FEWEST` or more, so it is found by more of its words.
    """

    def __init__(self, words: Sequence[Words]) -> None:
        frequency = Counter(word for own in words for word in own)
        ordered = [sorted(own, key=lambda word: (frequency[word], word)) for own in words]
        self._as_larger = [own[: max(0, len(own) - _FEWEST + 1)] for own in ordered]
        self._as_smaller = [own[: max(0, len(own) - _least_shared(len(own)) + 1)] for own in ordered]
        self._larger, self._smaller = _places(self._as_larger), _places(self._as_smaller)
        self._dropped: set[int] = set()

    def drop(self, place: int) -> None:
        """Leave out a proposition from now on."""
        self._dropped.add(place)

    def after(self, place: int) -> list[int]:
        """Return the candidates behind a place, in order; of a proposition that was left out none.

        The places asked for must ascend: what lies before the last of them is forgotten.
        """
        if place in self._dropped:
            return []
        found: set[int] = set()
        for own, others in ((self._as_smaller, self._larger), (self._as_larger, self._smaller)):
            for word in own[place]:
                others[word] = [other for other in others.get(word, ()) if other > place and other not in self._dropped]
                found.update(others[word])
        return sorted(found)


def _places(listed: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Return the places of each word, in order."""
    places: dict[str, list[int]] = {}
    for place, words in enumerate(listed):
        for word in words:
            places.setdefault(word, []).append(place)
    return places
