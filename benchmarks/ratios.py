"""Ratios of what runs side by side, and the Markdown tables that show them."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from agreement import STRONGEST, Agreement
from corpus import Run
from tools import Peer

OWN = "this engine"


@dataclass(frozen=True)
class Round:
    """A peer's run and this project's just after it."""

    peer: Run
    own: Run


def table(rounds: dict[Peer, list[Round]], agreed: dict[Peer, Agreement]) -> list[str]:
    """Give a Markdown table, one row a tool, and a line for each tool that counts a plain word otherwise."""
    heads = (
        "tool", "keeps", "processor s", "MB", "times this engine", "plain words alike", "log-likelihood alike",
        f"of the {STRONGEST} strongest",
    )  # fmt: skip
    rows = [[f"{peer.name} {peer.version}", peer.keeps, *_cells(rounds[peer], agreed[peer])] for peer in rounds]
    own = [one.own for own_rounds in rounds.values() for one in own_rounds]
    seconds, megabytes = _median(own, "seconds"), _median(own, "megabytes")
    rows.append([OWN, "positional index on disk, keyness table", f"{seconds:.2f}", f"{megabytes:.0f}", "1", "", "", ""])
    notes = [f"{peer.name} counts otherwise: {', '.join(one.unlike[:8])}" for peer, one in agreed.items() if one.unlike]
    return [*markdown(heads, rows), *[""] * bool(notes), *notes]


def _cells(rounds: Sequence[Round], agreement: Agreement) -> list[str]:
    compared = agreement.same + len(agreement.unlike)
    peers = [one.peer for one in rounds]
    return [
        f"{_median(peers, 'seconds'):.2f}",
        f"{_median(peers, 'megabytes'):.0f}",
        ratios(rounds),
        f"{agreement.same:,} of {compared:,} ({agreement.left_out:,} cut otherwise)",
        "yes" if agreement.score_error < 1e-6 else f"no, up to {agreement.score_error:.1%} apart",
        f"{agreement.strongest}",
    ]


def ratios(rounds: Sequence[Round]) -> str:
    """Give the median of the ratios of processor time, the peer's to this project's, with the least and greatest."""
    each = [one.peer.seconds / one.own.seconds for one in rounds]
    return f"{statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f})"


def _median(runs: Sequence[Run], field: str) -> float:
    return statistics.median(getattr(one, field) for one in runs)


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines of a Markdown table."""
    return [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
