"""Stories: which articles of an index are the same text twice, as `analysis.stories` finds it for a few texts."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from .index import Corpus
from .keys import stretches
from .parts import Part

SHARED = 0.6
_WORDS = 8
_LARGE = ((500_000, 1, 20), (8_000_000, 8, 20))  # tokens, and to how many a sequence and an article are looked at
_LARGEST = (64, 4)
_ROW_BITS = np.uint64(24)  # of a sequence's number, given over to the article's row
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def same_stories(corpus: Corpus) -> list[tuple[int, int]]:
    """Give the pairs of articles, as rows of ``corpus.articles``, that share more than 60 % of their word sequences.

    Sequences have eight words, the share is that of the shorter article. A sequence that many articles have says little
    of a pair: only the first twenty of them are compared with the others, in a corpus of more than eight million tokens
    the first four. Of more than half a million tokens a part of the sequences tells which pairs are compared in full.
    """
    every, holders = next((told for tokens, *told in _LARGE if corpus.tokens <= tokens), _LARGEST)
    found, begun = [np.array([], dtype=np.uint64)], 0
    for part in corpus.parts:
        found.append(_sequences(part, every, begun))
        begun += len(part.held.article)
    packed = np.sort(np.concatenate(found))
    packed = packed[stretches(packed)]
    row = (packed & ((np.uint64(1) << _ROW_BITS) - np.uint64(1))).astype(np.int64)
    met = np.sort(_meetings(packed >> _ROW_BITS, row, articles=begun, holders=holders))
    pairs = stretches(met)
    first, second = np.divmod(met[pairs], max(begun, 1))
    sizes = np.bincount(row, minlength=begun)
    share = np.diff(pairs, append=len(met)) / np.minimum(sizes[first], sizes[second])
    likely = share > SHARED
    likely = list(zip(first[likely].tolist(), second[likely].tolist(), strict=True))
    return likely if every == 1 else _compared_in_full(corpus, likely)


def _compared_in_full(corpus: Corpus, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give those of the pairs that share enough of all their sequences."""
    begun = np.cumsum([0, *(len(part.held.article) for part in corpus.parts)])

    @lru_cache(maxsize=50_000)
    def sequences(row: int) -> np.ndarray:
        number = int(np.searchsorted(begun, row, side="right")) - 1
        part, own = corpus.parts[number], row - int(begun[number])
        if part.bounds[own + 1] - part.bounds[own] < _WORDS:
            return np.array([_short(part, own)], dtype=np.uint64)
        return np.unique(_hashes(part.term[part.bounds[own] : part.bounds[own + 1]]))

    def share(first: np.ndarray, second: np.ndarray) -> float:
        both = np.sort(np.concatenate([first, second]))
        return np.count_nonzero(both[1:] == both[:-1]) / min(len(first), len(second))

    return [(first, second) for first, second in pairs if share(sequences(first), sequences(second)) > SHARED]


def _sequences(part: Part, every: int, begun: int) -> np.ndarray:
    """Give some sequences of a part, each as a number that ends with the row of its article."""
    sizes = np.diff(part.bounds)
    row = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    hashes = _hashes(part.term)
    whole = row[: len(hashes)] == row[_WORDS - 1 :]
    hashes, row = hashes[whole], row[: len(hashes)][whole]
    begin = stretches(row)
    kept = hashes >> np.uint64(40) & np.uint64(every - 1) == 0
    if len(begin):
        least = np.minimum.reduceat(hashes, begin)
        kept |= hashes == np.repeat(least, np.diff(begin, append=len(row)))
    short = [(_short(part, number), number) for number in np.flatnonzero((sizes > 0) & (sizes < _WORDS)).tolist()]
    hashes = np.concatenate([hashes[kept], np.array([number for number, _ in short], dtype=np.uint64)])
    row = np.concatenate([row[kept], np.array([number for _, number in short], dtype=np.uint64)])
    return hashes >> _ROW_BITS << _ROW_BITS | (row + np.uint64(begun))


def _hashes(terms: np.ndarray) -> np.ndarray:
    """Give each sequence as a number that tells it from others; doubled three times, two words are eight."""
    hashes, reach = terms.astype(np.uint64), 1
    while reach < _WORDS and len(hashes):
        hashes = (hashes[:-reach] * _MULTIPLIER ^ hashes[reach:]) * _MULTIPLIER
        hashes ^= hashes >> np.uint64(32)
        reach *= 2
    return hashes


def _short(part: Part, row: int) -> int:
    """Give an article of fewer words as one sequence."""
    terms = part.term[part.bounds[row] : part.bounds[row + 1]].tobytes()
    return int.from_bytes(hashlib.blake2b(terms, digest_size=8).digest())


def _meetings(sequence: np.ndarray, row: np.ndarray, *, articles: int, holders: int) -> np.ndarray:
    """Give each two articles that have a sequence, as one number, once for each; of pairs the first row is less."""
    begin = stretches(sequence)
    place = np.arange(len(sequence)) - np.repeat(begin, np.diff(begin, append=len(sequence)))
    met = [np.array([], dtype=np.int64)]
    for earlier in range(holders):
        later = np.flatnonzero(place > earlier)
        met.append(row[later - place[later] + earlier] * articles + row[later])
    return np.concatenate(met)
