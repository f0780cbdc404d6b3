"""Let one formula serve a single word and a whole column of words.

Numbers give a number; lists and arrays give an array; pandas Series give a Series with their index. Columns are
matched by position, so Series of unlike index are refused rather than lined up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    import pandas as pd

Floats: TypeAlias = NDArray[np.float64]
Result: TypeAlias = "float | Floats | pd.Series"
Parameters = ParamSpec("Parameters")
Given = TypeVar("Given")


def floats(values: ArrayLike) -> Floats:
    """Read a number, a list, an array or a pandas Series as 64-bit floats, which no count overflows; NA is nan."""
    if _is_pandas(values):
        return values.to_numpy(dtype=np.float64, na_value=np.nan)
    return np.asarray(values, dtype=np.float64)


def result(values: Floats, *given: ArrayLike) -> Result:
    """Hand back a Python float for a single value, a Series where the columns given were Series, else the array."""
    if np.ndim(values) == 0:
        return float(values)
    index = _shared_index(given)
    if index is None or np.shape(values) != (len(index),):
        return values
    import pandas as pd

    return pd.Series(values, index=index)


def columnwise(formula: Callable[Parameters, Floats]) -> Callable[Parameters, Result]:
    """Make a formula give what it is given, number, array or Series, and inf or nan without a warning.

    The formula itself sees arrays alone. Raises ValueError for Series of unlike index.
    """

    @wraps(formula)
    def measure(*args: Parameters.args, **options: Parameters.kwargs) -> Result:
        return result(_evaluated(formula, *args, **options), *args, *options.values())

    return measure


def rowwise(formula: Callable[Parameters, Floats]) -> Callable[Parameters, Result]:
    """Make a formula over the parts of a corpus give a number for one word and a Series for a DataFrame's rows.

    The index is that of the formula's first argument, one row a word; a Series is one word, its index the parts.
    """

    @wraps(formula)
    def measure(*args: Parameters.args, **options: Parameters.kwargs) -> Result:
        return result(_evaluated(formula, *args, **options), [*args, *options.values()][0])

    return measure


def _evaluated(formula: Callable[Parameters, Floats], *args: Parameters.args, **options: Parameters.kwargs) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return formula(*map(_plain, args), **{name: _plain(value) for name, value in options.items()})


def refuse(wrong: NDArray[np.bool_], values: Floats, name: str, allowed: str) -> None:
    """Raise ValueError that names the first wrong value of a column and what is allowed."""
    if np.any(wrong):
        first = np.broadcast_to(values, np.shape(wrong))[wrong].flat[0]
        raise ValueError(f"{name} = {first:g} is not allowed; {allowed}")


def whole_share(part: Floats, whole: Floats, part_name: str, whole_name: str) -> None:
    """Raise ValueError where a count is negative or greater than the count that holds it."""
    refuse(part < 0, part, part_name, f"{part_name} is a count of 0 or more")
    refuse(part > whole, part, part_name, f"{part_name} is at most {whole_name}")


def comparison(a: ArrayLike, b: ArrayLike, n1: ArrayLike, n2: ArrayLike) -> tuple[Floats, Floats, Floats, Floats]:
    """Read and check the counts a of n1 and b of n2; the size of an empty corpus becomes nan."""
    a, b, n1, n2 = floats(a), floats(b), floats(n1), floats(n2)
    for size, name in ((n1, "n1"), (n2, "n2")):
        refuse((size < 0) | np.isinf(size), size, name, f"{name} is a corpus size, finite and 0 or more")
    whole_share(a, n1, "a", "n1")
    whole_share(b, n2, "b", "n2")
    return a, b, np.where(n1 == 0, np.nan, n1), np.where(n2 == 0, np.nan, n2)


def _is_pandas(value: ArrayLike) -> bool:
    """Tell whether a value is a pandas Series or DataFrame, without loading pandas."""
    return hasattr(value, "to_numpy") and hasattr(value, "index")


def _plain(value: Given) -> Given | Floats:
    return floats(value) if _is_pandas(value) else value


def _shared_index(given: tuple[ArrayLike, ...]) -> pd.Index | None:
    """Give the index of the Series among some columns; raises ValueError where they differ."""
    indexes = [value.index for value in given if _is_pandas(value)]
    if any(not index.equals(indexes[0]) for index in indexes[1:]):
        raise ValueError("columns of unlike index are not allowed; line them up first, with reindex or reset_index")
    return indexes[0] if indexes else None
