"""The rows of the heat map: the frames' terms that have a hit, in blocks a frame, divided among the banks of a page."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class TermRow:
    """A row: a term of a frame, or the frame's own heading, where ``term`` is empty."""

    frame: str
    term: str = ""
    continued: bool = False


def hit_terms(rates: pd.DataFrame) -> pd.DataFrame:
    """Give the terms that have a hit with the number of their hits and of the articles that have them, in order.

    One row a frame and term, frames as they come, in a frame the most frequent terms first.
    """
    totals = rates.groupby(["frame", "term"], sort=False)[["count", "articles"]].sum().reset_index()
    order = {frame: place for place, frame in enumerate(dict.fromkeys(totals["frame"]))}
    totals = totals[totals["count"] > 0].assign(place=lambda table: table["frame"].map(order))
    return totals.sort_values(["place", "count"], ascending=[True, False], kind="stable", ignore_index=True)


def choose_rows(terms: pd.DataFrame, *, banks: int, most: int) -> tuple[list[list[TermRow]], int]:
    """Divide the terms among the banks of a page, each of ``most`` rows; and say how many terms find no room.

    Where not all have room, those with the most hits do.
    """
    kept = terms.nlargest(max(banks * most - terms["frame"].nunique() - banks, 1), "count").sort_index()
    rows = [
        row
        for frame, own in kept.groupby("frame", sort=False)
        for row in (TermRow(str(frame)), *(TermRow(str(frame), str(term)) for term in own["term"]))
    ]
    return _divide(rows, banks=banks, most=most), len(terms) - len(kept)


def _divide(rows: list[TermRow], *, banks: int, most: int) -> list[list[TermRow]]:
    """Cut the rows where a frame begins, as near the middle as can be; within a frame where that would be too long."""
    if banks == 1 or len(rows) < 2 * banks:
        return [rows] if rows else []
    middle = -(-len(rows) // banks)
    starts = [place for place, row in enumerate(rows) if not row.term and place]
    cut = min(starts, key=lambda place: abs(place - middle), default=0)
    if not cut or max(cut, len(rows) - cut) > most:
        cut = middle
    if rows[cut].term and not rows[cut - 1].term:
        cut -= 1
    heading = [TermRow(rows[cut].frame, continued=True)] if rows[cut].term else []
    return [rows[:cut], heading + rows[cut:]]
