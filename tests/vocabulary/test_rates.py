import pytest
from scipy.stats import chi2

from analysis.codebooks import Frame
from analysis.measures import bootstrap_rate_interval
from analysis.vocabulary.frames import find_hits, frame_rates
from analysis.vocabulary.rates import TERM_RATE_COLUMNS, covered_terms, term_rates

FRAMES = [Frame("war", ("war*", "cold war", "truce")), Frame("peace", ("peace", "truce"))]
TEXTS = {"a": ["War and the cold war.", "A truce."], "b": ["Peace, peace, peace."]}


def rates_of(small, **options):
    hits = find_hits(small.tokens, FRAMES, articles=small.articles)
    return term_rates(hits, small.tokens, outlets=small.outlets, frames=FRAMES, **options)


def test_every_term_of_every_outlet_is_a_row(corpus):
    table = rates_of(corpus(TEXTS))
    assert table.columns.tolist() == TERM_RATE_COLUMNS
    assert table[["outlet", "frame", "term", "count", "tokens", "articles", "outlet_articles"]].values.tolist() == [
        ["a", "war", "war*", 1, 7, 1, 2], ["a", "war", "cold war", 1, 7, 1, 2], ["a", "war", "truce", 1, 7, 1, 2],
        ["a", "peace", "peace", 0, 7, 0, 2], ["a", "peace", "truce", 1, 7, 1, 2],
        ["b", "war", "war*", 0, 3, 0, 1], ["b", "war", "cold war", 0, 3, 0, 1], ["b", "war", "truce", 0, 3, 0, 1],
        ["b", "peace", "peace", 3, 3, 1, 1], ["b", "peace", "truce", 0, 3, 0, 1],
    ]  # fmt: skip
    none = table[(table["outlet"] == "b") & (table["term"] == "cold war")].iloc[0]
    assert (none["per_1000"], none["low"]) == (0, 0)
    assert none["high"] == pytest.approx(1000 * chi2.ppf(0.975, 2) / 2 / 3)


def test_the_terms_of_a_frame_add_up_to_the_frame(corpus):
    small = corpus(TEXTS)
    hits = find_hits(small.tokens, FRAMES, articles=small.articles)
    frames = frame_rates(hits, small.tokens, outlets=small.outlets, frames=FRAMES).set_index(["outlet", "frame"])
    sums = rates_of(small).groupby(["outlet", "frame"])[["count", "per_1000"]].sum()
    for key, row in sums.iterrows():
        assert (row["count"], pytest.approx(row["per_1000"])) == (frames.loc[key, "count"], frames.loc[key, "per_1000"])


def test_from_five_articles_on_intervals_resample_articles(corpus):
    table = rates_of(corpus({"a": ["War is war.", "All is calm."] * 3}), seed=2)
    row = table[table["term"] == "war*"].iloc[0]
    assert (row["low"], row["high"]) == bootstrap_rate_interval([2, 0] * 3, [3] * 6, seed=2)
    assert row["method"].startswith("bootstrap over articles")


def test_articles_that_are_all_alike_leave_the_exact_interval(corpus):
    table = rates_of(corpus({"a": ["War is war.", "War was war, he said."] * 3}))
    row = table[table["term"] == "war*"].iloc[0]
    assert (row["count"], row["tokens"]) == (12, 24)
    assert row["low"] == pytest.approx(1000 * chi2.ppf(0.025, 24) / 2 / 24)
    assert row["high"] == pytest.approx(1000 * chi2.ppf(0.975, 26) / 2 / 24)
    assert row["method"].startswith("exact Poisson")


def test_a_term_whose_words_another_has_is_told_from_one_that_is_nowhere(corpus):
    small = corpus({"a": ["Sanctions, more sanctions and cold war."]})
    frames = [Frame("f", ("sanction*", "sanctions", "war", "cold war", "peace"))]
    hits = find_hits(small.tokens, frames, articles=small.articles)
    rates = term_rates(hits, small.tokens, outlets=small.outlets, frames=frames)
    silent = set(rates.loc[rates["count"] == 0, "term"])
    covered = {term for _, term in covered_terms(small.tokens, rates, frames=frames)}
    assert "peace" in silent - covered and covered == silent - {"peace"}
    assert {"war"} < covered and len(covered & {"sanction*", "sanctions"}) == 1


def test_no_frame_gives_no_row(corpus):
    small = corpus(TEXTS)
    hits = find_hits(small.tokens, [], articles=small.articles)
    assert term_rates(hits, small.tokens, outlets=small.outlets, frames=[]).columns.tolist() == TERM_RATE_COLUMNS
