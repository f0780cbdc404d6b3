"""Spans: in whose voice a stretch of an article stands."""

import numpy as np
import pandas as pd

from .marking import OUTLET
from .overlaps import Overlaps

SPAN_VOICE_COLUMNS = ["voice", "source", "kind"]


def voices_of_spans(voices: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Give voice, source and kind of each span (article, start, end); one row a span, with the spans' index.

    Of the stretches that cover more than half of a span the shortest, which is the innermost, counts; where there is
    none the voice is the outlet's, source and kind are empty. ``voices`` must have gone through `mark_voice`.
    """
    places = np.full(len(spans), -1)
    by_article = voices.groupby("article", sort=False, observed=True).indices
    for article, rows in spans.groupby("article", sort=False, observed=True).indices.items():
        if article in by_article:
            own = by_article[article]
            inner = _innermost(voices.iloc[own], spans.iloc[rows])
            places[rows] = np.where(inner >= 0, own[inner], -1)
    found = places >= 0
    columns = {
        name: np.full(len(spans), empty, dtype=object)
        for name, empty in zip(SPAN_VOICE_COLUMNS, (OUTLET, "", ""), strict=True)
    }
    for name, values in columns.items():
        values[found] = voices[name].to_numpy(object)[places[found]]
    return pd.DataFrame(columns, index=spans.index)


def voice_at(voices: pd.DataFrame, start: int, end: int, *, article: str | None = None) -> tuple[str, str]:
    """Give voice and source of one span; ``article`` may be left out where the voices are of one article only."""
    if article is None:
        names = voices["article"].unique()
        if len(names) > 1:
            raise ValueError(f"the voices are of {len(names)} articles; say which one is meant with article=")
        article = names[0] if len(names) else ""
    row = voices_of_spans(voices, pd.DataFrame({"article": [article], "start": [start], "end": [end]})).iloc[0]
    return row["voice"], row["source"]


def _innermost(pieces: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Return the position of the shortest piece over most of each span, -1 where there is none.

    Of pieces of one length the one that begins last counts, and of the same piece twice the row that comes last.
    """
    overlaps = Overlaps(enumerate(zip(pieces["start"].tolist(), pieces["end"].tolist(), strict=True)))
    found = np.full(len(spans), -1)
    for row, (begin, stop) in enumerate(zip(spans["start"].tolist(), spans["end"].tolist(), strict=True)):
        covering = [
            (end - start, -start, -number)
            for number, (start, end) in overlaps.sharing(begin, stop)
            if 2 * (min(end, stop) - max(start, begin)) > stop - begin
        ]
        if covering:
            found[row] = -min(covering)[2]
    return found
