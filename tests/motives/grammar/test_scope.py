import pytest

NEGATED = [
    "Moscow does not want a war.",
    "The Kremlin has no intention of leaving.",
    "Russia has few incentives to compromise.",
    "Moscow has little interest in a strong Iran.",
    "Neither Moscow nor Tehran wants a clash.",
    "Moscow does not think that a war would be in its interest.",
    "A strong Europe is not what Russia wants.",
    "It is unlikely that Russia wants a war.",
    "Moscow is unwilling to help.",
    "Moscow lacks an incentive to compromise.",
    "Moscow denies plans to close the port.",
    "Moscow denied that it is trying to sway the vote.",
]
NOT_NEGATED = [
    "Moscow wants to avoid a war.",
    "Russia seeks to prevent a collapse.",
    "The Kremlin hopes that the talks will not fail.",
    "Moscow is not unwilling to help.",
]
HEDGED = [
    "Russia may be seeking a truce.",
    "Moscow apparently wants a truce.",
    "Russia's move is believed to be aimed at a truce.",
    "There is speculation that Russia wants a truce.",
    "It is possible that Moscow wants a truce.",
    "Moscow seems to want a truce.",
]
NOT_HEDGED = [
    "Analysts say Moscow wants a truce.",
    "Experts believe that Moscow wants a truce.",
    "Russia would lose its base.",
    "Russia bought the shells because its factories could not keep up.",
]


@pytest.mark.parametrize("sentence", NEGATED)
def test_a_negator_over_the_want_negates(motives, sentence):
    assert motives(sentence)["negated"].tolist() == [True]


@pytest.mark.parametrize("sentence", NOT_NEGATED)
def test_avoiding_is_a_goal_and_a_negator_below_does_not_reach(motives, sentence):
    assert motives(sentence)["negated"].tolist() == [False]


@pytest.mark.parametrize("sentence", HEDGED)
def test_possibility_appearance_and_belief_hedge(motives, sentence):
    assert motives(sentence)["hedged"].tolist() == [True]


@pytest.mark.parametrize("sentence", NOT_HEDGED)
def test_attribution_and_condition_do_not(motives, sentence):
    assert motives(sentence)["hedged"].tolist() == [False]


def test_what_is_called_weak_is_minimised(motives):
    assert motives("For Russia, the impact of a war would be much milder.")["minimised"].tolist() == [True]
    assert motives("For Russia, the dispute is less urgent than others.")["minimised"].tolist() == [True]
    assert motives("For Russia, the dispute is urgent.")["minimised"].tolist() == [False]
