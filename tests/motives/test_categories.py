import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.motives.categories import Categorizer


def code(*cues, yields_to=(), hints=(), examples=()):
    return MotiveCode(
        label="a", group="a", definition="a", cues=cues, yields_to=yields_to, hints=hints, examples=examples
    )


def codebook(**codes):
    return MotiveCodebook("1", "", codes)


CODEBOOK = codebook(
    trade=code("tariff*", "market*", yields_to=["farms"]), farms=code("farm*"), honour=code("honour"), other=code()
)


@pytest.fixture(scope="module")
def categorizer():
    return Categorizer(CODEBOOK)


def test_the_code_with_most_cues_wins_and_says_why(categorizer):
    chosen = categorizer.categorize("tariffs on two markets, and honour")
    assert chosen.category == "trade"
    assert chosen.cues == ("tariffs", "markets")
    assert (chosen.runner_up, chosen.runner_up_score) == ("honour", 1.0)
    assert chosen.reason == "tariffs, markets; next honour 1.0 to 2.0"


def test_the_evidence_weighs_more_than_its_sentence(categorizer):
    sentence = "In markets and over tariffs, they want honour"
    assert categorizer.categorize("they want honour", sentence=sentence).category == "honour"


def test_three_cues_in_the_sentence_speak_where_the_evidence_is_silent():
    categorizer = Categorizer(codebook(trade=code("tariff*", "market*", "steel"), other=code()))
    assert categorizer.categorize("they want it", sentence="In steel they want it").category == "other"
    sentence = "In markets and over tariffs on steel, they want it"
    assert categorizer.categorize("they want it", sentence=sentence).category == "trade"


def test_where_little_or_nothing_speaks_it_is_other(categorizer):
    assert categorizer.categorize("they want it").category == "other"
    chosen = categorizer.categorize("they want it", sentence="In markets they want it")
    assert (chosen.category, chosen.runner_up) == ("other", "trade")


def test_the_more_specific_code_wins_where_both_speak(categorizer):
    assert categorizer.categorize("markets for farms").category == "farms"
    assert categorizer.categorize("honour for markets").category == "trade"


def test_a_hint_tips_the_balance_but_does_not_decide_alone():
    categorizer = Categorizer(codebook(trade=code("tariff*"), farms=code("milk", hints=["village*"]), other=code()))
    assert categorizer.categorize("a village").category == "other"
    assert categorizer.categorize("tariffs on milk").category == "trade"
    assert categorizer.categorize("tariffs on milk in the village").category == "farms"


def test_cues_of_other_make_a_statement_unspecified():
    categorizer = Categorizer(codebook(trade=code(hints=["market*"]), other=code("in its interest")))
    chosen = categorizer.categorize("markets are in its interest")
    assert (chosen.category, chosen.cues, chosen.runner_up) == ("other", ("in its interest",), "trade")


def test_words_of_examples_speak_where_no_cue_does():
    farms = code("farm*", examples=["to help those who grow wheat", "to bring the harvest in"])
    categorizer = Categorizer(codebook(trade=code("tariff*", examples=["to open ports"]), farms=farms, other=code()))
    chosen = categorizer.categorize("wants a good harvest of wheat")
    assert (chosen.category, chosen.cues, chosen.alike) == ("farms", (), ("harvest", "wheat"))
    assert chosen.reason.startswith("no cue; examples have harvest, wheat; next ")
    assert categorizer.categorize("nothing of the sort").category == "other"


def test_a_codebook_without_examples_learns_from_its_descriptions():
    entry = MotiveCode(label="farms", group="a", definition="Help those who grow wheat.")
    assert Categorizer(codebook(farms=entry, other=code())).categorize("to grow more wheat").category == "farms"


def test_a_cue_whose_words_stand_far_apart_counts_half():
    categorizer = Categorizer(codebook(trade=code("tariff* + steel"), farms=code("milk"), other=code()))
    assert categorizer.categorize("tariffs for all six kinds of steel, and milk").category == "trade"
    chosen = categorizer.categorize("tariffs for every one of the six kinds of steel, and milk")
    assert (chosen.category, chosen.runner_up) == ("farms", "trade")
    assert chosen.runner_up_score == pytest.approx(2**0.5 / 2)


def test_other_yields_to_a_code_that_says_as_much():
    vague = code("in its interest", yields_to=["trade"])
    categorizer = Categorizer(codebook(trade=code("open* the market"), other=vague))
    assert categorizer.categorize("opening the market is in its interest").category == "trade"
