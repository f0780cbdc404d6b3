from pathlib import Path

import pytest
from ruamel.yaml import YAML

from analysis.plain_yaml import read_plain

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("name", ["motives.yaml", "frames.yaml"])
def test_the_default_codebooks_are_read_as_by_the_other_reader(name):
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert read_plain(text) == YAML(typ="safe", pure=True).load(text) is not None


def test_texts_lists_and_names():
    text = "a: [no, yes, off, 'true', \"2\", 6-party]\nb:\n  c: |\n    one\n    two\n  d: >\n    one\n    two\n"
    read = {"a": ["no", "yes", "off", "true", "2", "6-party"], "b": {"c": "one\ntwo\n", "d": "one two\n"}}
    assert read_plain(text) == read == YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing",
        "a: 2017",
        "a: 1:30",
        "a: 2017-02-01",
        "a: 0x1F",
        "a: -.5e3",
        "a: .inf",
        "a: true",
        "a: Null",
        "a: ~",
        "a:",
        "a: &x b",
        "a: !!str b",
        "a: 1\na: 2",
        "a: b\na: c",
        "[a]: b",
        "<<: {a: b}",
        "%YAML 1.1\n---\na: no",
        "a: b\n---\na: c",
        "a: [b",
        "a: b: c",
    ],
)
def test_what_is_not_plain_is_left_to_the_other_reader(text):
    assert read_plain(text) is None
