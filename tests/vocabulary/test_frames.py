import numpy as np
import pandas as pd
import pytest
from scipy.stats import binomtest, chi2

from analysis.codebooks import Frame, read_frames
from analysis.errors import InputError
from analysis.measures import log_ratio_interval
from analysis.vocabulary.frames import HIT_COLUMNS, find_hits, frame_rates, rate_differences, with_voices

from .conftest import SEEDS

# Counted by hand in the two seed articles, Warsaw : Baonghean.
SEED_HITS = {
    "persuasion": {
        "persuasion": (2, 0), "persuad*": (0, 0), "suggestion*": (2, 0), "convinc*": (1, 0), "dialogue*": (1, 1),
        "gentle": (1, 0), "mild": (1, 0), "flexib*": (1, 0), "soft*": (0, 1),
    },
    "negotiation": {
        "resolv*": (1, 6), "propos*": (0, 4), "roadmap*": (0, 3), "solution*": (1, 2), "discuss*": (0, 2),
        "talks": (0, 1), "negotiat*": (0, 1), "envoy*": (0, 1), "diplomatic": (0, 1), "dual freeze": (0, 1),
        "mediat*": (0, 0), "broker*": (0, 0),
    },
    "sanctions": {
        "sanction*": (0, 3), "pressur*": (0, 3), "tough*": (0, 2), "punish*": (0, 1), "stifl*": (0, 1),
        "condemn*": (0, 1), "tighten*": (0, 1), "unilateral*": (0, 1), "embargo*": (0, 0), "isolat*": (0, 0),
    },
    "danger": {
        "crisis": (3, 0), "threat*": (2, 1), "tension*": (1, 3), "escalat*": (2, 0), "disaster*": (2, 0),
        "danger*": (2, 0), "unpredictable": (2, 0), "war": (2, 0), "out of control": (1, 0), "outbreak*": (1, 0),
        "risk*": (0, 2), "provocat*": (0, 1),
    },
    "buffer": {
        "buffer*": (1, 0), "far east": (2, 0), "doorstep*": (0, 1), "strategic position*": (0, 1),
        "coalition presence": (0, 1), "asia-pacific": (0, 1), "NATO expansion": (0, 1), "territor*": (0, 1),
        "border*": (0, 0), "encircl*": (0, 0), "sphere* of influence": (0, 0),
    },
    "seat at the table": {
        "role": (0, 3), "G2": (0, 2), "left out": (0, 1), "sidelin*": (0, 1), "come forward": (0, 1),
        "takes the stand": (0, 1), "take China's place": (0, 1), "replacing China": (0, 1), "6-party talks": (0, 1),
        "image": (1, 0), "six-party talks": (0, 0), "prestige": (0, 0),
    },
    "instrument": {
        "tool*": (1, 0), "distract*": (1, 0), "helpful": (1, 0), "favourable": (1, 0), "encourag*": (1, 0),
        "quietly supporting": (1, 0), "oil suppl*": (1, 0), "illegal": (1, 0), "play* with fire": (1, 0),
        "pawn*": (0, 0), "lever*": (0, 0), "bargaining chip*": (0, 0),
    },
    "rules": {
        "international community": (0, 2), "violat*": (0, 2), "united nations": (1, 1), "international law": (0, 1),
        "principle*": (0, 1), "peace": (0, 1), "restrain*": (0, 1), "guarantee*": (0, 1), "precondition*": (0, 1),
        "sovereign*": (0, 0),
    },
    "arms": {
        "nuclear": (1, 5), "missile*": (1, 3), "weapon*": (1, 1), "arsenal*": (1, 0), "ballistic": (0, 1),
        "military exercises": (0, 2), "use force": (0, 2), "resort to force": (0, 1),
    },
}  # fmt: skip
SEED_TOTALS = {
    "persuasion": (9, 2), "negotiation": (2, 22), "sanctions": (0, 13), "danger": (18, 7), "buffer": (3, 6),
    "seat at the table": (1, 12), "instrument": (9, 0), "rules": (1, 11), "arms": (4, 15),
}  # fmt: skip
PEACE = Frame("peace", ("peace*", "peace talks", "dual freeze"))
WAR = Frame("war", ("war", "peace talks"))


@pytest.fixture(scope="module")
def seed_hits(seeds):
    frames = [Frame(name, tuple(terms)) for name, terms in SEED_HITS.items()]
    return find_hits(seeds.tokens, frames, articles=seeds.articles)


@pytest.mark.parametrize(
    ("frame", "term", "expected"),
    [(frame, term, expected) for frame, terms in SEED_HITS.items() for term, expected in terms.items()],
)
def test_every_term_of_the_seeds_has_the_hits_counted_by_hand(seed_hits, frame, term, expected):
    own = seed_hits[(seed_hits["frame"] == frame) & (seed_hits["term"] == term)]["outlet"]
    assert ((own == "warsaw-institute").sum(), (own == "baonghean").sum()) == expected


@pytest.mark.parametrize(("frame", "expected"), SEED_TOTALS.items())
def test_the_rates_of_the_seeds(seeds, seed_hits, frame, expected):
    frames = [Frame(name, tuple(terms)) for name, terms in SEED_HITS.items()]
    rates = frame_rates(seed_hits, seeds.tokens, outlets=seeds.outlets, frames=frames)
    rates = rates[rates["frame"] == frame].set_index("outlet")
    assert tuple(rates.loc[["warsaw-institute", "baonghean"], "count"]) == expected
    assert rates["tokens"].to_dict() == {"warsaw-institute": 500, "baonghean": 849}
    assert set(rates["evidence_level"]) == {"descriptive"}


def test_the_default_frames_are_those_counted():
    assert {frame.name: frame.terms for frame in read_frames(SEEDS / "frames.yaml")} == {
        name: tuple(terms) for name, terms in SEED_HITS.items()
    }


def test_the_longest_term_wins_in_a_frame_and_a_term_may_stand_in_several(corpus):
    small = corpus({"a": ["Peace talks, not war."], "b": ["The “dual freeze”."]})
    hits = find_hits(small.tokens, [PEACE, WAR], articles=small.articles)
    assert hits.columns.tolist() == HIT_COLUMNS
    assert hits[["frame", "term", "match", "start", "end"]].values.tolist() == [
        ["peace", "peace talks", "Peace talks", 0, 11],
        ["war", "peace talks", "Peace talks", 0, 11],
        ["war", "war", "war", 17, 20],
        ["peace", "dual freeze", "dual freeze", 5, 16],
    ]


def test_a_term_of_several_words_does_not_cross_a_sentence(corpus):
    small = corpus({"a": ["They want a dual. Freeze it now."]})
    assert find_hits(small.tokens, [PEACE], articles=small.articles).empty


def test_frames_without_any_hit_stay_as_rows(corpus):
    small = corpus({"a": ["Nothing here."], "b": ["Nor there at all."]})
    hits = find_hits(small.tokens, [PEACE, WAR], articles=small.articles)
    rates = frame_rates(hits, small.tokens, outlets=small.outlets, frames=[PEACE, WAR])
    assert rates[["outlet", "frame", "count"]].values.tolist() == [
        ["a", "peace", 0], ["a", "war", 0], ["b", "peace", 0], ["b", "war", 0],
    ]  # fmt: skip
    assert rates["low"].tolist() == [0, 0, 0, 0]
    assert rates["high"].iloc[0] == pytest.approx(1000 * chi2.ppf(0.975, 2) / 2 / 2)


def test_voices_add_up_to_the_frame(corpus):
    small = corpus({"a": ["War, war and war."], "b": ["War."]})
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    voices = pd.DataFrame({"voice": ["actor", "actor", "outlet", "other"], "source": ["Moscow", "Moscow", "", "UN"]})
    hits = with_voices(hits, voices)
    rates = frame_rates(hits, small.tokens, outlets=small.outlets, frames=[WAR], by_voice=True)
    assert rates[["outlet", "voice", "count"]].values.tolist() == [
        ["a", "outlet", 1], ["a", "actor", 2], ["a", "other", 0],
        ["b", "outlet", 0], ["b", "actor", 0], ["b", "other", 1],
    ]  # fmt: skip
    assert rates["per_1000"].iloc[:3].tolist() == [250, 500, 0]


def test_voices_of_other_spans_are_refused(corpus):
    small = corpus({"a": ["War."]})
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    with pytest.raises(ValueError, match="0 voices do not fit 1 hits"):
        with_voices(hits, pd.DataFrame({"voice": [], "source": []}))


def test_below_five_articles_the_interval_is_exact_poisson(corpus):
    small = corpus({"a": ["War and peace."] * 4, "b": ["Peace at last."]})
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    rate = frame_rates(hits, small.tokens, outlets=small.outlets, frames=[WAR]).iloc[0]
    assert (rate["low"], rate["high"]) == pytest.approx(
        (1000 * chi2.ppf(0.025, 8) / 2 / 12, 1000 * chi2.ppf(0.975, 10) / 2 / 12)
    )
    assert rate["method"].startswith("exact Poisson")


def test_from_five_articles_on_the_interval_resamples_articles(corpus):
    small = corpus({"a": ["War is war."] * 3 + ["All is well."] * 3, "b": ["All is well."] * 5})
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    rates = frame_rates(hits, small.tokens, outlets=small.outlets, frames=[WAR])
    clumped, absent = rates.iloc[0], rates.iloc[1]
    assert clumped["method"].startswith("bootstrap over articles")
    # Six articles are drawn, half of which have the word: 0 to 6 of them, 2 hits and 3 tokens each.
    assert clumped["low"] == pytest.approx(1000 * 2 * 1 / 18)
    assert clumped["high"] == pytest.approx(1000 * 2 * 5 / 18)
    assert (absent["low"], absent["method"]) == (0, "exact Poisson (Garwood)")
    assert absent["high"] > 0


def test_the_ratio_of_two_rates_has_the_exact_interval_where_articles_are_few(seeds, seed_hits):
    frames = [Frame(name, tuple(terms)) for name, terms in SEED_HITS.items()]
    differences = rate_differences(seed_hits, seeds.tokens, outlets=seeds.outlets, frames=frames).set_index("frame")
    danger = differences.loc["danger"]
    share = binomtest(18, 25).proportion_ci(0.95, method="exact")
    expected = [849 / 500 * bound / (1 - bound) for bound in (18 / 25, share.low, share.high)]
    assert danger[["rate_ratio", "low", "high"]].tolist() == pytest.approx(expected)
    assert differences.loc["instrument", ["rate_ratio", "high"]].tolist() == [np.inf, np.inf]
    assert differences.loc["sanctions", ["rate_ratio", "low"]].tolist() == [0, 0]


def test_from_five_articles_on_the_ratio_is_resampled_by_article(corpus):
    texts = {"a": ["War, war."] * 5 + ["All is well."], "b": ["War is war."] * 2 + ["All is well."] * 4}
    small = corpus(texts)
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    difference = rate_differences(hits, small.tokens, outlets=small.outlets, frames=[WAR]).iloc[0]
    assert difference["evidence_level"] == "inferential"
    assert difference["rate_ratio"] == pytest.approx((10 / 13) / (4 / 18))
    assert difference["low"] < difference["rate_ratio"] < difference["high"]
    exact = log_ratio_interval(10, 4, 13, 18)
    assert (difference["low"], difference["high"]) != pytest.approx(tuple(np.exp2(exact)))


def test_a_frame_that_holds_no_word_is_refused(corpus):
    small = corpus({"a": ["War."]})
    with pytest.raises(InputError, match="holds no word"):
        find_hits(small.tokens, [Frame("empty", ("*",))], articles=small.articles)


def test_a_study_without_frames_has_no_hits_and_no_rates(corpus):
    small = corpus({"a": ["War."]})
    hits = find_hits(small.tokens, [], articles=small.articles)
    assert hits.empty
    assert frame_rates(hits, small.tokens, outlets=small.outlets, frames=[]).empty


def test_one_article_an_outlet_has_intervals_that_say_how_little_is_known(seeds, seed_hits):
    frames = [Frame(name, tuple(terms)) for name, terms in SEED_HITS.items()]
    rates = frame_rates(seed_hits, seeds.tokens, outlets=seeds.outlets, frames=frames)
    differences = rate_differences(seed_hits, seeds.tokens, outlets=seeds.outlets, frames=frames)
    for table in (rates, differences):
        assert (table["high"] - table["low"] > 0).all()
        assert not {"p", "q"} & set(table)


def test_a_choice_of_articles_is_all_that_is_counted(corpus):
    small = corpus({"a": ["War and war.", "War."], "b": ["War."]})
    hits = find_hits(small.tokens, [WAR], articles=small.articles)
    chosen = {"a/2": "a", "b/1": "b"}
    rates = frame_rates(hits, small.tokens, outlets=chosen, frames=[WAR])
    assert rates[["outlet", "count", "tokens"]].values.tolist() == [["a", 1, 1], ["b", 1, 1]]
    assert rate_differences(hits, small.tokens, outlets=chosen, frames=[WAR])["rate_ratio"].tolist() == [1]
