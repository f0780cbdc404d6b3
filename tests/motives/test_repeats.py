from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.motives import repeats
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


def plain_repeats(rows):
    """Return what repeats what by comparing every pair, as places in the rows (sentence, evidence)."""
    words, repeated = [repeats._content(evidence) for _, evidence in rows], {}
    for earlier, later in combinations(range(len(rows)), 2):
        if {earlier, later} & repeated.keys() or rows[earlier][0] == rows[later][0]:
            continue
        if len(words[earlier] & words[later]) >= max(3, 0.75 * min(len(words[earlier]), len(words[later]))):
            fuller = len(words[later]) > len(words[earlier])
            repeated |= {earlier: later} if fuller else {later: earlier}
    return repeated


EVIDENCE = st.lists(st.sampled_from("fish quota ship net oil gas port toll bay of US".split()), max_size=8)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.tuples(st.integers(0, 9), EVIDENCE.map(" ".join)), max_size=14))
def test_the_repeats_are_those_of_comparing_every_pair(rows):
    named = [(str(i), "1", "Oslo", "gain", sentence, evidence) for i, (sentence, evidence) in enumerate(rows)]
    expected = plain_repeats(rows)
    assert mark_repeats(table(*named))["repeat_of"].tolist() == [str(expected.get(i, "")) for i in range(len(rows))]


@pytest.mark.parametrize("own", ["ship{0} net{0}", "ship{0} net{0} oil gas bay port quota{0}", "oil gas bay"])
def test_the_pairs_compared_grow_with_the_propositions(own, monkeypatch):
    """Half of the words are shared by all; that each proposition has rare words of its own keeps it out of the rest."""
    compared = []
    least = repeats._least_shared
    monkeypatch.setattr(repeats, "_least_shared", lambda size: compared.append(size) or least(size))
    for size in (100, 200):
        compared.clear()
        rows = [(str(i), "1", "Oslo", "gain", i, f"Oslo wants {own}".format(i)) for i in range(size)]
        mark_repeats(table(*rows))
        assert len(compared) <= 3 * size
