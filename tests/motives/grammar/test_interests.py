import pytest

EXAMPLES = [
    ("is in its interest", "interest", "It is in Russia's interest that the war goes on."),
    ("is in its interest", "interest", "A prolonged war would serve the Kremlin's interests."),
    ("has an interest", "interest", "Russia and China share an interest in limiting American influence."),
    ("has an interest", "interest", "Moscow has few incentives to compromise."),
    ("has an interest", "interest", "There are few incentives for Russia to lower the tolls."),
    ("has an interest", "interest", "The Kremlin has every reason to keep the ferry running."),
    ("is in its interest", "interest", "A dry summer would further Moscow's aims."),
    ("is a tool", "benefit", "Cheap gas has long been a tool of Russia."),
    (
        "is a tool",
        "benefit",
        "It pleases the Russian authorities, according to whom the dispute is a card that may help.",
    ),
]
NEAR_MISSES = [
    "Moscow expressed deep concern over the escalation.",
    "Russia's interests in the region are many.",
    "European leaders see Russia as a threat.",
    "Poland, which fears Russia, wants more troops.",
    "The United States has an interest in keeping Russia out.",
    "China's interest in Russian gas has cooled.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_an_interest_fear_or_use_is_found(motives, rule, kind, sentence):
    found = motives(sentence)
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_a_formula_or_anothers_interest_is_not(motives, sentence):
    assert motives(sentence).empty
