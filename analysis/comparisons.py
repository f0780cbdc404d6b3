"""Comparisons: the outlets of a study with their n, and the actors whose motives are compared side by side."""

from collections.abc import Sequence

import pandas as pd

from .charts.actor_table import MOST_ACTORS, cast_actors, list_actors, without_thin_intervals
from .charts.actors import PAGE, height_of
from .charts.comparison import Comparison
from .charts.outlets import list_outlets
from .charts.quotes import choose_quotes
from .errors import InputError
from .motives.shares import motive_shares
from .results import Results

MOST_ASKED = 12
LEAST_ACTORS = 2
LONGEST = 800.0  # points; what is longer than a page is made smaller to stand on one, and so are its letters


def outlets_of(results: Results) -> pd.DataFrame:
    """Count each outlet's articles, sentences and tokens, with its name; one row an outlet, in the study's order."""
    return list_outlets(
        results.sources.articles, sentences=results.sentences, tokens=results.tokens, names=results.study.outlet_names,
        translated=frozenset(outlet.folder for outlet in results.study.outlets if outlet.translated),
    )  # fmt: skip


def compare_actors(results: Results, *, actors: Sequence[str] = ()) -> Comparison:
    """Choose the actors of figure 8 and count their motives: those named, else all that have a proposition.

    Of the latter the actor of the results comes first, and as many are taken as a page can show, six at most. Raises
    InputError where an actor is not of the study, or where more than twelve are named.
    """
    asked = tuple(dict.fromkeys(results.study.actor(name).name for name in actors))
    if len(asked) > MOST_ASKED:
        raise InputError(f"{len(asked)} actors are too many for one figure; name at most {MOST_ASKED}")
    if asked:
        return _of_a_page(_compare(results, asked, most=len(asked)))
    wide = (_of_a_page(_compare(results, (), most=most)) for most in range(MOST_ACTORS, 1, -1))
    return next(one for one in wide if height_of(one) <= LONGEST or len(one.cast.shown) <= LEAST_ACTORS)


def _compare(results: Results, asked: Sequence[str], *, most: int) -> Comparison:
    told, study = results.propositions_of_all, results.study
    known = [actor.name for actor in study.actors]
    cast = cast_actors(told, known=known, focal=results.actor, asked=asked, most=most)
    everybody = (*cast.shown, *cast.silent, *cast.left_out)
    numbers = list_actors(told, mentions=results.mentions, outlets=outlets_of(results), actors=everybody)
    shown = propositions_of(results, cast.shown)
    coders = {actor: results.coded.status(holder=actor, seed=study.seed) for actor in cast.shown}
    return Comparison(cast, shown, numbers, study.codebook.written_for(), coders, study.focal)


def _of_a_page(comparison: Comparison) -> Comparison:
    """The comparison by codes where that has room on a page, else by groups of codes."""
    return comparison if height_of(comparison) <= PAGE else comparison.by_group()


def propositions_of(results: Results, actors: Sequence[str]) -> pd.DataFrame:
    """Give the propositions that count about some actors' motives; one row a proposition."""
    told = results.propositions_of_all
    return told[told["holder"].isin(actors)].reset_index(drop=True)


def quotes_by_actor(results: Results, propositions: pd.DataFrame, *, limit: int = 1) -> pd.DataFrame:
    """Choose up to ``limit`` quotes for each actor, outlet and motive; one row a quote, with the column ``actor``."""
    parts = [
        choose_quotes(own, sentences=results.sentences, articles=results.articles, limit=limit).assign(actor=actor)
        for actor, own in propositions.groupby("holder", sort=False)
    ]
    return (
        pd.concat(parts, ignore_index=True)
        if parts
        else choose_quotes(propositions, sentences=results.sentences, articles=results.articles)
    )


def shares_by_actor(results: Results, comparison: Comparison) -> pd.DataFrame | None:
    """Give each motive's share of what an outlet ascribes to an actor; one row an actor, outlet, motive and voice.

    The intervals are those of `analysis.motives.shares`, nan where fewer than 5 of an outlet's articles have a
    proposition about the actor. None where the comparison is not drawn with intervals.
    """
    if comparison.drawn != "intervals" or comparison.counted.empty:
        return None
    articles, codebook, seed = results.sources.articles, comparison.codebook, results.study.seed
    parts = [
        motive_shares(own, articles, codebook=codebook, seed=seed).assign(actor=actor)
        for actor, own in comparison.counted.groupby("holder", sort=False)
    ]
    return without_thin_intervals(pd.concat(parts, ignore_index=True), comparison.counted)
