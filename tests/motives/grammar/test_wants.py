import pytest

EXAMPLES = [
    ("wants", "Moscow wants a lasting foothold on the coast."),
    ("wants", "Similarly, Russia, also short of cash, urgently seeks new buyers."),
    ("wants", "The Kremlin hopes that the talks will drag on until winter."),
    ("wants", "Russia is hoping for a weaker alliance."),
    (
        "has a goal",
        "He said that the message to countries, such as Russia, that attempt to meddle in the vote is clear.",
    ),
    ("wants", "A senator accused Moscow of trying to rig the vote."),
    ("wants", "Moscow has been pushing for an end to the embargo."),
    ("wants", "Russia has set out to replace the Americans as the region's broker."),
    ("wants", "The fishing pact that Moscow has laboured for decades to weaken has collapsed."),
    ("wants", "Russia dreams of a railway to the coast."),
    ("is eager", "Russia is intent on excluding its rivals from the fair."),
    ("is eager", "Russia is not ready to share the harvest."),
    ("is eager", "Russia would be glad if the price fell."),
    ("finds a way", "Moscow has set its sights on the copper mines."),
    ("finds a way", "Russia is looking at ways to bypass the strait."),
    ("what it wants", "A strong Europe is certainly not what Russia wants."),
    ("what it wants", "What Moscow wants is a seat at the table."),
    ("would like", "The Kremlin would like to see the sanctions lifted."),
    ("is eager", "Russia, eager for hard currency, has offered fighter jets to Iran."),
    ("is eager", "The Kremlin is determined to keep Georgia out of the alliance."),
    ("finds a way", "Moscow will find every way to bring the rivals back to the table."),
    ("would welcome", "Such a change would be welcomed by Putin."),
]
NEAR_MISSES = [
    "Washington wants Russia to withdraw its troops.",
    "The United States asked Russia to seek peace.",
    "Russia promised to deliver the missiles by December.",
    "Russia condemned the sanctions aimed at punishing North Korea.",
    "Both sides, Moscow included, are willing to overlook the risk.",
    "Ukraine, which Russia attacked, wants more weapons.",
    "Russia is ready to help the islanders.",
    "In pursuing those goals, Russia has bought two mines.",
    "Does Russia want the mines?",
    "The Russian army is struggling to advance.",
]


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES)
def test_a_want_is_found(motives, rule, sentence):
    found = motives(sentence)
    assert rule in found["rule"].tolist()
    assert found["kind"].tolist()[0] == "goal"


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_what_is_no_want_of_the_actor_is_not(motives, sentence):
    assert motives(sentence).empty


def test_two_coordinate_clauses_are_two_propositions(motives):
    found = motives(
        "Russia will not accept being sidelined and will find every way to bring the parties back to talks."
    )
    assert found["rule"].tolist() == ["will not accept", "finds a way"]
