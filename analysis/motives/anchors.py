"""Anchors: where the words of a decision stand now, and which proposition it is about.

A decision holds by its article's hash and offsets. After the article was edited or renamed it is found again by its
quote, at the place nearest to the old one; quotation marks, hyphens and blanks may differ. The id that a decision may
name places nothing: it says whose motive is meant where no holder is given, and which decisions are about one row.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from ..patterns import fold
from .propositions import proposition_id

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


def name_by_today(codings: pd.DataFrame, propositions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Give the decisions under the ids that propositions have now, and with the holder of the one that an id names.

    An id that was made without the holder is known again by the holder that stands beside it.
    """
    hashes = dict(zip(articles["article"], articles["sha256"], strict=True))
    named = [(hashes[row.article], row.start, row.end, row.holder) for row in propositions.itertuples()]
    named += [(row.sha256, row.start, row.end, row.holder) for row in codings.itertuples() if row.holder]
    today = {(proposition_id(*place), holder): proposition_id(*place, holder) for *place, holder in named}
    holders = {proposition_id(*place, holder): holder for *place, holder in named}
    return codings.assign(
        proposition=[today.get((row.proposition, row.holder), row.proposition) for row in codings.itertuples()],
        holder=[row.holder or holders.get(row.proposition, "") for row in codings.itertuples()],
    )


def find_stretch(articles: pd.DataFrame, coding: pd.Series) -> Stretch | None:
    """Give the stretch that a decision (a row of the codings table) is about, or None where its words are gone."""
    for row in _candidates(articles, coding):
        place = _place(row.text, coding)
        if place is not None:
            return Stretch(row.article, *place, coding["holder"])
    return None


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


def _likeness(one: Stretch, other: Stretch) -> float:
    return one.shared(other) / (max(one.end, other.end) - min(one.start, other.start))


def _candidates(articles: pd.DataFrame, coding: pd.Series) -> "Iterable[pd.Series]":
    """The articles that may be meant: of that name and hash, of that hash, of that name."""
    same_text, same_name = articles["sha256"] == coding["sha256"], articles["article"] == coding["article"]
    for chosen in (same_text & same_name, same_text & ~same_name, same_name & ~same_text):
        yield from articles[chosen].itertuples()


def _place(text: str, coding: pd.Series) -> tuple[int, int] | None:
    words = [re.escape(word) for word in fold(coding["quote"]).split()]
    folded = fold(text)
    found = [match.span() for match in re.finditer(r"\s+".join(words), folded)]
    return min(found, key=lambda span: abs(span[0] - coding["start"]), default=None)
