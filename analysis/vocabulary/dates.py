"""Dates: when the outlets' articles appeared, and a window of days that keeps different events apart.

The window is a choice of articles: hand the outlets of the articles chosen (`outlet_by_article`) to any table, and the
articles outside are left out of it.
"""

from datetime import date

import pandas as pd

from ..errors import InputError
from ..front_matter import read_date

DATE_COLUMNS = ["outlet", "articles", "undated", "first", "last"]
Day = date | str
_TOLD = 3


def articles_between(
    articles: pd.DataFrame, *, since: Day | None = None, until: Day | None = None
) -> tuple[pd.DataFrame, list[str]]:
    """Give the articles of the days from ``since`` to ``until``, both included, and a line for what is left out.

    Days are dates, or text such as 2017-09-26. An article without a date is left out, since nobody knows on which side
    of the window it falls; without any bound all are kept. Raises InputError where a bound is no day, where the window
    ends before it begins, and where no article lies in it. That two articles are of the same days does not say that
    they are about the same event.
    """
    first, last = _day(since, "since"), _day(until, "until")
    if first is None and last is None:
        return articles, []
    if first and last and first > last:
        raise InputError(f"the window ends ({last}) before it begins ({first}); turn the two days round")
    days = days_of(articles)
    inside = days.notna() & (days >= (first or date.min)) & (days <= (last or date.max))
    if not inside.any():
        known = f"they are of {days.min()} to {days.max()}" if days.notna().any() else "none of them has a date"
        raise InputError(f"no article lies in the window {_shown(first, last)}; {known}")
    outside = int((days.notna() & ~inside).sum())
    window = f"window {_shown(first, last)}"
    notes = [f"{window}: {_number(outside)} outside it left out"] if outside else []
    gone = [outlet for outlet in dict.fromkeys(articles["outlet"]) if outlet not in set(articles.loc[inside, "outlet"])]
    notes += [f"{window}: no article of {', '.join(gone)} is left to compare"] if gone else []
    return articles[inside].reset_index(drop=True), notes + tell_undated(articles, "left out of the window")


def date_ranges(articles: pd.DataFrame) -> pd.DataFrame:
    """Say of which days each outlet's articles are; one row an outlet: articles, those undated, first and last day.

    Where the ranges of two outlets do not overlap, their difference may be one of events. Overlap is no proof that they
    write about the same ones.
    """
    rows = [
        (outlet, len(own), int(own.isna().sum()), own.min() if own.any() else None, own.max() if own.any() else None)
        for outlet, own in days_of(articles).groupby(articles["outlet"], sort=False)
    ]
    return pd.DataFrame(rows, columns=DATE_COLUMNS)


def days_of(articles: pd.DataFrame) -> pd.Series:
    """Give the day of each article by its row, missing where it has none."""
    days = articles["date"] if "date" in articles else pd.Series(None, index=articles.index, dtype=object)
    return days.astype(object)


def tell_undated(articles: pd.DataFrame, done: str) -> list[str]:
    """Give a line for each outlet with articles that have no date, which says what is ``done`` with them."""
    undated = articles.loc[days_of(articles).isna(), ["outlet", "article"]]
    return [
        f"{outlet}: {_number(len(own))} without a date, {done} ({', '.join(own[:_TOLD])}"
        f"{', ...' if len(own) > _TOLD else ''}); write the date into study.toml or the article's front matter"
        for outlet, own in undated.groupby("outlet", sort=False)["article"]
    ]


def _day(bound: Day | None, name: str) -> date | None:
    found = read_date(bound) if isinstance(bound, str) else bound
    if bound is not None and found is None:
        raise InputError(f'{name} "{bound}" is no day; write it as 2017-09-26')
    return found


def _shown(first: date | None, last: date | None) -> str:
    return f"{first or 'the first day'} to {last or 'the last day'}"


def _number(articles: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}"
