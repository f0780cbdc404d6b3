"""Propositions laid open for reading and coding: with what was rejected, and with what was decided on each."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ..coding.cases import Case
from ..coding.coded import Coded
from ..coding.coded_rows import coded_id


def lay_open(coded: Coded) -> pd.DataFrame:
    """Give the coded propositions with the rejected ones in their places; one row each, in text order.

    ``state`` is "rejected", "repeat" (of another proposition), "coded" (somebody decided on it) or "".
    """
    kept = coded.propositions
    states = np.select([kept["repeat_of"] != "", kept["coders"] > 0], ["repeat", "coded"], "")
    rejected = pd.DataFrame([case.row | {"coders": len(case.votes)} for case in _rejected(coded)], columns=[*kept])
    parts = [kept.assign(state=states), *([rejected.assign(state="rejected", repeat_of="")] if len(rejected) else [])]
    table = pd.concat(parts, ignore_index=True)
    places = {article: place for place, article in enumerate(coded.articles["article"])}
    order = table.assign(place=table["article"].map(places)).sort_values(["place", "start", "end"], kind="stable")
    return table.loc[order.index].reset_index(drop=True)


def by_id(coded: Coded) -> dict[str, Case]:
    """Give each proposition's case, by the id that it has in `lay_open`."""
    hashes = dict(zip(coded.articles["article"], coded.articles["sha256"], strict=True))
    cases = {str(case.row["proposition"]): case for case in _rejected(coded)}
    for case in coded.laid.cases:
        if not case.is_rejected:
            own = coded_id(case, hashes[case.stretch.article]) if case.votes else str(case.row["proposition"])
            cases[own] = case
    return cases


def _rejected(coded: Coded) -> Iterator[Case]:
    """The rules' propositions that coders took out; what a coder added and another took out has no row to show."""
    return (case for case in coded.laid.cases if case.is_rejected and case.row)
