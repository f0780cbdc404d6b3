"""Say how far coders agree beyond chance.

`codings` has one row a coder and one column a unit (lists, an array or a DataFrame), None or nan where the coder has
not coded the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from analysis.measures.columns import Floats
from analysis.measures.intervals import LEVEL, RESAMPLES

if TYPE_CHECKING:
    import pandas as pd

Code = str | int | float | bool | None
Codings: TypeAlias = "Sequence[Sequence[Code]] | NDArray[np.generic] | pd.DataFrame"
Level = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS = ("nominal", "ordinal", "interval", "ratio")


def krippendorff_alpha(codings: Codings, *, level: Level = "nominal") -> float:
    """Compute Krippendorff's α = 1 - observed / expected disagreement (Krippendorff 2019).

    1 is perfect agreement, 0 what chance gives. nan where no unit has two codings or only one value was used, for
    nothing could have differed. Raises ValueError for another `level` or for codes without an order that need one.
    ValueError too where coders have unlike numbers of units. Agreement is not truth: coders can share an error. Give
    it with its interval.
    """
    return _alpha(*_value_counts(codings, level), level)


def krippendorff_alpha_interval(
    codings: Codings, *, level: Level = "nominal", resamples: int = RESAMPLES, seed: int = 0
) -> tuple[float, float]:
    """Compute the percentile bootstrap 95 % interval of α over units, low and high.

    Units with two codings or more are drawn with replacement; draws whose α is undefined are left out. nan with fewer
    than two such units or where α is. With few units it is too narrow, and it says nothing of other coders.
    """
    if resamples < 1:
        raise ValueError(f"resamples = {resamples} is not allowed; choose 1 or more")
    counts, values = _value_counts(codings, level)
    if len(counts) < 2 or len(values) < 2:
        return np.nan, np.nan
    generator = np.random.default_rng(seed)
    draws = generator.integers(0, len(counts), size=(resamples, len(counts)))
    alphas = np.array([_alpha(counts[draw], values, level) for draw in draws])
    defined = alphas[~np.isnan(alphas)]
    if not defined.size:
        return np.nan, np.nan
    low, high = np.quantile(defined, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def raw_agreement(codings: Codings) -> float:
    """Compute the share of pairs of codings of one unit that are equal, each unit weighing as its pairs do.

    Never show it alone: with one frequent code it is high by chance.
    """
    counts, _ = _value_counts(codings, "nominal")
    pairs = (counts.sum(axis=1) * (counts.sum(axis=1) - 1)).sum()
    return float((counts * (counts - 1)).sum() / pairs) if pairs else np.nan


def _alpha(counts: NDArray[np.int64], values: Floats, level: Level) -> float:
    """Compute α from the number of coders who gave each value to each unit."""
    from krippendorff import alpha

    used = counts.any(axis=0)
    if used.sum() < 2:
        return np.nan
    return float(alpha(value_counts=counts[:, used], value_domain=values[used], level_of_measurement=level))


def _value_counts(codings: Codings, level: Level) -> tuple[NDArray[np.int64], Floats]:
    """Count the coders by unit and value, over the units that two coders or more have coded."""
    if level not in LEVELS:
        raise ValueError(f"level = {level!r} is not allowed; choose one of {', '.join(LEVELS)}")
    rows = [list(row) for row in (codings.to_numpy(dtype=object) if hasattr(codings, "to_numpy") else codings)]
    if len({len(row) for row in rows}) > 1:
        raise ValueError(f"coders have {[len(row) for row in rows]} units; give each as many, None where not coded")
    units = [[code for code in unit if not _missing(code)] for unit in zip(*rows, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    codes = list(dict.fromkeys(code for unit in units for code in unit))
    if level != "nominal" and any(isinstance(code, str) for code in codes):
        raise ValueError(f"codes {sorted(map(str, codes))} have no order for level = {level!r}; give numbers")
    domain = codes if level == "nominal" else sorted(codes)
    column = {code: place for place, code in enumerate(domain)}
    counts = np.zeros((len(units), len(domain)), dtype=np.int64)
    for row, unit in enumerate(units):
        for code in unit:
            counts[row, column[code]] += 1
    values = np.arange(len(domain)) if level == "nominal" else np.array(domain)
    return counts, values.astype(np.float64)


def _missing(code: Code) -> bool:
    """Tell whether a coder left the unit out: None, nan or pandas' NA."""
    return code is None or type(code).__name__ == "NAType" or code != code
