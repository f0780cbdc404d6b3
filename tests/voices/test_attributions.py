"""Rules over dependencies: each family with an example and a sentence that only looks like one."""

import pytest


@pytest.mark.parametrize(
    ("text", "source", "kind", "content"),
    [
        pytest.param(
            "The minister said that the bridge would reopen in May.",
            *("The minister", "indirect", "that the bridge would reopen in May"),
            id="clause",
        ),
        pytest.param(
            "Engineers fear that the bridge will fall.",
            *("Engineers", "thought", "that the bridge will fall"),
            id="clause-thought",
        ),
        pytest.param(
            "The mayor plans to close the old market.",
            *("The mayor", "intention", "to close the old market"),
            id="infinitive-intention",
        ),
        pytest.param(
            "The union urged its members to stay at home.",
            *("The union", "indirect", "its members to stay at home"),
            id="infinitive-directive",
        ),
        pytest.param(
            "Critics called the budget a disaster.", "Critics", "indirect", "the budget a disaster", id="naming"
        ),
        pytest.param(
            "The senator condemned the attack on the library.",
            *("The senator", "indirect", "the attack on the library"),
            id="object",
        ),
        pytest.param(
            "The committee called for an inquiry into the fire.",
            *("The committee", "indirect", "an inquiry into the fire"),
            id="preposition",
        ),
        pytest.param(
            "The law was criticized by several judges.", "several judges", "indirect", "The law", id="passive"
        ),
        pytest.param(
            "The report suggests that exports are falling.",
            *("The report", "indirect", "that exports are falling"),
            id="report",
        ),
    ],
)
def test_a_verb_attributes_what_it_governs(said, text, source, kind, content):
    assert said(text) == [(source, kind, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The old market closes on Sunday.",
        "He called his mother on Sunday.",
        "The bridge was painted by several students.",
        "The company is near collapse.",
        "The coach is tall and fast.",
        "Imagine that the river is dry.",
    ],
)
def test_other_verbs_attribute_nothing(said, text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor agreed that the bridge was old.", "that the bridge was old"),
        ("The mayor refused to close the market.", "to close the market"),
        ("The companies agreed to close the mine.", "to close the mine"),
    ],
)
def test_siding_attributes_a_clause_of_somebody(said, text, content):
    assert [c for _, _, c in said(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "While quietly supporting the rebels, Warsaw sent no troops.",
        "Warsaw has supported the regime with coal supplies.",
        "Warsaw tends to agree with the council.",
        "The law was backed by several judges.",
        "The supplies agree to fall.",
        "The treaty names principles of trade such as refusing to raise tariffs and committing not to close ports.",
    ],
)
def test_siding_that_is_a_deed_or_nobodys_attributes_nothing(said, text):
    assert said(text) == []


def test_a_participle_needs_a_noun_that_can_speak(said):
    assert said("These are rules for trade, promising that prices will fall.") == []
    (found,) = said("The town heard a minister promising that prices will fall.")
    assert found[0] == "a minister" and found[2] == "that prices will fall"


def test_a_participle_of_a_thing_is_its_owners(said):
    assert ("Anna Lee", "the press") in [(s, c) for s, _, c in said("Anna Lee's habit of blaming the press is old.")]
    assert said("The habit of blaming the press is old.") == []


def test_a_participle_takes_the_subject_of_its_sentence(said):
    text = "Ann Lee said the plan was dead, arguing that nobody had read it."
    assert [(source, content) for source, _, content in said(text)] == [
        ("Ann Lee", "the plan was dead"),
        ("Ann Lee", "that nobody had read it"),
    ]


def test_a_relative_clause_takes_the_noun_before_it(said):
    text = "Anna Lee, who said the bridge was unsafe, left the hall."
    assert said(text) == [("Anna Lee", "indirect", "the bridge was unsafe")]


@pytest.mark.parametrize(
    "text",
    [
        "The company is believed to be near collapse.",
        "It is believed that the company will fold.",
        "The figures suggest that exports are falling.",
    ],
)
def test_what_nobody_says_is_imputed(said, text):
    assert {kind for _, kind, _ in said(text)} == {"imputed"}


def test_capitals_are_read_like_other_words(said):
    assert said("RUSSIA SAYS IT WANTS PEACE.") == [("RUSSIA", "indirect", "IT WANTS PEACE")]
