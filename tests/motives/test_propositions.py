import time

import pandas as pd
import pytest

from analysis.motives.grammar import FAMILIES
from analysis.motives.propositions import PROPOSITION_COLUMNS, proposition_id, tell_copies_apart
from analysis.study import read_study

MUST_FIND = [
    ("Such a state of matter would be favourable", "outlet", False, False),
    ("North Korea is a tool that may be helpful", "outlet", False, None),
    ("distracts the Americans", "outlet", False, None),
    ("wants the current crisis to continue", "outlet", False, False),
    ("any intention of starting a great war", "outlet", True, False),
    ("that an outbreak of war would be in its interest", "outlet", True, False),
    ("would lose its buffer", "outlet", False, False),
    ("aimed at affirming its role", "outlet", False, True),
    ('wants to "take China', "outlet", False, True),
    ("to avoid the risk of conflict", "other", False, False),
    ('Russia does not want North Korea to become a "typical case"', "outlet", True, False),
    ("is certainly not what Russia wants", "outlet", True, False),
    ('Russia will not accept being "left out"', "outlet", True, False),
]
MUST_NOT_REPORT = ["aimed at punishing North Korea", "will not attack North Korea since", "deep concern"]

STUDY = """
title = "A trade dispute"
focal_actor = "Brussels"
[[outlets]]
folder = "gazette"
name = "The Gazette"
[[actors]]
name = "Brussels"
aliases = ["Brussels", "EU", "European Union", "European Commission"]
[[actors]]
name = "Washington"
aliases = ["Washington", "United States"]
"""
MOTIVES = """
codes:
  shelter:
    {label: shelter, group: goods, definition: keep foreign goods out, cues: [farm*, protect* + producers|steel]}
  retaliation:
    {label: hit back, group: power, definition: answer a blow in kind, cues: [retaliat*, tit-for-tat, hit back]}
  other: {label: other, group: rest, definition: anything else}
"""
COMPANY = (
    "Russia and China want to avoid a war. “We want peace and our leaders fear chaos,” the Kremlin spokesman said. "
    "“We need our allies,” Trump said, and China believes that it must act. Both sides hope for talks. They fear war."
)
TEXT = (
    "Brussels wants to protect its steel producers. The European Commission imposed tariffs on whiskey to retaliate. "
    "The bloc said little. The EU hopes that the summit will be short. Washington wants lower duties."
)


@pytest.mark.parametrize(("words", "voice", "negated", "hedged"), MUST_FIND)
def test_the_seeds_ascribe_it(seeds, words, voice, negated, hedged):
    articles, found = seeds
    text = dict(zip(articles["article"], articles["text"], strict=True))
    article, start = next((name, body.index(words)) for name, body in text.items() if words in body)
    inside = (found["start"] <= start + 5) & (found["end"] >= start + len(words) - 5)
    covering = found[inside & (found["article"] == article)]
    assert len(covering) == 1
    row = covering.iloc[0]
    assert (row["holder"], row["voice"], row["negated"]) == ("Moscow", voice, negated)
    assert hedged is None or row["hedged"] == hedged


@pytest.mark.parametrize("words", MUST_NOT_REPORT)
def test_the_seeds_do_not_ascribe_it(seeds, words):
    assert not seeds[1]["evidence"].str.contains(words, regex=False).any()


def test_the_level_reached_on_the_seeds_is_kept(seeds):
    assert seeds[1].groupby("outlet").size().to_dict() == {"warsaw-institute": 11, "baonghean": 19}


def test_offsets_point_at_the_source_as_read(seeds):
    articles, found = seeds
    text = dict(zip(articles["article"], articles["text"], strict=True))
    for row in found.itertuples():
        assert text[row.article][row.start : row.end] == row.evidence
        assert row.sentence_start <= row.start < row.end <= row.sentence_end
    assert list(found) == PROPOSITION_COLUMNS
    assert found["proposition"].is_unique


@pytest.mark.parametrize("actor", ["Moscow", "Washington", "Pyongyang", "Beijing", "Seoul"])
def test_an_actors_propositions_are_the_same_alone_and_in_company(motives, study, seeds, actor):
    for text in [*seeds[0]["text"], COMPANY]:
        together = motives(text, *[one.name for one in study.actors])
        alone = motives(text, actor)
        own = together[together["holder"] == actor].reset_index(drop=True)
        pd.testing.assert_frame_equal(own, alone, check_dtype=len(alone) > 0)


def test_two_holders_of_one_stretch_have_an_id_each(motives):
    found = motives("Russia and China want to avoid a war.", "Moscow", "Beijing")
    assert found["holder"].tolist() == ["Beijing", "Moscow"]
    assert found.duplicated(["start", "end"]).sum() == 1
    assert found["proposition"].is_unique


def test_another_actor_and_codebook_need_no_code(tmp_path, motives):
    (tmp_path / "study.toml").write_text(STUDY, encoding="utf-8")
    (tmp_path / "motives.yaml").write_text(MOTIVES, encoding="utf-8")
    (tmp_path / "frames.yaml").write_text("frames:\n  trade: {terms: [tariff*]}\n", encoding="utf-8")
    study = read_study(tmp_path)
    found = motives(TEXT, of=study)
    assert found["holder"].tolist() == ["Brussels"] * 3
    assert found["category"].tolist() == ["shelter", "retaliation", "other"]
    assert motives(TEXT, "Washington", of=study)["evidence"].tolist() == ["Washington wants lower duties"]


def test_a_headline_and_its_sentence_are_counted_once(motives):
    found = motives("Russia wants lasting peace in Syria\n\nRussia wants a lasting peace in Syria, officials said.")
    assert found["repeat_of"].ne("").sum() == 1


@pytest.mark.parametrize(
    "text",
    [
        "Russia wants peace and " * 125,
        "no full stop Russia wants peace\nmore words Moscow seeks war",
        'Moscow said "it wants peace. "Nobody "knows what Russia "wants.',
        "RUSSIA WANTS PEACE. THE KREMLIN SEEKS A SEAT AT THE TABLE.",
        "Russia 1,204 3.5 17 % 99\n" * 60,
        "Russia wants to want to want to want what it wants that wants what Russia wants.",
        ", ; -- ( ) Russia's",
        "Russia, " * 200,
    ],
)
def test_hostile_text_neither_breaks_nor_runs_away(motives, text):
    start = time.process_time()
    found = motives(text)
    assert list(found) == PROPOSITION_COLUMNS
    assert time.process_time() - start < 10


def test_a_text_without_the_actor_has_no_proposition(motives):
    assert motives("Norway wants cheaper fish.").empty


def test_each_family_stands_for_itself_and_no_rule_finds_twice():
    rules = [rule for family in FAMILIES for rule in family.RULES]
    assert len(set(rules)) == len(rules)
    assert all(rule.find.__module__ == family.__name__ for family in FAMILIES for rule in family.RULES)


def test_articles_of_one_text_have_ids_of_their_own_and_the_others_keep_theirs():
    hashes = {"a": "1", "b": "1", "c": "2"}
    articles = pd.DataFrame({"article": [*hashes], "sha256": [*hashes.values()]})
    rows = [
        {"article": name, "start": start, "end": 9, "holder": "Oslo", "repeat_of": "", "reason": ""}
        | {"proposition": proposition_id(sha256, start, 9, "Oslo")}
        for name, sha256 in hashes.items()
        for start in (0, 5)
    ]
    for first, second in (rows[:2], rows[2:4], rows[4:]):
        second |= {"repeat_of": first["proposition"], "reason": f"points back to {first['proposition']}"}
    found = tell_copies_apart(pd.DataFrame(rows), articles)
    assert found["proposition"].is_unique
    assert found["proposition"].tolist()[4:] == [row["proposition"] for row in rows[4:]]
    assert found["repeat_of"].tolist()[1::2] == found["proposition"].tolist()[::2]
    assert found["reason"].tolist()[1::2] == [f"points back to {one}" for one in found["proposition"][::2]]
    alone = tell_copies_apart(pd.DataFrame(rows[2:]), articles.iloc[1:])
    assert alone["proposition"].tolist() == [row["proposition"] for row in rows[2:]]
