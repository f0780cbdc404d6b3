"""Coder status: who stands behind a table of propositions, and how far they agree."""

import numpy as np
import pandas as pd

from .agreement import Alpha

RULES, MACHINE = "rules only", "machine reading"


def tell_status(propositions: pd.DataFrame, *, coders: int, agreement: Alpha | None = None) -> str:
    """Say who stands behind a coded table, of which is known how many coders decided on rows of it.

    "rules only", or "machine reading" where the learned reader weighed them; "2 coders" where both decided on every
    row; "rules + 1 coder" where every row was decided on by one at least, else with how many were: "rules + 1 coder
    (30 of 76 coded)". Where ``agreement`` is given, two coders or more are followed by their α and its interval, and by
    the number of units it rests on where not every row was decided on by all: "rules + 2 coders (30 of 76 coded), α =
    .81 [.70, .90] on 20". What coders took out is no row of the table and counts as neither.
    """
    if not coders:
        return RULES if pd.to_numeric(propositions["certainty"], errors="coerce").isna().all() else MACHINE
    decided = int((propositions["coders"] > 0).sum())
    if coders > 1 and (propositions["coders"] == coders).all():
        return f"{coders} coders{_told(agreement)}"
    part = f" ({decided} of {len(propositions)} coded)" if decided < len(propositions) else ""
    on = f" on {agreement.units}" if agreement is not None else ""
    return f"rules + {coders} coder{'s' if coders > 1 else ''}{part}" + (_told(agreement) and _told(agreement) + on)


def _told(agreement: Alpha | None) -> str:
    """α with its interval, nothing where no unit was decided on by two; undefined where nothing could differ."""
    if agreement is None or not agreement.units:
        return ""
    if np.isnan(agreement.alpha):
        return ", α undefined"
    interval = "" if np.isnan(agreement.low) else f" [{decimals(agreement.low)}, {decimals(agreement.high)}]"
    return f", α = {decimals(agreement.alpha)}{interval}"


def decimals(number: float) -> str:
    """Give two decimals as α is printed: .81, 1.00, -.05."""
    return f"{number:.2f}".replace("0.", ".", 1) if abs(round(number, 2)) < 1 else f"{number:.2f}"


def tell_worth(propositions: pd.DataFrame) -> str:
    """Return how many of a hundred such propositions were right on articles that the reader had not learned from.

    It is the mean of their certainties, which are calibrated on such articles (`analysis.motives.model`, CARD.md); it
    does not say which of them are right. Empty where there is none.
    """
    certainty = pd.to_numeric(propositions["certainty"], errors="coerce").dropna()
    if certainty.empty:
        return ""
    return f": on articles of other outlets about {100 * certainty.mean():.0f} of 100 such marks were right"
