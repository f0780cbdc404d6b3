"""Cases: the rules' propositions and what coders added, each with the decisions made on it.

A decision about a stretch that a rules' proposition of the same holder shares (a third of the shorter, one to one) is
about that proposition; one without a counterpart is a case of its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from ..motives.propositions import Cell
from .anchors import Stretch, pair
from .decisions import FLAGS
from .standing import Decision

Choice = TypeVar("Choice")
WAITS = "it stands under a code that is no more,"
UNSAID = "the rules have no such proposition and the row does not say all"


@dataclass
class Case:
    """A proposition under decision: the rules' row, empty where they have none, and what the coders decided.

    ``copy`` says that the article's text stands in the study a second time.
    """

    stretch: Stretch
    row: dict[str, Cell] = field(default_factory=dict)
    votes: list[Decision] = field(default_factory=list)
    copy: bool = False

    @property
    def keeping(self) -> list[Decision]:
        """Give the votes that do not take it out."""
        return [vote for vote in self.votes if not vote.rejects]

    @property
    def is_rejected(self) -> bool:
        """Say whether most votes take it out; of equally many, the first vote decides."""
        return bool(self.votes) and bool(majority(vote.rejects for vote in self.votes))

    @property
    def waits(self) -> bool:
        """Say whether it is kept, but no vote says under which of today's codes (`Decision.waits`)."""
        return bool(self.keeping) and all(vote.waits for vote in self.keeping)

    def value(self, vote: Decision, column: str) -> Cell:
        """Give what a vote says in a column: its own value, the rules' where it has none, for a flag false."""
        return vote.values.get(column, self.row.get(column, False if column in FLAGS else ""))

    def decided(self, column: str) -> Cell:
        """Give the value most often voted for, the rules' where no vote names one, an empty text where nobody does."""
        named = [vote.values[column] for vote in self.keeping if column in vote.values]
        return majority(named) if named else self.row.get(column, False if column in FLAGS else "")


@dataclass(frozen=True)
class Cases:
    """Cases of an article or a study; ``looked`` say that a sentence holds no motive, ``orphans`` have no place."""

    cases: list[Case]
    looked: list[Decision]
    orphans: dict[int, str]


def lay_cases(rows: Sequence[dict[str, Cell]], decisions: Sequence[Decision], *, focal: str = "") -> Cases:
    """Lay the decisions that hold over the rules' propositions (rows of their table), one coder after the other.

    A decision that names no holder is about the one whose proposition its id names, else about the ``focal`` actor
    where that one has a proposition there, else about anybody's.
    """
    cases = [Case(_stretch(row), row) for row in rows]
    left = [one for own in _by_coder(decisions) for one in _vote(cases, own, focal)]
    left = [one for own in _by_coder(left) for one in _vote_on_added(cases, own, focal)]
    cases = _without_settled(cases)
    orphans = {decision.number: _why_unsaid(decision) for decision in left if not decision.rejects}
    return Cases(cases, [decision for decision in decisions if decision.finds_none], orphans)


def majority(votes: Iterable[Choice]) -> Choice:
    """Give the vote most often given; of equally many, the first."""
    return Counter(votes).most_common(1)[0][0]


def _stretch(row: dict[str, Cell]) -> Stretch:
    return Stretch(str(row["article"]), int(row["start"]), int(row["end"]), str(row["holder"]))


def _by_coder(decisions: Iterable[Decision]) -> list[list[Decision]]:
    """The decisions about propositions, one coder after the other."""
    by_coder: dict[str, list[Decision]] = {}
    for decision in decisions:
        if not decision.finds_none:
            by_coder.setdefault(decision.coder, []).append(decision)
    return list(by_coder.values())


def _without_settled(cases: list[Case]) -> list[Case]:
    """Leave out undecided cases of which more than half lies in words that coders kept for the same holder."""
    kept: dict[str, list[Stretch]] = {}
    for case in cases:
        if case.votes and not case.is_rejected:
            words = majority((vote.stretch.start, vote.stretch.end) for vote in case.keeping)
            kept.setdefault(case.stretch.article, []).append(replace(case.stretch, start=words[0], end=words[1]))
    return [
        case
        for case in cases
        if case.votes or not any(one.covers(case.stretch) for one in kept.get(case.stretch.article, ()))
    ]


def _vote(cases: list[Case], decisions: Sequence[Decision], focal: str) -> list[Decision]:
    """Give one coder's decisions to the cases they are about, new ones added; give those that are about none."""
    pairs = pair([decision.stretch for decision in decisions], [case.stretch for case in cases], focal=focal)
    left: list[Decision] = []
    for place, decision in enumerate(decisions):
        if place in pairs:
            cases[pairs[place]].votes.append(decision)
        elif not decision.rejects and decision.stretch.holder and decision.says_all:
            cases.append(Case(decision.stretch, votes=[decision]))
        else:
            left.append(decision)
    return left


def _vote_on_added(cases: list[Case], decisions: Sequence[Decision], focal: str) -> list[Decision]:
    """Give one coder's decisions to what coders named later added; give those that are about none.

    Whoever decided first in the file may have decided on this only after the others added it.
    """
    coder = decisions[0].coder
    added = [case for case in cases if not case.row and all(vote.coder != coder for vote in case.votes)]
    pairs = pair([decision.stretch for decision in decisions], [case.stretch for case in added], focal=focal)
    for place, other in pairs.items():
        added[other].votes.append(decisions[place])
    return [decision for place, decision in enumerate(decisions) if place not in pairs]


def _why_unsaid(decision: Decision) -> str:
    return f'{WAITS} "{decision.was}"; decide anew' if decision.waits else UNSAID
