"""Months: the slots of a time axis, a month each and one more for what has no date, and which labels find room."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .labels import text_width
from .page import NOTE, write

UNDATED = "no date"
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)  # months between labels
_BEYOND = 12.0  # points that a label may reach beyond the end of its axis
_MANY = 36  # months from which only the Januaries have a tick


@dataclass(frozen=True)
class Slots:
    """The slots of a time axis: the months from first to last, and whether one for undated articles follows."""

    months: tuple[pd.Period, ...]
    undated: bool

    def __len__(self) -> int:
        return len(self.months) + self.undated

    @property
    def apart(self) -> int:
        """Give the room before and behind the undated slot, in months: the more months, the more."""
        return len(self.months) // 20

    @property
    def span(self) -> int:
        """Give the length of the axis in months, the room around the undated slot with it."""
        return max(len(self) + 2 * self.apart * self.undated, 1)

    def position(self, place: int) -> int:
        """Give where on the axis a slot stands, the first month being at 0."""
        return place + self.apart * (place == len(self.months))

    def place(self, month: pd.Period | None) -> int:
        """Give the number of a month's slot; what has no month stands in the last one."""
        return len(self.months) if pd.isna(month) else (month - self.months[0]).n

    def label(self, place: int) -> str:
        """Give the name of a slot: Sep 2017, or no date."""
        return UNDATED if place == len(self.months) else self.months[place].strftime("%b %Y")


def slots_of(timeline: pd.DataFrame) -> Slots:
    """Give the slots of a table of months; a month that is missing stands for articles without a date."""
    months = sorted(set(timeline["month"].dropna()))
    return Slots(tuple(months), bool(timeline["month"].isna().any()))


def labelled_slots(slots: Slots, *, width: float) -> list[tuple[int, float]]:
    """Choose the slots that are labelled on so wide an axis, and say where each label begins.

    What has no date always is. The months are so by even steps, from January on, as narrow as leave room for all
    labels; where that leaves fewer than three, the first and the last have the first right, then the others.
    """
    last = [len(slots.months)] if slots.undated else []
    for step in _STEPS:
        wanted = [place for place, month in enumerate(slots.months) if month.ordinal % step == 0]
        chosen = _fitting(slots, [*last, *wanted], width=width)
        if len(wanted) > 2 and len(chosen) == len(last) + len(wanted):
            return chosen
    return _fitting(slots, [*last, 0, len(slots.months) - 1, *range(len(slots.months))], width=width)


def _fitting(slots: Slots, wanted: Sequence[int], *, width: float) -> list[tuple[int, float]]:
    """The wanted slots whose labels meet no label of those before them, in the order of the axis."""
    chosen: dict[int, tuple[float, float]] = {}
    for place in dict.fromkeys(place for place in wanted if 0 <= place < len(slots)):
        wide = text_width(slots.label(place), size=7)
        middle = (slots.position(place) + 0.5) * width / slots.span
        left = min(max(middle - wide / 2, -2.0), width - wide + _BEYOND)
        if all(left + wide + 5 < other or end + 5 < left for other, end in chosen.values()):
            chosen[place] = (left, left + wide)
    return sorted((place, left) for place, (left, _) in chosen.items())


def draw_months(sheet: Axes, slots: Slots, *, place: tuple[float, float], width: float) -> None:
    """Write the labels of the slots beneath an axis, ``place`` being where its left end stands."""
    for number, left in labelled_slots(slots, width=width):
        write(sheet, (place[0] + left, place[1] + 9), slots.label(number), type=NOTE)


def set_slots(ax: Axes, slots: Slots) -> None:
    """Give an axis a tick a month, of many months a tick a January, and part what has no date from the months."""
    many = len(slots.months) > _MANY
    months = [place for place, month in enumerate(slots.months) if not many or month.month == 1]
    ticks = [*months, *([slots.position(len(slots.months))] if slots.undated else [])]
    ax.set_xlim(-0.5, slots.span - 0.5)
    ax.set_xticks(ticks, labels=[""] * len(ticks))
    if slots.undated and slots.months:
        ax.axvline(len(slots.months) - 0.5, color="#d1d5db", linewidth=0.6, linestyle=(0, (2, 2)), zorder=0)
