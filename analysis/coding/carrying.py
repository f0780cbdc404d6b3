"""Carrying decisions over: which code of today's codebook a decision made under an older one stands under."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from ..codebooks import MotiveCodebook


def carry(code: str, time: str, *, codebook: MotiveCodebook) -> str:
    """Give the code that a decision made at a time under ``code`` stands under today; "" where that must be decided.

    The codebook's changes are followed in their order, from the first made after the decision; a change without a date
    is later than any decision, a decision without a time earlier than any change. It must be decided where the code
    was split, or where the codebook does not know it and no change says what became of it.
    """
    *_, (now, parts) = _followed(code, time, codebook)
    return "" if parts or now not in codebook.codes else now


def tell_pending(pending: pd.DataFrame, *, codebook: MotiveCodebook, path: Path) -> list[str]:
    """Give a line for each code of old under which decisions wait (`analysis.coding.coded.Coded.pending`)."""
    return [
        f"{path}, row {own.index[0] + 2}{f' and {len(own) - 1} more' if len(own) > 1 else ''}: "
        f"{_why(str(code), str(own['time'].iloc[0]), codebook)}"
        for code, own in pending.groupby("was", sort=False)
    ]


def _why(code: str, time: str, codebook: MotiveCodebook) -> str:
    *_, (_, parts) = _followed(code, time, codebook)
    if parts:
        return f'the code "{code}" was split into {", ".join(parts)}; decide anew which it is'
    return (
        f'the code "{code}" is not in the codebook; decide anew, or say under changes in motives.yaml what became of '
        f"it; known codes: {', '.join(codebook.codes)}"
    )


def _followed(code: str, time: str, codebook: MotiveCodebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The code after each change, and the parts it was split into, with which it ends."""
    yield code, ()
    decided = _moment(time) if codebook.changes else None
    for change in codebook.changes:
        if change.date and decided and _moment(change.date) <= decided:
            continue
        if code in change.split:
            yield code, change.split[code]
            return
        code = change.becomes(code)
        yield code, ()


def _moment(time: str) -> datetime | None:
    """Read a time in ISO form, a day as its first moment and without a zone as UTC; None where it is none."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
