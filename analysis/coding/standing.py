"""Standing decisions: of all that coders ever decided, what holds now, and where.

Decisions are only ever added to. Of one coder's decisions on a stretch the last holds; *withdraw* takes the coder's
last one there back, so that the one before holds again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..motives.propositions import Cell, proposition_id
from .anchors import Stretch
from .decisions import ADDED, DECIDED, NONE, REJECT, WITHDRAW

NOTHING_TO_WITHDRAW = "there is no decision of this coder to take back"
Key = tuple[str, str | Stretch]


@dataclass(frozen=True)
class Decision:
    """One coder's latest word on a stretch; ``number`` is its row in the codings, ``was`` a code that holds no more."""

    number: int
    coder: str
    stretch: Stretch
    decision: str
    values: dict[str, Cell]
    was: str = ""

    @property
    def rejects(self) -> bool:
        """Say whether it takes a proposition out."""
        return self.decision == REJECT

    @property
    def waits(self) -> bool:
        """Say whether its code is no more, so that its category must be decided anew."""
        return bool(self.was) and "category" not in self.values

    @property
    def says_all(self) -> bool:
        """Say whether it names all the values that a proposition of its own needs."""
        return all(name in self.values for name in ADDED if name != "holder")

    @property
    def finds_none(self) -> bool:
        """Say whether it is about a sentence that was looked at and holds no motive."""
        return self.decision == NONE


@dataclass(frozen=True)
class Placed:
    """A row of the codings with its place in an article; ``keys`` tell which rows are about the same."""

    number: int
    row: Mapping[str, Cell]
    stretch: Stretch

    @cached_property
    def keys(self) -> frozenset[Key]:
        """Give the coder's stretch, the proposition named, and the id that the stretch has once it is coded."""
        coder, holder = str(self.row["coder"]), self.stretch.holder
        keys: set[Key] = {(coder, self.stretch)}
        if self.row["decision"] != NONE:
            place = str(self.row["sha256"]), int(self.row["start"]), int(self.row["end"])
            keys |= {(coder, proposition_id(*place, holder, copy=copy) + holder) for copy in ("", self.stretch.article)}
            keys |= {(coder, str(self.row["proposition"]) + holder)} if self.row["proposition"] else set()
        return frozenset(keys)


def standing_decisions(placed: Sequence[Placed]) -> tuple[list[Decision], dict[int, str]]:
    """Give the decisions that hold, in the order in which they were made, and why other rows have no place."""
    kept, vain = _without_withdrawn(placed)
    seen: set[Key] = set()
    decisions: list[Decision] = []
    for one in reversed(kept):
        if not one.keys & seen:
            decisions.append(_decision(one))
        seen |= one.keys
    return decisions[::-1], dict.fromkeys(vain, NOTHING_TO_WITHDRAW)


def _without_withdrawn(placed: Sequence[Placed]) -> tuple[list[Placed], list[int]]:
    """The rows that nobody took back, and the withdrawals that find nothing to take back."""
    kept: list[Placed] = []
    vain: list[int] = []
    for one in placed:
        if one.row["decision"] != WITHDRAW:
            kept.append(one)
            continue
        place = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].keys & one.keys), None)
        if place is None:
            vain.append(one.number)
        else:
            del kept[place]
    return kept, vain


def _decision(placed: Placed) -> Decision:
    row = placed.row
    values = {column: row[column] for column in DECIDED if row[column] is not pd.NA and row[column] != ""}
    return Decision(
        placed.number, str(row["coder"]), placed.stretch, str(row["decision"]), values, str(row.get("was", ""))
    )
