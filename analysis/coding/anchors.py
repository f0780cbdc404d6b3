"""Anchors: where the words of a decision stand now, and which proposition it is about.

A decision holds by its article's hash and offsets. After the article was edited or renamed it is found again by its
quote, at the place nearest to the old one; quotation marks, hyphens and blanks may differ. The id that a decision may
name places nothing: it says whose motive is meant where no holder is given, and which decisions are about one row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from ..motives.propositions import Cell
from ..patterns import fold

SHARED = 1 / 3


@dataclass(frozen=True)
class Stretch:
    """A stretch of an article and the actor whose motive it tells; an empty holder stands for any."""

    article: str
    start: int
    end: int
    holder: str = ""

    def shared(self, other: "Stretch") -> int:
        """Count the characters that two stretches about the same holder share, 0 unless a third of the shorter."""
        if self.article != other.article or (self.holder and other.holder and self.holder != other.holder):
            return 0
        both = min(self.end, other.end) - max(self.start, other.start)
        return both if both >= SHARED * min(self.end - self.start, other.end - other.start) else 0

    def covers(self, other: "Stretch") -> bool:
        """Say whether more than half of another stretch about the same holder lies in this one."""
        if self.article != other.article or (self.holder and other.holder and self.holder != other.holder):
            return False
        return 2 * (min(self.end, other.end) - max(self.start, other.start)) > other.end - other.start


@dataclass(frozen=True)
class Words:
    """The words of an article, in which quotes are looked for; where one stands is looked for once."""

    article: str
    text: str
    _found: dict[tuple[int, str], tuple[int, int] | None] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _folded(self) -> str:
        return fold(self.text)

    def place(self, coding: Mapping[str, Cell]) -> tuple[int, int] | None:
        """Give where a decision's quote stands, nearest to its old place; None where the words are gone."""
        start, end, quote = int(coding["start"]), int(coding["end"]), str(coding["quote"])
        if quote and self.text[start:end] == quote:
            return start, end
        if (start, quote) not in self._found:
            spans = [match.span() for match in re.finditer(_whole_words(fold(quote)), self._folded)]
            self._found[start, quote] = min(spans, key=lambda span: abs(span[0] - start), default=None)
        return self._found[start, quote]


class Finder:
    """The articles of a study, in which the stretches of decisions are found."""

    def __init__(self, articles: pd.DataFrame) -> None:
        self._by_name: dict[str, list[tuple[str, Words]]] = {}
        self._by_hash: dict[str, list[Words]] = {}
        for article, sha256, text in zip(articles["article"], articles["sha256"], articles["text"], strict=True):
            words = Words(article, text)
            self._by_name.setdefault(article, []).append((sha256, words))
            self._by_hash.setdefault(sha256, []).append(words)

    def find(self, coding: Mapping[str, Cell]) -> Stretch | None:
        """Give the stretch that a decision (a row of the codings table) is about, or None where its words are gone."""
        for words in self._candidates(str(coding["article"]), str(coding["sha256"])):
            place = words.place(coding)
            if place is not None:
                return Stretch(words.article, *place, str(coding["holder"]))
        return None

    def _candidates(self, article: str, sha256: str) -> Iterator[Words]:
        """The articles that may be meant: of that name and hash, of that hash, of that name."""
        same_text = self._by_hash.get(sha256, ())
        yield from (words for words in same_text if words.article == article)
        yield from (words for words in same_text if words.article != article)
        yield from (words for other, words in self._by_name.get(article, ()) if other != sha256)


def pair(stretches: Sequence[Stretch], others: Sequence[Stretch], *, focal: str = "") -> dict[int, int]:
    """Pair stretches one to one, the best fit first: the largest share of both together, then the earlier.

    A stretch without a holder is paired with one of the focal actor where it can be, before another actor's.
    """
    by_article: dict[str, list[int]] = {}
    for number, other in enumerate(others):
        by_article.setdefault(other.article, []).append(number)
    fits = sorted(
        (not stretch.holder and others[j].holder != focal, -_likeness(stretch, others[j]), i, j)
        for i, stretch in enumerate(stretches)
        for j in by_article.get(stretch.article, ())
        if stretch.shared(others[j])
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in fits:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _whole_words(quote: str) -> str:
    """A pattern of a quote with any blanks between its words, which neither begins nor ends inside of a word."""
    words = r"\s+".join(map(re.escape, quote.split()))
    return (r"\b" if re.match(r"\w", quote.lstrip()) else "") + words + (r"\b" if re.search(r"\w\s*\Z", quote) else "")


def _likeness(one: Stretch, other: Stretch) -> float:
    return one.shared(other) / (max(one.end, other.end) - min(one.start, other.start))
