"""What occurs together: frames and motives that share a sentence, a triangle an outlet, or a row a pair for many."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .columns import Columns, draw_heads, head_lines
from .labels import shorten, text_width
from .outlets import count, is_descriptive, outlets_key, shown_names, too_few_line
from .page import EDGE, HEAD, NOTE, WIDTH, Head, Page, Type, in_style, open_page, write
from .pairs import Item, Pairs
from .palette import GREY, PALE, draw_marks, outlet_mark
from .shades import draw_shade, draw_zero, short_number, write_in_shade

MOST_TRIANGLES = 4
PAGE = 570.0
_ROW = 10.0
_LABELS = 84.0
_GAP = 16.0
_NAME = 14.0
_LONGEST = 84.0
_COLUMN = 30.0
_ITEM, _OWN = Type(7), Type(7, GREY)


@dataclass(frozen=True)
class _Triangle:
    """How triangles are laid: their items, the width of a cell, how many stand side by side, the room above each."""

    items: list[Item]
    cell: float
    across: int
    above: float

    @property
    def height(self) -> float:
        """Give the height of one triangle with its head and the room below."""
        return _NAME + self.above + _ROW * len(self.items) + 10


@in_style
def draw_together(pairs: Pairs, *, outlets: pd.DataFrame, actor: str) -> Figure:
    """Draw which frames and motives share a sentence, with the number of sentences, by outlet.

    Up to four outlets have a triangle each, whose last cell of a row is the item's own number of sentences; of more
    the pairs are rows and the outlets columns. A cell is the darker the more sentences the pair has, on one scale for
    all outlets; a pair that stands on the same words alone is one thing said once, and grey.
    """
    if len(outlets) > MOST_TRIANGLES:
        return _draw_rows(pairs, outlets=outlets, actor=actor)
    laid = _lay_triangles(pairs, len(outlets))
    gone = [pairs.label(item) for item in pairs.items if item not in laid.items]
    body = laid.height * -(-len(outlets) // laid.across) if laid.items else 24.0
    unshown = f"Found no room, and stand in the csv: {'; '.join(gone)}." if gone else ""
    page = open_page(_head(pairs, outlets, actor=actor, unshown=unshown), body=body)
    for place, outlet in enumerate(outlets["outlet"]):
        if laid.items:
            left = EDGE + (place % laid.across) * (WIDTH - 2 * EDGE + _GAP) / laid.across
            where = (left, page.top + laid.height * (place // laid.across))
            _draw_triangle(page.sheet, pairs, laid, str(outlet), outlets=outlets, place=where)
    if not laid.items:
        write(page.sheet, (EDGE, page.top + 10), "No frame and no motive stands in any sentence.", type=NOTE)
    return page.figure


def _lay_triangles(pairs: Pairs, outlets: int) -> _Triangle:
    """Two side by side where the numbers have room there, else one below the other, else fewer items."""
    digits = max((len(short_number(n)) for n in pairs.own.values()), default=1)
    least = 4.5 * digits + 1.6
    most = {across: int(((WIDTH - 2 * EDGE + _GAP) / across - _GAP - _LABELS) // least) for across in (1, 2)}
    items = pairs.items
    for across in (2, 1) if outlets > 1 else (1,):
        laid = _triangle(pairs, items, across)
        if len(items) <= most[across] and laid.height * -(-outlets // across) <= PAGE:
            return laid
    across = min(max(outlets, 1), 2)
    rows = int((PAGE / -(-max(outlets, 1) // across) - _NAME - _LONGEST - 10) // _ROW)
    return _triangle(pairs, pairs.most_frequent(max(min(most[across], rows), 2)), across)


def _triangle(pairs: Pairs, items: list[Item], across: int) -> _Triangle:
    room = (WIDTH - 2 * EDGE + _GAP) / across - _GAP - _LABELS
    labels = [text_width(_column_label(pairs, item), size=7) for item in items]
    above = max((wide - _ROW * place + 3 for place, wide in enumerate(labels)), default=0.0)
    return _Triangle(items, min(room / max(len(items), 1), 18.0), across, max(above, 4.0))


def _column_label(pairs: Pairs, item: Item) -> str:
    return shorten(pairs.label(item), width=_LONGEST, size=7)


def _draw_triangle(
    sheet: Axes, pairs: Pairs, laid: _Triangle, outlet: str, *, outlets: pd.DataFrame, place: tuple[float, float]
) -> None:
    left, top = place
    number = list(outlets["outlet"]).index(outlet)
    name = shorten(list(shown_names(outlets).values())[number], width=_LABELS + 60, size=8, bold=True)
    draw_marks(sheet, [(left + 4, top + 6.2)], outlet_mark(number))
    write(sheet, (left + 11, top + 9), name, type=HEAD)
    top += _NAME + laid.above
    for row, item in enumerate(laid.items):
        y, right = top + _ROW * row, left + _LABELS + laid.cell * row
        label = shorten(pairs.label(item), width=_LABELS - 6, size=7)
        write(sheet, (left + _LABELS - 4, y + 7.7), label, type=_ITEM, align="right")
        write(sheet, (right + laid.cell / 2 + 2.6, y - 2), _column_label(pairs, item), type=_OWN, rotation=90)
        for column, other in enumerate(laid.items[:row]):
            where = (left + _LABELS + laid.cell * column, y)
            _draw_pair(sheet, pairs, outlet, (other, item), place=where, wide=laid.cell)
        own = pairs.own.get((outlet, item), 0)
        write(sheet, (right + laid.cell / 2, y + 7.6), short_number(own), type=_OWN, align="center")
    _draw_border(sheet, laid, place=(left + _LABELS, top))


def _draw_border(sheet: Axes, laid: _Triangle, *, place: tuple[float, float]) -> None:
    """Part frames from motives by thin lines."""
    frames = sum(kind == "frame" for kind, _ in laid.items)
    if 0 < frames < len(laid.items):
        (left, top), wide, tall = place, laid.cell * frames, _ROW * frames
        sheet.plot([left - _LABELS + 20, left + wide], [top + tall] * 2, color=GREY, linewidth=0.5, zorder=4)
        sheet.plot([left + wide] * 2, [top + tall, top + _ROW * len(laid.items)], color=GREY, linewidth=0.5, zorder=4)


def _draw_pair(
    sheet: Axes, pairs: Pairs, outlet: str, pair: tuple[Item, Item], *, place: tuple[float, float], wide: float
) -> None:
    together, same = pairs.cells.get((outlet, *pair), (0, 0))
    size = (wide, _ROW)
    if not together:
        draw_zero(sheet, place=place, size=size)
        return
    if same == together:
        where = (place[0] + wide / 2, place[1] + 7.6)
        write(sheet, where, short_number(together), type=_OWN, align="center")
        return
    share = together / pairs.highest
    draw_shade(sheet, place=place, size=size, share=share)
    write_in_shade(sheet, short_number(together), place=place, size=size, share=share)


def _draw_rows(pairs: Pairs, *, outlets: pd.DataFrame, actor: str) -> Figure:
    """Draw the most frequent pairs as rows, the outlets as columns."""
    left = WIDTH - EDGE - _COLUMN * len(outlets) if len(outlets) <= 10 else EDGE + _LABELS
    columns = Columns(tuple(outlets["outlet"]), left, (WIDTH - EDGE - left) / len(outlets))
    notes = [[short_number(int(number)) for number in outlets["sentences"]]]
    head = head_lines(outlets, columns, notes)
    ranked = pairs.ranked()
    kept = ranked[: int((PAGE - head) // _ROW)]
    more = len(ranked) - len(kept)
    unshown = f"{count(more, 'pair')} of fewer sentences found no room; the csv has all." if more else ""
    page = open_page(_head(pairs, outlets, actor=actor, unshown=unshown), body=head + 8 + _ROW * max(len(kept), 2))
    draw_heads(page.sheet, outlets, columns, top=page.top, notes=notes, labels=["sentences"])
    _fill_rows(page, pairs, kept, columns, top=page.top + head + 6)
    if not kept:
        write(page.sheet, (EDGE, page.top + head + 14), "No two of them share a sentence.", type=NOTE)
    return page.figure


def _fill_rows(page: Page, pairs: Pairs, kept: Sequence[tuple[Item, Item]], columns: Columns, *, top: float) -> None:
    for number, (one, other) in enumerate(kept):
        y = top + _ROW * number
        room = columns.left - EDGE - 8
        half = shorten(pairs.label(one), width=room * 0.52, size=7)
        label = shorten(f"{half} + {pairs.label(other)}", width=room, size=7)
        write(page.sheet, (EDGE, y + 7.7), label, type=_ITEM)
        page.sheet.plot([EDGE, columns.left - 3], [y + _ROW] * 2, color=PALE, linewidth=0.4, zorder=0)
        for place, outlet in enumerate(columns.outlets):
            where = (columns.start(place), y)
            _draw_pair(page.sheet, pairs, outlet, (one, other), place=where, wide=columns.width)


def _head(pairs: Pairs, outlets: pd.DataFrame, *, actor: str, unshown: str) -> Head:
    few = " · descriptive only" if is_descriptive(outlets) else ""
    triangles = len(outlets) <= MOST_TRIANGLES
    own = " The last number of a row is the item’s own sentences." if triangles else ""
    return Head(
        title=f"Which frames and motives of {actor} share a sentence",
        status=count(len(outlets), "outlet") + few,
        key=outlets_key(outlets) if triangles else (),
        notes=(
            "A number counts the outlet’s sentences that have both, the darker the more of them, on one scale for all "
            f"outlets, a point none; grey without a shade: on the same words alone, one thing said once.{own}",
            "What shares a sentence is not said of one another. Articles, and what chance would bring, are in the csv.",
            unshown,
            too_few_line(outlets),
        ),
    )
