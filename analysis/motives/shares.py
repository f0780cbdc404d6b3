"""Shares: how much of what an outlet ascribes falls to each motive and voice, with intervals by article."""

import numpy as np
import pandas as pd

from ..codebooks import MotiveCodebook
from ..measures.intervals import bootstrap_rate_interval
from ..measures.proportions import proportion_interval
from .speakers import VOICES

SHARE_COLUMNS = ["outlet", "category", "voice", "count", "share", "low", "high", "articles"]
ALL_VOICES = "all"


def motive_shares(
    propositions: pd.DataFrame, articles: pd.DataFrame, *, codebook: MotiveCodebook, seed: int = 0
) -> pd.DataFrame:
    """Give each motive's share of an outlet's propositions; one row an outlet, code and voice, and one for all voices.

    ``share`` is count / the outlet's propositions, repeats left out, nan where it has none; ``articles`` have at least
    one. ``low`` and ``high`` are its 95 % percentile bootstrap interval over the outlet's articles (those without any
    proposition too), nan below 5 articles. Where every resample is alike, as where no article has the motive, it is
    the exact interval (Clopper and Pearson 1934), as if propositions were independent: a width of zero would say that
    nothing is left open.
    """
    counted = propositions[propositions["repeat_of"] == ""]
    parts = [
        _outlet_shares(counted[counted["outlet"] == outlet], own["article"], codebook, seed).assign(outlet=outlet)
        for outlet, own in articles.groupby("outlet", sort=False)
    ]
    return pd.concat(parts, ignore_index=True)[SHARE_COLUMNS] if parts else pd.DataFrame(columns=SHARE_COLUMNS)


def _outlet_shares(own: pd.DataFrame, articles: pd.Series, codebook: MotiveCodebook, seed: int) -> pd.DataFrame:
    cells = pd.MultiIndex.from_product([codebook.codes, (ALL_VOICES, *VOICES)], names=["category", "voice"])
    both = pd.concat([own, own.assign(voice=ALL_VOICES)])
    counts = (
        both.groupby(["category", "voice", "article"]).size().unstack("article", fill_value=0)
        if len(both)
        else pd.DataFrame(index=cells[:0])
    )
    counts = counts.reindex(index=cells, columns=articles, fill_value=0)
    totals = counts.xs(ALL_VOICES, level="voice").sum()
    low, high = bootstrap_rate_interval(counts.to_numpy(), totals.to_numpy(), per=1, seed=seed)
    exact = proportion_interval(counts.sum(axis=1).to_numpy(), totals.sum())
    alike = low == high
    low, high = (np.where(alike, new, old) for new, old in zip(exact, (low, high), strict=True))
    table = pd.DataFrame({"count": counts.sum(axis=1), "articles": (counts > 0).sum(axis=1), "low": low, "high": high})
    return table.assign(share=table["count"] / (totals.sum() or np.nan)).reset_index()
