import re
import sys
from pathlib import Path

import pandas as pd
import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.articles import read_study_sources
from analysis.study import read_study
from analysis.tokens import is_all_capitals, reference_tokenizer, split_sentences, token_spans, tokenize

SEEDS = Path(__file__).parent.parent / "seeds"


def article(text, name="a"):
    return pd.DataFrame({"article": [name], "clean": [text]})


def sentences(text):
    table = split_sentences(article(text))
    return [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)]


def terms(text):
    articles = article(text)
    return tokenize(articles, split_sentences(articles))["term"].tolist()


WORD_BY_RE, WORD_BY_REGEX = re.compile(r"[^\W_]"), regex.compile(r"[^\W_]")
# The two engines know different versions of Unicode, and `regex` alone counts every combining mark as a letter.
COMMON = [chr(c) for c in range(32, 0x3000) if bool(WORD_BY_RE.match(chr(c))) == bool(WORD_BY_REGEX.match(chr(c)))]
TYPICAL = st.text("abUS09.,'’-‑ \n—“”²½éệ\u0323\u00ad\u200b日本кия🚀_*", max_size=60)


@settings(deadline=None)
@example("a.²")
@example("U.S² a.b½")
@example("US-²x 1.5²")
@given(st.one_of(TYPICAL, st.text(st.sampled_from(COMMON), max_size=60)))
def test_tokens_are_those_of_nltk(text):
    assert token_spans(text) == list(reference_tokenizer().span_tokenize(text))


def test_nltk_and_we_class_letters_of_living_scripts_alike():
    scripts = ["Latin", "Greek", "Cyrillic", "Han", "Hangul", "Hiragana", "Hebrew", "Armenian", "Georgian"]
    letter = regex.compile("|".join(rf"[\p{{L}}&&\p{{{script}}}]" for script in scripts), regex.V1)
    known = [chr(c) for c in range(sys.maxunicode) if letter.match(chr(c)) and chr(c).isalpha()]
    reference = reference_tokenizer()
    assert len(known) > 80_000
    spans = token_spans(" ".join(known))
    assert spans == list(reference.span_tokenize(" ".join(known)))


def test_offsets_are_those_of_the_article():
    text = "A title\n\n  Kim Jong-un’s   war.  The U.S. is ready."
    articles = article(text)
    table = tokenize(articles, split_sentences(articles))
    assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == [
        "A", "title", "Kim", "Jong-un’s", "war", "The", "U.S.", "is", "ready",
    ]  # fmt: skip
    assert table["term"].tolist() == ["a", "title", "kim", "jong-un", "war", "the", "US", "is", "ready"]
    assert table["sentence"].tolist() == [0, 0, 1, 1, 1, 2, 2, 2, 2]


def test_straight_and_curly_quotes_give_the_same_terms():
    assert terms("Russia's \"roadmap\" isn't 'new'") == terms("Russia’s “roadmap” isn’t ‘new’")


def test_in_a_sentence_of_capitals_US_and_us_cannot_be_told_apart():
    assert terms("US LEAVES KIM ALONE\nUS leaves us.") == ["us", "leaves", "kim", "alone", "US", "leaves", "us"]
    assert is_all_capitals("KIM IS 33") and not is_all_capitals("KIM") and not is_all_capitals("KIM is")


def test_the_seeds_have_as_many_tokens_as_the_methods_say():
    articles = read_study_sources(read_study(SEEDS)).articles
    counts = tokenize(articles, split_sentences(articles))["article"].value_counts()
    assert counts.to_dict() == {
        "warsaw-institute/000_e125ccf955c029f6.txt": 500,
        "baonghean/003_90fa7dea54c07598.txt": 849,
    }


def test_empty_and_wordless_articles():
    assert split_sentences(article("")).empty
    assert split_sentences(article("... \n ***")).empty
    assert tokenize(article(""), split_sentences(article(""))).empty


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Trump and Gen. Mattis met on Sept. 11 in the U.S.", "The talks failed."],
        ["Vladimir V. Putin came.", "J. Edgar Hoover did not."],
        ["Rep. G.K. Butterfield (D-N.C.), head of it, left.", "Kim Jong-un (b. 1984) stayed."],
        ["He paid 2.5 million to www.kremlin.ru/x.html today.", "It rose."],
        ["No. 5 was late.", "He said no.", "She went to St. Petersburg."],
        ['"Why?" he asked.', '"No."', "She left."],
        ["“We will not go.”", "Then he left.", "‘No!’ she cried."],
        ['He said "no." and left.', "„Nein.“", "He ran."],
        ["''We go,'' he said.", "''We stay.''", "Then they left."],
        ["(He was late.)", "She was not."],
        ["He waited...", "Then he left.", "And... maybe."],
        ["Plan B.", "The talks went on."],
        ["1. The first point is war.", "It is long."],
        ["What?!", "No way."],
        ["It was the 5th. of May in Ft. Worth."],
        ["no capital and no end"],
    ],
)
def test_sentences(expected):
    assert sentences(" ".join(expected)) == expected


def test_headings_and_captions_end_a_sentence():
    text = "Defending North Korea openly\nAccording to Lavrov, no.\n\nAn envoy in Pyongyang\nHe came."
    table = split_sentences(article(text))
    assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == [
        "Defending North Korea openly", "According to Lavrov, no.", "An envoy in Pyongyang", "He came.",
    ]  # fmt: skip
    assert table["heading"].tolist() == [True, False, True, False]
    assert table["paragraph"].tolist() == [0, 1, 2, 3]


WRAPPED = """Russia to send envoy

Russia said on Monday that it would send an envoy to the North Korean
capital, a step that follows months of quiet talks among the U.S. and
Moscow. The ministry in Pyongyang would not say when the envoy was to
come.

The envoy is expected to carry a letter, according to officials of the
ministry, who did not want to be named.
"""


def test_wrapped_lines_are_read_through():
    assert [sentence.replace("\n", " ") for sentence in sentences(WRAPPED)] == [
        "Russia to send envoy",
        "Russia said on Monday that it would send an envoy to the North Korean capital, a step that follows months of "
        "quiet talks among the U.S. and Moscow.",
        "The ministry in Pyongyang would not say when the envoy was to come.",
        "The envoy is expected to carry a letter, according to officials of the ministry, who did not want to be "
        "named.",
    ]


def test_a_sentence_of_five_hundred_words_is_one():
    assert len(sentences("word, " * 499 + "word.")) == 1


def test_what_has_no_end_is_cut_before_a_parser_breaks_on_it():
    for text in ("word " * 20_000, "x" * 30_000, "He left. " * 5_000):
        found = sentences(text)
        assert max(map(len, found)) <= 10_000
        assert "".join("".join(found).split()) == "".join(text.split())


@settings(deadline=None)
@given(TYPICAL)
def test_sentences_hold_every_token_once(text):
    articles = article(text)
    split = split_sentences(articles)
    spans = list(zip(tokenize(articles, split)["start"], tokenize(articles, split)["end"], strict=True))
    assert [(int(s), int(e)) for s, e in spans] == token_spans(text)
    assert (split["start"].to_numpy()[1:] >= split["end"].to_numpy()[:-1]).all()


@pytest.mark.parametrize("piece", ["! ", "1. ", "a.", '"', ". ", "Mr. ", "x", "...", "[1] ", "’ "])
def test_a_long_line_of_anything_is_split_in_no_time(piece):
    split_sentences(article(piece * (50_000 // len(piece))))
