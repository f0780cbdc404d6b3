"""Time queries over an open index, and the adding of one article: processor seconds, the best of three.

python corpus_queries.py INDEX FOLDER, the folder of the articles that are indexed
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import scipy.special  # imported here, since its import is not the query's
import scipy.stats  # noqa: F401
from corpus_index import files, read

from analysis.corpus.building import add_articles, update_corpus
from analysis.corpus.collocates import collocates_of
from analysis.corpus.counts import article_matrix
from analysis.corpus.hits import find, hits_table, rates_by_article
from analysis.corpus.index import Corpus, open_corpus
from analysis.corpus.keyness import keyness_of_types
from analysis.corpus.ngrams import ngram_table
from analysis.corpus.sources import Source, sources_of_files
from analysis.corpus.stories import same_stories
from analysis.vocabulary.counts import CountsByArticle
from analysis.vocabulary.keyness import keyness_of_counts

ACTOR = ("Obama", "Barack Obama", "President Obama")


def least_time(work: Callable[[], object], *, runs: int = 3) -> float:
    """Give the least processor time of some runs."""
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def full_keyness(corpus: Corpus) -> object:
    """Make the whole table: tests by article, dispersion, and the bootstrap over articles for every type."""
    outlet = [corpus.outlets.index(name) for name in corpus.articles["outlet"]]
    names = corpus.articles["article"].to_numpy(object)
    sizes = corpus.articles["tokens"].to_numpy()
    counts = CountsByArticle(article_matrix(corpus), sizes, names, np.array(outlet), corpus.outlets)
    return keyness_of_counts(counts, names=np.array(corpus.terms, dtype=object))


def main(folder: Path, articles: Path) -> None:
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
        "articles that are the same story": lambda: same_stories(corpus),
        "all pairs of words": lambda: ngram_table(corpus, length=2),
        "all sequences of three words": lambda: ngram_table(corpus, length=3),
        "all sequences of four words": lambda: ngram_table(corpus, length=4),
    }
    times = {name: least_time(work) for name, work in queries.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    number = iter(range(6))

    def one_more() -> Source:
        text = f"A new one, {(n := next(number))}."
        return Source("new", "democrats", str(n), lambda: text)

    times["one article added"] = least_time(lambda: add_articles(folder, [one_more()]))
    times["one article added, all files looked at"] = least_time(
        lambda: update_corpus(folder, [*sources_of_files(files(articles), read=read), one_more()])
    )
    times["keyness, the whole table with tests and bootstrap"] = least_time(lambda: full_keyness(corpus), runs=1)
    print(json.dumps({"tokens": corpus.tokens, "megabytes": memory, "seconds": times}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
