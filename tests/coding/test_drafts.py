import re

import pandas as pd
import pytest

from analysis.coding.decisions import CODING_COLUMNS, read_codings
from analysis.coding.drafts import Selection, new_decision
from analysis.coding.journal import append_decision
from analysis.errors import InputError

from .conftest import CODEBOOK, TEXT


def test_a_decision_on_a_proposition_says_all_that_is_kept(rules, articles):
    row = rules.iloc[0].to_dict()
    draft = new_decision(row, "relabel", coder=" ana ", articles=articles, category="gain", hedged=True)
    assert list(draft) == CODING_COLUMNS
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", draft["time"])
    said = {
        name: draft[name] for name in ("coder", "quote", "category", "voice", "kind", "hedged", "negated", "holder")
    }
    assert said == {
        "coder": "ana", "quote": "Oslo wants peace", "category": "gain", "voice": "outlet", "kind": "goal",
        "hedged": "true", "negated": "false", "holder": "Oslo",
    }  # fmt: skip
    assert (draft["proposition"], draft["start"], draft["end"]) == (row["proposition"], "0", "16")


def test_another_span_has_its_own_words_and_no_blanks_around(rules, articles):
    draft = new_decision(rules.iloc[0].to_dict(), "relabel", coder="ana", articles=articles, start=4, end=17)
    assert (draft["start"], draft["end"], draft["quote"]) == ("5", "17", "wants peace.")


def test_a_selection_is_added_and_read_again(tmp_path, articles):
    start = TEXT.index("It rains")
    draft = new_decision(
        Selection("north/1.txt", start, start + 8), "add", coder="ana", articles=articles, holder="Oslo",
        category="gain", voice="outlet", kind="goal", note="=missed",
    )  # fmt: skip
    append_decision(tmp_path / "codings.csv", draft)
    row = read_codings(tmp_path / "codings.csv", codebook=CODEBOOK).iloc[0]
    assert (row["quote"], row["note"], row["start"], row["negated"]) == ("It rains", "=missed", start, False)


@pytest.mark.parametrize("decision", ["none", "withdraw"])
def test_what_finds_nothing_says_nothing(articles, decision):
    draft = new_decision(Selection("north/1.txt", 0, 17), decision, coder="ana", articles=articles, holder="Oslo")
    assert {draft[name] for name in ("category", "voice", "kind", "negated", "source")} == {""}


@pytest.mark.parametrize(
    ("about", "decision", "values", "said"),
    [
        (Selection("north/1.txt", 0, 4), "keep", {}, '"keep" is no decision; known decisions: accept'),
        (Selection("north/1.txt", 0, 4), "accept", {"glory": "x"}, "glory cannot be decided on"),
        (Selection("north/1.txt", 0, 4), "accept", {"coder": " "}, "no coder"),
        (Selection("north/9.txt", 0, 4), "accept", {}, 'the article "north/9.txt" is not in the study'),
        (Selection("north/1.txt", 4, 5), "accept", {}, "there are no words from 4 to 5"),
        (Selection("north/1.txt", 900, 950), "accept", {}, "there are no words"),
        (Selection("north/1.txt", 0, 4), "add", {"holder": "Oslo", "kind": "goal"}, "needs its category, voice"),
        (Selection("north/1.txt", 0, 4), "add", {"category": "gain", "voice": "outlet", "kind": "goal"}, "its holder"),
    ],
)
def test_what_cannot_be_decided_is_told(articles, about, decision, values, said):
    with pytest.raises(InputError, match=said):
        new_decision(about, decision, **{"coder": "ana", "articles": articles} | values)


def test_offsets_count_characters_not_bytes(articles):
    text = "\U0001f41f Oslo wants fish."
    odd = articles.assign(text=text, clean=text)
    draft = new_decision(Selection("north/1.txt", 2, 17), "none", coder="ana", articles=odd)
    assert draft["quote"] == "Oslo wants fish"


def test_missing_flags_stay_missing(articles):
    row = {"article": "north/1.txt", "start": 0, "end": 4, "negated": pd.NA, "hedged": pd.NA, "minimised": pd.NA}
    draft = new_decision(row, "accept", coder="ana", articles=articles)
    assert draft["negated"] == ""
