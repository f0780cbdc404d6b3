"""The window of a study: which articles and decisions are those of its days, and what is said of the others."""

import pandas as pd

from ..articles import Sources
from ..errors import InputError
from ..study import Study
from .dates import articles_between


def sources_within(sources: Sources, study: Study) -> Sources:
    """Leave out the articles outside a study's window of days, with a line for what is left out.

    Raises InputError where no article is left, or where those of one outlet alone are: nothing is compared then.
    """
    if study.window is None:
        return sources
    try:
        chosen, notes = articles_between(sources.articles, since=study.window.since, until=study.window.until)
    except InputError as error:
        raise InputError(f"{error}; mend the window in {study.folder / 'study.toml'}") from None
    outlets = list(dict.fromkeys(chosen["outlet"]))
    if len(outlets) < min(sources.articles["outlet"].nunique(), 2):
        raise InputError(
            f"the window {study.window} leaves the articles of {study.outlet(outlets[0]).name} alone; widen it in "
            f"{study.folder / 'study.toml'}, or write the dates of the other outlets' articles there"
        )
    removals = sources.removals[sources.removals["article"].isin(chosen["article"])].reset_index(drop=True)
    return Sources(chosen, removals, sources.notes + notes)


def codings_within(codings: pd.DataFrame, articles: pd.DataFrame, *, known: pd.DataFrame) -> pd.DataFrame:
    """Leave out the decisions on those of the ``known`` articles that are not among the articles compared.

    They wait for another window and are not lost. A decision on an article that is nowhere stays, to be told of.
    """
    left = known[~known["article"].isin(articles["article"])]
    outside, inside = (
        codings["article"].isin(part["article"]) | codings["sha256"].isin(part["sha256"]) for part in (left, articles)
    )
    return codings[inside | ~outside]
