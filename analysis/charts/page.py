"""The page: a figure of A4 text width laid out in points, so that nothing collides and nothing is cut off.

A page has a head (title, status, key), a body that a chart fills, and a foot of notes; its height follows from them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Literal, ParamSpec, TypeVar

import matplotlib as mpl
import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from .labels import as_label, text_width, wrap
from .palette import GREY, INK, Mark, draw_marks

STYLE = Path(__file__).with_name("outlets.mplstyle")
WIDTH = 453.0
EDGE = 3.0
LINE = 10.0

Parameters = ParamSpec("Parameters")
Drawn = TypeVar("Drawn")


@dataclass(frozen=True)
class Type:
    """A size in points, a colour and a weight."""

    size: float = 7.5
    colour: str = INK
    bold: bool = False


TITLE = Type(10, bold=True)
HEAD = Type(8, bold=True)
BODY = Type()
NOTE = Type(7, GREY)


@dataclass(frozen=True)
class Head:
    """What stands above and below a chart; a key entry is a mark, or a sign in letters, with what it means."""

    title: str
    status: str = ""
    key: tuple[tuple[Mark | str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A figure and its sheet (axes over all of it, in points from the top left); the body begins at ``top``."""

    figure: Figure
    sheet: Axes
    top: float
    height: float

    def panel(self, left: float, top: float, width: float, height: float) -> Axes:
        """Add axes at a place in points from the sheet's top left."""
        return self.figure.add_axes(
            (left / WIDTH, 1 - (top + height) / self.height, width / WIDTH, height / self.height)
        )


@contextmanager
def style() -> Iterator[None]:
    """Put the project's style, and nothing of the user's, in force for a while."""
    with mpl.style.context(str(STYLE), after_reset=True):
        yield


def in_style(draw: Callable[Parameters, Drawn]) -> Callable[Parameters, Drawn]:
    """Make a drawing function draw in the project's style."""

    @wraps(draw)
    def styled(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Drawn:
        with style():
            return draw(*args, **kwargs)

    return styled


def write(
    axes: Axes,
    place: tuple[float, float],
    text: str,
    *,
    type: Type = BODY,
    align: Literal["left", "center", "right"] = "left",
    middle: bool = False,
    rotation: float = 0,
) -> Text:
    """Write a text as it stands, ``place`` being its baseline, or the middle of its height."""
    return axes.text(
        *place,
        as_label(text),
        fontsize=type.size,
        color=type.colour,
        fontweight="bold" if type.bold else "normal",
        ha=align,
        va="center_baseline" if middle else "baseline",
        rotation=rotation,
        rotation_mode="anchor",
    )


def open_page(head: Head, *, body: float) -> Page:
    """Make a page with its head and foot, and room for a body of so many points in between."""
    titles = wrap(head.title, width=WIDTH - 2 * EDGE, size=TITLE.size, lines=3, bold=True)
    key = _flow(head.key)
    notes = [line for note in head.notes if note for line in wrap(note, width=WIDTH - 2 * EDGE, size=7, lines=4)]
    top = 13 * len(titles) + 4 + (LINE if head.status else 0) + 12 * len(key) + 9
    height = top + body + (LINE * len(notes) + 6 if notes else 2)
    figure = Figure(figsize=(WIDTH / 72, height / 72))
    sheet = figure.add_axes((0, 0, 1, 1), zorder=-1)
    sheet.set(xlim=(0, WIDTH), ylim=(height, 0))
    sheet.axis("off")
    y = 0.0
    for line in titles:
        y += 13
        write(sheet, (EDGE, y - 2), line, type=TITLE)
    if head.status:
        y += LINE + 1
        write(sheet, (EDGE, y), head.status, type=NOTE)
    y += 3
    for row in key:
        y += 12
        _draw_key(sheet, row, y)
    for number, line in enumerate(notes):
        write(sheet, (EDGE, top + body + LINE * (number + 1) + 2), line, type=NOTE)
    return Page(figure, sheet, top, height)


def _flow(key: tuple[tuple[Mark | str, str], ...]) -> list[list[tuple[float, Mark | str, str]]]:
    """Lay key entries side by side into rows: (left, sign, meaning) each."""
    rows: list[list[tuple[float, Mark | str, str]]] = []
    left = WIDTH
    for sign, meaning in key:
        label = wrap(meaning, width=WIDTH - 40, size=7, lines=1)[0]
        lead = text_width(sign, size=7.5, bold=True) + 4 if isinstance(sign, str) else 11
        wide = lead + text_width(label, size=7) + 14
        if left + wide > WIDTH:
            rows.append([])
            left = EDGE
        rows[-1].append((left, sign, label))
        left += wide
    return rows


def _draw_key(sheet: Axes, row: list[tuple[float, Mark | str, str]], y: float) -> None:
    for left, sign, label in row:
        if isinstance(sign, str):
            write(sheet, (left, y), sign, type=Type(7.5, bold=True))
            lead = text_width(sign, size=7.5, bold=True) + 4
        else:
            draw_marks(sheet, [(left + 4, y - 2.6)], sign)
            lead = 11
        write(sheet, (left + lead, y), label, type=Type(7))
