"""Compare the outlets with shifterator, and give the fifty words that add most to the Jensen-Shannon divergence.

    python shifterator_count.py FOLDER [COUNTS.csv]

shifterator takes counts and makes none, so the words are counted by a regular expression and a Counter. With weights
n1/N and n2/N what a word adds to the divergence (in bits) is its log-likelihood of 2 cells / (2 N ln 2).
"""

import collections
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from exchange import WORD, read_articles, write_counts
from shifterator import JSDivergenceShift

collections.Mapping = Mapping  # shifterator 0.3.0 asks for a name that Python 3.10 took away


def count(folder: Path) -> dict[str, Counter[str]]:
    """Count each word in each outlet."""
    outlet_of, texts = read_articles(folder)
    counts = {outlet: Counter() for outlet in sorted(set(outlet_of))}
    word = re.compile(WORD)
    for outlet, text in zip(outlet_of, texts, strict=True):
        counts[outlet].update(word.findall(text.lower()))
    return counts


def score(first: Counter[str], second: Counter[str]) -> dict[str, float]:
    """Give the log-likelihood of each word by its shift score."""
    total = first.total() + second.total()
    share = first.total() / total
    shift = JSDivergenceShift(first, second, weight_1=share, weight_2=1 - share, normalization=None)
    return {word: 2 * total * math.log(2) * value for word, value in shift.get_shift_scores().items()}


if __name__ == "__main__":
    counts = count(Path(sys.argv[1]))
    scores = score(*counts.values())
    print(sorted(scores, key=scores.get, reverse=True)[:50][0])
    if len(sys.argv) > 2:
        first, second = counts.values()
        rows = ((word, first[word], second[word], value) for word, value in scores.items())
        write_counts(Path(sys.argv[2]), counts, rows)
