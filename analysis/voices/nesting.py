"""Nesting: of statements that stand in one another the outer one counts, and inner speech of a source of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from .beings import PRONOUNS
from .rules import Piece, Statement

_NESTED = ("clause", "parenthetical", "quotation", "according to")
_BUCKET = 512


def outermost(found: Sequence[Statement], text: str) -> list[Statement]:
    """Leave out what another statement says, except speech of a source of its own, which is nested.

    Of two that hold each other the longer is the outer.
    """
    kept: list[Statement] = []
    covered = Cover()
    for s in sorted((s for s in found if s.pieces), key=lambda s: -s.length):
        if not covered.holds(s.cue):
            kept.append(s)
            for piece in s.pieces:
                covered.add(piece)
        elif s.kind == "speech" and s.rule in _NESTED and s.source and _is_named(text[slice(*s.source)]):
            kept.append(replace(s, nested=True))
    return sorted(kept, key=lambda s: (s.pieces[0], s.cue))


def _is_named(source: str) -> bool:
    return source.lower() not in PRONOUNS


class Cover:
    """Stretches that hold one another or stand apart, for asking whether one of them holds a place."""

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._buckets: dict[int, list[Piece]] = {}
        for piece in pieces:
            self.add(piece)

    def add(self, piece: Piece) -> None:
        """Take in a stretch."""
        for bucket in range(piece[0] // _BUCKET, piece[1] // _BUCKET + 1):
            self._buckets.setdefault(bucket, []).append(piece)

    def holds(self, piece: Piece) -> bool:
        """Say whether one stretch holds all of another."""
        return any(a <= piece[0] and piece[1] <= b for a, b in self._buckets.get(piece[0] // _BUCKET, ()))
