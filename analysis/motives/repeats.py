"""Repeats: a headline, teaser or caption that says again what the body says is marked, so that it is counted once."""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from ..patterns import TOKEN, term_of

_FUNCTION = frozenset(
    "a an the to of in on at for and or is are was were be been has have had it its that this with by as".split()
)
_FEWEST, _MOST_PART = 3, 0.75


def mark_repeats(propositions: pd.DataFrame) -> pd.DataFrame:
    """Fill ``repeat_of`` with the id of the proposition of the same article, holder and category that a row repeats.

    Two propositions repeat one another when most content words of the shorter stand in the other, in another sentence;
    the fuller one stays, the earlier one in doubt.
    """
    repeat_of = {}
    for _, alike in propositions.groupby(["article", "holder", "category"], sort=False, observed=True):
        repeat_of |= dict(_repeats(alike))
    ids = [propositions["proposition"].get(repeat_of.get(row), "") for row in propositions.index]
    return propositions.assign(repeat_of=ids)


def _repeats(alike: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """(row that repeats, row repeated) among the propositions that make the same claim."""
    words = {row: _content(evidence) for row, evidence in alike["evidence"].items()}
    sentences = alike["sentence_start"]
    repeated: set[int] = set()
    for earlier, later in combinations(alike.index, 2):
        if {earlier, later} & repeated or sentences[earlier] == sentences[later]:
            continue
        shared = len(words[earlier] & words[later])
        if shared >= max(_FEWEST, _MOST_PART * min(len(words[earlier]), len(words[later]))):
            repeat, kept = (earlier, later) if len(words[later]) > len(words[earlier]) else (later, earlier)
            repeated.add(repeat)
            yield repeat, kept


def _content(evidence: str) -> frozenset[str]:
    return frozenset(term_of(match.group()) for match in TOKEN.finditer(evidence)) - _FUNCTION
