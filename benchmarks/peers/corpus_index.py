"""Make the positional index of a folder of articles and the keyness table of all its words.

python corpus_index.py FOLDER INDEX [COUNTS.csv]
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.corpus.building import update_corpus
from analysis.corpus.keyness import keyness_of_types
from analysis.corpus.sources import sources_of_files


def files(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the path and the outlet of each article."""
    for outlet in sorted(entry.name for entry in os.scandir(folder) if entry.is_dir()):
        yield from sorted((entry.path, outlet) for entry in os.scandir(folder / outlet))


def read(path: str) -> str:
    """Read a file."""
    with open(path, "rb") as file:
        return file.read().decode("utf-8")


if __name__ == "__main__":
    corpus = update_corpus(Path(sys.argv[2]), sources_of_files(files(Path(sys.argv[1])), read=read)).corpus
    table = keyness_of_types(corpus)
    print(table.head(1))
    if len(sys.argv) > 3:
        table.to_csv(sys.argv[3], index=False)
