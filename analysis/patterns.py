"""Tokens and patterns: what counts as a token, how it compares, and how glob patterns find token sequences.

One pattern, written down once, decides what a token is:

- dotted initials are one token, with a possessive: ``U.S.``, ``U.S.'s``;
- a number keeps its inner points and commas, and letters that follow: ``1,177``, ``2.5``, ``3.5bn``;
- an acronym before a hyphen and a letter stands alone, so that ``US-South Korean`` names the US;
- a word keeps inner hyphens and apostrophes: ``Kim Jong-un``, ``6-party``, ``Russia's``.

A token compares by its *term* (see `term_of`). Patterns go through the same two steps, so that a frame term typed
with straight or curly quotes, with or without ``'s``, finds what a reader would expect.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import translate

import numpy as np

from .errors import InputError
from .printing import brief

_HYPHEN = "-‐‑"  # hyphen-minus, hyphen, non-breaking hyphen
_APOSTROPHE = "'’ʼ´＇"
_RAISED = "²³¹¼-¾⁰-ₜ⅐-⅟①-⓿"  # footnote signs and fractions are no part of a word
_INVISIBLE = "\u00ad\u200b-\u200d\u2060"  # soft hyphens and blanks without width stand inside words of web pages
_MARKS = "\u0300-\u036f" + _INVISIBLE  # accents typed as characters of their own
_DROP_INVISIBLE = {0xAD: None, 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None}
_CONTRACTIONS = frozenset("it he she that there here what who where how when let one everyone everybody".split())
_FOLD = str.maketrans(dict.fromkeys("’‘ʼ´＇", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑", "-"))
_NEAR = 40  # characters, in which a first name and titles find room


def token_pattern(*, globs: bool = False) -> str:
    """Give the regular expression of one token; with ``globs`` the signs ``*`` and ``?`` count as letters."""
    letter, sign = rf"[^\W\d_{_RAISED}{_MARKS}]", rf"[^\W_{_RAISED}{_MARKS}]"
    initial, last = letter, rf"(?![^\W{_RAISED}]|[{_MARKS}])"
    if globs:
        letter, sign = rf"(?:{letter}|[*?])", rf"(?:{sign}|[*?])"
    return (
        rf"(?:{initial}\.)+{initial}{last}\.?(?:[{_APOSTROPHE}]s{last})?"
        rf"|\d+(?:[.,]\d+)+{letter}*"
        rf"|[A-Z]{{2,}}(?=[{_HYPHEN}]{initial})"
        rf"|{sign}+(?:[{_HYPHEN}{_APOSTROPHE}]{sign}+|[{_MARKS}]+{sign}*)*"
    )


TOKEN = re.compile(token_pattern())
_GLOB_TOKEN = re.compile(token_pattern(globs=True))


def fold(text: str) -> str:
    """Give the text with typographic quotes, apostrophes and hyphens as plain ones; every offset stays the same."""
    return text.translate(_FOLD)


def term_of(token: str, *, keep_capitals: bool = True) -> str:
    """Give the form under which a token is compared and counted.

    Typographic apostrophes and hyphens are plain, a possessive ``'s`` is dropped (``it's`` and its like keep it),
    dotted capitals lose their points (U.S. is US), and all is lower case except an all-capital token of two to five
    letters (US is not us) — unless ``keep_capitals`` is off, as in a sentence that is all capitals.
    """
    folded = unicodedata.normalize("NFC", fold(token).translate(_DROP_INVISIBLE))
    if folded[-2:] in ("'s", "'S") and folded[:-2].lower() not in _CONTRACTIONS:
        folded = folded[:-2]
    if "." in folded and folded.replace(".", "").isupper():
        folded = folded.replace(".", "")
    if keep_capitals and 2 <= len(folded) <= 5 and folded.isupper() and folded.isalnum():
        return folded
    return folded.lower()


@dataclass(frozen=True)
class Pattern:
    """A term as an analyst types it (``text``) and the globs that its tokens must match, one each (``globs``)."""

    text: str
    globs: tuple[str, ...]


def parse_pattern(text: str) -> Pattern:
    """Read a pattern such as ``sanction*``, ``dual freeze`` or ``take China's place``.

    Raises InputError where the text holds no token or is a bare ``*`` that would match everything.
    """
    globs = tuple(_glob_of(match.group()) for match in _GLOB_TOKEN.finditer(text))
    if not any(glob.strip("*?") for glob in globs):
        raise InputError(f'the term "{brief(text)}" holds no word to look for; write at least one letter or digit')
    return Pattern(text, globs)


@dataclass(frozen=True)
class Matches:
    """Where patterns match: three arrays of one length, in text order.

    ``pattern`` counts into the patterns given, ``first`` is the position of the first token, ``length`` in tokens.
    """

    pattern: np.ndarray
    first: np.ndarray
    length: np.ndarray


class Vocabulary:
    """The distinct terms of a token table, for resolving globs without looking at every token."""

    def __init__(self, terms: Sequence[str]) -> None:
        self._order = np.argsort(np.asarray(terms, dtype=object), kind="stable")
        self._sorted = [terms[i] for i in self._order]

    def has(self, glob: str) -> np.ndarray:
        """Say of each term, in the order given, whether a glob matches it."""
        matched = np.zeros(len(self._order), dtype=bool)
        matched[self.resolve(glob)] = True
        return matched

    def resolve(self, glob: str) -> np.ndarray:
        """Give the ids of the terms that one glob matches."""
        prefix = re.match(r"[^*?]*", glob).group()
        low = bisect_left(self._sorted, prefix)
        high = bisect_left(self._sorted, prefix + "\U0010ffff") if glob != prefix else low
        if glob == prefix:
            found = low < len(self._sorted) and self._sorted[low] == glob
            return self._order[low : low + 1] if found else self._order[:0]
        if glob == prefix + "*":
            return self._order[low:high]
        matches = re.compile(translate(glob)).match
        return np.array([self._order[i] for i in range(low, high) if matches(self._sorted[i])], dtype=self._order.dtype)


def find_matches(
    patterns: Sequence[Pattern], *, ids: np.ndarray, vocabulary: Vocabulary, sentences: np.ndarray
) -> Matches:
    """Find every place where a pattern matches tokens of one sentence; overlapping matches are all kept.

    ``ids`` are the tokens as positions in the vocabulary, ``sentences`` numbers the sentence of each token.
    """
    resolved: dict[str, np.ndarray] = {}
    found: list[tuple[np.ndarray, int, int]] = []
    for number, pattern in enumerate(patterns):
        width = len(pattern.globs)
        if width > len(ids):
            continue
        here = np.ones(len(ids) - width + 1, dtype=bool)
        for offset, glob in enumerate(pattern.globs):
            if glob not in resolved:
                resolved[glob] = vocabulary.has(glob)[ids]
            here &= resolved[glob][offset : offset + len(here)]
        first = np.flatnonzero(here)
        first = first[sentences[first] == sentences[first + width - 1]]
        found.append((first, number, width))
    return _in_text_order(found)


def longest_only(matches: Matches, *, tokens: int) -> Matches:
    """Keep, of matches that overlap, the longest; of equal length, the leftmost; of one place, the first pattern."""
    order = np.argsort(matches.first, kind="stable")
    reach = np.maximum.accumulate((matches.first + matches.length)[order])
    apart = np.concatenate([[True], matches.first[order][1:] >= reach[:-1]]) if len(order) else np.array([], dtype=bool)
    alone = np.zeros(len(order), dtype=bool)  # overlaps no other, as most do: nothing to decide
    alone[order] = apart & np.concatenate([apart[1:], [True]]) if len(order) else apart
    keep = np.flatnonzero(alone).tolist()
    contested = np.flatnonzero(~alone)
    taken = bytearray(tokens)
    by_length = np.lexsort((matches.pattern[contested], matches.first[contested], -matches.length[contested]))
    for i in contested[by_length].tolist():
        start, length = int(matches.first[i]), int(matches.length[i])
        if 1 not in taken[start : start + length]:
            taken[start : start + length] = b"\1" * length
            keep.append(i)
    kept = np.sort(np.array(keep, dtype=int))
    return Matches(matches.pattern[kept], matches.first[kept], matches.length[kept])


def _glob_of(token: str) -> str:
    """The term of a glob, with capitals as in the letters it names: US* finds USA, not "use"."""
    letters = token.translate(_NO_GLOBS)
    capitals = letters != token and term_of(letters).isupper()
    return fold(token) if capitals else term_of(token)


_NO_GLOBS = str.maketrans("", "", "*?")


def _in_text_order(found: Iterable[tuple[np.ndarray, int, int]]) -> Matches:
    parts = [(first, np.full(len(first), number), np.full(len(first), width)) for first, number, width in found]
    if not parts:
        empty = np.array([], dtype=int)
        return Matches(empty, empty, empty)
    first, pattern, length = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((pattern, -length, first))
    return Matches(pattern[order], first[order], length[order])


def follows_capital(text: str, name: str) -> bool:
    """Say whether a name, in any case, stands in a text with a capital letter not far before it, as after a first name.

    A look at the words alone: it does not say that the word before is a name.
    """
    return any(
        any(character.isupper() for character in text[max(0, match.start() - _NEAR) : match.start()])
        for match in re.finditer(re.escape(name), text, re.IGNORECASE)
    )
