from hypothesis import given
from hypothesis import strategies as st

from analysis.voices.overlaps import Overlaps

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 2000)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(SPANS, max_size=20), SPANS)
def test_the_spans_found_are_those_that_share_a_character(spans, sought):
    overlaps = Overlaps(enumerate(spans))
    start, end = sought
    expected = [(i, span) for i, span in enumerate(spans) if start < span[1] and span[0] < end]
    assert sorted(overlaps.sharing(start, end)) == expected
    if spans:
        assert (overlaps.start, overlaps.end) == (min(a for a, _ in spans), max(b for _, b in spans))


def test_of_no_spans_none_is_found():
    assert list(Overlaps().sharing(0, 10)) == []
