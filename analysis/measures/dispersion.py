"""Say how evenly a word is spread over the parts of a corpus.

`counts` has the word's frequency in each part, or one row a word and one column a part (an array, or a DataFrame whose
index the result keeps); `sizes` has the parts' sizes in tokens, or as shares. Parts of size zero hold no text and are
left out. A word in no part is nan. ValueError is raised for negative counts or sizes, a word in a part of size zero,
and counts and sizes that do not fit. Which end of a scale is even differs: 0 for DP and KL divergence, 1 for Juilland's
D, Carroll's D2 and Rosengren's S. No measure tells why a word is where it is: one event in one article clumps as a
habit does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Floats, columnwise, floats, refuse, rowwise


@rowwise
def deviation_of_proportions(counts: ArrayLike, sizes: ArrayLike, *, normalised: bool = False) -> Floats:
    """Compute DP = ½ Σ|v_i - s_i| (Gries 2008); 0 is even, near 1 clumped.

    v_i is the share of the word in part i, s_i the part's share of the corpus. `normalised` divides by 1 - min s
    (Lijffijt & Gries 2012), which is nan with one part. A rare word cannot be even: compare DP at like frequency.
    """
    word, part = _shares(counts, sizes)
    deviation = np.abs(word - part).sum(axis=-1) / 2
    return deviation / _widest(part) if normalised else deviation


@columnwise
def deviation_of_proportions_by_term(
    terms: ArrayLike, parts: ArrayLike, counts: ArrayLike, sizes: ArrayLike, *, vocabulary: int
) -> Floats:
    """Compute DP of every term from its hits alone: term id, part id and count, one entry a term and part.

    DP = ½ [1 + Σ(|v_i - s_i| - s_i)] over the parts that have the term, so a term by part table is never built.
    Gives one value a term id from 0 to `vocabulary` - 1, as `deviation_of_proportions` does. 0 is even.
    """
    terms, parts, counts, sizes = np.asarray(terms, np.intp), np.asarray(parts, np.intp), floats(counts), floats(sizes)
    refuse(counts < 0, counts, "counts", "a frequency is 0 or more")
    totals = np.bincount(terms, counts, minlength=vocabulary)
    shares = (sizes / sizes.sum())[parts]
    shifts = np.abs(counts / totals[terms] - shares) - shares
    deviation = (1 + np.bincount(terms, shifts, minlength=vocabulary)) / 2
    return np.where(totals > 0, np.clip(deviation, 0, 1), np.nan)


@rowwise
def juilland_d(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Compute Juilland's D = 1 - (sd / mean of the parts' rates) / √(k-1) over k parts; 1 is even.

    sd is the population's; rates, not counts, so that parts may differ in size (Juilland & Chang-Rodríguez 1964; Lyne
    1985). nan with one part. With many parts nearly every word comes out near 1 (Biber et al. 2016).
    """
    rates = _rates(counts, sizes)
    variation = rates.std(axis=-1) / rates.mean(axis=-1)
    return np.clip(1 - variation / np.sqrt(rates.shape[-1] - 1), 0, 1)


@rowwise
def carroll_d2(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Compute Carroll's D2, the entropy of the parts' rates over their sum, divided by log k (Carroll 1970); 1 is even.

    nan with one part. A part weighs as much as any other, however short it is.
    """
    rates = _rates(counts, sizes)
    shares = rates / rates.sum(axis=-1, keepdims=True)
    entropy = 0 - (shares * np.log(np.where(shares == 0, 1, shares))).sum(axis=-1)
    return np.minimum(entropy / np.log(rates.shape[-1]), 1)


@rowwise
def rosengren_s(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Compute Rosengren's S = (Σ√(s_i f_i))² / f (Rosengren 1971); 1 is even.

    s_i is the part's share of the corpus, f_i the frequency in it. Its least value is the smallest s, not 0.
    """
    word, part = _shares(counts, sizes)
    return np.minimum(np.sqrt(part * word).sum(axis=-1) ** 2, 1)


@rowwise
def kl_divergence(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Compute the Kullback-Leibler divergence Σ v_i log2(v_i/s_i) in bits (Gries 2020); 0 is even.

    Parts without the word add nothing. It has no common upper bound: log2(1/s) of the part that has all of it.
    """
    word, part = _shares(counts, sizes)
    divergence = (word * np.log2(np.where(word == 0, 1, word / part))).sum(axis=-1)
    return np.maximum(divergence, 0)


@rowwise
def word_range(counts: ArrayLike) -> Floats:
    """Count the parts that have the word. Says nothing of how often they have it, nor how large they are."""
    counts = floats(counts)
    refuse(counts < 0, counts, "counts", "a frequency is 0 or more")
    return np.asarray((counts > 0).sum(axis=-1), dtype=np.float64)


@columnwise
def average_reduced_frequency(positions: ArrayLike, n: int) -> Floats:
    """Compute ARF = Σ min(d_i, v) / v, v = n/f, of a word at positions in n tokens (Savický & Hlaváčová 2002).

    d_i are the distances between neighbouring hits, the last to the first round the end of the corpus. From 1, all in
    one clump or one hit, to f, evenly spread. Positions count from 0 or from 1, in any order. nan without a hit.
    """
    places = np.sort(floats(positions).ravel())
    refuse(places < 0, places, "positions", "a position is 0 or more")
    refuse(places - places[:1] >= n, places, "positions", f"all lie within n = {n} tokens")
    refuse(places > n, places, "positions", f"all lie within n = {n} tokens")
    refuse(np.diff(places, prepend=-1) == 0, places, "positions", "a position is given once")
    if not places.size:
        return np.asarray(np.nan)
    distances = np.diff(places, prepend=places[-1] - n)
    spacing = n / places.size
    return np.minimum(distances, spacing).sum() / spacing


def _parts(counts: ArrayLike, sizes: ArrayLike) -> tuple[Floats, Floats]:
    """Check counts against sizes and leave out the parts that hold no text; nan where none holds any."""
    counts, sizes = floats(counts), floats(sizes)
    if sizes.ndim != 1 or counts.shape[-1:] != sizes.shape:
        raise ValueError(f"counts of shape {counts.shape} do not fit sizes of shape {sizes.shape}; give a size a part")
    refuse(counts < 0, counts, "counts", "a frequency is 0 or more")
    refuse(sizes < 0, sizes, "sizes", "a part's size is 0 or more")
    refuse((counts > 0) & (sizes == 0), counts, "counts", "a part of size 0 holds no word")
    if not np.any(sizes > 0):
        return np.full((*counts.shape[:-1], 1), np.nan), np.ones(1)
    return counts[..., sizes > 0], sizes[sizes > 0]


def _shares(counts: ArrayLike, sizes: ArrayLike) -> tuple[Floats, Floats]:
    """Give the word's share in each part, nan for a word in none, and each part's share of the corpus."""
    counts, sizes = _parts(counts, sizes)
    return counts / counts.sum(axis=-1, keepdims=True), sizes / sizes.sum()


def _rates(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Give the word's rate in each part, nan for a word in none."""
    counts, sizes = _parts(counts, sizes)
    return np.where(counts.sum(axis=-1, keepdims=True) > 0, counts / sizes, np.nan)


def _widest(part: Floats) -> float:
    """Give the greatest DP that parts of these sizes allow, 1 - min s; nan with fewer than two parts."""
    return 1 - part.min() if part.size > 1 else np.nan
