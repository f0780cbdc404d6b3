"""Articles for the corpus tests, and the tokens that NLTK's splitter and the token pattern give for them."""

from pathlib import Path

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from analysis.tokens import split_sentences, tokenize

SEEDS = Path(__file__).parents[2] / "seeds"
PIECES = st.sampled_from(
    [
        *"Mr. Dr. U.S. U.S.'s a.b. A.B.'s No. no. 5 2015. 3.5bn 1,177 v. iv. (iv) 1. the The word words. Word?".split(),
        *'why?! "Yes!" (He) it’s Russia\'s US-South NATO LATE UN. — … ... ., ?) ?? . : * Kim Jong‑un'.split(),
        *"Việt naïve 日本語。 снег. İstanbul Straße ﬁn ² x² a.² _ a_b u.S_ ‘No’ “Go.” ‟ «mais» http://a.b/c?d=e.".split(),
        *"x@y.z 🚀 GO HOME ß ŉ ǅ ª ʼ etc. p.m. e.g. J. R. -- - ' \" ` co\u00adop a\u0301b \u0301 \u200b".split(),
        *["\u00a0", "\x1c", "\x85", "\u2028", "\t", "\r", "\ud800", "\0"],
    ]
)
GLUE = st.sampled_from([" ", " ", " ", " ", "", "\n", "  ", "\n\n", ". ", "? ", ".", '! "', "\u00a0"])
PIECED = st.lists(st.tuples(PIECES, GLUE), max_size=30).map(lambda parts: "".join(a + b for a, b in parts))
WORDS = st.sampled_from(["war", "Peace", "US", "said.", "it's", "NATO", "a"])
WRAPPED = st.lists(st.lists(WORDS, min_size=9, max_size=22), max_size=8)
WRAPPED_TEXT = (
    "Russia said on Monday that it would send an envoy to the North Korean\n"
    "capital, a step that follows months of quiet talks among the U.S. and\n"
    "Moscow. The ministry in Pyongyang would not say when the envoy was to\n"
    "come, and nobody in the capital of Russia would tell what Mr. Lavrov\n"
    "has in mind.\n"
)
TEXTS = st.one_of(
    PIECED, st.text(max_size=60), WRAPPED.map(lambda lines: "\n".join(" ".join(words) for words in lines))
)


def reference(texts):
    """Rows of (article, start, end, term, first of its sentence) from the reference tokenizer."""
    articles = pd.DataFrame({"article": [str(number) for number in range(len(texts))], "clean": texts})
    tokens = tokenize(articles, split_sentences(articles))
    article, sentence = tokens["article"].cat.codes.to_numpy().astype(int), tokens["sentence"].to_numpy()
    first = (np.diff(sentence, prepend=-1) != 0) | (np.diff(article, prepend=-1) != 0)
    return list(zip(article.tolist(), tokens["start"], tokens["end"], tokens["term"], first.tolist(), strict=True))
