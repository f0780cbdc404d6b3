import numpy as np
import pandas as pd
import pytest

from analysis.coding.agreement import agreement, disagreements, overall_agreement
from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.motives.propositions import PROPOSITION_COLUMNS

from .conftest import FULL, articles_of, coding, proposition

TEXT = "Oslo wants a. Oslo wants b. Oslo wants c. Oslo wants d. It rains. It snows."
QUOTES = [f"Oslo wants {letter}" for letter in "abcd"]


@pytest.fixture
def four():
    articles = articles_of(TEXT)
    article = articles.iloc[0].to_dict()
    rules = pd.DataFrame([proposition(article, quote) for quote in QUOTES], columns=PROPOSITION_COLUMNS)
    return articles, article, rules


def laid(four, *rows):
    articles, _, rules = four
    return Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles).laid


def by(four, coder, *categories, **values):
    """A coder's decisions on the first propositions: a category each, None for a rejection."""
    return [
        coding(four[1], quote, "relabel" if category else "reject", coder=coder, category=category or "", **values)
        for quote, category in zip(QUOTES, categories, strict=False)
    ]


def alpha_by_hand(pairs):
    """Krippendorff's nominal α of two coders from the coincidence matrix, written out."""
    values = [value for pair in pairs for value in pair]
    observed = sum(one != other for one, other in pairs) / len(pairs)
    n = len(values)
    expected = 1 - sum(values.count(v) * (values.count(v) - 1) for v in set(values)) / (n * (n - 1))
    return 1 - observed / expected


def test_alpha_of_each_field_is_that_of_a_count_by_hand(four):
    rows = [*by(four, "ana", "gain", "gain", "honour", None), *by(four, "bo", "gain", "honour", "honour", "other")]
    table = agreement(laid(four, *rows)).set_index(["field", "code"])
    expected = {
        "overall": [("gain", "gain"), ("gain", "honour"), ("honour", "honour"), ("-", "other")],
        "motive": [(1, 1), (1, 1), (1, 1), (0, 1)],
        "category": [("gain", "gain"), ("gain", "honour"), ("honour", "honour")],
    }
    for field, pairs in expected.items():
        row = table.loc[field, ""]
        assert row["alpha"] == pytest.approx(alpha_by_hand(pairs))
        assert (row["units"], row["coders"]) == (len(pairs), 2)
        assert row["raw"] == pytest.approx(np.mean([one == other for one, other in pairs]))
        assert row["low"] <= row["alpha"] <= row["high"]
    assert np.isnan(table.loc["voice", ""]["alpha"])
    assert table.loc["voice", ""]["raw"] == 1
    gain = [(True, True), (True, False), (False, False), (False, False)]
    assert table.loc["overall", "gain"]["alpha"] == pytest.approx(alpha_by_hand(gain))


def test_only_what_two_decided_on_counts(four):
    rows = [*by(four, "ana", "gain", "gain", "honour", "other"), *by(four, "bo", "gain")]
    agreed = overall_agreement(laid(four, *rows))
    assert (agreed.units, agreed.coders) == (1, 2)
    assert np.isnan(agreed.low)
    alone = overall_agreement(laid(four, *by(four, "ana", "gain", "gain")))
    assert (alone.units, alone.coders) == (0, 0)
    assert np.isnan(alone.alpha) and np.isnan(alone.raw)


def test_what_a_coder_leaves_out_is_the_rules_value_and_spans_match_though_they_differ(four):
    rows = [
        coding(four[1], "Oslo wants a", "accept", coder="ana"),
        coding(four[1], "wants a", "relabel", coder="bo", category="other", hedged=True),
    ]
    table = agreement(laid(four, *rows)).set_index("field")
    assert table.loc["category"]["raw"] == 1
    assert table.loc["hedged"]["raw"] == 0
    assert disagreements(laid(four, *rows))["differ"].tolist() == ["hedged"]


def test_a_sentence_found_empty_by_one_and_not_by_the_other_is_a_disagreement(four):
    rows = [
        coding(four[1], "It rains", "add", **FULL, coder="ana"),
        coding(four[1], "It rains.", "none", coder="bo"),
        coding(four[1], "It snows.", "none", coder="ana"),
        coding(four[1], "It snows.", "none", coder="bo"),
    ]
    table = agreement(laid(four, *rows)).set_index("field")
    assert (table.loc["motive"]["units"], table.loc["motive"]["raw"]) == (2, 0.5)
    assert table.loc["motive"]["alpha"] == pytest.approx(alpha_by_hand([(1, 0), (0, 0)]))
    listed = disagreements(laid(four, *rows))
    assert listed[["ana says", "bo says"]].to_numpy().tolist() == [["gain", "no motive"]]


def test_an_addition_that_both_made_says_nothing_of_whether_there_is_a_motive(four):
    both = [coding(four[1], "It rains", "add", **FULL, coder=coder) for coder in ("ana", "bo")]
    table = agreement(laid(four, *both)).set_index(["field", "code"])
    assert table.loc["motive", ""]["units"] == 0
    assert table.loc["category", ""]["units"] == 1


def test_disagreements_tell_what_each_said_and_nothing_of_units_agreed_on(four):
    rows = [*by(four, "ana", "gain", "gain", None), *by(four, "bo", "gain", "honour", "other", hedged=True)]
    listed = disagreements(laid(four, *rows))
    assert listed["differ"].tolist() == ["hedged", "category, hedged", "motive"]
    assert listed["bo says"].tolist() == [f"{code}, outlet, hedged" for code in ("gain", "honour", "other")]
    assert listed["ana says"].tolist() == ["gain, outlet", "gain, outlet", "no motive"]
    assert disagreements(laid(four, *by(four, "ana", "gain"))).empty


def test_one_holder_alone(four):
    rows = [*by(four, "ana", "gain", "gain"), *by(four, "bo", "gain", "honour")]
    assert overall_agreement(laid(four, *rows), holder="Oslo").units == 2
    assert overall_agreement(laid(four, *rows), holder="Bergen").units == 0


def test_a_code_that_waits_to_be_decided_is_no_disagreement(four):
    waits = by(four, "ana", "gain")[0] | {"category": "", "was": "old"}
    articles, _, rules = four
    codings = pd.DataFrame([waits, *by(four, "bo", "honour")], columns=[*CODING_COLUMNS, "was"])
    assert disagreements(Coded(rules, codings.fillna({"was": ""}), articles).laid).empty
