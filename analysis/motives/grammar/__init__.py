"""The grammar of ascription: how English says what somebody is after, over the parse of one sentence.

It knows words and clauses, and no actor, article or code: who holds a motive is given as a word of the sentence.
"""

from . import (
    fears,
    goals,
    grounds,
    interests,
    needs,
    professions,
    prospects,
    purposes,
    reasons,
    regards,
    resorts,
    stakes,
    stances,
    wants,
)
from .ascription import Ascription, Grammar

FAMILIES = (
    wants, stances, goals, purposes, interests, fears, regards, stakes, prospects, needs, reasons, grounds,
    professions, resorts,
)  # fmt: skip
GRAMMAR = Grammar(rule for family in FAMILIES for rule in family.RULES)

__all__ = ["FAMILIES", "GRAMMAR", "Ascription", "Grammar"]
