"""Columns: one an outlet, with its name and n above, for two outlets or ten."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .labels import shorten, text_width, wrap
from .outlets import shown_names
from .page import EDGE, HEAD, LINE, NOTE, WIDTH, Type, write
from .palette import draw_marks, outlet_mark

GAP = 11.0
_NARROW = 62.0
_LONGEST = 120.0
_SLANTED = Type(7.5, bold=True)


@dataclass(frozen=True)
class Columns:
    """Where the columns of the outlets stand: rows' labels take ``left``, each column ``width`` with its gap.

    Where outlets have several columns each, ``block`` is how many, and ``apart`` the room between one's and the next's.
    """

    outlets: tuple[str, ...]
    left: float
    width: float
    marked: bool = True
    block: int = 1
    apart: float = 0.0

    def start(self, place: int) -> float:
        """Give the left edge of a column."""
        return self.left + place * self.width + place // self.block * self.apart

    @property
    def room(self) -> float:
        """Give the width of a column that can be drawn on."""
        return self.width - GAP if self.width > _NARROW else self.width - 3

    @property
    def narrow(self) -> bool:
        """Say whether the columns are too narrow for words side by side."""
        return self.width <= _NARROW

    @property
    def indent(self) -> float:
        """Give the room that an outlet's mark takes before its name."""
        return 10.0 if self.marked else 0.0


def lay_columns(outlets: pd.DataFrame, *, left: float, marked: bool = True) -> Columns:
    """Divide the page's width among the outlets; ``marked`` puts each outlet's mark before its name."""
    width = (WIDTH - EDGE - left) / max(len(outlets), 1)
    return Columns(tuple(outlets["outlet"]), left, width, marked)


def head_lines(outlets: pd.DataFrame, columns: Columns, notes: list[list[str]]) -> float:
    """Give the height of the heads: names and the notes beneath them."""
    names = _names(outlets, columns)
    if columns.narrow:
        return max((text_width(name[0], size=7.5, bold=True) for name in names), default=0) + 6 + len(notes) * LINE
    below = [sum(len(_folded(note[place], columns)) for note in notes) for place in range(len(outlets))]
    return 11 * max(map(len, names), default=0) + LINE * max(below, default=0) + 4


def draw_heads(
    sheet: Axes, outlets: pd.DataFrame, columns: Columns, *, top: float, notes: list[list[str]], labels: list[str]
) -> None:
    """Draw each outlet's mark and name and, beneath, its notes (one list a line of notes, one entry an outlet).

    In narrow columns names stand upright and the notes' ``labels`` stand at the left of the page.
    """
    names = _names(outlets, columns)
    if columns.narrow:
        _draw_upright(sheet, names, columns, top=top, notes=notes, labels=labels)
        return
    deepest = max(map(len, names), default=0)
    for place, lines in enumerate(names):
        left = columns.start(place)
        if columns.marked:
            draw_marks(sheet, [(left + 3.5, top + 6.2)], outlet_mark(place), size=6)
        for number, line in enumerate(lines):
            write(sheet, (left + columns.indent, top + 9 + 11 * number), line, type=HEAD)
        y = top + 11 * deepest
        for note in notes:
            for line in _folded(note[place], columns):
                y += LINE
                write(sheet, (left, y - 2), line, type=NOTE)


def _draw_upright(
    sheet: Axes, names: list[list[str]], columns: Columns, *, top: float, notes: list[list[str]], labels: list[str]
) -> None:
    tall = max((text_width(name[0], size=7.5, bold=True) for name in names), default=0)
    for place, lines in enumerate(names):
        left = columns.start(place)
        write(sheet, (left + 10, top + tall), lines[0], type=_SLANTED, rotation=90)
        if columns.marked:
            draw_marks(sheet, [(left + 19, top + tall - 4)], outlet_mark(place), size=5.5)
        for number, note in enumerate(notes):
            write(sheet, (left, top + tall + 4 + LINE * (number + 1)), note[place], type=NOTE)
    for number, label in enumerate(labels):
        place = (columns.left - 6, top + tall + 4 + LINE * (number + 1))
        write(sheet, place, shorten(label, width=columns.left - 10, size=7), type=NOTE, align="right")


def _names(outlets: pd.DataFrame, columns: Columns) -> list[list[str]]:
    names = shown_names(outlets).values()
    if columns.narrow:
        return [[shorten(name, width=_LONGEST, size=7.5, bold=True)] for name in names]
    return [wrap(name, width=columns.room - columns.indent, size=8, lines=2, bold=True) for name in names]


def _folded(note: str, columns: Columns) -> list[str]:
    return wrap(note, width=columns.room, size=7, lines=3) if note else []
