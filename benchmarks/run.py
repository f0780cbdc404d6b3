"""A whole run beside the same run by another checkout: wall time, and memory of all processes together.

    python benchmarks/run.py --base FOLDER                   default study and 300 articles, against a checkout
    python benchmarks/run.py --base FOLDER --articles 75     a smaller corpus
    python benchmarks/run.py --only "300 articles"           the cases whose name begins so

Each case is run by both, one after the other, in scratch folders with caches of their own: from nothing, and again
after a change. Memory is the proportional set size of the run and all its descendants, summed and sampled every 0.2 s.
The articles are those of ``corpus.py``, of about 800 words.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import corpus

ROOT = Path(__file__).parent.parent
EVERY = 0.2  # seconds
WORDS = 800


@dataclass(frozen=True)
class Measured:
    """What a run took: wall seconds, megabytes of all its processes at most, and how many they were then."""

    seconds: float
    megabytes: float
    processes: int


@dataclass(frozen=True)
class Case:
    """A study to run from nothing, and what changes before it is run again."""

    name: str
    study: Path
    change: Callable[[Path], None]
    changed: str


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        for case in _cases(Path(scratch), options.articles):
            if case.name.startswith(options.only):
                _compare(case, options.base, Path(scratch), options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, help="a checkout of the commit to compare with")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", metavar="NAME")
    return parser.parse_args()


def _cases(scratch: Path, articles: int) -> Iterator[Case]:
    default = scratch / "seeds"
    shutil.copytree(ROOT / "seeds", default, ignore=shutil.ignore_patterns(".analysis"))
    yield Case("default study", default, _change_article, "one article changed")
    corpus.WORDS = WORDS
    made = corpus.build_corpus(corpus.CACHE / f"run-{articles}", articles=articles, seed=0)
    study = scratch / f"articles-{articles}"
    shutil.copytree(made, study)
    (study / "study.toml").write_text(corpus.STUDY, encoding="utf-8")
    for name in ("frames.yaml", "motives.yaml"):
        shutil.copy(ROOT / "seeds" / name, study)
    yield Case(f"{articles} articles", study, _add_article, "one added")


def _change_article(study: Path) -> None:
    path = next((study / "baonghean").glob("*.txt"))
    path.write_text(path.read_text(encoding="utf-8") + "\nMoscow wants to avoid a war.\n", encoding="utf-8")


def _add_article(study: Path) -> None:
    texts = sorted((study / corpus.OUTLETS[0]).glob("*.txt"))[:2]
    halves = [
        texts[0].read_text(encoding="utf-8").split("\n\n")[::2],
        texts[1].read_text(encoding="utf-8").split("\n\n")[1::2],
    ]
    (study / corpus.OUTLETS[1] / "added.txt").write_text("\n\n".join(halves[0] + halves[1]), encoding="utf-8")


def _compare(case: Case, base: Path | None, scratch: Path, rounds: int) -> None:
    """Run a case by both checkouts in turn and print a line for each of its two states."""
    runs: dict[tuple[str, Path], list[Measured]] = {}
    for number in range(rounds):
        for checkout in filter(None, (base, ROOT)):
            place = scratch / f"{checkout.resolve().name}-{case.study.name}-{number}"
            study = Path(shutil.copytree(case.study, place / "study"))
            runs.setdefault(("nothing cached", checkout), []).append(run(checkout, study, place))
            case.change(study)
            runs.setdefault((case.changed, checkout), []).append(run(checkout, study, place))
            shutil.rmtree(place)
    for state in ("nothing cached", case.changed):
        _print_line(f"{case.name}, {state}", runs[state, ROOT], runs.get((state, base), []))


def _print_line(name: str, own: list[Measured], theirs: list[Measured]) -> None:
    line = f"{name:36} {_median(own, 'seconds'):7.1f} s {_median(own, 'megabytes'):7.0f} MB in {own[0].processes}"
    if theirs:
        ratios = [
            statistics.median(
                getattr(one, field) / getattr(other, field) for one, other in zip(own, theirs, strict=True)
            )
            for field in ("seconds", "megabytes")
        ]
        line += f"   base {_median(theirs, 'seconds'):7.1f} s {_median(theirs, 'megabytes'):7.0f} MB in "
        line += f"{theirs[0].processes}   ratio {ratios[0]:.2f} of time, {ratios[1]:.2f} of memory"
    print(line, flush=True)


def _median(runs: list[Measured], field: str) -> float:
    return statistics.median(getattr(one, field) for one in runs)


def run(checkout: Path, study: Path, place: Path) -> Measured:
    """Run a study by a checkout's own code and measure it; raises CalledProcessError where it fails."""
    environment = os.environ | {"PYTHONPATH": str(checkout), "OUTLETS_CACHE": str(place / "cache")}
    command = [sys.executable, "-m", "analysis", "run", str(study)]
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=checkout, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    most, count = 0.0, 0
    while process.poll() is None:
        size, processes = tree_memory(process.pid)
        if size > most:
            most, count = size, processes
        time.sleep(EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(time.perf_counter() - begun, most / 1e6, count)


def tree_memory(root: int) -> tuple[float, int]:
    """Return the proportional set size in bytes of a process and its descendants, and how many they are."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
    tree = {root}
    while grown := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= grown
    return sum(_proportional(pid) for pid in tree), len(tree)


def _proportional(pid: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return 1024.0 * int(line.split()[1])
    return 0.0


if __name__ == "__main__":
    main()
