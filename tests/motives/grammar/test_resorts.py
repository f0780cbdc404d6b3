import pytest

EXAMPLES = [
    ("turns for", "purpose", "Beijing turned to Peru for help with its fisheries."),
    ("turns for", "purpose", "Beijing has scoured the coast for grain to feed its cities."),
    ("turns for", "purpose", "Beijing asked Peru for timber."),
    ("relieves", "benefit", "A second mine would ease Beijing's shortage of copper."),
    ("relieves", "benefit", "For Beijing, a second mine would ease the shortage of copper."),
    ("relieves", "benefit", "The loan could lighten the burden on Beijing."),
    ("contributes", "benefit", "The toll contributes to Beijing's effort to win the strait."),
]
NEAR_MISSES = [
    "Beijing turned to Peru for the second time.",
    "Peru turned to Beijing for help with its fisheries.",
    "A second mine would ease Peru's shortage of copper.",
    "A second mine eased the shortage of copper, Beijing noted.",
    "The toll contributes to Peru's effort to keep Beijing out.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_a_resort_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in zip(found["rule"], found["kind"], strict=True)


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_anothers_resort_or_a_mere_effect_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
