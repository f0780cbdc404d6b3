import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.motives.categories import Categorizer


def code(*cues, yields_to=()):
    return MotiveCode(label="a", group="a", definition="a", cues=list(cues), yields_to=list(yields_to))


CODEBOOK = MotiveCodebook(
    "1", "",
    {"trade": code("tariff*", "market*", yields_to=["farms"]), "farms": code("farm*"), "honour": code("honour"),
     "other": code()},
)  # fmt: skip


@pytest.fixture(scope="module")
def categorizer():
    return Categorizer(CODEBOOK)


def test_the_code_with_most_cues_wins_and_says_why(categorizer):
    chosen = categorizer.categorize("tariffs on two markets, and honour")
    assert chosen.category == "trade"
    assert chosen.cues == ("tariff*", "market*")
    assert (chosen.runner_up, chosen.runner_up_score) == ("honour", 1.0)
    assert chosen.reason == "tariff*, market*; next honour 1.0 to 2.0"


def test_the_evidence_weighs_more_than_its_sentence(categorizer):
    sentence = "In markets and over tariffs, they want honour"
    assert categorizer.categorize("they want honour", sentence=sentence).category == "honour"


def test_two_cues_in_the_sentence_speak_where_the_evidence_is_silent(categorizer):
    sentence = "In markets and over tariffs, they want it"
    assert categorizer.categorize("they want it", sentence=sentence).category == "trade"


def test_where_little_or_nothing_speaks_it_is_other(categorizer):
    assert categorizer.categorize("they want it").category == "other"
    chosen = categorizer.categorize("they want it", sentence="In markets they want it")
    assert (chosen.category, chosen.runner_up) == ("other", "trade")


def test_the_more_specific_code_wins_where_both_speak(categorizer):
    assert categorizer.categorize("markets for farms").category == "farms"
    assert categorizer.categorize("honour for markets").category == "trade"
