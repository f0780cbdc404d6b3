"""Quotes on a figure: a verbatim stretch with the mark of its voice before and its place in the source after it."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from .labels import shorten, text_width, wrap_quote
from .outlets import shown_names
from .page import EDGE, HEAD, NOTE, WIDTH, Type, write
from .palette import VOICES, draw_marks, outlet_mark

QUOTE_LINE = 9.2
_QUOTE = Type(7, "#4b5563")
_SIGN = Type(7, "#4b5563", bold=True)


@dataclass(frozen=True)
class QuoteLines:
    """A quote broken into lines, with its voice and signs."""

    lines: tuple[str, ...]
    voice: str
    sign: str

    @property
    def height(self) -> float:
        """Give the height in points."""
        return QUOTE_LINE * len(self.lines)


def break_quote(quotes: pd.DataFrame | None, outlet: str, code: str, *, width: float, lines: int) -> QuoteLines | None:
    """Give the first quote of an outlet and motive in lines, None where there is none."""
    if quotes is None or quotes.empty:
        return None
    own = quotes[(quotes["outlet"] == outlet) & (quotes["category"] == code)]
    if own.empty:
        return None
    row = own.iloc[0]
    sign = ("n" if row["negated"] else "") + ("?" if row["hedged"] else "")
    broken = wrap_quote(
        str(row["quote"]), place=str(row["place"]), width=width - 8 - _sign_width(sign), size=7, lines=lines
    )
    return QuoteLines(tuple(broken), str(row["voice"]), sign)


def draw_quote(sheet: Axes, quote: QuoteLines, *, left: float, top: float) -> None:
    """Draw a quote: a small mark of the voice, the signs, the lines."""
    draw_marks(sheet, [(left + 3, top + 5)], VOICES.get(quote.voice, VOICES["other"]), size=4).set_gid("quote")
    if quote.sign:
        write(sheet, (left + 6.5, top + 7), quote.sign, type=_SIGN)
    for number, line in enumerate(quote.lines):
        place = (left + 8 + _sign_width(quote.sign), top + 7 + QUOTE_LINE * number)
        write(sheet, place, line, type=_QUOTE)


@dataclass(frozen=True)
class QuoteRow:
    """One motive of the panel of quotes: its label and the quotes of the outlets that have most of it."""

    label: str
    quotes: tuple[tuple[str, int, QuoteLines], ...]

    @property
    def height(self) -> float:
        """Give the height in points."""
        return sum(quote.height for _, _, quote in self.quotes) + 4


def panel_rows(table: pd.DataFrame, quotes: pd.DataFrame, *, codes: list[str], outlets: pd.DataFrame) -> list[QuoteRow]:
    """Give the panel of quotes that stands below the rows where cells are too narrow: one quote a motive."""
    names = list(shown_names(outlets).items())
    labels = table.drop_duplicates("category").set_index("category")["label"]
    lines = 2 if len(codes) <= 8 else 1
    rows = []
    for code in codes:
        counts = table[table["category"] == code].set_index("outlet")["count"]
        leader = max(range(len(names)), key=lambda place: (counts.get(names[place][0], 0), -place))
        quote = break_quote(quotes, names[leader][0], code, width=WIDTH - EDGE - PANEL_LEFT, lines=lines)
        if quote:
            rows.append(QuoteRow(str(labels[code]), ((names[leader][1], leader, quote),)))
    return rows


PANEL_LEFT = 190.0
ONE_A_MOTIVE = "The quotes behind it, one a motive, from the outlet that ascribes it most"


def draw_panel(sheet: Axes, rows: list[QuoteRow], *, top: float, title: str = ONE_A_MOTIVE) -> None:
    """Draw the panel of quotes under a title that says which they are."""
    write(sheet, (EDGE, top + 9), title, type=HEAD)
    y = top + 16
    for row in rows:
        write(sheet, (EDGE, y + 7), shorten(row.label, width=92, size=7, bold=True), type=Type(7, bold=True))
        for name, place, quote in row.quotes:
            draw_marks(sheet, [(103, y + 4.5)], outlet_mark(place), size=5)
            write(sheet, (108, y + 7), shorten(name, width=PANEL_LEFT - 114, size=7), type=NOTE)
            draw_quote(sheet, quote, left=PANEL_LEFT, top=y)
            y += quote.height
        y += 4


def panel_height(rows: list[QuoteRow]) -> float:
    """Give the height of the panel of quotes."""
    return 18 + sum(row.height for row in rows) if rows else 0.0


def _sign_width(sign: str) -> float:
    return text_width(sign, size=7, bold=True) + 2 if sign else 0.0
