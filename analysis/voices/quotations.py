"""Quotation marks: which belong together, and which stretches of an article stand between them.

Curly, straight, doubled and single marks are paired paragraph by paragraph. A mark left open where the next paragraph
opens with another is a quotation over several paragraphs.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..parse import ParsedArticle
from .rules import Piece

_DOUBLE = re.compile(r"''|``|[\"“”„«»]")
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)(?:[^'‘’\n]|['’](?=\w)){0,600}['’](?!\w)")
_OPENING, _CLOSING = frozenset("“„«") | {"``"}, frozenset("”»")
_STOP = re.compile(r"[.!?](?=\s|$)")


@dataclass(frozen=True)
class Quotation:
    """A quoted stretch with its marks; ``goes_on`` says that the next paragraph continues it."""

    start: int
    end: int
    paragraph: int
    goes_on: bool = False


@dataclass(frozen=True)
class Quotations:
    """The quotations of an article in text order, none overlapping another."""

    found: tuple[Quotation, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [quotation.start for quotation in self.found]

    @cached_property
    def _ends(self) -> list[int]:
        return [quotation.end for quotation in self.found]

    def around(self, start: int, end: int) -> Quotation | None:
        """Give the quotation that holds all of a stretch."""
        i = bisect_right(self._starts, start) - 1
        return self.found[i] if i >= 0 and self.found[i].end >= end else None

    def ending_at(self, place: int) -> Quotation | None:
        """Give the quotation that ends right before a place, a blank between or none."""
        i = bisect_right(self._ends, place) - 1
        return self.found[i] if i >= 0 and place - self.found[i].end <= 1 else None

    def overlapping(self, start: int, end: int) -> Sequence[Quotation]:
        """Give the quotations that share a character with a stretch."""
        return self.found[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def complete(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """Give the pieces with every quotation that one of them cuts made whole."""
        whole = []
        for start, end in pieces:
            cut = self.overlapping(start, end)
            whole.append((min(start, cut[0].start), max(end, cut[-1].end)) if cut else (start, end))
        return merge(whole)


def merge(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give pieces in text order, those that touch made one."""
    out: list[Piece] = []
    for start, end in sorted(pieces):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def find_quotations(article: ParsedArticle) -> Quotations:
    """Give the quotations of an article; within double marks single ones count for nothing."""
    paragraphs = _paragraphs(article)
    found: list[Quotation] = []
    for number, (start, end) in paragraphs.items():
        following = paragraphs.get(number + 1)
        continued = following is not None and _DOUBLE.match(article.text, following[0]) is not None
        found += _in_paragraph(article.text, start, end, number, continued)
    return Quotations(tuple(found))


def _paragraphs(article: ParsedArticle) -> dict[int, Piece]:
    """The stretch of each paragraph by its number; a mark right after the last sentence belongs to it."""
    spans: dict[int, Piece] = {}
    for sentence in article.sentences:
        start, _ = spans.get(sentence.paragraph, (sentence.start, 0))
        mark = _DOUBLE.match(article.text, sentence.end)
        spans[sentence.paragraph] = (start, mark.end() if mark else sentence.end)
    return spans


def _in_paragraph(text: str, start: int, end: int, paragraph: int, continued: bool) -> Iterator[Quotation]:
    opened: int | None = None
    after = start
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None and _may_open(text, mark, start, end):
            opened = mark.start()
            yield from _single(text, after, opened, paragraph)
        elif opened is not None and _may_close(text, mark, end):
            yield Quotation(opened, mark.end(), paragraph)
            opened, after = None, mark.end()
    if opened is None:
        yield from _single(text, after, end, paragraph)
    else:
        stop = _STOP.search(text, opened, end)
        whole = continued or opened == start or stop is None
        yield Quotation(opened, end if whole else stop.end(), paragraph, goes_on=continued)


def _single(text: str, start: int, end: int, paragraph: int) -> Iterator[Quotation]:
    for match in _SINGLE.finditer(text, start, end):
        yield Quotation(*match.span(), paragraph)


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark opens; a closing one does, by mistake, after a blank and before a word."""
    if mark.end() >= end or text[mark.end()].isspace():
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    if mark.group() in _CLOSING:
        return before.isspace()
    return mark.group() in _OPENING or not before.isalnum()


def _may_close(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark closes; an opening one does, by mistake, after a word and before a blank."""
    if mark.group() in _CLOSING:
        return True
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _OPENING:
        return after.isspace() and not text[mark.start() - 1].isspace()
    return not after.isalnum()
