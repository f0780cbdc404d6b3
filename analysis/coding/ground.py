"""The ground for decisions: the articles and the rules' propositions, made ready once for coding after coding."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..motives.propositions import Cell, copies_in, tell_copies_apart
from .anchors import Finder
from .cases import Case, Cases, lay_cases
from .naming import Names
from .rows import records
from .standing import Placed, standing_decisions

GONE = "its words are no longer in the article"
Row = Mapping[str, Cell]


@dataclass
class Ground:
    """Articles and rules' propositions, on which codings are laid article by article.

    What was laid is kept, so that after one decision only its article is done anew.
    """

    rules: pd.DataFrame
    articles: pd.DataFrame
    focal: str = ""

    def __post_init__(self) -> None:
        self._laid: dict[str, tuple[tuple[tuple[Cell | None, ...], ...], Cases]] = {}

    @cached_property
    def article_rows(self) -> dict[str, dict[str, Cell]]:
        """Give the articles' rows by their names; of two of one name the first."""
        return {str(row["article"]): row for row in records(self.articles)[::-1]}

    @cached_property
    def order(self) -> list[str]:
        """Give the articles in their order, behind them those that only propositions name."""
        return list(dict.fromkeys([*self.articles["article"], *self.rows]))

    @cached_property
    def rows(self) -> dict[str, list[dict[str, Cell]]]:
        """Give the rules' propositions by article."""
        by_article: dict[str, list[dict[str, Cell]]] = {}
        for row in records(tell_copies_apart(self.rules, self.articles)):
            by_article.setdefault(str(row["article"]), []).append(row)
        return by_article

    @cached_property
    def _copies(self) -> frozenset[str]:
        return copies_in(self.articles)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.articles)

    @cached_property
    def _names(self) -> Names:
        hashes = {article: str(row["sha256"]) for article, row in self.article_rows.items()}
        return Names(
            (hashes[article], int(row["start"]), int(row["end"]), str(row["holder"]))
            for article, own in self.rows.items()
            for row in own
        )

    def lay(self, codings: pd.DataFrame) -> dict[str, Cases]:
        """Lay decisions over the propositions; gives the cases by article, under "" the decisions without a place."""
        placed: dict[str, list[Placed]] = {}
        gone: dict[int, str] = {}
        for number, row in zip(codings.index, self._names.named(records(codings)), strict=True):
            stretch = self._finder.find(row)
            if stretch is None:
                gone[number] = GONE
            else:
                placed.setdefault(stretch.article, []).append(Placed(number, row, stretch))
        return {article: self._of(article, placed.get(article, ())) for article in self.order} | {
            "": Cases([], [], gone)
        }

    def _of(self, article: str, placed: Sequence[Placed]) -> Cases:
        # An open flag is pandas' NA, which compares as neither like nor unlike true.
        key = tuple((one.number, *(None if cell is pd.NA else cell for cell in one.row.values())) for one in placed)
        if article not in self._laid or self._laid[article][0] != key:
            decisions, vain = standing_decisions(placed)
            laid = lay_cases(self.rows.get(article, ()), decisions, focal=self.focal)
            for case in laid.cases:
                case.copy = article in self._copies
            self._laid[article] = key, Cases(laid.cases, laid.looked, vain | laid.orphans)
        return self._laid[article][1]


def together(parts: Mapping[str, Cases]) -> Cases:
    """Give the cases of all articles as one, orphans in the order of their rows."""
    cases: list[Case] = [case for part in parts.values() for case in part.cases]
    orphans = {number: why for part in parts.values() for number, why in part.orphans.items()}
    return Cases(cases, [one for part in parts.values() for one in part.looked], dict(sorted(orphans.items())))
