"""Summary: how right the rules were and how far coders agree, in one table."""

import pandas as pd

from .agreement import agreement
from .coded import Coded
from .precision import rule_precision

SUMMARY_COLUMNS = ["measure", "of", "value", "low", "high", "n"]


def summarize_coding(coded: Coded, *, holder: str, seed: int = 0) -> pd.DataFrame:
    """Tell how right the rules were and how far coders agree about an actor's motives; one row a measure.

    ``measure`` is precision (``of`` all, a category or a rule; ``n`` are the propositions decided on) or alpha (``of``
    a field; ``n`` are the units that two coders decided on), with its 95 % interval. What nobody decided on is left
    out. Precision speaks of what was chosen for coding, not of all.
    """
    precision = rule_precision(coded.laid, holder=holder)
    precision = precision[precision["decided"] > 0]
    fields = agreement(coded.laid, holder=holder, seed=seed)
    fields = fields[(fields["code"] == "") & (fields["units"] > 0)]
    what = (precision["by"] + " " + precision["value"]).str.strip()
    parts = [
        precision.assign(measure="precision", of=what, value=precision["precision"], n=precision["decided"]),
        fields.assign(measure="alpha", of=fields["field"], value=fields["alpha"], n=fields["units"]),
    ]
    return pd.concat([part[SUMMARY_COLUMNS] for part in parts], ignore_index=True)
