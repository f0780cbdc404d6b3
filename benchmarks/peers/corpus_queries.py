"""Time queries over an open index, and the adding of one article: processor seconds, the best of three.

python corpus_queries.py INDEX
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import scipy.special  # noqa: F401  (its import is not the query's)

from analysis.corpus.building import add_articles
from analysis.corpus.collocates import collocates_of
from analysis.corpus.hits import find, hits_table, rates_by_article
from analysis.corpus.index import open_corpus
from analysis.corpus.keyness import keyness_of_types
from analysis.corpus.ngrams import ngram_table
from analysis.corpus.sources import Source

ACTOR = ("Obama", "Barack Obama", "President Obama")


def best_of_three(work: Callable[[], object]) -> float:
    """Give the least processor time of three runs."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def main(folder: Path) -> None:
    corpus = open_corpus(folder)
    corpus.vocabulary.has("the")
    queries = {
        "all hits of a word, as a table": lambda: hits_table(corpus, find(corpus, "government")),
        "all hits of the most frequent word, as a table": lambda: hits_table(corpus, find(corpus, "the")),
        "all hits of a glob": lambda: hits_table(corpus, find(corpus, "econom*")),
        "all hits of three words": lambda: hits_table(corpus, find(corpus, "the middle class")),
        "an actor's rate in each article": lambda: rates_by_article(corpus, find(corpus, *ACTOR)),
        "collocates of an actor, five words": lambda: collocates_of(corpus, find(corpus, *ACTOR)),
        "collocates of an actor, the sentence": lambda: collocates_of(corpus, find(corpus, *ACTOR), window=None),
        "keyness of all types": lambda: keyness_of_types(corpus),
        "all pairs of words": lambda: ngram_table(corpus, length=2),
        "all sequences of four words": lambda: ngram_table(corpus, length=4),
    }
    times = {name: best_of_three(work) for name, work in queries.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    numbers = iter(range(3))
    times["one article added"] = best_of_three(
        lambda: add_articles(folder, [Source("new", "democrats", str(n := next(numbers)), lambda: f"A new one, {n}.")])
    )
    print(json.dumps({"tokens": corpus.tokens, "megabytes": memory, "seconds": times}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
