"""The rows of the figure of several actors: a motive's label and, for every outlet and actor, the cell of its marks."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd
from matplotlib.axes import Axes

from .banks import LABELS, Bank
from .labels import shorten, text_width, wrap
from .motive_cells import DENSE, MARK, STEP, PlacedMark, count_signs, draw_cell, marks_height, place_marks
from .motive_shares import draw_shares, lanes_of, widest_share
from .page import EDGE, LINE, NOTE, WIDTH, Type, write
from .palette import PALE

MANY = 3
_LABEL = Type(7.5, bold=True)
_NUMBER = Type(7, bold=True)
_SIGNS = Type(7, "#4b5563")
_NOTHING = Type(7.5, "#9ca3af")
_PAD = 2.5
_GROUP = 9.5
_WIDE = 45.0
_LANE = 4.6


@dataclass(frozen=True)
class ActorMotives:
    """What the rows are drawn from: counts and propositions by actor, and shares by actor where marks are too many."""

    table: pd.DataFrame
    counted: pd.DataFrame
    shares: pd.DataFrame | None

    @cached_property
    def cells(self) -> dict[tuple[str, str, str], pd.DataFrame]:
        """Give the propositions of each outlet, actor and code that has any."""
        return dict(list(self.counted.groupby(["outlet", "holder", "category"], sort=False)))

    @cached_property
    def widest(self) -> float:
        """Give the end of the scale of shares, the same in every column."""
        return widest_share(self.shares) if self.shares is not None else 1.0


@dataclass(frozen=True)
class BankRow:
    """A row's place in its bank: its code, the group's heading where one begins, the label's lines, top and height."""

    code: str
    group: str
    label: tuple[str, ...]
    top: float
    height: float


def lay_bank_rows(motives: ActorMotives, bank: Bank, codes: list[str]) -> list[BankRow]:
    """Lay the rows of a bank below one another, from 0; each is as high as its fullest cell."""
    known = motives.table.drop_duplicates("category").set_index("category")
    rows: list[BankRow] = []
    top, last = 0.0, ""
    for code in codes:
        group, name = str(known["group"][code]), str(known["label"][code])
        heading, last = (group if group not in (last, name) else ""), group
        label = wrap(name, width=LABELS - 8, size=_LABEL.size, lines=3, bold=True)
        fullest = max(_cell_height(motives, bank, (outlet, actor, code)) for outlet, actor, _ in bank.pairs())
        height = max(fullest, 9.5 * len(label)) + 2 * _PAD + (_GROUP if heading else 0)
        rows.append(BankRow(code, heading, tuple(label), top, height))
        top += height
    return rows


def draw_bank_row(sheet: Axes, motives: ActorMotives, bank: Bank, row: BankRow, *, top: float) -> None:
    """Draw a row of a bank: a line above it, the label, the cell of every outlet and actor."""
    y = top + row.top
    if row.group:
        sheet.plot([EDGE, bank.right], [y, y], color=PALE, linewidth=0.9, zorder=0)
        write(sheet, (EDGE, y + 8.5), shorten(row.group, width=WIDTH - 2 * EDGE, size=7), type=NOTE)
        y += _GROUP
    else:
        sheet.plot([EDGE, bank.right], [y, y], color=PALE, linewidth=0.4, zorder=0)
    y += _PAD
    for number, line in enumerate(row.label):
        write(sheet, (EDGE, y + 8 + 9.5 * number), line, type=_LABEL)
    for outlet, actor, left in bank.pairs():
        cell = motives.cells.get((outlet, actor, row.code))
        if cell is None:
            write(sheet, (left + 1.5, y + 8), "·", type=_NOTHING)
        elif motives.shares is None:
            _draw_marks(sheet, cell, bank, place=(left, y))
        else:
            _draw_dots(sheet, motives, bank, (outlet, actor, row.code), place=(left, y))


def _cell_height(motives: ActorMotives, bank: Bank, key: tuple[str, str, str]) -> float:
    cell = motives.cells.get(key)
    if cell is None:
        return 0.0
    if motives.shares is None:
        placed = place_marks(cell, width=bank.columns.room, scale=_scale(bank))
        return max([marks_height(placed), *([_number_place(placed, bank)[1] + 4] if len(placed) > MANY else [])])
    lanes = lanes_of(_of_bank(motives, bank), key[2])
    return _LANE * len(lanes) + 2 + LINE * len(_count_lines(cell, bank))


def _draw_marks(sheet: Axes, cell: pd.DataFrame, bank: Bank, *, place: tuple[float, float]) -> None:
    left, top = place
    placed = place_marks(cell, width=bank.columns.room, scale=_scale(bank))
    draw_cell(sheet, placed, left=left, top=top, scale=_scale(bank))
    if len(placed) > MANY:
        x, y = _number_place(placed, bank)
        write(sheet, (left + x, top + y + 2.6), str(len(placed)), type=_NUMBER)


def _number_place(placed: list[PlacedMark], bank: Bank) -> tuple[float, float]:
    """Where the number of many marks stands: behind the last one, or below it where there is no room."""
    last, scale = placed[-1], _scale(bank)
    sign = text_width(last.sign, size=7, bold=True) + 1.5 if last.sign else 0.0
    end = last.x + STEP * scale / 2 + sign + (MARK * scale / 2 if last.minimised else 0) + 2
    if end + text_width(str(len(placed)), size=7, bold=True) <= bank.columns.room:
        return end, last.y
    return 0.5, last.y + LINE


def _draw_dots(
    sheet: Axes, motives: ActorMotives, bank: Bank, key: tuple[str, str, str], *, place: tuple[float, float]
) -> None:
    (outlet, actor, code), (left, top) = key, place
    shares = _of_bank(motives, bank)
    lanes = lanes_of(shares, code)
    own = shares[(shares["outlet"] == outlet) & (shares["actor"] == actor) & (shares["category"] == code)]
    draw_shares(
        sheet, own, lanes=lanes, place=(left, top + 1), room=bank.columns.room, widest=motives.widest, lane=_LANE
    )
    y = top + _LANE * len(lanes) + 9
    (count, *signs), *more = _count_lines(motives.cells[key], bank)
    write(sheet, (left + 1, y), count, type=_NUMBER)
    for number, line in enumerate([" ".join(signs), *map(" ".join, more)]):
        indent = text_width(count, size=7, bold=True) + 3 if number == 0 else 0
        write(sheet, (left + 1 + indent, y + LINE * number), line, type=_SIGNS)


def _of_bank(motives: ActorMotives, bank: Bank) -> pd.DataFrame:
    return motives.shares[motives.shares["outlet"].isin(bank.outlets)]


def _count_lines(cell: pd.DataFrame, bank: Bank) -> list[list[str]]:
    """The number of a cell's propositions and how many are denied, hedged or minimised, in lines of words."""
    words = f"{len(cell):,} {count_signs(cell)}".strip()
    return [line.split(" ") for line in wrap(words, width=bank.columns.room - 1, size=7, lines=4, bold=True)]


def _scale(bank: Bank) -> float:
    return 1.0 if bank.columns.width >= _WIDE else DENSE
