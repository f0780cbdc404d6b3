import pandas as pd

from analysis.motives.repeats import mark_repeats


def table(*rows):
    columns = ["proposition", "article", "holder", "category", "sentence_start", "evidence"]
    return pd.DataFrame(rows, columns=columns).assign(repeat_of="")


def test_a_headline_that_the_body_says_more_fully_repeats_it():
    marked = mark_repeats(
        table(
            ("a", "1", "Oslo", "gain", 0, "Oslo wants cheaper fish quotas"),
            ("b", "1", "Oslo", "gain", 50, "Oslo wants much cheaper fish quotas this year"),
        )
    )
    assert marked["repeat_of"].tolist() == ["b", ""]


def test_another_claim_article_or_holder_is_no_repeat():
    first = ("a", "1", "Oslo", "gain", 0, "Oslo wants cheaper fish quotas")
    for other in (
        ("b", "2", "Oslo", "gain", 50, first[-1]),
        ("b", "1", "Bergen", "gain", 50, first[-1]),
        ("b", "1", "Oslo", "honour", 50, first[-1]),
        ("b", "1", "Oslo", "gain", 0, first[-1]),
        ("b", "1", "Oslo", "gain", 50, "Oslo wants new ships"),
    ):
        assert mark_repeats(table(first, other))["repeat_of"].tolist() == ["", ""]


def test_an_empty_table_stays_empty():
    assert mark_repeats(table()).empty
