"""A comparison of two sides' words: each term a point, the keyest with labels that cover nothing."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

from .labels import shorten, text_width
from .page import Type, style, write
from .palette import GREY, Mark, draw_marks
from .placing import Box, place_labels

_LABEL = 7.0
_LONGEST = 96.0
_FAINT = Mark("o", "#c3c8d0")
_PAPER = {"facecolor": "white", "edgecolor": "none", "pad": 0.4}  # no interval runs through the letters of a label
SIGNIFICANT = 0.05
_LEADER = 5.0  # points between a mark and its label from which a line joins them
_SMALL = 160


@dataclass(frozen=True)
class Sides:
    """The marks of the two sides of a comparison: of words that the outlet has more of, and the reference."""

    outlet: Mark
    reference: Mark


def plot_keyness(table: pd.DataFrame, *, sides: Sides, labelled: int = 12, ax: Axes | None = None) -> Axes:
    """Draw one comparison: each term by Log Ratio (across) and frequency in both sides (up), the keyest with label.

    ``table`` is the block of one outlet and reference in the table's order, the keyest first: term, count,
    reference_count, log_ratio, low, high, q. At most ``labelled`` places a side have a label and an interval; terms
    that share a place share the label. Where q is known, a term with q below
    .05 has a filled mark in the side's colour, any other a hollow grey one.
    """
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    spots = _spots(table)
    often = spots[spots["frequency"] > 1] if (spots["frequency"] > 1).any() else spots
    chosen = [spot for side in (True, False) for spot in often[often["positive"] == side].head(labelled).index]
    order = [index for index in spots.index if index in set(chosen)]
    _set_axes(ax, spots)
    rest = spots.drop(order)
    draw_marks(ax, zip(rest["log_ratio"], rest["frequency"], strict=True), _FAINT, size=3).set_gid("terms")
    for row in spots.loc[order].itertuples(index=False):
        mark = sides.outlet if row.positive else sides.reference
        line = np.clip([row.low, row.high], *ax.get_xlim())
        colour = mark.colour if row.solid else GREY
        ax.plot(line, [row.frequency] * 2, color=colour, linewidth=0.5, alpha=0.4, zorder=2)
    for positive, mark in ((True, sides.outlet), (False, sides.reference)):
        own = spots.loc[order][lambda part, side=positive: part["positive"] == side]
        drawn = draw_marks(ax, zip(own["log_ratio"], own["frequency"], strict=True), mark, size=5)
        drawn.set_gid("key-terms")
        drawn.set_facecolor([mark.colour if solid else "white" for solid in own["solid"]])
        drawn.set_edgecolor([mark.colour if solid else GREY for solid in own["solid"]])
    _draw_labels(ax, spots.loc[order], rest)
    return ax


def _spots(table: pd.DataFrame) -> pd.DataFrame:
    """Terms that share a place in the figure as one row, in the table's order."""
    known = table[np.isfinite(table["log_ratio"].astype(float))]
    spots = known.assign(
        frequency=(known["count"] + known["reference_count"]).astype(float), log_ratio=known["log_ratio"].round(6)
    )
    grouped = spots.groupby(["log_ratio", "frequency"], sort=False)
    merged = grouped.agg(
        terms=("term", lambda terms: [str(term) for term in terms]),
        low=("low", "first"),
        high=("high", "first"),
        q=("q", "min"),
    ).reset_index()
    solid = merged["q"].isna() | (merged["q"] < SIGNIFICANT)
    return merged.assign(positive=merged["log_ratio"] > 0, solid=solid)


def _set_axes(ax: Axes, spots: pd.DataFrame) -> None:
    reach = max(float(spots["log_ratio"].abs().max()) if len(spots) else 1.0, 1.0) * 1.35
    highest = float(spots["frequency"].max()) if len(spots) else 1.0
    ax.set(xlim=(-reach, reach), yscale="log", ylim=(0.75, highest * 1.6))
    ax.set_xticks([tick for tick in MaxNLocator(7).tick_values(-reach, reach) if abs(tick) < 0.93 * reach])
    small = ax.get_window_extent().height * 72 / ax.figure.dpi < _SMALL
    ticks = [tick * 10**power for power in range(7) for tick in ((1,) if small else (1, 2, 5))]
    ax.set_yticks([tick for tick in ticks if tick <= highest * 1.5], minor=False)
    ax.set_yticklabels([_tick(round(tick)) for tick in ax.get_yticks()], fontsize=7)
    ax.yaxis.set_minor_locator(NullLocator())
    ax.axvline(0, color=GREY, linewidth=0.6, zorder=1)
    ax.grid(True)


def _tick(number: int) -> str:
    return f"{number:,}" if number < 10_000 else f"{number / 1000:,.0f}k"


def _draw_labels(ax: Axes, spots: pd.DataFrame, rest: pd.DataFrame) -> None:
    """Write the terms beside their marks; a label that finds no place is left out rather than laid over another."""
    box = ax.get_window_extent()
    scale = 72 / ax.figure.dpi
    area = (box.width * scale, box.height * scale)
    to_points = ax.transData.transform
    points, others = (
        [
            ((x - box.x0) * scale, (y - box.y0) * scale)
            for x, y in to_points(part[["log_ratio", "frequency"]].to_numpy())
        ]
        if len(part)
        else []
        for part in (spots, rest)
    )
    labels = [_label(terms) for terms in spots["terms"]]
    sizes = [(text_width(label, size=_LABEL) + 1, _LABEL * 1.35) for label in labels]
    for label, place, point in zip(
        labels, place_labels(points, sizes=sizes, others=others, area=area), points, strict=True
    ):
        if place is None:
            continue
        at = (place.x / area[0], place.y / area[1])
        text = write(ax, at, label, type=Type(_LABEL))
        text.set(transform=ax.transAxes, va="bottom", zorder=2.5, bbox=_PAPER)
        _draw_leader(ax, place, point, area)


def _draw_leader(ax: Axes, place: Box, point: tuple[float, float], area: tuple[float, float]) -> None:
    """Draw a thin line from a point to its label where the label stands away from it."""
    x, y = place.nearest(point)
    if (x - point[0]) ** 2 + (y - point[1]) ** 2 > _LEADER**2:
        xs, ys = [point[0] / area[0], x / area[0]], [point[1] / area[1], y / area[1]]
        ax.plot(xs, ys, transform=ax.transAxes, color=GREY, linewidth=0.4, zorder=1)


def _label(terms: list[str]) -> str:
    """The terms of one place in one label: as many as fit, and how many more."""
    for kept in range(len(terms), 0, -1):
        more = f" +{len(terms) - kept}" if kept < len(terms) else ""
        label = ", ".join(terms[:kept]) + more
        if text_width(label, size=_LABEL) <= _LONGEST:
            return label
    more = f" +{len(terms) - 1}" if len(terms) > 1 else ""
    return shorten(terms[0], width=_LONGEST - 16, size=_LABEL) + more
