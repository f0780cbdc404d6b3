import re
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_array
from scipy.stats import false_discovery_control, mannwhitneyu, permutation_test

from analysis.actors import find_mentions
from analysis.codebooks import Frame, read_frames
from analysis.corpus.keyness import REST
from analysis.errors import InputError
from analysis.measures import (
    benjamini_hochberg,
    fisher_exact,
    log_likelihood,
    log_ratio,
    log_ratio_interval,
    p_value,
)
from analysis.patterns import term_of
from analysis.study import Actor
from analysis.vocabulary.counts import CountsByArticle
from analysis.vocabulary.keyness import KEYNESS_COLUMNS, keyness_of_counts, keyness_table
from analysis.vocabulary.units import actors, frame_terms, ngrams, words, words_and_actors

from .conftest import SEEDS

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


def swapped(outlets, first="b"):
    return dict(sorted(outlets.items(), key=lambda pair: pair[1] != first))


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


def test_an_outlet_without_a_word_is_left_out_and_named(corpus):
    small = corpus({"a": ["War."], "b": ["* * *", "--"], "c": ["Peace."]})
    table = keyness_table(small.tokens, outlets=small.outlets)
    assert set(zip(table["outlet"], table["reference"], strict=True)) == {("a", "c")}
    assert table.attrs["without_tokens"] == ["b"]
    nothing = keyness_table(small.tokens.iloc[:0], outlets=small.outlets)
    assert nothing.empty
    assert nothing.attrs["without_tokens"] == ["a", "b", "c"]


def test_dispersion_is_over_the_paragraphs_of_a_single_article_and_over_articles_else(corpus):
    small = corpus({"a": ["War war war.\n\nCalm."], "b": ["War calm.", "Calm calm."]})
    table = keyness_table(small.tokens, small.sentences, outlets=small.outlets).set_index("term")
    assert table.attrs["parts"] == {"a": "paragraphs", "b": "articles"}
    assert table["dp"].to_dict() == pytest.approx({"war": 1 / 4, "calm": 3 / 4})  # parts of 3/4 and 1/4
    assert table["reference_dp"].to_dict() == pytest.approx({"war": 1 / 2, "calm": 1 / 6})  # parts of 1/2 each
    whole = keyness_table(small.tokens, outlets=small.outlets)
    assert whole.attrs["parts"] == {"a": "articles", "b": "articles"}
    assert whole["dp"].isna().all()


def test_with_few_types_lrc_is_not_zero_and_still_nothing_is_called_significant(corpus):
    """Two types only, so that next to nothing is corrected for: LRC speaks, and p, q and the level do not."""
    small = corpus({"a": ["war " * 40], "b": ["peace " * 40]})
    table = keyness_table(small.tokens, outlets=small.outlets)
    assert (table["lrc"] != 0).all()
    assert table[["p", "q"]].isna().all(axis=None)
    assert set(table["evidence_level"]) == {"descriptive"}


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
    for table, prior in ((weak, 0.01), (strong, 10)):  # in every row, so that a csv or a cut of the table tells it too
        assert table.columns.tolist().index("prior") == table.columns.tolist().index("z") + 1
        assert set(table["prior"]) == {prior}


def clumped(*, articles, vocabulary, seed):
    """Build one pool of articles whose words clump, and deal it out to two outlets by chance.

    Counts are negative binomial around rates that fall as 1/rank; with a dispersion of .04 tests by word call a fifth
    of the words significant, and a tenth after Benjamini-Hochberg, as they do on real text.
    """
    generator = np.random.default_rng(seed)
    rates = 1 / np.arange(1, vocabulary + 1)
    rates *= 120 / rates.sum()
    counts = generator.negative_binomial(0.04, 0.04 / (0.04 + rates), size=(articles, vocabulary))
    article, word = np.nonzero(counts)
    times, names = counts[article, word], [f"article {number:04d}" for number in range(articles)]
    tokens = pd.DataFrame(
        {
            "article": pd.Categorical.from_codes(np.repeat(article, times), categories=names),
            "sentence": 0,
            "term": pd.Categorical.from_codes(np.repeat(word, times), categories=[f"w{n}" for n in range(vocabulary)]),
        }
    )
    dealt = generator.permutation(names)
    return tokens, dict.fromkeys(dealt[: articles // 2], "a") | dict.fromkeys(dealt[articles // 2 :], "b")


@pytest.mark.parametrize("test", ["rank-sum", "permutation"])
def test_random_halves_of_a_pool_that_clumps_differ_by_words_and_not_by_articles(test):
    """1,500 articles of one pool: by words a fifth of the words "differ", by articles the 5 % that chance gives."""
    tables = []
    for seed in range(3):
        tokens, outlets = clumped(articles=1500, vocabulary=900, seed=seed)
        tables.append(keyness_table(tokens, outlets=outlets, min_count=10, test=test))
    by_word = [p_value(table["log_likelihood"]) for table in tables]
    assert np.mean(np.concatenate(by_word) < 0.05) > 0.2
    assert np.mean(np.concatenate([benjamini_hochberg(p) for p in by_word]) < 0.05) > 0.05
    whole = pd.concat(tables)
    assert len(whole) > 2500
    assert (whole["p"] < 0.05).mean() == pytest.approx(0.05, abs=0.015)
    assert (whole["q"] < 0.05).mean() < 0.001


def test_the_permutation_test_deals_the_articles_out_anew():
    tokens, outlets = made_up(articles=12, length=80, vocabulary=30)
    table = keyness_table(tokens, outlets=outlets, test="permutation").set_index("term")
    rates = pd.crosstab(tokens["article"], tokens["term"])  # whole numbers, so that alike sums are alike to scipy too
    first = [article for article in rates.index if outlets[article] == "a"]
    expected = permutation_test(
        (rates.loc[first].to_numpy(), rates.drop(first).to_numpy()),
        lambda one, other, axis: one.mean(axis=axis) - other.mean(axis=axis),
        vectorized=True, n_resamples=np.inf,
    ).pvalue  # fmt: skip
    np.testing.assert_allclose(table.loc[rates.columns, "p"], expected)
    np.testing.assert_allclose(table.loc[rates.columns, "q"], false_discovery_control(expected))
    ranked = keyness_table(tokens, outlets=outlets)
    assert ranked.attrs["test"].startswith("Wilcoxon rank-sum test") != table.attrs["test"].startswith("Wilcoxon")
    assert all("two-sided" in shown.attrs["test"] for shown in (table, ranked))
    other = ["p", "q"]
    pd.testing.assert_frame_equal(ranked.drop(columns=other), table.reset_index()[ranked.columns].drop(columns=other))


def test_permutations_drawn_by_lot_are_the_same_whichever_outlet_comes_first():
    tokens, outlets = made_up(articles=40, length=30, vocabulary=30)
    there, back, again = (
        keyness_table(tokens, outlets=own, test="permutation", seed=seed).set_index("term")
        for own, seed in ((outlets, 0), (swapped(outlets), 0), (outlets, 1))
    )
    np.testing.assert_array_equal(there["p"], back["p"].reindex(there.index))
    assert (there["p"] - again["p"].reindex(there.index)).abs().max() < 0.03
    assert not there["p"].equals(again["p"].reindex(there.index))


def test_an_unknown_test_is_refused(corpus):
    small = corpus(TWO)
    with pytest.raises(InputError, match='"student" is no test of two sides; choose rank-sum or permutation'):
        keyness_table(small.tokens, outlets=small.outlets, test="student")


@pytest.mark.parametrize("test", ["rank-sum", "permutation"])
def test_few_articles_are_not_tested_whichever_test_is_asked_for(test):
    tokens, outlets = made_up(articles=8, length=60, vocabulary=40)
    table = keyness_table(tokens, outlets=outlets, test=test)
    assert table[["p", "q"]].isna().all(axis=None)
    assert set(table["evidence_level"]) == {"descriptive"}


@pytest.mark.parametrize("articles", [2, 14])
def test_counts_however_made_give_the_same_table(articles):
    """Counts by article from elsewhere, a bulk index say, with the articles in another order and terms nobody uses."""
    tokens, outlets = made_up(articles=articles, length=40, vocabulary=20)
    crossed = pd.crosstab(tokens["article"], tokens["term"]).reindex(list(outlets)).assign(never=0)
    names = tuple(dict.fromkeys(outlets.values()))
    counts = CountsByArticle(
        csr_array(crossed.to_numpy(dtype=np.int32)),
        np.full(len(crossed), 40),
        np.array(list(outlets), dtype=object),
        np.array([names.index(outlet) for outlet in outlets.values()]),
        names,
    )
    table = keyness_of_counts(counts, names=crossed.columns.to_numpy(object))
    by_outlet = dict(sorted(outlets.items(), key=lambda pair: pair[1]))
    pd.testing.assert_frame_equal(table, keyness_table(tokens, outlets=by_outlet))


def test_the_interval_by_article_holds_no_difference_in_random_halves():
    tokens, outlets = clumped(articles=400, vocabulary=200, seed=1)
    table = keyness_table(tokens, outlets=outlets, min_count=100)
    assert ((table["low"] > 0) | (table["high"] < 0)).mean() < 0.12
    assert (table["low"] < table["high"]).all()


@pytest.mark.parametrize("unit", [words, words_and_actors, ngrams(2)], ids=["words", "with actors", "bigrams"])
def test_what_one_seed_has_twice_and_the_other_never_is_not_called_significant(seeds, unit):
    """By LL 2 : 0 passes 5 %; nothing in the table says so."""
    table = keyness_table(seeds.tokens, seeds.sentences, outlets=seeds.outlets, unit=unit)
    counts = table[["count", "reference_count"]]
    twice = table[(counts.max(axis=1) == 2) & (counts.min(axis=1) == 0)]
    assert len(twice) > 20
    assert (p_value(twice.loc[twice["count"] == 2, "log_likelihood"]) < 0.05).all()
    assert twice[["p", "q"]].isna().all(axis=None)
    assert (twice["lrc"] == 0).all()
    assert ((twice["low"] < 0) & (twice["high"] > 0)).all()
    sizes = twice.iloc[0]
    assert fisher_exact(2, 0, sizes["tokens"], sizes["reference_tokens"]) > 0.05


def test_p_is_two_sided():
    """A word that one side has more of has the p of a word that the other has more of, twice a one-sided one."""
    tokens, outlets = made_up(articles=30, length=80, vocabulary=40)
    table = keyness_table(tokens, outlets=outlets).set_index("term")
    rates = pd.crosstab(tokens["article"], tokens["term"]) / 80
    first = [article for article in rates.index if outlets[article] == "a"]
    sides = rates.loc[first], rates.drop(first)
    less, greater = (
        pd.Series(mannwhitneyu(*sides, method="asymptotic", alternative=way).pvalue, index=rates.columns)
        for way in ("less", "greater")
    )
    smaller = np.minimum(less, greater)[table.index]
    np.testing.assert_allclose(table["p"], np.minimum(2 * smaller, 1))
    assert (table["p"] > smaller).all()


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


UNITS = {
    "words": words,
    "words and actors": words_and_actors,
    "bigrams": ngrams(2),
    "trigrams of words": ngrams(3, of=words),
    "actors": actors,
    "frame terms": frame_terms(read_frames(SEEDS / "frames.yaml")),
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
def test_whatever_the_unit_swapping_the_outlets_turns_the_signs_and_keeps_the_rows(seeds, unit):
    there, back = (
        keyness_table(seeds.tokens, seeds.sentences, outlets=outlets, unit=unit)
        for outlets in (seeds.outlets, swapped(seeds.outlets, first="baonghean"))
    )
    assert back["outlet"].iloc[0] == there["reference"].iloc[0] == "baonghean"
    assert there["term"].tolist() == back["term"].tolist()
    assert not there["term"].duplicated().any()
    for column in ("log_ratio", "lrc", "z"):
        np.testing.assert_allclose(there[column], -back[column], atol=1e-9)
    np.testing.assert_allclose(there["low"], -back["high"])
    for column, other in (("count", "reference_count"), ("articles", "reference_articles"), ("dp", "reference_dp")):
        np.testing.assert_array_equal(there[column], back[other])
    assert (there["count"] == 0).any() or unit is actors
    assert (there["reference_count"] == 0).any() or unit is actors
    assert there[["tokens", "reference_tokens"]].drop_duplicates().values.tolist() == [[500, 849]]


@pytest.mark.parametrize("unit", UNITS.values(), ids=list(UNITS))
def test_whatever_the_unit_the_number_of_tests_comes_before_the_filter(seeds, unit):
    whole = keyness_table(seeds.tokens, outlets=seeds.outlets, unit=unit)
    shown = keyness_table(seeds.tokens, outlets=seeds.outlets, unit=unit, min_count=4)
    assert whole.attrs["blocks"][0]["types"] == shown.attrs["blocks"][0]["types"] == len(whole)
    assert len(shown) == (whole["count"] + whole["reference_count"] >= 4).sum() < len(whole) or unit is actors
    kept = whole[whole["term"].isin(shown["term"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(shown, kept, check_index_type=False)


def test_ngrams_of_articles_are_tested_by_article():
    tokens, outlets = made_up(articles=14, length=60, vocabulary=5)
    table = keyness_table(tokens, outlets=outlets, unit=ngrams(2)).set_index("term")
    counts = pd.DataFrame(
        {
            article: pd.Series([f"{a} {b}" for a, b in pairwise(own)]).value_counts()
            for article, own in tokens.groupby("article", observed=True)["term"].agg(list).items()
        }
    ).fillna(0)
    sides = [counts[[article for article in counts if outlets[article] == side]] / 60 for side in "ab"]
    expected = mannwhitneyu(*sides, axis=1, method="asymptotic").pvalue
    np.testing.assert_allclose(table.loc[counts.index, "p"], expected)
    np.testing.assert_allclose(table.loc[counts.index, "q"], false_discovery_control(expected))


def test_three_outlets_of_a_unit_are_each_compared_with_the_rest(corpus):
    small = corpus({"a": ["Russia waits."], "b": ["Russia and China."], "c": ["China waits, China waits."]}, TWO_ACTORS)
    table = keyness_table(small.tokens, outlets=small.outlets, unit=actors)
    rest = table[table["reference"] == REST].set_index(["outlet", "term"])
    assert rest["count"].to_dict() == {
        ("a", "[Moscow]"): 1, ("a", "[Beijing]"): 0, ("b", "[Moscow]"): 1, ("b", "[Beijing]"): 1,
        ("c", "[Moscow]"): 0, ("c", "[Beijing]"): 2,
    }  # fmt: skip
    assert (rest["count"] + rest["reference_count"]).groupby("term").unique().map(list).to_dict() == {
        "[Beijing]": [3], "[Moscow]": [2],
    }  # fmt: skip
    assert set(rest["tokens"] + rest["reference_tokens"]) == {9}


TWO_ACTORS = {"Moscow": ["Russia"], "Beijing": ["China"]}
TALK = [Frame("talk", ("talk*", "dialogue")), Frame("war", ("war",))]


def test_terms_that_nobody_uses_are_rows_where_asked_for_and_no_tests(corpus):
    small = corpus({"a": ["Talks, talks."], "b": ["War talks."]})
    table = keyness_table(small.tokens, outlets=small.outlets, unit=frame_terms(TALK), min_count=0).set_index("term")
    assert table[["count", "reference_count"]].to_dict("index") == {
        "talk*": {"count": 2, "reference_count": 1}, "war": {"count": 0, "reference_count": 1},
        "dialogue": {"count": 0, "reference_count": 0},
    }  # fmt: skip
    assert table.attrs["blocks"] == [{"outlet": "a", "reference": "b", "types": 2, "rows": 3}]
    assert table.loc["dialogue", ["log_ratio", "low", "high", "lrc", "z", "p"]].isna().all()


@pytest.mark.parametrize("min_count", [0, 1])
def test_a_dictionary_without_a_hit_compares_nothing(corpus, min_count):
    small = corpus({"a": ["Calm."], "b": ["Quiet."]})
    table = keyness_table(small.tokens, outlets=small.outlets, unit=frame_terms(TALK), min_count=min_count)
    assert len(table) == (0 if min_count else 3)
    assert table["log_ratio"].isna().all()
    assert keyness_table(small.tokens, outlets=small.outlets, unit=ngrams(2)).empty
