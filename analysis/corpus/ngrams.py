"""N-grams: sequences of two to four terms within a sentence, counted by outlet."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from .index import Corpus
from .parts import Part

NGRAM_COLUMNS = ["outlet", "ngram", "count"]
LENGTHS = (2, 3, 4)


@dataclass(frozen=True)
class NgramCounts:
    """N-grams of one length counted: ``keys`` in order, each term's number in as many bits as are shared out."""

    keys: np.ndarray
    counts: np.ndarray


def ngram_table(corpus: Corpus, *, length: int = 2, min_count: int = 2) -> pd.DataFrame:
    """Count the n-grams of a length in each outlet; one row an outlet and n-gram, the most frequent first.

    An n-gram lies within a sentence. ``min_count`` is the least count in the outlet. Raises InputError for a length
    other than 2, 3 and 4, and for one whose terms are too many to be numbered together.
    """
    if length not in LENGTHS:
        raise InputError(f"n-grams have 2, 3 or 4 words, not {length}")
    bits = max(len(corpus.terms) - 1, 1).bit_length()
    if bits * length > 64:
        raise InputError(
            f"{len(corpus.terms):,} terms are too many for n-grams of {length} words; ask for shorter ones"
        )
    terms = np.array(corpus.terms, dtype=object)
    blocks = []
    for number, outlet in enumerate(corpus.outlets):
        parts = (
            count_ngrams(part, length=length, bits=bits, articles=corpus.outlet_numbers(part) == number)
            for part in corpus.parts
        )
        merged = merge_ngrams(parts)
        kept = np.flatnonzero(merged.counts >= min_count)
        words = [terms[column] for column in _unpacked(merged.keys[kept], length, bits)]
        names = [" ".join(row) for row in zip(*words, strict=True)]
        block = pd.DataFrame({"outlet": outlet, "ngram": names, "count": merged.counts[kept]})
        blocks.append(block.sort_values(["count", "ngram"], ascending=[False, True]))
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=NGRAM_COLUMNS)
    return table[NGRAM_COLUMNS]


def count_ngrams(part: Part, *, length: int, bits: int, articles: np.ndarray) -> NgramCounts:
    """Count the n-grams of some of a part's articles."""
    size = len(part) - length + 1
    if size < 1:
        return NgramCounts(np.array([], dtype=np.uint64), np.array([], dtype=np.int64))
    within = np.repeat(articles, np.diff(part.bounds))[:size]
    term, first = part.term, part.first
    keys = np.zeros(size, dtype=np.uint64)
    for offset in range(length):
        if offset:
            within &= ~first[offset : offset + size]
        keys = (keys << np.uint64(bits)) | term[offset : offset + size]
    found, counts = np.unique(keys[within], return_counts=True)
    return NgramCounts(found, counts)


def merge_ngrams(counts: Iterable[NgramCounts]) -> NgramCounts:
    """Add the counts of different parts."""
    all_counts = list(counts)
    keys = np.concatenate([np.array([], dtype=np.uint64), *(one.keys for one in all_counts)])
    numbers = np.concatenate([np.array([], dtype=np.int64), *(one.counts for one in all_counts)])
    order = np.argsort(keys, kind="stable")
    fresh = np.flatnonzero(np.concatenate([[True], np.diff(keys[order]) != 0])[: len(keys)])
    return NgramCounts(keys[order][fresh], np.add.reduceat(numbers[order], fresh) if len(fresh) else numbers)


def _unpacked(keys: np.ndarray, length: int, bits: int) -> list[np.ndarray]:
    mask = np.uint64((1 << bits) - 1)
    return [(keys >> np.uint64(bits * place) & mask).astype(np.int64) for place in range(length - 1, -1, -1)]
