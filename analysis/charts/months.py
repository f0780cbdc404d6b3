"""Months: the slots of a time axis, a month each and one more for what has no date, and which labels find room."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .labels import text_width
from .page import NOTE, write

UNDATED = "no date"


@dataclass(frozen=True)
class Slots:
    """The slots of a time axis: the months from first to last, and whether one for undated articles follows."""

    months: tuple[pd.Period, ...]
    undated: bool

    def __len__(self) -> int:
        return len(self.months) + self.undated

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

    The first and the last have the first right, then every January, then the others as they come.
    """
    months = range(len(slots.months))
    januaries = [place for place in months if slots.months[place].month == 1]
    wanted = dict.fromkeys([len(slots) - 1, 0, len(slots.months) - 1, *januaries, *months])
    chosen: list[tuple[int, float, float]] = []
    for place in wanted:
        if not 0 <= place < len(slots):
            continue
        wide = text_width(slots.label(place), size=7)
        left = min(max((place + 0.5) * width / len(slots) - wide / 2, -2.0), width - wide + 4)
        if all(left + wide + 5 < other or end + 5 < left for _, other, end in chosen):
            chosen.append((place, left, left + wide))
    return sorted((place, left) for place, left, _ in chosen)


def draw_months(sheet: Axes, slots: Slots, *, place: tuple[float, float], width: float) -> None:
    """Write the labels of the slots beneath an axis, ``place`` being where its left end stands."""
    for number, left in labelled_slots(slots, width=width):
        write(sheet, (place[0] + left, place[1] + 9), slots.label(number), type=NOTE)


def set_slots(ax: Axes, slots: Slots) -> None:
    """Give an axis a tick a slot without a label, and part what has no date from the months."""
    ax.set_xlim(-0.5, max(len(slots), 1) - 0.5)
    ax.set_xticks(range(len(slots)), labels=[""] * len(slots))
    if slots.undated and slots.months:
        ax.axvline(len(slots.months) - 0.5, color="#d1d5db", linewidth=0.6, linestyle=(0, (2, 2)), zorder=0)
