"""Compare how often a word occurs in two corpora: a of n1 tokens against b of n2.

Every function takes numbers or whole columns (`analysis.measures.columns`) and refuses with ValueError what cannot be:
a negative count, one above its corpus, a corpus without end. Undefined is nan: every measure where a corpus is empty,
every effect where a = b = 0. With b = 0 alone %DIFF, relative risk and odds ratio are inf; Log Ratio puts 0.5 for the
zero and nothing else. None knows of articles: ten hits in one text count as ten in ten.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from analysis.measures.columns import Floats, Result, columnwise, comparison, floats, refuse
from analysis.measures.intervals import rate_ratio_interval


@columnwise
def log_likelihood(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, cells: Literal[2, 4] = 4) -> Floats:
    """Compute the log-likelihood ratio LL (G²) of a word's two frequencies.

    2 cells: 2[a ln(a/E1) + b ln(b/E2)] (Rayson & Garside 2000); 4 cells add the tokens that are not the word
    (Dunning 1993). E1 = n1(a+b)/N, E2 = n2(a+b)/N, 0·ln 0 = 0. Raises ValueError for other `cells`.
    LL has no sign and is evidence, not size: it grows with the corpus, and it takes words for independent.
    """
    if cells not in (2, 4):
        raise ValueError(f"cells = {cells!r} is not allowed; choose 2 or 4")
    a, b, n1, n2 = comparison(a, b, n1, n2)
    total = n1 + n2
    excess = (a * n2 - b * n1) / total
    likelihood = _divergence(a, n1 * (a + b) / total, excess) + _divergence(b, n2 * (a + b) / total, -excess)
    if cells == 4:
        others = total - a - b
        likelihood += _divergence(n1 - a, n1 * others / total, -excess)
        likelihood += _divergence(n2 - b, n2 * others / total, excess)
    return np.maximum(2 * likelihood, 0)


def _divergence(observed: Floats, expected: Floats, excess: Floats) -> Floats:
    """Compute O ln(O/E) from O - E, which keeps the digits that O/E near 1 would lose."""
    return np.where(observed == 0, 0 * excess, observed * np.log1p(excess / expected))


@columnwise
def p_value(statistic: ArrayLike) -> Floats:
    """Compute the chance of a log-likelihood or chi-squared this high with 1 degree of freedom.

    p = erfc(√(x/2)). It takes words for independent, which words in a text are not, so it overstates.
    """
    from scipy.special import erfc

    statistic = floats(statistic)
    refuse(statistic < 0, statistic, "statistic", "a log-likelihood or chi-squared is 0 or more")
    return np.asarray(erfc(np.sqrt(statistic / 2)))


@columnwise
def bic(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, cells: Literal[2, 4] = 4) -> Floats:
    """Compute the Bayes factor approximation BIC = LL - ln N (Wilson 2013).

    Above 2 counts as positive, above 6 as strong, above 10 as very strong evidence of a difference; below 0 speaks
    for none. Like LL it says nothing of the size of the difference.
    """
    likelihood = floats(log_likelihood(a, b, n1, n2, cells=cells))
    return likelihood - np.log(floats(n1) + floats(n2))


@columnwise
def effect_size_ll(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, cells: Literal[2, 4] = 4) -> Floats:
    """Compute the effect size of LL, ELL = LL / (N ln min(E1, E2)) (Johnston, Berry & Mielke 2006).

    nan where the smaller expected count is 1 or less. Says nothing of the direction.
    """
    likelihood = floats(log_likelihood(a, b, n1, n2, cells=cells))
    a, b, n1, n2 = comparison(a, b, n1, n2)
    smaller = (a + b) * np.minimum(n1, n2) / (n1 + n2)
    return np.where(smaller > 1, likelihood / ((n1 + n2) * np.log(smaller)), np.nan)


@columnwise
def chi_squared(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, yates: bool = False) -> Floats:
    """Compute Pearson's chi-squared of the 2 x 2 table, with Yates's continuity correction if asked.

    N(|a·n2 - b·n1| - N/2)² / (n1 n2 (a+b)(N-a-b)), the N/2 with `yates` alone and never past 0. nan where the word
    is in neither corpus or is all there is. Unreliable where an expected count is below 5.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    total = n1 + n2
    distance = np.abs(a * n2 - b * n1)
    if yates:
        distance = np.maximum(distance - total / 2, 0)
    return (distance / (n1 * n2)) * (distance / (a + b)) * (total / (total - a - b))


@columnwise
def percent_difference(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Compute %DIFF = 100 (a/n1 - b/n2) / (b/n2) (Gabrielatos & Marchi 2011).

    inf with b = 0. Has no upper bound but a lower one, -100; says nothing of how sure the difference is.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    return 100 * (a * n2 - b * n1) / (b * n1)


@columnwise
def relative_risk(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Compute the ratio of the two rates, (a/n1) / (b/n2) (Damerau 1993).

    inf with b = 0. Says nothing of how sure the ratio is: 2 against 1 weighs as much as 2,000 against 1,000.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    return (a * n2) / (b * n1)


@columnwise
def log_ratio(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, correction: Literal["zero", "walter"] = "zero"
) -> Floats:
    """Compute Log Ratio, the binary logarithm of the ratio of rates (Hardie 2014).

    "zero": log2[(a/n1) / (b/n2)], a count of zero replaced by 0.5 and nothing else. "walter":
    log2[(a+.5)/(n1+.5)] - log2[(b+.5)/(n2+.5)] (Walter 1975). Raises ValueError for another correction.
    1 is twice as frequent, -1 half as frequent; says nothing of how sure that is.
    """
    if correction not in ("zero", "walter"):
        raise ValueError(f'correction = {correction!r} is not allowed; choose "zero" or "walter"')
    a, b, n1, n2 = comparison(a, b, n1, n2)
    nowhere = (a == 0) & (b == 0)
    if correction == "walter":
        a, b, n1, n2 = a + 0.5, b + 0.5, n1 + 0.5, n2 + 0.5
    else:
        a, b = np.where(a == 0, 0.5, a), np.where(b == 0, 0.5, b)
    return np.where(nowhere, np.nan, np.log2(a / n1) - np.log2(b / n2))


def log_ratio_interval(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, types: ArrayLike = 1
) -> tuple[Result, Result]:
    """Compute the exact 95 % interval of Log Ratio, low and high.

    log2 of the rate ratio's Clopper-Pearson bounds (Hardie 2014); with b = 0 high is inf, with a = 0 low is -inf.
    Uncorrected unless `types` gives the number of tests that share the 5 %. Takes words for independent, so it is
    too narrow for words that come in clumps.
    """
    low, high = rate_ratio_interval(a, b, n1, n2, types=types)
    return _log2(low), _log2(high)


@columnwise
def _log2(values: ArrayLike) -> Floats:
    return np.log2(floats(values))


@columnwise
def conservative_log_ratio(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, types: ArrayLike) -> Floats:
    """Compute LRC, the Log Ratio that is left when every doubt is held against the word (Evert 2022).

    The bound nearer 0 of the exact interval at 1 - .05/m, m = `types`, the number of word types compared, counted
    before any filter; 0 where the interval covers 0. 0 means not shown to differ, not shown to be alike.
    """
    low, high = map(floats, log_ratio_interval(a, b, n1, n2, types=types))
    nearer = np.where(low > 0, low, np.where(high < 0, high, 0.0))
    return np.where(np.isnan(low), np.nan, nearer)


@columnwise
def odds_ratio(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Compute the ratio of odds, [a/(n1-a)] / [b/(n2-b)] (Pojanapunya & Watson Todd 2018).

    inf with b = 0 or a = n1, nan where both are. For rare words it is the relative risk; for frequent ones it is
    farther from 1. Says nothing of how sure the ratio is.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    return (a * (n2 - b)) / (b * (n1 - a))


@columnwise
def simple_maths(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, smoothing: ArrayLike = 1) -> Floats:
    """Compute Kilgarriff's (2009) keyness score, (fpm1 + λ) / (fpm2 + λ), from rates per million.

    A `smoothing` λ of 1 brings rare words up, 100 or 1,000 frequent ones: the ranking is a choice, not a finding.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    smoothing = floats(smoothing)
    refuse(smoothing < 0, smoothing, "smoothing", "smoothing is 0 or more, per million")
    score = (1e6 * a / n1 + smoothing) / (1e6 * b / n2 + smoothing)
    return np.where((a == 0) & (b == 0), np.nan, score)


@columnwise
def difference_coefficient(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> Floats:
    """Compute the difference of the rates over their sum, (r1 - r2) / (r1 + r2) (Hofland & Johansson 1982).

    From -1 to 1, which every word of one side alone gets, once or a thousand times: no word of how sure it is.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    return (a * n2 - b * n1) / (a * n2 + b * n1)


@columnwise
def fighting_words_z(
    a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike, *, prior: ArrayLike, prior_total: ArrayLike
) -> Floats:
    """Compute the z-score of the log-odds ratio with a Dirichlet prior (Monroe, Colaresi & Quinn 2008, eqs 15-22).

    δ = ln[(a+α)/(n1+α0-a-α)] - ln[(b+α)/(n2+α0-b-α)], σ² ≈ 1/(a+α) + 1/(b+α), z = δ/σ; α is the word's `prior`, α0
    the `prior_total` over all words. The prior decides how far a rare word gets: print it beside the score.
    """
    a, b, n1, n2 = comparison(a, b, n1, n2)
    prior, prior_total = floats(prior), floats(prior_total)
    refuse(prior < 0, prior, "prior", "prior is 0 or more")
    refuse(prior > prior_total, prior, "prior", "prior is at most prior_total")
    first, second = a + prior, b + prior
    delta = np.log(first / (n1 + prior_total - first)) - np.log(second / (n2 + prior_total - second))
    return np.where((a == 0) & (b == 0), np.nan, delta / np.sqrt(1 / first + 1 / second))
