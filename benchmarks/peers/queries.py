"""What the peers' queries share: what is asked, and how it is timed. Nothing but the standard library."""

import json
import time
from collections.abc import Callable

WORD = "president"
NODE = "obama"
WINDOW = 5  # words to either side of the node


def report(queries: dict[str, Callable[[], int]]) -> None:
    """Print for each query the processor seconds, the least of three runs, and how many rows or hits it found."""
    told = {}
    for name, ask in queries.items():
        seconds = []
        for _ in range(3):
            begun = time.process_time()
            found = ask()
            seconds.append(time.process_time() - begun)
        told[name] = {"seconds": min(seconds), "found": found}
    print(json.dumps(told))
