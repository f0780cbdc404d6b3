"""Speech without a verb: labels, turns, signatures, pull quotes."""

import pytest


def test_a_headline_label_that_is_a_kind_of_speaker_is_a_source(said):
    assert said("Poll: Voters want lower taxes") == [("Poll", "indirect", "Voters want lower taxes")]


def test_a_headline_label_that_is_a_topic_is_none(said):
    assert said("Storm over Europe: Trains stand still") == []


def test_a_headline_label_may_be_somebody_who_speaks_in_the_article(said):
    text = "Kos: Bridge must close\n\nJan Kos said that the bridge was old."
    assert [content for _, _, content in said(text)] == ["Bridge must close", "that the bridge was old"]


def test_turns_of_a_transcript_go_to_the_next_name(said):
    text = "ANNA: Shall we begin?\nBEN: Not yet. We must wait.\nANNA: Then we wait."
    assert said(text) == [
        ("ANNA", "direct", "Shall we begin?"),
        ("BEN", "direct", "Not yet. We must wait."),
        ("ANNA", "direct", "Then we wait."),
    ]


def test_a_notice_in_capitals_is_no_turn(said):
    assert said("NOTE: The office is closed on Friday.") == []


def test_a_dash_and_a_name_sign_a_quotation(said):
    text = '"We will stay in the valley." — Ana Ruiz, 24'
    assert said(text) == [("Ana Ruiz", "direct", '"We will stay in the valley."')]


def test_a_dash_and_a_clause_do_not(said):
    assert said('The sign read "no entry" — and the old gate was green.') == []


def test_a_line_set_apart_is_signed_by_the_next(said):
    text = "The talks went on.\n\nA bridge that falls is worse than none\n\nJan Kos, former mayor of Lodz"
    assert [(source, content) for source, _, content in said(text)] == [
        ("Jan Kos", "A bridge that falls is worse than none")
    ]


INTERVIEW = (
    "{one}: Mr. Keller, why does the ministry support the plan?\n\n{two}: Because it wants to keep the harbour. It "
    "also needs a success.\n\n{one}: Is that all?\n\n{two}: It wants to show that nothing is decided without it."
)


@pytest.mark.parametrize(("one", "two"), [("Weekly", "Keller"), ("WEEKLY", "KELLER"), ("Q", "A"), ("Jan Kos", "Ana")])
def test_in_an_interview_the_answers_are_speech_and_the_questions_the_outlets_own(one, two, said):
    found = said(INTERVIEW.format(one=one, two=two))
    assert [source for source, kind, _ in found if kind == "direct"] == [two, two]
    assert not any("support the plan" in content for _, _, content in found)


def test_names_before_colons_that_come_once_are_no_interview(said):
    assert not said("Prague: The talks have begun.\n\nVienna: The talks are over.\n\nRome: Nothing is known.")
