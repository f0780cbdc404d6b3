import pytest

HELD = [
    ("possessive", "Russia's desire to dominate worries its neighbours.", {"Moscow"}),
    ("agent noun", "Russian hackers tried to steal the files.", {"Moscow"}),
    ("leaders in the capital", "Few in the Kremlin want a war with the alliance.", {"Moscow"}),
    ("coordination", "Moscow and Washington want a truce.", {"Moscow", "Washington"}),
    ("control", "A senator accused Russia of trying to rig the vote.", {"Moscow"}),
    ("raising", "Russia seems to want a truce.", {"Moscow"}),
    ("passive agent", "A truce is wanted by Moscow.", {"Moscow"}),
    ("relative clause", "The talks were left by Russia, which wants a truce.", {"Moscow"}),
    ("pronoun", "Russia said nothing on Monday. It wants a truce.", {"Moscow"}),
    ("person's pronoun", "Vladimir Putin said nothing. He wants a truce.", {"Moscow"}),
    ("description", "Russia said nothing on Monday. The country wants a truce.", {"Moscow"}),
    ("plural pronoun", "Russia and China met on Monday. They want a truce.", {"Moscow", "Beijing"}),
    ("both", "Russia met China on Monday. Both countries want a truce.", {"Moscow", "Beijing"}),
    ("the two countries", "Russia met China on Monday. The two countries want a truce.", {"Moscow", "Beijing"}),
    ("either", "Russia met China on Monday. Either of the two sides may want a truce.", {"Moscow", "Beijing"}),
    ("neither he nor", "Vladimir Putin met Xi Jinping. Neither he nor Xi wants a truce.", {"Moscow", "Beijing"}),
    ("a state as they", "Moscow is worried. They want a truce.", {"Moscow"}),
    ("fronted pronoun", "In its search for a truce, Moscow sent an envoy.", {"Moscow"}),
    ("an act by its ending", "Russia's publication of the letters was aimed at a truce.", {"Moscow"}),
    ("first person", 'Mr. Putin told reporters: "We want a truce."', {"Moscow"}),
    ("another in between", "Russia bombed the town. Turkey is angry. It wants a truce.", set()),
    ("another plural between", "Russia bombed the town. Villagers fled. They want a truce.", set()),
    ("opposition", "Russian opposition leaders want a truce.", set()),
    ("another's wish", "China wants Russia to leave.", {"Beijing"}),
]


@pytest.mark.parametrize(("text", "actors"), [held[1:] for held in HELD], ids=[held[0] for held in HELD])
def test_the_holder_is_who_really_wants(motives, text, actors):
    found = motives(text, "Moscow", "Washington", "Beijing")
    assert set(found["holder"]) == actors


def test_any_actor_of_the_study_can_be_the_holder(motives):
    text = "Washington wants North Korea to disarm. Pyongyang needs Russian technology. Moscow fears a war."
    for actor, said in (
        ("Washington", "Washington wants"),
        ("Pyongyang", "Pyongyang needs"),
        ("Moscow", "Moscow fears"),
    ):
        found = motives(text, actor)
        assert found["holder"].tolist() == [actor]
        assert found["evidence"][0].startswith(said)
