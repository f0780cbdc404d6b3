"""Turns: of several processes that bring one index up to date, one works at a time and the others wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..cache import refuse_odd

LOCK = "lock"


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """Wait until no other process changes what is in a folder, and keep others waiting meanwhile.

    The system lets the turn go when a process ends, however it ends. Where locks are not to be had (Windows, some
    network drives) nobody waits; then the index is the one of the process that ends last.
    """
    refuse_odd(folder / LOCK)
    with open(folder / LOCK, "ab") as file:
        try:
            from fcntl import LOCK_EX, flock

            flock(file, LOCK_EX)
        except (ImportError, OSError):
            pass
        yield
