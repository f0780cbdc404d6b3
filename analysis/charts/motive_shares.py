"""Shares of motives with their intervals, for outlets of many articles: dots in place of a mark a proposition."""

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from .columns import Columns
from .labels import text_width
from .motive_table import SHARE_COLUMNS, VOICES
from .page import NOTE, write
from .palette import PALE, draw_marks
from .palette import VOICES as MARKS

SCALE = 12.0
LANE = 7.0
MARK = 5.0
_WIDE = 70.0  # of a column, whose labels stand in the middle of their lines


def plain_shares(table: pd.DataFrame) -> pd.DataFrame:
    """Give the shares of a motive table by voice, without intervals; one row an outlet, motive and voice."""
    totals = table.groupby("outlet")["count"].sum()
    parts = [
        pd.DataFrame(
            {
                "outlet": table["outlet"],
                "category": table["category"],
                "voice": voice,
                "count": table[f"{voice}_voice"],
                "share": table[f"{voice}_voice"] / table["outlet"].map(totals).replace(0, np.nan),
                "low": np.nan,
                "high": np.nan,
                "articles": table["articles"],
            }
        )
        for voice in VOICES
    ]
    return pd.concat(parts, ignore_index=True)[SHARE_COLUMNS]


def widest_share(shares: pd.DataFrame) -> float:
    """Give the end of the scale: the largest share or upper bound, rounded up to a tenth."""
    shares = shares[shares["voice"].isin(VOICES)]
    highest = np.nanmax([0.05, *shares["share"].dropna(), *shares["high"].dropna()])
    return min(1.0, math.ceil(highest * 10) / 10)


def draw_scale(sheet: Axes, columns: Columns, *, top: float, bottom: float, room: float, widest: float) -> None:
    """Draw the scale of every column: lines at nothing, half and all of it, in percent."""
    narrow = text_width(f"0 {100 * widest:.0f} %", size=7) > room - 8  # the end alone has room, its line says where
    ticks = (widest,) if narrow else (0.0, widest) if room < _WIDE else (0.0, widest / 2, widest)
    for place in range(len(columns.outlets)):
        for tick in ticks:
            x = columns.start(place) + 4 + (room - 8) * tick / widest
            sheet.plot([x, x], [top + SCALE - 2, bottom], color=PALE, linewidth=0.6, zorder=0)
            label = f"{100 * tick:.0f}" + (" %" if tick == ticks[-1] else "")
            end = {0.0: "left", widest: "right"} if room < _WIDE else {}
            write(sheet, (x, top + SCALE - 4), label, type=NOTE, align=end.get(tick, "center"))


def lanes_of(shares: pd.DataFrame, code: str) -> list[str]:
    """Give the voices in which some outlet ascribes a motive: each has a lane of the row, the others take no room."""
    own = shares[(shares["category"] == code) & (shares["count"] > 0)]
    return [voice for voice in VOICES if (own["voice"] == voice).any()]


def draw_shares(
    sheet: Axes,
    shares: pd.DataFrame,
    *,
    lanes: list[str],
    place: tuple[float, float],
    room: float,
    widest: float,
    lane: float = LANE,
) -> None:
    """Draw one cell from its top left: in a lane of its own each voice that ascribes the motive, with its interval."""
    left, top = place
    for number, voice in enumerate(lanes):
        own = shares[(shares["voice"] == voice) & (shares["count"] > 0)]
        if own.empty:
            continue
        row = own.iloc[0]
        y = top + lane * (number + 0.5)
        low, high, middle = (left + 4 + (room - 8) * row[name] / widest for name in ("low", "high", "share"))
        if np.isfinite(low) and np.isfinite(high):
            sheet.plot([low, high], [y, y], color=MARKS[voice].colour, linewidth=0.8, zorder=2)
        draw_marks(sheet, [(middle, y)], MARKS[voice], size=min(MARK, lane)).set_gid(f"share-{voice}")
