"""Compare the outlets with pycorpdiff, and give the fifty words with the highest log-likelihood (4 cells).

python pycorpdiff_count.py FOLDER [COUNTS.csv]
"""

import sys
from pathlib import Path

import pandas as pd
import pycorpdiff
from exchange import WORD, read_articles, write_counts


def compare(folder: Path) -> tuple[list[str], pd.DataFrame]:
    """Give the outlets and pycorpdiff's keyness table of all words."""
    outlet_of, texts = read_articles(folder)
    articles = pd.DataFrame({"outlet": outlet_of, "text": texts})
    outlets = sorted(set(outlet_of))
    corpora = [
        pycorpdiff.from_dataframe(
            articles[articles["outlet"] == outlet], tokenizer=pycorpdiff.RegexTokenizer(pattern=WORD)
        )
        for outlet in outlets
    ]
    result = pycorpdiff.compare(*corpora).keyness(formula="dunning", effect_size=False, min_count=1)
    return outlets, result.to_df().set_index("term")


if __name__ == "__main__":
    outlets, table = compare(Path(sys.argv[1]))
    scores = table["g2"].abs()
    print(scores.nlargest(50).index[0])
    if len(sys.argv) > 2:
        write_counts(
            Path(sys.argv[2]), outlets, zip(table.index, table["count_a"], table["count_b"], scores, strict=True)
        )
