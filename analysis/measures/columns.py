"""Let one formula serve a single word and a whole column of words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Result = float | Floats
Parameters = ParamSpec("Parameters")


def floats(values: ArrayLike) -> Floats:
    """Read a number, a list, an array or a pandas Series as floats."""
    return np.asarray(values, dtype=np.float64)


def result(values: Floats) -> Result:
    """Hand back a Python float for a single value, the array otherwise."""
    return float(values) if np.ndim(values) == 0 else values


def columnwise(formula: Callable[Parameters, Floats]) -> Callable[Parameters, Result]:
    """Make a formula give a float for numbers and an array for columns, inf or nan without a warning."""

    @wraps(formula)
    def measure(*args: Parameters.args, **options: Parameters.kwargs) -> Result:
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            return result(formula(*args, **options))

    return measure


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
        refuse(size < 0, size, name, f"{name} is a corpus size of 0 or more")
    whole_share(a, n1, "a", "n1")
    whole_share(b, n2, "b", "n2")
    return a, b, np.where(n1 == 0, np.nan, n1), np.where(n2 == 0, np.nan, n2)
