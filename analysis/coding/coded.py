"""Coded propositions: the analysts' decisions laid over what the rules found.

A decision about a stretch that a rules' proposition of the same holder shares replaces that row's values; one without
a counterpart adds a row, with the rule "coded". What nobody decided stays as the rules have it. The coded table has a
column more than the rules': ``coders``, how many decided on the row.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from .agreement import overall_agreement
from .cases import WAITS, Cases
from .coded_rows import CODED_COLUMNS, CodedRows, coded_id
from .decisions import CODING_COLUMNS, FLAGS, read_codings
from .ground import Ground, together
from .status import tell_status

__all__ = ["CODED_COLUMNS", "CODING_COLUMNS", "Coded", "apply_codings", "codings_of", "read_codings"]


@dataclass(frozen=True, eq=False)
class Coded:
    """A study's propositions under decision: the rules' (of one actor or several), and the decisions on them.

    Of one coder's decisions on a stretch the last counts; several coders decide by majority, ties go to the first.
    """

    rules: pd.DataFrame
    codings: pd.DataFrame
    articles: pd.DataFrame
    focal: str = ""
    _shared: tuple[Ground, CodedRows] | None = field(default=None, repr=False, compare=False)

    def with_codings(self, codings: pd.DataFrame) -> "Coded":
        """Give the same under other decisions; only the articles whose decisions are others are done anew."""
        return replace(self, codings=codings, _shared=self._made)

    @cached_property
    def _made(self) -> tuple[Ground, CodedRows]:
        if self._shared is not None:
            return self._shared
        ground = Ground(self.rules, self.articles, self.focal)
        return ground, CodedRows(ground)

    @cached_property
    def _laid_by_article(self) -> dict[str, Cases]:
        return self._made[0].lay(self.codings)

    @cached_property
    def laid(self) -> Cases:
        """Give every proposition with the decisions made on it."""
        return together(self._laid_by_article)

    @cached_property
    def propositions(self) -> pd.DataFrame:
        """Give the coded propositions, one row each; those taken out are not among them."""
        rows = self._made[1].of(self._laid_by_article)
        columns = {name: [row[name] for row in rows] for name in CODED_COLUMNS}
        return pd.DataFrame(columns, columns=CODED_COLUMNS).astype(dict.fromkeys(FLAGS, bool))

    @cached_property
    def orphans(self) -> pd.DataFrame:
        """Give the decisions without a place, with ``why``: the words are gone, or nothing says what to add."""
        lost = self.codings.loc[list(self.laid.orphans)].assign(why=list(self.laid.orphans.values()))
        return lost.reset_index(drop=True)

    @cached_property
    def pending(self) -> pd.DataFrame:
        """Give the decisions that hold, but under a code that is no more (``was``): their category waits to be decided.

        Until then the rules' category stands for it, and what was added is left out. The index and 2 is the row.
        """
        waits = {vote.number for case in self.laid.cases for vote in case.keeping if vote.waits}
        waits |= {number for number, why in self.laid.orphans.items() if why.startswith(WAITS)}
        return self.codings.loc[sorted(waits)]

    def coders(self, propositions: pd.DataFrame | None = None) -> list[str]:
        """Give the coders who decided on rows of a coded table, by default on any, in the order of their votes."""
        rows = self.propositions if propositions is None else propositions
        shown = set(rows.loc[rows["coders"] > 0, "proposition"])
        known = self._made[0].article_rows
        voted = [case for case in self.laid.cases if case.votes and not case.is_rejected]
        own = [case for case in voted if coded_id(case, str(known[case.stretch.article]["sha256"])) in shown]
        return list(dict.fromkeys(vote.coder for case in own for vote in case.votes))

    def status(self, *, holder: str | None = None, seed: int = 0) -> str:
        """Say who stands behind the propositions of an actor, or of all, and how far they agree (`tell_status`).

        Whoever took one out stands behind those that are left.
        """
        rows = self.propositions[self.propositions["repeat_of"] == ""]
        rows = rows if holder is None else rows[rows["holder"] == holder]
        out = [case for case in self.laid.cases if case.is_rejected and holder in (None, case.stretch.holder)]
        coders = {*self.coders(rows), *(vote.coder for case in out for vote in case.votes)}
        agreed = overall_agreement(self.laid, holder=holder, seed=seed) if len(coders) > 1 else None
        return tell_status(rows, coders=len(coders), agreement=agreed)


def apply_codings(
    propositions: pd.DataFrame, codings: pd.DataFrame, articles: pd.DataFrame, *, focal: str = ""
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lay decisions over the rules' propositions: (coded propositions, orphans), as `Coded` gives them."""
    coded = Coded(propositions, codings, articles, focal)
    return coded.propositions, coded.orphans


def codings_of(codings: pd.DataFrame, coder: str) -> pd.DataFrame:
    """Give one coder's own decisions, for coding blind to what others decided."""
    return codings[codings["coder"] == coder]
