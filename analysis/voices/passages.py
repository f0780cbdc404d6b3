"""Passages: the stretches of an article within which all is said that bears on the voices in them.

A sentence stands for itself, unless a quotation, a colon, a turn of a transcript or a signed line joins it to others.
What is said in one passage gives no voice to another, so that a passage can be read alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..parse import ParsedArticle
from .places import Places
from .quotations import Quotations


@dataclass(frozen=True)
class Passage:
    """The sentences from position ``first`` to before ``end``."""

    first: int
    end: int


class Passages:
    """The passages of an article in text order; ``joined`` are pairs of sentences that belong together."""

    def __init__(
        self, article: ParsedArticle, quotations: Quotations, places: Places, joined: Iterable[tuple[int, int]]
    ) -> None:
        pairs = (*joined, *_joined(article, quotations, places))
        self._starts = list(_apart(pairs, len(article.sentences)))
        ends = [*self._starts[1:], len(article.sentences)]
        self.found = [Passage(first, end) for first, end in zip(self._starts, ends, strict=False)]

    def of(self, position: int) -> int:
        """Give the number of the passage that holds the sentence at a position."""
        return bisect_right(self._starts, position) - 1


def _apart(pairs: Iterable[tuple[int, int]], size: int) -> Iterator[int]:
    """Yield the positions that no pair joins to the one before."""
    reaches: dict[int, int] = {}
    for first, last in pairs:
        reaches[first] = max(last, reaches.get(first, -1))
    reached = -1
    for position in range(size):
        if position > reached:
            yield position
        reached = max(reached, reaches.get(position, -1))


def _joined(article: ParsedArticle, quotations: Quotations, places: Places) -> Iterator[tuple[int, int]]:
    """The pairs of sentences that a colon or a quotation joins: the first and the last of what belongs together."""
    begins: dict[int, int] = {}  # where each paragraph begins
    for position, sentence in enumerate(article.sentences):
        begins.setdefault(sentence.paragraph, position)
        before = quotations.ending_at(sentence.start)
        if before is not None:  # "No." He laughed.
            yield places.sentence(before.start), position
        if sentence.text.endswith(":"):
            yield position, min(position + 1, len(article.sentences) - 1)
    quoted: dict[int, int] = {}  # where the first quotation of each paragraph stands
    for quotation, following in pairwise((*quotations.found, None)):
        first, opened = places.sentence(quotation.start), places.opened_by(quotation)
        quoted.setdefault(quotation.paragraph, first)
        yield first, places.sentence(quotation.end - 1)
        if opened is not None:  # it may carry on what its paragraph, or the one before in a quotation, says before it
            paragraph = article.sentences[opened].paragraph
            yield min(begins[paragraph], quoted.get(paragraph - 1, opened)), opened
        if quotation.goes_on and following is not None:
            yield first, places.sentence(following.end - 1)
