"""Ask this project's index for a word and for a node's collocates.

python own_queries.py INDEX
"""

import sys
from pathlib import Path

import queries

from analysis.corpus.collocates import collocates_of
from analysis.corpus.hits import find, hits_table
from analysis.corpus.index import open_corpus

if __name__ == "__main__":
    corpus = open_corpus(Path(sys.argv[1]))
    window = (queries.WINDOW, queries.WINDOW)
    queries.report(
        {
            "hits": lambda: len(hits_table(corpus, find(corpus, queries.WORD))),
            "collocates": lambda: len(collocates_of(corpus, find(corpus, queries.NODE), window=window)),
        }
    )
