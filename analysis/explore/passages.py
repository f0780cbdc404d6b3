"""Passages: a text cut into pieces wherever a mark begins or ends, so that a page can show marks without counting.

A piece carries where it starts (in characters of the article as read) and the numbers of the marks that lie on it. A
page that shows pieces needs no offsets of its own but those of a selection inside a piece.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

from ..lines import Line, lines_of


@dataclass(frozen=True)
class Mark:
    """A stretch to be marked: its layer (frame, actor, voice, motive, removed, sentence) and its name in that layer."""

    start: int
    end: int
    layer: str
    name: str
    told: str = ""


class Piece(TypedDict):
    """A stretch of text on which the same marks lie: where it starts, its text, the marks by their number."""

    start: int
    text: str
    marks: list[int]


class Paragraph(TypedDict):
    """A line of an article cut into pieces."""

    start: int
    end: int
    pieces: list[Piece]


def cut(text: str, marks: Sequence[Mark], *, first: int = 0, last: int | None = None) -> list[Paragraph]:
    """Cut the lines of a text, from line ``first`` up to before ``last``, into pieces; blank lines are left out.

    The pieces of a line laid end to end are the line. A wrapped paragraph is one line (`analysis.lines`). Marks
    may overlap and nest in any way; an empty one, or one outside of the text, marks nothing.
    """
    lines = lines_of(text)[first:last]
    return [
        {"start": line.start, "end": line.end, "pieces": list(_pieces(line, numbered))}
        for line, numbered in zip(lines, _by_line(lines, marks), strict=True)
    ]


def _by_line(lines: Sequence[Line], marks: Sequence[Mark]) -> Iterator[list[tuple[int, Mark]]]:
    """The marks that touch each line, with their numbers, found in one pass over both."""
    waiting = sorted(enumerate(marks), key=lambda one: one[1].start, reverse=True)
    open_marks: list[tuple[int, Mark]] = []
    for line in lines:
        while waiting and waiting[-1][1].start < line.end:
            open_marks.append(waiting.pop())
        open_marks = [one for one in open_marks if one[1].end > line.start]
        yield open_marks


def _pieces(line: Line, marks: Iterable[tuple[int, Mark]]) -> Iterator[Piece]:
    begin: dict[int, list[int]] = {}
    finish: dict[int, list[int]] = {}
    for number, mark in marks:
        start, end = max(mark.start, line.start), min(mark.end, line.end)
        if start < end:
            begin.setdefault(start, []).append(number)
            finish.setdefault(end, []).append(number)
    on: set[int] = set()
    for start, end in pairwise(sorted({line.start, line.end, *begin, *finish})):
        on = (on - set(finish.get(start, ()))) | set(begin.get(start, ()))
        yield {"start": start, "text": line.text[start - line.start : end - line.start], "marks": sorted(on)}
