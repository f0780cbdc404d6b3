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


def test_imputed_and_unsourced_stretches_are_the_outlets():
    assert voice_of("Polish authorities", kind="imputed") == "outlet"
    assert voice_of("") == "outlet"


def test_without_an_actor_every_source_is_another():
    assert voice_of("Poland", actor=None) == "other"


def test_no_rows_give_no_rows():
    empty = pd.DataFrame({"source": [], "role": [], "kind": []}, dtype=object)
    assert list(mark_voice(empty, POLAND)["voice"]) == []
