"""Word index: the tokens of a study laid out so that a search over all of them takes milliseconds.

Everything is an array over the tokens or over the distinct terms; positions count tokens through all articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..patterns import Matches, Pattern, Vocabulary, find_matches, longest_only
from ..results import Results
from ..vocabulary.dates import days_of
from ..vocabulary.units import continues_mention

_REMEMBERED = 100  # frames


@dataclass(frozen=True)
class Spans:
    """Stretches of tokens by their first and last positions, in text order."""

    first: np.ndarray
    last: np.ndarray

    def __len__(self) -> int:
        return len(self.first)

    def only(self, kept: np.ndarray) -> "Spans":
        """Give some of them, by a mask or by their places."""
        return Spans(self.first[kept], self.last[kept])


@dataclass(frozen=True, eq=False)
class WordIndex:
    """The tokens of the articles as arrays; articles are numbered as they stand in ``articles``."""

    tokens: pd.DataFrame = field(repr=False)
    articles: pd.DataFrame = field(repr=False)
    outlets: tuple[str, ...]
    _of_frames: dict[Frame, Matches] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def ids(self) -> np.ndarray:
        """Give each token's term by its place among the terms."""
        return self.tokens["term"].cat.codes.to_numpy()

    @cached_property
    def terms(self) -> list[str]:
        """Give the distinct terms."""
        return list(self.tokens["term"].cat.categories)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Give the terms as patterns look them up."""
        return Vocabulary(self.terms)

    @cached_property
    def counts(self) -> np.ndarray:
        """Count each term."""
        return np.bincount(self.ids, minlength=len(self.terms))

    @cached_property
    def lowered(self) -> list[str]:
        """Give the distinct terms in small letters."""
        return [term.lower() for term in self.terms]

    @cached_property
    def ranks(self) -> np.ndarray:
        """Rank each term in the order of its small letters, from 1: 0 is left for no word at all."""
        return np.unique(np.array(self.lowered, dtype=str), return_inverse=True)[1] + 1

    @cached_property
    def sentence(self) -> np.ndarray:
        """Number each token's sentence through all articles."""
        return sentence_numbers(self.tokens)

    @cached_property
    def article(self) -> np.ndarray:
        """Give each token's article by its place among the articles."""
        place = {name: number for number, name in enumerate(self.articles["article"])}
        own = self.tokens["article"].cat
        return np.array([place[name] for name in own.categories] or [0], dtype=np.int64)[own.codes.to_numpy()]

    @cached_property
    def start(self) -> np.ndarray:
        """Give where each token starts in its article's text."""
        return self.tokens["start"].to_numpy()

    @cached_property
    def end(self) -> np.ndarray:
        """Give where each token ends in its article's text."""
        return self.tokens["end"].to_numpy()

    @cached_property
    def sentence_in_article(self) -> np.ndarray:
        """Give the number of each token's sentence in its article, as tables have it."""
        return self.tokens["sentence"].to_numpy()

    @cached_property
    def names(self) -> list[str]:
        """Give the articles' names."""
        return self.articles["article"].tolist()

    @cached_property
    def texts(self) -> list[str]:
        """Give the articles' texts, without page furniture and with every offset as in the file."""
        return self.articles["clean"].tolist()

    @cached_property
    def outlet(self) -> np.ndarray:
        """Give each article's outlet by its place among the outlets."""
        return pd.Index(self.outlets).get_indexer(self.articles["outlet"])

    @cached_property
    def days(self) -> list[date | None]:
        """Give each article's day."""
        return [None if pd.isna(day) else day for day in days_of(self.articles)]

    @cached_property
    def sizes(self) -> np.ndarray:
        """Count each article's tokens."""
        return np.bincount(self.article, minlength=len(self.articles))

    def find(self, patterns: Sequence[Pattern]) -> Matches:
        """Find patterns; of matches that overlap the longest stands."""
        found = find_matches(patterns, ids=self.ids, vocabulary=self.vocabulary, sentences=self.sentence)
        return longest_only(found, tokens=len(self.ids))

    def find_frame(self, frame: Frame) -> Matches:
        """Find the terms of a frame, the longest where several overlap; what was found is kept."""
        if frame not in self._of_frames:
            if len(self._of_frames) >= _REMEMBERED:
                self._of_frames.clear()
            self._of_frames[frame] = self.find(frame.patterns)
        return self._of_frames[frame]

    def mentions(self, actor: str) -> Spans:
        """Find the mentions of an actor under all its aliases."""
        own, goes_on = (self.tokens["actor"] == actor).to_numpy(), self._goes_on
        first = np.flatnonzero(own & ~goes_on)
        return Spans(first, np.flatnonzero(own & ~np.append(goes_on[1:], False)))

    def text_of(self, first: int, last: int) -> str:
        """Give the text from one token to another of the same article, both included."""
        return self.texts[self.article[first]][self.start[first] : self.end[last]]

    @cached_property
    def _goes_on(self) -> np.ndarray:
        return continues_mention(self.tokens)


def spans_of(matches: Matches) -> Spans:
    """Give matches as stretches of tokens."""
    return Spans(matches.first, matches.first + matches.length - 1)


def index_words(results: Results) -> WordIndex:
    """Lay out the tokens of a study's results, outlets in the study's order; the same tokens are laid out once."""
    known = _KNOWN.get(id(results.tokens))
    if known is None or known.tokens is not results.tokens:
        outlets = tuple(dict.fromkeys(results.outlets.values()))
        known = _KNOWN[id(results.tokens)] = WordIndex(results.tokens, results.sources.articles, outlets)
    return known


_KNOWN: WeakValueDictionary[int, WordIndex] = WeakValueDictionary()
