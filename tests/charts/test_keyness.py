"""The figure of what separates the outlets' words, where some outlets have few articles and others many."""

import numpy as np
import pandas as pd
import pytest

from analysis.charts.keyness import draw_keyness


def block(outlet, reference, *, few):
    """Build six rows of a keyness table, three a side, the first of them with a small q where articles allow it."""
    ratios = np.array([3.0, 2.0, 1.0, -1.0, -2.0, -3.0])
    return pd.DataFrame(
        {
            "outlet": outlet, "reference": reference, "term": [f"w{ratio:+.0f}" for ratio in ratios],
            "count": np.where(ratios > 0, 8, 2), "reference_count": np.where(ratios > 0, 2, 8),
            "articles": 2, "reference_articles": 2,
            "log_ratio": ratios, "low": ratios - 1, "high": ratios + 1, "lrc": 0.5,
            "q": np.nan if few else [0.01, 0.3, 0.3, 0.3, 0.3, 0.3],
            "evidence_level": "descriptive" if few else "inferential",
        }
    )  # fmt: skip


def sizes(*articles):
    rows = [
        {"outlet": name, "name": name.upper(), "articles": n, "tokens": 500, "sentences": 20, "translated": False}
        for name, n in zip("abc", articles, strict=False)
    ]
    return pd.DataFrame(rows)


def fills(figure):
    """Tell which of the labelled marks are filled."""
    drawn = [part for ax in figure.axes for part in ax.collections if part.get_gid() == "key-terms"]
    return [bool(np.any(colour[:3] != 1)) for part in drawn for colour in part.get_facecolor()]


def words(figure):
    return " ".join(text.get_text() for ax in figure.axes for text in ax.texts).replace("\n", " ")


@pytest.mark.parametrize(("articles", "filled"), [((1, 1), {True}), ((9, 2), {True}), ((9, 9), {True, False})])
def test_marks_tell_q_only_where_every_outlet_has_articles_enough(articles, filled):
    figure = draw_keyness(block("a", "b", few=min(articles) < 5), outlets=sizes(*articles))
    assert set(fills(figure)) == filled
    assert ("below .05 by article" in words(figure)) == (min(articles) >= 5)
    assert ("escriptive only" in words(figure)) == (min(articles) < 5)


def test_beside_an_outlet_of_few_articles_no_mark_of_a_larger_one_reads_as_significant():
    """A filled mark among hollow ones would; the key of the figure tells of no such thing."""
    table = pd.concat([block(name, "the rest", few=name == "c") for name in "abc"])
    figure = draw_keyness(table, outlets=sizes(9, 9, 2))
    assert set(fills(figure)) == {True}
    assert "below .05" not in words(figure)
    assert "as if words were independent where a side has few articles, else by resampling" in words(figure)
