"""Count words by article with scikit-learn's CountVectorizer, and give the fifty with the highest log-likelihood.

python sklearn_count.py FOLDER [COUNTS.csv]
"""

import sys
from pathlib import Path

import numpy as np
from exchange import WORD, write_counts
from sklearn.feature_extraction.text import CountVectorizer


def count(folder: Path) -> tuple[np.ndarray, list[str], list[np.ndarray]]:
    """Give the words, the outlets, and the counts of the words in each outlet."""
    paths = sorted(folder.glob("*/*.txt"))
    vectorizer = CountVectorizer(input="filename", token_pattern=WORD)
    matrix = vectorizer.fit_transform(paths)
    outlet_of = np.array([path.parent.name for path in paths])
    outlets = sorted(set(outlet_of))
    counts = [np.asarray(matrix[outlet_of == outlet].sum(axis=0)).ravel() for outlet in outlets]
    return vectorizer.get_feature_names_out(), outlets, counts


def score(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Give the log-likelihood of each word (2 cells)."""
    share = first.sum() / (first.sum() + second.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [
            np.where(seen > 0, seen * np.log(seen / ((first + second) * part)), 0)
            for seen, part in ((first, share), (second, 1 - share))
        ]
    return 2 * (parts[0] + parts[1])


if __name__ == "__main__":
    words, outlets, counts = count(Path(sys.argv[1]))
    scores = score(*counts)
    print(words[np.argsort(-scores)[:50]][0])
    if len(sys.argv) > 2:
        write_counts(Path(sys.argv[2]), outlets, zip(words, *counts, scores, strict=True))
