"""Units: what is counted as one item in a part, as `analysis.vocabulary.units` has it for a study.

`words`, `words_and_actors`, `actors` and `frame_terms` are here, `analysis.corpus.sequences` has the n-grams.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..codebooks import Frame
from ..patterns import Matches
from .hits import Finder, PartHits, finder
from .index import Corpus
from .parts import Part


class Items(NamedTuple):
    """The items that begin in a part: the number of each and its token, in text order; no tokens where each is one."""

    number: np.ndarray
    token: np.ndarray | None

    def at(self, tokens: np.ndarray) -> "Items":
        """Give the items that begin at some tokens; these are in order."""
        if self.token is None:
            return Items(self.number[tokens], tokens)
        place = np.minimum(np.searchsorted(tokens, self.token), max(len(tokens) - 1, 0))
        near = tokens[place] == self.token if len(tokens) else np.zeros(len(self.token), dtype=bool)
        return Items(self.number[near], self.token[near])


@dataclass(frozen=True)
class Units:
    """A way of counting: ``width`` items, which ``items`` finds in a part, with the names that ``named`` gives."""

    width: int
    items: Callable[[Part], Items]
    named: Callable[[np.ndarray], np.ndarray]

    @cached_property
    def names(self) -> np.ndarray:
        """Give the names of all items."""
        return self.named(np.arange(self.width))


class Mentions:
    """Where a study's actors are named, by any of their aliases.

    Of aliases that overlap the longest is the mention, of equal ones the leftmost, then the first actor's.
    """

    def __init__(self, corpus: Corpus, aliases: Mapping[str, Sequence[str]]) -> None:
        self.actors = list(aliases)
        self._finder = finder(corpus, *(alias for forms in aliases.values() for alias in forms))
        self._owners = np.repeat(np.arange(len(aliases)), [len(forms) for forms in aliases.values()])

    def matches(self, part: Part) -> Matches:
        """Give the mentions in a part; ``pattern`` is the number of the actor."""
        found = self._finder.matches(part)
        return Matches(self._owners[found.pattern], found.first, found.length)

    def of(self, actor: str, part: Part) -> PartHits:
        """Give the mentions of one actor."""
        found = self.matches(part)
        own = found.pattern == self.actors.index(actor)
        return PartHits(part, found.first[own], (found.first + found.length - 1)[own])


def words(corpus: Corpus) -> Units:
    """Count every token by its term."""
    return _units(np.array(corpus.terms, dtype=object), lambda part: Items(part.term, None))


def actors(corpus: Corpus, aliases: Mapping[str, Sequence[str]]) -> Units:
    """Count the mentions of actors and nothing else; one hit a mention, named in brackets ([Moscow])."""
    mentions = Mentions(corpus, aliases)

    def items(part: Part) -> Items:
        found = mentions.matches(part)
        return Items(found.pattern, found.first)

    return _units(np.array([f"[{actor}]" for actor in aliases], dtype=object), items)


def words_and_actors(corpus: Corpus, aliases: Mapping[str, Sequence[str]]) -> Units:
    """Count a mention of an actor as one hit of the actor, named in brackets ([Moscow]); other tokens by their term."""
    mentions, terms = Mentions(corpus, aliases), len(corpus.terms)

    def items(part: Part) -> Items:
        found, number = mentions.matches(part), np.array(part.term, dtype=np.int64)
        for offset in range(1, int(found.length.max(initial=1))):
            number[found.first[found.length > offset] + offset] = -1
        number[found.first] = terms + found.pattern
        token = np.flatnonzero(number >= 0)
        return Items(number[token], token)

    return _units(np.array([*corpus.terms, *(f"[{actor}]" for actor in aliases)], dtype=object), items)


def frame_terms(corpus: Corpus, frames: Sequence[Frame]) -> Units:
    """Count the terms of some frames, named as the analyst typed them, and nothing else.

    Within a frame the longest of overlapping terms wins, terms of different frames may overlap. A term of several
    frames is one item.
    """
    names = list(dict.fromkeys(term for frame in frames for term in frame.terms))
    number = {name: place for place, name in enumerate(names)}
    looking: list[tuple[Finder, np.ndarray]] = [
        (finder(corpus, *frame.terms), np.array([number[term] for term in frame.terms], dtype=np.int64))
        for frame in frames
    ]

    def items(part: Part) -> Items:
        hits = [np.zeros((0, 2), dtype=np.int64)]
        for finding, numbers in looking:
            found = finding.matches(part)
            hits.append(np.stack([found.first, numbers[found.pattern]], axis=1))
        token, item = np.unique(np.concatenate(hits), axis=0).T
        return Items(item, token)

    return _units(np.array(names, dtype=object), items)


def _units(names: np.ndarray, items: Callable[[Part], Items]) -> Units:
    return Units(len(names), items, lambda numbers: names[numbers])
