from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis.articles import Sources
from analysis.errors import InputError
from analysis.study import read_study
from analysis.vocabulary.dates import read_window
from analysis.vocabulary.window import codings_within, sources_within

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = pd.DataFrame(
    [
        ("a", "a/1", date(2017, 1, 1)),
        ("a", "a/2", date(2017, 6, 1)),
        ("b", "b/1", date(2017, 6, 2)),
        ("b", "b/2", None),
    ],
    columns=["outlet", "article", "date"],
)
SOURCES = Sources(ARTICLES, pd.DataFrame({"article": ["a/1", "b/1"], "why": ["credit", "byline"]}), ["a note"])


def study_of(since, until):
    return replace(read_study(SEEDS), window=read_window(since, until))


def test_articles_removals_and_notes_are_those_of_the_window():
    inside = sources_within(SOURCES, study_of("2017-06-01", None))
    assert inside.articles["article"].tolist() == ["a/2", "b/1"]
    assert inside.removals["article"].tolist() == ["b/1"]
    assert inside.notes[0] == "a note"
    assert "1 article outside it left out (a/1)" in inside.notes[1]
    assert "b: 1 article without a date, left out of the window (b/2)" in inside.notes[2]


def test_without_a_window_all_stays():
    assert sources_within(SOURCES, study_of(None, None)) is SOURCES


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (
            "2018-01-01",
            None,
            r"no article lies in the window .* of 2017-01-01 to 2017-06-02; mend the window in .*toml",
        ),
        (
            None,
            "2017-02-01",
            r"the window the first day to 2017-02-01 leaves the articles of a alone; widen it in .*toml",
        ),
    ],
)
def test_a_window_that_leaves_nothing_to_compare_is_refused(since, until, said):
    with pytest.raises(InputError, match=said):
        sources_within(SOURCES, study_of(since, until))


def test_one_outlet_alone_may_have_a_window():
    alone = Sources(ARTICLES.iloc[:2], SOURCES.removals, [])
    assert sources_within(alone, study_of("2017-06-01", None)).articles["article"].tolist() == ["a/2"]


def test_decisions_on_articles_outside_wait_and_those_on_lost_articles_stay():
    known = pd.DataFrame({"article": ["a/1", "a/2"], "sha256": ["1", "2"]})
    codings = pd.DataFrame(
        {"article": ["a/1", "renamed", "a/2", "gone", "a/1"], "sha256": ["1", "1", "2", "9", "2"]}, index=range(5)
    )
    kept = codings_within(codings, known.iloc[1:], known=known)
    assert kept.index.tolist() == [2, 3, 4]
