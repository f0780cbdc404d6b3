import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from analysis.explore.yaml_text import quoted, read_node, value_of


def loaded(text):
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(
    "text", ["sanction*", "dual freeze", "take China's place", "6-party", "война", "out of control"]
)
def test_a_plain_term_stands_without_quotes_where_yaml_allows_it(text):
    assert quoted(text) in (text, f'"{text}"')
    assert quoted(text).startswith('"') == (text == "6-party")


@pytest.mark.parametrize(
    "text", ["no", "NULL", "*tion", "a: b", "a #b", "- x", "1e3", "~", 'say "x"', "\\", "[Moscow]", "a\u2028b"]
)
def test_what_yaml_would_read_otherwise_is_quoted(text):
    assert quoted(text).startswith('"')
    assert loaded(f"- {quoted(text)}\n") == [text]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_comes_back_unchanged(text):
    assert loaded(f"- {quoted(text)}\n") == [text]
    assert loaded(f"{{k: [{quoted(text)}]}}\n") == {"k": [text]}


def test_a_value_is_found_under_its_keys():
    node = read_node("frames:\n  a: {terms: [x]}\n  b: text\n")
    assert [item.value for item in value_of(node, "frames", "a", "terms").value] == ["x"]
    assert value_of(node, "frames", "b") is None
    assert value_of(node, "frames", "c", "terms") is None
