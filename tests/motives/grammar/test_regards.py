import pytest

EXAMPLES = [
    ("sees the folly", "fear", "Beijing would recognize the folly of a long quarrel."),
    ("sees the folly", "benefit", "Beijing sees an opportunity to win over the islanders."),
    ("sees as", "benefit", "Beijing sees the port as a gateway to the archipelago."),
    ("sees as", "fear", "Beijing considers the pact a danger to its trade."),
    ("sees as", "fear", "Beijing finds the pact unacceptable."),
    ("sees as", "priority", "Beijing regards the port as vital to its trade."),
    ("sees as", "benefit", "In Beijing, the governor is seen as a useful partner."),
    ("in its eyes", "fear", "In Beijing's eyes, the pact is a threat."),
    ("in its eyes", "priority", "From Beijing's point of view, the port is essential."),
    ("in its eyes", "fear", "Seen from Beijing, the pact is an attempt to encircle it."),
    ("is about", "reason", "For Beijing, this is about prestige."),
    ("is about", "priority", "For Beijing, the stakes are high."),
    ("is about", "goal", "Beijing's campaign is less about copper than about prestige."),
    ("calculates", "goal", "Beijing calculates that the islanders will sell."),
]
NEAR_MISSES = [
    "The islanders see Beijing as a bully.",
    "Delhi regards Beijing as a threat.",
    "In the eyes of the islanders, Beijing is a threat.",
    "Viewed from Delhi, Beijing is a danger.",
    "For Delhi, the quarrel with Beijing is about copper.",
    "Beijing's statement is about copper.",
    "Beijing sees the ships on its radar.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_what_a_thing_is_in_its_eyes_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_another_view_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
