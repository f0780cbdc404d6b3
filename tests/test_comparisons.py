"""Several actors of the default study side by side: who is compared, and what the figure's bundle says of it."""

import dataclasses
import shutil
from pathlib import Path

import pytest

from analysis.comparisons import MOST_ASKED, compare_actors
from analysis.errors import InputError
from analysis.evidence import evidence_of_actors, evidence_table
from analysis.exhibits import show_actors
from analysis.results import Results, read_results

SEEDS = Path(__file__).parents[1] / "seeds"
ALL = ("Moscow", "Washington", "Pyongyang", "Beijing", "Seoul")


@pytest.fixture(scope="module")
def results(tmp_path_factory, parser) -> Results:
    folder = tmp_path_factory.mktemp("study") / "seeds"
    return read_results(shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".analysis")))


def asked_for(results: Results, actor: str) -> Results:
    return Results(results.study, actor)


def test_the_same_articles_give_any_actors_motives(results):
    washington = asked_for(results, "Washington").propositions
    assert set(washington["holder"]) == {"Washington"}
    together = results.propositions_of_all
    assert together["proposition"].is_unique
    for actor, own in (("Moscow", results.propositions), ("Washington", washington)):
        assert own["proposition"].tolist() == together.loc[together["holder"] == actor, "proposition"].tolist()


def test_the_actor_asked_for_comes_first(results):
    assert compare_actors(results).cast.shown == ALL
    assert compare_actors(asked_for(results, "Beijing")).cast.shown == ("Beijing", *(a for a in ALL if a != "Beijing"))


def test_actors_can_be_named(results):
    cast = compare_actors(results, actors=["beijing", "Moscow"]).cast
    assert cast.shown == ("Beijing", "Moscow")
    assert set(cast.left_out) == set(ALL) - {"Beijing", "Moscow"}
    with pytest.raises(InputError, match=r'Actor "Paris" is not in .*study.toml; known actors: Moscow'):
        compare_actors(results, actors=["Paris"])


def test_too_many_named_actors_are_refused(results):
    study = results.study
    more = tuple(study.actors[0].model_copy(update={"name": f"Actor {n}"}) for n in range(MOST_ASKED + 1))
    large = Results(dataclasses.replace(study, actors=(*study.actors, *more)), "Moscow")
    with pytest.raises(InputError, match=f"name at most {MOST_ASKED}"):
        compare_actors(large, actors=[actor.name for actor in more])


def test_the_bundle_holds_the_n_the_propositions_and_their_quotes(results):
    bundle = show_actors(results)
    n = bundle.outlets.set_index(["outlet", "actor"])
    assert n.loc[("warsaw-institute", "Moscow"), ["articles", "tokens"]].tolist() == [1, 500]
    own = results.propositions.groupby("outlet").size()
    assert n.xs("Moscow", level="actor")["propositions"].to_dict() == own.to_dict()
    assert n["propositions"].sum() == len(bundle.table)
    assert (n["named"] >= 0).all() and n.loc[("warsaw-institute", "Seoul"), "named"] == 0
    cells = bundle.quotes.groupby(["outlet", "actor", "category"]).size()
    assert cells.max() <= 3
    assert len(cells) == len(bundle.table.drop_duplicates(["outlet", "holder", "category"]))
    settings = bundle.provenance.settings
    assert settings["actors"] == ", ".join(ALL)
    assert settings["coders"].startswith("Moscow: rules + 1 coder (30 of ")
    assert settings["coders"].endswith(" coded); the others: machine reading")
    assert bundle.stem == "8-actors"


def test_each_mark_of_every_actor_has_its_sentence(results):
    told = evidence_of_actors(results, ["Washington", "Beijing"])
    counted = results.propositions_of_all["holder"].isin(["Washington", "Beijing"]).sum()
    assert len(told) == counted > 0
    assert told["outlet"].drop_duplicates().tolist() == ["Warsaw Institute", "Baonghean"]
    for _, own in told.groupby("outlet", sort=False):
        assert own["actor"].tolist() == sorted(own["actor"], key=["Washington", "Beijing"].index)
    assert told["where"].str.fullmatch(r"s\. \d+").all()
    assert "actor" not in evidence_table(results)
