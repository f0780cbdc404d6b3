"""Reading: the tokens of many articles at once, a column of numbers each, without an object a token."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..lines import lines_of
from ..tokens import LONGEST_STRETCH, is_all_capitals, split_sentences, tokenize
from .alphabet import BLANK, Alphabet
from .forms import Forms, FormTokens, Terms
from .segments import cut
from .sentences import Lines, sentence_starts

_MARGIN = 48  # newlines before and after: room for looks around a character and for the last packed word
_NEWLINE = ord("\n")
_WRAPPED_FROM, _WRAPPED_TO = 40, 100  # columns between which `lines_of` takes lines for wrapped
_ENDS_INSIDE = np.ones(256, dtype=bool)
_ENDS_INSIDE[[ord(sign) for sign in ".!?:()[]{}/\\"]] = False
_IS_BLANK = np.zeros(256, dtype=bool)
_IS_BLANK[[*map(ord, " \t\r\x0b\x0c"), BLANK]] = True


@dataclass(frozen=True)
class TokenColumns:
    """The tokens of some articles: number of the term, start and length in characters, first of its sentence or not.

    ``sizes`` has the number of tokens of each article.
    """

    term: np.ndarray
    start: np.ndarray
    length: np.ndarray
    first: np.ndarray
    sizes: np.ndarray


class Reader:
    """Reads articles into token columns; what it has learnt of letters and forms it keeps for the next articles."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._alphabet = Alphabet()
        self._forms = Forms(terms)

    def read(self, texts: Sequence[str]) -> TokenColumns:
        """Give the tokens of the articles, the same as `analysis.tokens.tokenize` gives, term for term."""
        lengths = np.array([len(text) for text in texts], dtype=np.int64)
        starts = _MARGIN + np.concatenate([[0], np.cumsum(lengths[:-1] + 1)]).astype(np.int64)
        text = "\n" * _MARGIN + "\n".join(texts) + "\n" * _MARGIN
        codes = self._alphabet.encode(text)
        newlines = np.flatnonzero(codes == _NEWLINE)
        newlines, long = _unwrapped(texts, codes, starts, newlines)
        found = self._find(text, codes, newlines)
        apart = long | _torn_articles(found, starts)
        if not apart.any():
            return _columns(found, starts)
        return self._with_references(texts, _columns(found, starts), apart)

    def _find(self, text: str, codes: np.ndarray, newlines: np.ndarray) -> "_Found":
        lines = Lines(newlines[:-1] + 1, newlines[1:])
        starts, ends, marks = cut(self._alphabet.kinds[codes])
        forms = self._forms.number(text, codes, starts, ends)
        told = self._forms.tokens()
        abbreviated = _before(marks, ends, told.abbreviation[forms])
        sentences = sentence_starts(text, codes, lines=lines, marks=marks, abbreviated=abbreviated)
        torn = sentences[_inside(sentences, starts, ends)]
        return _tokens(text, starts, forms, told, sentences, torn)

    def _with_references(self, texts: Sequence[str], columns: TokenColumns, apart: np.ndarray) -> TokenColumns:
        """Put the reference tokens in the place of those of some articles."""
        bounds = np.concatenate([[0], np.cumsum(columns.sizes)])
        pieces = [
            self._reference(texts[number])
            if apart[number]
            else [
                getattr(columns, name)[bounds[number] : bounds[number + 1]]
                for name in ("term", "start", "length", "first")
            ]
            for number in range(len(texts))
        ]
        sizes = np.array([len(piece[0]) for piece in pieces], dtype=np.int64)
        return TokenColumns(*(np.concatenate(column) for column in zip(*pieces, strict=True)), sizes)

    def _reference(self, text: str) -> list[np.ndarray]:
        article = pd.DataFrame({"article": [""], "clean": [text]})
        tokens = tokenize(article, split_sentences(article))
        numbers = np.array([self._terms.number(term) for term in tokens["term"].cat.categories], dtype=np.int64)
        start, sentence = tokens["start"].to_numpy(), tokens["sentence"].to_numpy()
        first = np.diff(sentence, prepend=-1) != 0
        return [numbers[tokens["term"].cat.codes], start, tokens["end"].to_numpy() - start, first]


@dataclass(frozen=True)
class _Found:
    """Tokens by their places in the joined text; ``torn`` are sentence starts that lie inside a segment."""

    term: np.ndarray
    start: np.ndarray
    length: np.ndarray
    first: np.ndarray
    torn: np.ndarray


def _unwrapped(
    texts: Sequence[str], codes: np.ndarray, starts: np.ndarray, newlines: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Give the newlines that end a line, those inside a wrapped paragraph made blanks, and which articles are long.

    Long is an article with a line longer than the splitter takes whole.
    """
    width = np.diff(newlines) - 1
    last = codes[newlines[1:] - 1]
    inside = (width >= _WRAPPED_FROM) & ((width <= _WRAPPED_TO) | _IS_BLANK[last]) & _ENDS_INSIDE[last]
    article = np.searchsorted(starts, newlines[1:], side="right") - 1
    doubtful = np.bincount(article[inside], minlength=len(texts)) >= 3
    joined = [_joined_newlines(texts[number], starts[number], newlines) for number in np.flatnonzero(doubtful)]
    joined = np.concatenate([np.array([], dtype=np.int64), *joined])
    codes[joined] = ord(" ")
    kept = np.setdiff1d(newlines, joined, assume_unique=True) if len(joined) else newlines
    wide = kept[1:][np.diff(kept) - 1 > LONGEST_STRETCH]
    long = np.zeros(len(texts), dtype=bool)
    long[np.searchsorted(starts, wide, side="right") - 1] = True
    return kept, long


def _joined_newlines(text: str, start: int, newlines: np.ndarray) -> np.ndarray:
    """Give the newlines of an article that stand inside one of its lines."""
    lines = lines_of(text)
    first = start + np.array([line.start for line in lines], dtype=np.int64)
    last = start + np.array([line.end for line in lines], dtype=np.int64)
    own = newlines[np.searchsorted(newlines, start) : np.searchsorted(newlines, start + len(text))]
    line = np.searchsorted(first, own, side="right") - 1
    return own[(line >= 0) & (own < last[line])] if len(lines) else own[:0]


def _before(marks: np.ndarray, ends: np.ndarray, abbreviated: np.ndarray) -> np.ndarray:
    """Say of each mark whether the segment that ends at it may be abbreviated."""
    return np.append(abbreviated, False)[np.minimum(np.searchsorted(ends, marks), len(ends))]


def _tokens(
    text: str, starts: np.ndarray, forms: np.ndarray, told: FormTokens, sentences: np.ndarray, torn: np.ndarray
) -> _Found:
    count = told.count[forms]
    segment = np.repeat(np.arange(len(forms)), count)
    token = np.arange(len(segment)) - np.repeat(np.cumsum(count) - count - told.first[forms], count)
    start, length = starts[segment] + told.offset[token], told.length[token]
    term, small_term = told.term[token], told.small_term[token]
    first = np.zeros(len(start) + 1, dtype=bool)
    first[np.searchsorted(start, sentences)] = True
    first = first[:-1]
    capitals = np.flatnonzero(term != small_term)
    if len(capitals):
        small = told.small[forms[segment]]
        shouted = capitals[_in_capitals(text, capitals, start, small, sentences)]
        term[shouted] = small_term[shouted]
    return _Found(term, start, length, first, torn)


def _inside(places: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Say of each place whether it lies inside a segment, behind its start."""
    before = np.searchsorted(starts, places) - 1
    return (before >= 0) & (places < np.append(ends, 0)[before])


def _in_capitals(
    text: str, tokens: np.ndarray, start: np.ndarray, small: np.ndarray, sentences: np.ndarray
) -> np.ndarray:
    """Say of some tokens whether their sentence is all capitals."""
    bounds = np.append(sentences, len(text))
    sentence, place = np.unique(np.searchsorted(sentences, start[tokens], side="right") - 1, return_inverse=True)
    begin, end = bounds[sentence], bounds[sentence + 1]
    small_before = np.concatenate([[0], np.cumsum(small)])
    smalls = small_before[np.searchsorted(start, end)] - small_before[np.searchsorted(start, begin)]
    capitals = np.zeros(len(sentence), dtype=bool)
    for number in np.flatnonzero(smalls == 0).tolist():
        capitals[number] = is_all_capitals(text[begin[number] : end[number]])
    return capitals[place]


def _torn_articles(found: _Found, starts: np.ndarray) -> np.ndarray:
    """Say of each article whether a sentence starts inside one of its segments."""
    apart = np.zeros(len(starts), dtype=bool)
    apart[np.searchsorted(starts, found.torn, side="right") - 1] = True
    return apart


def _columns(found: _Found, starts: np.ndarray) -> TokenColumns:
    bounds = np.append(np.searchsorted(found.start, starts), len(found.start))
    sizes = np.diff(bounds)
    return TokenColumns(found.term, found.start - np.repeat(starts, sizes), found.length, found.first, sizes)
