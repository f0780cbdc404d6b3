"""Rows: a table as one mapping a row, which is how decisions are weighed."""

import pandas as pd

from ..motives.propositions import Cell


def records(table: pd.DataFrame) -> list[dict[str, Cell]]:
    """Give a table's rows, fast."""
    columns = list(table.columns)
    return [
        dict(zip(columns, row, strict=True)) for row in zip(*(table[name].tolist() for name in columns), strict=True)
    ]
