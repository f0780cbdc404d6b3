"""The tables of the default study agree with one another, and a window of days leaves out what lies outside."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from analysis.coding.drafts import new_decision
from analysis.coding.journal import append_decision
from analysis.errors import InputError
from analysis.exhibits import EXHIBITS, provenance_of, show_sources, show_timeline
from analysis.results import Results, read_results

SEEDS = Path(__file__).parents[1] / "seeds"
LATE = "---\ndate: 2018-02-01\n---\n\nRussia wants to mediate in the crisis. Sanctions were discussed at length.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, parser) -> Path:
    """The default study with one late article an outlet; the Vietnamese article has no date."""
    folder = tmp_path_factory.mktemp("study") / "seeds"
    shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".analysis"))
    for number, outlet in enumerate(("warsaw-institute", "baonghean")):
        (folder / outlet / "late.txt").write_text(LATE.replace("-02-01", f"-02-0{number + 1}"))
    return folder


@pytest.fixture(scope="module")
def results(folder) -> Results:
    return read_results(folder)


def test_every_table_counts_the_same_hits_and_propositions(results):
    hits = len(results.hits)
    for table in (results.rates, results.rates_by_voice, results.term_rates, results.frame_timeline):
        assert table["count"].sum() == hits
    assert results.motive_timeline["count"].sum() == len(results.propositions)
    own = results.mentions[results.mentions["actor"] == results.actor]
    assert results.actor_timeline["count"].sum() == len(own)
    assert results.word_timeline("sanction*")["count"].sum() == (results.hits["term"] == "sanction*").sum()


def test_months_and_articles_without_a_date_are_told_apart(results):
    months = results.frame_timeline.drop_duplicates(["outlet", "month"]).set_index("outlet")
    assert months.loc["warsaw-institute", "month_articles"].tolist() == [1, 0, 0, 0, 0, 1]
    assert months.loc["baonghean", "month_articles"].tolist() == [0, 0, 0, 0, 0, 1, 1]
    said = "common to all outlets’ articles (Warsaw Institute ends 2018-02-01, Baonghean begins 2018-02-02)"
    assert said in show_timeline(results).description.caption
    assert any(said in note for note in results.notes)


def test_a_window_leaves_out_what_lies_outside_and_says_so(folder):
    inside = read_results(folder, between=("2018-01-01", None))
    assert inside.sources.articles["article"].tolist() == ["baonghean/late.txt", "warsaw-institute/late.txt"]
    assert set(inside.tokens["article"].unique()) == set(inside.sources.articles["article"])
    assert any("window 2018-01-01 to the last day: 1 article outside it left out" in note for note in inside.notes)
    assert any("baonghean: 1 article without a date, left out of the window" in note for note in inside.notes)
    assert len(inside.all_sources.articles) == 4
    bundle = show_sources(inside)
    assert bundle.description.caption.endswith(" Articles of 2018-01-01 to the last day only.")
    assert bundle.provenance.settings["window"] == "2018-01-01 to the last day"
    assert set(bundle.provenance.inputs) == set(inside.sources.articles["article"])


def test_decisions_on_articles_outside_a_window_are_neither_lost_nor_counted(folder, results):
    inside = read_results(folder, between=("2018-01-01", "2018-12-31"))
    assert len(inside.codings) == len(results.codings) > 0
    assert inside.orphans.empty
    assert set(inside.propositions["article"]) <= set(inside.sources.articles["article"])


def test_the_window_of_the_study_gives_way_to_one_that_is_named(folder, tmp_path):
    own = Path(shutil.copytree(folder, tmp_path / "windowed"))
    (own / "study.toml").write_text((folder / "study.toml").read_text() + "\n[window]\nfrom = 2018-01-01\n")
    assert len(read_results(own).sources.articles) == 2
    assert len(read_results(own, between=(None, None)).sources.articles) == 4
    assert "window" not in provenance_of(read_results(own, between=(None, None))).settings


@pytest.mark.parametrize(
    ("between", "said"),
    [
        (("soon", None), 'since "soon" is no day; write it as 2017-09-26'),
        (("2018-01-01", "2017-01-01"), "turn the two days round"),
        (("2019-01-01", None), r"no article lies in the window 2019-01-01 to the last day.*mend the window in"),
        (("2017-09-01", "2017-09-30"), "leaves the articles of Warsaw Institute alone; widen it in"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused(between, said, folder):
    with pytest.raises(InputError, match=said):
        _ = read_results(folder, between=between).sources


def test_every_exhibit_is_drawn_and_described(results):
    for stem, show in EXHIBITS.items():
        bundle = show(results)
        assert bundle.stem == stem
        assert len(bundle.table) > 0
        assert bundle.description.caption.endswith(".") and bundle.description.alt.endswith(".")
        assert not bundle.figure.get_size_inches()[1] > 11.7, "longer than a sheet of A4"


def tables_of(results: Results) -> dict[str, pd.DataFrame]:
    """Every table that the results hand out, by name."""
    names = [name for kind in type(results).mro() for name in vars(kind) if not name.startswith("_")]
    made = {name: getattr(results, name) for name in names if name not in ("study", "actor")}
    return {name: table for name, table in made.items() if isinstance(table, pd.DataFrame)}


def assert_same_tables(results: Results, fresh: Results):
    tables, expected = tables_of(results), tables_of(fresh)
    assert tables.keys() == expected.keys() and len(tables) > 20
    for name, table in tables.items():
        assert_frame_equal(table, expected[name], obj=name)
    assert results.coder_status == fresh.coder_status


def test_results_under_other_frames_or_decisions_are_those_read_anew(folder, tmp_path):
    own = Path(shutil.copytree(folder, tmp_path / "own"))
    results = read_results(own)
    before = tables_of(results)
    row = results.propositions[results.propositions["coders"] == 0].iloc[0].to_dict()
    decision = new_decision(row, "reject", coder="ana", articles=results.sources.articles)
    append_decision(results.study.codings, decision)
    results.reread_codings()
    assert len(results.propositions) == len(before["propositions"]) - 1
    assert_same_tables(results, read_results(own))
    terms = (own / "frames.yaml").read_text(encoding="utf-8")
    (own / "frames.yaml").write_text(terms + "\n  people:\n    terms: [analysts]\n", encoding="utf-8")
    under = results.with_frames(read_results(own).study.frames)
    assert len(under.hits) > len(before["hits"])
    assert_same_tables(under, read_results(own))
