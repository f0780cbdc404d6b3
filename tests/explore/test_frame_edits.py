import pytest

from analysis.codebooks import read_frames
from analysis.errors import InputError
from analysis.explore.frame_edits import add_term, remove_term, undo

PLAIN = """\
# Frames of a small study.
note: >-
  a note
  of two lines

frames:

  danger:   # what threatens
    note: 'threat'
    terms:
      - war
      - "threat*"    # and threaten
      # never deter*

  talks:
    terms: [envoy*, talks]   # in one line
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "frames.yaml"
    file.write_text(PLAIN, encoding="utf-8", newline="")
    return file


def terms_of(path):
    return {frame.name: frame.terms for frame in read_frames(path)}


def added_lines(before, after):
    """The lines that are new, the others being there in their order."""
    rest = iter(after.splitlines(keepends=True))
    new = []
    for line in before.splitlines(keepends=True):
        for other in rest:
            if other == line:
                break
            new.append(other)
        else:
            raise AssertionError(f"{line!r} is gone")
    return new + list(rest)


def test_a_term_is_one_line_more_and_nothing_else(path):
    add_term(path, "crisis", frame="danger")
    assert added_lines(PLAIN, path.read_text()) == ['      - "crisis"\n']
    assert terms_of(path) == {"danger": ("war", "threat*", "crisis"), "talks": ("envoy*", "talks")}


def test_a_list_in_one_line_stays_one(path):
    add_term(path, "dual freeze", frame="talks")
    assert "terms: [envoy*, talks, dual freeze]   # in one line\n" in path.read_text()


def test_a_new_frame_is_the_last(path):
    add_term(path, "no: #1", frame='<b>"x"</b>')
    assert added_lines(PLAIN, path.read_text()) == [
        "\n", '  "<b>\\"x\\"</b>":\n', "    terms:\n", '      - "no: #1"\n',
    ]  # fmt: skip
    assert terms_of(path)['<b>"x"</b>'] == ("no: #1",)


def test_a_term_is_taken_out_with_the_comment_beside_it(path):
    remove_term(path, "threat*", frame="danger")
    assert path.read_text() == PLAIN.replace('      - "threat*"    # and threaten\n', "")
    remove_term(path, "envoy*", frame="talks")
    assert "terms: [talks]   # in one line\n" in path.read_text()


@pytest.mark.parametrize("text", [PLAIN, PLAIN.replace("\n", "\r\n"), "\ufeff" + PLAIN, PLAIN.rstrip("\n")])
def test_what_was_put_in_and_taken_out_again_leaves_the_file_as_it_was(path, text):
    path.write_bytes(text.encode())
    for frame in ("danger", "talks"):
        add_term(path, "sanction*", frame=frame)
        assert terms_of(path)[frame][-1] == "sanction*"
        assert path.read_bytes() != text.encode()
        remove_term(path, "sanction*", frame=frame)
        assert path.read_bytes() == text.encode()


def test_the_last_edit_is_undone(path):
    edit = add_term(path, "crisis", frame="danger")
    undo(edit)
    assert path.read_text() == PLAIN


def test_an_edit_is_not_undone_over_somebody_elses(path):
    edit = add_term(path, "crisis", frame="danger")
    add_term(path, "risk*", frame="danger")
    with pytest.raises(InputError, match="has been changed since"):
        undo(edit)
    assert terms_of(path)["danger"] == ("war", "threat*", "crisis", "risk*")


def test_what_somebody_else_wrote_meanwhile_stays(path):
    path.write_text(PLAIN.replace("- war", "- war\n      - crisis"))
    add_term(path, "risk*", frame="danger")
    assert terms_of(path)["danger"] == ("war", "crisis", "threat*", "risk*")


@pytest.mark.parametrize(
    ("term", "frame", "said"),
    [
        ("threat*", "danger", 'has the term "threat\\*" already'),
        ("Threat*", "danger", 'has the term "threat\\*" already'),
        ("*", "danger", "holds no word"),
        ("  ", "danger", "the term has 0 characters"),
        ("x" * 201, "danger", "the term has 201 characters"),
        ("war", " ", "the frame's name has 0 characters"),
        ("a\x00b", "danger", "holds a sign that no text file should"),
        ("a\ud800b", "danger", "holds a sign that no text file should"),
        ("risk", "Danger", 'has a frame "danger"'),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_written(path, term, frame, said):
    with pytest.raises(InputError, match=said):
        add_term(path, term, frame=frame)
    assert path.read_text() == PLAIN


@pytest.mark.parametrize(
    ("term", "frame", "said"), [("peace", "danger", 'no term "peace"'), ("war", "peace", 'no term "war"')]
)
def test_what_is_not_there_cannot_be_taken_out(path, term, frame, said):
    with pytest.raises(InputError, match=said):
        remove_term(path, term, frame=frame)
    assert path.read_text() == PLAIN


def test_a_frame_keeps_its_last_term(path):
    remove_term(path, "envoy*", frame="talks")
    with pytest.raises(InputError, match="the only term"):
        remove_term(path, "talks", frame="talks")


@pytest.mark.parametrize(
    "text",
    [
        "frames:\n  a: {terms: &shared [x, y]}\n  b: {terms: *shared}\n",
        "frames:\n  b: &base {terms: [x, y]}\n  a: *base\n",
    ],
)
def test_a_list_that_two_frames_share_is_left_alone(path, text):
    path.write_text(text)
    with pytest.raises(InputError, match="by itself; change it by hand"):
        add_term(path, "z", frame="a")
    assert path.read_text() == text


@pytest.mark.parametrize(
    "text",
    [
        '{"frames": {"a": {"terms": ["x", "y"]}}}',
        "frames:\n  a:\n    terms:\n    - x\n    - y",
        "frames:\n a:\n  terms:\n  - x\n  - >-\n    two\n    words\n  note: z\n# end\n",
        "? frames\n: a:\n    terms:\n      - x\n      - y\n...\n",
        "frames:\n  a:\n    terms: [x,\n      y, # why\n      ]\n",
        "frames:\n  a:\n    terms:\n      - x\n      - 6\n    note: |\n      a text\n\nnote: z\n",
    ],
)
def test_other_ways_of_writing_a_file_are_kept(path, text):
    path.write_text(text)
    old = terms_of(path)["a"]
    add_term(path, "war*", frame="a")
    assert terms_of(path) == {"a": (*old, "war*")}
    add_term(path, "peace", frame="b")
    assert terms_of(path) == {"a": (*old, "war*"), "b": ("peace",)}
    remove_term(path, "x", frame="a")
    assert terms_of(path) == {"a": (*old[1:], "war*"), "b": ("peace",)}


def test_a_file_that_cannot_be_read_is_not_written(path):
    path.write_text("frames: [")
    with pytest.raises(InputError, match="cannot be read as YAML"):
        add_term(path, "war", frame="a")
    assert path.read_text() == "frames: ["


def test_a_full_disk_is_told_and_the_file_stays(path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.explore.frame_edits.write_bytes", full)
    with pytest.raises(
        InputError, match=r"cannot be written \(No space left on device: .*make room on it\); nothing was changed"
    ):
        add_term(path, "crisis", frame="danger")
    assert path.read_text() == PLAIN


def test_a_link_out_of_the_study_is_not_written_through(path, tmp_path):
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(InputError, match="is a link out of its folder"):
        add_term(path, "crisis", frame="danger")
    assert outside.read_bytes() == before
