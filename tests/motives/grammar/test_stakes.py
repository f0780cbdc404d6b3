import pytest

EXAMPLES = [
    ("benefits", "benefit", "Russia has directly benefited from the partnership."),
    ("serves", "benefit", "A rise in oil prices would benefit Russia."),
    ("gains", "benefit", "Moscow is winning leverage as the talks drag on."),
    ("is given", "benefit", "The loans gave Moscow leverage over Caracas."),
    ("is given", "benefit", "His election would guarantee Russia has a willing accomplice."),
    ("loses", "harm", "Russia would lose its buffer in the west."),
    ("loses", "harm", "Moscow has much to lose if the talks collapse."),
    ("harms", "harm", "Losing the port would deprive Russia of its only base."),
    ("serves", "benefit", "A dry summer would burnish Moscow's reputation."),
    ("serves", "benefit", "It suits Russia to keep the ferry running."),
    ("harms", "harm", "A scandal would tarnish Russia's image."),
    ("harms", "harm", "A scandal could cost Moscow its last sponsors."),
    ("gains", "benefit", "Russia gets copper in return."),
    ("is given", "benefit", "The port would provide Moscow with access to the coast."),
    ("for it", "benefit", "For Moscow, the port is a gateway to the archipelago."),
    ("is good for", "benefit", "Such a state of affairs would be favourable for the Russian authorities."),
    ("is good for", "benefit", "The partnerships Russia has built with its neighbours are mutually beneficial."),
    ("is a gain for", "harm", "A united Korea would be a strategic defeat for Moscow."),
    ("is a gain for", "benefit", "The chaos is an opportunity for Putin to demonstrate his power."),
    ("for it", "harm", "For Russia, the impact of a war would be much milder."),
    ("standing moves", "harm", "The image of Russia could deteriorate."),
    ("frees itself", "benefit", "With a deal, Moscow could extricate itself from the war."),
]
NEAR_MISSES = [
    "The sanctions have hurt the Russian economy.",
    "The agreement enables Russia to use the port.",
    "Germany would benefit from Russian gas.",
    "Ukraine lost a town to Russia.",
    "European governments hope that the sanctions will weaken Russia.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_what_is_at_stake_is_found(motives, rule, kind, sentence):
    found = motives(sentence)
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_a_mere_effect_or_anothers_stake_is_not(motives, sentence):
    assert motives(sentence).empty


def test_a_rivals_gain_beside_the_actors_loss_is_a_harm(motives):
    found = motives("Russia would lose its base, the position of the United States would be strengthened.")
    assert found["kind"].tolist() == ["harm", "harm"]
    assert found["rule"].tolist()[1] == "rival gains"


def test_a_rivals_gain_alone_is_not(motives):
    assert motives("In Russia's absence, the position of the United States would be strengthened.").empty
