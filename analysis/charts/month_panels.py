"""A panel of the figure over time: one frame or motive by month, the outlets as lines, or each in its lane."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from .labels import as_label
from .months import Slots, set_slots
from .page import style
from .palette import GREY, outlet_mark

MOST_LINES = 4
_LEAST = 3.6  # points: the smallest mark of a lane
_RING = 2.2


def plot_timeline(
    timeline: pd.DataFrame, *, outlets: pd.DataFrame, slots: Slots, column: str = "per_1000", ax: Axes | None = None
) -> Axes:
    """Draw one item by month: a dot an outlet and month, its interval, and a line between months side by side.

    ``timeline`` has one row an outlet and month: outlet, month, low, high and the ``column`` drawn; a month without
    articles is missing there and breaks the line. What has no date and is higher than the axis stands at its upper edge
    with its number. Of more than four outlets each has a lane in place of a height, and the area of a dot stands for
    the number; intervals have no room there. Counts have none at all.
    """
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    set_slots(ax, slots)
    draw = _draw_line if len(outlets) <= MOST_LINES else _draw_lane
    for lane, outlet in enumerate(outlets["outlet"]):
        own = timeline[(timeline["outlet"] == outlet) & (timeline["month_articles"] > 0)]
        places = np.array([slots.position(slots.place(month)) for month in own["month"]], dtype=float)
        draw(ax, own.assign(place=places), column=column, lane=lane, lanes=len(outlets))
    return ax


def _draw_line(ax: Axes, own: pd.DataFrame, *, column: str, lane: int, lanes: int) -> None:
    mark = outlet_mark(lane)
    shift = (lane - (lanes - 1) / 2) * min(0.17, 0.7 / lanes)
    places, values = own["place"].to_numpy() + shift, own[column].to_numpy(float)
    dated = own["month"].notna().to_numpy()
    for first in np.flatnonzero(dated[:-1] & dated[1:] & (np.diff(own["place"]) == 1)):
        pair = slice(first, first + 2)
        ax.plot(places[pair], values[pair], color=mark.colour, linewidth=0.8, alpha=0.55, zorder=2)
    if column == "per_1000":
        ax.vlines(places, own["low"], own["high"], color=mark.colour, linewidth=0.6, alpha=0.75, zorder=1.5)
    top = np.inf if ax.get_autoscaley_on() else ax.get_ylim()[1]
    _dots(ax, places, np.minimum(values, top), lane=lane, size=4.4)
    for place, value in zip(places[values > top], values[values > top], strict=True):
        number = ax.annotate(f"{value:.{int(column == 'per_1000')}f}", (place, top), (-4, -2.5 - 8 * lane),
                             textcoords="offset points", ha="right", fontsize=7, color=mark.colour)  # fmt: skip
        number.set_gid("beyond")


def _draw_lane(ax: Axes, own: pd.DataFrame, *, column: str, lane: int, lanes: int) -> None:
    """Draw an outlet's months in its lane: the area of a dot is the number's share of the highest, 0 a grey ring."""
    highest = ax.get_ylim()[1]
    values = own[column].to_numpy(float)
    box = ax.get_window_extent()
    scale = 72 / ax.figure.dpi
    slot = box.width * scale / (ax.get_xlim()[1] - ax.get_xlim()[0])
    most = max(min(box.height * scale / lanes, slot) * 1.15, 2 * _LEAST)
    places, some = own["place"].to_numpy(), values > 0
    heights = np.full(len(own), (1 - (lane + 0.5) / lanes) * highest)
    sizes = np.maximum(most * np.sqrt(values[some] / highest), _LEAST)
    _dots(ax, places[some], heights[some], lane=lane, size=sizes)
    rings = ax.scatter(places[~some], heights[~some], s=_RING**2, facecolor="white", edgecolor=GREY, linewidth=0.6,
                       zorder=2.5, clip_on=False)  # fmt: skip
    rings.set_gid("month")


def _dots(ax: Axes, places: np.ndarray, values: np.ndarray, *, lane: int, size: float | np.ndarray) -> None:
    mark = outlet_mark(lane)
    drawn = ax.scatter(
        places, values, s=np.broadcast_to(size, values.shape) ** 2, marker=mark.shape, facecolor=mark.colour,
        edgecolor="white", linewidth=0.3, zorder=3, clip_on=False,
    )  # fmt: skip
    drawn.set_gid("month")


def set_heights(axes: Axes, highest: float, *, lanes: int) -> None:
    """Number the height of a panel; lanes have no height, only thin lines that part them."""
    if lanes <= MOST_LINES:
        ticks = [tick for tick in MaxNLocator(3, integer=highest > 3).tick_values(0, highest) if 0 <= tick < highest]
        axes.set_yticks(ticks, labels=[as_label(f"{tick:g}") for tick in ticks], fontsize=7)
        axes.grid(axis="y")
        return
    axes.set_yticks([(1 - (lane + 0.5) / lanes) * highest for lane in range(lanes)], labels=[""] * lanes)
    axes.spines["left"].set_visible(False)
    axes.grid(axis="y")
