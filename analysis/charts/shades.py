"""Shades: cells that are the darker the larger their number, which stands in them; a zero is a dot."""

from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.patches import Rectangle

from .labels import text_width
from .page import Type, write
from .palette import GREY, INK

_PALEST, _DARKEST = to_rgb("#eaf1f8"), to_rgb("#1d4671")
_LIGHT_INK = "#ffffff"
_DARK_FROM = 0.5
_FAINT_BELOW = 0.2
_ZERO = Type(7.5, "#8b93a1")
_BESIDE = 0.34  # of a cell is kept for the second number, so that the first ones stand under one another
_TALL = 0.74  # of a capital letter's height to the size of its type


def shade(share: float) -> str:
    """Give the colour of a share of the largest number, from 0 to 1."""
    mixed = (pale + (dark - pale) * min(max(share, 0.0), 1.0) for pale, dark in zip(_PALEST, _DARKEST, strict=True))
    return to_hex(tuple(mixed))


def draw_shade(sheet: Axes, *, place: tuple[float, float], size: tuple[float, float], share: float) -> None:
    """Draw a cell from its left top corner in the shade of a share, with a thin white border."""
    cell = Rectangle(place, *size, facecolor=shade(share), edgecolor="white", linewidth=0.8)
    cell.set_gid("cell")
    sheet.add_patch(cell)


def write_in_shade(
    sheet: Axes, text: str, *, place: tuple[float, float], size: tuple[float, float], share: float, beside: str = ""
) -> None:
    """Write a number into a cell, in the middle; with a second one ``beside`` it, fainter on a light shade."""
    ink = Type(7, _LIGHT_INK if share > _DARK_FROM else INK)
    faint = Type(7, GREY) if share < _FAINT_BELOW else ink
    (left, top), (wide, tall) = place, size
    base = top + tall / 2 + 7 * _TALL / 2
    if not beside:
        write(sheet, (left + wide / 2, base), text, type=ink, align="center")
        return
    second = text_width(beside, size=7)
    write(sheet, (left + wide - max(second, _BESIDE * wide) - 5, base), text, type=ink, align="right")
    write(sheet, (left + wide - 2, base), beside, type=faint, align="right")


def room_for(text: str, beside: str) -> float:
    """Give the width in points of a cell that holds a number and one beside it."""
    return text_width(text, size=7) + text_width(beside, size=7) + 8


def draw_zero(sheet: Axes, *, place: tuple[float, float], size: tuple[float, float]) -> None:
    """Draw the dot of a cell without anything."""
    (left, top), (wide, tall) = place, size
    write(sheet, (left + wide / 2, top + tall / 2 + 2.6), "·", type=_ZERO, align="center")


def short_number(number: int) -> str:
    """Write a count in at most four signs, rounded to the nearest: 999, 1.2k, 35k, 1.2M."""
    if number < 1000:
        return str(number)
    if number < 999_500:
        return f"{number / 1000:.1f}k" if number < 9950 else f"{number / 1000:.0f}k"
    return f"{number / 1e6:.1f}M" if number < 9_950_000 else f"{number / 1e6:.0f}M"


def short_rate(rate: float) -> str:
    """Write a rate with one decimal below ten, else without."""
    return f"{rate:.1f}" if rate < 9.95 else f"{rate:.0f}"
