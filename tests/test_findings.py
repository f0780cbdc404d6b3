import dataclasses
from datetime import date

import numpy as np
import pandas as pd
import pytest

from analysis.findings import (
    tell_evidence_level,
    tell_fit,
    tell_frames,
    tell_keyness,
    tell_motives,
    tell_sources,
    tell_terms,
    tell_timeline,
    tell_together,
)
from analysis.study import read_study


@pytest.fixture
def study():
    return read_study("seeds")


def propositions(*rows):
    return pd.DataFrame(rows, columns=["outlet", "category"])


def test_a_difference_is_told_only_from_two_propositions_on(study):
    table = propositions(
        *[("warsaw-institute", "distraction_of_rival")] * 2, *[("warsaw-institute", "status_role")],
        *[("baonghean", "mediation_stability")] * 3,
    )  # fmt: skip
    lines = tell_motives(table, study, actor="Moscow")
    assert "distract the US: 2 of 3 (Warsaw Institute) against 0 of 3 (Baonghean)" in lines
    assert "mediate, stabilize: 0 of 3 (Warsaw Institute) against 3 of 3 (Baonghean)" in lines
    assert not any(line.startswith("status") for line in lines)
    assert lines[-1].startswith("Named by nobody: counter the US")


def test_no_proposition_at_all_is_said(study):
    assert tell_motives(propositions(), study, actor="Moscow") == ["No motive of Moscow was found in any article."]


def test_frames_are_told_by_difference_of_rate_and_by_borrowed_voice(study):
    rates = pd.DataFrame(
        [("warsaw-institute", "persuasion", 9, 18.0), ("baonghean", "persuasion", 2, 2.4),
         ("warsaw-institute", "arms", 4, 8.0), ("baonghean", "arms", 5, 6.0)],
        columns=["outlet", "frame", "count", "per_1000"],
    )  # fmt: skip
    by_voice = pd.DataFrame(
        [
            ("warsaw-institute", "persuasion", voice, count)
            for voice, count in (("outlet", 0), ("actor", 9), ("other", 0))
        ],
        columns=["outlet", "frame", "voice", "count"],
    )
    assert tell_frames(rates, by_voice, study, actor="Moscow") == [
        "frame persuasion: 9 hits, 18.0 per 1,000 (Warsaw Institute) against 2 hits, 2.4 per 1,000 (Baonghean)",
        "frame persuasion: all 9 hits of Warsaw Institute are Moscow's words",
    ]


@pytest.mark.parametrize(
    ("number", "says"), [(1, "Descriptive only"), (4, "Descriptive only"), (5, "Inference by article")]
)
def test_the_evidence_level_is_that_of_the_smaller_side(study, number, says):
    articles = pd.DataFrame({"outlet": ["warsaw-institute"] * 9 + ["baonghean"] * number})
    line = tell_evidence_level(articles, study)
    assert line.startswith(says)
    assert f"Baonghean {number}" in line


@pytest.mark.parametrize(
    ("number", "says"), [(1, "With one article"), (3, "With so few articles"), (30, "Words are tested")]
)
def test_what_words_can_tell_goes_by_the_articles(number, says):
    assert tell_keyness(pd.DataFrame({"outlet": ["a"] * 30 + ["b"] * number})).startswith(says)


def test_sources_are_told_in_the_studys_order(study):
    articles = pd.DataFrame({"outlet": ["baonghean", "warsaw-institute", "baonghean"], "tokens": [800, 500, 400]})
    assert tell_sources(articles, study) == [
        "Warsaw Institute: 1 article, 500 words",
        "Baonghean: 2 articles, 1,200 words, read in translation",
    ]


def test_a_codebook_for_another_topic_is_noticed(study):
    assert tell_fit(propositions(("baonghean", "other"), ("baonghean", "status_role")), study) == []
    (line,) = tell_fit(propositions(*[("baonghean", "other")] * 2, ("baonghean", "status_role")), study)
    assert line.startswith("2 of 3 propositions fit no code")


def test_three_outlets_are_told_by_their_widest_differences_only():
    study = read_study("seeds")
    rows = [(outlet, code) for outlet, code, n in (
        ("a", "status_role", 9), ("b", "economic_gain", 9), ("c", "domestic_politics", 9),
        ("a", "war_supply", 2), ("b", "security_buffer", 2), ("c", "ideology_norms", 2),
    ) for _ in range(n)]  # fmt: skip
    outlets = tuple(study.outlets[0].model_copy(update={"folder": name, "name": name}) for name in "abc")
    lines = tell_motives(propositions(*rows), dataclasses.replace(study, outlets=outlets), actor="Moscow")
    assert sum(" against " in line for line in lines) == 6
    assert all("9 of 11" in line for line in lines[:6])


def test_terms_are_told_by_who_has_them_and_by_difference_of_rate(study):
    rates = pd.DataFrame(
        [("warsaw-institute", "arms", "missile*", 4, 8.0), ("baonghean", "arms", "missile*", 1, 1.2),
         ("warsaw-institute", "arms", "weapon*", 1, 2.0), ("baonghean", "arms", "weapon*", 0, 0.0),
         ("warsaw-institute", "arms", "tank*", 0, 0.0), ("baonghean", "arms", "tank*", 0, 0.0)],
        columns=["outlet", "frame", "term", "count", "per_1000"],
    )  # fmt: skip
    assert tell_terms(rates, study) == [
        "2 of the 3 terms have a hit: 1 in every outlet, 1 in one alone",
        "frame arms, missile*: 4 hits, 8.0 per 1,000 (Warsaw Institute) against 1 hit, 1.2 per 1,000 (Baonghean)",
    ]
    assert tell_terms(rates.assign(count=0), study) == ["No frame term was found in any article."]


def timeline(*rows):
    table = pd.DataFrame(rows, columns=["item", "outlet", "month", "count", "per_1000", "month_articles"])
    return table.assign(month=pd.PeriodIndex(table["month"], freq="M"))


def dated(*days):
    outlets = ("warsaw-institute", "baonghean")
    return pd.DataFrame(
        [(outlet, f"{outlet}/1.txt", day) for outlet, day in zip(outlets, days, strict=True)],
        columns=["outlet", "article", "date"],
    )


def test_months_are_told_with_what_moves_and_where_days_differ(study):
    table = timeline(
        ("arms", "baonghean", "2017-08", 1, 2.0, 1), ("arms", "baonghean", "2017-09", 0, np.nan, 0),
        ("arms", "baonghean", "2017-10", 6, 9.0, 2), ("rules", "baonghean", "2017-08", 0, 0.0, 1),
        ("rules", "baonghean", "2017-10", 1, 1.5, 2),
    )  # fmt: skip
    lines = tell_timeline(table, dated(date(2017, 8, 1), date(2017, 10, 1)), study)
    assert lines == [
        "Dated articles are of 2017-08 to 2017-10, 2 months with articles.",
        "No day is common to all outlets’ articles (Warsaw Institute ends 2017-08-01, Baonghean begins 2017-10-01): "
        "what differs may be events, not outlets.",
        "frame arms in Baonghean: 1 hit, 2.0 per 1,000 in 2017-08, 6 hits, 9.0 per 1,000 in 2017-10",
    ]


def test_a_single_month_and_none_at_all_are_told(study):
    one = timeline(("arms", "baonghean", "2017-08", 9, 2.0, 1), ("arms", "warsaw-institute", None, 1, 2.0, 1))
    lines = tell_timeline(one, dated(None, date(2017, 8, 1)), study)
    assert lines[0] == "All dated articles are of 2017-08."
    assert lines[1].startswith("warsaw-institute: 1 article without a date, in no month (warsaw-institute/1.txt)")
    assert len(lines) == 2
    none = timeline(("arms", "baonghean", None, 9, 2.0, 1))
    assert tell_timeline(none, dated(None, None), study)[0] == "No article has a date: nothing can be told by month."


def test_what_shares_sentences_is_told_with_what_chance_would_bring(study):
    columns = ["outlet", "within", "item", "kind", "other", "other_kind", "O", "E", "same_words", "N"]
    table = pd.DataFrame(
        [("baonghean", "sentence", "arms", "frame", "status_role", "motive", 3, 1.25, 1, 25),
         ("baonghean", "sentence", "arms", "frame", "rules", "frame", 1, 0.5, 0, 25),
         ("baonghean", "sentence", "buffer", "frame", "rules", "frame", 4, 0.5, 3, 25),
         ("baonghean", "article", "arms", "frame", "rules", "frame", 9, 9.0, 0, 9)],
        columns=columns,
    )  # fmt: skip
    assert tell_together(table, study) == [
        "Baonghean: the frame arms and the motive status, a seat in 3 of 25 sentences (1 of them on the same words "
        "alone), where chance would bring 1.2"
    ]
    assert tell_together(table.assign(O=1), study) == [
        "No two frames or motives share more than one sentence of an outlet, but on the same words."
    ]


def test_pairs_are_chosen_by_the_sentences_in_which_they_stand_apart(study):
    columns = ["outlet", "within", "item", "kind", "other", "other_kind", "O", "E", "same_words", "N"]
    rows = [
        ("baonghean", "sentence", one, "frame", "rules", "frame", together, 0.5, same, 25)
        for one, together, same in (("arms", 9, 7), ("buffer", 4, 0), ("talks", 3, 0))
    ]
    told = tell_together(pd.DataFrame(rows, columns=columns), study)
    assert [line.split(" and ")[0] for line in told] == ["Baonghean: the frame buffer", "Baonghean: the frame talks"]


def test_an_outlet_without_a_motive_is_named_and_shares_none(study):
    outlets = (*study.outlets, study.outlets[0].model_copy(update={"folder": "third", "name": "Third"}))
    table = propositions(*[(outlet, "status_role") for outlet in ("warsaw-institute", "baonghean")])
    lines = tell_motives(table, dataclasses.replace(study, outlets=outlets), actor="Moscow")
    assert lines[:2] == ["No motive of Moscow was found in Third.", "Named by every other outlet: status, a seat."]
