"""Keyness: which words and actors one outlet has more often than another, and what so few articles can bear.

Two outlets give one block of rows, the first against the second; more give each against the rest and each pair. All
terms of both sides are in, those that one side lacks too; swapping the sides turns the signs and keeps the rows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..corpus.keyness import comparisons, ranked, score_types
from ..measures import fighting_words_z
from ..measures.resampling import RESAMPLES
from .comparison import METHODS, TESTS, Test, known_test, log_ratio_bounds, tests_by_article
from .counts import CountsByArticle, Side, count_units, evidence_level
from .dispersion import ARTICLES, PARAGRAPHS, dp_of_all, in_parts
from .units import Unit, words_and_actors

KEYNESS_COLUMNS = [
    "outlet", "reference", "term", "count", "reference_count", "tokens", "reference_tokens",
    "per_1000", "reference_per_1000", "articles", "reference_articles", "dp", "reference_dp",
    "log_likelihood", "p", "q", "bic", "log_ratio", "low", "high", "lrc", "percent_difference", "z", "prior",
    "evidence_level",
]  # fmt: skip
PRIOR = 0.1


@dataclass(frozen=True)
class _Choices:
    """What is shown of a block, and the choices that its numbers depend on."""

    min_count: int
    prior: float
    seed: int
    test: Test


def keyness_table(
    tokens: pd.DataFrame,
    sentences: pd.DataFrame | None = None,
    *,
    outlets: Mapping[str, str],
    unit: Unit = words_and_actors,
    min_count: int = 1,
    prior: float = PRIOR,
    seed: int = 0,
    test: Test = "rank-sum",
) -> pd.DataFrame:
    """Compare the outlets term by term; one row an outlet, reference and term, ranked by |LRC|, then |Log Ratio|.

    ``log_likelihood`` has 4 cells and no sign; the direction is that of ``log_ratio``. Below 5 articles on a side the
    block is descriptive: p and q are nan and low and high are Log Ratio's exact interval, uncorrected. From 5 on p is
    two-sided, by article: ``test`` is the "rank-sum" test on the articles' rates or the "permutation" test on their
    means, whose least p is 1 in 5,000 and seldom outlasts the correction where types are many (``attrs["test"]`` names
    it). q is its Benjamini-Hochberg value over all types of both sides, low and high a bootstrap over articles. LRC,
    BIC and z take words for independent at every size: with few types LRC can differ from 0 in a block that is
    descriptive, and is no test there either. ``dp`` is over articles, or over paragraphs where a side has one article
    (``attrs["parts"]``); 0 is even. ``z`` depends on the ``prior`` of each type, which stands beside it.

    ``unit`` says what a term is (see `analysis.vocabulary.units`); sizes are tokens whatever it is. ``min_count`` looks
    at both sides together and comes last: types, q and LRC are those of all terms that either side has. With 0, terms
    of the unit that neither side has are rows too, their effects nan: a dictionary's terms that nobody uses.
    ``attrs["blocks"]`` gives the number of types and of rows shown, ``attrs["without_tokens"]`` the outlets that are
    left out because their articles hold no word. Raises InputError for another ``test``. No column says what a word
    was used for.
    """
    units = unit(tokens)
    counts = count_units(tokens, units, outlets=outlets)
    cuts = {name: in_parts(counts.side(name), tokens, units, sentences=sentences) for name in counts.outlets}
    paragraphs = {name: cut for name, (cut, kind) in cuts.items() if kind == PARAGRAPHS}
    table = keyness_of_counts(
        counts, names=units.names, paragraphs=paragraphs, min_count=min_count, prior=prior, seed=seed, test=test
    )
    table.attrs["without_tokens"] = [name for name in dict.fromkeys(outlets.values()) if name not in counts.outlets]
    return table


def keyness_of_counts(
    counts: CountsByArticle,
    *,
    names: np.ndarray,
    paragraphs: Mapping[str, Side] | None = None,
    min_count: int = 1,
    prior: float = PRIOR,
    seed: int = 0,
    test: Test = "rank-sum",
) -> pd.DataFrame:
    """Compare the outlets by counts of any making; one row an outlet, reference and term, as `keyness_table`.

    ``names`` has the term of each column of the counts. ``paragraphs`` gives the outlets that are cut into something
    smaller than articles for ``dp``, as sides whose rows are the paragraphs; all others are taken by article.
    """
    chosen = _Choices(min_count, prior, seed, known_test(test))
    cut = paragraphs or {}
    blocks, facts, parts = [], [], {}
    for side, reference, label in _sides(counts):
        block, types = _compare(side, reference, names=names, chosen=chosen)
        kept = block.pop("item").to_numpy()
        for own, name, column in ((side, side.name, "dp"), (reference, label, "reference_dp")):
            block[column] = dp_of_all(cut.get(own.name, own))[kept]
            parts[name] = PARAGRAPHS if own.name in cut else ARTICLES
        blocks.append(ranked(block.assign(reference=label)))
        facts.append({"outlet": side.name, "reference": label, "types": types, "rows": len(block)})
    table = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(columns=KEYNESS_COLUMNS)
    table = table[KEYNESS_COLUMNS]
    table.attrs = {
        "blocks": facts, "parts": parts, "min_count": min_count, "prior": prior, "seed": seed,
        "cells": 4, "resamples": RESAMPLES, "intervals": METHODS, "test": TESTS[test],
    }  # fmt: skip
    return table


def _sides(counts: CountsByArticle) -> Iterator[tuple[Side, Side, str]]:
    """Give the comparisons to be made: side, reference and the reference's name in the table."""
    for outlet, others, label in comparisons(counts.outlets):
        yield counts.side(outlet), counts.side(*others), label


def _compare(side: Side, reference: Side, *, names: np.ndarray, chosen: _Choices) -> tuple[pd.DataFrame, int]:
    """Compare two sides: the rows, with the number of their item, and the number of types of both sides."""
    a, b, n1, n2 = side.totals(), reference.totals(), side.tokens, reference.tokens
    types = int(np.count_nonzero(a + b))
    kept = np.flatnonzero(a + b >= chosen.min_count)
    p, q = tests_by_article(side, reference, test=chosen.test, seed=chosen.seed)
    low, high = log_ratio_bounds(side, reference, kept, seed=chosen.seed)
    a, b, prior_total = a[kept], b[kept], chosen.prior * max(types, 1)
    block = pd.DataFrame(
        {
            "item": kept,
            "outlet": side.name,
            "term": names[kept],
            **score_types(a, b, n1, n2, types=types),
            "articles": side.carriers()[kept],
            "reference_articles": reference.carriers()[kept],
            "p": p[kept],
            "q": q[kept],
            "low": low,
            "high": high,
            "z": fighting_words_z(a, b, n1, n2, prior=chosen.prior, prior_total=prior_total),
            "prior": chosen.prior,
            "evidence_level": evidence_level(len(side.articles), len(reference.articles)),
        }
    )
    return block, types
