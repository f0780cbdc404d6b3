"""A removal: a stretch of an article that is left out of every count."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Removal:
    """A stretch taken out: offsets into the source text, end exclusive, and the reason."""

    start: int
    end: int
    why: str
