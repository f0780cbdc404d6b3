"""Framing vocabulary per 1,000 words: outlets against one another, each voice by itself."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from .labels import as_label, shorten
from .outlets import count, intervals_line, is_descriptive, outlets_key, too_few_line
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Type, in_style, open_page, style, write
from .palette import GREY, INK, PALE, VOICES, draw_marks, outlet_mark, voice_name

_LABELS = 88.0
_LANE = 8.5
_FEW = 4
_DENSE_LANE = 6.7
_COUNTS = 26.0
_HEAD = 14.0
_FOOT = 30.0


def plot_frame_rates(rates: pd.DataFrame, *, outlets: pd.DataFrame, highest: float, ax: Axes | None = None) -> Axes:
    """Draw the rates of one voice: a row a frame, in it a lane an outlet with its dot, interval and number of hits.

    ``rates`` has one row an outlet and frame: outlet, frame, count, per_1000, low, high. Of two outlets a light bar
    spans the rates of a frame. Frames without a hit keep their row.
    """
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    frames, order = list(dict.fromkeys(rates["frame"])), list(outlets["outlet"])
    tall = row_height(len(order))
    ax.set(
        xlim=(0, highest), ylim=(tall * max(len(frames), 1), 0), yticks=[tall * (i + 0.5) for i in range(len(frames))]
    )
    ax.set_yticklabels([as_label(shorten(frame, width=_LABELS - 10, size=7.5)) for frame in frames])
    ax.set_xticks([tick for tick in MaxNLocator(5).tick_values(0, highest) if 0 <= tick < 0.85 * highest])
    ax.spines["left"].set_visible(False)
    ax.grid(axis="x")
    for number, frame in enumerate(frames):
        own = rates[rates["frame"] == frame]
        low, high = own["per_1000"].min(), own["per_1000"].max()
        top, middle = tall * number, tall * (number + 0.5)
        if len(order) == 2:
            ax.add_patch(Rectangle((low, middle - 1.6), high - low, 3.2, facecolor="#d1d5db", linewidth=0, zorder=1))
        ax.axhline(top, color=PALE, linewidth=0.5, zorder=0)
        for row in own.rename(columns={"count": "hits"}).itertuples(index=False):
            if row.outlet in order:
                lane = order.index(row.outlet)
                y = top + _edge(len(order)) + _lane(len(order)) * (lane + 0.5)
                _draw_rate(ax, row, lane=lane, y=y, highest=highest)
    return ax


def _draw_rate(ax: Axes, row: tuple, *, lane: int, y: float, highest: float) -> None:
    mark = outlet_mark(lane)
    if pd.notna(row.low) and pd.notna(row.high):
        ax.plot([row.low, row.high], [y, y], color=mark.colour, linewidth=0.7, zorder=2)
    if pd.notna(row.per_1000):
        draw_marks(ax, [(row.per_1000, y)], mark, size=5.5).set_gid("rate")
    colour = INK if row.hits else GREY
    write(ax, (highest * 1.04, y), f"{row.hits:,}", type=Type(7, colour), middle=True)


def row_height(outlets: int) -> float:
    """Give the height of a frame's row in points."""
    return _lane(outlets) * max(outlets, 1) + 2 * _edge(outlets)


def _edge(outlets: int) -> float:
    return 3.0 if outlets <= _FEW else 2.0


def _lane(outlets: int) -> float:
    return _LANE if outlets <= _FEW else _DENSE_LANE


@in_style
def draw_frames(rates: pd.DataFrame, *, outlets: pd.DataFrame, actor: str) -> Figure:
    """Draw the frames' rates per 1,000 words by outlet, a panel a voice; voices of a frame add up to the frame.

    ``rates`` has one row an outlet, frame and voice: outlet, frame, voice, count, per_1000, low, high. Intervals are
    thin: those of an outlet with fewer than 5 articles take words for independent, which they are not.
    """
    frames = list(dict.fromkeys(rates["frame"]))
    tall = row_height(len(outlets)) * max(len(frames), 1)
    page = open_page(_head(rates, outlets), body=_HEAD + tall + _FOOT)
    highest = float(rates[["per_1000", "high"]].max().max()) * 1.04 if len(rates) else 1.0
    width = (WIDTH - EDGE - _LABELS - len(VOICES) * _COUNTS) / len(VOICES)
    for number, (voice, mark) in enumerate(VOICES.items()):
        left = _LABELS + number * (width + _COUNTS)
        draw_marks(page.sheet, [(left + 4, page.top + 5)], mark)
        name = shorten(voice_name(voice, actor=actor).removeprefix("the "), width=width + 10, size=8, bold=True)
        write(page.sheet, (left + 11, page.top + 8), name, type=HEAD)
        axes = page.panel(left, page.top + _HEAD, width, tall)
        plot_frame_rates(rates[rates["voice"] == voice], outlets=outlets, highest=highest, ax=axes)
        axes.tick_params(labelleft=number == 0)
        write(page.sheet, (left, page.top + _HEAD + tall + 22), "hits per 1,000 words", type=NOTE)
        write(page.sheet, (left + width + 5, page.top + _HEAD + tall + 11), "hits", type=NOTE)
    if not frames:
        write(page.sheet, (EDGE, page.top + _HEAD + 10), "No frame.", type=NOTE)
    return page.figure


def _head(rates: pd.DataFrame, outlets: pd.DataFrame) -> Head:
    few = is_descriptive(outlets)
    line = intervals_line(rates, outlets=outlets)
    return Head(
        title="Framing vocabulary, and in whose voice it stands",
        status=count(len(outlets), "outlet") + (" · descriptive only" if few else ""),
        key=outlets_key(outlets),
        notes=(
            f"Thin lines are 95 % intervals, {line}. Rates of the three voices add up to the frame’s rate.",
            too_few_line(outlets),
        ),
    )
