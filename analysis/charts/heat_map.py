"""The frames' terms by outlet: each cell the darker the higher its rate per 1,000 words, which stands in it."""

from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .columns import Columns, draw_heads, head_lines
from .labels import shorten, text_width, wrap
from .outlets import ONE_ARTICLE, count, is_descriptive, too_few_line
from .page import EDGE, NOTE, WIDTH, Head, Type, in_style, open_page, write
from .palette import PALE, Mark
from .shades import draw_shade, draw_zero, room_for, shade, short_number, short_rate, write_in_shade
from .term_rows import TermRow, choose_rows, hit_terms

PAGE = 590.0
_ROW = 10.0
_GAP = 14.0
_LABELS = 96.0
_WIDEST = 60.0
_NARROWEST = 27.0
_LINES = 4  # of a note on a page
_FRAME, _TERM = Type(7.5, bold=True), Type(7)


@dataclass(frozen=True)
class _Cells:
    """The numbers of the cells: rates, counts and articles by frame, term and outlet, the highest rate of a term."""

    table: pd.DataFrame
    highest: float

    def widest(self) -> float:
        """Give the width that a cell takes for its rate and its hits, in points."""
        frames = self.table.groupby(["frame", "outlet"])[["count", "per_1000"]].sum()
        numbers = pd.concat([frames, self.table[["count", "per_1000"]]])
        pairs = zip(numbers["per_1000"], numbers["count"], strict=True)
        return max(
            (room_for(short_rate(rate), short_number(int(hits)) + ONE_ARTICLE) for rate, hits in pairs), default=0
        )

    def row(self, frame: str, term: str) -> pd.DataFrame:
        """Give the numbers of a term by outlet, or those of its frame: the sums over its terms."""
        own = self.table.loc[frame]
        return own.loc[term] if term else own.groupby("outlet")[["count", "per_1000", "articles"]].sum()


@in_style
def draw_terms(
    rates: pd.DataFrame, *, outlets: pd.DataFrame, covered: frozenset[tuple[str, str]] = frozenset()
) -> Figure:
    """Draw the frames' terms that have a hit by outlet, in two banks where there are few outlets.

    ``rates`` has one row an outlet, frame and term: outlet, frame, term, count, per_1000, articles, outlet_articles.
    A frame's own row has the sums of its terms. Terms without a hit are named in one line, those of them whose words
    are counted under another term of the frame (``covered``, as frame and term) in another, and terms for which the
    page has no room are counted in a third; the table has them all.
    """
    terms, cells, notes = hit_terms(rates), _cells_of(rates), _outlet_notes(outlets)
    least, labels = max(cells.widest(), _NARROWEST), _longest_label(terms)
    columns = _lay_banks(outlets, banks=2, least=least, labels=labels)
    if columns[0].width < least:
        columns = _lay_banks(outlets, banks=1, least=least, labels=labels)
    head = head_lines(outlets, columns[0], notes)
    banks, left_out = choose_rows(terms, banks=len(columns), most=int((PAGE - head) // _ROW))
    tall = head + _ROW * max(map(len, banks), default=1) + 10
    page = open_page(_head(rates, outlets, covered=covered, left_out=left_out), body=tall)
    for number, (bank, rows) in enumerate(zip(columns, banks, strict=False)):
        left, top = EDGE + number * (WIDTH - 2 * EDGE + _GAP) / len(columns), page.top + head + 6
        draw_heads(page.sheet, outlets, bank, top=page.top, notes=notes, labels=["articles", "words"])
        for line, row in enumerate(rows):
            _draw_row(page.sheet, row, cells, bank, place=(left, top + _ROW * line))
    if terms.empty:
        write(page.sheet, (EDGE, page.top + head + 8), "No term of a frame occurs in these texts.", type=NOTE)
    return page.figure


def _longest_label(terms: pd.DataFrame) -> float:
    """The room that the longest term takes, in points, with the sign of one article."""
    return max((text_width(str(term) + ONE_ARTICLE, size=7.5) for term in terms["term"]), default=0) + 16


def _lay_banks(outlets: pd.DataFrame, *, banks: int, least: float, labels: float) -> list[Columns]:
    """The columns of each bank; narrow ones, so that the outlets' names stand upright above them.

    Of what the numbers do not need, the longest label takes as much as it can use.
    """
    wide = (WIDTH - 2 * EDGE - (banks - 1) * _GAP) / banks
    number = max(len(outlets), 1)
    room = min(max(labels, _LABELS), max(wide - least * number, _LABELS))
    cell = min(_WIDEST, (wide - room) / number)
    lefts = [EDGE + bank * (wide + _GAP) + wide - cell * len(outlets) for bank in range(banks)]
    return [Columns(tuple(outlets["outlet"]), left, cell) for left in lefts]


def _outlet_notes(outlets: pd.DataFrame) -> list[list[str]]:
    return [[short_number(int(number)) for number in outlets[column]] for column in ("articles", "tokens")]


def _cells_of(rates: pd.DataFrame) -> _Cells:
    highest = float(rates["per_1000"].max()) if len(rates) else 0.0
    return _Cells(rates.set_index(["frame", "term", "outlet"]).sort_index(), highest or 1.0)


def _draw_row(sheet: Axes, row: TermRow, cells: _Cells, columns: Columns, *, place: tuple[float, float]) -> None:
    (left, top), right = place, columns.left + columns.width * len(columns.outlets)
    own = cells.row(row.frame, row.term)
    if not row.term:
        sheet.plot([left, right], [top + 0.6] * 2, color=PALE, linewidth=0.8, zorder=0)
    label = f"{row.frame} (continued)" if row.continued else row.term or row.frame
    lone = ONE_ARTICLE if row.term and own["articles"].sum() == 1 else ""
    room = columns.left - left - 6
    shown = shorten(label, width=room - (4 if lone else 0), size=7.5, bold=not row.term)
    write(sheet, (left + (4 if row.term else 0), top + 7.7), shown + lone, type=_TERM if row.term else _FRAME)
    for number, outlet in enumerate(columns.outlets):
        if outlet in own.index and not row.continued:
            where = (columns.start(number), top)
            _draw_cell(sheet, own.loc[outlet], cells, place=where, wide=columns.width, framed=not row.term)


def _draw_cell(
    sheet: Axes, numbers: pd.Series, cells: _Cells, *, place: tuple[float, float], wide: float, framed: bool
) -> None:
    """Draw a term's cell in its shade; a frame's numbers stand without one, for they are sums."""
    size, hits = (wide, _ROW), int(numbers["count"])
    if not hits:
        draw_zero(sheet, place=place, size=size)
        return
    alone = not framed and numbers["articles"] == 1 and numbers["outlet_articles"] > 1
    share = 0.0 if framed else float(numbers["per_1000"]) / cells.highest
    if not framed:
        draw_shade(sheet, place=place, size=size, share=share)
    rate, beside = short_rate(float(numbers["per_1000"])), short_number(hits) + (ONE_ARTICLE if alone else "")
    shown = beside if room_for(rate, beside) <= wide else ""
    write_in_shade(sheet, rate, place=place, size=size, share=share, beside=shown)


def _head(rates: pd.DataFrame, outlets: pd.DataFrame, *, covered: frozenset[tuple[str, str]], left_out: int) -> Head:
    few = " · descriptive only" if is_descriptive(outlets) else ""
    highest = float(rates["per_1000"].max()) if len(rates) and rates["count"].any() else 0.0
    steps = [(share, f"{short_rate(highest * share)} per 1,000 words") for share in (0.1, 0.5, 1.0) if highest]
    return Head(
        title="The terms of each frame, by outlet",
        status=count(len(outlets), "outlet") + few,
        key=(*((Mark("s", shade(share)), said) for share, said in steps), ("·", "no hit")),
        notes=(
            "In a cell: hits per 1,000 words and, at the right where there is room, hits. A frame’s row has the sums "
            f"of its terms. {ONE_ARTICLE} in one article only: behind a term, of all articles; behind a number, of the "
            "outlet’s.",
            no_hit_line(rates, covered=covered),
            covered_line(rates, covered=covered),
            f"{count(left_out, 'term')} with fewer hits found no room; the csv has all." if left_out else "",
            too_few_line(outlets),
        ),
    )


def no_hit_line(rates: pd.DataFrame, *, covered: frozenset[tuple[str, str]] = frozenset()) -> str:
    """Write which terms have no hit anywhere, empty where all have one."""
    return _line("No hit in any outlet", [pair for pair in _silent(rates) if pair not in covered])


def covered_line(rates: pd.DataFrame, *, covered: frozenset[tuple[str, str]]) -> str:
    """Write which terms have their words counted under another term of their frame, empty for none."""
    pairs = [pair for pair in _silent(rates) if pair in covered]
    return _line("Counted under another term of the same frame, which has the same words or more", pairs)


def _silent(rates: pd.DataFrame) -> list[tuple[str, str]]:
    totals = rates.groupby(["frame", "term"], sort=False)["count"].sum()
    return [pair for pair, hits in totals.items() if not hits]


def _line(what: str, pairs: list[tuple[str, str]]) -> str:
    """The terms after what is said of them, as many as a note has room for, and how many more."""
    terms = list(dict.fromkeys(term for _, term in pairs))
    for kept in range(len(terms), 0, -1):
        more = f" and {len(terms) - kept:,} more, in the csv" if kept < len(terms) else ""
        line = f"{what}: {', '.join(terms[:kept])}{more}."
        if kept == 1 or len(wrap(line, width=WIDTH - 2 * EDGE, size=7, lines=_LINES + 1)) <= _LINES:
            return line
    return ""
