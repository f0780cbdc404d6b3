import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.codebooks import read_frames, read_motive_codebook
from analysis.errors import InputError
from analysis.motives.categories import categorizer_of

SEEDS = Path(__file__).parent.parent / "seeds"
FRAMES = """
frames:
  war:
    terms: [war, wars, 2017]
  peace:
    note: its words
    terms: [peace, dual freeze]
"""
MOTIVES = """
codes:
  security:
    label: security
    group: own
    definition: Territory and borders.
    cues: [buffer*]
    yields_to: [other]
  other:
    label: other
    group: rest
    definition: Anything else.
"""


def lines_of(read, path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(InputError) as error:
        read(path)
    assert all(line.startswith(str(path)) and "\n" not in line for line in error.value.lines)
    return [line.removeprefix(str(path)) for line in error.value.lines]


def test_frames_are_read(tmp_path):
    (tmp_path / "frames.yaml").write_text(FRAMES)
    war, peace = read_frames(tmp_path / "frames.yaml")
    assert (war.name, war.terms, peace.note) == ("war", ("war", "wars", "2017"), "its words")
    assert [pattern.globs for pattern in peace.patterns] == [("peace",), ("dual", "freeze")]


def test_a_motive_codebook_is_read(tmp_path):
    (tmp_path / "motives.yaml").write_text(MOTIVES)
    codebook = read_motive_codebook(tmp_path / "motives.yaml")
    assert codebook.groups == {"own": ["security"], "rest": ["other"]}
    assert codebook.label("security") == "security" and codebook.label("unheard_of") == "unheard_of"


def test_lists_are_written_out_in_cues_and_hints(tmp_path):
    lists = "lists:\n  land: [soil, near abroad]\n"
    text = lists + MOTIVES.lstrip().replace("[buffer*]", "[hold* + $land]\n    hints: [$land]")
    (tmp_path / "motives.yaml").write_text(text)
    security = read_motive_codebook(tmp_path / "motives.yaml").codes["security"]
    assert (security.cues, security.hints) == (("hold* + soil|near abroad",), ("soil|near abroad",))


def test_examples_stand_with_their_code_or_at_the_end_a_list_or_one_a_line(tmp_path):
    text = MOTIVES.replace("    cues: [buffer*]", "    examples: [to hold the pass]\n    cues: [buffer*]")
    text += "examples:\n  security: |\n    to keep the hills, and the sea\n\n    fears for its coast\n"
    text += "  other: [is curious]\n"
    (tmp_path / "motives.yaml").write_text(text)
    codes = read_motive_codebook(tmp_path / "motives.yaml").codes
    assert codes["security"].examples == ("to hold the pass", "to keep the hills, and the sea", "fears for its coast")
    assert codes["other"].examples == ("is curious",)


def test_examples_of_a_code_that_is_not_there(tmp_path):
    said = lines_of(
        read_motive_codebook, tmp_path / "motives.yaml", MOTIVES + "examples:\n  securty: to hold the pass\n"
    )
    assert said == [': examples are given for "securty", which is no code; known codes: security, other']


def test_the_default_codebook_is_readable_and_has_examples_of_every_code():
    assert all(len(line) <= 120 for line in (SEEDS / "motives.yaml").read_text(encoding="utf-8").splitlines())
    codes = read_motive_codebook(SEEDS / "motives.yaml").codes
    assert all(len(set(entry.examples)) == len(entry.examples) >= 50 for entry in codes.values())


def test_the_default_codebooks_hold_what_the_methods_say():
    assert len(read_motive_codebook(SEEDS / "motives.yaml").codes) == 15
    assert {"persuasion", "sanctions", "buffer"} <= {frame.name for frame in read_frames(SEEDS / "frames.yaml")}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("frames:", "frame:", ": frames: this key is missing"),
        ("    note: its words", "    nots: its words", ": frames > peace > nots: this key is not known here"),
        ("terms: [peace, dual freeze]", "terms: []", ": frames > peace > terms: this is empty; write at least one"),
        ("terms: [peace, dual freeze]", "terms: peace", ": frames > peace > terms: this should be a list"),
        ("terms: [peace, dual freeze]", "terms: [peace, [a]]", ": frames > peace > terms > 2: this should be text"),
        ("terms: [peace, dual freeze]", "terms: [peace, true]", ": frames > peace > terms > 2: this should be text"),
        ("terms: [peace, dual freeze]", "terms: [peace, null]", ": frames > peace > terms > 2: this should be text"),
        ("terms: [peace, dual freeze]", 'terms: ["*"]', ': frame "peace": the term "*" holds no word to look for'),
        (
            "terms: [peace, dual freeze]",
            "terms: [peace, Peace's]",
            ': frame "peace" has the term "peace" twice; take one',
        ),
        (
            "    note: its words",
            "    note: a: b",
            ", line 6, cannot be read as YAML: mapping values are not allowed here",
        ),
        ("  peace:", "  war:", ', line 5, has "war" a second time; give it another name or take it out'),
        (
            "  peace:",
            '  "war ":',
            ': frames: "war" stands there twice, the blanks around it aside; give each its own name',
        ),
        (
            "  war:\n    terms: [war, wars, 2017]",
            "  war: [war]",
            ": frames > war: this should be keys with their values",
        ),
    ],
)
def test_each_thing_wrong_with_frames_has_its_line(tmp_path, old, new, said):
    assert old in FRAMES
    assert lines_of(read_frames, tmp_path / "frames.yaml", FRAMES.replace(old, new))[0].startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    label: security\n", "", ": codes > security > label: this key is missing"),
        (
            "    label: security\n",
            "    label: Other\n",
            ': the label "other" stands there twice; figures tell codes apart',
        ),
        ("  other:\n", "  rest:\n", ': the code "other" is missing; every codebook needs it'),
        (
            "yields_to: [other]",
            "yields_to: [othr]",
            ': code "security" yields to "othr", which is no other code; known',
        ),
        (
            "yields_to: [other]",
            "yields_to: [security]",
            ': code "security" yields to "security", which is no other code',
        ),
        ("[buffer*]", '["!"]', ': code "security": the term "!" holds no word to look for'),
        ("[buffer*]", "[$land]", ': code "security": the cue "$land" names the list "land", which is not there; known'),
        ("[buffer*]", "buffer", ": codes > security > cues: this should be a list"),
        ("codes:", "- x\ny:", ", line "),
    ],
)
def test_each_thing_wrong_with_motives_has_its_line(tmp_path, old, new, said):
    assert old in MOTIVES
    assert lines_of(read_motive_codebook, tmp_path / "motives.yaml", MOTIVES.replace(old, new, 1))[0].startswith(said)


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ": frames: this key is missing"),
        (b"# nothing\n", ": frames: this key is missing"),
        (b"- a\n- b\n", ": the file: this should be keys with their values"),
        (b"war", ": the file: this should be keys with their values"),
        (b"frames: {war: {terms: [caf\xe9]}}", " is not UTF-8 (byte 27); save it as UTF-8"),
        (b"frames: \0", " cannot be read as YAML"),
        (b"frames: " + b"[" * 5000, " has brackets within brackets without end"),
        (b"frames: !!python/object/apply:os.system [ls]", ", line 1, cannot be read as YAML: could not determine"),
        (BOMB.encode(), " has aliases (*) that stand for more entries than a codebook can hold"),
        (b"a: &a [*a]\nframes: {war: {terms: [x]}}", " has aliases (*) that stand for more entries"),
        (b'frames: {war: {terms: ["a\\x1b"]}}', ": “a\ufffd” holds the control character U+001B; take it out"),
        (b'frames: {war: {terms: ["a\\ud800"]}}', ": “a\ufffd” holds the control character U+D800; take it out"),
    ],
)
def test_a_file_that_is_no_codebook(tmp_path, content, said):
    assert lines_of(read_frames, tmp_path / "frames.yaml", content)[0].startswith(said)


def test_several_wrong_things_are_told_at_once(tmp_path):
    content = FRAMES.replace("wars, 2017", "War, '?'").replace("peace, dual", "'*', dual")
    assert len(lines_of(read_frames, tmp_path / "frames.yaml", content)) == 3


def test_a_codebook_that_is_missing(tmp_path):
    with pytest.raises(
        InputError, match=r"frames\.yaml is missing; lay a study out with python -m analysis new FOLDER"
    ):
        read_frames(tmp_path / "frames.yaml")


def test_codebooks_of_the_same_content_are_equal_in_any_process():
    codebook = read_motive_codebook(SEEDS / "motives.yaml")
    again = pickle.loads(pickle.dumps(codebook))
    assert again == codebook and hash(again) == hash(codebook)
    assert categorizer_of(again) is categorizer_of(codebook)
    assert replace(codebook, version="another") != codebook


CHANGE = """
changes:
  - version: "2"
    date: 2026-11-22
    rename: {buffer: security}
    merge: {security: [border, wall]}
    split: {all: [security, other]}
"""


def test_the_changes_of_a_codebook_are_read(tmp_path):
    (tmp_path / "motives.yaml").write_text(MOTIVES + CHANGE)
    book = read_motive_codebook(tmp_path / "motives.yaml")
    (change,) = book.changes
    assert (change.version, change.date, change.split) == ("2", "2026-11-22", {"all": ("security", "other")})
    assert [change.becomes(code) for code in ("buffer", "wall", "other")] == ["security", "security", "other"]
    (tmp_path / "motives.yaml").write_text(MOTIVES)
    assert book != read_motive_codebook(tmp_path / "motives.yaml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "rename: {buffer: security}",
            "rename: {buffer: safety}",
            'the change of version 2 leads to "safety", which is',
        ),
        ("merge: {security:", "merge: {safety:", 'the change of version 2 leads to "safety"'),
        ("[security, other]", "[security, rest]", 'the change of version 2 leads to "rest"'),
        ("[border, wall]", "[]", "changes > 1 > merge > security: this is empty; write at least one"),
        (
            "date: 2026-11-22",
            "date: in spring",
            'changes > 1 > date: "in spring" is no date; write one like 2026-11-22',
        ),
        ("date: 2026-11-22", "date: 7", 'changes > 1 > date: "7" is no date'),
        ("rename: {buffer:", "renamed: {buffer:", "changes > 1 > renamed: this key is not known here"),
        (
            "[security, other]",
            "[security]",
            'the change of version 2 splits "all" into one code; write it under rename',
        ),
        ('version: "2"', "note: x", "changes > 1 > version: this key is missing"),
    ],
)
def test_each_thing_wrong_with_changes_has_its_line(tmp_path, old, new, said):
    assert old in CHANGE
    lines = lines_of(read_motive_codebook, tmp_path / "motives.yaml", MOTIVES + CHANGE.replace(old, new))
    assert lines[0].startswith(f": {said}")


def test_a_change_of_a_code_of_today_needs_a_date_and_none_may_change_nothing(tmp_path):
    undated = MOTIVES + "changes:\n  - version: 2\n    split: {security: [security, other]}\n  - version: 3\n"
    assert lines_of(read_motive_codebook, tmp_path / "motives.yaml", undated) == [
        ": the change of version 3 changes nothing; give it rename, merge or split",
        ': the change of version 2 is about "security", which is a code today; give it a date',
    ]


def test_a_code_may_be_changed_again_later(tmp_path):
    (tmp_path / "motives.yaml").write_text(
        MOTIVES
        + "changes:\n  - {version: 2, rename: {a: b}}\n  - {version: 3, rename: {b: c}}\n"
        + "  - {version: 4, split: {c: [security, other]}}\n"
    )
    assert len(read_motive_codebook(tmp_path / "motives.yaml").changes) == 3


def test_labels_name_the_rival_of_the_actor_asked_for(tmp_path):
    text = (SEEDS / "motives.yaml").read_text(encoding="utf-8")
    (tmp_path / "motives.yaml").write_text(text, encoding="utf-8")
    codebook = read_motive_codebook(tmp_path / "motives.yaml")
    assert codebook.label("counter_us_balancing") == "counter {rival}"
    assert codebook.written_for("Moscow").label("counter_us_balancing") == "counter Moscow"
    assert codebook.written_for().label("counter_us_balancing") == "counter its rival"
    text = text.replace("label: counter {rival}", "label: counter {ally}")
    (tmp_path / "motives.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r'"\{ally\}"; only \{rival\} is filled in'):
        read_motive_codebook(tmp_path / "motives.yaml")
