"""Agreement: how far two counts of one text are the same, where both define a word alike.

Tokenizers differ in what they do with hyphens, points and contractions, and in nothing else that matters here. So
plain words are compared (six or more of the letters a to z), less those that stand within a longer token which the two
count differently: self-government is two words for one tool and one word for the other.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Pair = tuple[int, int]
PLAIN = re.compile("[a-z]{6,}")
STRONGEST = 50


@dataclass(frozen=True)
class Counts:
    """How often each token is in the first and the second outlet, and its log-likelihood where the tool gives one."""

    tokens: Mapping[str, Pair]
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Agreement:
    """How many plain words are counted alike, which are not, and how many cannot be compared.

    ``score_error`` is the greatest difference between the tool's log-likelihood and this project's formula at the
    tool's own counts, as a share of it (of 1, where it is less); ``strongest`` is how many of the fifty words with the
    highest log-likelihood are the same.
    """

    same: int
    unlike: tuple[str, ...]
    left_out: int
    score_error: float
    strongest: int


def read_counts(path: Path, *, word: str = "word", columns: tuple[str, str]) -> Counts:
    """Read a table of counts with a column of tokens, two of counts and one named log_likelihood."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first, second = columns
    return Counts(
        {row[word]: (int(row[first]), int(row[second])) for row in rows},
        {row[word]: float(row["log_likelihood"]) for row in rows if row["log_likelihood"]},
    )


def compare(own: Counts, peer: Counts, *, cells: Literal[2, 4]) -> Agreement:
    """Compare a peer's counts with this project's; ``cells`` says which log-likelihood the peer computes."""
    ours, theirs = _by_stem(own.tokens), _by_stem(peer.tokens)
    longer = (token for token in ours.keys() | theirs.keys() if not PLAIN.fullmatch(token))
    apart = {part for token in longer if ours.get(token) != theirs.get(token) for part in PLAIN.findall(token)}
    plain = sorted(token for token in ours.keys() | theirs.keys() if PLAIN.fullmatch(token))
    compared = [word for word in plain if word not in apart]
    unlike = [word for word in compared if ours.get(word) != theirs.get(word)]
    return Agreement(
        same=len(compared) - len(unlike),
        unlike=tuple(unlike),
        left_out=len(plain) - len(compared),
        score_error=_score_error(peer, cells=cells),
        strongest=len(_strongest(own) & _strongest(peer)),
    )


def _stem(token: str) -> str:
    """Give a token in lower case and without a possessive, which this project's index drops."""
    return token.lower().replace("’", "'").removesuffix("'s")


def _by_stem(tokens: Mapping[str, Pair]) -> dict[str, Pair]:
    stems: dict[str, Pair] = {}
    for token, (first, second) in tokens.items():
        known = stems.get(_stem(token), (0, 0))
        stems[_stem(token)] = (known[0] + first, known[1] + second)
    return stems


def _score_error(counts: Counts, *, cells: Literal[2, 4]) -> float:
    # Imported when the timed runs are over: what this process holds counts as the least memory of those it starts.
    import numpy as np

    from analysis.measures import log_likelihood

    first, second = (sum(pair[side] for pair in counts.tokens.values()) for side in (0, 1))
    pairs = np.array([counts.tokens[token] for token in counts.scores], dtype=float).reshape(-1, 2)
    given = np.array(list(counts.scores.values()))
    right = np.asarray(log_likelihood(pairs[:, 0], pairs[:, 1], first, second, cells=cells))
    return float((np.abs(given - right) / np.maximum(right, 1)).max(initial=0))


def _strongest(counts: Counts) -> set[str]:
    return {_stem(token) for token in sorted(counts.scores, key=lambda token: -counts.scores[token])[:STRONGEST]}
