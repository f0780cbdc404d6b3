"""Pairs: which frames and motives an outlet's sentences have, alone and two together, as a figure takes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

WITHIN = "sentence"
Item = tuple[str, str]


@dataclass(frozen=True)
class Pairs:
    """The pairs of a figure, from the table of co-occurrence: one row an outlet and pair of items, by sentence.

    An item is its kind (frame or motive) and its name; ``labels`` are the motives' names as shown.
    """

    table: pd.DataFrame
    labels: Mapping[str, str]

    @cached_property
    def own(self) -> dict[tuple[str, Item], int]:
        """Give in how many sentences of an outlet each item stands, by outlet and item."""
        first = self.table.groupby(["outlet", "kind", "item"], sort=False)["R1"].first()
        second = self.table.groupby(["outlet", "other_kind", "other"], sort=False)["C1"].first()
        return {(outlet, (kind, name)): int(n) for part in (second, first) for (outlet, kind, name), n in part.items()}

    @cached_property
    def items(self) -> list[Item]:
        """Give the items that stand in any sentence, frames before motives, in the table's order."""
        named = [
            *zip(self.table["kind"], self.table["item"], strict=True),
            *zip(self.table["other_kind"], self.table["other"], strict=True),
        ]
        found = {item for (_, item), sentences in self.own.items() if sentences}
        return [item for item in dict.fromkeys(sorted(named, key=lambda item: item[0])) if item in found]

    @cached_property
    def cells(self) -> dict[tuple[str, Item, Item], tuple[int, int]]:
        """Give each pair's sentences and those of them in which both stand on the same words alone."""
        rows = self.table[["outlet", "kind", "item", "other_kind", "other", "O", "same_words"]]
        return {
            (outlet, (kind, item), (other_kind, other)): (int(together), int(same))
            for outlet, kind, item, other_kind, other, together, same in rows.itertuples(index=False)
        }

    @cached_property
    def highest(self) -> int:
        """Give the number of sentences of the most frequent pair of any outlet, which has the darkest shade."""
        return int(self.table["O"].max()) if len(self.table) else 0

    def label(self, item: Item) -> str:
        """Give an item's name as shown."""
        return self.labels.get(item[1], item[1]) if item[0] == "motive" else item[1]

    def most_frequent(self, most: int) -> list[Item]:
        """Give the items that stand in the most sentences of all outlets, in their own order."""
        total = {item: sum(n for (_, own), n in self.own.items() if own == item) for item in self.items}
        kept = set(sorted(self.items, key=lambda item: -total[item])[:most])
        return [item for item in self.items if item in kept]

    def ranked(self) -> list[tuple[Item, Item]]:
        """Give the pairs that stand together in any sentence, those of the most sentences of all outlets first."""
        totals: dict[tuple[Item, Item], int] = {}
        for (_, one, other), (together, _) in self.cells.items():
            totals[one, other] = totals.get((one, other), 0) + together
        return sorted((pair for pair, total in totals.items() if total), key=lambda pair: -totals[pair])


def pairs_of(table: pd.DataFrame, labels: Mapping[str, str]) -> Pairs:
    """Take the pairs by sentence out of a table of co-occurrence."""
    return Pairs(table[table["within"] == WITHIN], dict(labels))
