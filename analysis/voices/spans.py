"""Spans: in whose voice a stretch of an article stands."""

import numpy as np
import pandas as pd

from .marking import OUTLET

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
    """The position of the shortest piece over most of each span, -1 where there is none.

    Pieces are walked backwards from the last that begins before the span's end, as far as any still reaches its start.
    """
    order = np.lexsort((pieces["end"].to_numpy(), pieces["start"].to_numpy()))
    starts, ends = pieces["start"].to_numpy()[order], pieces["end"].to_numpy()[order]
    reach = np.maximum.accumulate(ends)
    found = np.full(len(spans), -1)
    begins, stops = spans["start"].to_numpy(), spans["end"].to_numpy()
    for row, (begin, stop, last) in enumerate(zip(begins, stops, np.searchsorted(starts, stops), strict=True)):
        best = None
        for i in range(last - 1, -1, -1):
            if reach[i] <= begin:
                break
            shared = min(ends[i], stop) - max(starts[i], begin)
            if 2 * shared > stop - begin and (best is None or ends[i] - starts[i] < best):
                best, found[row] = ends[i] - starts[i], order[i]
    return found
