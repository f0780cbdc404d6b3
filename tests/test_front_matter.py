import datetime
from datetime import date, timedelta

import pytest

from analysis.front_matter import date_problem, read_date, read_front_matter


def block(content):
    return f"---\n{content}\n---\nThe article.\n"


def test_our_keys_are_read_and_others_ignored():
    text = block(
        "layout: post\ntitle : Russia And Iran\nauthor: [Ann Lee, Bo Ek]\ndate  : 2022-08-11 12:00:00 +0800\nx: {y: z}"
    )
    assert read_front_matter(text) == (
        {"title": "Russia And Iran", "author": "Ann Lee, Bo Ek", "date": "2022-08-11 12:00:00 +0800"}, "",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "The article.", "---\n---\nThe article.", "---\n- a\n---\n", "---\nThe article.\n---\n"]
)
def test_an_article_without_front_matter_says_nothing_of_itself(text):
    assert read_front_matter(text) == ({}, "")


def test_what_is_no_yaml_is_read_line_by_line():
    text = block("layout: post\ntitle: Russia: the crisis\ndate: '2017-09-26'")
    assert read_front_matter(text) == ({"title": "Russia: the crisis", "date": "2017-09-26"}, "no valid YAML (line 3)")


@pytest.mark.parametrize(
    "content",
    [
        "title: Seat\ntitle: Seat",
        "title: Seat\nx: " + "[" * 5000,
        "title: Seat\nx: !!python/object/apply:os.system [ls]\ny: [",
        "title: Seat\n" + "x: y\n" * 20_000,
        "title: Seat\nlanguage: ~\nurl:\noutlet: null",
        "title: 'Se\0at'".replace("\0", ""),
    ],
)
def test_hostile_front_matter_gives_plain_values(content):
    assert read_front_matter(block(content))[0] == {"title": "Seat"}


def test_a_bomb_of_aliases_is_not_set_off():
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    said, _ = read_front_matter(block("\n".join([*lines, "title: *a11", "author: *a0"])))
    assert said == {"author": "x, x"}


@pytest.mark.parametrize(
    "written",
    [
        "2017-09-26",
        "2017-09-26 12:00:00 +0800",
        "2017-09-26T01:00:00Z",
        "2017/9/26",
        "26 September 2017",
        "Sep 26, 2017",
    ],
)
def test_dates(written):
    assert read_date(written) == datetime.date(2017, 9, 26)


@pytest.mark.parametrize("written", ["", "2017-13-45", "yesterday", "26.09", "September 2017"])
def test_what_is_no_day_is_none(written):
    assert read_date(written) is None


def test_a_day_that_no_article_can_have_is_told():
    today = date.today()
    assert date_problem(today) == date_problem(str(today)) == date_problem("1600-01-01") == ""
    assert date_problem(today + timedelta(days=366)) == ""
    for day in (today + timedelta(days=367), date(1599, 12, 31)):
        assert date_problem(day).startswith("is no day of an article")
