"""Banks: rows of panels, a panel an outlet with a column for each actor, names and n above.

Outlets stand side by side as long as their actors' columns stay wide enough for marks; what has no room goes below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .columns import Columns
from .labels import NO_BREAK, drawable, shorten, text_width, wrap
from .outlets import shown_names, size_line
from .page import EDGE, HEAD, LINE, NOTE, WIDTH, Type, write
from .palette import PALE

LABELS = 84.0
_LEAST = 27.5
_APART = 8.0
_LONGEST = 64.0
_NAME = Type(7.5, bold=True)
_COUNTS = (("propositions", "propositions"), ("in_sentences", "in sentences"), ("named", "times named"))


@dataclass(frozen=True)
class Bank:
    """Some outlets side by side, each with a column for every actor."""

    outlets: tuple[str, ...]
    actors: tuple[str, ...]
    columns: Columns

    def pairs(self) -> Iterator[tuple[str, str, float]]:
        """Give each outlet and actor with the left edge of their column."""
        pairs = [(outlet, actor) for outlet in self.outlets for actor in self.actors]
        for place, (outlet, actor) in enumerate(pairs):
            yield outlet, actor, self.columns.start(place)

    @property
    def panel(self) -> float:
        """Give the width of an outlet's panel."""
        return self.columns.width * len(self.actors)

    @property
    def right(self) -> float:
        """Give the right edge of the last panel."""
        return self.columns.start(len(self.columns.outlets) - 1) + self.columns.width

    @property
    def upright(self) -> bool:
        """Say whether a name of an actor is too wide to lie above its column."""
        return any(text_width(actor, size=7.5, bold=True) > self.columns.width - 3 for actor in self.actors)


def lay_banks(outlets: Sequence[str], actors: Sequence[str]) -> list[Bank]:
    """Divide outlets among as few banks as keep the actors' columns wide enough, and evenly."""
    number = -(-len(outlets) // _beside(len(actors)))
    beside = -(-len(outlets) // max(number, 1))
    width = ((WIDTH - EDGE - LABELS) / max(beside, 1) - _APART) / max(len(actors), 1)
    return [
        _bank(tuple(outlets[first : first + beside]), tuple(actors), width)
        for first in range(0, len(outlets), max(beside, 1))
    ]


def head_height(bank: Bank, numbers: pd.DataFrame) -> float:
    """Give the height of a bank's heads: names of outlets and actors, and the n."""
    names, sizes = _outlet_lines(bank, numbers)
    return 11 * max(map(len, names)) + LINE * max(map(len, sizes)) + _actors_height(bank) + LINE * len(_COUNTS) + 7


def draw_bank_head(sheet: Axes, bank: Bank, numbers: pd.DataFrame, *, top: float) -> None:
    """Draw the heads of a bank; ``numbers`` (ACTOR_COLUMNS) has the n of every outlet and actor."""
    names, sizes = _outlet_lines(bank, numbers)
    for place, (name, size) in enumerate(zip(names, sizes, strict=True)):
        left = bank.columns.start(place * len(bank.actors))
        for number, line in enumerate(name):
            write(sheet, (left, top + 9 + 11 * number), line, type=HEAD)
        for number, line in enumerate(size):
            write(sheet, (left, top + 11 * max(map(len, names)) + LINE * (number + 1) - 2), line, type=NOTE)
    y = top + 11 * max(map(len, names)) + LINE * max(map(len, sizes)) + _actors_height(bank)
    known = numbers.set_index(["outlet", "actor"])
    for outlet, actor, left in bank.pairs():
        _draw_actor(sheet, bank, actor, place=(left, y))
        for number, (column, _) in enumerate(_COUNTS):
            write(sheet, (left, y + LINE * (number + 1)), f"{known.loc[(outlet, actor), column]:,}", type=NOTE)
    for number, (_, label) in enumerate(_COUNTS):
        write(sheet, (EDGE, y + LINE * (number + 1)), label, type=NOTE)


def draw_borders(sheet: Axes, bank: Bank, *, top: float, bottom: float) -> None:
    """Draw a line between one outlet's panel and the next."""
    for place in range(1, len(bank.outlets)):
        x = bank.columns.start(place * len(bank.actors)) - _APART / 2 - 1
        sheet.plot([x, x], [top, bottom], color=PALE, linewidth=1.2, zorder=0)


def _bank(outlets: tuple[str, ...], actors: tuple[str, ...], width: float) -> Bank:
    columns = tuple(outlet for outlet in outlets for _ in actors)
    return Bank(outlets, actors, Columns(columns, LABELS, width, marked=False, block=len(actors), apart=_APART))


def _draw_actor(sheet: Axes, bank: Bank, actor: str, *, place: tuple[float, float]) -> None:
    left, bottom = place
    if bank.upright:
        name = shorten(actor, width=_LONGEST, size=7.5, bold=True)
        write(sheet, (left + 7, bottom - 1), name, type=_NAME, rotation=90)
    else:
        write(sheet, (left, bottom - 1), actor, type=_NAME)


def _actors_height(bank: Bank) -> float:
    """The height of the actors' names, with the room above them."""
    if not bank.upright:
        return 13.0
    return 6 + min(_LONGEST, max(text_width(drawable(actor), size=7.5, bold=True) for actor in bank.actors))


def _outlet_lines(bank: Bank, numbers: pd.DataFrame) -> tuple[list[list[str]], list[list[str]]]:
    """The lines of each outlet's name and size."""
    known = numbers.drop_duplicates("outlet").set_index("outlet", drop=False).loc[list(bank.outlets)]
    names = shown_names(known)
    return (
        [wrap(names[outlet], width=bank.panel - 2, size=8, lines=2, bold=True) for outlet in bank.outlets],
        [wrap(_whole(size_line(row)), width=bank.panel - 2, size=7, lines=4) for _, row in known.iterrows()],
    )


def _whole(size: str) -> str:
    """The n of an outlet with each number kept beside its noun when lines are broken."""
    return re.sub(r"(\d) ", rf"\1{NO_BREAK}", size)


def _beside(actors: int) -> int:
    """How many outlets' panels stand side by side, one at least."""
    return max(1, int((WIDTH - EDGE - LABELS) // (_LEAST * max(actors, 1) + _APART)))
