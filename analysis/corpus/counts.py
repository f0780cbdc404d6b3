"""Counts: how often each item occurs in each outlet, counted part by part and added up.

`count_part` is the map and `merge` the sum, which may be taken in any order and grouping: parts can be counted in
other processes or on other machines, and only these small tables travel.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

import numpy as np

from .index import Corpus
from .parts import Part
from .units import Units, words

if TYPE_CHECKING:
    from scipy.sparse import csr_array


@dataclass(frozen=True)
class TypeCounts:
    """Items counted: one row an outlet, one column an item.

    ``counts`` are hits, ``carriers`` the articles that have the item; ``tokens`` and ``articles`` are those of each
    outlet, articles without a token left out.
    """

    counts: np.ndarray
    carriers: np.ndarray
    tokens: np.ndarray
    articles: np.ndarray


def count_part(part: Part, *, units: Units, outlet: np.ndarray, outlets: int) -> TypeCounts:
    """Count the items of one part; ``outlet`` numbers the outlet of each of its articles, below ``outlets``."""
    width, sizes = units.width, np.diff(part.bounds)
    item, article, count = article_counts(part, units)
    place = outlet[article] * width + item
    shape = (outlets, width)
    return TypeCounts(
        np.bincount(place, weights=count, minlength=outlets * width).astype(np.int64).reshape(shape),
        np.bincount(place, minlength=outlets * width).reshape(shape),
        np.bincount(outlet, weights=sizes, minlength=outlets).astype(np.int64),
        np.bincount(outlet[sizes > 0], minlength=outlets),
    )


def article_counts(part: Part, units: Units) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Count the items of one part by article: item, row of the article and count, one entry for each pair there is."""
    (number, token), width, articles = units.items(part), units.width, len(part.bounds) - 1
    kind = np.uint32 if width * articles < 1 << 32 else np.uint64
    rows = np.repeat(np.arange(articles, dtype=kind), np.diff(part.bounds))
    keys = (rows if token is None else rows[token]) * kind(width)
    keys += number.astype(kind, copy=False)
    keys.sort()
    fresh = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])[: len(keys)])
    article, item = np.divmod(keys[fresh], kind(width))
    return item.astype(np.int64), article.astype(np.int64), np.diff(fresh, append=len(keys))


def count_frequencies(corpus: Corpus, *, units: Units | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Count every item in every outlet, one row an outlet and one column an item, and the tokens of each outlet.

    The counts of `count_types` without the articles that have the item, in a third of the time.
    """
    units, outlets = units or words(corpus), len(corpus.outlets)
    width = units.width
    counts, tokens = np.zeros(outlets * width, dtype=np.int64), np.zeros(outlets, dtype=np.int64)
    for part in corpus.parts:
        outlet, sizes = corpus.outlet_numbers(part), np.diff(part.bounds)
        number, token = units.items(part)
        begun = np.repeat(outlet * width, sizes)
        counts += np.bincount((begun if token is None else begun[token]) + number, minlength=outlets * width)
        tokens += np.bincount(outlet, weights=sizes, minlength=outlets).astype(np.int64)
    return counts.reshape(outlets, width), tokens


def merge(first: TypeCounts, second: TypeCounts) -> TypeCounts:
    """Add two counts of different articles."""
    return TypeCounts(
        first.counts + second.counts,
        first.carriers + second.carriers,
        first.tokens + second.tokens,
        first.articles + second.articles,
    )


def merge_all(counts: Iterable[TypeCounts]) -> TypeCounts:
    """Add any number of counts; raises TypeError where there is none."""
    return reduce(merge, counts)


def count_types(corpus: Corpus, *, units: Units | None = None) -> TypeCounts:
    """Count every item in every outlet of a corpus, the outlets in the order of ``corpus.outlets``."""
    units, outlets = units or words(corpus), len(corpus.outlets)
    return merge_all(
        count_part(part, units=units, outlet=corpus.outlet_numbers(part), outlets=outlets) for part in corpus.parts
    )


def article_matrix(corpus: Corpus, *, units: Units | None = None) -> "csr_array":
    """Count every item in every article: a sparse table of one row an article, in the index's order, a column an item.

    The measures by article (dispersion, rank-sum tests, bootstrap) take it. 12 bytes a pair of article and item.
    """
    from scipy.sparse import csr_array, vstack

    units = units or words(corpus)
    blocks = []
    for part in corpus.parts:
        item, article, count = article_counts(part, units)
        shape = (len(part.held.article), units.width)
        blocks.append(csr_array((count.astype(np.int32), (article, item)), shape=shape))
    return csr_array(vstack(blocks, format="csr"))
