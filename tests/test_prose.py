import pandas as pd

from analysis.prose import say, show_table


def test_lines_join_sentences_and_lists_and_escape_them():
    lines = say("one <b>", ["two $x_1$", "three"])
    assert repr(lines) == "one <b>\ntwo $x_1$\nthree"
    html = lines._repr_html_()
    assert "<li>one &lt;b&gt;</li>" in html
    assert "mathjax_ignore" in html


def test_a_table_shows_its_first_rows_and_says_how_many_more():
    table = show_table(
        pd.DataFrame({"per_1000": [1.0, 2.5, 3.0], "term": ["<script>", "b", "c"]}), ["term", "per_1000"], rows=2
    )
    html = table._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "per 1,000" in html
    assert "and 1 more rows" in html
