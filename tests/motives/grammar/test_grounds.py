import pytest

EXAMPLES = [
    ("that is why", "reason", "The main driver of the closure by Beijing is copper."),
    ("that is why", "reason", "That is why Beijing closed the strait."),
    ("that is why", "reason", "Copper is why Beijing closed the strait."),
    ("is driven by", "reason", "Beijing's policy is based on the conviction that the islanders will sell."),
    ("lies behind", "reason", "Behind Beijing's policy lies a fear of encirclement."),
    ("lies behind", "reason", "At the heart of Beijing's policy is copper."),
    ("plays a role", "reason", "Pride plays a role in Beijing's thinking."),
]
NEAR_MISSES = [
    "The question is why Beijing closed the strait.",
    "Behind Beijing lies a range of hills.",
    "At the heart of Beijing is a square.",
    "The islanders' policy is based on the fear that Beijing will leave.",
    "Beijing plays a role in the talks.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_what_is_named_as_the_ground_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_a_question_or_a_place_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
