import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure

from analysis.charts.labels import (
    MISSING,
    as_label,
    drawable,
    is_readable,
    shorten,
    text_width,
    wrap,
    wrap_quote,
)
from analysis.charts.outlets import shown_names


def drawn(text: str) -> None:
    figure = Figure(figsize=(3, 1))
    figure.text(0.1, 0.5, as_label(text))
    figure.canvas.draw()


@pytest.mark.parametrize(
    "text", ["$x_1$", "$", "a $ b $ c", r"\$5", r"\frac{1}{2}", "$\\frac{1", "<script>", "人民", "a\x00b"]
)
def test_any_text_is_drawn_without_mathematics_or_warning(text):
    drawn(text)


@given(st.text(max_size=30))
def test_every_text_has_only_glyphs_that_the_type_has(text):
    assert MISSING * 3 not in drawable(text)
    assert text_width(text, size=7) >= 0


def test_a_dollar_sign_is_a_dollar_sign():
    assert as_label("$x_1$") == r"\$x_1\$"


def test_missing_glyphs_become_boxes_and_a_name_without_glyphs_gives_way_to_its_key(corpus):
    assert drawable("人民日报 daily") == "▯▯ daily"
    assert not is_readable("人民日报")
    assert shown_names(corpus(2, names=("人民日报", "El País")).outlets) == {"o0": "o0", "o1": "El País"}


def test_shortened_text_fits_and_says_that_it_is_cut():
    short = shorten("A" * 300, width=60, size=7)
    assert short.endswith("…")
    assert text_width(short, size=7) <= 60
    assert shorten("short", width=60, size=7) == "short"


@pytest.mark.parametrize("text", ["A" * 300, "some words to be broken into lines " * 5, "one"])
def test_wrapped_lines_fit(text):
    lines = wrap(text, width=70, size=7, lines=3)
    assert len(lines) <= 3
    assert all(text_width(line, size=7) <= 70 for line in lines)


def test_wrapping_loses_nothing_where_there_is_room():
    assert " ".join(wrap("to be or not to be", width=40, size=7, lines=9)) == "to be or not to be"


def test_a_quote_keeps_its_place_when_its_end_gives_way():
    lines = wrap_quote("Russia wants " * 30, place="(s. 4)", width=150, size=7, lines=2)
    assert len(lines) == 2
    assert lines[-1].replace("\u00a0", " ").endswith("…” (s. 4)")


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("width", [70, 90, 150])
@pytest.mark.parametrize("quote", ["Russia has previously tried to limit Iranian " * 4, "x" * 300])
def test_a_cut_quotation_keeps_its_ellipsis_its_mark_and_its_sentence(quote, width, lines):
    broken = wrap_quote(quote, place="(2022-08-11-russia-an…, s. 59)", width=width, size=7, lines=lines)
    assert len(broken) <= lines
    assert "…”" in " ".join(broken)
    assert broken[-1].endswith("s.\u00a059)")
    assert all(text_width(line, size=7) <= width for line in broken)


def test_words_from_right_to_left_leave_the_numbers_beside_them_in_place():
    assert as_label("\u0635\u062d\u064a\u0641\u0629 \u0627\u0644: 6") == (
        "\u200e\u0635\u062d\u064a\u0641\u0629 \u0627\u0644\u200e: 6"
    )
    assert as_label("East: 6") == "East: 6"
    drawn("\u0635\u062d\u064a\u0641\u0629: 6 articles, \u05e2\u05d9\u05ea\u05d5\u05df 1")
