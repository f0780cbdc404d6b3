"""Quotation marks in the report: a quote that has its own is not given the same ones a second time."""

import pytest

from analysis.reports import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("wants peace", "“wants peace”"),
        ("wants “peace” and fish", "“wants ‘peace’ and fish”"),
        ("“The overall aim", "“‘The overall aim”"),
        ("the aim is “peace”", "“the aim is ‘peace’”"),
        ('wants to "take its place" there', '“wants to "take its place" there”'),
        ("Oslo’s", "“Oslo’s”"),
    ],
)
def test_marks_inside_a_quote_are_single(words, shown):
    assert quoted(words) == shown
