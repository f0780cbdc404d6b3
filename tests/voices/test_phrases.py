"""Cues that are no verbs: according to, in the view of, nouns and adjectives."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the ministry, prices will fall.", ("the ministry", "indirect", "prices will fall")),
        ("Prices will fall, according to the ministry.", ("the ministry", "indirect", "Prices will fall")),
        ("In the view of the bishop, the film is harmless.", ("the bishop", "indirect", "the film is harmless")),
        (
            "The mayor's promise to rebuild the bridge pleased the voters.",
            ("The mayor", "indirect", "to rebuild the bridge"),
        ),
        (
            "The coach is confident that the team will win.",
            ("The coach", "thought", "that the team will win"),
        ),
        (
            "The voters are willing to wait for the bridge.",
            ("The voters", "intention", "to wait for the bridge"),
        ),
    ],
)
def test_a_phrase_attributes(said, text, expected):
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text", ["The trains ran according to schedule.", "In the middle of the town, the film is shown."]
)
def test_a_measure_or_a_place_is_no_source(said, text):
    assert said(text) == []


def test_a_claim_of_nobody_is_imputed(said):
    text = "The claim that the river is poisoned spread quickly."
    assert said(text) == [("", "imputed", "that the river is poisoned")]


def test_according_to_whom_is_imputed_and_ends_with_its_clause(said):
    text = "The farmers, according to whom the river is a threat, left the valley."
    assert said(text) == [("The farmers", "imputed", "the river is a threat")]
