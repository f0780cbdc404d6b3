"""Sequences: the runs of two and three words that one outlet has more often than the others."""

from collections.abc import Iterator, Mapping

import pandas as pd

from ..corpus.keyness import REST
from .function_words import FUNCTION_WORDS
from .keyness import keyness_table
from .units import ngrams

SEQUENCE_LENGTHS = (2, 3)
SEQUENCE_COLUMNS = [
    "outlet", "reference", "sequence", "words", "count", "reference_count", "per_1000", "reference_per_1000",
    "articles", "log_ratio", "q", "evidence_level",
]  # fmt: skip
LEAST_COUNT = 2


def sequence_keyness(
    tokens: pd.DataFrame, sentences: pd.DataFrame, *, outlets: Mapping[str, str], seed: int = 0
) -> pd.DataFrame:
    """Compare the outlets by runs of two and three words, an actor counted as one; the keyness table by length.

    Rows are those of `keyness_table` with the column ``length``; runs of fewer than two occurrences in both sides are
    left out, and the number of types is that before.
    """
    parts = [
        keyness_table(tokens, sentences, outlets=outlets, unit=ngrams(length), min_count=LEAST_COUNT, seed=seed).assign(
            length=length
        )
        for length in SEQUENCE_LENGTHS
    ]
    return pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)


def strongest_sequences(keyness: pd.DataFrame, *, each: int = 6) -> pd.DataFrame:
    """Choose the sequences that each outlet has most above the others; one row an outlet and sequence.

    ``keyness`` is the table of `sequence_keyness`. Of two outlets each stands against the other, of more against the
    rest. Chosen are ``each`` of every outlet, those of most articles first, then by Log Ratio, of those that occur
    twice in it, neither begin nor end with a function word, and are no part of a longer one that is as frequent. A
    sequence may be a fixed name, a quotation given twice or a translator's habit.
    """
    sides = pd.concat([_own(keyness), _turned(keyness)], ignore_index=True)
    sides = sides[(sides["per_1000"] > sides["reference_per_1000"]) & (sides["count"] >= LEAST_COUNT)]
    if sides.empty:
        return pd.DataFrame(columns=SEQUENCE_COLUMNS)
    sides = sides[[_holds_together(sequence) for sequence in sides["sequence"]]]
    sides = sides.sort_values(["articles", "log_ratio"], ascending=False, kind="stable")
    order = dict.fromkeys([*keyness["outlet"], *keyness["reference"]])
    best = [_without_parts(sides[sides["outlet"] == outlet]).head(each) for outlet in order]
    return pd.concat(best, ignore_index=True)[SEQUENCE_COLUMNS] if best else pd.DataFrame(columns=SEQUENCE_COLUMNS)


def _own(keyness: pd.DataFrame) -> pd.DataFrame:
    """The outlets against the rest, where there are more than two; else the first against the second."""
    return _renamed(keyness[keyness["reference"] == REST] if _several(keyness) else keyness)


def _turned(keyness: pd.DataFrame) -> pd.DataFrame:
    """The second of two outlets against the first; nothing where there are more."""
    turn = {"outlet": "reference", "count": "reference_count", "per_1000": "reference_per_1000"}
    turned = keyness.assign(articles=keyness["reference_articles"], log_ratio=-keyness["log_ratio"])
    turned = turned.rename(columns=turn | {new: old for old, new in turn.items()})
    return _renamed(turned.iloc[:0] if _several(keyness) else turned)


def _several(keyness: pd.DataFrame) -> bool:
    return keyness["outlet"].nunique() > 1


def _renamed(keyness: pd.DataFrame) -> pd.DataFrame:
    return keyness.rename(columns={"term": "sequence", "length": "words"})


def _holds_together(sequence: str) -> bool:
    words = sequence.split()
    return words[0] not in FUNCTION_WORDS and words[-1] not in FUNCTION_WORDS


def _without_parts(own: pd.DataFrame) -> pd.DataFrame:
    """Leave out a sequence within a longer one of the same count: it is the same words once more."""
    known = list(zip(own["sequence"], own["count"], strict=True))
    parts = {(part, count) for sequence, count in known for part in _parts(sequence)}
    return own[[one not in parts for one in known]]


def _parts(sequence: str) -> Iterator[str]:
    """Give the shorter sequences of two words or more that stand within one."""
    words = sequence.split(" ")
    for length in range(2, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])
