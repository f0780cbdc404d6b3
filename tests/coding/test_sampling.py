import pandas as pd
import pytest

from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.sampling import most_instructive, random_sentences, sentences_in_reach, teaching_of
from analysis.motives.categories import categorizer_of
from analysis.tokens import split_sentences

from .conftest import articles_of, coding


def queue(results, rows=(), coder=""):
    rules, articles = results.annotated.propositions, results.sources.articles
    laid = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles, results.study.focal).laid
    return most_instructive(teaching_of(rules, articles, codebook=results.study.motives), laid, coder=coder)


def test_every_proposition_comes_once_and_outlets_take_turns(results):
    order = queue(results)
    assert sorted(order["proposition"]) == sorted(results.annotated.propositions["proposition"])
    fewest = order["outlet"].value_counts().min()
    firsts = order["outlet"].head(2 * fewest).tolist()
    assert {frozenset(pair) for pair in zip(firsts[::2], firsts[1::2], strict=True)} == {frozenset(order["outlet"])}
    for _, own in order.groupby("outlet"):
        assert own["teaches"].is_monotonic_decreasing
    pd.testing.assert_frame_equal(order, queue(results))


def test_what_the_coder_decided_on_comes_last(results):
    first = queue(results).iloc[0]
    row = dict.fromkeys(CODING_COLUMNS, "") | first[["article", "start", "end", "holder"]].to_dict() | {
        "quote": first["evidence"], "coder": "ana", "decision": "accept", "negated": pd.NA, "hedged": pd.NA,
        "minimised": pd.NA,
    }  # fmt: skip
    assert queue(results, [row], "ana").iloc[-1]["proposition"] == first["proposition"]
    assert queue(results, [row]).iloc[-1]["proposition"] == first["proposition"]
    assert queue(results, [row], "bo").iloc[0]["proposition"] == first["proposition"]


def test_certainty_is_the_margin_of_the_codes_score(results):
    rules, articles = results.annotated.propositions, results.sources.articles
    teaching = teaching_of(rules, articles, codebook=results.study.motives)
    certainty = teaching["margin"]
    assert certainty.between(0, 1).all()
    texts = dict(zip(articles["article"], articles["text"], strict=True))
    for row, own in zip(rules.itertuples(), certainty, strict=True):
        chosen = categorizer_of(results.study.motives).categorize(
            row.evidence, sentence=texts[row.article][row.sentence_start : row.sentence_end]
        )
        if chosen.score > chosen.runner_up_score and chosen.category == row.category:
            assert own == pytest.approx((chosen.score - chosen.runner_up_score) / chosen.score)
        else:
            assert own == 0
    assert (teaching["next"] != teaching["category"]).all()
    assert certainty[rules["reason"].str.startswith("no cue; next")].eq(0).all()


def test_rare_codes_teach_more(rules, articles, results):
    three = pd.concat([rules, rules.head(1)], ignore_index=True)
    three["category"] = ["other", "rare", "other"]
    laid = Coded(three, pd.DataFrame(columns=CODING_COLUMNS), articles).laid
    order = most_instructive(teaching_of(three, articles, codebook=results.study.motives), laid)
    assert order[["number", "of"]].to_numpy().tolist() == [[1, 3], [2, 3], [2, 3]]
    assert order.set_index("category")["rarity"].to_dict() == {"rare": 0.5, "other": 0}
    assert order["category"].iloc[0] == "rare"


def test_sentences_are_drawn_from_those_without_a_motive_of_the_holder(rules, articles):
    sentences = split_sentences(articles)
    drawn = random_sentences(sentences, rules, articles, holder="Oslo")
    assert drawn[["sentence", "place", "of"]].to_numpy().tolist() == [[2, 1, 1]]
    others = random_sentences(sentences, rules, articles, holder="Bergen")
    assert sorted(others["sentence"]) == [0, 1, 2]
    assert others["of"].tolist() == [3, 3, 3]


def test_the_order_is_the_seeds_and_stays_when_articles_come(rules):
    one = articles_of(" ".join(f"Rain number {n} fell." for n in range(30)))
    two = pd.concat([one, articles_of("It snows. It thaws. It dries.", "south/2.txt").assign(outlet="south")])
    first, more = (
        random_sentences(split_sentences(table), rules.iloc[:0], table, holder="Oslo") for table in (one, two)
    )
    assert more[more["outlet"] == "north"]["start"].tolist() == first["start"].tolist()
    assert more["outlet"].head(4).tolist() in (["north", "south"] * 2, ["south", "north"] * 2)
    other = random_sentences(split_sentences(one), rules.iloc[:0], one, holder="Oslo", seed=1)
    assert other["start"].tolist() != first["start"].tolist()
    assert sorted(other["start"]) == sorted(first["start"])


def test_each_sentence_is_drawn_as_often_as_any_other(rules):
    table = articles_of("It rains. It snows. It thaws. It dries.")
    sentences = split_sentences(table)
    firsts = [
        random_sentences(sentences, rules.iloc[:0], table, holder="x", seed=seed)["sentence"][0] for seed in range(400)
    ]
    counts = pd.Series(firsts).value_counts()
    assert sorted(counts.index) == [0, 1, 2, 3]
    assert counts.between(70, 130).all()  # 100 expected, 8.7 the standard deviation


def test_sentences_in_reach_hold_all_that_the_rules_found(results):
    reached = sentences_in_reach(
        results.sources.articles, results.sentences, results.segmented.mentions, actors=results.study.actors,
        holder="Moscow",
    )  # fmt: skip
    found = results.annotated.propositions.query("holder == 'Moscow'")
    places = set(zip(reached["article"], reached["start"], strict=True))
    assert set(zip(found["article"], found["sentence_start"], strict=True)) <= places
    assert list(reached) == list(results.sentences)
    assert len(reached) < len(results.sentences)


def test_a_decision_that_waits_is_not_decided(rules, articles, article, results):
    row = coding(article, "Oslo wants peace", "relabel") | {"was": "old"}
    codings = pd.DataFrame([row], columns=[*CODING_COLUMNS, "was"])
    laid = Coded(rules, codings, articles).laid
    order = most_instructive(teaching_of(rules, articles, codebook=results.study.motives), laid, coder="ana")
    assert not order["decided"].any()
