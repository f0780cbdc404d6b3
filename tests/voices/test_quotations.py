"""Quotation marks: pairs, apostrophes, marks left open, paragraphs."""

import pytest

from analysis.voices.quotations import find_quotations, merge


@pytest.fixture
def quoted(article):
    def listed(text):
        return [text[q.start : q.end] for q in find_quotations(article(text)).found]

    return listed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and left.", ["“no”"]),
        ('He said "no" and left.', ['"no"']),
        ("He said ''no'' and left.", ["''no''"]),
        ("He said ``no'' and left.", ["``no''"]),
        ("He said «no» and left.", ["«no»"]),
        ("He said 'no way' and left.", ["'no way'"]),
        ("“We don’t,” she said. “They won’t.”", ["“We don’t,”", "“They won’t.”"]),
        ("“He calls it ‘art,’” she said.", ["“He calls it ‘art,’”"]),
    ],
)
def test_marks_are_paired(quoted, text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize("text", ["The farmers' unions met the miners' unions.", "It's the dogs' day.", 'Not 5" wide.'])
def test_apostrophes_and_inches_are_no_quotation(quoted, text):
    assert quoted(text) == []


def test_a_mark_the_wrong_way_round_still_counts(quoted):
    assert quoted("”We will stay,” she said.") == ["”We will stay,”"]


def test_an_open_mark_ends_with_its_sentence(quoted):
    assert quoted("She said “we stay. The hall was empty.") == ["“we stay."]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_one(article):
    first, second = find_quotations(article("“We stay here.\n\n“We stay for good,” she said.")).found
    assert first.goes_on and not second.goes_on


def test_lookups_find_what_overlaps(article):
    text = "“One two three,” she said. “Four five six,” he said."
    quotations = find_quotations(article(text))
    assert quotations.around(3, 6).start == 0
    assert quotations.around(18, 20) is None
    assert len(quotations.overlapping(0, len(text))) == 2
    assert quotations.complete([(5, 20)]) == ((0, 20),)


def test_merge_joins_what_touches():
    assert merge([(5, 9), (0, 5), (20, 30), (22, 25)]) == ((0, 9), (20, 30))
