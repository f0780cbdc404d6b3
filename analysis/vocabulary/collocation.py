"""Collocation: the company a node keeps, inside the sentence.

The windows of all hits of a node are merged, cut at sentence ends and stripped of the node's own tokens. Then O is
the number of a collocate's hits inside them, R1 the token positions in them, C1 the collocate's frequency and N the
outlet's tokens: no hit counts twice, and O is at most R1 and C1.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..corpus.collocates import OutletWindows, check_window, score_windows
from .counts import CountsByArticle, count_by_article, count_units
from .function_words import is_function_word
from .nodes import NodeHits, find_node
from .units import Unit, words_and_actors

COLLOCATE_COLUMNS = [
    "outlet", "node", "collocate", "O", "E", "log_dice", "LL", "t", "MI", "MI2", "MI3", "z", "dice",
    "delta_p_collocate", "delta_p_node", "articles", "node_frequency", "R1", "C1", "N", "function_word",
]  # fmt: skip
SHARED_COLUMNS = [
    "collocate", "company", "outlet", "O", "R1", "per_1000", "log_dice", "articles", "function_word",
]  # fmt: skip
Window = tuple[int, int] | None


def collocates(
    tokens: pd.DataFrame,
    node: str | Frame,
    *,
    outlets: Mapping[str, str],
    window: Window = (5, 5),
    unit: Unit = words_and_actors,
    min_count: int = 1,
) -> pd.DataFrame:
    """List what stands near a node in each outlet; one row an outlet and collocate, the highest logDice first.

    ``window`` counts tokens to the left and right within the sentence; None takes the whole sentence. ``node`` is an
    actor, a pattern or a frame (see `analysis.vocabulary.nodes`); an alias of several words is a collocate where its
    first word lies in a window. An outlet without the node has no rows. ``min_count`` is the least O. O, R1, C1 and N
    are tokens of the outlet; the scores are those of `analysis.measures.association`, ``articles`` those where the
    collocate is near the node. Nearness says nothing of grammar: the collocate may belong to somebody else in the
    sentence. Raises InputError where the node is nowhere and for a window of fewer than no tokens.
    """
    hits, units = find_node(tokens, node), unit(tokens)
    near = window_positions(tokens, hits, window)
    inside = replace(units, ids=np.where(units.by_item(near), units.ids, -1))
    observed, everywhere = (count_units(tokens, part, outlets=outlets) for part in (inside, units))
    margins = np.where(near, 0, -1)
    margins[hits.first] = 1
    margin = count_by_article(tokens, margins, outlets=outlets, width=2)
    blocks = [
        score_windows(_windows(outlet, observed, everywhere, margin), names=units.names, min_count=min_count).assign(
            outlet=outlet
        )
        for outlet in observed.outlets
    ]
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=COLLOCATE_COLUMNS)
    table = table.assign(node=hits.name, function_word=is_function_word(table["collocate"]))[COLLOCATE_COLUMNS]
    table.attrs = {
        "node": hits.name, "window": window, "min_count": min_count,
        "node_frequency": {outlet: int(margin.side(outlet).totals()[1]) for outlet in margin.outlets},
    }  # fmt: skip
    return table


def window_positions(tokens: pd.DataFrame, hits: NodeHits, window: Window) -> np.ndarray:
    """Say of each token whether it lies in the merged windows of the node's hits; the hits themselves never do.

    Raises InputError for a window of fewer than no tokens.
    """
    check_window(window)
    sentence = sentence_numbers(tokens)
    starts = np.searchsorted(sentence, sentence[hits.first], side="left")
    stops = np.searchsorted(sentence, sentence[hits.first], side="right")
    if window is not None:
        starts = np.maximum(starts, hits.first - window[0])
        stops = np.minimum(stops, hits.last + 1 + window[1])
    return _covered(len(tokens), starts, stops) & ~_covered(len(tokens), hits.first, hits.last + 1)


def _covered(size: int, starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    steps = np.bincount(starts, minlength=size + 1) - np.bincount(stops, minlength=size + 1)
    return np.cumsum(steps[:size]) > 0


def _windows(
    outlet: str, observed: CountsByArticle, everywhere: CountsByArticle, margin: CountsByArticle
) -> OutletWindows:
    """Sum an outlet's articles: what stands in the windows, what stands anywhere, the windows and the node."""
    near = observed.side(outlet)
    positions, hits = (int(total) for total in margin.side(outlet).totals())
    frequency = everywhere.side(outlet).totals()
    return OutletWindows(near.totals(), near.carriers(), frequency, positions, hits, near.tokens)


def shared_collocates(table: pd.DataFrame) -> pd.DataFrame:
    """Set the outlets' collocates side by side; one row a collocate and outlet, with O = 0 where it has none.

    ``company`` is "shared" where every outlet that has the node has the collocate, "apart" where one alone has it,
    "partly" between. ``per_1000`` is its rate in the windows (1,000 O / R1). The most frequent come first. With few
    articles "apart" may only mean that the text was short.
    """
    outlets = table.drop_duplicates("outlet").set_index("outlet")["R1"]
    names, collocate = np.unique(table["collocate"].to_numpy(str), return_inverse=True)
    places = collocate * len(outlets) + outlets.index.get_indexer(table["outlet"])
    found = table[["O", "log_dice", "articles"]].set_axis(places).reindex(range(len(names) * len(outlets)))
    near = found["O"].fillna(0).to_numpy(np.int64).reshape(len(names), len(outlets))
    having = (near > 0).sum(axis=1)
    company = np.select([having == len(outlets), having == 1], ["shared", "apart"], "partly")
    windows = np.tile(outlets.to_numpy(), len(names))
    sides = {
        "collocate": np.repeat(names.astype(object), len(outlets)),
        "company": np.repeat(company.astype(object), len(outlets)),
        "outlet": np.tile(outlets.index.to_numpy(object), len(names)),
        "O": near.ravel(),
        "R1": windows,
        "per_1000": 1000 * near.ravel() / windows,
        "log_dice": found["log_dice"].to_numpy(),
        "articles": found["articles"].fillna(0).to_numpy(np.int64),
        "function_word": np.repeat(is_function_word(names), len(outlets)),
    }
    order = np.argsort(np.repeat(-near.sum(axis=1), len(outlets)), kind="stable")
    return pd.DataFrame(sides, columns=SHARED_COLUMNS).iloc[order].reset_index(drop=True)
