"""Context lines: hits of a query with the words around them, a page at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

import pandas as pd

from ..voices import voices_of_spans
from .signs import SHAPES
from .word_index import Spans, WordIndex

_PLACE = re.compile(r"([1-9]\d?)([LR])")
_SPAN = ["article", "start", "end"]
_TABLE = ["outlet", "article", "date", "sentence", "left", "node", "right", "start", "end", "voice", "source"]


class ContextLine(TypedDict, total=False):
    """A hit in its line; ``start`` and ``end`` are those of the node in the article's text as it was read.

    ``left`` and ``right`` are the words around it, in parts: each a text, and whether the lines are sorted by it.
    """

    outlet: str
    article: str
    date: str
    sentence: int
    start: int
    end: int
    left: list[tuple[str, bool]]
    node: str
    right: list[tuple[str, bool]]
    voice: str
    source: str
    shape: str


@dataclass(frozen=True)
class Page:
    """Some hits of many: ``first`` counts those on the pages before, ``number`` the page from 0."""

    spans: Spans
    number: int
    pages: int
    first: int


def page_of(spans: Spans, number: int, *, size: int) -> Page:
    """Give a page of hits; a number beyond either end gives the page at that end."""
    pages = max(1, -(-len(spans) // size))
    number = min(max(number, 0), pages - 1)
    return Page(spans.only(slice(number * size, (number + 1) * size)), number, pages, number * size)


def context_lines(index: WordIndex, spans: Spans, *, window: int | None, sort: Sequence[str] = ()) -> list[ContextLine]:
    """Give the lines of hits: so many words on either side within the sentence, or the whole sentence where None.

    The spacing and punctuation are those of the text; the lines are those of `analysis.vocabulary.concordance`.
    """
    places = [(int(place[1]), place[2]) for place in map(_PLACE.fullmatch, sort) if place]
    lines = []
    for first, last in zip(spans.first.tolist(), spans.last.tolist(), strict=True):
        sorted_by = {first - far if side == "L" else last + far for far, side in places}
        lines.append(_line(index, _stretch(index, first, last, window), sorted_by))
    return lines


def lines_with_voices(lines: Sequence[ContextLine], speech: pd.DataFrame) -> list[ContextLine]:
    """Give lines with the voice in which each node stands, its source and its sign."""
    spans = pd.DataFrame([(line["article"], line["start"], line["end"]) for line in lines], columns=_SPAN)
    voices = voices_of_spans(speech[speech["article"].isin(spans["article"])].reset_index(drop=True), spans)
    return [
        line | {"voice": voice, "source": source, "shape": SHAPES.get(voice, SHAPES["other"])}
        for line, voice, source in zip(lines, voices["voice"], voices["source"], strict=True)
    ]


def lines_table(lines: Sequence[ContextLine]) -> pd.DataFrame:
    """Give lines as a table; one row a line."""
    sides = ({side: "".join(part for part, _ in line[side]) for side in ("left", "right")} for line in lines)
    return pd.DataFrame([line | side for line, side in zip(lines, sides, strict=True)], columns=_TABLE)


@dataclass(frozen=True)
class _Stretch:
    """A line's place: its article, the first and last token of the line, and those of the node."""

    article: int
    begin: int
    first: int
    last: int
    stop: int


def _line(index: WordIndex, place: _Stretch, sorted_by: set[int]) -> ContextLine:
    text, start, end = index.texts[place.article], int(index.start[place.first]), int(index.end[place.last])
    before = sorted(sorted_by & set(range(place.begin, place.first)))
    after = sorted(sorted_by & set(range(place.last + 1, place.stop + 1)))
    return {
        "outlet": index.outlets[index.outlet[place.article]],
        "article": index.names[place.article],
        "date": str(index.days[place.article] or ""),
        "sentence": int(index.sentence_in_article[place.first]),
        "start": start,
        "end": end,
        "left": _parts(index, place.article, (_left_edge(index, place.begin), start), before),
        "node": text[start:end],
        "right": _parts(index, place.article, (end, _right_edge(index, place.stop)), after),
    }


def _stretch(index: WordIndex, first: int, last: int, window: int | None) -> _Stretch:
    sentence = index.sentence[first]
    begin, after = (int(index.sentence.searchsorted(sentence, side=side)) for side in ("left", "right"))
    if window is not None:
        begin, after = max(begin, first - window), min(after, last + window + 1)
    return _Stretch(int(index.article[first]), begin, first, last, after - 1)


def _parts(index: WordIndex, article: int, edges: tuple[int, int], marked: Sequence[int]) -> list[tuple[str, bool]]:
    """Cut a stretch of text at the tokens marked."""
    text, parts, at = index.texts[article], [], edges[0]
    for token in marked:
        start, end = int(index.start[token]), int(index.end[token])
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [part for part in [*parts, (text[at : edges[1]], False)] if part[0]]


def _left_edge(index: WordIndex, token: int) -> int:
    """Give where a line begins: at its first token, with the signs that touch it (an opening quotation mark)."""
    text, start = index.texts[index.article[token]], int(index.start[token])
    same = token > 0 and index.article[token - 1] == index.article[token]
    before = int(index.end[token - 1]) if same else 0
    return before + re.search(r"(?<!\S)\S*\Z", text[before:start]).start()


def _right_edge(index: WordIndex, token: int) -> int:
    """Give where a line ends: after its last token, with the signs that touch it (a full stop)."""
    text, end = index.texts[index.article[token]], int(index.end[token])
    same = token + 1 < len(index.ids) and index.article[token + 1] == index.article[token]
    after = int(index.start[token + 1]) if same else len(text)
    return end + re.match(r"\S*", text[end:after]).end()
