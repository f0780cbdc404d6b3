"""Carrying decisions over: which code of today's codebook a decision made under an older one stands under."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from ..codebooks import CodebookChange, MotiveCodebook


def carry(code: str, time: str, *, codebook: MotiveCodebook) -> str:
    """Give the code that a decision made at a time under ``code`` stands under today; "" where that must be decided.

    The codebook's changes are followed in their order, from the first made after the decision; a change without a date
    is later than any decision, a decision without a time earlier than any change. A code that is none today is followed
    through all of them, for decisions are made under an old codebook also after it was changed: on the same day, or in
    a window left open. It must be decided where the code was split, or where no change says what became of it.
    """
    now, parts = _today(code, time, codebook)
    return "" if parts or now not in codebook.codes else now


def tell_pending(pending: pd.DataFrame, *, codebook: MotiveCodebook, path: Path) -> list[str]:
    """Give a line for each code of old under which decisions wait (`analysis.coding.coded.Coded.pending`)."""
    return [
        f"{path}, row {own.index[0] + 2}{f' and {len(own) - 1} more' if len(own) > 1 else ''}: "
        f"{_why(str(code), str(own['time'].iloc[0]), codebook)}"
        for code, own in pending.groupby("was", sort=False)
    ]


def _why(code: str, time: str, codebook: MotiveCodebook) -> str:
    _, parts = _today(code, time, codebook)
    if parts:
        return f'the code "{code}" was split into {", ".join(parts)}; decide anew which it is'
    return (
        f'the code "{code}" is not in the codebook; decide anew, or say under changes in motives.yaml what became of '
        f"it; known codes: {', '.join(codebook.codes)}"
    )


def _today(code: str, time: str, codebook: MotiveCodebook) -> tuple[str, tuple[str, ...]]:
    """What a code has become, and the parts it was split into, if it was."""
    decided = moment_of(time) if codebook.changes else None
    later = [one for one in codebook.changes if not (one.date and decided and moment_of(one.date) <= decided)]
    now, parts = _followed(code, later)
    return (now, parts) if parts or now in codebook.codes else _followed(code, codebook.changes)


def _followed(code: str, changes: Sequence[CodebookChange]) -> tuple[str, tuple[str, ...]]:
    """The code after all changes, or the one that was split on the way and its parts."""
    for change in changes:
        if code in change.split:
            return code, change.split[code]
        code = change.becomes(code)
    return code, ()


def moment_of(time: str) -> datetime | None:
    """Read a time in ISO form, a day as its first moment and without a zone as UTC; None where it is none."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
