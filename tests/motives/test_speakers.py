import pytest

VOICES = [
    ("outlet", "", "Moscow wants a truce."),
    ("outlet", "", "Moscow believes that it must act to avoid a war."),
    ("other", "analysts", "According to analysts, Moscow wants a truce."),
    ("other", "A former Kremlin adviser", "A former Kremlin adviser said that Moscow wants a truce."),
    ("actor", "the Russian foreign minister", '"We want a truce," said the Russian foreign minister.'),
]


@pytest.mark.parametrize(("voice", "source", "sentence"), VOICES)
def test_a_motive_stands_in_the_voice_of_who_tells_it(motives, voice, source, sentence):
    found = motives(sentence).iloc[0]
    assert (found["voice"], found["source"]) == (voice, source)


def test_an_act_told_by_the_actor_is_its_own(motives):
    found = motives("The Russian defense ministry said that the operation is aimed at the rebels.")
    assert found[["rule", "voice"]].to_numpy().tolist() == [["is aimed at", "actor"]]
    assert motives("The Turkish defense ministry said that the operation is aimed at the rebels near Russia.").empty


def test_a_former_officials_we_is_not_the_actor(motives):
    assert motives('"We want a truce," said a former Russian foreign minister.').empty
