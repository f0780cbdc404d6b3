import pytest

EXAMPLES = [
    ("needs", "need", "Moscow needs a foothold in the region."),
    ("needs", "need", "Russia's need for drones has brought it closer to Tehran."),
    ("is forced to", "need", "The war is forcing Putin to lean on Iran."),
    ("has no choice", "need", "Russia has no choice but to sell its gas to China."),
    ("has no choice", "need", "The drought leaves Russia no choice but to sell its wheat."),
    ("needs", "need", "Russia is in dire need of copper."),
    ("needs", "need", "Given its need for copper, Moscow bought the mine."),
    ("is under pressure", "reason", "Moscow is under pressure to lower the tolls."),
    ("matters to", "priority", "The ferry is of great importance to Russia."),
    ("attaches importance", "priority", "Moscow has made the railway a priority."),
    ("matters to", "priority", "A friendly government next door is vital to Russia."),
    ("matters to", "priority", "The rescue of its client is a matter of prestige for Moscow."),
    ("attaches importance", "priority", "Moscow attaches great importance to the port."),
    ("for it", "priority", "For Russia, the dispute is less urgent than other hot spots."),
]
NEAR_MISSES = [
    "Iran needs Russian aircraft.",
    "Germany depends on Russian gas.",
    "Russia needs to be stopped.",
    "The mayor declared that Russia needed to choose between the two bids.",
    "Pressure is mounting on the ruble.",
    "Aid workers say that Moscow's ally needs to be paid.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_a_need_or_priority_is_found(motives, rule, kind, sentence):
    found = motives(sentence)
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_anothers_need_is_not(motives, sentence):
    assert motives(sentence).empty


def test_what_the_actor_says_must_be_done_is_its_goal(motives):
    found = motives("According to the Russian foreign ministry, a dialogue needs to be established at once.")
    assert found[["kind", "voice", "evidence"]].iloc[0].tolist() == [
        "goal", "actor", "a dialogue needs to be established at once",
    ]  # fmt: skip


def test_what_another_says_must_be_done_is_not(motives):
    assert motives(
        "According to the Turkish foreign ministry, Russia knows that a dialogue needs to be established."
    ).empty
