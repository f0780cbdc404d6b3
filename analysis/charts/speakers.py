"""Who is quoted at all: the named and unnamed sources of each outlet, by the words given to them."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from .labels import shorten, wrap
from .outlets import count, is_descriptive, shown_names, size_line, too_few_line
from .page import EDGE, HEAD, LINE, NOTE, WIDTH, Head, Type, in_style, open_page, write
from .palette import VOICES, Mark, draw_marks, outlet_mark, voice_name
from .source_names import same_sources

SPEAKER_COLUMNS = ["outlet", "source", "voice", "named", "attributions", "words", "articles"]
NOBODY = "(nobody named)"
_COMMON = frozenset(
    "analysts analyst experts expert officials official sources source observers observer critics critic many some "
    "others opinions people reports report authorities diplomats diplomat media commentators scholars researchers "
    "lawmakers politicians leaders ministers residents witnesses journalists economists they he she we i it".split()
)
_ROW = 12.0
_HEAD = 26.0
_GAP = 14.0
_NUMBERS = 26.0
_NAME = 0.5
_WIDTH = (WIDTH - 2 * EDGE - _GAP) / 2
_SOLID = Mark("s", "#4b5563")
_OPEN = Mark("s", "#4b5563", filled=False)


def tabulate_speakers(voices: pd.DataFrame, *, articles: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Count what each source is given to say; one row an outlet, source and voice, the most words first.

    ``words`` are the tokens in the source's stretches, each once; ``attributions`` count a broken quotation once.
    ``named`` is taken from the voices where they have it, else a source is named where it has a capital letter after
    its article. A voice of neither the actor nor the outlet is another source. Names of one source in an outlet
    (`analysis.charts.source_names`) are one row.
    """
    where = dict(zip(articles["article"], articles["outlet"], strict=True))
    starts = {article: own["start"].to_numpy() for article, own in tokens.groupby("article", observed=True)}
    own = voices[voices["voice"] != "outlet"] if "voice" in voices else voices.assign(voice="other")
    own = own.assign(
        outlet=own["article"].astype(object).map(where), source=own["source"].fillna("").replace("", NOBODY)
    )
    own = own.reset_index(drop=True).assign(source=_shown_sources)
    rows = []
    for (outlet, source, voice), part in own.groupby(["outlet", "source", "voice"], sort=False):
        named = bool(part["named"].any()) if "named" in part else is_named(source)
        attributions = len(part.drop_duplicates(["article", "attribution"]))
        rows.append((outlet, source, voice, named, attributions, _words(part, starts), part["article"].nunique()))
    table = pd.DataFrame(rows, columns=SPEAKER_COLUMNS)
    return table.sort_values(["outlet", "words", "source"], ascending=[True, False, True]).reset_index(drop=True)


def _shown_sources(voices: pd.DataFrame) -> pd.Series:
    """The name under which each row's source is shown: those of one source in an outlet are the same."""
    shown = voices["source"].copy()
    for _, part in voices.groupby("outlet", sort=False):
        known = part["named"].astype(bool) if "named" in part else part["source"].map(is_named)
        sources = list(dict.fromkeys(part["source"]))
        shown[part.index] = part["source"].map(same_sources(sources, named=frozenset(part.loc[known, "source"])))
    return shown


def is_named(source: str) -> bool:
    """Say whether a source has a name: the last word of its noun has a capital letter and is no common noun.

    ``the Kremlin`` and ``spokesman Dmitry Peskov`` are named, ``Russian officials`` and ``Analysts`` are not.
    """
    noun = re.split(r"\s(?:of|in|at|from|for|to|by|with|on|near|who|whom|that|which)\s|[,(:;]", source.strip())[0]
    head = noun.split()[-1] if noun.split() else ""
    return head[:1].isupper() and head.lower() not in _COMMON


def _words(part: pd.DataFrame, starts: dict[str, np.ndarray]) -> int:
    total = 0
    for article, own in part.groupby("article", observed=True):
        inside = np.zeros(len(starts.get(article, ())), dtype=bool)
        for row in own.itertuples(index=False):
            inside |= (starts[article] >= row.start) & (starts[article] < row.end)
        total += int(inside.sum())
    return total


@dataclass(frozen=True)
class _Block:
    """An outlet's sources as far as they are shown, and what is said of the rest."""

    place: int
    name: str
    n: str
    rows: pd.DataFrame
    rest: str

    @property
    def names(self) -> list[list[str]]:
        """Give the sources' names in lines."""
        return [wrap(source, width=_WIDTH * _NAME - 14, size=7, lines=2) for source in self.rows["source"]]

    @property
    def height(self) -> float:
        """Give the height in points."""
        rows = sum(_row_height(lines) for lines in self.names) or _ROW
        return _HEAD + rows + _ROW * bool(self.rest) + _GAP


@in_style
def draw_speakers(table: pd.DataFrame, *, outlets: pd.DataFrame, actor: str) -> Figure:
    """Draw the sources of each outlet with the words given to them, the most first; how many more is said below."""
    limit = 12 if len(outlets) <= 2 else 8 if len(outlets) <= 4 else 5
    blocks = _blocks(table, outlets, limit)
    pairs = [blocks[i : i + 2] for i in range(0, len(blocks), 2)]
    heights = [max(block.height for block in pair) for pair in pairs]
    page = open_page(_head(table, outlets, actor), body=sum(heights))
    largest = int(table["words"].max()) if len(table) else 1
    top = page.top
    for pair, height in zip(pairs, heights, strict=True):
        for column, block in enumerate(pair):
            _draw_block(page.sheet, block, left=EDGE + column * (_WIDTH + _GAP), top=top, largest=largest)
        top += height
    return page.figure


def _blocks(table: pd.DataFrame, outlets: pd.DataFrame, limit: int) -> list[_Block]:
    blocks = []
    for place, (outlet, name) in enumerate(shown_names(outlets).items()):
        own = table[table["outlet"] == outlet].sort_values("words", ascending=False, kind="stable")
        left = own.iloc[limit:]
        rest = (
            f"and {count(len(left), 'more source')} with {count(int(left['words'].sum()), 'word')}" if len(left) else ""
        )
        blocks.append(_Block(place, name, size_line(outlets.iloc[place]), own.iloc[:limit], rest))
    return blocks


def _head(table: pd.DataFrame, outlets: pd.DataFrame, actor: str) -> Head:
    few = " · descriptive only" if is_descriptive(outlets) else ""
    key = [(VOICES[voice], voice_name(voice, actor=actor)) for voice in ("actor", "other")]
    return Head(
        title="Who is quoted or reported",
        status=f"{count(len(table), 'source')}, {count(int(table['attributions'].sum()), 'attribution')}{few}",
        key=(*key, (_SOLID, "bar: a named source"), (_OPEN, "bar: an unnamed source")),
        notes=("A bar is the words attributed to a source, quoted or reported.", too_few_line(outlets)),
    )


def _draw_block(sheet: Axes, block: _Block, *, left: float, top: float, largest: int) -> None:
    draw_marks(sheet, [(left + 3, top + 6)], outlet_mark(block.place), size=6)
    write(sheet, (left + 10, top + 9), shorten(block.name, width=_WIDTH - 10, size=8, bold=True), type=HEAD)
    write(sheet, (left, top + 19), shorten(block.n, width=_WIDTH, size=7), type=NOTE)
    if block.rows.empty:
        write(sheet, (left, top + _HEAD + 8), "Nobody is quoted or reported.", type=NOTE)
    y, names = top + _HEAD, _WIDTH * _NAME
    for row, lines in zip(block.rows.itertuples(index=False), block.names, strict=True):
        draw_marks(sheet, [(left + 3.5, y + 5.5)], VOICES.get(row.voice, VOICES["other"]), size=5)
        for number, line in enumerate(lines):
            write(sheet, (left + 10, y + 8 + 9 * number), line, type=Type(7))
        long = max((_WIDTH - names - _NUMBERS) * row.words / max(largest, 1), 0.8)
        _draw_words(sheet, (left + names, y + 1.5), long, named=row.named)
        write(sheet, (left + names + long + 3, y + 8), f"{row.words:,}", type=Type(7))
        y += _row_height(lines)
    if block.rest:
        write(sheet, (left + LINE, y + 8), shorten(block.rest, width=_WIDTH - LINE, size=7), type=NOTE)


def _row_height(lines: list[str]) -> float:
    return _ROW + 9 * (len(lines) - 1)


def _draw_words(sheet: Axes, place: tuple[float, float], long: float, *, named: bool) -> None:
    face = _SOLID.colour if named else "white"
    sheet.add_patch(Rectangle(place, long, 8, facecolor=face, edgecolor=_SOLID.colour, linewidth=0.7))
