"""Memos: what coders note on an article as a whole, kept in memos.csv beside codings.csv."""

from pathlib import Path

import pandas as pd

from .decisions import read_cells
from .drafts import now
from .journal import append_row

MEMO_COLUMNS = ["article", "sha256", "coder", "text", "time"]


def read_memos(path: Path) -> pd.DataFrame:
    """Read all memos ever written, the latest last; one row a memo, a file that is not there is an empty table."""
    return read_cells(path, MEMO_COLUMNS)[MEMO_COLUMNS]


def append_memo(path: Path, article: pd.Series, text: str, *, coder: str) -> dict[str, str]:
    """Append a coder's memo on an article (a row of the articles table) and give the row; an empty text clears it.

    Raises as `analysis.coding.journal.append_decision` does.
    """
    memo = {"article": article["article"], "sha256": article["sha256"], "coder": coder, "text": text, "time": now()}
    append_row(path, memo, columns=MEMO_COLUMNS)
    return memo


def latest_memos(memos: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Give each coder's last memo on each article of today, known by its name or, where it was renamed, by its hash."""
    renamed = dict(zip(articles["sha256"], articles["article"], strict=True))
    names = set(articles["article"])
    today = [
        row.article if row.article in names else renamed.get(row.sha256, row.article) for row in memos.itertuples()
    ]
    latest = memos.assign(article=today).drop_duplicates(["article", "coder"], keep="last")
    return latest[(latest["text"].str.strip() != "") & latest["article"].isin(names)].reset_index(drop=True)
