"""Bars in cells: rows of anything counted, a column an outlet, each cell a bar with its number."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from .columns import Columns
from .labels import shorten, text_width
from .page import EDGE, HEAD, NOTE, Type, write
from .palette import outlet_mark

ROW = 11.5
_ZERO = Type(7, "#9ca3af")
_NUMBER = Type(7)


def draw_bar(sheet: Axes, *, place: tuple[float, float], size: tuple[float, float], outlet: int) -> None:
    """Draw a bar in the colour and hatch of an outlet, from a left top corner, of a width and height."""
    mark = outlet_mark(outlet)
    sheet.add_patch(
        Rectangle(place, *size, facecolor=mark.colour, hatch=mark.hatch or None, edgecolor="white", linewidth=0)
    )


def tallies_height(counts: pd.DataFrame) -> float:
    """Give the height of a block of bars with its heading."""
    return 16 + ROW * max(len(counts), 1) + 8


def draw_tallies(sheet: Axes, counts: pd.DataFrame, columns: Columns, *, top: float, title: str, none: str) -> None:
    """Draw a block: ``counts`` has a row a thing counted and a column an outlet; empty, it says ``none``."""
    write(sheet, (EDGE, top + 9), title, type=HEAD)
    if counts.empty:
        write(sheet, (EDGE, top + 24), none, type=NOTE)
        return
    highest = float(np.nanmax(counts.to_numpy())) or 1.0
    digits = max(text_width(f"{int(value):,}", size=7) for value in counts.to_numpy().ravel()) + 4
    room = max(columns.room - digits, 4.0)
    for number, (label, row) in enumerate(counts.iterrows()):
        y = top + 16 + ROW * number
        write(sheet, (EDGE, y + 8), shorten(str(label), width=columns.left - EDGE - 6, size=7), type=_NUMBER)
        for place, outlet in enumerate(columns.outlets):
            value = int(row[outlet])
            left = columns.start(place)
            if value:
                draw_bar(sheet, place=(left, y + 1.5), size=(max(room * value / highest, 0.8), 8), outlet=place)
            shown = room * value / highest if value else 0
            write(sheet, (left + shown + 2.5, y + 8), f"{value:,}", type=_NUMBER if value else _ZERO)


def top_rows(counts: pd.DataFrame, *, limit: int, rest: str) -> pd.DataFrame:
    """Keep the largest rows and add up the others in one row, named by ``rest`` with their number."""
    ordered = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    if len(ordered) <= limit:
        return ordered
    others = ordered.iloc[limit - 1 :].sum().rename(rest.format(len(ordered) - limit + 1))
    return pd.concat([ordered.iloc[: limit - 1], others.to_frame().T])
