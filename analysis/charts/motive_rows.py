"""The rows of the motive figure: a motive's label, each outlet's cell with its count, and the quote beneath."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .columns import Columns
from .labels import shorten, text_width, wrap
from .motive_cells import DENSE, count_signs, draw_cell, marks_height, place_marks
from .motive_shares import LANE, draw_shares, lanes_of, widest_share
from .page import EDGE, LINE, NOTE, WIDTH, Type, write
from .palette import PALE
from .quote_lines import QuoteLines, break_quote, draw_quote

LABELS = 94.0
_COUNT = 46.0
_LABEL = Type(7.5, bold=True)
_NUMBER = Type(7.5, bold=True)
_PERCENT = Type(7, "#4b5563")
_ZERO = Type(7.5, "#9ca3af")
_PAD = 3.0
_GROUP = 9.0
_FEW = 3
ENOUGH_PROPOSITIONS = 5  # of an outlet, below which a percentage would pretend to more than the number beside it
_MANY_ROWS = 10


@dataclass(frozen=True)
class Motives:
    """What the figure is drawn from: the counts, their propositions, quotes, and shares where marks are too many."""

    table: pd.DataFrame
    counted: pd.DataFrame
    outlets: pd.DataFrame
    columns: Columns
    quotes: pd.DataFrame | None
    shares: pd.DataFrame | None
    grouped: bool = False

    @property
    def beneath(self) -> bool:
        """Say whether counts stand beneath the marks, for want of room beside them."""
        return self.columns.room < 100

    @property
    def room(self) -> float:
        """Give the width for marks in a cell."""
        return self.columns.room - (0 if self.beneath else _COUNT)

    @property
    def scale(self) -> float:
        """Give the size of the marks: smaller in narrow columns."""
        return DENSE if self.columns.narrow else 1.0

    @property
    def quotes_in_cells(self) -> bool:
        """Say whether quotes stand in the cells, which takes wide ones."""
        return self.quotes is not None and len(self.outlets) <= _FEW

    def cell(self, outlet: str, code: str) -> pd.DataFrame:
        """Give the propositions of a cell."""
        return self.counted[(self.counted["outlet"] == outlet) & (self.counted["category"] == code)]

    def counts(self, code: str) -> list[tuple[int, float]]:
        """Give count and share of a motive in each outlet, the share nan of fewer than 5 propositions in all."""
        own = self.table[self.table["category"] == code]
        enough = own["outlet"].map(self.table.groupby("outlet")["count"].sum()) >= ENOUGH_PROPOSITIONS
        return [
            (int(number), float(share)) for number, share in zip(own["count"], own["share"].where(enough), strict=True)
        ]

    def quote(self, outlet: str, code: str) -> QuoteLines | None:
        """Give the quote that stands in a cell."""
        if not self.quotes_in_cells:
            return None
        crowded = self.table.loc[self.table["count"] > 0, "category"].nunique() > _MANY_ROWS
        lines = 2 if crowded and len(self.outlets) < _FEW else 3
        return break_quote(self.quotes, outlet, code, width=self.columns.room, lines=lines)


@dataclass(frozen=True)
class Row:
    """A motive at its place below the top of the body: the lines of its label, the height of its marks and in all.

    ``group`` is the heading of the group that begins with it, else empty.
    """

    code: str
    group: str
    label: tuple[str, ...]
    top: float
    marks: float
    height: float


def lay_rows(motives: Motives, codes: list[str], *, top: float) -> list[Row]:
    """Lay the rows below one another; each is as high as its fullest cell."""
    known = motives.table.drop_duplicates("category").set_index("category")
    rows: list[Row] = []
    last = ""
    for code in codes:
        group = str(known["group"][code]) if motives.grouped else ""
        heading, last = (group if group != last else ""), group
        label = wrap(str(known["label"][code]), width=LABELS - 10, size=_LABEL.size, lines=3, bold=True)
        marks = max(_marks_height(motives, outlet, code) for outlet in motives.outlets["outlet"])
        quotes = [motives.quote(outlet, code) for outlet in motives.outlets["outlet"]]
        signs = max(len(_sign_lines(motives, outlet, code)) for outlet in motives.outlets["outlet"])
        counts = 10.0 + LINE * signs if motives.beneath else 0.0
        below = max([quote.height for quote in quotes if quote] or [counts])
        height = max(marks + below, 10.0 * len(label)) + 2 * _PAD + (_GROUP if heading else 0)
        rows.append(Row(code, heading, tuple(label), top, marks, height))
        top += height
    return rows


def draw_row(sheet: Axes, motives: Motives, row: Row, *, top: float) -> None:
    """Draw a row: a line above it, the label, every cell with its count and quote."""
    y = top + row.top
    sheet.plot([EDGE, WIDTH - EDGE], [y, y], color=PALE, linewidth=0.6, zorder=0)
    if row.group:
        write(sheet, (EDGE, y + 9), shorten(row.group, width=WIDTH - 2 * EDGE, size=7), type=NOTE)
        y += _GROUP
    y += _PAD
    for number, line in enumerate(row.label):
        write(sheet, (EDGE, y + 8.4 + 10 * number), line, type=_LABEL)
    for place, (outlet, (number, share)) in enumerate(
        zip(motives.outlets["outlet"], motives.counts(row.code), strict=True)
    ):
        left = motives.columns.start(place)
        if not number:
            _draw_zero(sheet, motives, left=left, top=y)
            continue
        _draw_count(sheet, motives, number, share, left=left, top=y + (row.marks if motives.beneath else 0))
        _draw_signs(sheet, motives, outlet, row, place=(left, y))
        _draw_inside(sheet, motives, outlet, row.code, place=(left, y))
        quote = motives.quote(outlet, row.code)
        if quote:
            draw_quote(sheet, quote, left=left, top=y + row.marks)


def _marks_height(motives: Motives, outlet: str, code: str) -> float:
    if motives.shares is not None:
        beside = 0 if motives.beneath else LINE * (1 + len(_sign_lines(motives, outlet, code)))
        return max(LANE * len(lanes_of(motives.shares, code)) + 2, beside)
    return marks_height(place_marks(motives.cell(outlet, code), width=motives.room, scale=motives.scale))


def _draw_inside(sheet: Axes, motives: Motives, outlet: str, code: str, *, place: tuple[float, float]) -> None:
    left, top = place
    if motives.shares is None:
        placed = place_marks(motives.cell(outlet, code), width=motives.room, scale=motives.scale)
        draw_cell(sheet, placed, left=left, top=top, scale=motives.scale)
        return
    own = motives.shares[(motives.shares["outlet"] == outlet) & (motives.shares["category"] == code)]
    lanes, widest = lanes_of(motives.shares, code), widest_share(motives.shares)
    draw_shares(sheet, own, lanes=lanes, place=(left, top + 1), room=motives.room, widest=widest)


def _draw_zero(sheet: Axes, motives: Motives, *, left: float, top: float) -> None:
    if motives.beneath:
        write(sheet, (left + 2, top + 8.4), "0", type=_ZERO)
        return
    write(sheet, (left + 2, top + 8.4), "·", type=_ZERO)
    write(sheet, (left + motives.columns.room - 25, top + 8.4), "0", type=_ZERO, align="right")


def _draw_count(sheet: Axes, motives: Motives, number: int, share: float, *, left: float, top: float) -> None:
    if motives.beneath:
        wide = text_width(f"{number:,}", size=7.5, bold=True)
        write(sheet, (left + 2, top + 7.5), f"{number:,}", type=_NUMBER)
        write(sheet, (left + 4 + wide, top + 7.5), f"{100 * share:.0f}%" if share == share else "", type=_PERCENT)
        return
    right = left + motives.columns.room
    write(sheet, (right - 25, top + 8.4), f"{number:,}", type=_NUMBER, align="right")
    write(sheet, (right, top + 8.4), f"{100 * share:.0f} %" if share == share else "", type=_PERCENT, align="right")


def _draw_signs(sheet: Axes, motives: Motives, outlet: str, row: Row, *, place: tuple[float, float]) -> None:
    """Write under the count how many propositions of a cell are by denial, hedged or minimised."""
    left, top = place
    for number, line in enumerate(_sign_lines(motives, outlet, row.code)):
        if motives.beneath:
            write(sheet, (left + 2, top + row.marks + 7.5 + LINE * (number + 1)), line, type=_PERCENT)
        else:
            write(sheet, (left + motives.columns.room, top + 17), line, type=_PERCENT, align="right")


def _sign_lines(motives: Motives, outlet: str, code: str) -> list[str]:
    """The counts of denied, hedged and minimised propositions of a cell in lines, where no mark can show them."""
    if motives.shares is None:
        return []
    said = count_signs(motives.cell(outlet, code))
    if not said:
        return []
    return wrap(said, width=motives.columns.room, size=7, lines=3) if motives.beneath else [said]
