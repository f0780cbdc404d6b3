"""A comparison of several actors' motives: who is compared, on what n, by whose reading, under which codes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import pandas as pd

from ..codebooks import MotiveCodebook
from .actor_table import Cast, by_group, tabulate_actors
from .motive_table import what_is_drawn, without_repeats
from .outlets import OUTLET_COLUMNS

RULES_ONLY = "rules only"
_NAMED = 2  # actors of one status, of which more are "the others"


@dataclass(frozen=True)
class Comparison:
    """What the figure of several actors is made from.

    ``numbers`` (ACTOR_COLUMNS) has the n of every outlet and every actor of the cast, ``coders`` each actor's coder
    status, ``written_for`` the actor for whom the codebook was written; ``grouped`` says that ``propositions`` and
    ``codebook`` are by group of codes.
    """

    cast: Cast
    propositions: pd.DataFrame
    numbers: pd.DataFrame
    codebook: MotiveCodebook
    coders: Mapping[str, str]
    written_for: str
    grouped: bool = False

    @cached_property
    def outlets(self) -> pd.DataFrame:
        """Give the outlets with their n; one row an outlet."""
        return self.numbers.drop_duplicates("outlet")[OUTLET_COLUMNS].reset_index(drop=True)

    @cached_property
    def counted(self) -> pd.DataFrame:
        """Give the propositions of the actors shown, repeats left out."""
        counted = without_repeats(self.propositions)
        return counted[counted["holder"].isin(self.cast.shown) & counted["outlet"].isin(self.outlets["outlet"])]

    @cached_property
    def table(self) -> pd.DataFrame:
        """Give the counts; one row an actor, outlet and code."""
        return tabulate_actors(self.counted, codebook=self.codebook, outlets=self.outlets, actors=self.cast.shown)

    @property
    def drawn(self) -> Literal["marks", "dots", "intervals"]:
        """Say how so many propositions of so many articles are drawn."""
        return what_is_drawn(self.table, outlets=self.outlets)

    @property
    def coder_line(self) -> str:
        """Say who stands behind the propositions, actor by actor where that differs."""
        by_status: dict[str, list[str]] = {}
        for actor in self.cast.shown:
            by_status.setdefault(self.coders.get(actor, RULES_ONLY), []).append(actor)
        if len(by_status) == 1:
            return next(iter(by_status))
        most = max(by_status, key=lambda status: len(by_status[status]))
        if len(by_status[most]) > _NAMED:
            del by_status[most]  # said last
            by_status[most] = ["the others"]
        return "; ".join(f"{', '.join(actors)}: {status}" for status, actors in by_status.items())

    def by_group(self) -> "Comparison":
        """Give the same comparison with the codebook's groups in place of its codes."""
        propositions, codebook = by_group(self.propositions, self.codebook)
        return replace(self, propositions=propositions, codebook=codebook, grouped=True)
