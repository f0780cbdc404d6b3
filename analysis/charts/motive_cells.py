"""The cells of the motive figure: where each mark of a proposition stands, with its signs.

Places are in points from the cell's top left. A mark has its voice; ``n`` behind it says by denial, ``?`` hedged, and
parentheses that the text calls the motive weak.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .labels import text_width
from .page import Type, write
from .palette import GREY, VOICES, draw_marks

MARK = 6.5
STEP = 9.5
ROW = 11.0
DENSE = 0.78
_SIGN = Type(7, bold=True)
_BRACKET = Type(9, GREY)


@dataclass(frozen=True)
class PlacedMark:
    """A mark at its place: ``x`` and ``y`` of its middle."""

    x: float
    y: float
    voice: str
    sign: str
    minimised: bool


def place_marks(cell: pd.DataFrame, *, width: float, scale: float = 1.0) -> list[PlacedMark]:
    """Lay the marks of a cell from left to right, in as many lines as the width asks for; minimised ones last."""
    placed: list[PlacedMark] = []
    step, line = STEP * scale, ROW * max(scale, 0.85)
    x, y = 0.0, line / 2
    for voice, sign, minimised in _in_order(cell):
        wide = step + _sign_width(sign) + (8 if minimised else 0)
        lead = 4.5 if minimised else 0
        if x and x + wide > width:
            x, y = 0.0, y + line
        placed.append(PlacedMark(x + lead + step / 2, y, voice, sign, minimised))
        x += wide
    return placed


def count_signs(cell: pd.DataFrame) -> str:
    """Write how many propositions of a cell are denied, hedged and minimised, 2n 1? (1), where no mark shows it."""
    signs = (("{}n", "negated"), ("{}?", "hedged"), ("({})", "minimised"))
    totals = [(sign, int(cell[column].astype(bool).sum())) for sign, column in signs]
    return " ".join(sign.format(number) for sign, number in totals if number)


def marks_height(placed: Iterable[PlacedMark]) -> float:
    """Give the height that placed marks take, one line at least."""
    return max((mark.y for mark in placed), default=ROW / 2) + ROW / 2


def draw_cell(axes: Axes, placed: list[PlacedMark], *, left: float, top: float, scale: float = 1.0) -> None:
    """Draw the marks of a cell with their signs; one collection a voice, and one more where marks are minimised."""
    for voice, mark in VOICES.items():
        for minimised in (False, True):
            own = [m for m in placed if m.voice == voice and m.minimised == minimised]
            if own:
                places = [(left + m.x, top + m.y) for m in own]
                drawn = draw_marks(axes, places, mark, size=MARK * scale, faded=minimised)
                drawn.set_gid(f"motive-{voice}{'-minimised' if minimised else ''}")
    for mark in placed:
        x, y = left + mark.x, top + mark.y
        if mark.minimised:
            write(axes, (x - MARK * scale / 2 - 4.4, y + 3), "(", type=_BRACKET)
        if mark.sign:
            write(axes, (x + MARK * scale / 2 + 1.5, y + 2.6), mark.sign, type=_SIGN)
        if mark.minimised:
            write(axes, (x + MARK * scale / 2 + 1 + _sign_width(mark.sign), y + 3), ")", type=_BRACKET)


def _sign_width(sign: str) -> float:
    return text_width(sign, size=7, bold=True) + 1.5 if sign else 0.0


def _in_order(cell: pd.DataFrame) -> list[tuple[str, str, bool]]:
    """(voice, sign, minimised) of each proposition: by voice, plain before marked, minimised last."""
    order = list(VOICES)
    marks = [
        (
            row.voice if row.voice in VOICES else "other",
            ("n" if row.negated else "") + ("?" if row.hedged else ""),
            bool(row.minimised),
        )
        for row in cell.itertuples(index=False)
    ]
    return sorted(marks, key=lambda mark: (mark[2], order.index(mark[0]), mark[1]))
