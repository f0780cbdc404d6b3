"""Co-occurrence: which frames and motives an outlet brings together, in a sentence and in an article.

A context is a sentence or an article, and an item is in it or not, however often. O is the number of an outlet's
contexts that have both items of a pair, R1 and C1 those that have the one and the other, N all of the outlet's: so O is
at most R1 and C1, and E = R1·C1/N is what chance would bring together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from ..codebooks import Frame, MotiveCodebook
from ..measures import collocate_log_likelihood, delta_p, expected_frequency, log_dice, mutual_information
from .counts import evidence_level, numbers_among

COOCCURRENCE_COLUMNS = [
    "outlet", "within", "item", "kind", "other", "other_kind", "O", "E", "log_dice", "LL", "MI",
    "delta_p_other", "delta_p_item", "same_words", "articles", "R1", "C1", "N", "evidence_level",
]  # fmt: skip


@dataclass(frozen=True)
class _Places:
    """Where items stand: the number of each hit's item, of its article and sentence, its first and last character."""

    item: np.ndarray
    article: np.ndarray
    sentence: np.ndarray
    start: np.ndarray
    end: np.ndarray


@dataclass(frozen=True)
class _Presence:
    """Which items each context has, contexts by items: where the first of an item's hits ends and the last begins.

    An item that is not there never ends. ``article`` is the article of each context; contexts without items are left
    out.
    """

    first_end: np.ndarray
    last_start: np.ndarray
    article: np.ndarray

    def together(self, one: int, other: int) -> np.ndarray:
        """Give the contexts that have both items."""
        return np.flatnonzero(np.isfinite(self.first_end[:, one]) & np.isfinite(self.first_end[:, other]))

    def apart(self, one: int, other: int) -> int:
        """Count the contexts in which a hit of the one lies wholly before or after a hit of the other."""
        before = self.first_end[:, one] <= self.last_start[:, other]
        return int(np.count_nonzero(before | (self.first_end[:, other] <= self.last_start[:, one])))


def cooccurrence(
    hits: pd.DataFrame,
    propositions: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    outlets: Mapping[str, str],
    frames: Sequence[Frame],
    codebook: MotiveCodebook,
) -> pd.DataFrame:
    """Count how often each two of the frames and motive codes occur together; one row an outlet, context and pair.

    Pairs that never meet are rows with O = 0. Measures are those of `analysis.measures` over contexts: logDice (14 is a
    pair never seen apart), log-likelihood of 4 cells (no sign: compare O with E), MI, and ΔP, the difference that one
    item makes to the chance of the ``other`` and the other way round. ``articles`` have the pair in such a context;
    ``same_words`` are those of the O contexts in which the two stand on the same words alone, as a term of two frames
    does, or a code told by a frame's word: that is one thing said once.

    Propositions are those of one holder, repeats are left out; hits and propositions count where they begin. What
    stands in one sentence is not said of one another, and a frame word next to a motive need not be the holder's.
    Contexts are taken for independent, which sentences of one article are not; with one article an outlet, the rows
    within "article" say which items it has and nothing about association (N = 1).
    """
    items = [("frame", frame.name) for frame in frames] + [("motive", code) for code in codebook.codes]
    found = _find(hits, propositions, items)
    blocks = []
    for outlet in dict.fromkeys(outlets.values()):
        own = sentences[sentences["article"].map(outlets) == outlet]
        names = list(dict.fromkeys(own["article"]))
        places = _place(found, own, names)
        for within, context, size in (("sentence", places.sentence, len(own)), ("article", places.article, len(names))):
            if size:
                block = _score(_presence(places, context, len(items)), items, size)
                blocks.append(block.assign(outlet=outlet, within=within, evidence_level=evidence_level(len(names))))
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=COOCCURRENCE_COLUMNS)
    return table[COOCCURRENCE_COLUMNS]


def _find(hits: pd.DataFrame, propositions: pd.DataFrame, items: Sequence[tuple[str, str]]) -> pd.DataFrame:
    """List frame hits and propositions alike: article, start, end and the number of the item."""
    told = propositions[propositions["repeat_of"] == ""]
    rows = [
        *zip(hits["article"], hits["start"], hits["end"], [("frame", name) for name in hits["frame"]], strict=True),
        *zip(told["article"], told["start"], told["end"], [("motive", code) for code in told["category"]], strict=True),
    ]
    number = {item: place for place, item in enumerate(items)}
    found = pd.DataFrame(rows, columns=["article", "start", "end", "item"])
    found["item"] = [number.get(item, -1) for item in found["item"]]
    return found[found["item"] >= 0].astype({"start": np.int64, "end": np.int64, "item": np.int64})


def _place(found: pd.DataFrame, sentences: pd.DataFrame, names: Sequence[str]) -> _Places:
    """Say in which of an outlet's articles and sentences, numbered as they come, its hits begin."""
    article = numbers_among(found["article"], names)
    here = found[article >= 0]
    article, start = article[article >= 0], here["start"].to_numpy()
    articles, starts = numbers_among(sentences["article"], names), sentences["start"].to_numpy(np.int64)
    reach = max(starts.max(initial=0), start.max(initial=0)) + 1
    sentence = np.searchsorted(articles * reach + starts, article * reach + start, side="right") - 1
    sentence = np.maximum(sentence, np.searchsorted(articles, article))
    return _Places(here["item"].to_numpy(), article, sentence, start, here["end"].to_numpy())


def _presence(places: _Places, context: np.ndarray, items: int) -> _Presence:
    distinct, place, row = np.unique(context, return_index=True, return_inverse=True)
    first_end = np.full((len(distinct), items), np.inf)
    last_start = np.full((len(distinct), items), -np.inf)
    np.minimum.at(first_end, (row, places.item), places.end)
    np.maximum.at(last_start, (row, places.item), places.start)
    return _Presence(first_end, last_start, places.article[place])


def _score(presence: _Presence, items: Sequence[tuple[str, str]], contexts: int) -> pd.DataFrame:
    """Count and measure all pairs of items in the contexts of one outlet."""
    pairs = list(combinations(range(len(items)), 2))
    one, other = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    kinds, names = np.array(items, dtype=object).reshape(-1, 2).T
    together = [presence.together(a, b) for a, b in pairs]
    o = np.array([len(both) for both in together], dtype=np.int64)
    having = np.isfinite(presence.first_end).sum(axis=0)
    r, c = having[one], having[other]
    return pd.DataFrame(
        {
            "item": names[one],
            "kind": kinds[one],
            "other": names[other],
            "other_kind": kinds[other],
            "O": o,
            "E": expected_frequency(r, c, contexts),
            "log_dice": log_dice(o, r, c),
            "LL": collocate_log_likelihood(o, r, c, contexts),
            "MI": mutual_information(o, r, c, contexts),
            "delta_p_other": delta_p(o, r, c, contexts, of="collocate"),
            "delta_p_item": delta_p(o, r, c, contexts, of="node"),
            "same_words": o - np.array([presence.apart(a, b) for a, b in pairs], dtype=np.int64),
            "articles": [len(np.unique(presence.article[both])) for both in together],
            "R1": r,
            "C1": c,
            "N": contexts,
        }
    )
