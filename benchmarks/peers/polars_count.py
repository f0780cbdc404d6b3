"""Count words by outlet with Polars, streaming, and give the fifty with the highest log-likelihood.

    python polars_count.py FOLDER [COUNTS.csv]

Files are read, lower-cased, cut by a regular expression, counted and compared; nothing is kept. A word keeps inner
hyphens and apostrophes.
"""

import sys
from pathlib import Path

import polars as pl
from exchange import read_articles

WORD = r"[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*"  # the same words as exchange.WORD, which Polars reads otherwise


def count(folder: Path) -> pl.DataFrame:
    """Count each word in each outlet; one row a word, one column an outlet."""
    outlets, texts = read_articles(folder)
    articles = pl.LazyFrame({"outlet": outlets, "text": texts})
    words = articles.select("outlet", word=pl.col("text").str.to_lowercase().str.extract_all(WORD)).explode("word")
    counts = words.group_by("word", "outlet").len().collect(engine="streaming")
    return counts.pivot(on="outlet", index="word", values="len").fill_null(0).select("word", *sorted(set(outlets)))


def score(counts: pl.DataFrame) -> pl.DataFrame:
    """Add the log-likelihood of each word (2 cells)."""
    first, second = (pl.col(outlet).cast(pl.Float64) for outlet in counts.columns[1:])
    both, share = first + second, first.sum() / (first.sum() + second.sum())
    parts = [
        pl.when(seen > 0).then(seen * (seen / expected).log()).otherwise(0)
        for seen, expected in ((first, both * share), (second, both * (1 - share)))
    ]
    return counts.with_columns(log_likelihood=2 * (parts[0] + parts[1]))


if __name__ == "__main__":
    scored = score(count(Path(sys.argv[1])))
    print(scored.sort("log_likelihood", descending=True).head(50).head(1))
    if len(sys.argv) > 2:
        scored.write_csv(sys.argv[2])
