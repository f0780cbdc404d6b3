import re

import numpy as np
import pandas as pd
import pytest
from scipy.stats import false_discovery_control, mannwhitneyu

from analysis.actors import find_mentions
from analysis.measures import log_likelihood, log_ratio, log_ratio_interval, p_value
from analysis.patterns import term_of
from analysis.study import Actor
from analysis.vocabulary.keyness import KEYNESS_COLUMNS, REST, keyness_table
from analysis.vocabulary.units import words, words_and_actors

TWO = {"a": ["war war peace", "war calm"], "b": ["peace peace talks", "calm talks talks now"]}


def made_up(*, articles, length, vocabulary, outlets=("a", "b"), seed=0):
    """Build the tokens of articles in which every word falls where it likes, half of the articles for each outlet."""
    generator = np.random.default_rng(seed)
    chances = 1 / np.arange(1, vocabulary + 1)
    ids = generator.choice(vocabulary, size=articles * length, p=chances / chances.sum())
    names = [f"article {number:03d}" for number in range(articles)]
    tokens = pd.DataFrame(
        {
            "article": pd.Categorical.from_codes(np.repeat(np.arange(articles), length), categories=names),
            "sentence": 0,
            "term": pd.Categorical.from_codes(ids, categories=[f"w{number:04d}" for number in range(vocabulary)]),
        }
    )
    return tokens, {name: outlets[number % len(outlets)] for number, name in enumerate(names)}


def without_word(tokens, outlets, outlet, word):
    """Put the most frequent word where one outlet has this word."""
    here = (tokens["article"].astype(object).map(outlets) == outlet) & (tokens["term"] == word)
    return tokens.assign(term=tokens["term"].mask(here, "w0000"))


def swapped(outlets):
    return dict(sorted(outlets.items(), key=lambda pair: pair[1], reverse=True))


def test_the_columns_counts_and_rates(corpus):
    small = corpus(TWO)
    table = keyness_table(small.tokens, small.sentences, outlets=small.outlets)
    assert table.columns.tolist() == KEYNESS_COLUMNS
    war = table.set_index("term").loc["war"]
    assert war[["outlet", "reference", "count", "reference_count"]].tolist() == ["a", "b", 3, 0]
    assert war[["tokens", "reference_tokens", "articles", "reference_articles"]].tolist() == [5, 7, 2, 0]
    assert war[["per_1000", "reference_per_1000"]].tolist() == [600, 0]
    # 2/3 and 1/3 of the word in parts of 3/5 and 2/5.
    assert war["dp"] == pytest.approx(1 / 15)
    assert np.isnan(war["reference_dp"])
    assert war["log_likelihood"] == pytest.approx(log_likelihood(3, 0, 5, 7, cells=4))
    assert war["percent_difference"] == np.inf


def test_terms_that_only_the_other_side_has_are_rows(corpus):
    small = corpus(TWO)
    talks = keyness_table(small.tokens, outlets=small.outlets).set_index("term").loc["talks"]
    assert talks[["count", "reference_count", "percent_difference"]].tolist() == [0, 3, -100]
    assert talks["log_ratio"] == log_ratio(0, 3, 5, 7) < 0


@pytest.mark.parametrize("articles", [2, 12])
def test_swapping_the_outlets_turns_the_signs_and_keeps_the_rows(articles):
    tokens, outlets = made_up(articles=articles, length=60, vocabulary=40)
    there = keyness_table(tokens, outlets=outlets).set_index("term")
    back = keyness_table(tokens, outlets=swapped(outlets)).set_index("term")
    assert there.index.tolist() == back.index.tolist()
    for column in ("log_ratio", "lrc", "z"):
        np.testing.assert_allclose(there[column], -back[column], atol=1e-12)
    np.testing.assert_allclose(there["low"], -back["high"])
    for column in ("log_likelihood", "p", "q", "bic"):
        np.testing.assert_allclose(there[column], back[column], atol=1e-9)
    assert there["count"].tolist() == back["reference_count"].tolist()


def test_one_article_an_outlet_gives_no_p_and_no_interval_of_width_zero(seeds):
    table = keyness_table(seeds.tokens, seeds.sentences, outlets=seeds.outlets)
    assert set(table["evidence_level"]) == {"descriptive"}
    assert table[["p", "q"]].isna().all(axis=None)
    assert (table["high"] - table["low"] > 0).all()
    row = table.set_index("term").loc["[Beijing]"]
    assert (row["count"], row["reference_count"]) == (1, 16)
    assert (row["low"], row["high"]) == log_ratio_interval(1, 16, 500, 849)
    assert table.attrs["parts"] == {"warsaw-institute": "paragraphs", "baonghean": "paragraphs"}


def test_no_word_of_the_seeds_outlasts_the_correction_for_their_number(seeds):
    table = keyness_table(seeds.tokens, outlets=seeds.outlets)
    types = table.attrs["blocks"][0]["types"]
    assert (p_value(table["log_likelihood"]) * types > 0.05).all()
    assert (table["lrc"] == 0).all()


def test_the_token_totals_are_the_words_of_the_text(seeds):
    table = keyness_table(seeds.tokens, outlets=seeds.outlets)
    assert table[["tokens", "reference_tokens"]].drop_duplicates().values.tolist() == [[500, 849]]
    assert table["count"].sum() < 500  # a mention of several words is one hit


def test_from_five_articles_on_p_is_the_rank_sum_test_on_the_rates_of_articles():
    tokens, outlets = made_up(articles=20, length=80, vocabulary=60)
    table = keyness_table(tokens, outlets=outlets).set_index("term")
    rates = pd.crosstab(tokens["article"], tokens["term"]) / 80
    first = [article for article in rates.index if outlets[article] == "a"]
    sides = rates.loc[first], rates.drop(first)
    expected = mannwhitneyu(*sides, method="asymptotic").pvalue
    np.testing.assert_allclose(table.loc[rates.columns, "p"], expected)
    np.testing.assert_allclose(table.loc[rates.columns, "q"], false_discovery_control(expected))
    assert set(table["evidence_level"]) == {"inferential"}


def test_articles_of_unlike_length_are_compared_by_their_rates():
    texts = [("a", 2, 20)] * 5 + [("b", 10, 100)] * 5
    rows = [
        (f"{number}", "war" if place < hits else "calm")
        for number, (_, hits, size) in enumerate(texts)
        for place in range(size)
    ]
    tokens = pd.DataFrame(rows, columns=["article", "term"]).astype("category").assign(sentence=0)
    table = keyness_table(tokens, outlets={f"{i}": outlet for i, (outlet, _, _) in enumerate(texts)})
    assert table["p"].tolist() == [1, 1]
    assert table["log_ratio"].tolist() == [0, 0]


def test_types_and_q_are_counted_before_any_filter():
    tokens, outlets = made_up(articles=20, length=80, vocabulary=200)
    whole = keyness_table(tokens, outlets=outlets)
    shown = keyness_table(tokens, outlets=outlets, min_count=10)
    assert 0 < len(shown) < len(whole)
    assert (shown["count"] + shown["reference_count"] >= 10).all()
    same = whole[whole["count"] + whole["reference_count"] >= 10]
    pd.testing.assert_frame_equal(shown, same.reset_index(drop=True), check_index_type=False)
    assert shown.attrs["blocks"] == [{"outlet": "a", "reference": "b", "types": len(whole), "rows": len(shown)}]
    assert shown.attrs["min_count"] == 10


def test_a_filter_looks_at_both_sides_together(corpus):
    small = corpus({"a": ["war peace"], "b": ["war calm calm"]})
    table = keyness_table(small.tokens, outlets=small.outlets, min_count=2)
    assert set(table["term"]) == {"war", "calm"}


def test_the_rows_are_ranked_by_lrc_then_log_ratio_never_by_likelihood():
    tokens, outlets = made_up(articles=10, length=200, vocabulary=50)
    table = keyness_table(without_word(tokens, outlets, "a", "w0003"), outlets=outlets)
    ranks = list(zip(-table["lrc"].abs(), -table["log_ratio"].abs(), strict=True))
    assert ranks == sorted(ranks)
    assert table["term"].iloc[0] == "w0003"


def test_three_outlets_are_compared_with_the_rest_and_pair_by_pair(corpus):
    small = corpus({"a": ["war"], "b": ["peace peace"], "c": ["war calm calm"]})
    table = keyness_table(small.tokens, outlets=small.outlets)
    assert list(dict.fromkeys(zip(table["outlet"], table["reference"], strict=True))) == [
        ("a", REST), ("b", REST), ("c", REST), ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    war = table[(table["outlet"] == "a") & (table["reference"] == REST) & (table["term"] == "war")].iloc[0]
    assert war[["count", "reference_count", "reference_tokens"]].tolist() == [1, 1, 5]
    assert "calm" not in set(table[(table["outlet"] == "a") & (table["reference"] == "b")]["term"])


def test_a_pair_is_compared_as_if_there_were_no_third_outlet():
    tokens, outlets = made_up(articles=18, length=60, vocabulary=300, outlets=("a", "b", "c"))
    tokens = without_word(tokens, outlets, "a", "w0002")
    table = keyness_table(tokens, outlets=outlets)
    pair = table[(table["outlet"] == "a") & (table["reference"] == "b")].reset_index(drop=True)
    alone = {article: outlet for article, outlet in outlets.items() if outlet != "c"}
    own = tokens[tokens["article"].isin(list(alone))].reset_index(drop=True)
    own["term"] = own["term"].cat.remove_unused_categories()
    pd.testing.assert_frame_equal(pair, keyness_table(own, outlets=alone))
    assert len(pair) < tokens["term"].nunique()
    assert 0 < pair["q"].min() < 1


def test_one_outlet_has_nothing_to_be_compared_with(corpus):
    small = corpus({"a": ["war"]})
    table = keyness_table(small.tokens, outlets=small.outlets)
    assert table.empty
    assert table.columns.tolist() == KEYNESS_COLUMNS


def test_the_prior_decides_how_far_a_rare_word_gets_and_is_told(corpus):
    small = corpus(TWO)
    weak, strong = (keyness_table(small.tokens, outlets=small.outlets, prior=prior) for prior in (0.01, 10))
    assert abs(weak.set_index("term")["z"]["war"]) != pytest.approx(abs(strong.set_index("term")["z"]["war"]))
    assert (weak.attrs["prior"], strong.attrs["prior"]) == (0.01, 10)


def test_words_that_clump_in_articles_do_not_pass_for_difference():
    """Random halves of one pool: by words many more than 5 % "differ", by articles they do not."""
    generator = np.random.default_rng(5)
    rows = []
    for number in range(60):
        topic = generator.choice(400, size=12, replace=False)  # what this article comes back to
        ids = np.where(generator.random(300) < 0.5, generator.choice(topic, 300), generator.integers(0, 400, 300))
        rows += [(f"article {number}", f"w{word}") for word in ids]
    tokens = pd.DataFrame(rows, columns=["article", "term"]).astype("category").assign(sentence=0)
    outlets = {f"article {number}": "ab"[number % 2] for number in range(60)}
    table = keyness_table(tokens, outlets=outlets)
    assert (p_value(table["log_likelihood"]) < 0.05).mean() > 0.2
    assert (table["p"] < 0.05).mean() < 0.08
    assert (table["q"] > 0.05).all()


def raw_tokens(seeds):
    r"""Cut the seeds as they came, furniture and all, into the tokens of \w+."""
    rows = [
        (article, 0, match.start(), match.end(), term_of(match.group()))
        for article, text in zip(seeds.articles["article"], seeds.articles["text"], strict=True)
        for match in re.finditer(r"\w+", text)
    ]
    tokens = pd.DataFrame(rows, columns=["article", "sentence", "start", "end", "term"])
    return tokens.astype({"article": "category", "term": "category"})


def likelihood(seeds, tokens, *aliases):
    """Give the 2-cell LL of a group of aliases, each mention one hit."""
    mentions = find_mentions(tokens, [Actor(name="group", aliases=list(aliases))])["article"].map(seeds.outlets)
    sizes = tokens["article"].astype(object).map(seeds.outlets).value_counts()
    a, b = ((mentions == outlet).sum() for outlet in ("warsaw-institute", "baonghean"))
    return log_likelihood(a, b, sizes["warsaw-institute"], sizes["baonghean"], cells=2)


def test_variants_that_pass_for_difference(seeds):
    """An outlet that writes US and one that writes United States differ in style, not in whom they write of."""
    raw = raw_tokens(seeds)
    assert len(raw) == 547 + 889
    assert likelihood(seeds, raw, "US") == pytest.approx(12.4675, abs=5e-5)
    assert likelihood(seeds, seeds.tokens, "US", "United States", "Washington") == pytest.approx(0.04, abs=0.005)
    assert likelihood(seeds, raw, "Moscow") == pytest.approx(7.72, abs=0.005)
    assert likelihood(seeds, raw, "Moscow", "Russia", "Kremlin") == pytest.approx(0.08, abs=0.005)


def test_the_licence_line_is_not_the_outlets_voice(seeds):
    """The word "may" stands five times in the Warsaw file, twice in the licence."""
    assert likelihood(seeds, raw_tokens(seeds), "may") == pytest.approx(9.6517, abs=5e-5)
    assert likelihood(seeds, seeds.tokens, "may") == pytest.approx(5.95, abs=0.01)


def test_surface_forms_on_request(seeds):
    together = keyness_table(seeds.tokens, outlets=seeds.outlets, unit=words_and_actors).set_index("term")
    apart = keyness_table(seeds.tokens, outlets=seeds.outlets, unit=words).set_index("term")
    assert apart.loc["moscow", ["count", "reference_count"]].tolist() == [4, 0]
    assert "moscow" not in together.index
    assert abs(together.loc["[Moscow]", "log_ratio"]) < abs(apart.loc["moscow", "log_ratio"])
