"""Forms: the distinct segments of a corpus, each given to the token pattern once, however often it occurs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..patterns import TOKEN, term_of
from ..punkt import ABBREVIATIONS
from .alphabet import TOLD_APART
from .keys import KeyTable, distinct

_WIDTHS = (1, 2, 4)  # words of eight bytes
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(9)], dtype=np.uint64)
_LAST_LETTERS = re.compile(r"(?<![A-Za-z])[A-Za-z]*\Z")
_LONGEST_NUMERAL = 4  # letters of iv, viii and the like


class Terms:
    """The vocabulary: a number for each distinct term, in the order in which terms were first seen."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.names = list(known)
        self._numbers = {name: number for number, name in enumerate(self.names)}

    def number(self, term: str) -> int:
        """Give the number of a term, a new one for a new term."""
        number = self._numbers.setdefault(term, len(self.names))
        if number == len(self.names):
            self.names.append(term)
        return number


@dataclass(frozen=True)
class FormTokens:
    """What the token pattern finds in the forms.

    ``first`` and ``count`` say, for each form, which tokens are its; ``offset`` (from the form's start), ``length``,
    ``term`` and ``small_term`` (as in a sentence of capitals) are those of the tokens. ``small`` says of each form
    whether it has a small letter, ``abbreviation`` whether a point after it may not end a sentence.
    """

    first: np.ndarray
    count: np.ndarray
    small: np.ndarray
    abbreviation: np.ndarray
    offset: np.ndarray
    length: np.ndarray
    term: np.ndarray
    small_term: np.ndarray


class _Rows:
    """Rows of whole numbers that grow without being copied each time; ``columns`` gives them a row a column."""

    def __init__(self, width: int) -> None:
        self._held = np.empty((width, 1024), dtype=np.int64)
        self._fresh: list[tuple[int, ...]] = []
        self._size = 0

    def __len__(self) -> int:
        return self._size + len(self._fresh)

    def append(self, row: tuple[int, ...]) -> None:
        self._fresh.append(row)

    def columns(self) -> np.ndarray:
        if self._fresh:
            size = len(self)
            if size > self._held.shape[1]:
                self._held = np.concatenate(
                    [self._held[:, : self._size], np.empty_like(self._held, shape=(len(self._held), 2 * size))], axis=1
                )
            self._held[:, self._size : size] = np.array(self._fresh, dtype=np.int64).T
            self._fresh, self._size = [], size
        return self._held[:, : self._size]


class Forms:
    """The distinct segments met so far and their tokens.

    A segment of up to 32 characters is known by its bytes, packed into one, two or four numbers; a longer one, or one
    with letters that share a byte, by its text.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._tables = [KeyTable(width) for width in _WIDTHS]
        self._by_text: dict[str, int] = {}
        self._rows = _Rows(4)
        self._tokens = _Rows(4)

    def number(self, text: str, codes: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """Give the form of each segment of a text; 40 bytes or more follow the last in ``codes``."""
        lengths = ends - starts
        forms = np.empty(len(starts), dtype=np.int64)
        spelt = lengths > 8 * _WIDTHS[-1]
        if (codes >= TOLD_APART).any():
            shared = np.concatenate([[0], np.cumsum(codes >= TOLD_APART)])
            spelt |= shared[ends] > shared[starts]
        words = codes[: len(codes) // 8 * 8].view("<u8")
        narrower = 0
        for table, width in zip(self._tables, _WIDTHS, strict=True):
            own = np.flatnonzero((lengths > narrower) & (lengths <= 8 * width) & ~spelt)
            keys = _pack(words, starts[own], lengths[own], width)
            forms[own] = self._look_up(table, keys, text, starts[own], ends[own])
            narrower = 8 * width
        for place in np.flatnonzero(spelt).tolist():
            forms[place] = self._by_spelling(text[starts[place] : ends[place]])
        return forms

    def tokens(self) -> FormTokens:
        """Give what the token pattern finds in the forms met so far."""
        first, count, small, abbreviation = self._rows.columns()
        return FormTokens(first, count, small > 0, abbreviation > 0, *self._tokens.columns())

    def _look_up(
        self, table: KeyTable, keys: np.ndarray, text: str, starts: np.ndarray, ends: np.ndarray
    ) -> np.ndarray:
        forms = table.find(keys)
        missing = np.flatnonzero(forms < 0)
        if len(missing):
            first, numbers = distinct(keys[:, missing])
            new = np.arange(len(self._rows), len(self._rows) + len(first))
            for place in missing[first].tolist():
                self._read(text[starts[place] : ends[place]])
            table.add(keys[:, missing[first]], new)
            forms[missing] = new[numbers]
        return forms

    def _by_spelling(self, segment: str) -> int:
        if segment not in self._by_text:
            self._by_text[segment] = len(self._rows)
            self._read(segment)
        return self._by_text[segment]

    def _read(self, segment: str) -> None:
        """Give a new form to the token pattern; letters of ASCII alone are one token, and small ones their own term."""
        before, plain = len(self._tokens), segment.isascii() and segment.isalpha()
        for start, token in [(0, segment)] if plain else [(m.start(), m.group()) for m in TOKEN.finditer(segment)]:
            term = token if plain and token.islower() else term_of(token)
            number = self._terms.number(term)
            shouted = self._terms.number(term.lower()) if term.isupper() else number
            self._tokens.append((start, len(token), number, shouted))
        small = segment.islower() or (not segment.isupper() and any(sign.islower() for sign in segment))
        word = segment if plain else _LAST_LETTERS.search(segment).group()
        self._rows.append((before, len(self._tokens) - before, small, _may_abbreviate(word.lower())))


def _may_abbreviate(word: str) -> bool:
    """Say whether a point after a word may belong to it: an abbreviation, "no. 5", the number of a list's item."""
    return word in ABBREVIATIONS or word in ("no", "nos") or (len(word) <= _LONGEST_NUMERAL and not word.strip("ivx"))


def _pack(words: np.ndarray, starts: np.ndarray, lengths: np.ndarray, width: int) -> np.ndarray:
    """Give segments as keys: their bytes, eight a number, zeros after the last."""
    keys = np.empty((width, len(starts)), dtype=np.uint64)
    place, shift = starts >> 3, ((starts & 7) << 3).astype(np.uint64)
    for row in range(width):
        low, high = words[place + row], words[place + row + 1]
        mask = _MASKS[np.clip(lengths - 8 * row, 0, 8)]
        keys[row] = ((low >> shift) | (high << np.uint64(1) << (np.uint64(63) - shift))) & mask
    return keys
