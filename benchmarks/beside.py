"""This project's index beside the field's tools: the same articles, counted by outlet and compared, side by side.

    python benchmarks/beside.py --articles 1000            a quick look, with the tools that are installed
    python benchmarks/beside.py --install                  10,000 articles; first installs the tools that are missing
    python benchmarks/beside.py --only conc --only NLTK    some of them

Each tool lives in an environment of its own under benchmarks/.analysis/, at the version named in tools.py, and runs as
a whole process, imports included, each time just before this project's; what counts is the median of the ratios of
processor time. What it counts is compared with this project's counts. A tool that does not install or start is named
with what it said, and the others go on.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from agreement import compare, read_counts
from corpus import CACHE, HERE, OUTLETS, build_corpus, environment, run
from ratios import OWN, Round, markdown, table
from tools import PEERS, Peer

PEERS_FOLDER = HERE / "peers"
WORK = CACHE / "beside"


def main() -> None:
    options = _options()
    machine = machine_state()
    installed = list(_installed(options.only, install=options.install))
    if not installed:
        sys.exit("nothing to compare with: none of these tools is installed")
    corpus = build_corpus(CACHE / f"articles-{options.articles}", articles=options.articles, seed=options.seed)
    WORK.mkdir(parents=True, exist_ok=True)
    ready = dict(_ready(installed, corpus))
    if not ready:
        sys.exit("nothing to compare with: none of these tools starts")
    _attempt(_own_command(corpus, counts=True))
    rounds = _rounds(ready, corpus, number=options.pairs)
    own = read_counts(WORK / "own.csv", word="term", columns=("count", "reference_count"))
    agreed = {peer: compare(own, read_counts(_counts(peer), columns=OUTLETS), cells=peer.cells) for peer in ready}
    tokens = sum(map(sum, own.tokens.values()))
    print(f"\n{options.articles:,} articles, {tokens:,} tokens; {machine}; {options.pairs} rounds\n")
    print("\n".join(table(rounds, agreed)), end="\n\n", flush=True)
    print("\n".join(_query_table(ready, corpus)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=3, help="how often each tool is run beside this engine")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--install", action="store_true", help="install the tools that are missing (downloads them)")
    parser.add_argument("--only", action="append", choices=[peer.name for peer in PEERS], help="only this tool")
    options = parser.parse_args()
    if options.pairs < 1:
        parser.error(f"--pairs {options.pairs} is not allowed; one round or more are run")
    return options


def _installed(names: Sequence[str] | None, *, install: bool) -> Iterator[Peer]:
    """Give the peers that are asked for and are there or may be installed; name the others."""
    for peer in PEERS:
        if names and peer.name not in names:
            continue
        if install or is_installed(peer):
            yield peer
        else:
            print(f"{peer.name} {peer.version}: not installed; --install does it")


def is_installed(peer: Peer) -> bool:
    """Say whether a peer's environment is there and complete."""
    return (CACHE / "environments" / peer.place / ".complete").exists()


def machine_state() -> str:
    """Say on what and when this is measured, and how busy the machine was before."""
    cpuinfo = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.exists() else None
    processor = named[1] if named else platform.machine()
    versions = f"Python {platform.python_version()}"
    load = f"load before {os.getloadavg()[0]:.2f}" if hasattr(os, "getloadavg") else "load unknown"
    return f"{date.today()}; {processor}, {os.cpu_count()} cores; {versions}; {load}"


def _ready(peers: Sequence[Peer], corpus: Path) -> Iterator[tuple[Peer, Path]]:
    """Install the peers that are not there and try each; give those that start, with their Python, and say why not."""
    for peer in peers:
        try:
            python = environment(peer.place, f"{peer.name}=={peer.version}", *peer.with_it)
            _attempt(_command(peer, python, corpus, counts=True))
        except subprocess.CalledProcessError as failed:
            print(f"{peer.name} {peer.version}: left out; {reason(failed)}")
            continue
        yield peer, python


def reason(failed: subprocess.CalledProcessError) -> str:
    """Say why a process failed: the last line of what it said, or how it ended."""
    lines = (failed.stderr or "").strip().splitlines()
    if lines:
        return lines[-1]
    if failed.returncode < 0:
        return f"ended by signal {-failed.returncode}, which is how a system out of memory ends a process"
    return "its installation failed, see above"


def _attempt(command: Sequence[str | Path]) -> str:
    """Run a process that is not timed and give what it printed."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _counts(peer: Peer) -> Path:
    return WORK / f"{peer.name}.csv"


def _command(peer: Peer, python: Path, corpus: Path, *, counts: bool = False) -> list[str | Path]:
    """Give the command of a peer, with an empty folder for its index where it keeps one."""
    index = [_empty(WORK / f"{peer.name}.index")] * peer.indexes
    return [python, PEERS_FOLDER / peer.script, corpus, *index, *[_counts(peer)] * counts]


def _own_command(corpus: Path, *, counts: bool = False) -> list[str | Path]:
    counted = [WORK / "own.csv"] * counts
    return [sys.executable, PEERS_FOLDER / "corpus_index.py", corpus, _empty(WORK / "own.index"), *counted]


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _rounds(ready: dict[Peer, Path], corpus: Path, *, number: int) -> dict[Peer, list[Round]]:
    """Run each peer and this project in turn, that often."""
    rounds: dict[Peer, list[Round]] = {peer: [] for peer in ready}
    for _ in range(number):
        for peer, python in ready.items():
            rounds[peer].append(Round(run(_command(peer, python, corpus)), run(_own_command(corpus))))
    return rounds


def _query_table(ready: dict[Peer, Path], corpus: Path) -> list[str]:
    """Ask the tools that answer queries, and this project's index, and give a Markdown table."""
    commands = {OWN: [sys.executable, PEERS_FOLDER / "own_queries.py", WORK / "own.index"]}
    for peer, python in ready.items():
        if peer.queries:
            asked = WORK / f"{peer.name}.index" if peer.indexes else corpus
            commands[peer.name] = [python, PEERS_FOLDER / peer.queries, asked]
    told = {name: json.loads(_attempt(command).splitlines()[-1]) for name, command in commands.items()}
    rows = [
        [name, *(f"{answer[query]['seconds']:.3f}" if query in answer else "" for query in ("hits", "collocates")),
         f"{answer['hits']['found']:,}"]
        for name, answer in told.items()
    ]  # fmt: skip
    return markdown(("on what is open", "all hits of a word, s", "collocates of a node, s", "hits"), rows)


if __name__ == "__main__":
    main()
