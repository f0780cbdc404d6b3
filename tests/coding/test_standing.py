import pandas as pd

from analysis.coding.coded import Coded, apply_codings, codings_of
from analysis.coding.decisions import CODING_COLUMNS

from .conftest import FULL, articles_of, coding


def coded(rules, articles, *rows):
    return Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)


def test_a_withdrawn_decision_gives_way_to_the_one_before(rules, articles, article):
    first = coding(article, "Oslo wants peace", "relabel", category="gain")
    second, back = (coding(article, "Oslo wants peace", kind) for kind in ("reject", "withdraw"))
    for rows, said in (
        ([first], ["gain", "other"]), ([first, second], ["other"]), ([first, second, back], ["gain", "other"]),
        ([first, second, back, back], ["other", "other"]), ([first, back, second], ["other"]),
    ):  # fmt: skip
        assert coded(rules, articles, *rows).propositions["category"].tolist() == said


def test_a_withdrawal_takes_back_the_coders_own_and_says_so_where_there_is_none(rules, articles, article):
    anas = coding(article, "Oslo wants peace", "reject")
    bos = coding(article, "Oslo wants peace", "withdraw", coder="bo")
    table = coded(rules, articles, anas, bos)
    assert len(table.propositions) == 1
    assert table.orphans["why"].tolist() == ["there is no decision of this coder to take back"]


def test_a_withdrawn_addition_is_gone(rules, articles, article):
    rows = [coding(article, "It rains", "add", **FULL), coding(article, "It rains", "withdraw")]
    assert len(coded(rules, articles, *rows).propositions) == 2


def test_a_span_moved_twice_is_one_decision_though_it_goes_by_its_new_id(rules, articles, article):
    once = coding(article, "wants peace", "relabel", proposition=rules["proposition"][0])
    name = coded(rules, articles, once).propositions["proposition"][0]
    twice = coding(article, "peace", "relabel", proposition=name, category="gain")
    table = coded(rules, articles, once, twice)
    assert table.propositions["evidence"].tolist() == ["peace", "Oslo hopes to sell fish"]
    assert table.propositions["coders"].tolist() == [1, 0]
    back = coded(rules, articles, once, twice, twice | {"decision": "withdraw"})
    assert back.propositions["evidence"].tolist()[0] == "wants peace"


def test_a_sentence_found_empty_changes_no_proposition(rules, articles, article):
    rows = [coding(article, "It rains.", "none"), coding(article, "Oslo wants peace.", "none")]
    table = coded(rules, articles, *rows)
    assert table.propositions["coders"].tolist() == [0, 0]
    assert [one.stretch.start for one in table.laid.looked] == [article["text"].index(q) for q in ("It", "Oslo")]
    assert table.orphans.empty


def test_a_blind_coder_sees_the_rules_and_their_own(rules, articles, article):
    rows = [coding(article, "Oslo wants peace", "reject", coder=coder) for coder in ("ana", "bo")]
    rows.append(coding(article, "Oslo hopes to sell fish", "reject", coder="bo"))
    codings = pd.DataFrame(rows, columns=CODING_COLUMNS)
    assert len(apply_codings(rules, codings_of(codings, "ana"), articles)[0]) == 1
    assert len(apply_codings(rules, codings_of(codings, "cy"), articles)[0]) == 2


def test_other_decisions_on_the_same_ground_give_what_a_fresh_start_gives(rules, articles, article):
    both = pd.concat([articles, articles_of("Oslo wants peace in the north. It snows.", "south/2.txt")])
    second = both.iloc[1].to_dict()
    rows = [
        coding(article, "Oslo wants peace", "relabel", category="gain"),
        coding(second, "It snows", "add", **FULL),
        coding(article, "It rains", "add", **FULL),
        coding(second, "It snows", "withdraw"),
        coding(article, "Oslo wants peace", "reject", coder="bo") | {"quote": "gone"},
        coding(article, "Oslo wants peace", "reject"),
    ]
    kept = coded(rules, both)
    for number in (1, 2, 3, 4, 5, 6, 3, 0):
        codings = pd.DataFrame(rows[:number], columns=CODING_COLUMNS)
        kept, fresh = kept.with_codings(codings), Coded(rules, codings, both)
        pd.testing.assert_frame_equal(kept.propositions, fresh.propositions)
        pd.testing.assert_frame_equal(kept.orphans, fresh.orphans)
        assert kept.coders() == fresh.coders()


def test_a_flag_that_was_left_open_can_be_said_in_the_file_meanwhile(rules, articles, article):
    row = coding(article, "Oslo wants peace")
    open_flag, said = (pd.DataFrame([one], columns=CODING_COLUMNS) for one in (row, row | {"negated": True}))
    before = Coded(rules, open_flag, articles)
    assert before.propositions["negated"].tolist() == [False, False]
    assert before.with_codings(said).propositions["negated"].tolist() == [True, False]
