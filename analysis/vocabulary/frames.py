"""Frame hits and their rates: where an analyst's framing vocabulary falls, and how often, by outlet and voice.

``hits`` has one row a hit: outlet, article, sentence, frame, term (the pattern as typed), match (the words of the
text), start, end, and voice and source where `with_voices` has joined them. A hit says that a word stands there, not
that the outlet frames anything by it: a quoted word, a denied one and a homonym are all hits.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from ..codebooks import Frame
from ..measures import relative_risk
from .comparison import METHODS, log_ratio_bounds
from .counts import CountsByArticle, Side, count_by_article, evidence_level, numbers_among
from .matching import match_frames
from .rates import rates_of

HIT_COLUMNS = ["outlet", "article", "sentence", "frame", "term", "match", "start", "end"]
RATE_COLUMNS = ["outlet", "frame", "count", "tokens", "per_1000", "low", "high", "articles", "method", "evidence_level"]
DIFFERENCE_COLUMNS = [
    "outlet", "reference", "frame", "count", "reference_count", "per_1000", "reference_per_1000",
    "rate_ratio", "low", "high", "method", "evidence_level",
]  # fmt: skip
VOICES = ("outlet", "actor", "other")


def find_hits(tokens: pd.DataFrame, frames: Sequence[Frame], *, articles: pd.DataFrame) -> pd.DataFrame:
    """Find every frame term in the tokens; one row a hit, in text order, frames in their own order at one place.

    Within a frame the longest of overlapping matches wins; a term of two frames is a hit in both.
    """
    matches, frame_of, term_of = match_frames(tokens, frames)
    last = matches.first + matches.length - 1
    starts, ends = tokens["start"].to_numpy()[matches.first], tokens["end"].to_numpy()[last]
    known = articles.set_index("article")
    names = tokens["article"].iloc[matches.first].astype(object).to_numpy()
    texts = known["clean"].to_dict()
    hits = {
        "outlet": known["outlet"].reindex(names).to_numpy(object),
        "article": names,
        "sentence": tokens["sentence"].to_numpy()[matches.first],
        "frame": frame_of[matches.pattern],
        "term": term_of[matches.pattern],
        "match": [texts[name][a:b] for name, a, b in zip(names, starts, ends, strict=True)],
        "start": starts,
        "end": ends,
    }
    return pd.DataFrame(hits, columns=HIT_COLUMNS)


def with_voices(hits: pd.DataFrame, voices: pd.DataFrame) -> pd.DataFrame:
    """Give the hits with the columns voice and source of a table that has one row for each hit, in the same order.

    Raises ValueError where the two differ in length.
    """
    if len(hits) != len(voices):
        raise ValueError(f"{len(voices)} voices do not fit {len(hits)} hits; ask for the voices of these very spans")
    return hits.assign(voice=voices["voice"].to_numpy(object), source=voices["source"].to_numpy(object))


def frame_rates(
    hits: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    outlets: Mapping[str, str],
    frames: Sequence[Frame],
    by_voice: bool = False,
    seed: int = 0,
) -> pd.DataFrame:
    """Count the hits of each frame in each outlet, with the rate per 1,000 tokens and its 95 % interval.

    One row an outlet and frame (and voice, with ``by_voice``), zeros included. Rates are always over all tokens of
    the outlet, so that the voices of a frame add up to the frame. Intervals are those of `analysis.vocabulary.rates`.
    """
    voices = VOICES if by_voice else (None,)
    counts = _count(hits, tokens, frames=frames, voices=voices, outlets=outlets)
    names = [frame.name for frame in frames for _ in voices]
    parts = [
        rates_of(counts.side(outlet), seed=seed).assign(frame=names, voice=[*voices] * len(frames))
        for outlet in counts.outlets
    ]
    columns = [*RATE_COLUMNS[:2], "voice", *RATE_COLUMNS[2:]] if by_voice else RATE_COLUMNS
    rates = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    return rates[columns]


def _count(
    hits: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    frames: Sequence[Frame],
    voices: Sequence[str | None],
    outlets: Mapping[str, str],
) -> CountsByArticle:
    """Count hits by article; the items are the frames, each by all the voices."""
    items = numbers_among(hits["frame"], [frame.name for frame in frames])
    if voices[0] is not None:
        voice = numbers_among(hits["voice"], voices)
        items = np.where((items < 0) | (voice < 0), -1, items * len(voices) + voice)
    rows = numbers_among(hits["article"], outlets)
    return count_by_article(tokens, items, rows=rows, outlets=outlets, width=len(frames) * len(voices))


def rate_differences(
    hits: pd.DataFrame, tokens: pd.DataFrame, *, outlets: Mapping[str, str], frames: Sequence[Frame], seed: int = 0
) -> pd.DataFrame:
    """Compare the rates of each frame for each pair of outlets: the rate ratio with its 95 % interval.

    ``rate_ratio`` is (count/tokens) / (reference_count/reference_tokens): inf where the reference has none, nan where
    neither has. Below 5 articles on either side the interval is exact and takes hits for independent; from 5 on it is
    a bootstrap over articles. Hand in the hits of one voice to compare that voice. A ratio says nothing of how often
    the frame is there at all.
    """
    counts = _count(hits, tokens, frames=frames, voices=(None,), outlets=outlets)
    blocks = [
        _side_differences(counts.side(name), counts.side(reference), frames, seed)
        for name, reference in combinations(counts.outlets, 2)
    ]
    differences = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=DIFFERENCE_COLUMNS)
    return differences[DIFFERENCE_COLUMNS]


def _side_differences(side: Side, reference: Side, frames: Sequence[Frame], seed: int) -> pd.DataFrame:
    a, b, n1, n2 = side.totals(), reference.totals(), side.tokens, reference.tokens
    low, high = log_ratio_bounds(side, reference, np.arange(len(frames)), seed=seed)
    level = evidence_level(len(side.articles), len(reference.articles))
    return pd.DataFrame(
        {
            "outlet": side.name,
            "reference": reference.name,
            "frame": [frame.name for frame in frames],
            "count": a,
            "reference_count": b,
            "per_1000": 1000 * a / n1 if n1 else np.nan,
            "reference_per_1000": 1000 * b / n2 if n2 else np.nan,
            "rate_ratio": relative_risk(a, b, n1, n2),
            "low": np.exp2(low),
            "high": np.exp2(high),
            "method": METHODS[level],
            "evidence_level": level,
        }
    )
