"""Marks: colour and shape of outlets and voices. No colour stands alone: each has a shape, and outlets a hatch."""

from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

INK = "#1f2937"
GREY = "#6b7280"
PALE = "#e5e7eb"
PAPER = "#ffffff"


@dataclass(frozen=True)
class Mark:
    """A mark: matplotlib's name of the shape, a colour, and whether it is filled."""

    shape: str
    colour: str
    filled: bool = True
    hatch: str = ""


VOICES: dict[str, Mark] = {
    "outlet": Mark("s", INK),
    "actor": Mark("^", "#c2410c"),
    "other": Mark("s", "#2563a8", filled=False),
}
_EVEN = {"*": 1.45, "P": 1.15, "X": 1.1, "D": 0.9, "h": 1.1, "p": 1.1}  # shapes of one size look unequal
_OUTLETS = (
    Mark("o", "#0b5d7a", hatch=""),
    Mark("D", "#e59500", hatch="////"),
    Mark("P", "#7b3294", hatch="...."),
    Mark("X", "#4fa893", hatch="\\\\\\\\"),
    Mark("v", "#7a4a12", hatch="----"),
    Mark("*", "#7fb8e6", hatch="xxxx"),
    Mark("p", "#b5176f", hatch="||||"),
    Mark("<", "#4d4d4d", hatch="++++"),
    Mark("h", "#a5c860", hatch="oooo"),
    Mark(">", "#bdbdbd", hatch="**"),
)


def outlet_mark(place: int) -> Mark:
    """Give the mark of an outlet by its place in the study; the eleventh begins anew."""
    return _OUTLETS[place % len(_OUTLETS)]


def voice_name(voice: str, *, actor: str) -> str:
    """Give a voice as a reader calls it."""
    return {"outlet": "the outlet’s own voice", "actor": f"{actor} says", "other": "another source"}.get(voice, voice)


def draw_marks(
    axes: Axes, places: Iterable[tuple[float, float]], mark: Mark, *, size: float = 6, faded: bool = False
) -> PathCollection:
    """Draw one mark at every place, its width in points; faded ones keep their outline and lose their colour."""
    points = list(places)
    face = PAPER if not mark.filled else ("#d1d5db" if faded else mark.colour)
    edge = mark.colour if faded or not mark.filled else PAPER
    drawn = axes.scatter(
        [x for x, _ in points],
        [y for _, y in points],
        s=(size * _EVEN.get(mark.shape, 1.0)) ** 2,
        marker=mark.shape,
        facecolor=face,
        edgecolor=edge,
        linewidth=0.4 if mark.filled and not faded else 0.9,
        zorder=3,
        clip_on=False,
    )
    return drawn
