"""N-grams: sequences of two to four terms within a sentence, counted by outlet.

An n-gram is one whole number: the outlet, then the rank of each of its terms in the alphabet, in as many bits as they
need. So n-grams are counted by sorting numbers, in the order in which a table shows them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from .index import Corpus
from .keys import stretches
from .parts import Part
from .sequences import check_length

NGRAM_COLUMNS = ["outlet", "ngram", "count"]
_ROOM = 8_000_000  # n-grams of different parts that wait to be added up, at 16 bytes
_NO_RANK = np.uint32(0xFFFFFFFF)


@dataclass(frozen=True)
class Coding:
    """How n-grams are written as numbers: the rank of each term, the bits of a rank, and the terms by rank.

    Terms rarer than the least count asked for have no rank: no n-gram of theirs can be as frequent.
    """

    length: int
    bits: int
    rank: np.ndarray
    terms: np.ndarray

    def words(self, keys: np.ndarray) -> list[str]:
        """Give the n-grams behind some numbers."""
        mask = keys.dtype.type((1 << self.bits) - 1)
        shifts = [keys.dtype.type(self.bits * place) for place in range(self.length - 1, -1, -1)]
        return list(map(" ".join, zip(*(self.terms[keys >> shift & mask].tolist() for shift in shifts), strict=True)))


@dataclass(frozen=True)
class NgramCounts:
    """N-grams counted: their numbers in order, and the count of each."""

    keys: np.ndarray
    counts: np.ndarray


def ngram_table(corpus: Corpus, *, length: int = 2, min_count: int = 2) -> pd.DataFrame:
    """Count the n-grams of a length in each outlet; one row an outlet and n-gram, the most frequent first.

    An n-gram lies within a sentence. ``min_count`` is the least count in the outlet. Raises InputError for a length
    other than 2, 3 and 4, and where the terms are too many to be numbered together.
    """
    coding = code_ngrams(corpus, length=length, min_count=min_count)
    counted = merge_ngrams(count_ngrams(part, coding, outlet=corpus.outlet_numbers(part)) for part in corpus.parts)
    kept = np.flatnonzero(counted.counts >= min_count)
    keys, counts = counted.keys[kept], counted.counts[kept]
    outlet = (keys >> keys.dtype.type(coding.bits * length)).astype(np.int64)
    order = _ranked(outlet, counts)
    table = {
        "outlet": pd.Categorical.from_codes(outlet[order], categories=list(corpus.outlets)),
        "ngram": pd.Series(coding.words(keys[order]), dtype=object),
        "count": counts[order],
    }
    return pd.DataFrame(table, columns=NGRAM_COLUMNS)


def code_ngrams(corpus: Corpus, *, length: int, min_count: int) -> Coding:
    """Number the terms that occur often enough, for n-grams of a length; raises InputError as `ngram_table` does."""
    check_length(length)
    width = len(corpus.terms)
    totals = sum((np.bincount(part.term, minlength=width) for part in corpus.parts), np.zeros(width, dtype=np.int64))
    often = np.flatnonzero(totals >= min_count)
    terms = np.array(corpus.terms, dtype=object)[often]
    order = np.argsort(terms, kind="stable")
    bits = max(len(often) - 1, 1).bit_length()
    needed = bits * length + max(len(corpus.outlets) - 1, 1).bit_length()
    if needed > 64:
        raise InputError(
            f"{len(often):,} terms are too many for n-grams of {length} words; raise the least count from {min_count}, "
            "or ask for shorter ones"
        )
    rank = np.full(width, _NO_RANK, dtype=np.uint32 if needed <= 32 else np.uint64)
    rank[often[order]] = np.arange(len(often))
    return Coding(length, bits, rank, terms[order])


def count_ngrams(part: Part, coding: Coding, *, outlet: np.ndarray) -> NgramCounts:
    """Count the n-grams of a part; ``outlet`` numbers the outlet of each of its articles."""
    rank, length = coding.rank[part.term], coding.length
    size, bits = max(len(part) - length + 1, 0), rank.dtype.type(coding.bits)
    rare = rank == _NO_RANK
    later, within = part.first | rare, ~rare[:size]
    keys = np.repeat(outlet.astype(rank.dtype), np.diff(part.bounds))[:size]
    for offset in range(length):
        if offset:
            within &= ~later[offset : offset + size]
        keys <<= bits
        keys |= rank[offset : offset + size]
    keys = keys[within]
    keys.sort()
    begin = stretches(keys)
    return NgramCounts(keys[begin], np.diff(begin, append=len(keys)))


def merge_ngrams(counts: Iterable[NgramCounts]) -> NgramCounts:
    """Add the counts of different parts, which were coded alike; those added up are let go before more are taken."""
    waiting, size, room = [], 0, _ROOM
    for one in counts:
        waiting.append(one)
        size += len(one.keys)
        if size > room:
            waiting = [_add(waiting)]
            size = len(waiting[0].keys)
            room = max(_ROOM, 2 * size)
    return waiting[0] if len(waiting) == 1 else _add(waiting)


def _add(counts: Sequence[NgramCounts]) -> NgramCounts:
    keys = np.concatenate([one.keys for one in counts] or [np.array([], dtype=np.uint64)])
    numbers = np.concatenate([np.array([], dtype=np.int64), *(one.counts for one in counts)])
    order = np.argsort(keys)
    keys = keys[order]
    begin = stretches(keys)
    return NgramCounts(keys[begin], np.add.reduceat(numbers[order], begin) if len(begin) else numbers)


def _ranked(outlet: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Order n-grams, which are in the order of outlets and of the alphabet, by outlet and by falling counts.

    Outlet, count and place are packed into one number, which sorts quicker than a column of each.
    """
    top, size = int(counts.max(initial=0)) + 1, max(len(counts), 1)
    packed = (outlet * top + (top - 1 - counts)) * size + np.arange(len(counts))
    packed.sort()
    return packed % size
