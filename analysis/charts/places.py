"""Places: where in its article each frame hit falls, by token, and how hits lie over the tenths of the articles."""

import numpy as np
import pandas as pd

PLACE_COLUMNS = ["outlet", "article", "frame", "voice", "term", "position"]
TENTH_COLUMNS = ["outlet", "frame", "own", "tenth", "count", "tokens", "per_1000"]
TENTHS = 10


def locate_hits(hits: pd.DataFrame, *, tokens: pd.DataFrame) -> pd.DataFrame:
    """Give each hit's relative position in its article; one row a hit.

    ``position`` is the number of tokens before the hit over the tokens of the article: 0 at the first, below 1.
    """
    rows = []
    starts = {article: own["start"].to_numpy() for article, own in tokens.groupby("article", observed=True)}
    for article, own in hits.groupby("article", sort=False, observed=True):
        places = np.searchsorted(starts[article], own["start"].to_numpy())
        rows.append(own.assign(position=places / max(len(starts[article]), 1)))
    located = pd.concat(rows).sort_index() if rows else hits.assign(position=pd.Series(dtype=float))
    return located[PLACE_COLUMNS].reset_index(drop=True)


def count_tenths(places: pd.DataFrame, *, outlets: pd.DataFrame, frames: list[str]) -> pd.DataFrame:
    """Count hits by tenth of the article over all articles of an outlet; zeros are kept.

    One row an outlet, frame, voice (``own``: the outlet's own voice, else everybody else's) and tenth; ``tokens`` are
    those of the tenth, a tenth of the outlet's.
    """
    tenth = np.minimum((places["position"] * TENTHS).astype(int), TENTHS - 1)
    counts = places.groupby([places["outlet"], places["frame"], places["voice"] == "outlet", tenth]).size()
    rows = [
        (
            outlet.outlet,
            frame,
            own,
            number,
            int(counts.get((outlet.outlet, frame, own, number), 0)),
            outlet.tokens / TENTHS,
        )
        for outlet in outlets.itertuples(index=False)
        for frame in frames
        for own in (True, False)
        for number in range(TENTHS)
    ]
    table = pd.DataFrame(rows, columns=TENTH_COLUMNS[:-1])
    return table.assign(per_1000=1000 * table["count"] / table["tokens"].replace(0, np.nan))
