"""Captions and alternative texts of the figures of terms, months and pairs, as `analysis.charts.captions` has them."""

from collections.abc import Sequence

import pandas as pd

from .captions import Description, few_line, n_line, names_of
from .outlets import count
from .pairs import Pairs
from .term_rows import hit_terms
from .timeline import Section, drawn_line, thin_months_line

_NAMED = 4


def describe_terms(rates: pd.DataFrame, *, outlets: pd.DataFrame) -> Description:
    """Describe the heat map of the frames' terms."""
    terms, parts = hit_terms(rates), []
    for outlet, name in names_of(outlets):
        own = rates[(rates["outlet"] == outlet) & (rates["count"] > 0)]
        top = own.sort_values("count", ascending=False, kind="stable").head(_NAMED)
        said = ", ".join(f"{row.term} {row.hits}" for row in top.rename(columns={"count": "hits"}).itertuples())
        parts.append(f"{name}: {count(len(own), 'term')}" + (f", most often {said}" if said else ""))
    alone = int((terms["articles"] == 1).sum())
    caption = (
        f"Hits of each term of the frames per 1,000 words by outlet ({n_line(outlets)}); {len(terms):,} of "
        f"{rates.drop_duplicates(['frame', 'term']).shape[0]:,} terms have a hit, {alone:,} of them in one article "
        "only. A term says that a word stands there, not what is meant by it." + few_line(outlets)
    )
    return Description(caption, f"A row a term, a column an outlet, darker for higher rates. {'; '.join(parts)}.")


def describe_timeline(sections: Sequence[Section], *, outlets: pd.DataFrame, dates: Sequence[str]) -> Description:
    """Describe the figure of the months; ``dates`` are lines about the dates of the outlets' articles."""
    table = sections[0].timeline.drop_duplicates(["outlet", "month"])
    dated, parts = table[table["month"].notna() & (table["month_articles"] > 0)], []
    for outlet, name in names_of(outlets):
        own = dated[dated["outlet"] == outlet]
        without = int(table.loc[(table["outlet"] == outlet) & table["month"].isna(), "month_articles"].sum())
        span = f"{own['month'].min()} to {own['month'].max()}" if len(own) > 1 else str(own["month"].max())
        said = [f"{count(len(own), 'month')} with articles ({span})"] if len(own) else []
        said += [f"{count(without, 'article')} without a date"] if without else []
        parts.append(f"{name}: {', '.join(said) or 'no article'}")
    what = " and ".join(section.title[:1].lower() + section.title[1:] for section in sections)
    caption = (
        f"Month by month: {what} ({n_line(outlets)}). {drawn_line(sections, lanes=len(outlets))} A month without an "
        "article is a gap, articles without a date stand apart."
        + "".join(f" {line}" for line in [*dates, thin_months_line(sections)] if line)
        + few_line(outlets)
    )
    return Description(caption, f"Small panels over time, an item each. {'; '.join(parts)}.")


def describe_together(pairs: Pairs, *, outlets: pd.DataFrame, actor: str) -> Description:
    """Describe the figure of what shares a sentence."""
    parts = []
    for outlet, name in names_of(outlets):
        own = [(n, pair) for (where, *pair), (n, same) in pairs.cells.items() if where == outlet and n > same]
        top = sorted(own, key=lambda one: -one[0])[:_NAMED]
        said = ", ".join(f"{pairs.label(one)} + {pairs.label(other)} {n}" for n, (one, other) in top)
        parts.append(f"{name}: {said or 'none'}")
    caption = (
        f"Sentences in which two of the frames and of the motives of {actor} stand together ({n_line(outlets)}); in "
        "grey, on the same words alone. What shares a sentence is not said of one another, and sentences of one "
        "article are not independent." + few_line(outlets)
    )
    return Description(caption, f"Numbers of shared sentences, a cell a pair. Most often, {'; '.join(parts)}.")
