import pytest

EXAMPLES = [
    ("is allowed", "benefit", "Closing the strait would allow Beijing to strangle the islands."),
    ("is allowed", "benefit", "The canal would free Beijing to look elsewhere."),
    ("by doing", "purpose", "By closing the strait, Beijing could force the islanders to sell."),
    ("to its benefit", "benefit", "A closed strait would be to Beijing's benefit."),
    ("to its benefit", "harm", "A quarrel would be to Beijing's detriment."),
    ("to its benefit", "benefit", "Closing the strait plays into Beijing's hands."),
    ("to its benefit", "priority", "The port is high on Beijing's agenda."),
    ("is a gain for", "benefit", "A closed strait is good news for Beijing."),
    ("is a gain for", "harm", "A closed strait would be bad news for Beijing."),
    ("pays to", "interest", "It makes sense for Beijing to keep the strait closed."),
    ("loss of its", "harm", "The fall of the governor would mean the loss of Beijing's last friend."),
    ("loss of its", "harm", "A pact would spell the end of Beijing's influence in the archipelago."),
    ("risks", "harm", "Beijing could risk losing the islanders' trust."),
    ("risks", "harm", "Beijing is at risk of losing its last port."),
    ("risks", "harm", "Beijing runs the danger of losing its last port."),
    ("turns it into", "harm", "The pact would turn Beijing into a laughing stock."),
    ("turns it into", "harm", "Losing the mine would leave Beijing without copper."),
    ("turns it into", "harm", "Beijing might find itself isolated."),
    ("is made to look", "harm", "The delay makes Beijing look weak."),
]
NEAR_MISSES = [
    "The pact allowed Beijing to close the strait.",
    "By noon, Beijing could confirm the accident.",
    "By closing its own port, Delhi could hurt the islanders near Beijing.",
    "The risk of a storm near Beijing is low.",
    "The end of Beijing's fleet came in May.",
    "Good news for Delhi is bad weather in Beijing.",
    "Beijing turned the barracks into a school.",
    "Beijing was mentioned on his agenda.",
]


@pytest.mark.parametrize(("rule", "kind", "sentence"), EXAMPLES)
def test_what_would_open_or_be_lost_is_found(motives, rule, kind, sentence):
    found = motives(sentence, "Beijing")
    assert (rule, kind) in list(zip(found["rule"], found["kind"], strict=True))


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_an_effect_or_anothers_prospect_is_not(motives, sentence):
    assert motives(sentence, "Beijing").empty
