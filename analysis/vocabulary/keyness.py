"""Keyness: which words and actors one outlet has more often than another, and what so few articles can bear.

Two outlets give one block of rows, the first against the second; more give each against the rest and each pair. All
terms of both sides are in, those that one side lacks too; swapping the sides turns the signs and keeps the rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from ..measures import (
    benjamini_hochberg,
    bic,
    conservative_log_ratio,
    fighting_words_z,
    log_likelihood,
    log_ratio,
    percent_difference,
    rank_sum_p_by_term,
)
from ..measures.intervals import RESAMPLES
from .comparison import METHODS, log_ratio_bounds
from .counts import CountsByArticle, Side, count_units, evidence_level
from .dispersion import dp_of_all, in_parts
from .units import Unit, words_and_actors

KEYNESS_COLUMNS = [
    "outlet", "reference", "term", "count", "reference_count", "tokens", "reference_tokens",
    "per_1000", "reference_per_1000", "articles", "reference_articles", "dp", "reference_dp",
    "log_likelihood", "p", "q", "bic", "log_ratio", "low", "high", "lrc", "percent_difference", "z", "prior",
    "evidence_level",
]  # fmt: skip
REST = "the rest"
PRIOR = 0.1


@dataclass(frozen=True)
class _Filter:
    """What is shown of a block, and the choices that its numbers depend on."""

    min_count: int
    prior: float
    seed: int


def keyness_table(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    *,
    outlets: Mapping[str, str],
    unit: Unit = words_and_actors,
    min_count: int = 1,
    prior: float = PRIOR,
    seed: int = 0,
) -> pd.DataFrame:
    """Compare the outlets term by term; one row an outlet, reference and term, ranked by |LRC|, then |Log Ratio|.

    ``log_likelihood`` has 4 cells and no sign; the direction is that of ``log_ratio``. Below 5 articles on a side the
    block is descriptive: p and q are nan and low and high are Log Ratio's exact interval, uncorrected. From 5 on p is
    the two-sided rank-sum test on the articles' rates, q its Benjamini-Hochberg value over all types of both sides, low
    and high a bootstrap over articles. LRC and BIC take words for independent at every size. ``dp`` is over articles,
    or over paragraphs where a side has one article (``attrs["parts"]``). ``z`` depends on the ``prior`` of each type,
    which stands beside it.

    ``unit`` says what a term is (see `analysis.vocabulary.units`); sizes are tokens whatever it is. ``min_count`` looks
    at both sides together and comes last: types, q and LRC are those of all terms that either side has. With 0, terms
    of the unit that neither side has are rows too, their effects nan: a dictionary's terms that nobody uses.
    ``attrs["blocks"]`` gives the number of types and of rows shown. No column says what a word was used for.
    """
    units = unit(tokens)
    counts = count_units(tokens, units, outlets=outlets)
    chosen = _Filter(min_count, prior, seed)
    blocks, facts, parts = [], [], {}
    for side, reference, label in _pairs(counts):
        spread = [in_parts(part, tokens, units, sentences=sentences) for part in (side, reference)]
        parts |= {side.name: spread[0][1], label: spread[1][1]}
        block, types = _compare(side, reference, names=units.names, chosen=chosen)
        kept = block.pop("item").to_numpy()
        block = block.assign(dp=dp_of_all(spread[0][0])[kept], reference_dp=dp_of_all(spread[1][0])[kept])
        blocks.append(_ranked(block.assign(reference=label)))
        facts.append({"outlet": side.name, "reference": label, "types": types, "rows": len(block)})
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=KEYNESS_COLUMNS)
    table = table[KEYNESS_COLUMNS]
    table.attrs = {
        "blocks": facts, "parts": parts, "min_count": min_count, "prior": prior, "seed": seed,
        "cells": 4, "resamples": RESAMPLES, "intervals": METHODS,
    }  # fmt: skip
    return table


def _pairs(counts: CountsByArticle) -> Iterator[tuple[Side, Side, str]]:
    """Give the comparisons to be made: side, reference and the reference's name in the table."""
    names = counts.outlets
    if len(names) > 2:
        for name in names:
            yield counts.side(name), counts.side(*(other for other in names if other != name)), REST
    for name, reference in combinations(names, 2):
        yield counts.side(name), counts.side(reference), reference


def _compare(side: Side, reference: Side, *, names: np.ndarray, chosen: _Filter) -> tuple[pd.DataFrame, int]:
    """Compare two sides: the rows, with the number of their item, and the number of types of both sides."""
    a, b, n1, n2 = side.totals(), reference.totals(), side.tokens, reference.tokens
    types = int(np.count_nonzero(a + b))
    tests = max(types, 1)  # a dictionary without a hit has nothing to test
    kept = np.flatnonzero(a + b >= chosen.min_count)
    p, q = _tests(side, reference, present=a + b > 0)
    low, high = log_ratio_bounds(side, reference, kept, seed=chosen.seed)
    carriers, reference_carriers = side.carriers()[kept], reference.carriers()[kept]
    a, b = a[kept], b[kept]
    block = pd.DataFrame(
        {
            "item": kept,
            "outlet": side.name,
            "term": names[kept],
            "count": a,
            "reference_count": b,
            "tokens": n1,
            "reference_tokens": n2,
            "per_1000": 1000 * a / n1,
            "reference_per_1000": 1000 * b / n2,
            "articles": carriers,
            "reference_articles": reference_carriers,
            "log_likelihood": log_likelihood(a, b, n1, n2, cells=4),
            "p": p[kept],
            "q": q[kept],
            "bic": bic(a, b, n1, n2, cells=4),
            "log_ratio": log_ratio(a, b, n1, n2),
            "low": low,
            "high": high,
            "lrc": conservative_log_ratio(a, b, n1, n2, types=tests),
            "percent_difference": percent_difference(a, b, n1, n2),
            "z": fighting_words_z(a, b, n1, n2, prior=chosen.prior, prior_total=chosen.prior * tests),
            "prior": chosen.prior,
            "evidence_level": evidence_level(len(side.articles), len(reference.articles)),
        }
    )
    return block, types


def _tests(side: Side, reference: Side, *, present: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give p and q of every item by article; nan where an item is on neither side or articles are too few."""
    cells, others = side.matrix.tocoo(), reference.matrix.tocoo()
    shift = len(side.sizes)
    p = rank_sum_p_by_term(
        np.concatenate([cells.col, others.col]),
        np.concatenate([cells.row, others.row + shift]),
        np.concatenate([cells.data / side.sizes[cells.row], others.data / reference.sizes[others.row]]),
        sides=np.arange(shift + len(reference.sizes)) < shift,
        vocabulary=len(present),
    )
    p = np.where(present, p, np.nan)
    return p, benjamini_hochberg(p)


def _ranked(block: pd.DataFrame) -> pd.DataFrame:
    order = np.lexsort((block["term"].astype(str), -block["log_ratio"].abs(), -block["lrc"].abs()))
    return block.iloc[order]
