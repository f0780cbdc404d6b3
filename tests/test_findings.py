import dataclasses

import pandas as pd
import pytest

from analysis.findings import tell_evidence_level, tell_fit, tell_frames, tell_motives, tell_sources
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
