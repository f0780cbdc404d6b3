"""Whose voice a source is, for an actor."""

import pandas as pd
import pytest

from analysis.study import Actor
from analysis.voices import mark_voice

POLAND = Actor(name="Poland", aliases=["Poland", "Polish", "Poles", "Warsaw", "Jan Kos"])


def voice_of(source, *, role="", kind="indirect", actor=POLAND):
    voices = pd.DataFrame({"source": [source], "role": [role], "kind": [kind]})
    return mark_voice(voices, actor)["voice"].item()


@pytest.mark.parametrize(
    "source",
    [
        "Poland",
        "Warsaw",
        "Jan Kos",
        "the Polish side",
        "Poland's foreign ministry",
        "a spokesman for the Polish government",
        "representatives of Warsaw",
        "Polish state media",
        "Jan Kos's post",
        "Polish officials",
    ],
)
def test_the_actor_and_its_officials_are_the_actor(source):
    assert voice_of(source) == "actor"


@pytest.mark.parametrize(
    "source",
    [
        "analysts",
        "Polish analysts",
        "Poland's critics",
        "Polish opposition leaders",
        "the Czech ambassador to Poland",
        "an expert on Poland",
        "the minister, who visited Warsaw",
        "anti-Polish groups",
    ],
)
def test_who_is_only_from_there_or_about_it_is_another_source(source):
    assert voice_of(source) == "other"


def test_a_role_counts_where_it_is_an_office_of_the_actor():
    assert voice_of("Ewa Lis", role="spokeswoman for the Polish foreign ministry") == "actor"
    assert voice_of("Ewa Lis", role="a former Polish minister") == "other"
    assert voice_of("Ewa Lis", role="an economist in Warsaw") == "other"


@pytest.mark.parametrize(
    ("role", "voice"),
    [
        ("director of the Smith Endowment Warsaw Center", "other"),
        ("a professor at Warsaw University", "other"),
        ("head of the Institute for Polish Law", "other"),
        ("Warsaw-based lawyer", "other"),
        ("Warsaw-born mayor", "other"),
        ("editor of the Warsaw Times", "other"),
        ("director of the Polish defense ministry press center", "actor"),
        ("Warsaw lawmaker", "actor"),
        ("Poland's ambassador", "actor"),
        ("head of the Polish Foreign Ministry", "actor"),
    ],
)
def test_a_place_in_the_name_of_a_body_of_its_own_or_before_a_hyphen_is_not_the_actor(role, voice):
    assert voice_of("Ewa Lis", role=role) == voice


def test_an_independent_body_with_the_place_in_its_name_is_another_source():
    assert voice_of("the Warsaw Center") == "other"
    assert voice_of("the Polish Foreign Ministry") == "actor"
    assert voice_of("a Polish government spokesman") == "actor"


def test_imputed_and_unsourced_stretches_are_the_outlets():
    assert voice_of("Polish authorities", kind="imputed") == "outlet"
    assert voice_of("") == "outlet"


def test_without_an_actor_every_source_is_another():
    assert voice_of("Poland", actor=None) == "other"


def test_no_rows_give_no_rows():
    empty = pd.DataFrame({"source": [], "role": [], "kind": []}, dtype=object)
    assert list(mark_voice(empty, POLAND)["voice"]) == []
