from datetime import date

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.vocabulary.counts import outlet_by_article
from analysis.vocabulary.dates import DATE_COLUMNS, articles_between, date_ranges, read_window, tell_ranges
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


def test_articles_outside_a_window_are_named_the_first_three_of_many():
    many = dated({f"a/{day}": date(2017, 1, day) for day in range(1, 6)})
    assert articles_between(many, since="2017-01-05")[1] == [
        "window 2017-01-05 to the last day: 4 articles outside it left out (a/1, a/2, a/3, ...)"
    ]


def test_a_window_is_made_of_days_or_their_names():
    assert str(read_window("26 September 2017", date(2017, 9, 30))) == "2017-09-26 to 2017-09-30"
    assert read_window(None, None) is None
    with pytest.raises(InputError, match="turn the two days round"):
        read_window("2017-02-01", "2017-01-01")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([(1, 1), (1, 31), (1, 2), (1, 30)], ""),
        (
            [(1, 1), (1, 10), (1, 6), (1, 15)],
            "Only 5 of 15 days are common to all outlets’ articles (A ends 2017-01-10,",
        ),
        ([(1, 1), (1, 10), (1, 1), (1, 19)], ""),
        ([(1, 1), (1, 10), (1, 1), (1, 21)], "Only 10 of 21 days are common"),
        ([(1, 1), (1, 10), (2, 1), (2, 2)], "No day is common to all outlets’ articles (A ends 2017-01-10, b begins"),
        ([(1, 1), (1, 1), (1, 1), (1, 1)], ""),
    ],
)
def test_ranges_of_other_days_are_told_in_one_line(days, said):
    names = ("a/1", "a/2", "b/1", "b/2")
    articles = dated({name: date(2017, *day) for name, day in zip(names, days, strict=True)})
    lines = tell_ranges(articles, {"a": "A"})
    assert len(lines) == bool(said)
    assert "".join(lines).startswith(said)


def test_outlets_without_dates_have_no_range_to_compare():
    assert tell_ranges(dated({"a/1": date(2017, 1, 1), "b/1": None}), {}) == []
    assert tell_ranges(dated({"a/1": None, "b/1": None}), {}) == []
