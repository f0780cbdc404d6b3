"""Make scattertext's term-document matrix of the words, and give the fifty with the highest log-likelihood (4 cells).

    python scattertext_matrix.py FOLDER [COUNTS.csv]

Its own tokenizer that needs no model cuts at every sign that is no letter, digit or underscore. Words only: by default
scattertext counts pairs of words, too.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import scattertext
from exchange import read_articles, write_counts
from scattertext.features.UnigramsFromSpacyDoc import UnigramsFromSpacyDoc
from scattertext.termscoring.g2 import G2


def build(folder: Path) -> tuple[list[str], "scattertext.Corpus"]:
    """Give the outlets and the corpus."""
    outlet_of, texts = read_articles(folder)
    corpus = scattertext.CorpusFromPandas(
        pd.DataFrame({"outlet": outlet_of, "text": texts}),
        category_col="outlet",
        text_col="text",
        nlp=scattertext.whitespace_nlp,
        feats_from_spacy_doc=UnigramsFromSpacyDoc(),
    ).build()
    return sorted(set(outlet_of)), corpus


if __name__ == "__main__":
    outlets, corpus = build(Path(sys.argv[1]))
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = G2(corpus).set_categories(outlets[0], outlets[1:]).get_scores().abs()
    print(scores.nlargest(50).index[0])
    if len(sys.argv) > 2:
        counts = corpus.get_term_freq_df(label_append="").loc[scores.index]
        rows = zip(scores.index, counts[outlets[0]], counts[outlets[1]], scores, strict=True)
        write_counts(Path(sys.argv[2]), outlets, rows)
