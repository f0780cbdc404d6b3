"""Tallies: how far a study is coded, how right the rules were, and how far coders agree."""

from collections import Counter

import numpy as np
import pandas as pd

from ..coding.agreement import agreement, disagreements
from ..coding.precision import rule_precision
from ..coding.recall import estimate_recall
from ..coding.status import decimals
from ..coding.summary import summarize_coding
from ..results import Results
from .desk import Desk, desk_of
from .panel import Answer, Asked, Json

_FEW = 12
_NAMED = 3


def coding_table(results: Results) -> pd.DataFrame:
    """Tell how right the rules were and how far coders agree (`analysis.coding.summary`); one row a measure.

    While a coder works blind, it is of that coder's decisions alone.
    """
    return summarize_coding(desk_of(results).coded, holder=results.actor, seed=results.study.seed)


def tallying(desk: Desk) -> dict[str, Answer]:
    """Give the answer "tallies": the status, and the tables of precision and of agreement, for an ``actor``."""
    return {"tallies": lambda asked: tally(desk, asked)}


def tally(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Tell of an ``actor``'s motives how far they are coded: a line, tables in words, orphaned and pending decisions.

    Blind, all of it rests on the coder's own decisions.
    """
    actor = desk.results.study.actor(asked.text("actor", desk.results.actor)).name
    coded, seed = desk.coded, desk.results.study.seed
    return {
        "status": coded.status(holder=actor, seed=seed), "coders": _coders(desk, actor),
        "recall": [_recall(desk, actor, in_reach=in_reach) for in_reach in (False, True)],
        "precision": _precision(desk, actor),
        "agreement": _agreement(agreement(coded.laid, holder=actor, seed=seed)),
        "disagreements": len(disagreements(coded.laid, holder=actor)),
        "lost": [[row.coder, row.quote, row.why] for row in coded.orphans.itertuples()],
        "pending": [[row.coder, row.quote, row.was] for row in coded.pending.itertuples()],
    }  # fmt: skip


def _coders(desk: Desk, actor: str) -> str:
    """Whose decisions on an actor's propositions these are, of more than three coders the busiest."""
    cases = (case for case in desk.coded.laid.cases if case.stretch.holder == actor)
    counts = Counter(vote.coder for case in cases for vote in case.votes).most_common()
    more = [f"and {len(counts) - _NAMED} more"] if len(counts) > _NAMED else []
    return "Decided by " + ", ".join([*(f"{who} ({many})" for who, many in counts[:_NAMED]), *more]) if counts else ""


def _recall(desk: Desk, actor: str, *, in_reach: bool) -> str:
    """The recall of the rules in a line, and of which sentences it speaks."""
    drawn = desk.samples.sentences(actor, in_reach=in_reach)
    of = f"Of the sentences that can speak of {actor}, the others left out" if in_reach else "Of all sentences"
    return f"{of}: {estimate_recall(drawn, desk.coded.laid, holder=actor)}."


def _precision(desk: Desk, actor: str) -> list[list[str]]:
    """A row overall, and one a category and a rule of which some were decided on, the most decided first."""
    table = rule_precision(desk.coded.laid, holder=actor)
    decided = table[table["decided"] > 0]
    label = desk.results.study.motives.label
    shown = pd.concat([decided[decided["by"] == by].head(_FEW) for by in ("all", "category", "rule")])
    return [
        [
            row.by if row.by == "all" else f"{row.by}: {label(row.value) if row.by == 'category' else row.value}",
            f"{row.right} of {row.decided}", _share(row.precision, row.low, row.high), f"{row.found} found",
        ]
        for row in shown.itertuples()
    ]  # fmt: skip


def _agreement(table: pd.DataFrame) -> list[list[str]]:
    """A row a field on which two coders decided something; α never without its interval and the raw agreement."""
    fields = table[(table["code"] == "") & (table["units"] > 0)]
    return [
        [
            row.field,
            _alpha(row.alpha, row.low, row.high),
            f"the same in {row.raw:.0%}",
            f"of {row.units} that two or more decided on",
        ]
        for row in fields.itertuples()
    ]


def _share(share: float, low: float, high: float) -> str:
    return f"{share:.0%} [{low:.0%}, {high:.0%}]"


def _alpha(alpha: float, low: float, high: float) -> str:
    if np.isnan(alpha):
        return "α undefined"
    return f"α = {decimals(alpha)}" + ("" if np.isnan(low) else f" [{decimals(low)}, {decimals(high)}]")
