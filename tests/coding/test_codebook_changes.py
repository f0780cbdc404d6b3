import difflib

import pytest

from analysis.codebooks import read_motive_codebook
from analysis.coding.codebook_changes import merge_codes, rename_code, split_code
from analysis.errors import InputError

from .conftest import SEEDS

BOOK = """\
# what this is
version: "1.9"  # raised at every change
note: short

codes:
  gain:  # first
    label: gain
    group: all
    definition: gets something
    cues: [win*, to get]
    yields_to: [honour, peace]
  honour:
    label: honour
    group: all
    definition: is esteemed
    hints:
      - esteem*
      # a comment within
      - "no"
  peace:
    label: peace
    group: all
    definition: no war
    cues: [peace*, "win*"]
    hints: [calm]
    yields_to: [gain]
  # last of all
  other:
    label: other
    group: all
    definition: else
examples:
  gain: |
    to win a prize

    to get rich
  peace: [to end the war, "no: never"]
# the end
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "motives.yaml"
    path.write_text(BOOK)
    return path


def changed(path, before=BOOK):
    """The lines taken out and put in, the change's own entry left out."""
    diff = difflib.ndiff(before.splitlines(), path.read_text().splitlines())
    lines = [line for line in diff if line[0] in "+-"]
    return [line for line in lines if not any(word in line for word in ("changes:", "version:", "date:"))]


def test_a_renamed_code_is_renamed_everywhere_and_nothing_else_is_touched(path):
    assert rename_code(path, "peace", "calm_down") == "1.10"
    assert changed(path) == [
        "+     rename: {peace: calm_down}",
        "-     yields_to: [honour, peace]",
        "+     yields_to: [honour, calm_down]",
        "-   peace:",
        "+   calm_down:",
        '-   peace: [to end the war, "no: never"]',
        '+   calm_down: [to end the war, "no: never"]',
    ]
    book = read_motive_codebook(path)
    assert (book.version, list(book.codes)) == ("1.10", ["gain", "honour", "calm_down", "other"])
    assert 'version: "1.10"  # raised at every change\nchanges:\n' in path.read_text()
    assert book.changes[0].rename == {"peace": "calm_down"}


def test_merged_codes_hand_over_what_they_look_for(path):
    merge_codes(path, ["peace", "honour"], into="gain")
    book = read_motive_codebook(path)
    gain = book.codes["gain"]
    assert list(book.codes) == ["gain", "other"]
    assert gain.cues == ("win*", "to get", "peace*")
    assert gain.hints == ("calm", "esteem*", "no")
    assert gain.examples == ("to win a prize", "to get rich", "to end the war", "no: never")
    assert gain.yields_to == ()
    assert book.changes[0].merge == {"gain": ("gain", "peace", "honour")}
    text = path.read_text()
    for comment in ("# what this is", "# first", "# last of all", "# the end"):
        assert comment in text


def test_a_code_takes_over_lists_that_it_lacks(path):
    merge_codes(path, ["gain"], into="honour")
    book = read_motive_codebook(path)
    assert book.codes["honour"].cues == ("win*", "to get")
    assert book.codes["honour"].hints == ("esteem*", "no")
    assert book.codes["honour"].examples == ("to win a prize", "to get rich")
    assert book.codes["peace"].yields_to == ("honour",)


def test_a_list_at_the_end_of_a_code_is_added_to_before_the_lists_that_it_lacks(path):
    merge_codes(path, ["peace"], into="honour")
    honour = read_motive_codebook(path).codes["honour"]
    assert honour.hints == ("esteem*", "no", "calm")
    assert honour.cues == ("peace*", "win*")
    assert honour.examples == ("to end the war", "no: never")


def test_a_split_code_is_copied_for_each_part(path):
    split_code(path, "gain", into=["wealth", "glory"])
    book = read_motive_codebook(path)
    assert list(book.codes) == ["wealth", "glory", "honour", "peace", "other"]
    assert [book.codes[code].label for code in ("wealth", "glory")] == ["gain (wealth)", "gain (glory)"]
    assert book.codes["wealth"].examples == book.codes["glory"].examples == ("to win a prize", "to get rich")
    assert book.codes["peace"].yields_to == ("wealth", "glory")
    assert book.changes[0].split == {"gain": ("wealth", "glory")}


def test_a_split_may_keep_the_code_and_take_codes_that_are_there(path):
    split_code(path, "gain", into=["gain", "honour", "wealth"])
    book = read_motive_codebook(path)
    assert list(book.codes) == ["gain", "wealth", "honour", "peace", "other"]
    assert book.codes["gain"].label == "gain"
    assert book.codes["peace"].yields_to == ("gain", "honour", "wealth")
    assert book.codes["wealth"].yields_to == ("honour", "peace")


def test_changes_follow_one_another(path):
    rename_code(path, "gain", "profit")
    once = path.read_text()
    rename_code(path, "profit", "wealth")
    split_code(path, "wealth", into=["cash", "land"])
    book = read_motive_codebook(path)
    assert [change.version for change in book.changes] == ["1.10", "1.11", "1.12"]
    assert book.version == "1.12"
    assert "rename: {gain: profit}" in once and "rename: {gain: profit}" in path.read_text()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda path: rename_code(path, "glory", "x"), 'the code "glory" is not in'),
        (lambda path: rename_code(path, "gain", "peace"), 'the code "peace" is in'),
        (lambda path: rename_code(path, "gain", "a: b"), '"a: b" is no name for a code'),
        (lambda path: rename_code(path, "other", "else"), 'the code "other" is missing'),
        (lambda path: merge_codes(path, ["gain"], into="gain"), 'nothing can be merged into "gain" so'),
        (lambda path: merge_codes(path, ["other"], into="gain"), 'nothing can be merged into "gain" so'),
        (lambda path: merge_codes(path, ["gain"], into="glory"), 'the code "glory" is not in'),
        (lambda path: split_code(path, "gain", into=["gain"]), "cannot be split into gain; name two codes"),
        (lambda path: split_code(path, "other", into=["a", "b"]), "cannot be split"),
    ],
)
def test_what_cannot_be_changed_is_told_and_the_file_stays(path, change, said):
    with pytest.raises(InputError) as refused:
        change(path)
    assert said in str(refused.value)
    assert path.read_text() == BOOK


def test_a_codebook_with_a_mistake_is_not_changed(path):
    path.write_text(BOOK.replace("label: peace", "label: gain"))
    with pytest.raises(InputError, match="stands there twice"):
        rename_code(path, "gain", "wealth")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_line_ends_and_a_mark_at_the_start_stay(path, line_end):
    path.write_bytes(b"\xef\xbb\xbf" + BOOK.replace("\n", line_end).encode())
    rename_code(path, "gain", "wealth")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf#")
    assert content.count(b"\n") == content.count(line_end.encode())
    assert "wealth" in read_motive_codebook(path).codes


@pytest.mark.parametrize("version", ["", "version: 3\n", "version: draft\n", "changes: []\n"])
def test_any_version_is_raised(path, version):
    path.write_text(BOOK.replace('version: "1.9"  # raised at every change\n', version))
    raised = {"": "2", "version: 3\n": "4", "version: draft\n": "draft.2", "changes: []\n": "2"}[version]
    assert rename_code(path, "gain", "wealth") == raised
    book = read_motive_codebook(path)
    assert (book.version, [change.version for change in book.changes]) == (raised, [raised])


def test_the_default_codebook_keeps_every_other_line(tmp_path):
    path = tmp_path / "motives.yaml"
    before = (SEEDS / "motives.yaml").read_text(encoding="utf-8")
    path.write_text(before, encoding="utf-8")
    rename_code(path, "status_role", "status")
    lines = changed(path, before)
    assert all("status_role" in line for line in lines if line[0] == "-")
    merge_codes(path, ["leverage_bargaining"], into="economic_gain")
    old, new = (read_motive_codebook(one).codes for one in (SEEDS / "motives.yaml", path))
    assert set(new["economic_gain"].cues) == {*old["economic_gain"].cues, *old["leverage_bargaining"].cues}
    assert set(new["economic_gain"].examples) == {*old["economic_gain"].examples, *old["leverage_bargaining"].examples}
    assert [len(line) for line in path.read_text(encoding="utf-8").splitlines() if len(line) > 120] == []
