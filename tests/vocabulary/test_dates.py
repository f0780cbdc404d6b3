from datetime import date

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.vocabulary.counts import outlet_by_article
from analysis.vocabulary.dates import DATE_COLUMNS, articles_between, date_ranges
from analysis.vocabulary.keyness import keyness_table

DAYS = {"a/1": date(2017, 8, 31), "a/2": date(2017, 9, 1), "b/1": date(2017, 9, 30), "b/2": None, "c/1": None}


def dated(days=DAYS):
    return pd.DataFrame([(name[0], name, day) for name, day in days.items()], columns=["outlet", "article", "date"])


@pytest.mark.parametrize(
    ("since", "until", "inside", "outside"),
    [
        (date(2017, 9, 1), date(2017, 9, 30), ["a/2", "b/1"], "2017-09-01 to 2017-09-30: 1 article outside"),
        ("2017-09-02", None, ["b/1"], "2017-09-02 to the last day: 2 articles outside"),
        (None, "1 September 2017", ["a/1", "a/2"], "the first day to 2017-09-01: 1 article outside"),
        ("2017-09-01", "2017-09-01", ["a/2"], "2 articles outside"),
    ],
)
def test_a_window_holds_its_first_and_last_day_and_tells_what_it_leaves_out(since, until, inside, outside):
    chosen, notes = articles_between(dated(), since=since, until=until)
    assert chosen["article"].tolist() == inside
    assert outside in notes[0]
    gone = [outlet for outlet in "abc" if outlet not in set(chosen["outlet"])]
    assert notes[1].endswith(f": no article of {', '.join(gone)} is left to compare")
    assert [note.split(" (")[0] for note in notes[2:]] == [
        "b: 1 article without a date, left out of the window", "c: 1 article without a date, left out of the window",
    ]  # fmt: skip


def test_a_window_that_holds_every_article_leaves_nothing_to_tell():
    first = dated().iloc[:3]
    assert articles_between(first, since="2017-01-01", until="2017-12-31")[1] == []


def test_without_a_window_all_articles_stay():
    chosen, notes = articles_between(dated())
    assert (len(chosen), notes) == (5, [])


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2017-13-01", None, 'since "2017-13-01" is no day; write it as 2017-09-26'),
        (None, "soon", 'until "soon" is no day'),
        ("2017-09-02", "2017-09-01", r"ends \(2017-09-01\) before it begins \(2017-09-02\)"),
        ("2018-01-01", None, "2018-01-01 to the last day; they are of 2017-08-31 to 2017-09-30"),
    ],
)
def test_a_window_without_sense_or_articles_is_refused(since, until, said):
    with pytest.raises(InputError, match=said):
        articles_between(dated(), since=since, until=until)


@pytest.mark.parametrize("articles", [dated().iloc[3:], dated().drop(columns="date")])
def test_articles_without_dates_are_in_no_window(articles):
    with pytest.raises(InputError, match="none of them has a date"):
        articles_between(articles, since="2017-01-01")


def test_the_days_of_each_outlet():
    ranges = date_ranges(dated())
    assert ranges.columns.tolist() == DATE_COLUMNS
    assert ranges.values.tolist() == [
        ["a", 2, 0, date(2017, 8, 31), date(2017, 9, 1)],
        ["b", 2, 1, date(2017, 9, 30), date(2017, 9, 30)],
        ["c", 1, 1, None, None],
    ]


def test_the_outlets_of_a_window_keep_other_articles_out_of_a_comparison(corpus):
    small = corpus({"a": ["war war", "peace"], "b": ["peace talks", "war"]})
    articles = small.articles.assign(date=[date(2017, 1, 1), date(2017, 9, 1), date(2017, 9, 2), date(2018, 1, 1)])
    chosen, _ = articles_between(articles, since="2017-09-01", until="2017-09-30")
    table = keyness_table(small.tokens, small.sentences, outlets=outlet_by_article(chosen)).set_index("term")
    assert table[["count", "reference_count", "tokens", "reference_tokens"]].to_dict("index") == {
        "peace": {"count": 1, "reference_count": 1, "tokens": 1, "reference_tokens": 2},
        "talks": {"count": 0, "reference_count": 1, "tokens": 1, "reference_tokens": 2},
    }
