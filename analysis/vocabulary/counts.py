"""Counts by article: how often each item (a frame, a word, an actor) occurs in each article of each outlet.

Everything that compares outlets starts here. Outlets are given as a mapping from article to outlet, in the order in
which the outlets are to be shown (`outlet_by_article`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from ..measures import MINIMUM_ARTICLES
from .units import Units

if TYPE_CHECKING:
    from scipy.sparse import csr_array

EvidenceLevel = Literal["descriptive", "inferential"]


def evidence_level(*articles: int) -> EvidenceLevel:
    """Say what so many articles a side can bear: below 5 on any side a description, from 5 on inference by article."""
    return "descriptive" if min(articles) < MINIMUM_ARTICLES else "inferential"


def outlet_by_article(articles: pd.DataFrame, *, order: Sequence[str] = ()) -> dict[str, str]:
    """Give the outlet of each article, outlets in the order given, others after them as they come."""
    rank = {outlet: place for place, outlet in enumerate(dict.fromkeys([*order, *articles["outlet"]]))}
    pairs = zip(articles["article"], articles["outlet"], strict=True)
    return dict(sorted(pairs, key=lambda pair: rank[pair[1]]))


@dataclass(frozen=True)
class Side:
    """One side of a comparison, an outlet or several together: its items (columns) counted by article (rows).

    ``sizes`` are the tokens of each article, ``articles`` their names. Articles without a token are left out.
    """

    name: str
    matrix: "csr_array" = field(repr=False)
    sizes: np.ndarray
    articles: tuple[str, ...]

    @property
    def tokens(self) -> int:
        """Give the number of tokens."""
        return int(self.sizes.sum())

    def totals(self) -> np.ndarray:
        """Count each item."""
        return np.asarray(self.matrix.sum(axis=0)).astype(np.int64)

    def carriers(self) -> np.ndarray:
        """Count the articles that have each item."""
        return np.bincount(self.matrix.indices[self.matrix.data > 0], minlength=self.matrix.shape[1])


@dataclass(frozen=True)
class CountsByArticle:
    """Items (columns) counted by article (rows) for all outlets, in whole numbers.

    ``sizes`` are the tokens of each article, never 0, ``articles`` their names; ``outlet`` numbers the outlet of each
    row among ``outlets``, in the order in which they are shown.
    """

    matrix: "csr_array" = field(repr=False)
    sizes: np.ndarray
    articles: np.ndarray
    outlet: np.ndarray
    outlets: tuple[str, ...]

    def side(self, *names: str) -> Side:
        """Give one outlet, or several as one side."""
        rows = np.flatnonzero(np.isin(self.outlet, [self.outlets.index(name) for name in names]))
        return Side(" + ".join(names), self.matrix[rows], self.sizes[rows], tuple(self.articles[rows]))

    def part(self, name: str, articles: Collection[str]) -> Side:
        """Give those of an outlet's articles that are among some, which may be none, as one side."""
        own = self.side(name)
        rows = np.flatnonzero([article in articles for article in own.articles])
        return Side(name, own.matrix[rows], own.sizes[rows], tuple(own.articles[row] for row in rows))


def count_by_article(
    tokens: pd.DataFrame, items: np.ndarray, *, rows: np.ndarray | None = None, outlets: Mapping[str, str], width: int
) -> CountsByArticle:
    """Count numbered items by article.

    ``items`` are numbers below ``width``, one for each token; or, where ``rows`` is given, one for each of those
    articles, numbered as in ``outlets``. A negative number is no item. Sizes are always the tokens of the text.
    Articles that are not in ``outlets`` are left out, and so is an outlet without a token.
    """
    token_rows = article_numbers(tokens, outlets)
    sizes = np.bincount(token_rows[token_rows >= 0], minlength=len(outlets))
    matrix = count_pairs(token_rows if rows is None else rows, items, shape=(len(outlets), width))
    full = np.flatnonzero(sizes)
    articles = np.array(list(outlets), dtype=object)[full]
    names = tuple(dict.fromkeys(outlets[article] for article in articles))
    outlet = np.array([names.index(outlets[article]) for article in articles], dtype=int)
    return CountsByArticle(matrix[full], sizes[full], articles, outlet, names)


def count_units(tokens: pd.DataFrame, units: Units, *, outlets: Mapping[str, str]) -> CountsByArticle:
    """Count the items of a unit by article, as `count_by_article` does; the columns are those of ``units.names``."""
    rows = units.by_item(article_numbers(tokens, outlets))
    return count_by_article(tokens, units.ids, rows=rows, outlets=outlets, width=len(units.names))


def count_pairs(rows: np.ndarray, items: np.ndarray, *, shape: tuple[int, int]) -> "csr_array":
    """Count how often each row number meets each item number; negative numbers are left out."""
    from scipy.sparse import coo_array

    counted = (rows >= 0) & (items >= 0)
    ones = np.ones(np.count_nonzero(counted), dtype=np.int64)
    return coo_array((ones, (rows[counted], items[counted])), shape=shape).tocsr()


def numbers_among(values: pd.Series, names: Iterable[str]) -> np.ndarray:
    """Number each value by its place among some names; -1 for one that is not there."""
    return pd.Index(list(names), dtype=object).get_indexer(values.astype(object)).astype(np.int64)


def article_numbers(tokens: pd.DataFrame, outlets: Mapping[str, str]) -> np.ndarray:
    """Number the article of each token as in ``outlets``; -1 for an article that is not there."""
    place = {article: number for number, article in enumerate(outlets)}
    own = tokens["article"].cat
    lookup = np.array([place.get(article, -1) for article in own.categories] or [-1], dtype=np.int64)
    return lookup[own.codes.to_numpy()]
