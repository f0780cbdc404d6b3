"""Frames and motives month by month: small panels, an item each, in which the outlets stand side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from .labels import shorten, text_width
from .month_panels import MOST_LINES, plot_timeline, set_heights
from .months import Slots, draw_months, slots_of
from .outlets import ENOUGH_ARTICLES, count, outlets_key, shown_names, too_few_line
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Page, Type, in_style, open_page, write

PAGE = 600.0
_AXIS = 20.0
_GAP = 9.0
_TITLE = 13.0
_FOOT = 14.0
_SECTION = 15.0
_BESIDE = 12.0  # room at the right for a label that reaches beyond its panel


@dataclass(frozen=True)
class Section:
    """A part of the figure: a table of months with the panels to draw of it, the column drawn, and what it says."""

    title: str
    timeline: pd.DataFrame
    labels: dict[str, str]
    column: str
    empty: str


@dataclass(frozen=True)
class _Grid:
    """How panels are laid: so many side by side, their width and height, and how many rows have room."""

    across: int
    width: float
    height: float
    rows: int


@in_style
def draw_timeline(
    sections: Sequence[Section], *, outlets: pd.DataFrame, title: str, notes: Sequence[str] = ()
) -> Figure:
    """Draw what happens month by month, a section after another, in panels of one scale a section.

    A section's panels are its items that occur at all, those that occur most first, as many as the page has room for;
    the others are counted in a line and stand in the table. ``notes`` are lines about the dates of the articles.
    """
    slots = slots_of(pd.concat([section.timeline[["month"]] for section in sections], ignore_index=True))
    shown = [_most_frequent(section) for section in sections]
    grid = _lay(slots, shown, lanes=len(outlets))
    cut = [items[: grid.rows * grid.across] for items in shown]
    tall = sum(_section_height(items, grid) for items in cut)
    page = open_page(_head(sections, outlets, slots, title=title, notes=(*notes, _unshown_line(sections, shown, cut))),
                     body=tall)  # fmt: skip
    top = page.top
    for section, items in zip(sections, cut, strict=True):
        _draw_section(page, section, items, outlets=outlets, slots=slots, grid=grid, top=top)
        top += _section_height(items, grid)
    return page.figure


def _most_frequent(section: Section) -> list[str]:
    totals = section.timeline.groupby("item", sort=False)["count"].sum()
    totals = totals[totals > 0]
    return [str(item) for item in totals.sort_values(ascending=False, kind="stable").index]


def _lay(slots: Slots, shown: Sequence[Sequence[str]], *, lanes: int) -> _Grid:
    """Three panels side by side for up to eighteen slots, then two, then one."""
    across = 3 if len(slots) <= 18 else 2 if len(slots) <= 40 else 1
    width = (WIDTH - 2 * EDGE - _BESIDE - across * _AXIS - (across - 1) * _GAP) / across
    height = 8.0 * lanes if lanes > MOST_LINES else (46.0 if len(slots) <= 3 else 58.0)
    free = PAGE - len(shown) * _SECTION
    rows = max(int(free / len(shown) // (height + _TITLE + _FOOT)), 1)
    needed = max((-(-len(items) // across) for items in shown), default=1)
    return _Grid(across, width, height, max(min(rows, needed), 1))


def _section_height(items: Sequence[str], grid: _Grid) -> float:
    return _SECTION + max(-(-len(items) // grid.across), 0) * (grid.height + _TITLE + _FOOT) + (4 if items else 12)


def _draw_section(
    page: Page, section: Section, items: Sequence[str], *, outlets: pd.DataFrame, slots: Slots, grid: _Grid, top: float
) -> None:
    own = section.timeline[section.timeline["item"].isin(items)]
    highest = _highest(own, column=section.column, lanes=len(outlets))
    _draw_section_head(page, section, items, highest=highest, lanes=len(outlets), top=top)
    for number, item in enumerate(items):
        left = EDGE + _AXIS + (number % grid.across) * (grid.width + _AXIS + _GAP)
        y = top + _SECTION + (number // grid.across) * (grid.height + _TITLE + _FOOT)
        name = shorten(section.labels.get(item, item), width=grid.width - 4, size=7.5, bold=True)
        write(page.sheet, (left, y + 9), name, type=Type(7.5, bold=True))
        axes = page.panel(left, y + _TITLE, grid.width, grid.height)
        axes.set_ylim(0, highest)
        set_heights(axes, highest, lanes=len(outlets))
        plot_timeline(own[own["item"] == item], outlets=outlets, slots=slots, column=section.column, ax=axes)
        draw_months(page.sheet, slots, place=(left, y + _TITLE + grid.height), width=grid.width)


def _draw_section_head(
    page: Page, section: Section, items: Sequence[str], *, highest: float, lanes: int, top: float
) -> None:
    """Write what a section shows, and what its largest mark stands for where the area of marks has no axis."""
    write(page.sheet, (EDGE, top + 9), section.title, type=HEAD)
    if not items:
        write(page.sheet, (EDGE, top + 21), section.empty, type=NOTE)
    elif lanes > MOST_LINES:
        said = f"the largest mark: {highest:.{int(section.column == 'per_1000')}f}"
        write(page.sheet, (EDGE + text_width(section.title, size=8, bold=True) + 8, top + 9), said, type=NOTE)


def _highest(timeline: pd.DataFrame, *, column: str, lanes: int) -> float:
    """The end of a section's scale: of lanes the largest number; of lines that of any month, and some room above.

    Articles without a date are many at once, so that their number would press the months' flat: it has a say only for
    an outlet that has no dated article.
    """
    dated = timeline["month"].notna() & (timeline["month_articles"] > 0)
    having = timeline.loc[dated, "outlet"].unique()
    counted = timeline[dated | ~timeline["outlet"].isin(having)] if lanes <= MOST_LINES else timeline
    most = counted[column].max()
    return float(most) * (1.15 if lanes <= MOST_LINES else 1.0) if most > 0 else 1.0


def _unshown_line(sections: Sequence[Section], shown: Sequence[Sequence[str]], cut: Sequence[Sequence[str]]) -> str:
    gone = [
        section.labels.get(item, item)
        for section, items, kept in zip(sections, shown, cut, strict=True)
        for item in items[len(kept) :]
    ]
    return f"Found no room, and stand in the csv: {'; '.join(gone)}." if gone else ""


def _head(
    sections: Sequence[Section], outlets: pd.DataFrame, slots: Slots, *, title: str, notes: Sequence[str]
) -> Head:
    thin = thin_months_line(sections) or too_few_line(outlets)
    span = count(len(slots.months), "month") if slots.months else "no article has a date"
    return Head(
        title=title,
        status=f"{count(len(outlets), 'outlet')} · {span}{' · descriptive only' if thin else ''}",
        key=outlets_key(outlets),
        notes=(drawn_line(sections, lanes=len(outlets)), gap_line(sections[0].timeline, outlets=outlets),
               undated_line(sections[0].timeline, outlets=outlets), beyond_line(sections, lanes=len(outlets)), *notes,
               thin),
    )  # fmt: skip


def drawn_line(sections: Sequence[Section], *, lanes: int) -> str:
    """Write what stands for a number and its interval, and what the intervals rest on."""
    if lanes > MOST_LINES:
        return (
            "Each outlet has its lane, in the order of the key: the larger a mark the higher the number, a small grey "
            "ring is 0. Intervals are in the csv."
        )
    methods = pd.concat([section.timeline["method"] for section in sections if section.column == "per_1000"])
    by_article = methods.astype(str).str.startswith("bootstrap").any()
    more = f", from {ENOUGH_ARTICLES} articles a month on by resampling articles" if by_article else ""
    return (
        f"Thin lines are 95 % intervals of rates, as if words were independent{more}; they may reach beyond the panel. "
        "Counts of propositions have none."
    )


def gap_line(timeline: pd.DataFrame, *, outlets: pd.DataFrame) -> str:
    """Write how many months of each outlet have no article, and that they are gaps; empty where all have some."""
    months = timeline[timeline["month"].notna()].drop_duplicates(["outlet", "month"])
    empty = months[months["month_articles"] == 0].groupby("outlet").size()
    names = shown_names(outlets)
    said = [f"{shorten(names[outlet], width=90, size=7)} {empty[outlet]}" for outlet in names if outlet in empty.index]
    return f"A gap is a month without an article, which says nothing of the rate: {', '.join(said)}." if said else ""


def undated_line(timeline: pd.DataFrame, *, outlets: pd.DataFrame) -> str:
    """Write how many articles of each outlet have no date, empty where all have one."""
    undated = timeline[timeline["month"].isna()].drop_duplicates("outlet").set_index("outlet")["month_articles"]
    names = shown_names(outlets)
    said = [f"{shorten(name, width=90, size=7)} {undated[key]}" for key, name in names.items() if key in undated.index]
    return f"Articles without a date, in no month: {', '.join(said)}." if said else ""


def beyond_line(sections: Sequence[Section], *, lanes: int) -> str:
    """Write what stands for a number without a date that is higher than its section's scale, empty for none."""
    for section in sections:
        table = section.timeline
        highest = _highest(table, column=section.column, lanes=lanes)
        if (table[section.column] > highest).any():
            return "A number without a date that is higher than the months’ scale is written beside its mark."
    return ""


def thin_months_line(sections: Sequence[Section]) -> str:
    """Write what months of few articles can bear, empty where all have enough; without a date there are none."""
    table = sections[0].timeline.drop_duplicates(["outlet", "month"])
    table = table[table["month"].notna() & (table["month_articles"] > 0)]
    thin = int((table["month_articles"] < ENOUGH_ARTICLES).sum())
    if not thin:
        return ""
    many = "all" if thin == len(table) else f"{thin} of {len(table)}"
    return (
        f"Descriptive only: {many} of the outlets’ months have fewer than {ENOUGH_ARTICLES} articles; a rise may be "
        "another event, section or author."
    )
