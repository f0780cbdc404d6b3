"""Naming: under which id a decision's proposition stands today, and whose motive an id is about.

Ids were once made without the holder; such a one is known again by the holder that stands beside it.
"""

from collections.abc import Iterable, Mapping

from ..motives.propositions import Cell, proposition_id

Row = Mapping[str, Cell]
Place = tuple[str, int, int, str]


class Names:
    """The ids of propositions: what each is today, and its holder."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Take the places of propositions: the article's hash, start, end and holder."""
        self._today: dict[tuple[str, str], str] = {}
        self._holders: dict[str, str] = {}
        for place in places:
            self._add(place)

    def named(self, codings: Iterable[Row]) -> list[Row]:
        """Give decisions under the ids of today, and with the holder of the one that an id names."""
        rows = list(codings)
        own = Names(_place(row) for row in rows if row["holder"])
        return [self._named(row, own) for row in rows]

    def _named(self, row: Row, own: "Names") -> Row:
        named = (str(row["proposition"]), str(row["holder"]))
        today = own._today.get(named) or self._today.get(named, named[0])
        holder = named[1] or own._holders.get(named[0]) or self._holders.get(named[0], "")
        return row if (today, holder) == named else {**row, "proposition": today, "holder": holder}

    def _add(self, place: Place) -> None:
        *old, holder = place
        today = proposition_id(*place)
        self._today[proposition_id(*old), holder] = today
        self._holders[today] = holder


def _place(row: Row) -> Place:
    return str(row["sha256"]), int(row["start"]), int(row["end"]), str(row["holder"])
