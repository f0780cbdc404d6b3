import math

import pandas as pd
import pytest
from scipy.stats import binomtest

from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.recall import estimate_recall
from analysis.coding.sampling import random_sentences
from analysis.motives.propositions import PROPOSITION_COLUMNS
from analysis.tokens import split_sentences

from .conftest import FULL, articles_of, coding, proposition

TEXT = "Oslo wants peace. Oslo wants fish. " + " ".join(f"Rain number {n} fell." for n in range(20))


@pytest.fixture
def study():
    articles = articles_of(TEXT)
    article = articles.iloc[0].to_dict()
    rules = pd.DataFrame(
        [proposition(article, f"Oslo wants {w}") for w in ("peace", "fish")], columns=PROPOSITION_COLUMNS
    )
    drawn = random_sentences(split_sentences(articles), rules, articles, holder="Oslo")
    return articles, article, rules, drawn


def decided(study, looked, *, missed=0, judged=2, rejected=0):
    """Decisions on the first sentences drawn, in some of which a motive was missed, and on the rules' propositions."""
    _, article, _, drawn = study
    quotes = [article["text"][row.start : row.end] for row in drawn.head(looked).itertuples()]
    rows = [coding(article, quote, "add", **FULL) for quote in quotes[:missed]]
    rows += [coding(article, quote, "none") for quote in quotes[missed:]]
    found = ["Oslo wants peace", "Oslo wants fish"][:judged]
    return rows + [coding(article, quote, "reject" if n < rejected else "accept") for n, quote in enumerate(found)]


def estimate(study, rows):
    articles, _, rules, drawn = study
    laid = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles).laid
    return estimate_recall(drawn, laid, holder="Oslo")


def test_the_missed_ones_are_projected_from_those_looked_at(study):
    told = estimate(study, decided(study, 10, missed=2))
    assert (told.found, told.right, told.sentences, told.looked, told.missed) == (2, 2, 20, 10, 2)
    assert told.recall == pytest.approx(2 / (2 + 20 * 2 / 10))
    exact = binomtest(2, 10).proportion_ci(confidence_level=1 - 0.05 / 2, method="exact")
    assert told.low == pytest.approx(2 / (2 + min(20 * exact.high, 20 - 8)))
    assert told.high == pytest.approx(2 / (2 + max(20 * exact.low, 2)))
    assert str(told).startswith("recall 33% [")


def test_all_looked_at_is_no_estimate(study):
    told = estimate(study, decided(study, 20, missed=5, rejected=1))
    assert (told.recall, told.low, told.high) == (1 / 6, 1 / 6, 1 / 6)


def test_none_looked_at_says_so(study):
    told = estimate(study, decided(study, 0))
    assert math.isnan(told.recall)
    assert str(told).startswith("recall cannot be estimated yet (2 of 2 found sentences right, 0 of 0")
    assert (told.low, told.high) == (2 / 22, 1.0)


def test_what_was_chosen_and_not_drawn_does_not_enter(study):
    _, article, _, drawn = study
    late = drawn.iloc[15]
    picked = coding(article, article["text"][late["start"] : late["end"]], "add", **FULL)
    assert estimate(study, [*decided(study, 10), picked]).missed == 0
    assert estimate(study, [picked]).looked == 0


def test_a_rejected_addition_and_another_holder_are_not_missed_motives(study):
    rows = decided(study, 10, missed=2)
    withdrawn = [row | {"decision": "withdraw"} for row in rows[:1]]
    assert estimate(study, rows + withdrawn).looked == 0
    others = [row | {"holder": "Bergen"} if row["decision"] == "add" else row for row in rows]
    assert estimate(study, others).looked == 0


def test_a_found_sentence_is_judged_once_all_of_it_is_decided_whatever_was_decided():
    articles = articles_of("Oslo wants peace and fears war. It rains. It snows.")
    article = articles.iloc[0].to_dict()
    rules = pd.DataFrame(
        [proposition(article, "Oslo wants peace"), proposition(article, "fears war")], columns=PROPOSITION_COLUMNS
    ).assign(sentence_start=0)
    drawn = random_sentences(split_sentences(articles), rules, articles, holder="Oslo")
    for first, second, judged, right in (
        ("accept", "", 0, 0), ("reject", "", 0, 0), ("accept", "reject", 1, 1), ("reject", "reject", 1, 0),
    ):  # fmt: skip
        rows = [coding(article, "Oslo wants peace", first)]
        rows += [coding(article, "fears war", second)] if second else []
        laid = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles).laid
        told = estimate_recall(drawn, laid, holder="Oslo")
        assert (told.found, told.judged, told.right) == (1, judged, right)
