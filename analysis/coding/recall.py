"""Recall of the rules, estimated from sentences drawn at random among those in which they found nothing."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..measures.proportions import proportion_interval
from .anchors import Stretch
from .cases import Case, Cases


@dataclass(frozen=True)
class Recall:
    """The estimated share of the sentences with a motive that the rules found one in, with what it rests on.

    ``found`` sentences have propositions of the rules; in ``judged`` all were decided on, and ``right`` hold a motive;
    of the ``sentences`` without any ``looked`` were drawn and looked at, and ``missed`` hold one after all.
    """

    recall: float
    low: float
    high: float
    found: int
    judged: int
    right: int
    sentences: int
    looked: int
    missed: int

    def __str__(self) -> str:
        """Say it in a line, with what it rests on."""
        rests = (
            f"{self.right} of {self.judged} found sentences right, "
            f"{self.missed} of {self.looked} sentences drawn from the other {self.sentences} hold a motive"
        )
        if np.isnan(self.recall):
            return f"recall cannot be estimated yet ({rests})"
        return f"recall {self.recall:.0%} [{self.low:.0%}, {self.high:.0%}] of sentences ({rests})"


@dataclass(frozen=True)
class _Part:
    """Some sentences, of which some were looked at and some of those hold a motive."""

    size: int
    looked: int
    holding: int

    def total(self) -> float:
        """Estimate how many hold one: size x holding / looked; nan where none was looked at."""
        return self.size * self.holding / self.looked if self.looked else (np.nan if self.size else 0.0)

    def bounds(self, level: float) -> tuple[float, float]:
        """Give its exact interval, within what is certain: those that hold one do, those that do not do not."""
        if not self.looked or self.looked == self.size:
            return (0.0, float(self.size)) if self.looked < self.size else (float(self.holding),) * 2
        low, high = proportion_interval(self.holding, self.looked, level=level)
        return max(self.size * low, self.holding), min(self.size * high, self.size - self.looked + self.holding)


def estimate_recall(drawn: pd.DataFrame, cases: Cases, *, holder: str) -> Recall:
    """Estimate recall = F / (F + M) by sentences, for the motives of one holder.

    F = sentences in which the rules find a motive x the share of the judged ones that hold one. M = the sum over
    outlets of its sentences without any x the share of the looked-at ones that hold one (Horvitz and Thompson 1952),
    from ``drawn``, `analysis.coding.sampling.random_sentences`: in each outlet as many from the first on as were
    looked at without a gap, by anybody, so that nobody's choice enters. nan until an outlet each was looked at. The
    interval takes exact bounds of all parts at once (Bonferroni), at least 95 % where the judged sentences stand for
    all found; they do not where the uncertain ones were judged first. More motives in a found sentence do not count.
    """
    found = _found(cases, holder)
    parts = [_looked(own, cases, holder) for _, own in drawn.groupby("outlet", sort=False, observed=True)]
    level = 1 - 0.05 / (1 + len(parts))
    right, missed = found.total(), sum(part.total() for part in parts)
    low_right, high_right = found.bounds(level)
    low_missed, high_missed = (
        (sum(bounds) for bounds in zip(*(part.bounds(level) for part in parts), strict=True)) if parts else (0.0, 0.0)
    )
    return Recall(
        _share(right, missed), _share(low_right, high_missed), _share(high_right, low_missed),
        found.size, found.looked, found.holding,
        len(drawn), sum(part.looked for part in parts), sum(part.holding for part in parts),
    )  # fmt: skip


def _share(right: float, missed: float) -> float:
    return right / (right + missed) if right + missed else np.nan


def _found(cases: Cases, holder: str) -> _Part:
    """The sentences with a proposition of the rules: judged where all of theirs were decided on.

    Were one that is kept enough, a sentence half decided on would count where it holds a motive and not where it does
    not, and the share that holds one would come out too high.
    """
    by_sentence: dict[tuple[str, int], list[Case]] = {}
    for case in cases.cases:
        if case.row and case.stretch.holder == holder:
            by_sentence.setdefault((case.stretch.article, int(case.row["sentence_start"])), []).append(case)
    judged = [own for own in by_sentence.values() if all(case.votes for case in own)]
    return _Part(len(by_sentence), len(judged), sum(any(not case.is_rejected for case in own) for own in judged))


def _looked(drawn: pd.DataFrame, cases: Cases, holder: str) -> _Part:
    """One outlet's sentences in the order drawn, as far as they were looked at without a gap."""
    looked = [one.stretch for one in cases.looked if one.stretch.holder in ("", holder)]
    added = [case.stretch for case in cases.cases if case.keeping and not case.row and not case.is_rejected]
    seen, holding = _by_article(looked), _by_article([one for one in added if one.holder == holder])
    number = missed = 0
    for row in drawn.sort_values("place").itertuples():
        sentence = Stretch(row.article, row.start, row.end)
        holds = any(row.start <= one.start < row.end for one in holding.get(row.article, ()))
        if not holds and not any(one.covers(sentence) for one in seen.get(row.article, ())):
            break
        number, missed = number + 1, missed + holds
    return _Part(len(drawn), number, missed)


def _by_article(stretches: list[Stretch]) -> dict[str, list[Stretch]]:
    by_article: dict[str, list[Stretch]] = {}
    for stretch in stretches:
        by_article.setdefault(stretch.article, []).append(stretch)
    return by_article
