import pytest

EXAMPLES = [
    ("because", "Russia bought the shells because its own factories were too slow."),
    ("in response to", "Moscow has signed the deal, likely in response to its isolation."),
    ("out of", "The Kremlin acted out of fear of encirclement."),
    ("because", "Russia stopped the ferry for political reasons."),
    ("because", "Russia stopped the ferry because of a quarrel over the tolls."),
    ("because", "Russia stopped the ferry. This is because it needs the crew elsewhere."),
    ("in response to", "Moscow said that its embargo was a response to the tolls."),
    ("on the assumption", "Russia bought the mine on the assumption that prices would rise."),
    ("minded", "Russia bought the mine, convinced that prices would rise."),
    ("is driven by", "The Kremlin's support for the general is driven by oil."),
    ("is driven by", "Russia's reluctance to condemn Tehran stems from its dependence on Iranian drones."),
    ("is driven by", "What drives the Kremlin is hostility to Washington."),
    ("that is why", "That is also the reason why the plan received only limited support from Russia."),
    ("that is why", "Mr. Putin confirmed that this was a primary reason for his visit."),
    ("that is why", "That is why Moscow opposes any intervention."),
    ("is pressed", "Sanctioned by the West and unable to feed its front, Russia has turned to old partners."),
]
NEAR_MISSES = [
    "Because Russia vetoed the resolution, the inspectors had to leave.",
    "The Russian economy shrank because oil prices fell.",
    "Turkey bought the missiles because Russia offered a lower price.",
    "Russia stopped the ferry for several reasons.",
    "Turkey, convinced that Russia would pay, raised its prices.",
    "The United States will not attack since the country believes that Russia is ready.",
]


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES)
def test_a_reason_is_found(motives, rule, sentence):
    found = motives(sentence)
    assert rule in found["rule"].tolist()
    assert "reason" in found["kind"].tolist()


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_anothers_reason_is_not(motives, sentence):
    assert motives(sentence).empty


def test_a_cleft_that_points_back_takes_the_category_told_before(motives):
    found = motives("Russia wants to weaken NATO. That is why Moscow sent an envoy to Ankara.")
    assert found["category"].tolist() == ["counter_us_balancing", "counter_us_balancing"]
    assert found["reason"][1] == f"points back to {found['proposition'][0]}"
