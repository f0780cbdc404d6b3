"""Rates: how often items occur per 1,000 tokens of a side, with intervals that say how sure that is."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..measures import bootstrap_rate_interval, poisson_rate_interval
from ..patterns import Vocabulary, find_matches
from .comparison import METHODS
from .counts import Side, count_by_article, evidence_level, numbers_among

POISSON = "exact Poisson (Garwood)"
TERM_RATE_COLUMNS = [
    "outlet", "frame", "term", "count", "tokens", "per_1000", "low", "high", "articles", "outlet_articles",
    "method", "evidence_level",
]  # fmt: skip


def rates_of(side: Side, *, seed: int) -> pd.DataFrame:
    """Give the rate of each item of a side, 1,000 count / tokens, with its 95 % interval; one row an item.

    The interval is exact Poisson (Garwood 1936) below 5 articles of the side (it takes hits for independent, which they
    are not) and from 5 on a percentile bootstrap over articles, except where articles differ less than independent hits
    would (the variance of their counts is below its mean) and the exact interval is wider: where each article has one
    hit, or none has any, resamples are all alike and would say that nothing is left open. ``articles`` are those that
    have the item. Without a token rate and interval are nan, and there is no method.
    """
    counts, level = side.totals(), evidence_level(len(side.articles))
    low, high = poisson_rate_interval(counts, side.tokens)
    resampled = (counts > 0) & (level == "inferential")
    if resampled.any():
        bounds = bootstrap_rate_interval(side.matrix.T.tocsr(), side.sizes, seed=seed)
        resampled &= ~_differ_little(side) | (bounds[1] - bounds[0] > high - low)
        low, high = (np.where(resampled, new, old) for new, old in zip(bounds, (low, high), strict=True))
    return pd.DataFrame(
        {
            "outlet": side.name,
            "count": counts,
            "tokens": side.tokens,
            "per_1000": 1000 * counts / side.tokens if side.tokens else np.nan,
            "low": low,
            "high": high,
            "articles": side.carriers(),
            "method": np.where(resampled, METHODS["inferential"], POISSON if side.tokens else ""),
            "evidence_level": level,
        }
    )


def _differ_little(side: Side) -> np.ndarray:
    """Say of each item whether the variance of its counts by article is below their mean."""
    articles, counts = len(side.articles), side.totals()
    squares = np.asarray(side.matrix.multiply(side.matrix).sum(axis=0)).ravel()
    return (squares - counts**2 / articles) / (articles - 1) < counts / articles


def covered_terms(tokens: pd.DataFrame, rates: pd.DataFrame, *, frames: Sequence[Frame]) -> frozenset[tuple[str, str]]:
    """Give the terms, as frame and term, without a hit of their own whose words stand in the tokens all the same.

    Another term of the frame has all their hits: one that is longer, or one of the same words, as sanction* has those
    of sanctions. ``rates`` are those of `term_rates`.
    """
    totals = rates.groupby(["frame", "term"], sort=False)["count"].sum()
    silent = [pair for pair, hits in totals.items() if not hits]
    known = {frame.name: dict(zip(frame.terms, frame.patterns, strict=True)) for frame in frames}
    terms = tokens["term"].cat
    found = find_matches(
        [known[frame][term] for frame, term in silent],
        ids=terms.codes.to_numpy(),
        vocabulary=Vocabulary(list(terms.categories)),
        sentences=sentence_numbers(tokens),
    )
    return frozenset(silent[number] for number in np.unique(found.pattern).tolist())


def term_rates(
    hits: pd.DataFrame, tokens: pd.DataFrame, *, outlets: Mapping[str, str], frames: Sequence[Frame], seed: int = 0
) -> pd.DataFrame:
    """Count the hits of each term of each frame, per 1,000 tokens, zeros included; one row an outlet, frame and term.

    A term stands as it was typed. Within a frame the longest of overlapping terms has the hit, so that the terms of a
    frame add up to the frame; a term of two frames is counted in both. ``articles`` of the outlet's
    ``outlet_articles`` have it: what one article says ten times is one article's word. Intervals are those of
    `rates_of`.
    """
    terms = [(frame.name, term) for frame in frames for term in frame.terms]
    number = {term: place for place, term in enumerate(terms)}
    items = np.array([number.get(pair, -1) for pair in zip(hits["frame"], hits["term"], strict=True)], dtype=np.int64)
    rows = numbers_among(hits["article"], outlets)
    counts = count_by_article(tokens, items, rows=rows, outlets=outlets, width=len(terms))
    names = pd.DataFrame(terms, columns=["frame", "term"])
    sides = [counts.side(outlet) for outlet in counts.outlets]
    parts = [
        names.join(rates_of(side, seed=seed)).assign(outlet_articles=len(side.articles)) for side in sides if terms
    ]
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=TERM_RATE_COLUMNS)
    return table[TERM_RATE_COLUMNS]
