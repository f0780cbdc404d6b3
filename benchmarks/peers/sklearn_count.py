"""Count words by article with scikit-learn's CountVectorizer, and give the fifty with the highest log-likelihood.

python sklearn_count.py FOLDER
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer


def main(folder: Path) -> None:
    """Print the first of the fifty words."""
    paths = sorted(folder.glob("*/*.txt"))
    vectorizer = CountVectorizer(input="filename", token_pattern=r"(?u)\b\w+(?:[-'’]\w+)*")
    matrix = vectorizer.fit_transform(paths)
    outlets = np.array([path.parent.name for path in paths])
    first, second = (np.asarray(matrix[outlets == outlet].sum(axis=0)).ravel() for outlet in np.unique(outlets))
    share = first.sum() / (first.sum() + second.sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = [
            np.where(seen > 0, seen * np.log(seen / ((first + second) * part)), 0)
            for seen, part in ((first, share), (second, 1 - share))
        ]
    best = np.argsort(-(parts[0] + parts[1]))[:50]
    print(vectorizer.get_feature_names_out()[best[0]])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
