"""Subject and verb between marks: before, after and around what is said."""

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "content"),
    [
        ('"The roof leaks," said Ann Lee, a teacher.', "direct", '"The roof leaks,"'),
        ('"The roof leaks and so what," Ann Lee told reporters.', "direct", '"The roof leaks and so what,"'),
        ('Ann Lee said: "The roof leaks and nobody cares."', "direct", '"The roof leaks and nobody cares."'),
        (
            '"The roof leaks," Ann Lee said, "and nobody cares about it."',
            "direct",
            '"The roof leaks,"|"and nobody cares about it."',
        ),
        ("The roof, Ann Lee said, leaks in winter.", "indirect", "The roof|leaks in winter"),
        (
            "If the rain goes on, Ann Lee said, the school will close.",
            "indirect",
            "If the rain goes on|the school will close",
        ),
        ("As Ann Lee put it, the bridge is a disgrace.", "indirect", "the bridge is a disgrace"),
        ('The bridge is "safe," Ann Lee said.', "mixed", 'The bridge is "safe,"'),
    ],
)
def test_what_stands_around_a_parenthesis_is_said(said, text, kind, content):
    assert said(text) == [("Ann Lee", kind, content)]


@pytest.mark.parametrize("text", ["The roof leaks, and she went home.", "On Monday, the minister spoke."])
def test_a_clause_after_a_mark_is_no_parenthesis(said, text):
    assert said(text) == []


def test_a_few_quoted_words_are_no_speech(said):
    assert said('The old "roadmap" was a short document.') == []
