"""Where the frames fall: in each article a mark a hit, or over many articles a strip of tenths an outlet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from .labels import as_label, shorten
from .outlets import count, is_descriptive, shown_names, size_line, too_few_line
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Type, in_style, open_page, style, write
from .palette import GREY, INK, PALE, VOICES, draw_marks, outlet_mark, voice_name
from .places import TENTHS, count_tenths

MOST_ARTICLES = 12
_MANY = 6
_ROW = 12.5
_LABELS = 86.0
_COUNTS = 30.0
_HEAD = 24.0
_FOOT = 22.0
_SHADES = LinearSegmentedColormap.from_list("hits", ["#f3f4f6", "#7fa6bd", "#0b2f45"])


def plot_barcode(places: pd.DataFrame, *, frames: Sequence[str], ax: Axes | None = None) -> Axes:
    """Draw the hits of one article, a row a frame from the first on top, the beginning of the text at the left."""
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    _set_rows(ax, frames)
    ax.hlines(range(len(frames)), 0, 1, color=PALE, linewidth=0.6, zorder=0)
    rows = {frame: number for number, frame in enumerate(frames)}
    for voice, mark in VOICES.items():
        own = places[(places["voice"] == voice) & places["frame"].isin(rows)]
        if len(own):
            points = zip(own["position"], own["frame"].map(rows), strict=True)
            draw_marks(ax, points, mark, size=5).set_gid(f"hits-{voice}")
    return ax


def plot_tenths(tenths: pd.DataFrame, *, frames: Sequence[str], highest: float, ax: Axes | None = None) -> Axes:
    """Draw the rates of one outlet by tenth of the article: above its own voice, below that of others."""
    if ax is None:
        with style():
            ax = Figure().add_subplot()
    _set_rows(ax, frames)
    for number, frame in enumerate(frames):
        for own, low in ((True, number - 0.42), (False, number)):
            rates = tenths[(tenths["frame"] == frame) & (tenths["own"] == own)].sort_values("tenth")["per_1000"]
            strip = np.nan_to_num(rates.to_numpy(float)).reshape(1, -1)
            edges = np.linspace(0, 1, TENTHS + 1)
            ax.pcolormesh(
                edges,
                [low, low + 0.38],
                strip,
                cmap=_SHADES,
                vmin=0,
                vmax=highest or 1,
                edgecolor="white",
                linewidth=0.3,
            )
    return ax


@in_style
def draw_barcode(
    places: pd.DataFrame, *, articles: pd.DataFrame, outlets: pd.DataFrame, frames: Sequence[str], actor: str
) -> Figure:
    """Draw where the frames fall in each article, in whose voice; with more than 12 articles in each outlet's tenths.

    A hit says that a word of the frame stands there, not that the text frames anything by it.
    """
    frames = list(frames)
    if len(articles) > MOST_ARTICLES:
        panels = _outlet_panels(places, outlets, frames)
    else:
        panels = _article_panels(places, articles, outlets, frames)
    wide = min(len(panels), 2 if len(panels) <= _MANY else 3) or 1
    tall = _HEAD + _ROW * max(len(frames), 1) + _FOOT
    page = open_page(_head(outlets, actor, many=len(articles) > MOST_ARTICLES), body=tall * -(-len(panels) // wide))
    width = (WIDTH - _LABELS - EDGE - wide * _COUNTS) / wide
    for number, panel in enumerate(panels):
        left = _LABELS + (number % wide) * (width + _COUNTS)
        top = page.top + tall * (number // wide)
        _draw_titles(page.sheet, panel, left=left, top=top, width=width + _COUNTS - 12)
        axes = page.panel(left, top + _HEAD, width, _ROW * max(len(frames), 1))
        panel.draw(axes)
        _finish(axes, panel, labelled=number % wide == 0, width=width)
    return page.figure


@dataclass(frozen=True)
class _Panel:
    """An article or an outlet: its outlet's place, two lines of title, hits by frame, and what draws it."""

    outlet: int
    title: str
    n: str
    totals: tuple[int, ...]
    draw: Callable[[Axes], Axes]


def _article_panels(
    places: pd.DataFrame, articles: pd.DataFrame, outlets: pd.DataFrame, frames: list[str]
) -> list[_Panel]:
    names = shown_names(outlets)
    panels = []
    for place, (outlet, name) in enumerate(names.items()):
        for article in articles[articles["outlet"] == outlet].itertuples(index=False):
            own = places[places["article"] == article.article]
            title = str(article.title) or str(article.article)
            panels.append(_Panel(place, name, title, _totals(own, frames), partial(_barcode, own, frames)))
    return panels


def _outlet_panels(places: pd.DataFrame, outlets: pd.DataFrame, frames: list[str]) -> list[_Panel]:
    tenths = count_tenths(places, outlets=outlets, frames=frames)
    highest = float(np.nan_to_num(tenths["per_1000"].max()))
    panels = []
    for place, (outlet, name) in enumerate(shown_names(outlets).items()):
        own = tenths[tenths["outlet"] == outlet]
        totals = _totals(places[places["outlet"] == outlet], frames)
        n = size_line(outlets.iloc[place])
        panels.append(_Panel(place, name, n, totals, partial(_tenths, own, frames, highest)))
    return panels


def _barcode(places: pd.DataFrame, frames: list[str], axes: Axes) -> Axes:
    return plot_barcode(places, frames=frames, ax=axes)


def _tenths(tenths: pd.DataFrame, frames: list[str], highest: float, axes: Axes) -> Axes:
    return plot_tenths(tenths, frames=frames, highest=highest, ax=axes)


def _totals(places: pd.DataFrame, frames: list[str]) -> tuple[int, ...]:
    return tuple(int((places["frame"] == frame).sum()) for frame in frames)


def _head(outlets: pd.DataFrame, actor: str, *, many: bool) -> Head:
    n = f"{count(len(outlets), 'outlet')}, {count(int(outlets['articles'].sum()), 'article')}"
    key = tuple((mark, voice_name(voice, actor=actor)) for voice, mark in VOICES.items())
    reading = "From left to right the text from its beginning to its end; the number is that of the hits."
    if many:
        reading = (
            "From left to right tenths of the articles; the darker, the more hits for every 1,000 words. Of the two "
            "strips of a frame the upper is the outlet’s own voice, the lower everybody else’s. The number is that of "
            "the hits in all articles."
        )
    return Head(
        title="Where the frames fall",
        status=n + (" · descriptive only" if is_descriptive(outlets) else ""),
        key=() if many else key,
        notes=(reading + " A hit says that a word stands there, not what is meant by it.", too_few_line(outlets)),
    )


def _draw_titles(sheet: Axes, panel: _Panel, *, left: float, top: float, width: float) -> None:
    draw_marks(sheet, [(left + 3, top + 6)], outlet_mark(panel.outlet), size=6)
    write(sheet, (left + 10, top + 9), shorten(panel.title, width=width - 10, size=8, bold=True), type=HEAD)
    write(sheet, (left, top + 19), shorten(panel.n, width=width, size=7), type=NOTE)


def _finish(axes: Axes, panel: _Panel, *, labelled: bool, width: float) -> None:
    """Put the frames' names at the left panels only, the numbers of hits at the right, the scale below."""
    axes.tick_params(labelleft=labelled)
    axes.set_xticks([0, 0.5, 1], ["beginning", "middle" if width > 110 else "", "end"])
    for label, align in zip(axes.get_xticklabels(), ("left", "center", "right"), strict=True):
        label.set_horizontalalignment(align)
    for number, total in enumerate(panel.totals):
        colour = INK if total else GREY
        write(axes, (1 + 8 / width, number), f"{total:,}", type=Type(7, colour), middle=True)


def _set_rows(ax: Axes, frames: Sequence[str]) -> None:
    ax.set(xlim=(0, 1), ylim=(max(len(frames), 1) - 0.5, -0.5), yticks=range(len(frames)))
    ax.set_yticklabels([as_label(shorten(frame, width=_LABELS - 10, size=7.5)) for frame in frames])
    ax.tick_params(axis="y", pad=5)
    ax.spines[["left", "bottom"]].set_visible(False)
