import pytest

EXAMPLES = [
    ("stands for", "goal", "Beijing advocates a fairer division of the river."),
    ("stands for", "goal", "Beijing has always stood up for the rights of small fishing nations."),
    ("stands for", "goal", "Beijing spoke in favour of a negotiated end to the fishing dispute."),
    ("insists that", "goal", "Beijing insists that the port remain open."),
    ("insists that", "goal", "Beijing urges that the harbour fees be lowered."),
    ("would like", "goal", "Beijing would rather keep the governor in place."),
    ("is out to", "goal", "Beijing is out to punish the islanders."),
    ("is out to", "goal", "Beijing is at pains to avoid a quarrel with the islanders."),
    ("is out to", "goal", "Beijing is after the islands' copper."),
    ("idiom", "goal", "Beijing is buying time."),
    ("idiom", "goal", "Beijing drove a wedge between the two islands."),
    ("seizes a chance", "goal", "Beijing seized the opportunity to outbid its rivals."),
    ("seizes a chance", "goal", "Beijing jumped at the chance to buy the mine."),
    ("trades for", "purpose", "Beijing is trading rice for copper."),
    ("goal is", "goal", "Beijing's preferred outcome is a weak governor."),
]
NEAR_MISSES = [
    "Beijing argued for an hour with the captain.",
    "Beijing stands accused of closing the strait.",
    "Beijing's envoy is out to lunch.",
    "Beijing insists that the port has remained open.",
    "The islanders demand that Beijing leave.",
    "The flood will divert water from Beijing.",
    "The islanders jumped at the chance to sell copper to Beijing.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_a_stance_or_set_phrase_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_what_only_looks_like_one_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
