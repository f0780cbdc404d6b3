"""Dates: when the outlets' articles appeared, and a window of days that keeps different events apart.

The window is a choice of articles: hand the outlets of the articles chosen (`outlet_by_article`) to any table, and the
articles outside are left out of it.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from ..errors import InputError
from ..front_matter import read_date
from ..study import Window

DATE_COLUMNS = ["outlet", "articles", "undated", "first", "last"]
Day = date | str
LEAST_SHARED = 0.5
_TOLD = 3


def read_window(since: Day | None, until: Day | None) -> Window | None:
    """Give the window of the days from ``since`` to ``until``, none where neither is given.

    Days are dates, or text such as 2017-09-26. Raises InputError where a bound is no day and where the window ends
    before it begins.
    """
    first, last = _day(since, "since"), _day(until, "until")
    if first and last and first > last:
        raise InputError(f"the window ends ({last}) before it begins ({first}); turn the two days round")
    return Window.model_construct(since=first, until=last) if first or last else None


def articles_between(
    articles: pd.DataFrame, *, since: Day | None = None, until: Day | None = None
) -> tuple[pd.DataFrame, list[str]]:
    """Give the articles of the days from ``since`` to ``until``, both included, and a line for what is left out.

    Days are dates, or text such as 2017-09-26. An article without a date is left out, since nobody knows on which side
    of the window it falls; without any bound all are kept. Raises InputError where a bound is no day, where the window
    ends before it begins, and where no article lies in it. That two articles are of the same days does not say that
    they are about the same event.
    """
    chosen = read_window(since, until)
    if chosen is None:
        return articles, []
    days, window = days_of(articles), f"window {chosen}"
    inside = days.notna() & (days >= (chosen.since or date.min)) & (days <= (chosen.until or date.max))
    if not inside.any():
        known = days.dropna()
        said = f"they are of {known.min()} to {known.max()}" if len(known) else "none of them has a date"
        raise InputError(f"no article lies in the {window}; {said}")
    outside = articles.loc[days.notna() & ~inside, "article"].tolist()
    notes = [f"{window}: {_number(len(outside))} outside it left out ({_listed(outside)})"] if outside else []
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


def tell_ranges(articles: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """Tell in one line where the outlets' articles are of different days, by the outlets' ``names``.

    Different are ranges without a day common to all outlets that have dates, and ranges of whose days, from the first
    of any to the last of any, less than half are common to all. Nothing is told of outlets without a date.
    """
    known = date_ranges(articles).dropna(subset=["first", "last"])
    if len(known) < 2:
        return []
    late, early = known.loc[known["first"].map(date.toordinal).idxmax()], known.loc[_last_days(known).idxmin()]
    shared = (early["last"] - late["first"]).days + 1
    span = (max(known["last"]) - min(known["first"])).days + 1
    if shared >= LEAST_SHARED * span:
        return []
    first, last = (
        f"{names.get(row['outlet'], row['outlet'])} {verb} {row[day]}"
        for row, verb, day in ((early, "ends", "last"), (late, "begins", "first"))
    )
    what = "No day is" if shared < 1 else f"Only {shared:,} of {span:,} days are"
    return [f"{what} common to all outlets’ articles ({first}, {last}): what differs may be events, not outlets."]


def days_of(articles: pd.DataFrame) -> pd.Series:
    """Give the day of each article by its row, missing where it has none."""
    days = articles["date"] if "date" in articles else pd.Series(None, index=articles.index, dtype=object)
    return days.astype(object)


def tell_undated(articles: pd.DataFrame, done: str) -> list[str]:
    """Give a line for each outlet with articles that have no date, which says what is ``done`` with them."""
    undated = articles.loc[days_of(articles).isna(), ["outlet", "article"]]
    return [
        f"{outlet}: {_number(len(own))} without a date, {done} ({_listed(own.tolist())}); write the date into "
        "study.toml or the article's front matter"
        for outlet, own in undated.groupby("outlet", sort=False)["article"]
    ]


def _day(bound: Day | None, name: str) -> date | None:
    found = read_date(bound) if isinstance(bound, str) else bound
    if bound is not None and found is None:
        raise InputError(f'{name} "{bound}" is no day; write it as 2017-09-26')
    return found


def _last_days(ranges: pd.DataFrame) -> pd.Series:
    return ranges["last"].map(date.toordinal)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_TOLD]) + (", ..." if len(names) > _TOLD else "")


def _number(articles: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}"
