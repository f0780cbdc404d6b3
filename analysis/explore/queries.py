"""Queries: a word, a pattern, an actor or a frame looked up in some of the articles, its hits in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ..codebooks import Frame
from ..corpus.nodes import FRAME
from ..errors import InputError
from ..patterns import parse_pattern
from ..vocabulary.nodes import find_node
from .word_index import Spans, WordIndex, spans_of

_GROUP = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(r"([1-9]\d?)([LR])")
_ORDERS = ("node", "article", "date")


@dataclass(frozen=True)
class Selection:
    """Which articles are looked through: some outlets', or all; of the days from one to another, both included."""

    outlets: frozenset[str] | None = None
    since: date | None = None
    until: date | None = None

    def of(self, index: WordIndex) -> np.ndarray:
        """Say of each article whether it is looked through; with a bound, an article without a date is not."""
        chosen = np.array([self.outlets is None or index.outlets[place] in self.outlets for place in index.outlet])
        if self.since or self.until:
            first, last = self.since or date.min, self.until or date.max
            chosen &= np.array([day is not None and first <= day <= last for day in index.days])
        return chosen


@dataclass(frozen=True)
class Query:
    """What is looked up, where, and how its lines are laid out: sorted by places, or a sample of so many."""

    asked: str
    sort: tuple[str, ...] = ()
    sample: int | None = None
    selection: Selection = Selection()


@dataclass(frozen=True)
class Found:
    """The hits of a query: ``spans`` in the order asked for, ``name`` for tables, the articles looked through.

    ``all`` are the hits before the sample was drawn, in text order.
    """

    name: str
    spans: Spans
    all: Spans
    searched: np.ndarray


def search(index: WordIndex, query: Query, *, frames: Sequence[Frame], seed: int = 0) -> Found:
    """Look a query up; no hit is no error.

    ``asked`` is typed as in the commands (`analysis.corpus.nodes`): as a frame's term (``sanction*``, ``dual freeze``);
    an actor's name, with or without brackets, stands for all its aliases, and in double quotes for the word alone; in
    brackets it may stand among words, and such a sequence must be somewhere; ``frame:danger`` is a frame. Raises
    InputError where ``asked`` holds no word, where it names no actor or frame, and where a place to sort by is none.
    """
    name, spans = look_up(index, query.asked, frames=frames)
    searched = query.selection.of(index)
    here = spans.only(searched[index.article[spans.first]])
    drawn = here.only(_drawn(len(here), query.sample, seed))
    return Found(name, drawn.only(_order(index, drawn, query.sort)), here, searched)


def look_up(index: WordIndex, asked: str, *, frames: Sequence[Frame]) -> tuple[str, Spans]:
    """Give the name and the hits of a word, pattern, actor or frame."""
    asked = asked.strip()
    if names_frame(asked):
        frame = _frame_named(asked[len(FRAME) :].strip(), frames)
        return f"frame {frame.name}", spans_of(index.find_frame(frame))
    actor = actor_named(index, asked)
    if actor:
        return f"[{actor}]", index.mentions(actor)
    if _GROUP.search(asked):
        hits = find_node(index.tokens, asked)
        return hits.name, Spans(hits.first, hits.last)
    return asked.strip('"'), spans_of(index.find([parse_pattern(asked)]))


def names_frame(asked: str) -> bool:
    """Say whether a frame is asked for."""
    return asked.strip().lower().startswith(FRAME)


def actor_named(index: WordIndex, asked: str) -> str | None:
    """Give the actor that is asked for; raises InputError where brackets name none."""
    actors = list(index.tokens["actor"].cat.categories)
    bracketed = _GROUP.fullmatch(asked)
    name = bracketed[1].strip() if bracketed else asked
    found = next((actor for actor in actors if actor.lower() == name.lower()), None)
    if bracketed and found is None:
        raise InputError(f"{asked} is no actor of the study; known actors: {', '.join(actors) or 'none'}")
    return found


def _frame_named(name: str, frames: Sequence[Frame]) -> Frame:
    found = next((frame for frame in frames if frame.name.lower() == name.lower()), None)
    if found is None:
        known = ", ".join(frame.name for frame in frames) or "none"
        raise InputError(f'"{name}" is no frame of frames.yaml; known frames: {known}')
    return found


def _drawn(size: int, sample: int | None, seed: int) -> np.ndarray:
    """Give the places of the hits that are shown, as `analysis.vocabulary.concordance` draws them."""
    if sample is None or sample >= size:
        return np.arange(size)
    return np.sort(np.random.default_rng(seed).choice(size, sample, replace=False))


def _order(index: WordIndex, spans: Spans, sort: Sequence[str]) -> np.ndarray:
    """Order hits by the keys asked for, then by outlet in the study's order, then as in the text."""
    keys = [column for key in sort for column in _columns(index, spans, key)]
    return np.lexsort([index.outlet[index.article[spans.first]], *keys[::-1]])


def _columns(index: WordIndex, spans: Spans, key: str) -> list[np.ndarray]:
    place = _PLACE.fullmatch(key)
    if place:
        distance = int(place[1])
        return [_ranks(index, spans, spans.first - distance if place[2] == "L" else spans.last + distance)]
    if key == "node":
        longest = int((spans.last - spans.first).max(initial=0)) + 1
        places = [spans.first + offset for offset in range(longest)]
        return [np.where(at <= spans.last, _ranks(index, spans, at), 0) for at in places]
    if key == "date":
        ordinals = np.array([day.toordinal() if day else np.iinfo(np.int64).max for day in index.days], dtype=np.int64)
        return [ordinals[index.article[spans.first]]]
    if key in _ORDERS:
        return [index.article[spans.first]]
    raise InputError(f'"{key}" is no place to sort by; use {", ".join(_ORDERS)}, or 1L, 2R and the like')


def _ranks(index: WordIndex, spans: Spans, at: np.ndarray) -> np.ndarray:
    """Rank the words at some places, nothing before any word; a place beyond the hit's sentence holds nothing."""
    inside = np.clip(at, 0, len(index.ids) - 1)
    there = (at == inside) & (index.sentence[inside] == index.sentence[spans.first])
    return np.where(there, index.ranks[index.ids[inside]], 0)
