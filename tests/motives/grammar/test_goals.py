import pytest

EXAMPLES = [
    ("has a goal", "Its neighbours distrust Russia's desire to dominate the region."),
    ("has a goal", "Moscow's efforts to mediate between the two capitals have failed."),
    ("wants", "The ministry noted that attempts to interfere in foreign elections are not new to Moscow."),
    ("goal is", "Putin's goal is to split the alliance."),
    ("goal is", "Cheaper loans are a long-standing Russian goal."),
    ("goal is", "The aim of the Russian campaign is to keep the regime in power."),
    ("goal is", "Moscow's ambition is to be recognized as an equal."),
    ("goal is", "Russia closed the strait. The aim was to frighten the islanders."),
    ("goal is", "Moscow's ultimate goal: a divided archipelago."),
    ("has a goal", "Russia has no desire for a quarrel with the islanders."),
    ("has a goal", "Its neighbours called Russia's closure of the strait an attempt to raise prices."),
    ("has a goal", "Russia's closure of the strait was little more than a bid to raise prices."),
    ("denies", "The Kremlin denies plans to buy the port."),
    ("plans to", "Cheap loans are Moscow's way of reminding the islanders of its wealth."),
    ("goal is", "Russia's policy boils down to buying the islanders' goodwill."),
    ("comes to", "Moscow's loans serve to divide the islanders."),
    ("plans to", "Russia announced that it has drafted a number of measures to resolve the dispute."),
    ("plans to", "The envoy praised the measures Russia has proposed to calm the border."),
]
NEAR_MISSES = [
    "This will alarm those worried about Russian intentions in Europe.",
    "Analysts disagree about Putin's calculus.",
    "Moscow welcomed Turkish efforts to mediate.",
    "The attempt to poison the Russian opposition leader failed.",
    "The Turkish navy closed the strait near a Russian base. The point is moot.",
    "Oslo has called Russia's neighbours an example to follow.",
    "The goal of the sanctions is to weaken Russia.",
    "Congress backed a plan to isolate Russia.",
]


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES)
def test_a_goal_is_found(motives, rule, sentence):
    assert rule in motives(sentence)["rule"].tolist()


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_a_noun_without_content_or_of_another_is_not(motives, sentence):
    assert motives(sentence).empty
