"""Progress: what stage a command is in, how much of it is done, and about how long the rest takes."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_EVERY = 10.0  # seconds between two lines where no bar can be drawn


def with_progress(items: Iterable[Item], *, total: int, stage: str, unit: str) -> Iterator[Item]:
    """Yield the items and show how many of them are done: as a bar in a terminal or notebook, else as lines.

    A line is printed to standard error every ten seconds, with the time left if it goes on as fast; a stage that ends
    sooner prints nothing.
    """
    if sys.stderr.isatty() or "ipykernel" in sys.modules:
        from tqdm.auto import tqdm

        tqdm.monitor_interval = 0  # its thread would keep processes from being forked
        yield from tqdm(items, total=total, desc=stage, unit=unit, leave=False)
        return
    begun = last = time.monotonic()
    for done, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if now - last >= _EVERY and done < total:
            left = (now - begun) / done * (total - done)
            print(f"{stage}: {done:,} of {total:,} {unit}s, about {_duration(left)} left", file=sys.stderr, flush=True)
            last = now


def _duration(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 100 else f"{seconds / 60:.0f} min"
