"""Timelines: the rates of frames, of a word or actor, or of motives, month by month.

``timeline`` tables have one row an item, outlet and month, months from the first to the last of any outlet: count,
tokens and month_articles are those of the month, articles are those of them that have the item. A month without
articles is a row whose rate is nan, for nobody knows what would have been written; a month with articles and no hit has
the rate 0. Articles without a date are in no month: told in ``attrs["notes"]``, or, where asked for, counted apart in
rows whose month is missing, so that the counts of an item add up to all of it.
"""

from collections.abc import Mapping, Sequence

import pandas as pd

from ..codebooks import Frame, MotiveCodebook
from ..errors import InputError
from .counts import CountsByArticle, count_by_article, numbers_among
from .dates import days_of, tell_undated
from .nodes import find_node
from .rates import rates_of

TIMELINE_COLUMNS = [
    "item", "outlet", "month", "count", "tokens", "month_articles", "per_1000", "low", "high", "articles",
    "method", "evidence_level",
]  # fmt: skip
MOST_MONTHS = 1200


def frame_timeline(
    hits: pd.DataFrame,
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    outlets: Mapping[str, str],
    frames: Sequence[Frame],
    seed: int = 0,
    undated: bool = False,
) -> pd.DataFrame:
    """Count the hits of each frame by month, per 1,000 tokens; one row a frame, outlet and month.

    Intervals are as in `frame_rates`, by the articles of the month: exact Poisson below 5, from 5 on a bootstrap over
    articles. Raises InputError where the dates are more than a century apart. Says nothing of what a month's articles
    are about: a rate that rises may be another event, section or author. Hand in the hits of one voice to follow it.
    """
    names = [frame.name for frame in frames]
    counts = _count(hits["article"], hits["frame"], names, tokens=tokens, outlets=outlets)
    return _timeline(counts, names, articles, seed=seed, undated=undated)


def node_timeline(
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    node: str,
    *,
    outlets: Mapping[str, str],
    seed: int = 0,
    undated: bool = False,
) -> pd.DataFrame:
    """Count the hits of a node by month, per 1,000 tokens; one row an outlet and month, ``item`` being the node.

    ``node`` is an actor or a pattern (`analysis.vocabulary.nodes`). Intervals, errors and limits are those of
    `frame_timeline`; raises InputError where the node is nowhere, too.
    """
    hits = find_node(tokens, node)
    places = tokens["article"].iloc[hits.first].astype(object)
    found = pd.Series(hits.name, index=places.index, dtype=object)
    counts = _count(places, found, [hits.name], tokens=tokens, outlets=outlets)
    return _timeline(counts, [hits.name], articles, seed=seed, undated=undated)


def motive_timeline(
    propositions: pd.DataFrame,
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    outlets: Mapping[str, str],
    codebook: MotiveCodebook,
    seed: int = 0,
    undated: bool = False,
) -> pd.DataFrame:
    """Count motive propositions by month, per 1,000 tokens, repeats left out; one row a code, outlet and month.

    Hand in the propositions of one holder. Intervals, errors and limits are those of `frame_timeline`. The rate is over
    all words of the month, those too that are not about the holder: with less about it every motive falls.
    """
    told = propositions[propositions["repeat_of"] == ""]
    codes = list(codebook.codes)
    counts = _count(told["article"], told["category"], codes, tokens=tokens, outlets=outlets)
    return _timeline(counts, codes, articles, seed=seed, undated=undated)


def _count(
    places: pd.Series, found: pd.Series, names: Sequence[str], *, tokens: pd.DataFrame, outlets: Mapping[str, str]
) -> CountsByArticle:
    """Count what was found in the articles at the places."""
    items, rows = numbers_among(found, names), numbers_among(places, outlets)
    return count_by_article(tokens, items, rows=rows, outlets=outlets, width=len(names))


def _timeline(
    counts: CountsByArticle, names: Sequence[str], articles: pd.DataFrame, *, seed: int, undated: bool
) -> pd.DataFrame:
    """Divide what was counted by month, and into what has none where that is asked for."""
    chosen = articles[articles["article"].isin(counts.articles)]
    months, without = _months(chosen), set(chosen.loc[days_of(chosen).isna(), "article"])
    of_month = {month: set(own) for month, own in months.groupby(months).groups.items()}
    blocks = []
    for outlet in counts.outlets:
        parts = [(month, counts.part(outlet, of_month.get(month, set()))) for month in _span(months)]
        rest = counts.part(outlet, without)
        parts += [(pd.NaT, rest)] if undated and rest.articles else []
        blocks += [
            rates_of(side, seed=seed).assign(item=list(names), month=month, month_articles=len(side.articles))
            for month, side in parts
        ]
    order = {name: place for place, name in enumerate(names)}
    table = _joined(blocks).sort_values("item", key=lambda item: item.map(order), kind="stable", ignore_index=True)
    table.attrs = {"notes": [] if undated else tell_undated(chosen, "in no month")}
    return table


def _joined(blocks: Sequence[pd.DataFrame]) -> pd.DataFrame:
    if not blocks:
        return pd.DataFrame(columns=TIMELINE_COLUMNS)
    months = pd.PeriodIndex([month for block in blocks for month in block["month"]], freq="M")
    return pd.concat([block.drop(columns="month") for block in blocks], ignore_index=True).assign(month=months)[
        TIMELINE_COLUMNS
    ]


def _months(articles: pd.DataFrame) -> pd.Series:
    """Give the month of each article that has a date, by the article's name."""
    days = days_of(articles).set_axis(articles["article"]).dropna()
    return days.map(lambda day: pd.Period(year=day.year, month=day.month, freq="M"))


def _span(months: pd.Series) -> pd.PeriodIndex:
    """Give all months from the first to the last; raises InputError where that is more than a century."""
    if months.empty:
        return pd.PeriodIndex([], freq="M")
    first, last = months.min(), months.max()
    if (last - first).n >= MOST_MONTHS:
        article = months.index[months == first][0]
        raise InputError(f"the dates run from {first} ({article}) to {last}; mend the wrong one, or choose a window")
    return pd.period_range(first, last, freq="M")
