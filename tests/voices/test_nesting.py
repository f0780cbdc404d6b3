"""Speech in speech: another source's is kept inside, a speaker's own thought is not listed again."""

from analysis.voices.nesting import Cover


def test_speech_of_another_source_is_nested(said):
    text = "Ann Lee said the minister had claimed that the bridge was safe."
    assert said(text) == [
        ("Ann Lee", "indirect", "the minister had claimed that the bridge was safe"),
        ("the minister", "indirect", "that the bridge was safe"),
    ]


def test_what_a_speaker_believes_is_part_of_what_it_says(said):
    text = "Ann Lee said she believed that the bridge was safe."
    assert said(text) == [("Ann Lee", "indirect", "she believed that the bridge was safe")]


def test_quoted_words_attribute_nothing_themselves(said):
    assert len(said('"I think that he plans to leave the town," Ann Lee said.')) == 1


def test_cover_holds_what_lies_inside_one_stretch():
    cover = Cover([(0, 2000), (3000, 3010)])
    assert cover.holds((1500, 1600))
    assert not cover.holds((1990, 2010))
    assert not cover.holds((2500, 2501))
