"""How each outlet characterizes the motives of several actors: a panel an outlet, a column an actor, side by side."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .actor_rows import MANY, ActorMotives, BankRow, draw_bank_row, lay_bank_rows
from .actor_table import codes_by_group
from .banks import Bank, draw_bank_head, draw_borders, head_height, lay_banks
from .comparison import Comparison
from .labels import shorten, wrap
from .motive_shares import SCALE, draw_scale, plain_shares
from .motive_table import absent_labels
from .motives import codes_line, key_of_motives, signs_line
from .outlets import count, is_descriptive, shown_names, too_few_line
from .page import EDGE, LINE, NOTE, WIDTH, Head, in_style, open_page, write
from .palette import PALE
from .quote_lines import PANEL_LEFT, QuoteRow, break_quote, draw_panel, panel_height

PAGE = 640.0
_GAP = 10.0
_QUOTES = "The quotes behind it: for each actor one an outlet, of the motive that it has most of"


@dataclass(frozen=True)
class LaidBank:
    """A bank with its rows, and how far below the first bank's top it stands."""

    bank: Bank
    rows: list[BankRow]
    top: float


@in_style
def draw_actors(
    comparison: Comparison, *, quotes: pd.DataFrame | None = None, shares: pd.DataFrame | None = None
) -> Figure:
    """Draw the motives that each outlet ascribes to several actors, side by side.

    Drawn are marks, dots or dots with intervals as in `analysis.charts.motives`, a share being that of the actor's
    propositions in the outlet; ``quotes`` and ``shares`` are those tables with a column ``actor`` more. Rows are the
    codes that somebody is said to have, in the codebook's groups. Actors differ in how much the texts say of them:
    a column is to be read against its own n, not against the length of its neighbour.
    """
    motives = _motives_of(comparison, shares)
    laid, height = _lay(comparison, motives)
    lines = _lines_below(comparison)
    below = height + LINE * len(lines) + 9
    panel = _fitting_panel(comparison, quotes, room=PAGE - below)
    page = open_page(_head(comparison, motives, quoted=bool(panel)), body=below + panel_height(panel))
    for one in laid:
        _draw_bank(page.sheet, motives, one, numbers=comparison.numbers, top=page.top)
    for number, line in enumerate(lines):
        write(page.sheet, (EDGE, page.top + height + LINE * (number + 1) + 1), line, type=NOTE)
    if panel:
        draw_panel(page.sheet, panel, top=page.top + below, title=_QUOTES)
    return page.figure


def height_of(comparison: Comparison) -> float:
    """Give the height that a comparison's panels take, in points; a page has room for PAGE of them."""
    return _lay(comparison, _motives_of(comparison, None))[1]


def _motives_of(comparison: Comparison, shares: pd.DataFrame | None) -> ActorMotives:
    known = _plain_shares(comparison.table) if shares is None or comparison.drawn == "dots" else shares
    return ActorMotives(comparison.table, comparison.counted, None if comparison.drawn == "marks" else known)


def _lay(comparison: Comparison, motives: ActorMotives) -> tuple[list[LaidBank], float]:
    codes, top = codes_by_group(motives.table), 0.0
    laid = []
    for bank in lay_banks(list(comparison.outlets["outlet"]), comparison.cast.shown):
        rows = lay_bank_rows(motives, bank, codes)
        laid.append(LaidBank(bank, rows, top))
        top += head_height(bank, comparison.numbers) + _scale_height(motives) + _height(rows) + _GAP
    return laid, top - _GAP


def _draw_bank(sheet: Axes, motives: ActorMotives, laid: LaidBank, *, numbers: pd.DataFrame, top: float) -> None:
    bank, top = laid.bank, top + laid.top
    scale = top + head_height(bank, numbers)
    body = scale + _scale_height(motives)
    bottom = body + _height(laid.rows)
    draw_bank_head(sheet, bank, numbers, top=top)
    if motives.shares is not None:
        draw_scale(sheet, bank.columns, top=scale, bottom=bottom, room=bank.columns.room, widest=motives.widest)
    draw_borders(sheet, bank, top=top, bottom=bottom)
    if not laid.rows:
        write(sheet, (EDGE, body + 11), "No motive is ascribed to any actor in these texts.")
    for row in laid.rows:
        draw_bank_row(sheet, motives, bank, row, top=body)
    sheet.plot([EDGE, bank.right], [bottom] * 2, color=PALE, linewidth=0.9, zorder=0)


def _scale_height(motives: ActorMotives) -> float:
    return SCALE if motives.shares is not None else 0.0


def _height(rows: list[BankRow]) -> float:
    return rows[-1].top + rows[-1].height if rows else 2 * LINE


def _head(comparison: Comparison, motives: ActorMotives, *, quoted: bool) -> Head:
    few = " · descriptive only" if is_descriptive(comparison.outlets) else ""
    return Head(
        title="How each outlet characterizes the motives of several actors",
        status=shorten(comparison.coder_line, width=WIDTH - 100, size=7) + few,
        key=key_of_motives(motives.counted, actor="the actor", marks=motives.shares is None),
        notes=(_unit(motives, quoted=quoted), _caution(comparison), too_few_line(comparison.outlets)),
    )


def _unit(motives: ActorMotives, *, quoted: bool) -> str:
    if motives.shares is None:
        grey = " (grey: minimised)" if motives.counted["minimised"].astype(bool).any() else ""
        many = motives.table["count"].max() > MANY
        number = f", and a number counts those of a cell that has more than {MANY}" if many else ""
        unit = f"One mark is one proposition{grey}{number}."
    else:
        intervals = motives.shares["low"].notna().any()
        line = ", its line the 95 % interval by article where 5 articles or more have any" if intervals else ""
        unit = (
            f"A dot is a voice’s share of the outlet’s propositions about the actor, in percent{line}; the number "
            f"beneath is how many propositions the cell has.{signs_line(motives.counted, where='Beside')}"
        )
    return unit + (" A quote is verbatim, with its motive and the sentence (s.) it stands in." if quoted else "")


def _caution(comparison: Comparison) -> str:
    grouped = "A row is a group of codes, for want of room; the csv has the codes." if comparison.grouped else ""
    codes = codes_line(comparison.written_for, comparison.cast.shown)
    few = "Few propositions may only mean that the texts seldom name an actor."
    return " ".join(filter(None, (grouped, codes, few)))


def _lines_below(comparison: Comparison) -> list[str]:
    """What has no cell: codes that nobody is said to have, actors without a motive, actors that are left out."""
    cast = comparison.cast
    totals = comparison.numbers.groupby("actor", sort=False)[["named", "propositions"]].sum()
    absent = absent_labels(comparison.table)
    silent = [f"{actor} (named {count(int(totals['named'].get(actor, 0)), 'time')})" for actor in cast.silent]
    left_out = [
        f"{actor} ({count(int(totals['propositions'].get(actor, 0)), 'proposition')})" for actor in cast.left_out
    ]
    parts = (("ascribed to none of them", absent), ("no motive told of", silent), ("not drawn", left_out))
    said = [f"{what}: {'; '.join(names)}" for what, names in parts if names]
    return [line for text in said for line in wrap(text, width=WIDTH - 2 * EDGE, size=7, lines=4)]


def _plain_shares(table: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([plain_shares(own).assign(actor=actor) for actor, own in table.groupby("actor", sort=False)])


def _fitting_panel(comparison: Comparison, quotes: pd.DataFrame | None, *, room: float) -> list[QuoteRow]:
    """The quotes in two lines each where there is room, else in one; else they stand in bundle and report alone."""
    if quotes is None or quotes.empty:
        return []
    panels = (_panel(comparison, quotes, lines=lines) for lines in (2, 1))
    return next((panel for panel in panels if panel_height(panel) <= room), [])


def _panel(comparison: Comparison, quotes: pd.DataFrame, *, lines: int) -> list[QuoteRow]:
    """For each actor a quote an outlet, of the motive that it has most of."""
    rows = []
    for actor, own in comparison.table.groupby("actor", sort=False):
        told = []
        for place, (outlet, name) in enumerate(shown_names(comparison.outlets).items()):
            counts = own[own["outlet"] == outlet].set_index("category")["count"]
            quote = break_quote(
                _with_motive(quotes[quotes["actor"] == actor], own), outlet, str(counts.idxmax()),
                width=WIDTH - EDGE - PANEL_LEFT, lines=lines,
            )  # fmt: skip
            told += [(name, place, quote)] if quote else []
        rows += [QuoteRow(str(actor), tuple(told))] if told else []
    return rows


def _with_motive(quotes: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """The quotes with their motive beside their place: (mediate, stabilize; s. 12)."""
    labels = table.drop_duplicates("category").set_index("category")["label"]
    places = [f"({labels[row.category]}; {row.place[1:]}" for row in quotes.itertuples()]
    return quotes.assign(place=places)
