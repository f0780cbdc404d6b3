import numpy as np
import pandas as pd
import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.motives.shares import SHARE_COLUMNS, motive_shares

CODES = {code: MotiveCode(label=code, group="all", definition=code) for code in ("gain", "honour", "other")}
CODEBOOK = MotiveCodebook("1", "", CODES)


def table(*rows):
    return pd.DataFrame(rows, columns=["outlet", "article", "category", "voice", "repeat_of"])


def articles(*names):
    return pd.DataFrame([(name.split("/")[0], name) for name in names], columns=["outlet", "article"])


def share_of(shares, outlet, category, voice="all"):
    chosen = shares[(shares["outlet"] == outlet) & (shares["category"] == category) & (shares["voice"] == voice)]
    return chosen.iloc[0]


def test_shares_count_each_code_and_voice_and_keep_zeros():
    found = table(
        ("a", "a/1", "gain", "outlet", ""), ("a", "a/1", "gain", "actor", ""), ("a", "a/1", "honour", "outlet", ""),
        ("a", "a/1", "honour", "outlet", "x"),
    )  # fmt: skip
    shares = motive_shares(found, articles("a/1", "b/1"), codebook=CODEBOOK)
    assert list(shares) == SHARE_COLUMNS
    assert len(shares) == 2 * 3 * 4
    assert share_of(shares, "a", "gain")["share"] == pytest.approx(2 / 3)
    assert share_of(shares, "a", "gain", "actor")["count"] == 1
    assert share_of(shares, "a", "other")["share"] == 0
    assert np.isnan(share_of(shares, "b", "gain")["share"])


def test_below_five_articles_there_is_no_interval():
    shares = motive_shares(table(("a", "a/1", "gain", "outlet", "")), articles("a/1", "a/2"), codebook=CODEBOOK)
    assert shares[["low", "high"]].isna().all(axis=None)


def test_from_five_articles_on_the_interval_holds_the_share():
    found = table(*[("a", f"a/{i}", "gain" if i % 2 else "honour", "outlet", "") for i in range(6)])
    sources = articles(*[f"a/{i}" for i in range(6)])
    one, again = (motive_shares(found, sources, codebook=CODEBOOK, seed=3) for _ in range(2))
    pd.testing.assert_frame_equal(one, again)
    gain = share_of(one, "a", "gain")
    assert gain["low"] < gain["share"] == 0.5 < gain["high"]
    other = share_of(one, "a", "other")
    assert other["low"] == 0 and other["high"] == pytest.approx(1 - 0.025 ** (1 / 6))


def test_an_outlet_that_ascribes_nothing_has_no_share():
    shares = motive_shares(table(), articles(*[f"a/{i}" for i in range(6)]), codebook=CODEBOOK)
    assert shares["share"].isna().all()
    assert shares["low"].isna().all()


def test_no_interval_has_a_width_of_zero():
    names = [f"a/{number}" for number in range(6)]
    told = table(*[("a", name, "gain", "outlet", "") for name in names])
    shares = motive_shares(told, articles(*names), codebook=CODEBOOK)
    always, never = share_of(shares, "a", "gain"), share_of(shares, "a", "honour")
    assert (always["share"], always["high"]) == (1, 1) and always["low"] == pytest.approx(0.025 ** (1 / 6))
    assert (never["share"], never["low"]) == (0, 0) and never["high"] == pytest.approx(1 - 0.025 ** (1 / 6))
