"""Paragraphs: the items of one article counted by paragraph, for dispersion where an outlet has a single article."""

from typing import TYPE_CHECKING

import numpy as np

from ..lines import lines_of
from .index import Corpus
from .units import Units

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def paragraph_matrix(corpus: Corpus, article: str, text: str, *, units: Units) -> tuple["csr_array", np.ndarray]:
    """Count every item in every paragraph of an article, one row a paragraph that has a token, and the tokens of each.

    ``text`` is the article's cleaned text; its paragraphs are those of `analysis.lines`. Raises ValueError where the
    index does not hold the article.
    """
    from scipy.sparse import csr_array

    part = next(part for part in corpus.parts if article in part.held.article)
    row = part.held.article.index(article)
    begin, end = part.bounds[row : row + 2].tolist()
    lines = np.array([line.start for line in lines_of(text)], dtype=np.int64)
    line = np.searchsorted(lines, part.start[begin:end], side="right") - 1
    _, paragraph, sizes = np.unique(line, return_inverse=True, return_counts=True)
    number, token = units.items(part).at(np.arange(begin, end))
    matrix = csr_array(
        (np.ones(len(number), dtype=np.int64), (paragraph[token - begin], number)), shape=(len(sizes), units.width)
    )
    matrix.sum_duplicates()
    return matrix, sizes
