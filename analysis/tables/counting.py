"""Counting: the articles of a collection as counts by article, for all that `analysis.vocabulary` makes of them."""

from collections.abc import Mapping
from typing import Literal

import numpy as np
import pandas as pd

from ..corpus.collection import Collection
from ..corpus.counts import article_matrix
from ..corpus.paragraphs import paragraph_matrix
from ..corpus.sequences import ngrams
from ..corpus.units import Units, actors, frame_terms, words_and_actors
from ..study import Study
from ..vocabulary.counts import CountsByArticle, Side

UnitName = Literal["words", "actors", "frames", "2", "3", "4"]


def count_collection(collection: Collection, units: Units) -> CountsByArticle:
    """Count the items of a unit by article, outlet by outlet as in the study, articles in the order of their files."""
    rows, articles = collection.rows(), collection.corpus.articles
    outlet = pd.Index(collection.outlets).get_indexer(articles["outlet"]).astype(int)
    rows = rows[np.argsort(outlet[rows], kind="stable")]
    return CountsByArticle(
        article_matrix(collection.corpus, units=units)[rows],
        articles["tokens"].to_numpy(np.int64)[rows],
        articles["article"].to_numpy(object)[rows],
        outlet[rows],
        collection.outlets,
    )


def units_named(collection: Collection, study: Study, unit: UnitName) -> Units:
    """Make the unit that goes by a name."""
    corpus, aliases = collection.corpus, {actor.name: actor.aliases for actor in study.actors}
    if unit == "actors":
        return actors(corpus, aliases)
    if unit == "frames":
        return frame_terms(corpus, study.frames)
    items = words_and_actors(corpus, aliases)
    return items if unit == "words" else ngrams(corpus, int(unit), of=items)


def names_shown(units: Units, counts: CountsByArticle, least: int) -> np.ndarray:
    """Name the items that are frequent enough to be shown; millions of n-grams are not."""
    totals = np.asarray(counts.matrix.sum(axis=0))
    names = np.full(units.width, "", dtype=object)
    shown = np.flatnonzero(totals >= least)
    names[shown] = units.named(shown)
    return names


def cut_into_paragraphs(collection: Collection, units: Units, counts: CountsByArticle) -> Mapping[str, Side]:
    """Cut the outlets that have a single article into its paragraphs, for measures of dispersion."""
    articles = np.bincount(counts.outlet, minlength=len(counts.outlets))
    sides = [counts.side(name) for name, number in zip(counts.outlets, articles, strict=True) if number == 1]
    return {side.name: _by_paragraph(collection, units, side) for side in sides}


def _by_paragraph(collection: Collection, units: Units, side: Side) -> Side:
    """Cut an outlet's only article into its paragraphs."""
    (article,) = side.articles
    matrix, sizes = paragraph_matrix(collection.corpus, article, collection.texts[article], units=units)
    return Side(side.name, matrix, sizes, side.articles)
