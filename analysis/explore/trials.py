"""Trials: what a pattern would catch as a term of a frame, before it is one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..codebooks import Frame
from ..corpus.nodes import FRAME
from ..errors import InputError
from ..patterns import Pattern, fold, parse_pattern
from ..vocabulary.function_words import FUNCTION_WORDS
from .near_forms import NearForms, near_forms
from .word_index import Spans, WordIndex, spans_of

_SIGNS = str.maketrans(dict.fromkeys('[]"“”„‟«»″', " "))
_COMMON = 1 / 500  # of all tokens: the hundred or so commonest words of English


@dataclass(frozen=True)
class Tally:
    """What a pattern catches in an outlet: hits, the outlet's tokens, and in how many of its articles."""

    outlet: str
    hits: int
    tokens: int
    articles: int
    of: int

    @property
    def per_1000(self) -> float | None:
        """Give the hits per 1,000 tokens; None where there are no tokens."""
        return 1000 * self.hits / self.tokens if self.tokens else None


@dataclass(frozen=True)
class Overlap:
    """A term of a frame that stands on the same words as some of the pattern's hits, or on a part of them."""

    frame: str
    term: str
    hits: int


@dataclass(frozen=True, eq=False)
class Trial:
    """A pattern tried on a study: its hits, and everything that is said of them."""

    index: WordIndex
    pattern: Pattern
    spans: Spans

    @cached_property
    def tallies(self) -> list[Tally]:
        """Count the hits in each outlet."""
        return tallies(self.index, self.spans, np.ones(len(self.index.names), dtype=bool))

    @cached_property
    def forms(self) -> list[tuple[str, int]]:
        """Count the distinct forms caught, the most frequent first."""
        return sorted(_forms(self.index, self.spans).items(), key=lambda pair: (-pair[1], pair[0]))

    def of_form(self, form: str) -> Spans:
        """Give the hits of one form."""
        words = form.split(" ")
        own = self.spans.last - self.spans.first + 1 == len(words)
        for offset, word in enumerate(words):
            places = np.minimum(self.spans.first + offset, len(self.index.ids) - 1)
            own &= self.index.vocabulary.has(word)[self.index.ids[places]]
        return self.spans.only(own)

    @cached_property
    def near(self) -> list[NearForms]:
        """Give the forms near by that the pattern misses."""
        return near_forms(self.index, self.pattern)

    def overlaps(self, frames: Sequence[Frame]) -> list[Overlap]:
        """Count, for each other term of the frames, the pattern's hits that share a word with a hit of that term."""
        return [overlap for frame in frames for overlap in self._overlaps_of(frame)]

    def fresh(self, frame: Frame | None) -> int:
        """Count the hits that share no word with what the frame takes already."""
        if frame is None:
            return len(self.spans)
        found = spans_of(self.index.find_frame(frame))
        return int(np.count_nonzero(_first_after(found, self.spans) == _last_before(found, self.spans)))

    def _overlaps_of(self, frame: Frame) -> list[Overlap]:
        found = self.index.find_frame(frame)
        low, high = _last_before(spans_of(found), self.spans), _first_after(spans_of(found), self.spans)
        reach, terms = high - low, len(frame.terms)
        pairs = [
            np.flatnonzero(reach > far) * terms + found.pattern[low[reach > far] + far]
            for far in range(int(reach.max(initial=0)))
        ]
        shared = np.bincount(np.unique(np.concatenate([*pairs, []]).astype(int)) % terms, minlength=terms)
        shared[[pattern.globs == self.pattern.globs for pattern in frame.patterns]] = 0
        order = np.argsort(-shared, kind="stable")
        return [Overlap(frame.name, frame.terms[number], int(shared[number])) for number in order if shared[number]]


def try_pattern(index: WordIndex, typed: str) -> Trial:
    """Try a pattern on a study; raises InputError where it holds no word or is no frame's term."""
    pattern = parse_pattern(read_term(typed))
    return Trial(index, pattern, spans_of(index.find([pattern])))


def read_term(typed: str) -> str:
    """Give what was typed, where it can be a frame's term; raises InputError for what a concordance alone looks up.

    A frame takes words. Brackets (an actor), quotation marks (the word alone) and ``frame:`` would be dropped without a
    word, and the term would be another than what was meant.
    """
    bare = " ".join(typed.removeprefix(FRAME).translate(_SIGNS).split())
    instead = f"; write {bare}" if bare else ""
    if "[" in typed or "]" in typed:
        raise InputError(f"{typed}: a frame takes words, not actors{instead}, without brackets")
    if typed.lstrip().startswith(FRAME):
        raise InputError(f"{typed}: a frame takes words, not other frames{instead}")
    if '"' in fold(typed):
        raise InputError(f"{typed}: a frame's term has no quotation marks{instead}")
    return typed


def tallies(index: WordIndex, spans: Spans, searched: np.ndarray) -> list[Tally]:
    """Count hits in each outlet, over the articles that were searched."""
    by_article = np.bincount(index.article[spans.first], minlength=len(index.names))
    return [
        Tally(
            outlet,
            int(by_article[own].sum()),
            int(index.sizes[own].sum()),
            int(np.count_nonzero(by_article[own])),
            int(np.count_nonzero(own)),
        )
        for place, outlet in enumerate(index.outlets)
        for own in [searched & (index.outlet == place)]
    ]


def warnings_of(trial: Trial, frames: Sequence[Frame], *, frame: Frame | None) -> list[str]:
    """Say what speaks against a pattern as a term of a frame, a line each."""
    return [*_of_hits(trial), *_of_frames(trial, frames, frame)]


def _of_hits(trial: Trial) -> list[str]:
    index, hits = trial.index, len(trial.spans)
    if not hits:
        return []
    lines = []
    common = [form for form, _ in trial.forms if form in FUNCTION_WORDS]
    if common:
        lines.append(f"It catches function words, which tell of no frame: {_listed(common)}.")
    elif hits > max(_COMMON * len(index.ids), 1) and hits > 20:
        lines.append(f"It is very common: one word in {len(index.ids) // hits}. Look whether it means the frame.")
    actors = index.tokens["actor"].iloc[trial.spans.first].dropna()
    if len(actors):
        named = _listed([f"{actor} ({number})" for actor, number in actors.value_counts().items() if number])
        lines.append(f"It catches the name of an actor: {named}. A name tells who, not in what frame.")
    return lines


def _of_frames(trial: Trial, frames: Sequence[Frame], frame: Frame | None) -> list[str]:
    lines = [
        f'"{term}" stands in the frame "{other.name}" already.'
        for other in frames
        for term in other.terms
        if parse_pattern(term).globs == trial.pattern.globs
    ]
    taken = len(trial.spans) - trial.fresh(frame)
    if taken and frame is not None and not any(f'"{frame.name}"' in line for line in lines):
        those = "All hits" if taken == len(trial.spans) else f"{taken} of the {len(trial.spans)} hits"
        lines.append(f'{those} fall on words that "{frame.name}" takes already; of two terms the longer counts.')
    return lines


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def _forms(index: WordIndex, spans: Spans) -> Counter[str]:
    """Count the distinct sequences of terms, which are numbered a word at a time."""
    number = np.zeros(len(spans), dtype=np.int64)
    for offset in range(int((spans.last - spans.first).max(initial=-1)) + 1):
        at = spans.first + offset
        ids = np.where(at <= spans.last, index.ids[np.minimum(at, spans.last)] + 1, 0)
        number = np.unique(number * (len(index.terms) + 1) + ids, return_inverse=True)[1]
    _, first, counts = np.unique(number, return_index=True, return_counts=True)
    ends = zip(spans.first[first].tolist(), spans.last[first].tolist(), counts.tolist(), strict=True)
    return Counter({" ".join(index.terms[place] for place in index.ids[a : b + 1]): n for a, b, n in ends})


def _last_before(found: Spans, spans: Spans) -> np.ndarray:
    """Give how many of the spans found, which do not overlap one another, end before each of the others begins."""
    return np.searchsorted(found.last, spans.first, side="left")


def _first_after(found: Spans, spans: Spans) -> np.ndarray:
    """Give how many of the spans found begin before each of the others has ended."""
    return np.searchsorted(found.first, spans.last, side="right")
