import pytest

EXAMPLES = [
    ("justifies", "purpose", "Beijing justified its closure of the strait as protecting the fishermen."),
    ("justifies", "purpose", "Beijing presents its toll as paying for the lighthouse."),
    ("denies", "goal", "Beijing denied plans to buy the island."),
    ("denies", "goal", "Beijing has denied seeking a berth on the island."),
    ("denies", "goal", "Beijing denies harbouring any designs on the island."),
    ("believes it must", "need", "Beijing has concluded that it must hold the strait."),
    ("red line", "fear", "The strait is Beijing's red line, which no trawler should cross."),
    ("red line", "fear", "Beijing has drawn a red line at the lighthouse."),
]
NEAR_MISSES = [
    "Beijing depicts the closure of the strait by Peru as protecting the fishermen.",
    "Beijing denied the plans to buy the island.",
    "Beijing denied having sold the island.",
    "Beijing has concluded that Peru must hold the strait.",
    "The ferry runs along the red line of the Beijing metro.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_a_profession_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in zip(found["rule"], found["kind"], strict=True)


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_what_is_said_of_another_or_of_a_fact_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty


def test_a_denied_plan_is_negated(motives):
    assert motives("Beijing denied plans to buy the island.", "Beijing")["negated"].tolist() == [True]
