import pandas as pd
import pytest
from scipy.stats import binomtest

from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.precision import rule_precision
from analysis.motives.propositions import PROPOSITION_COLUMNS

from .conftest import FULL, articles_of, coding, proposition

TEXT = "Oslo wants a. Oslo wants b. Oslo wants c. Oslo hopes d. It rains."


def test_right_is_what_is_kept_under_its_own_category():
    articles = articles_of(TEXT)
    article = articles.iloc[0].to_dict()
    quotes = ("Oslo wants a", "Oslo wants b", "Oslo wants c", "Oslo hopes d")
    rules = pd.DataFrame([proposition(article, quote) for quote in quotes], columns=PROPOSITION_COLUMNS)
    rules.loc[3, ["rule", "category"]] = ["hopes to", "gain"]
    rows = [
        coding(article, "Oslo wants a", "accept"),
        coding(article, "wants b", "relabel", category="other", hedged=True),
        coding(article, "Oslo wants c", "relabel", category="gain"),
        coding(article, "It rains", "add", **FULL),
    ]
    laid = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles).laid
    table = rule_precision(laid).set_index(["by", "value"])
    counts = ["found", "decided", "kept", "right"]
    assert table.loc[("all", ""), counts].tolist() == [4, 3, 3, 2]
    assert table.loc[("rule", "wants that"), counts].tolist() == [3, 3, 3, 2]
    assert table.loc[("category", "gain"), counts].tolist() == [1, 0, 0, 0]
    assert pd.isna(table.loc[("rule", "hopes to"), "precision"]) and pd.isna(table.loc[("rule", "hopes to"), "low"])
    exact = binomtest(2, 3).proportion_ci(method="exact")
    assert table.loc[("all", ""), ["precision", "low", "high"]].tolist() == pytest.approx(
        [2 / 3, exact.low, exact.high]
    )
    rejected = [*rows, coding(article, "Oslo hopes d", "reject", coder="bo")]
    laid = Coded(rules, pd.DataFrame(rejected, columns=CODING_COLUMNS), articles).laid
    assert rule_precision(laid).loc[0, counts].tolist() == [4, 4, 3, 2]
    assert rule_precision(laid, holder="Bergen").loc[0, counts].tolist() == [0, 0, 0, 0]


def test_a_decision_whose_code_waits_does_not_count(rules, articles, article):
    row = coding(article, "Oslo wants peace", "relabel") | {"was": "old"}
    laid = Coded(rules, pd.DataFrame([row], columns=[*CODING_COLUMNS, "was"]), articles).laid
    assert rule_precision(laid).loc[0, ["found", "decided", "right"]].tolist() == [2, 0, 0]


def test_the_seeds_rules_are_as_precise_as_a_count_of_their_codings_says(results):
    coded = Coded(results.annotated.propositions, results.codings, results.sources.articles, results.study.focal)
    decided = [case for case in coded.laid.cases if case.votes and case.row]
    total = rule_precision(coded.laid, holder="Moscow").iloc[0]
    assert total["decided"] == len(decided) >= 25
    kept = [(vote.values["category"], case.row["category"]) for case in decided for vote in case.votes]
    assert total["right"] == sum(one == other for one, other in kept)
