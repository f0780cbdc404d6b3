from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2

from analysis.codebooks import Frame, MotiveCode, MotiveCodebook
from analysis.errors import InputError
from analysis.measures import bootstrap_rate_interval
from analysis.vocabulary.frames import find_hits, frame_rates
from analysis.vocabulary.timeline import TIMELINE_COLUMNS, frame_timeline, motive_timeline, node_timeline

WAR, PEACE = Frame("war", ("war*",)), Frame("peace", ("peace",))
CODEBOOK = MotiveCodebook(
    "1", "", {code: MotiveCode(label=code, group="all", definition=code) for code in ("gain", "other")}
)
TEXTS = {"a": ["War, war.", "All is calm.", "War is over."], "b": ["Peace.", "War."]}
DAYS = [date(2017, 1, 3), date(2017, 1, 30), date(2017, 3, 1), date(2017, 2, 1), None]


@pytest.fixture
def small(corpus):
    made = corpus(TEXTS)
    return type(made)(made.articles.assign(date=DAYS), made.sentences, made.tokens, made.outlets)


def frames_of(small, *frames, **options):
    hits = find_hits(small.tokens, frames, articles=small.articles)
    return frame_timeline(hits, small.tokens, small.articles, outlets=small.outlets, frames=frames, **options)


def test_every_month_of_every_outlet_is_a_row(small):
    table = frames_of(small, WAR, PEACE)
    assert table.columns.tolist() == TIMELINE_COLUMNS
    shown = table.assign(month=table["month"].astype(str))
    assert shown[["item", "outlet", "month", "count", "tokens", "month_articles", "articles"]].values.tolist() == [
        ["war", "a", "2017-01", 2, 5, 2, 1], ["war", "a", "2017-02", 0, 0, 0, 0], ["war", "a", "2017-03", 1, 3, 1, 1],
        ["war", "b", "2017-01", 0, 0, 0, 0], ["war", "b", "2017-02", 0, 1, 1, 0], ["war", "b", "2017-03", 0, 0, 0, 0],
        ["peace", "a", "2017-01", 0, 5, 2, 0], ["peace", "a", "2017-02", 0, 0, 0, 0],
        ["peace", "a", "2017-03", 0, 3, 1, 0],
        ["peace", "b", "2017-01", 0, 0, 0, 0], ["peace", "b", "2017-02", 1, 1, 1, 1],
        ["peace", "b", "2017-03", 0, 0, 0, 0],
    ]  # fmt: skip


def test_a_month_without_articles_has_no_rate_and_one_without_hits_the_rate_zero(small):
    war = frames_of(small, WAR).set_index(["outlet", "month"])
    empty = war.loc[("a", pd.Period("2017-02"))]
    assert empty[["per_1000", "low", "high"]].isna().all()
    assert (empty["method"], empty["evidence_level"]) == ("", "descriptive")
    silent = war.loc[("b", pd.Period("2017-02"))]
    assert (silent["per_1000"], silent["low"]) == (0, 0)
    assert silent["high"] == pytest.approx(1000 * chi2.ppf(0.975, 2) / 2)


def test_articles_without_a_date_are_told_and_in_no_month(small):
    table = frames_of(small, WAR)
    assert table.loc[table["outlet"] == "b", "count"].sum() == 0
    assert table.attrs["notes"] == [
        "b: 1 article without a date, in no month (b/2); write the date into study.toml or the article's front matter"
    ]


@pytest.mark.parametrize("articles", [4, 5, 8])
def test_intervals_are_those_of_the_rates_of_frames(corpus, articles):
    small = corpus({"a": ["War is war.", "All is calm."] * 4})
    small = type(small)(small.articles.iloc[:articles], small.sentences, small.tokens, small.outlets)
    outlets = dict.fromkeys(small.articles["article"], "a")
    dated = small.articles.assign(date=date(2017, 9, 26))
    hits = find_hits(small.tokens, [WAR], articles=corpus({"a": ["War is war.", "All is calm."] * 4}).articles)
    month = frame_timeline(hits, small.tokens, dated, outlets=outlets, frames=[WAR], seed=3).iloc[0]
    whole = frame_rates(hits, small.tokens, outlets=outlets, frames=[WAR], seed=3).iloc[0]
    for column in ("count", "tokens", "per_1000", "low", "high", "articles", "method", "evidence_level"):
        assert month[column] == whole[column]
    assert month["method"].startswith("exact Poisson" if articles < 5 else "bootstrap over articles")
    if articles == 8:
        assert (month["low"], month["high"]) == bootstrap_rate_interval([2, 0] * 4, [3] * 8, seed=3)
    assert month["low"] < month["high"]


def test_a_word_and_an_actor_by_month(corpus):
    small = corpus(TEXTS | {"a": ["The Russian side waits.", "Calm.", "Russia, Russia."]}, {"Moscow": ["Russia*"]})
    articles = small.articles.assign(date=DAYS)
    table = node_timeline(small.tokens, articles, "Moscow", outlets=small.outlets)
    assert set(table["item"]) == {"[Moscow]"}
    assert table["count"].tolist() == [1, 0, 2, 0, 0, 0]
    assert node_timeline(small.tokens, articles, "wa*", outlets=small.outlets)["count"].sum() == 1
    with pytest.raises(InputError, match="near pease there is peace"):
        node_timeline(small.tokens, articles, "pease", outlets=small.outlets)


def test_motives_by_month_leave_repeats_out(small):
    found = pd.DataFrame(
        [("a/1", "gain", ""), ("a/1", "gain", "x"), ("a/2", "gain", ""), ("b/2", "gain", ""), ("b/1", "old", "")],
        columns=["article", "category", "repeat_of"],
    )
    table = motive_timeline(found, small.tokens, small.articles, outlets=small.outlets, codebook=CODEBOOK)
    gain = table[table["item"] == "gain"]
    assert gain[["count", "articles"]].values.tolist() == [[2, 2], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]
    assert gain["per_1000"].iloc[0] == 400
    assert (table.loc[table["item"] == "other", "count"] == 0).all()


def test_a_choice_of_articles_is_all_that_is_counted(small):
    outlets = {"a/3": "a", "b/1": "b"}
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    table = frame_timeline(hits, small.tokens, small.articles, outlets=outlets, frames=[WAR])
    assert table["month"].astype(str).unique().tolist() == ["2017-02", "2017-03"]
    assert table["count"].tolist() == [0, 1, 0, 0]
    assert table.attrs["notes"] == []


def test_months_run_over_the_turn_of_the_year(small):
    days = [date(2016, 11, 30), None, None, date(2017, 2, 1), None]
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    dated = small.articles.assign(date=days)
    table = frame_timeline(hits, small.tokens, dated, outlets=small.outlets, frames=[WAR])
    assert table["month"].astype(str).unique().tolist() == ["2016-11", "2016-12", "2017-01", "2017-02"]


@pytest.mark.parametrize("dates", [{"date": None}, {}])
def test_a_study_without_dates_has_no_months_and_says_so(corpus, dates):
    small = corpus(TEXTS)
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    articles = small.articles.assign(**dates)
    table = frame_timeline(hits, small.tokens, articles, outlets=small.outlets, frames=[WAR])
    assert table.empty
    assert table.columns.tolist() == TIMELINE_COLUMNS
    assert len(table.attrs["notes"]) == 2


def test_a_year_mistyped_does_not_make_thousands_of_months(small):
    articles = small.articles.assign(date=[date(217, 9, 1), *DAYS[1:]])
    with pytest.raises(InputError, match=r"from 0?217-09 \(a/1\) to 2017-03; mend the wrong one"):
        frame_timeline(
            find_hits(small.tokens, [WAR], articles=articles), small.tokens, articles,
            outlets=small.outlets, frames=[WAR],
        )  # fmt: skip


def test_the_seeds_have_one_month_and_one_article_without_a_date(seeds):
    hits = find_hits(seeds.tokens, [WAR], articles=seeds.articles)
    table = frame_timeline(hits, seeds.tokens, seeds.articles, outlets=seeds.outlets, frames=[WAR])
    assert table["month_articles"].tolist() == [1, 0]
    assert np.isnan(table["per_1000"].iloc[1])
    assert table.attrs["notes"][0].startswith("baonghean: 1 article without a date")


def test_articles_without_a_date_can_be_counted_apart(small):
    table = frames_of(small, WAR, undated=True)
    apart = table[table["month"].isna()]
    assert apart[["item", "outlet", "count", "tokens", "month_articles", "articles"]].values.tolist() == [
        ["war", "b", 1, 1, 1, 1]
    ]
    assert table["count"].sum() == 4
    assert table.attrs["notes"] == []
    assert table["month"].dtype == "period[M]"
    pd.testing.assert_frame_equal(
        table[table["month"].notna()].reset_index(drop=True), frames_of(small, WAR), check_like=True
    )


def test_without_any_date_every_article_stands_apart(small):
    undated = type(small)(small.articles.assign(date=None), small.sentences, small.tokens, small.outlets)
    assert frames_of(undated, WAR).empty
    table = frames_of(undated, WAR, undated=True)
    assert table[["outlet", "count"]].values.tolist() == [["a", 3], ["b", 1]]
