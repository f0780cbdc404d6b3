"""Concordance over a whole corpus: the same lines as `analysis.vocabulary.concordance` gives."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from .hits import PartHits
from .index import Corpus

CONCORDANCE_COLUMNS = ["outlet", "article", "sentence", "left", "node", "right", "start", "end"]
_SORT_KEY = re.compile(r"(?P<number>[1-9]\d{0,2})(?P<side>[LR])|(?P<side_>[LR])(?P<number_>[1-9]\d{0,2})|node")
_LAST_SIGNS = re.compile(r"(?<!\S)\S*\Z")
_FIRST_SIGNS = re.compile(r"\S*")
_END = np.iinfo(np.int64).max  # of a text, whatever its length


@dataclass(frozen=True)
class _Lines:
    """Lines as numbers, in text order: the article, the sentence in it, and places in its characters.

    A line's text lies between ``before``, where the token before it ends, and ``after``, where the one after it starts;
    ``left`` and ``right`` are where its own first token starts and its last ends.
    """

    article: np.ndarray
    sentence: np.ndarray
    before: np.ndarray
    left: np.ndarray
    start: np.ndarray
    end: np.ndarray
    right: np.ndarray
    after: np.ndarray


def concordance_of(
    corpus: Corpus,
    hits: Sequence[PartHits],
    texts: Mapping[str, str],
    *,
    window: int | None = 10,
    sort: Sequence[str] = (),
    sample: int | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """List hits in context; one row a hit, ``start`` and ``end`` those of the node in the article.

    ``texts`` are the cleaned texts by article; lines stand in their order. ``window`` counts tokens on either side
    within the sentence, None gives the whole sentence. ``sort`` orders by words at places counted from the node ("1R"
    or "R1", "2L", "node"). ``sample`` draws so many lines by the seed; ``attrs["hits"]`` is the number of all. Raises
    InputError for a window, sample or place that cannot be.
    """
    check_lines(window=window, sample=sample)
    places = [read_place(key) for key in sort]
    shown, size = _shown(corpus, hits, list(texts), sample=sample, seed=seed)
    listed = np.sort(shown)
    order = np.searchsorted(listed, shown)  # lines are measured in the order of the index and written in that of texts
    chosen = _chosen(hits, listed)
    lines = _Lines(*(column[order] for column in _measure_all(chosen, window)))
    table = pd.DataFrame(_written(corpus, lines, texts), columns=CONCORDANCE_COLUMNS)
    if places:
        keys = [np.concatenate([_words_at(corpus, own, place) for own in chosen])[order] for place in places]
        ranks = [np.unique(key.astype(str), return_inverse=True)[1] for key in keys]
        table = table.iloc[np.lexsort(ranks[::-1])].reset_index(drop=True)
    table.attrs = {"hits": size, "shown": len(table), "seed": seed}
    return table


def check_lines(*, window: int | None, sample: int | None) -> None:
    """Raise InputError for a window of fewer than no tokens or a sample of no line."""
    if window is not None and window < 0:
        raise InputError(f"a window of {window} tokens is not allowed; give 0 or more, or None for the whole sentence")
    if sample is not None and sample < 1:
        raise InputError(f"a sample of {sample} lines is not allowed; give 1 or more, or None for all")


def read_place(key: str) -> int:
    """Read a place to sort by, such as L1, 2R or node: tokens from the node, to the left below 0, 0 the node itself.

    Raises InputError for what is none.
    """
    match = _SORT_KEY.fullmatch(key.strip())
    if not match:
        raise InputError(f'"{key}" is no place to sort by; use "node", or L or R and a number such as "L1" or "R2"')
    if key.strip() == "node":
        return 0
    distance = int(match["number"] or match["number_"])
    return distance if (match["side"] or match["side_"]) == "R" else -distance


def _shown(
    corpus: Corpus, hits: Sequence[PartHits], names: Sequence[str], *, sample: int | None, seed: int
) -> tuple[np.ndarray, int]:
    """Number the hits in the order of the index, and give those to be shown in the order of the texts; and how many."""
    rank = pd.Index(names).get_indexer(corpus.articles["article"])
    article = [np.arange(0)]
    begun = 0
    for found in hits:
        article.append(begun + found.part.article_of(found.first))
        begun += len(found.part.held.article)
    order = np.argsort(rank[np.concatenate(article)], kind="stable")
    if sample is None or sample >= len(order):
        return order, len(order)
    drawn = np.random.default_rng(seed).choice(len(order), sample, replace=False)
    return order[np.sort(drawn)], len(order)


def _chosen(hits: Sequence[PartHits], listed: np.ndarray) -> list[PartHits]:
    """Give some of the hits, by their numbers, part by part."""
    chosen, begun = [], 0
    for found in hits:
        own = listed[(listed >= begun) & (listed < begun + len(found.first))] - begun
        chosen.append(PartHits(found.part, found.first[own], found.last[own]))
        begun += len(found.first)
    return chosen


def _measure_all(hits: Sequence[PartHits], window: int | None) -> list[np.ndarray]:
    """Measure the lines of all parts, a column of `_Lines` each."""
    measured, begun = [], 0
    for found in hits:
        measured.append(_measure(found, window, begun))
        begun += len(found.part.held.article)
    return [np.concatenate([np.arange(0), *columns]) for columns in zip(*measured, strict=True)] or [np.arange(0)] * 8


def _measure(found: PartHits, window: int | None, begun: int) -> tuple[np.ndarray, ...]:
    """Measure the lines of one part."""
    part, opening = found.part, np.flatnonzero(found.part.first)
    starts, ends = part.start, part.start.astype(np.int64) + part.length
    sentence = np.searchsorted(opening, found.first, side="right") - 1
    left, right = opening[sentence], np.append(opening, len(part))[sentence + 1] - 1
    if window is not None:
        left, right = np.maximum(left, found.first - window), np.minimum(right, found.last + window)
    row = part.article_of(found.first)
    before = np.where(left > part.bounds[row], ends[left - 1], 0)
    follows = np.minimum(right + 1, len(part) - 1)
    after = np.where(right + 1 < part.bounds[row + 1], starts[follows], _END)
    return (
        begun + row,
        sentence - np.searchsorted(opening, part.bounds[row]),
        before,
        starts[left].astype(np.int64),
        starts[found.first].astype(np.int64),
        ends[found.last],
        ends[right],
        after,
    )


def _written(corpus: Corpus, lines: _Lines, texts: Mapping[str, str]) -> dict[str, list[str] | np.ndarray]:
    """Write the lines out, one text after the other; a line takes the signs that touch its first and last word."""
    names, outlets = (corpus.articles[name].to_numpy(object) for name in ("article", "outlet"))
    here, text = -1, ""
    lefts, nodes, rights = [], [], []
    asked = ("article", "before", "left", "start", "end", "right", "after")
    columns = (getattr(lines, name).tolist() for name in asked)
    for article, before, left, start, end, right, after in zip(*columns, strict=True):
        if article != here:
            here, text = article, texts[names[article]]
        lefts.append(text[before + _LAST_SIGNS.search(text[before:left]).start() : start])
        nodes.append(text[start:end])
        rights.append(text[end : right + _FIRST_SIGNS.match(text[right:after]).end()])
    return {
        "outlet": outlets[lines.article],
        "article": names[lines.article],
        "sentence": lines.sentence,
        "left": lefts,
        "node": nodes,
        "right": rights,
        "start": lines.start,
        "end": lines.end,
    }


def _words_at(corpus: Corpus, found: PartHits, place: int) -> np.ndarray:
    """Give the word at one place of each hit, in small letters; nothing where that is beyond the sentence."""
    part, terms = found.part, corpus.terms
    term = part.term
    if place == 0:
        spans = zip(found.first.tolist(), found.last.tolist(), strict=True)
        return np.array([" ".join(terms[t] for t in term[a : b + 1]).lower() for a, b in spans], dtype=object)
    at = (found.first if place < 0 else found.last) + place
    inside = np.clip(at, 0, max(len(part) - 1, 0))
    sentence = np.cumsum(part.first)
    there = (at == inside) & (sentence[inside] == sentence[found.first])
    numbers, number = np.unique(term[inside], return_inverse=True)
    words = np.array([terms[one].lower() for one in numbers.tolist()], dtype=object)
    return np.where(there, words[number], "") if len(words) else np.array([], dtype=object)
