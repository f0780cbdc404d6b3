"""Time each stage on one article of growing length, for shapes of text that are hard on it.

    python benchmarks/growth.py                                    eight shapes, 25 kB to 1.6 MB
    python benchmarks/growth.py --largest 200000                   stop earlier
    python benchmarks/growth.py --shapes headlines quotations      some of the shapes

The texts are made up by a seed. The table has one row per shape and stage: processor seconds at each size, and behind
each the ratio to the size before; 2 is linear, 4 the square. The last column is the worst ratio among sizes that take
long enough to be measured.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pandas as pd

from analysis.annotation import Segmented, annotate, segment
from analysis.articles import read_articles
from analysis.corpus.building import update_corpus
from analysis.corpus.sources import sources_of_table
from analysis.parse import load_model, parse_articles
from analysis.study import Study, read_study
from analysis.vocabulary.collocation import collocates
from analysis.vocabulary.concordance import concordance
from analysis.vocabulary.frames import find_hits
from analysis.vocabulary.keyness import keyness_table

SMALLEST, LARGEST = 25_000, 1_600_000  # characters
MEASURABLE = 0.5  # seconds; in less, a run of the garbage collector shows
STAGES = ("read", "segment", "parse", "annotate", "index", "tables")
FRONT = "---\nlanguage: en\n---\n"
PLACES = ("Moscow", "Washington", "Beijing", "Seoul", "Pyongyang")
NOUNS = "peace sanctions talks missiles trade influence security aid bases gas".split()
VERBS = "wants fears needs expects opposes supports rejects seeks".split()
OFFICES = "minister spokesman president ambassador senator analyst".split()
BETWEEN = "The bridge was closed on Monday and nobody was told about it by the company."
Make = Callable[[random.Random], Iterator[str]]
Result = TypeVar("Result")


def main() -> None:
    options = _options()
    study = read_study(options.study)
    load_model()
    _time_stages(made("long-line", 1_000), study)  # what is loaded and made ready at first use belongs to no stage
    sizes = [size for size in _doublings() if size <= options.largest]
    _print_head(sizes)
    for shape in options.shapes:
        times = [_time_stages(made(shape, size, seed=options.seed), study) for size in sizes]
        _print_shape(shape, times)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--study", default=Path("seeds"), type=Path)
    parser.add_argument("--largest", default=LARGEST, type=int, help="characters of the longest text")
    parser.add_argument("--shapes", nargs="+", choices=SHAPES, default=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--seed", default=0, type=int)
    return parser.parse_args()


def _doublings() -> list[int]:
    sizes = [SMALLEST]
    while sizes[-1] < LARGEST:
        sizes.append(2 * sizes[-1])
    return sizes


def made(shape: str, size: int, *, seed: int = 0) -> str:
    """Return a text of a shape, about as long as asked; a longer one begins with the shorter."""
    pieces, length = [], 0
    for piece in SHAPES[shape](random.Random(seed)):
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            break
    return "".join(pieces)


def _name(draw: random.Random) -> str:
    return "".join(draw.choices("abcdefghijklmnopqrstuvwxyz", k=7)).capitalize()


def _acronyms(draw: random.Random) -> Iterator[str]:
    """One sentence of capitals without end: US-UN-EU-US-..."""
    while True:
        yield f"{draw.choice(('US', 'UN', 'EU', 'UK'))}-"


def _headlines(draw: random.Random) -> Iterator[str]:
    """Lines in which an actor wants ever new things, so that all are alike and none repeats another."""
    while True:
        yield f"Moscow Wants {_name(draw)} {_name(draw)}\n"


def _quotations(draw: random.Random) -> Iterator[str]:
    """Short quotations of one speaker in a single paragraph."""
    while True:
        yield f'"We want {draw.choice(NOUNS)}," Lavrov said. '


def _speakers(draw: random.Random) -> Iterator[str]:
    """Ever new speakers, introduced by full name and office, then called by last name, pronoun and office."""
    while True:
        first, last, office = _name(draw), _name(draw), draw.choice(OFFICES)
        yield f"{first} {last}, the Russian {office}, said that {draw.choice(PLACES)} {draw.choice(VERBS)} "
        yield f"{draw.choice(NOUNS)}. {last} warned that it wants {draw.choice(NOUNS)}. He added that they were late. "
        yield f"The {draw.choice(OFFICES)} said that the talks went on.\n\n"


def _hyphens(draw: random.Random) -> Iterator[str]:
    """Words joined by hyphens without a blank between them."""
    while True:
        yield f"{draw.choice(NOUNS)}-"


def _lists(draw: random.Random) -> Iterator[str]:
    """Lists of short items, numbered and with dashes."""
    for number in range(1, 1 << 40):
        yield f"{number % 100}. {draw.choice(PLACES)} {draw.choice(VERBS)} {draw.choice(NOUNS)};\n"
        yield f"- {_name(draw)}, {draw.choice(NOUNS)}, {draw.choice(NOUNS)}\n"


def _long_line(draw: random.Random) -> Iterator[str]:
    """Plain sentences on one line."""
    while True:
        yield f"{draw.choice(PLACES)} {draw.choice(VERBS)} {draw.choice(NOUNS)} because its neighbours want "
        yield f"{draw.choice(NOUNS)}. {BETWEEN} "


def _brackets(draw: random.Random) -> Iterator[str]:
    """Brackets that open within brackets and do not close for a long time."""
    while True:
        depth = draw.randint(1, 400)
        inner = f"{draw.choice(PLACES)} {draw.choice(VERBS)} {draw.choice(NOUNS)}. "
        yield "([" * depth + inner + ")" * draw.randint(0, depth) + "]" * draw.randint(0, depth) + " "


SHAPES: dict[str, Make] = {
    "acronyms": _acronyms,
    "headlines": _headlines,
    "quotations": _quotations,
    "speakers": _speakers,
    "hyphens": _hyphens,
    "lists": _lists,
    "long-line": _long_line,
    "brackets": _brackets,
}


@dataclass
class _Clock:
    """The processor seconds of each stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, stage: str, work: Callable[[], Result]) -> Result:
        """Return what a stage returns and keep how long it took."""
        begun = time.process_time()
        result = work()
        self.seconds[stage] = time.process_time() - begun
        return result


def _time_stages(text: str, study: Study) -> dict[str, float]:
    clock = _Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = clock.run("read", lambda: read_articles(_written(folder, text), study=study).articles)
        segmented = clock.run("segment", lambda: segment(articles, study.actors))
        clock.run("parse", lambda: _parse(articles, segmented, folder))
        clock.run("annotate", lambda: _annotate(articles, segmented, study, folder))
        clock.run("index", lambda: update_corpus(folder / "index", sources_of_table(articles)))
        clock.run("tables", lambda: _tables(articles, segmented, study))
    return clock.seconds


def _written(folder: Path, text: str) -> list[Path]:
    """Write the text, and a short one of another outlet to compare it with."""
    files = [folder / "long" / "text.txt", folder / "short" / "text.txt"]
    for file, written in zip(files, (text, BETWEEN), strict=True):
        file.parent.mkdir()
        file.write_text(FRONT + written, encoding="utf-8")
    return files


def _parse(articles: pd.DataFrame, segmented: Segmented, folder: Path) -> None:
    """Parse every sentence into the cache, so that the next stage is the rules' own time."""
    for _ in parse_articles(articles, segmented.sentences, cache_folder=folder / "parses"):
        pass


def _annotate(articles: pd.DataFrame, segmented: Segmented, study: Study, folder: Path) -> None:
    annotate(articles, segmented, study=study, actors=study.actors, cache_folder=folder / "parses", processes=1)


def _tables(articles: pd.DataFrame, segmented: Segmented, study: Study) -> None:
    outlets = dict(zip(articles["article"], articles["outlet"], strict=True))
    node = segmented.tokens["term"].iloc[0]
    find_hits(segmented.tokens, study.frames, articles=articles)
    collocates(segmented.tokens, node, outlets=outlets)
    concordance(segmented.tokens, articles, node)
    keyness_table(segmented.tokens, segmented.sentences, outlets=outlets)


def _print_head(sizes: list[int]) -> None:
    print("| shape | stage | " + " | ".join(f"{size // 1000} kB" for size in sizes) + " | worst |")
    print("| --- " * (len(sizes) + 3) + "|")


def _print_shape(shape: str, times: list[dict[str, float]]) -> None:
    for stage in STAGES:
        _print_row(shape, stage, [seconds[stage] for seconds in times])
    _print_row(shape, "all", [sum(seconds.values()) for seconds in times])


def _print_row(shape: str, stage: str, seconds: list[float]) -> None:
    ratios = [after / before if before >= MEASURABLE else None for before, after in pairwise(seconds)]
    cells = [f"{seconds[0]:.2f}"]
    cells += [
        f"{own:.2f} ({ratio:.2f})" if ratio else f"{own:.2f}" for own, ratio in zip(seconds[1:], ratios, strict=True)
    ]
    worst = max(filter(None, ratios), default=None)
    print(f"| {shape} | {stage} | " + " | ".join(cells) + f" | {f'{worst:.2f}' if worst else ''} |", flush=True)


if __name__ == "__main__":
    main()
