"""Rates: how often items occur per 1,000 tokens of a side, with intervals that say how sure that is."""

import numpy as np
import pandas as pd

from ..measures import bootstrap_rate_interval, poisson_rate_interval
from .comparison import METHODS
from .counts import Side, evidence_level

POISSON = "exact Poisson (Garwood)"


def rates_of(side: Side, *, seed: int) -> pd.DataFrame:
    """Give the rate of each item of a side, 1,000 count / tokens, with its 95 % interval; one row an item.

    The interval is exact Poisson (Garwood 1936) below 5 articles of the side (it takes hits for independent, which they
    are not) and from 5 on a percentile bootstrap over articles, except where no article has a hit: there every resample
    is zero, and the exact interval says how much may be missed. ``articles`` are those that have the item. Without a
    token rate and interval are nan, and there is no method.
    """
    counts, level = side.totals(), evidence_level(len(side.articles))
    low, high = poisson_rate_interval(counts, side.tokens)
    resampled = (counts > 0) & (level == "inferential")
    if resampled.any():
        bounds = bootstrap_rate_interval(side.matrix.T.tocsr(), side.sizes, seed=seed)
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
