"""The outlets of a figure: their order, names and n, and what so many articles can bear."""

from collections.abc import Mapping

import pandas as pd

from .labels import drawable, is_readable, shorten, text_width
from .palette import Mark, outlet_mark

OUTLET_COLUMNS = ["outlet", "name", "translated", "articles", "sentences", "tokens"]
ENOUGH_ARTICLES = 5
ONE_ARTICLE = "°"
_NAME = 90.0
_KEY = 405.0  # points of a key's entry, which stands in one line


def list_outlets(
    articles: pd.DataFrame,
    *,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    names: Mapping[str, str] | None = None,
    translated: frozenset[str] = frozenset(),
) -> pd.DataFrame:
    """Count each outlet's articles, sentences and tokens; one row an outlet.

    The order is that of ``names`` (outlet -> name as shown, as `Study.outlet_names` gives it), then of the articles.
    An outlet without an article has no row.
    """
    names = dict(names or {})
    present = list(dict.fromkeys(articles["outlet"]))
    order = [outlet for outlet in names if outlet in present] + [outlet for outlet in present if outlet not in names]
    where = dict(zip(articles["article"], articles["outlet"], strict=True))
    by_outlet = {
        "articles": articles["outlet"].value_counts(),
        "sentences": sentences["article"].astype(object).map(where).value_counts(),
        "tokens": tokens["article"].astype(object).map(where).value_counts(),
    }
    rows = [
        {"outlet": outlet, "name": names.get(outlet, outlet), "translated": outlet in translated}
        | {column: int(counts.get(outlet, 0)) for column, counts in by_outlet.items()}
        for outlet in order
    ]
    return pd.DataFrame(rows, columns=OUTLET_COLUMNS)


def is_descriptive(outlets: pd.DataFrame) -> bool:
    """Say whether the smallest outlet has too few articles for inference (METHODS.md, section 4)."""
    return outlets.empty or int(outlets["articles"].min()) < ENOUGH_ARTICLES


def several_articles(outlets: pd.DataFrame) -> bool:
    """Say whether any outlet has more than one article, so that a word of one article is worth a mark."""
    return bool((outlets["articles"] > 1).any())


def one_article_line(outlets: pd.DataFrame) -> str:
    """Write what the mark behind a word of one article says, empty where no outlet has several."""
    return f"{ONE_ARTICLE} in one article only." if several_articles(outlets) else ""


def shown_names(outlets: pd.DataFrame) -> dict[str, str]:
    """Give each outlet's name as it is drawn: its key where the type cannot draw the name."""
    return {
        row.outlet: drawable(row.name if is_readable(row.name) else row.outlet)
        for row in outlets.itertuples(index=False)
    }


def count(number: int, noun: str) -> str:
    """Write a number with its noun: 1 article, 1,204 words."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size_line(row: pd.Series) -> str:
    """Write the n of one outlet: 1 article, translated; 36 sentences; 847 words."""
    articles = count(int(row["articles"]), "article") + (", translated" if row["translated"] else "")
    return f"{articles}; {count(int(row['sentences']), 'sentence')}; {count(int(row['tokens']), 'word')}"


def outlets_key(outlets: pd.DataFrame) -> tuple[tuple[Mark, str], ...]:
    """Give the key of the outlets: each one's mark with its name and n; a long name is cut, the n never is."""
    sizes = [f": {size_line(row)}" for _, row in outlets.iterrows()]
    return tuple(
        (outlet_mark(place), shorten(name, width=_KEY - text_width(size, size=7), size=7) + size)
        for place, (name, size) in enumerate(zip(shown_names(outlets).values(), sizes, strict=True))
    )


def intervals_line(rates: pd.DataFrame, *, outlets: pd.DataFrame) -> str:
    """Write what the intervals of rates rest on, outlet by outlet where outlets differ (column ``method``)."""
    few = is_descriptive(outlets)
    resampled = dict.fromkeys(outlets["outlet"], not few)
    if "method" in rates:
        by_article = rates["method"].astype(str).str.startswith("bootstrap").groupby(rates["outlet"]).any()
        resampled = {outlet: bool(by_article.get(outlet, False)) for outlet in outlets["outlet"]}
    names = {name: resampled[outlet] for outlet, name in shown_names(outlets).items()}
    without = ""
    if "method" in rates and (rates["outlet"].map(resampled) & ~rates["method"].str.startswith("bootstrap")).any():
        without = " (exact Poisson where articles hardly differ)"
    if len(set(names.values())) < 2:
        return f"by resampling articles{without}" if all(names.values()) and names else "as if words were independent"
    exact, by_article = (
        ", ".join(shorten(name, width=_NAME, size=7) for name, own in names.items() if own == wanted)
        for wanted in (False, True)
    )
    return f"for {exact} as if words were independent (exact Poisson), for {by_article} by resampling articles{without}"


def too_few_line(outlets: pd.DataFrame) -> str:
    """Write the line that a figure of few articles carries, empty where there are enough."""
    if not is_descriptive(outlets):
        return ""
    return (
        f"Descriptive only: with fewer than {ENOUGH_ARTICLES} articles an outlet nothing here speaks for the outlet "
        "beyond these texts."
    )
