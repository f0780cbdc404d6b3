"""Motives counted: how often each outlet ascribes each motive of the codebook, and in which voice.

Repeats (a headline that says again what the text says) are left out; motives that nobody ascribes keep their rows.
"""

from typing import Literal

import numpy as np
import pandas as pd

from ..codebooks import MotiveCodebook
from .outlets import is_descriptive

MOTIVE_COLUMNS = [
    "outlet", "category", "label", "group", "count", "share", "articles",
    "outlet_voice", "actor_voice", "other_voice", "by_denial", "hedged", "minimised",
]  # fmt: skip
SHARE_COLUMNS = ["outlet", "category", "voice", "count", "share", "low", "high", "articles"]
VOICES = ("outlet", "actor", "other")
MOST_MARKS = 60


def without_repeats(propositions: pd.DataFrame) -> pd.DataFrame:
    """Give the propositions that repeat no other one."""
    if "repeat_of" not in propositions:
        return propositions
    repeats = propositions["repeat_of"].fillna("").astype(str).str.len() > 0
    return propositions[~repeats]


def tabulate_motives(propositions: pd.DataFrame, *, codebook: MotiveCodebook, outlets: pd.DataFrame) -> pd.DataFrame:
    """Count the propositions of each outlet by motive, zeros included; one row an outlet and code.

    ``share`` is the count over all propositions of the outlet, nan where it has none; ``articles`` have at least one.
    """
    counted = without_repeats(propositions)
    unknown = [code for code in dict.fromkeys(counted["category"]) if code not in codebook.codes]
    totals = counted["outlet"].value_counts()
    cells = {key: _counts(cell) for key, cell in counted.groupby(["outlet", "category"], sort=False)}
    nothing = _counts(counted.iloc[:0])
    rows = []
    for outlet in outlets["outlet"]:
        for code in [*codebook.codes, *unknown]:
            group = codebook.codes[code].group if code in codebook.codes else ""
            row = {"outlet": outlet, "category": code, "label": codebook.label(code), "group": group}
            own = cells.get((outlet, code), nothing)
            rows.append(row | own | {"share": own["count"] / totals[outlet] if outlet in totals else np.nan})
    return pd.DataFrame(rows, columns=MOTIVE_COLUMNS)


def _counts(cell: pd.DataFrame) -> dict[str, int]:
    return {
        "count": len(cell),
        "articles": cell["article"].nunique(),
        **{f"{voice}_voice": int((cell["voice"] == voice).sum()) for voice in VOICES},
        "by_denial": int(cell["negated"].astype(bool).sum()),
        "hedged": int(cell["hedged"].astype(bool).sum()),
        "minimised": int(cell["minimised"].astype(bool).sum()),
    }


def what_is_drawn(table: pd.DataFrame, *, outlets: pd.DataFrame) -> Literal["marks", "dots", "intervals"]:
    """Say how a motive table is drawn: a mark a proposition, dots of shares, or dots with intervals by article.

    While the smallest outlet has too few articles for inference there is no interval (METHODS.md, section 4) and each
    proposition has its mark, up to 60 of an outlet, or of an actor in it where the table tells actors apart.
    """
    if not is_descriptive(outlets):
        return "intervals"
    columns = [name for name in ("outlet", "actor") if name in table]
    return "dots" if table.groupby(columns)["count"].sum().max() > MOST_MARKS else "marks"


def ordered_codes(table: pd.DataFrame, *, grouped: bool = False) -> list[str]:
    """Give the codes that somebody ascribes, ordered by the difference of shares.

    For each code the outlet is taken whose share is furthest above the mean of the others: codes of the first outlet
    come first, the largest difference on top, and so on to the last, the largest at the bottom. ``grouped`` keeps the
    codes of a group together, groups and codes in the codebook's order.
    """
    shares = table.pivot(index="category", columns="outlet", values="share").fillna(0.0)
    shares = shares[list(dict.fromkeys(table["outlet"]))].reindex(list(dict.fromkeys(table["category"])))
    present = [code for code in shares.index if table.loc[table["category"] == code, "count"].sum()]
    if grouped:
        groups = table.drop_duplicates("category").set_index("category")["group"]
        places = {group: place for place, group in enumerate(dict.fromkeys(groups))}
        return sorted(present, key=lambda code: places[groups[code]])
    return sorted(present, key=lambda code: _lead(shares.loc[code].to_numpy()))


def _lead(shares: np.ndarray) -> tuple[int, float]:
    """The place of the outlet that leads, and the key that puts its largest difference outermost."""
    if len(shares) < 2:
        return 0, -float(shares.sum())
    ahead = shares - (shares.sum() - shares) / (len(shares) - 1)
    leader = int(np.argmax(np.round(ahead, 12)))
    last = leader == len(shares) - 1
    return leader, float(ahead[leader]) if last else -float(ahead[leader])


def absent_labels(table: pd.DataFrame) -> list[str]:
    """Give the labels of the codes that nobody ascribes, in the codebook's order."""
    totals = table.groupby("category", sort=False)["count"].sum()
    labels = table.drop_duplicates("category").set_index("category")["label"]
    return [str(labels[code]) for code, total in totals.items() if total == 0]
