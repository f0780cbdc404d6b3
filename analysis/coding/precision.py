"""Precision of the rules: how many of the propositions that coders decided on are right, by rule and by category."""

from collections.abc import Iterator, Sequence

import pandas as pd

from ..measures.proportions import proportion_interval
from .cases import Case, Cases

PRECISION_COLUMNS = ["by", "value", "found", "decided", "kept", "right", "precision", "low", "high"]
ALL = "all"


def rule_precision(cases: Cases, *, holder: str | None = None) -> pd.DataFrame:
    """Give precision = right / decided, overall, by rule and by the rules' category; one row each.

    ``found`` are the rules' propositions, ``decided`` those that a coder decided on, ``kept`` those not rejected, and
    ``right`` those kept under the category that the rules gave: another span, voice or flag is no error here, another
    category is. A decision whose category waits to be decided anew does not count. ``low`` and ``high`` are the exact
    95 % interval as if propositions were independent. Where not all were decided on, it speaks of those chosen for
    coding: uncertain ones first make it too low.
    """
    own = [case for case in cases.cases if case.row and (holder is None or case.stretch.holder == holder)]
    groups: dict[tuple[str, str], list[Case]] = {(ALL, ""): own}
    for by in ("rule", "category"):
        for case in own:
            groups.setdefault((by, str(case.row[by])), []).append(case)
    rows = [(by, value, len(group), *_counts(group)) for (by, value), group in groups.items()]
    return _with_interval(pd.DataFrame(rows, columns=PRECISION_COLUMNS[:6]))


def _counts(group: Sequence[Case]) -> Iterator[int]:
    decided = [case for case in group if case.votes and not case.waits]
    kept = [case for case in decided if not case.is_rejected]
    yield len(decided)
    yield len(kept)
    yield sum(case.decided("category") == case.row["category"] for case in kept)


def _with_interval(table: pd.DataFrame) -> pd.DataFrame:
    low, high = proportion_interval(table["right"].to_numpy(), table["decided"].to_numpy())
    precision = table["right"] / table["decided"].where(table["decided"] > 0)
    order = {"all": 0, "rule": 1, "category": 2}
    table = table.assign(precision=precision, low=low, high=high, place=table["by"].map(order))
    table = table.sort_values(["place", "decided", "found"], ascending=[True, False, False], kind="stable")
    return table[PRECISION_COLUMNS].reset_index(drop=True)
