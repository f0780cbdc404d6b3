"""Matching: where the terms of frames stand in the tokens."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..actors import sentence_numbers
from ..codebooks import Frame
from ..patterns import Matches, Vocabulary, find_matches, longest_only


def match_frames(tokens: pd.DataFrame, frames: Sequence[Frame]) -> tuple[Matches, np.ndarray, np.ndarray]:
    """Match all frames: the matches in text order, and the frame and the term of each pattern.

    Within a frame the longest of overlapping matches wins; matches of different frames may overlap.
    """
    owners = np.repeat(np.arange(len(frames)), [len(frame.terms) for frame in frames])
    terms = tokens["term"].cat
    found = find_matches(
        [pattern for frame in frames for pattern in frame.patterns],
        ids=terms.codes.to_numpy(),
        vocabulary=Vocabulary(list(terms.categories)),
        sentences=sentence_numbers(tokens),
    )
    kept = [_longest(found, owners == number, len(tokens)) for number in range(len(frames))]
    pattern, first, length = (
        np.concatenate([getattr(part, name) for part in kept] or [np.array([], dtype=int)])
        for name in ("pattern", "first", "length")
    )
    order = np.lexsort((owners[pattern], first))
    names = np.array([frame.name for frame in frames], dtype=object)
    texts = np.array([term for frame in frames for term in frame.terms], dtype=object)
    return Matches(pattern[order], first[order], length[order]), names[owners], texts


def _longest(found: Matches, own: np.ndarray, tokens: int) -> Matches:
    here = own[found.pattern]
    return longest_only(Matches(found.pattern[here], found.first[here], found.length[here]), tokens=tokens)
