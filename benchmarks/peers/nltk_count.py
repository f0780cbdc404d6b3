"""Count words by outlet with NLTK, and give the fifty with the highest log-likelihood (4 cells).

python nltk_count.py FOLDER [COUNTS.csv]
"""

import sys
from pathlib import Path

from exchange import WORD, read_articles, write_counts
from nltk.metrics import BigramAssocMeasures
from nltk.probability import ConditionalFreqDist
from nltk.tokenize import RegexpTokenizer


def count(folder: Path) -> ConditionalFreqDist:
    """Count each word in each outlet."""
    tokenizer = RegexpTokenizer(WORD)
    counts = ConditionalFreqDist()
    for outlet, text in zip(*read_articles(folder), strict=True):
        counts[outlet].update(tokenizer.tokenize(text.lower()))
    return counts


def score(counts: ConditionalFreqDist) -> dict[str, float]:
    """Give the log-likelihood of each word, as NLTK gives that of a pair: the word and the first outlet."""
    first, second = (counts[outlet] for outlet in sorted(counts))
    tokens = first.N() + second.N()
    return {
        word: BigramAssocMeasures.likelihood_ratio(first[word], (first[word] + second[word], first.N()), tokens)
        for word in first | second
    }


if __name__ == "__main__":
    counts = count(Path(sys.argv[1]))
    scores = score(counts)
    print(sorted(scores, key=scores.get, reverse=True)[:50][0])
    if len(sys.argv) > 2:
        outlets = sorted(counts)
        rows = ((word, *(counts[outlet][word] for outlet in outlets), value) for word, value in scores.items())
        write_counts(Path(sys.argv[2]), outlets, rows)
