"""Ask an NLTK text of all articles for a word; the text and its index are made before and not timed.

    python nltk_queries.py FOLDER

All hits are written out as lines. NLTK has no list of a node's collocates.
"""

import sys
from pathlib import Path

import queries
from exchange import read_articles
from nltk.text import ConcordanceIndex
from nltk.tokenize import RegexpTokenizer

if __name__ == "__main__":
    tokenizer = RegexpTokenizer(r"\w+")
    _, texts = read_articles(Path(sys.argv[1]))
    index = ConcordanceIndex([token for text in texts for token in tokenizer.tokenize(text)], key=str.lower)
    queries.report({"hits": lambda: len(index.find_concordance(queries.WORD))})
