"""Repeats: a headline, teaser or caption that says again what the body says is marked, so that it is counted once."""

import pandas as pd

from ..patterns import TOKEN, term_of

_FUNCTION = frozenset(
    "a an the to of in on at for and or is are was were be been has have had it its that this with by as".split()
)


def mark_repeats(propositions: pd.DataFrame) -> pd.DataFrame:
    """Fill ``repeat_of`` with the id of the proposition of the same article and holder that a row repeats.

    Two propositions repeat one another when most content words of the shorter stand in the other; the fuller one
    stays, the earlier one in doubt.
    """
    words = [_content(evidence) for evidence in propositions["evidence"]]
    marked = propositions.copy()
    repeat_of = list(marked["repeat_of"])
    for i in range(len(marked)):
        for j in range(i):
            if repeat_of[i] or repeat_of[j] or not _same_claim(marked, i, j):
                continue
            shared = len(words[i] & words[j])
            if shared >= 3 and shared >= 0.75 * min(len(words[i]), len(words[j])):
                repeated, kept = (j, i) if len(words[i]) > len(words[j]) else (i, j)
                repeat_of[repeated] = marked["proposition"].iloc[kept]
    marked["repeat_of"] = repeat_of
    return marked


def _same_claim(propositions: pd.DataFrame, i: int, j: int) -> bool:
    one, other = propositions.iloc[i], propositions.iloc[j]
    return (
        one["holder"] == other["holder"]
        and one["category"] == other["category"]
        and one["sentence_start"] != other["sentence_start"]
    )


def _content(evidence: str) -> frozenset[str]:
    return frozenset(term_of(match.group()) for match in TOKEN.finditer(evidence)) - _FUNCTION
