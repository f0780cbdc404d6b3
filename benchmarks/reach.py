"""Time the search for motives that parses only what it must, beside one that parses every sentence.

    python benchmarks/reach.py --about seeds --others FOLDER [--study seeds] [--layout paragraphs] [--repeat 3]

A mixed corpus is made of articles about the study's actor and articles about other things: of its sentences one in
five is of the former, set in as whole paragraphs (``paragraphs``), one by one (``sentences``), or as whole articles
(``articles``). Each way of reading it is timed in turn, wall and processor time of this process and its children, and
the propositions are compared: the table must be the same row for row.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from pathlib import Path

import pandas as pd

from analysis.annotation import annotate, segment
from analysis.articles import find_files, read_articles
from analysis.parse import load_model
from analysis.study import Study, read_study
from analysis.tokens import split_sentences

LAYOUTS = {"paragraphs": 3, "sentences": 1, "articles": 30}
ONE_IN, LENGTH = 5, 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--about", nargs="+", type=Path, default=[Path("seeds")], help="articles about the actor")
    parser.add_argument("--others", nargs="+", type=Path, required=True, help="articles about other things")
    parser.add_argument("--study", default=Path("seeds"), type=Path)
    parser.add_argument("--layout", choices=LAYOUTS, default="paragraphs")
    parser.add_argument("--sentences", default=6000, type=int, help="how many sentences the corpus has")
    parser.add_argument("--repeat", default=3, type=int)
    options = parser.parse_args()
    study = read_study(options.study)
    articles = _mixed(
        _sentences(options.about, study), _sentences(options.others, study), options.layout, options.sentences
    )
    load_model()
    ways = {
        "every sentence, one process": lambda: _propositions(articles, study, with_voices=True, processes=1),
        "in reach, one process": lambda: _propositions(articles, study, with_voices=False, processes=1),
        "in reach, as it comes": lambda: _propositions(articles, study, with_voices=False, processes=None),
    }
    _print(ways, options.repeat)


def _propositions(articles: pd.DataFrame, study: Study, *, with_voices: bool, processes: int | None) -> pd.DataFrame:
    segmented = segment(articles, study.actors)
    actors = [study.actor(study.focal)]
    return annotate(
        articles, segmented, study=study, actors=actors, with_voices=with_voices, processes=processes
    ).propositions


def _print(ways: dict[str, Callable[[], pd.DataFrame]], repeat: int) -> None:
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    tables: dict[str, pd.DataFrame] = {}
    for _ in range(repeat):
        for name, find in ways.items():
            started, used = time.perf_counter(), _used()
            tables[name] = find()
            times[name].append((time.perf_counter() - started, _used() - used))
    first = next(iter(ways))
    print(f"{len(tables[first])} propositions")
    for name, measured in times.items():
        same = "same propositions" if tables[name].equals(tables[first]) else "OTHER PROPOSITIONS"
        ratio = statistics.median(a / b for (a, _), (b, _) in zip(times[first], measured, strict=True))
        wall, used = (statistics.median(column) for column in zip(*measured, strict=True))
        print(f"{name:30} wall {wall:6.1f} s  processor {used:6.1f} s  {ratio:5.2f} times as fast  {same}")


def _used() -> float:
    return sum(os.times()[:4])


def _sentences(paths: list[Path], study: Study) -> list[str]:
    articles = read_articles(find_files(paths), study=study).articles
    texts = dict(zip(articles["article"], articles["clean"], strict=True))
    return [" ".join(texts[row.article][row.start : row.end].split()) for row in split_sentences(articles).itertuples()]


def _mixed(about: list[str], others: list[str], layout: str, number: int) -> pd.DataFrame:
    """Articles of some thirty sentences, of which one in five is about the actor, in blocks as the layout says."""
    block = LAYOUTS[layout]
    here = _blocks(about, block, number // ONE_IN)
    there = list(_blocks(others, block, number - number // ONE_IN))
    random.Random(0).shuffle(there)
    groups = zip_longest(here, *[iter(there)] * (ONE_IN - 1), fillvalue=[])
    paragraphs = [" ".join(paragraph) for group in groups for paragraph in group if paragraph]
    per_article = max(1, LENGTH // block)
    texts = ["\n\n".join(paragraphs[i : i + per_article]) for i in range(0, len(paragraphs), per_article)]
    return pd.DataFrame(
        [("mixed", f"mixed/{n}.txt", f"mixed/{n}.txt", f"{n}", text, text) for n, text in enumerate(texts)],
        columns=["outlet", "article", "path", "sha256", "text", "clean"],
    )


def _blocks(sentences: list[str], block: int, number: int) -> Iterator[list[str]]:
    """That many sentences in blocks, from the beginning again where they end."""
    endless = (sentences[i % len(sentences)] for i in range(number))
    while taken := list(islice(endless, block)):
        yield taken


if __name__ == "__main__":
    main()
