import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.codebooks import Frame, MotiveCode, MotiveCodebook
from analysis.measures import collocate_log_likelihood, delta_p, log_dice, mutual_information
from analysis.vocabulary.cooccurrence import COOCCURRENCE_COLUMNS, cooccurrence
from analysis.vocabulary.frames import find_hits

FRAMES = [Frame("war", ("war*", "peace talks")), Frame("peace", ("peace", "peace talks"))]
CODEBOOK = MotiveCodebook(
    "1", "", {code: MotiveCode(label=code, group="all", definition=code) for code in ("gain", "other")}
)
TEXTS = {"a": ["War and peace. It wants gain from war. Calm.", "Peace. War, war.\n\nPeace."], "b": ["All is calm."]}


def told(corpus, *claims):
    """Make propositions of (article, evidence, category, repeat_of)."""
    texts = corpus.articles.set_index("article")["text"]
    rows = [
        (article, texts[article].index(words), texts[article].index(words) + len(words), category, repeat_of)
        for article, words, category, repeat_of in claims
    ]
    return pd.DataFrame(rows, columns=["article", "start", "end", "category", "repeat_of"])


def pairs_of(corpus, *claims):
    hits = find_hits(corpus.tokens, FRAMES, articles=corpus.articles)
    return cooccurrence(
        hits, told(corpus, *claims), corpus.sentences, outlets=corpus.outlets, frames=FRAMES, codebook=CODEBOOK
    )


def pair(table, outlet, within, item, other):
    names = {"outlet": outlet, "within": within, "item": item, "other": other}
    (row,) = table[(table[list(names)] == pd.Series(names)).all(axis=1)].to_dict("records")
    return row


@pytest.fixture
def table(corpus):
    small = corpus(TEXTS)
    return pairs_of(small, ("a/1", "wants gain", "gain", ""), ("a/1", "peace", "gain", "the first"))


def test_all_pairs_are_rows_those_that_never_meet_too(table):
    assert table.columns.tolist() == COOCCURRENCE_COLUMNS
    assert len(table) == 2 * 2 * 6
    own = table[(table["outlet"] == "a") & (table["within"] == "sentence")]
    assert own[["item", "kind", "other", "other_kind", "O"]].values.tolist() == [
        ["war", "frame", "peace", "frame", 1], ["war", "frame", "gain", "motive", 1],
        ["war", "frame", "other", "motive", 0], ["peace", "frame", "gain", "motive", 0],
        ["peace", "frame", "other", "motive", 0], ["gain", "motive", "other", "motive", 0],
    ]  # fmt: skip
    assert (table.loc[table["outlet"] == "b", "O"] == 0).all()
    assert np.isnan(pair(table, "b", "article", "gain", "other")["log_dice"])


def test_the_numbers_of_one_pair(table):
    """Six sentences, three with war, three with peace, one with both."""
    both = pair(table, "a", "sentence", "war", "peace")
    assert [both[name] for name in ("O", "R1", "C1", "N", "articles", "E")] == [1, 3, 3, 6, 1, 1.5]
    assert both["log_dice"] == pytest.approx(log_dice(1, 3, 3)) == pytest.approx(14 + np.log2(1 / 3))
    assert both["LL"] == pytest.approx(collocate_log_likelihood(1, 3, 3, 6))
    assert both["MI"] == pytest.approx(mutual_information(1, 3, 3, 6)) == pytest.approx(np.log2(1 / 1.5))
    assert both["delta_p_other"] == pytest.approx(delta_p(1, 3, 3, 6)) == pytest.approx(1 / 3 - 2 / 3)
    gain = pair(table, "a", "sentence", "war", "gain")
    assert (gain["delta_p_other"], gain["delta_p_item"]) == pytest.approx((1 / 3, 1 - 2 / 5))


def test_an_article_is_a_context_too(table):
    both = pair(table, "a", "article", "war", "peace")
    assert [both[name] for name in ("O", "R1", "C1", "N", "articles", "E")] == [2, 2, 2, 2, 2, 2]
    assert both["log_dice"] == 14
    assert pair(table, "a", "article", "peace", "gain")["O"] == 1
    assert set(table["evidence_level"]) == {"descriptive"}


def test_repeats_are_left_out(corpus):
    small = corpus(TEXTS)
    without = pairs_of(small, ("a/1", "peace", "gain", "another"))
    assert (without.loc[without["other"] == "gain", "C1"] == 0).all()


def test_a_term_of_two_frames_is_one_thing_said_once(corpus):
    small = corpus({"a": ["Peace talks. Peace talks, no war. Calm."]})
    both = pair(pairs_of(small), "a", "sentence", "war", "peace")
    assert (both["O"], both["same_words"]) == (2, 1)
    assert pair(pairs_of(small), "a", "article", "war", "peace")["same_words"] == 0


def test_a_motive_told_by_the_frames_word_alone_is_marked(corpus):
    small = corpus({"a": ["It seeks war gains. It wants gain, as war does."]})
    table = pairs_of(small, ("a/1", "seeks war gains", "gain", ""), ("a/1", "wants gain", "gain", ""))
    both = pair(table, "a", "sentence", "war", "gain")
    assert (both["O"], both["same_words"]) == (2, 1)


def test_codes_and_articles_that_the_study_does_not_have_are_left_out(corpus):
    small = corpus(TEXTS)
    hits = find_hits(small.tokens, FRAMES, articles=small.articles)
    claims = told(small, ("a/1", "wants gain", "old code", ""), ("a/2", "War", "gain", ""))
    table = cooccurrence(
        hits, claims, small.sentences, outlets={"a/1": "a", "x/1": "x"}, frames=FRAMES, codebook=CODEBOOK
    )
    assert set(table["outlet"]) == {"a"}
    assert (table.loc[table["other"] == "gain", "C1"] == 0).all()
    assert set(table["N"]) == {3, 1}


def test_nothing_found_is_rows_of_zeros_and_no_items_no_rows(corpus):
    small = corpus({"a": ["Calm."]})
    hits = find_hits(small.tokens, FRAMES, articles=small.articles)
    empty = told(small)
    table = cooccurrence(hits, empty, small.sentences, outlets=small.outlets, frames=FRAMES, codebook=CODEBOOK)
    assert (table[["O", "R1", "C1", "same_words"]] == 0).all(axis=None)
    assert table["log_dice"].isna().all()
    none = MotiveCodebook("1", "", {})
    assert cooccurrence(hits, empty, small.sentences, outlets=small.outlets, frames=[], codebook=none).empty
    assert cooccurrence(hits, empty, small.sentences, outlets={}, frames=FRAMES, codebook=CODEBOOK).empty


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.lists(st.sampled_from(["war", "peace", "peace talks", "calm"]), max_size=6), min_size=1, max_size=6))
def test_no_pair_meets_more_often_than_either_occurs(corpus, sentences):
    text = ". ".join(" ".join(["So", *words]) for words in sentences) + "."
    table = pairs_of(corpus({"a": [text, "War."], "b": [text]}))
    assert (table["O"] <= table[["R1", "C1"]].min(axis=1)).all()
    assert (table[["R1", "C1"]].max(axis=1) <= table["N"]).all()
    assert (table["articles"] <= table["O"]).all()
    assert table["same_words"].between(0, table["O"]).all()
    assert (table["log_dice"].dropna() <= 14).all()
    together = [{"war", "peace"} <= frames_in(words) for words in sentences]
    assert pair(table, "b", "sentence", "war", "peace")["O"] == sum(together)


def frames_in(words):
    return {
        frame for frame, own in (("war", {"war", "peace talks"}), ("peace", {"peace", "peace talks"})) if own & {*words}
    }
