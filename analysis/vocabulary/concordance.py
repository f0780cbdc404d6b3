"""Concordance: every hit of a node in its line, with the spacing and punctuation of the text."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..corpus.concordance import CONCORDANCE_COLUMNS, check_lines, read_place
from .nodes import NodeHits, find_node


def concordance(
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    node: str | Frame,
    *,
    window: int | None = 10,
    sort: Sequence[str] = (),
    sample: int | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    """List the hits of a node in context; one row a hit, ``start`` and ``end`` those of the node in the text.

    ``node`` is a word, several words, globs, an actor or a frame (see `analysis.vocabulary.nodes`). ``window`` counts
    tokens on either side within the sentence; None gives the whole sentence. ``sort`` orders by words at places counted
    from the node, such as ("R1", "R2") or ("node", "L1"); without it lines stand in text order. ``sample`` draws so
    many lines by the seed; ``attrs["hits"]`` is the number of all. Raises InputError where the node is nowhere, and for
    a window, sample or place to sort by that cannot be.
    """
    check_lines(window=window, sample=sample)
    places = [read_place(key) for key in sort]
    hits = find_node(tokens, node)
    chosen = _sampled(len(hits.first), sample, seed)
    hits = NodeHits(hits.name, hits.first[chosen], hits.last[chosen])
    order = _sorted(tokens, hits, places)
    lines = _lines(tokens, articles, NodeHits(hits.name, hits.first[order], hits.last[order]), window)
    lines.attrs = {"node": hits.name, "hits": len(chosen), "shown": len(lines), "seed": seed}
    return lines


def _sampled(size: int, sample: int | None, seed: int) -> np.ndarray:
    """Say of each hit whether it is shown."""
    chosen = np.ones(size, dtype=bool)
    if sample is not None and sample < size:
        chosen[:] = False
        chosen[np.random.default_rng(seed).choice(size, sample, replace=False)] = True
    return chosen


def _sorted(tokens: pd.DataFrame, hits: NodeHits, places: Sequence[int]) -> np.ndarray:
    """Order the hits by the words at the places asked for, then as in the text."""
    keys = [_words_at(tokens, hits, place) for place in places]
    return np.lexsort(keys[::-1]) if keys else np.arange(len(hits.first))


def _words_at(tokens: pd.DataFrame, hits: NodeHits, place: int) -> np.ndarray:
    """Rank each hit by the word at one place, nothing before any word; a place beyond the sentence holds nothing."""
    terms, codes = tokens["term"].cat.categories.to_numpy(object), tokens["term"].cat.codes.to_numpy()
    if place == 0:
        found = [" ".join(terms[codes[a : b + 1]]).lower() for a, b in zip(hits.first, hits.last, strict=True)]
        return np.unique(np.array(found, dtype=str), return_inverse=True)[1]
    at = (hits.first if place < 0 else hits.last) + place
    sentence = sentence_numbers(tokens)
    inside = np.clip(at, 0, len(tokens) - 1)
    there = (at == inside) & (sentence[inside] == sentence[hits.first])
    words = np.where(there, [term.lower() for term in terms[codes[inside]]], "")
    return np.unique(words.astype(str), return_inverse=True)[1]


def _lines(tokens: pd.DataFrame, articles: pd.DataFrame, hits: NodeHits, window: int | None) -> pd.DataFrame:
    known = articles.set_index("article")
    names = tokens["article"].iloc[hits.first].astype(object).to_numpy()
    starts, ends = tokens["start"].to_numpy()[hits.first], tokens["end"].to_numpy()[hits.last]
    first, last = _reach(tokens, hits, window)
    texts = known["clean"].to_dict()
    lefts = [texts[name][a:b] for name, a, b in zip(names, _left_edges(tokens, texts, first), starts, strict=True)]
    rights = [texts[name][a:b] for name, a, b in zip(names, ends, _right_edges(tokens, texts, last), strict=True)]
    lines = {
        "outlet": known["outlet"].reindex(names).to_numpy(object),
        "article": names,
        "sentence": tokens["sentence"].to_numpy()[hits.first],
        "left": lefts,
        "node": [texts[name][a:b] for name, a, b in zip(names, starts, ends, strict=True)],
        "right": rights,
        "start": starts,
        "end": ends,
    }
    return pd.DataFrame(lines, columns=CONCORDANCE_COLUMNS)


def _reach(tokens: pd.DataFrame, hits: NodeHits, window: int | None) -> tuple[np.ndarray, np.ndarray]:
    """Give the first and the last token of each line."""
    sentence = sentence_numbers(tokens)
    first = np.searchsorted(sentence, sentence[hits.first], side="left")
    last = np.searchsorted(sentence, sentence[hits.first], side="right") - 1
    if window is not None:
        first, last = np.maximum(first, hits.first - window), np.minimum(last, hits.last + window)
    return first, last


def _left_edges(tokens: pd.DataFrame, texts: Mapping[str, str], first: np.ndarray) -> list[int]:
    """Give where each line begins: at its first token, with the signs that touch it (an opening quotation mark)."""
    article, start, end = (tokens[column] for column in ("article", "start", "end"))
    edges = []
    for name, token in zip(article.iloc[first], first.tolist(), strict=True):
        before = end.iat[token - 1] if token and article.iat[token - 1] == name else 0
        touching = re.search(r"(?<!\S)\S*\Z", texts[name][before : start.iat[token]])
        edges.append(before + touching.start())
    return edges


def _right_edges(tokens: pd.DataFrame, texts: Mapping[str, str], last: np.ndarray) -> list[int]:
    """Give where each line ends: after its last token, with the signs that touch it (a full stop)."""
    article, start, end = (tokens[column] for column in ("article", "start", "end"))
    edges = []
    for name, token in zip(article.iloc[last], last.tolist(), strict=True):
        follows = token + 1 < len(tokens) and article.iat[token + 1] == name
        after = start.iat[token + 1] if follows else len(texts[name])
        edges.append(end.iat[token] + re.match(r"\S*", texts[name][end.iat[token] : after]).end())
    return edges
