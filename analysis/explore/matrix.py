"""The motive matrix: figure 4 alive. A mark or a cell opens its propositions with their quotes; groups open into codes.

The order of the rows, and what is drawn where there are too many marks, are the figure's own
(`analysis.charts.motive_table`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pandas as pd

from ..charts.motive_table import absent_labels, ordered_codes, tabulate_motives, what_is_drawn
from ..charts.outlets import is_descriptive
from ..comparisons import outlets_of
from ..motives.shares import ALL_VOICES, motive_shares
from ..results import Results
from .cards import placed, telling
from .deciding import deciding
from .desk import Desk, desk_of
from .memos import remembering
from .panel import Answer, Asked, Json, Panel
from .reader import SCRIPTS, opening_of, reading
from .signs import SHAPES, Sign, sign_of

PAGE = 20


@dataclass(frozen=True)
class Layout:
    """What a matrix is laid out of: an actor's propositions that count, and the study's outlets with their n."""

    desk: Desk
    actor: str

    @cached_property
    def propositions(self) -> pd.DataFrame:
        """Give the actor's propositions that count; one row each."""
        table = self.desk.counted
        return table[table["holder"] == self.actor].reset_index(drop=True)

    @cached_property
    def outlets(self) -> pd.DataFrame:
        """Give the outlets as figures list them."""
        return outlets_of(self.desk.results)

    @cached_property
    def table(self) -> pd.DataFrame:
        """Give the counts by outlet and code, as figure 4 has them."""
        return tabulate_motives(self.propositions, codebook=self.desk.results.study.motives, outlets=self.outlets)

    @cached_property
    def drawn(self) -> str:
        """Say what a cell shows: "marks", "dots" (shares), or "intervals" (shares with their interval by article)."""
        return what_is_drawn(self.table, outlets=self.outlets)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Give the codes that somebody ascribes, in the figure's order, with their groups."""
        groups = dict(zip(self.table["category"], self.table["group"], strict=True))
        return {code: groups[code] for code in ordered_codes(self.table)}

    @cached_property
    def rows(self) -> dict[tuple[str, str], list[tuple]]:
        """Give the propositions of each outlet and code."""
        rows: dict[tuple[str, str], list[tuple]] = {}
        for row in self.propositions.itertuples(index=False):
            rows.setdefault((row.outlet, row.category), []).append(row)
        return rows

    @cached_property
    def totals(self) -> dict[str, int]:
        """Give the number of each outlet's propositions."""
        return self.propositions["outlet"].value_counts().to_dict()

    @cached_property
    def intervals(self) -> dict[tuple[str, str], list[int]]:
        """Give the 95 % interval by article of each share in per cent, where the figure draws any."""
        if self.drawn != "intervals":
            return {}
        study = self.desk.results.study
        shares = motive_shares(
            self.propositions, self.desk.results.sources.articles, codebook=study.motives, seed=study.seed
        )
        whole = shares[(shares["voice"] == ALL_VOICES) & shares["low"].notna()]
        return {(row.outlet, row.category): [round(100 * row.low), round(100 * row.high)] for row in whole.itertuples()}

    def cell(self, outlet: str, codes: Sequence[str]) -> dict[str, Json]:
        """Give the cell of an outlet and of some codes: count, share, voices, and the marks where marks are drawn."""
        inside = list(chain.from_iterable(self.rows.get((outlet, code), ()) for code in codes))
        total, label = self.totals.get(outlet, 0), self.desk.results.study.motives.label
        signs = [(row.proposition, sign_of(row, label=label(row.category))) for row in inside]
        return {
            "count": len(inside), "percent": round(100 * len(inside) / total) if total else None,
            "interval": self.intervals.get((outlet, codes[0])),
            "voices": {voice: sum(row.voice == voice for row in inside) for voice in SHAPES},
            "signs": [{"proposition": one, **sign} for one, sign in in_order(signs)] if self.drawn == "marks" else [],
        }  # fmt: skip

    def head(self, outlet: tuple) -> dict[str, Json]:
        """Give the head of a column: the outlet's name and n."""
        inside = self.propositions[self.propositions["outlet"] == outlet.outlet]
        return {
            "outlet": outlet.outlet, "name": outlet.name, "articles": int(outlet.articles),
            "translated": bool(outlet.translated), "propositions": len(inside),
            "sentences": len(inside.drop_duplicates(["article", "sentence_start"])),
        }  # fmt: skip

    @property
    def status(self) -> str:
        """Say who stands behind the propositions, and what so many articles can bear."""
        told = self.desk.coded.status(holder=self.actor, seed=self.desk.results.study.seed)
        blind = " · blind: others’ decisions are hidden" if self.desk.coder.blind else ""
        return told + blind + (" · descriptive only" if is_descriptive(self.outlets) else "")


def matrix(results: Results) -> Panel:
    """Show the motive figure alive: each mark leads to its sentence, groups open, the actor can be changed."""
    desk = desk_of(results)
    answers = motives(desk) | reading(desk) | telling(desk) | deciding(desk) | remembering(desk)
    counted = len(Layout(desk, results.actor).propositions)
    told = f"Motive matrix: {counted} propositions. Run this cell in JupyterLab to use it."
    opening = opening_of(desk) | {"memos": True}
    panel = Panel("matrix", scripts=SCRIPTS, opening=opening, answers=answers, told=told)
    return desk.watch(panel)


def motives(desk: Desk) -> dict[str, Answer]:
    """Give the answers of the matrix: "matrix" (the grid) and "cell" (the propositions behind a part of it)."""
    return {"matrix": lambda asked: lay_out(desk, asked), "cell": lambda asked: list_cell(desk, asked)}


def lay_out(desk: Desk, asked: Asked) -> dict[str, Json]:
    """Lay out the grid for an ``actor``: outlets, codes and groups, a cell for each, who stands behind it."""
    layout = Layout(desk, _actor(desk, asked))
    outlets, label = list(layout.outlets["outlet"]), desk.results.study.motives.label
    by_group: dict[str, list[str]] = {}
    for code, group in layout.codes.items():
        by_group.setdefault(group, []).append(code)
    return {
        "actor": layout.actor, "drawn": layout.drawn, "status": layout.status, "absent": absent_labels(layout.table),
        "nothing": desk.results.of_actor(layout.actor).no_motive,
        "outlets": [layout.head(row) for row in layout.outlets.itertuples(index=False)],
        "codes": [
            {"code": code, "label": label(code), "group": group,
             "cells": [layout.cell(outlet, [code]) for outlet in outlets]}
            for code, group in layout.codes.items()
        ],
        "groups": [
            {"group": group, "codes": codes,
             "cells": [layout.cell(outlet, codes) | {"interval": None} for outlet in outlets]}
            for group, codes in by_group.items()
        ],
    }  # fmt: skip


def list_cell(desk: Desk, asked: Asked) -> dict[str, Json]:
    """List the propositions of an ``actor`` in an ``outlet`` under ``codes``, a ``page`` of twenty at a time."""
    own = Layout(desk, _actor(desk, asked)).propositions
    cell = own[(own["outlet"] == asked.text("outlet")) & own["category"].isin(asked.texts("codes"))]
    pages = max(1, -(-len(cell) // PAGE))
    page = min(max(0, asked.number("page", 0)), pages - 1)
    shown = cell.iloc[page * PAGE : (page + 1) * PAGE].itertuples(index=False)
    return {"total": len(cell), "page": page, "pages": pages, "propositions": [placed(desk, row) for row in shown]}


def in_order(signs: Iterable[tuple[str, Sign]]) -> list[tuple[str, Sign]]:
    """Order a cell's marks as the figure does: what is minimised last, by voice, the plain before the marked."""
    place = {voice: number for number, voice in enumerate(SHAPES)}
    return sorted(signs, key=lambda one: (one[1]["minimised"], place.get(one[1]["voice"], len(place)), one[1]["sign"]))


def _actor(desk: Desk, asked: Asked) -> str:
    return desk.results.study.actor(asked.text("actor", desk.results.actor)).name
