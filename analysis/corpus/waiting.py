"""Waiting: tokens that have been read and wait to be written as a part."""

from itertools import chain

import numpy as np

from .parts import Held
from .reading import TokenColumns


class Waiting:
    """Tokens and their articles, in the order in which they were added."""

    def __init__(self) -> None:
        self._columns: list[TokenColumns] = []
        self._held: list[Held] = []

    @property
    def tokens(self) -> int:
        """Give the number of tokens."""
        return sum(len(columns.term) for columns in self._columns)

    @property
    def articles(self) -> int:
        """Give the number of articles."""
        return sum(len(held.article) for held in self._held)

    def add(self, columns: TokenColumns, held: Held) -> None:
        """Add articles with their tokens."""
        if held.article:
            self._columns.append(_narrow(columns))
            self._held.append(held)

    def take(self) -> tuple[TokenColumns, Held]:
        """Give what waits, as one, and begin anew."""
        columns = TokenColumns(
            *(
                np.concatenate([getattr(one, name) for one in self._columns])
                for name in ("term", "start", "length", "first", "sizes")
            )
        )
        held = Held(*(list(chain(*lists)) for lists in zip(*(one.columns() for one in self._held), strict=True)))
        self.__init__()
        return columns, held


def _narrow(columns: TokenColumns) -> TokenColumns:
    """Give token columns in the widths in which they are written, a quarter of the room."""
    return TokenColumns(
        columns.term.astype("<u4"),
        columns.start.astype("<u4"),
        columns.length.astype("<u2"),
        columns.first.astype("u1"),
        columns.sizes,
    )
