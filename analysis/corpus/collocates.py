"""Collocates over a whole corpus: the same windows and the same numbers as `analysis.vocabulary.collocation`."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..measures import (
    collocate_log_likelihood,
    delta_p,
    dice,
    expected_frequency,
    log_dice,
    mutual_information,
    t_score,
    z_score,
)
from .counts import count_frequencies
from .hits import PartHits
from .index import Corpus
from .units import Units, words

COLLOCATE_COLUMNS = [
    "outlet", "collocate", "O", "E", "log_dice", "LL", "t", "MI", "MI2", "MI3", "z", "dice",
    "delta_p_collocate", "delta_p_node", "articles", "node_frequency", "R1", "C1", "N",
]  # fmt: skip


@dataclass(frozen=True)
class OutletWindows:
    """A node's windows in one outlet: an entry an item in the columns, and what all items share.

    ``observed`` are an item's hits in the windows (O), ``carriers`` the articles with one there, ``frequency`` all its
    hits (C1); ``positions`` are the tokens in the merged windows (R1), ``hits`` those of the node, ``tokens`` all (N).
    """

    observed: np.ndarray
    carriers: np.ndarray
    frequency: np.ndarray
    positions: int
    hits: int
    tokens: int


@dataclass(frozen=True)
class WindowCounts:
    """What stands in the windows of a node: one row an outlet, one column an item; counts of different parts add up.

    ``positions`` are the tokens in the merged windows (R1), ``hits`` those of the node.
    """

    observed: np.ndarray
    carriers: np.ndarray
    positions: np.ndarray
    hits: np.ndarray

    def of(self, outlet: int, *, frequency: np.ndarray, tokens: int) -> OutletWindows:
        """Give one outlet's windows, with what is known of its items and size elsewhere."""
        return OutletWindows(
            self.observed[outlet], self.carriers[outlet], frequency, int(self.positions[outlet]),
            int(self.hits[outlet]), tokens,
        )  # fmt: skip


def check_window(window: tuple[int, int] | None) -> None:
    """Raise InputError for a window of fewer than no tokens."""
    if window is not None and min(window) < 0:
        raise InputError(f"a window of {window[0]} and {window[1]} tokens is not allowed; each side has 0 or more")


def collocates_of(
    corpus: Corpus,
    hits: Sequence[PartHits],
    *,
    window: tuple[int, int] | None = (5, 5),
    units: Units | None = None,
    min_count: int = 1,
) -> pd.DataFrame:
    """List what stands near the hits of a node in each outlet; one row an outlet and collocate, highest logDice first.

    ``window`` counts tokens to the left and right within the sentence, None takes the whole sentence; windows that
    overlap are merged, and the node's own tokens are in none. The columns are those of
    `analysis.vocabulary.collocation`. An outlet without the node has no rows; ``min_count`` is the least O.
    Raises InputError for a window of fewer than no tokens.
    """
    check_window(window)
    units = units or words(corpus)
    near = merge_windows([count_windows(corpus, found, units=units, window=window) for found in hits])
    everywhere, tokens = count_frequencies(corpus, units=units)
    blocks = [
        score_windows(
            near.of(number, frequency=everywhere[number], tokens=int(tokens[number])),
            names=units.names, min_count=min_count,
        ).assign(outlet=outlet)
        for number, outlet in enumerate(corpus.outlets)
    ]  # fmt: skip
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=COLLOCATE_COLUMNS)
    return table[COLLOCATE_COLUMNS]


def count_windows(corpus: Corpus, found: PartHits, *, units: Units, window: tuple[int, int] | None) -> WindowCounts:
    """Count the items in the merged windows of the hits in one part."""
    part, width, outlets = found.part, units.width, len(corpus.outlets)
    outlet = corpus.outlet_numbers(part)
    places = window_places(found, window)
    number, token = units.items(part).at(places)
    number, article = number.astype(np.int64), part.article_of(token)
    pairs = np.unique(article * width + number)
    return WindowCounts(
        _table(outlet[article], number, outlets, width),
        _table(outlet[pairs // width], pairs % width, outlets, width),
        np.bincount(outlet[part.article_of(places)], minlength=outlets),
        np.bincount(outlet[part.article_of(found.first)], minlength=outlets),
    )


def merge_windows(counts: Sequence[WindowCounts]) -> WindowCounts:
    """Add the counts of different parts."""
    names = ("observed", "carriers", "positions", "hits")
    return WindowCounts(*(np.sum([getattr(one, name) for one in counts], axis=0) for name in names))


def window_places(found: PartHits, window: tuple[int, int] | None) -> np.ndarray:
    """Give the tokens of a part in the merged windows of the hits; those of the hits are in none."""
    size = len(found.part)
    sentences = np.append(np.flatnonzero(found.part.first), size)
    sentence = np.searchsorted(sentences, found.first, side="right")
    starts, stops = sentences[sentence - 1], sentences[np.minimum(sentence, len(sentences) - 1)]
    if window is not None:
        starts = np.maximum(starts, found.first - window[0])
        stops = np.minimum(stops, found.last + 1 + window[1])
    near = _covered(starts, stops)
    return np.setdiff1d(near, _covered(found.first, found.last + 1), assume_unique=True)


def _covered(starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Give the places in any of some stretches, each once; stretches are in order of their starts."""
    reach = np.maximum.accumulate(stops)
    begin = np.maximum(starts, np.concatenate([[0], reach[:-1]])) if len(starts) else starts
    lengths = np.maximum(reach - begin, 0)
    return np.repeat(begin - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())


def _table(outlet: np.ndarray, item: np.ndarray, outlets: int, width: int) -> np.ndarray:
    return np.bincount(outlet * width + item, minlength=outlets * width).reshape(outlets, width)


def score_windows(windows: OutletWindows, *, names: np.ndarray, min_count: int) -> pd.DataFrame:
    """Score what stands in a node's windows in one outlet at least ``min_count`` times, the highest logDice first.

    One row a collocate, ``names`` those of all items; the scores are those of `analysis.measures.association`.
    """
    kept = np.flatnonzero(windows.observed >= max(min_count, 1))
    o, c, r, n = windows.observed[kept], windows.frequency[kept], windows.positions, windows.tokens
    block = pd.DataFrame(
        {
            "collocate": names[kept],
            "O": o,
            "E": expected_frequency(r, c, n),
            "log_dice": log_dice(o, r, c),
            "LL": collocate_log_likelihood(o, r, c, n),
            "t": t_score(o, r, c, n),
            "MI": mutual_information(o, r, c, n),
            "MI2": mutual_information(o, r, c, n, power=2),
            "MI3": mutual_information(o, r, c, n, power=3),
            "z": z_score(o, r, c, n),
            "dice": dice(o, r, c),
            "delta_p_collocate": delta_p(o, r, c, n, of="collocate"),
            "delta_p_node": delta_p(o, r, c, n, of="node"),
            "articles": windows.carriers[kept],
            "node_frequency": windows.hits,
            "R1": r,
            "C1": c,
            "N": n,
        }
    )
    return block.sort_values(["log_dice", "O", "collocate"], ascending=[False, False, True])
