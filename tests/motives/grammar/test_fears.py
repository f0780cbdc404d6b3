import pytest

EXAMPLES = [
    ("fears", "fear", "Beijing fears that the islanders will sell the port."),
    ("fears", "fear", "Beijing is wary of being drawn into the quarrel."),
    ("fears", "fear", "Beijing is increasingly uneasy about the islanders' talks with Delhi."),
    ("fears", "fear", "Beijing is angry about the pact."),
    ("fears", "fear", "The pact alarms Beijing."),
    ("fears", "fear", "What worries Beijing is the islanders' talks with Delhi."),
    ("fears", "fear", "Beijing feels threatened by the pact."),
    ("goal is", "fear", "There are fears in Beijing that the islanders will sell the port."),
    ("fears", "fear", "The pact is feeding Beijing's insecurities."),
    ("senses", "fear", "Beijing's sense of encirclement has grown."),
    ("will not accept", "fear", "Beijing cannot afford to lose its last friend."),
    ("will not accept", "fear", "Beijing can ill afford a quarrel."),
    ("will not accept", "goal", "Beijing will not mind if Delhi stays away."),
    ("will not accept", "fear", "Beijing cannot be seen to back down."),
    ("refuses", "fear", "Beijing refuses to be sidelined."),
    ("refuses", "fear", "Beijing refuses to give up the port."),
]
NEAR_MISSES = [
    "Beijing expressed deep concern over the quarrel.",
    "The governor fears Beijing.",
    "The islanders resent Beijing's fleet.",
    "Beijing's closure angered the islanders.",
    "Delhi said it would not tolerate a fleet from Beijing.",
    "Beijing felt the heat of the summer.",
    "Beijing refuses to comment.",
    "They fear that Beijing's bank will fail.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_a_fear_or_refusal_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_a_formula_or_anothers_fear_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
