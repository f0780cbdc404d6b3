import pytest

from analysis.codebooks import MotiveCode
from analysis.motives.examples import ExampleWords


def code(*examples):
    return MotiveCode(label="a", group="a", definition="a", examples=examples)


WORDS = ExampleWords({"peace": code("bring peace", "lasting peace"), "gain": code("make money")})


def test_the_likeness_is_that_of_naive_bayes():
    """Two examples of the first code have "peace", one has "lasting"; the second code's have neither."""
    peace, lasting = 40 / 42, 40 / 41
    odds = (2.5 / 0.5) ** peace
    assert WORDS.likeness("peace now") == pytest.approx({"peace": odds / (odds + 1), "gain": 1 / (odds + 1)})
    odds *= (1.5 / 0.5) ** lasting
    assert WORDS.likeness("a lasting peace") == pytest.approx({"peace": odds / (odds + 1), "gain": 1 / (odds + 1)})


def test_a_word_that_goes_with_every_code_says_little():
    """In 400 examples "wants" stands, three times as often in one code; "gold" stands in three of the other code's."""
    codes = {"peace": code(*["wants peace"] * 300), "gain": code(*["wants money"] * 97, *["wants gold"] * 3)}
    said = ExampleWords(codes).likeness("wants gold")
    assert said["gain"] > said["peace"]


def test_a_word_counts_once_a_text_and_by_its_first_six_letters():
    assert WORDS.likeness("peace, peace, peace") == WORDS.likeness("peace")
    assert ExampleWords({"peace": code("mediation")}).shared("to mediate", "peace") == ("mediate",)


@pytest.mark.parametrize("text", ["", "steel and the rest", "the and for"])
def test_words_that_no_example_has_say_nothing(text):
    assert WORDS.likeness(text) == {}


def test_the_words_shared_with_a_code_are_quoted_as_they_stand():
    assert WORDS.shared("Lasting Peace, more money and peace", "peace") == ("Lasting", "Peace", "peace")
