"""Names: pronouns, offices, last names, roles, and what is no name."""

import pytest

from analysis.voices import find_voices


@pytest.fixture
def sources(article):
    def listed(text):
        voices = find_voices(article(text))
        return list(zip(voices["source"], voices["role"], strict=True))

    return listed


def test_a_pronoun_is_the_person_before(sources):
    text = "Jan Kos, the mayor of Lodz, opened the bridge. He said that it was safe."
    assert sources(text) == [("Jan Kos", "the mayor of Lodz")]


def test_they_are_the_last_group(sources):
    text = "Several analysts say that exports will fall. They argue that the currency is weak."
    assert sources(text) == [("Several analysts", "")] * 2


def test_a_bare_office_and_a_last_name_are_who_was_introduced_with_them(sources):
    text = "The mayor, Jan Kos, said the bridge was safe. The mayor added that it was new. Kos said that it shone."
    assert sources(text) == [("Jan Kos", "The mayor")] * 3


def test_the_head_of_a_body_is_the_person_who_spoke_last(sources):
    text = "According to Jan Kos, the bridge is safe. The head of the ministry stressed that it was new."
    assert [name for name, _ in sources(text)] == ["Jan Kos"] * 2


def test_the_head_of_a_named_countrys_body_is_somebody_of_his_own(sources):
    text = "Jan Kos said that the bridge is safe. The head of the government of France said that it was new."
    assert [name for name, _ in sources(text)][1] != "Jan Kos"


def test_an_affair_that_encourages_says_nothing(sources):
    assert sources("This position only encourages the company to raise its prices.") == []
    assert sources("Jan Kos encourages the company to raise its prices.") == [("Jan Kos", "")]


def test_titles_are_taken_off_a_name(sources):
    text = "Foreign Minister Jan Kos said that the bridge was safe."
    assert sources(text) == [("Jan Kos", "Foreign Minister")]


def test_a_party_is_taken_off_a_name_and_stands_alone_else(sources):
    assert sources("Democrat Anna Lee said that the bridge was old.") == [("Anna Lee", "Democrat")]
    assert sources("The Democrats said that the bridge was old.") == [("The Democrats", "")]


def test_a_name_in_capitals_is_the_person_named_in_the_article(sources):
    text = "Anna Lee came to Lodz.\n\nKOS: Will you stay?\nLEE: I will.\nKOS: And then?\nLEE: We shall see."
    assert [name for name, _ in sources(text)] == ["KOS", "Anna Lee"] * 2


def test_an_abbreviation_in_capitals_is_no_last_name(sources):
    text = "Kim Jong Un went home. The UN said that the talks are over."
    assert sources(text) == [("The UN", "")]


def test_statements_are_their_speakers(sources):
    text = "According to the subsequent statements of the representatives of Warsaw, the talks are over."
    assert sources(text) == [("representatives of Warsaw", "")]


def test_words_of_what_cannot_speak_are_nobodys(sources):
    assert [name for name, _ in sources("According to the words of the song, the night is long.")] == [
        "the words of the song"
    ]


def test_a_body_keeps_its_name(sources):
    assert sources("The Ministry of Health said that the water was clean.") == [("The Ministry of Health", "")]


def test_the_author_is_no_source(sources):
    assert sources("I think that the bridge is ugly.") == [("", "")]


def test_the_words_of_the_source_are_marked_and_missing_where_nobody_is_named(article):
    text = "Jan Kos said that it was late. It is believed that the town sleeps."
    voices = find_voices(article(text))
    named, nobody = voices.iloc[0], voices.iloc[1]
    assert text[named["source_start"] : named["source_end"]] == "Jan Kos"
    assert text[named["cue_start"] : named["cue_end"]] == "said"
    assert voices["source_start"].isna().tolist() == [False, True]
    assert nobody["source"] == ""
