from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.lines import lines_of

WRAPPED = """A title that stands above the text of it
Moscow said on Monday that it would send an envoy to the capital of the
north, a step that follows months of quiet talks. The ministry would not
say when.
The envoy will carry a letter, according to officials of the ministry in
the city, and come back.
"""


def test_lines_are_those_typed_without_blanks_around_them():
    assert [(line.start, line.end, line.text) for line in lines_of("  One. \n\n\tTwo\n")] == [
        (2, 6, "One."),
        (10, 13, "Two"),
    ]


def test_wrapped_lines_are_one_and_short_ones_end_a_paragraph():
    assert [line.text.split()[0] + " ... " + line.text.split()[-1] for line in lines_of(WRAPPED)] == [
        "A ... it", "Moscow ... when.", "The ... back.",
    ]  # fmt: skip
    assert all(WRAPPED[line.start : line.end].replace("\n", " ") == line.text for line in lines_of(WRAPPED))


def test_a_poem_is_not_wrapped():
    poem = "The woods are lovely,\nDark and deep,\nBut I have promises\nTo keep\nAnd miles to go\nBefore I sleep\n"
    assert len(lines_of(poem)) == 6


def test_the_words_of_a_line_without_its_marks():
    lines = lines_of(
        '### **Related _posts_**\n> <p class="x">By Ann Lee</p>\n- [Read more](https://example.org)\n#Russia'
    )
    assert [line.bare for line in lines] == ["Related _posts", "By Ann Lee", "Read more", "#Russia"]


def test_what_closes_a_line():
    closed = ["He left.", "He left.”", 'He left?"', "He left.*", "He left./.", "He left.)", "He left…"]
    assert all(line.is_closed for text in closed for line in lines_of(text))
    assert not any(
        line.is_closed for text in ("He left", "He left:", "He left,", "He. left") for line in lines_of(text)
    )


@settings(deadline=None)
@given(st.text("ab. \n\t\u2028", max_size=300))
def test_lines_hold_every_sign_once(text):
    lines = lines_of(text)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    assert all(text[line.start : line.end].replace("\n", " ") == line.text for line in lines)
