import csv
import errno
import os
import stat

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.files import (
    BEYOND,
    advice_for,
    csv_cells,
    csv_rows,
    hash_of,
    read_csv,
    read_regular,
    reason_of,
    write_bytes,
    write_csv,
    write_text,
)

CELLS = st.text(
    st.one_of(st.sampled_from("'=+-@\t\r\n,\"; é“"), st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    max_size=8,
)


@settings(deadline=None)
@example([("\rx", "a\nb"), ("'", '"')])
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_every_text_comes_back_as_it_was(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write_csv(path, pd.DataFrame(rows, columns=["quote", "note"]))
    assert read_csv(path).to_numpy().tolist() == [list(row) for row in rows]


@settings(deadline=None)
@example([("\rx", "a\nb"), ("'", '"')])
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4))
def test_appended_rows_are_what_a_whole_file_has(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write_csv(path, pd.DataFrame(rows, columns=["quote", "note"]))
    assert "quote,note\n" + csv_rows(rows) == path.read_bytes().decode()
    assert csv_cells(csv_rows(rows)) == [list(row) for row in rows]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''+x"])
def test_no_cell_is_a_formula(tmp_path, cell):
    write_csv(tmp_path / "t.csv", pd.DataFrame({"quote": [cell]}))
    assert pd.read_csv(tmp_path / "t.csv", dtype=str)["quote"][0] == f"'{cell}"
    assert read_csv(tmp_path / "t.csv")["quote"][0] == cell


def test_numbers_and_gaps_are_written_plainly(tmp_path):
    table = pd.DataFrame({"n": [-1, 2], "x": [-0.5, float("nan")], "flag": [True, False], "text": ["it's", None]})
    write_csv(tmp_path / "t.csv", table)
    assert (tmp_path / "t.csv").read_bytes() == b"n,x,flag,text\n-1,-0.5,True,it's\n2,,False,\n"
    assert read_csv(tmp_path / "t.csv")["text"].tolist() == ["it's", ""]


def test_a_table_without_rows_keeps_its_columns(tmp_path):
    write_csv(tmp_path / "t.csv", pd.DataFrame(columns=["a", "b"]))
    assert read_csv(tmp_path / "t.csv").columns.tolist() == ["a", "b"]


def test_rows_are_numbered_as_in_a_spreadsheet_and_cells_beyond_the_header_are_counted(tmp_path):
    (tmp_path / "t.csv").write_text('a,b\n1,2,3,4\n\n"x\ny"\n5,6,\n')
    table = read_csv(tmp_path / "t.csv")
    assert (table.index + 2).tolist() == [2, 4, 5]
    assert table.to_numpy().tolist() == [["1", "2", "2"], ["x\ny", "", ""], ["5", "6", "1"]]
    assert table.columns.tolist() == ["a", "b", BEYOND]


def test_quotes_that_do_not_pair_are_told_with_their_line(tmp_path):
    (tmp_path / "t.csv").write_text('a,b\n1,2\n"x,3\n')
    with pytest.raises(csv.Error, match=r"\(line 3\)"):
        read_csv(tmp_path / "t.csv")


@pytest.mark.parametrize("failing", ["replace", "open", "write"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, failing):
    path = tmp_path / "figure.svg"
    write_text(path, "old")

    def fail(*args, **kwargs):
        raise OSError(28, "No space left on device")

    class Full:
        def __init__(self, handle, mode):
            self.handle, self.write = handle, fail

        def __enter__(self):
            return self

        def __exit__(self, *told):
            os.close(self.handle)

    with monkeypatch.context() as patched:
        if failing == "write":
            patched.setattr("builtins.open", Full)
        else:
            patched.setattr(os, failing, fail)
        with pytest.raises(OSError, match="No space left"):
            write_text(path, "new")
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["figure.svg"]


def test_a_run_that_is_killed_leaves_the_old_file(tmp_path, monkeypatch):
    write_text(tmp_path / "a.csv", "old")

    def kill(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", kill)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a.csv", "new")
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "old")]


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_that_the_umask_allows(tmp_path, umask, mode):
    before = os.umask(umask)
    try:
        write_text(tmp_path / "a.csv", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == mode


def test_a_file_that_is_there_keeps_its_mode(tmp_path):
    write_text(tmp_path / "a.csv", "x")
    (tmp_path / "a.csv").chmod(0o640)
    write_text(tmp_path / "a.csv", "y")
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o640


def test_an_identical_file_is_left_untouched(tmp_path):
    write_bytes(tmp_path / "a.csv", b"x")
    os.utime(tmp_path / "a.csv", (1, 1))
    write_bytes(tmp_path / "a.csv", b"x")
    assert (tmp_path / "a.csv").stat().st_mtime == 1


def test_folders_are_made_and_a_link_stays_a_link(tmp_path):
    write_text(tmp_path / "x" / "y" / "a.csv", "x")
    (tmp_path / "link.csv").symlink_to(tmp_path / "x" / "y" / "a.csv")
    write_text(tmp_path / "link.csv", "y")
    assert (tmp_path / "link.csv").is_symlink() and (tmp_path / "x" / "y" / "a.csv").read_text() == "y"


def test_what_utf8_cannot_write_is_replaced(tmp_path):
    write_text(tmp_path / "a.csv", "caf\udce9")
    assert (tmp_path / "a.csv").read_text() == "caf?"


def test_a_write_that_fails_names_the_file(tmp_path):
    (tmp_path / "file").write_text("x")
    for path, error in ((tmp_path / "file" / "x.csv", FileExistsError), (tmp_path / ("x" * 300) / "y", OSError)):
        with pytest.raises(error) as raised:
            write_text(path, "x")
        assert raised.value.filename == str(path)


def test_a_full_disk_names_the_file(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left on device") as raised:
        write_text(tmp_path / "x.csv", "x")
    assert raised.value.filename == str(tmp_path / "x.csv")
    assert list(tmp_path.iterdir()) == []


def test_hash_of_a_file(tmp_path):
    path = tmp_path / "empty"
    path.write_bytes(b"")
    assert hash_of(path).startswith("e3b0c44298fc1c14")


def test_floats_have_ten_significant_digits_and_a_long_table_is_cut_by_rows(tmp_path):
    path = tmp_path / "t.csv"
    write_csv(path, pd.DataFrame({"word": ["a,b", "c"], "rate": [1 / 3, 2e-20 / 3]}))
    assert path.read_text() == 'word,rate\n"a,b",0.3333333333\nc,6.666666667e-21\n'
    whole = path.read_text()
    for largest in range(len(whole) + 2):
        write_csv(path, pd.DataFrame({"word": ["a,b", "c"], "rate": [1 / 3, 2e-20 / 3]}), largest=largest)
        assert len(path.read_text()) <= largest and whole.startswith(path.read_text())
        assert path.read_text() == "" or path.read_text().endswith("\n")
    assert path.read_text() == whole


def test_what_is_read_is_a_file_of_bounded_size(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert read_regular(tmp_path / "a", largest=3) == b"abc"
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path / "a", "larger than 2 bytes"), (tmp_path, "no file but a folder, pipe or device"),
        (tmp_path / "pipe", "no file but a folder, pipe or device"), (tmp_path / "x", "cannot be read"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=said):
            read_regular(path, largest=2)


def test_a_full_disk_asks_for_room_and_nothing_else_does():
    full, closed = OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EACCES, "Permission denied")
    assert reason_of(full) == "No space left on device: the disk is full, make room on it"
    assert (reason_of(closed), advice_for(closed, "mend it")) == ("Permission denied", "mend it")
    assert advice_for(OSError(errno.EDQUOT, "Disk quota exceeded"), "mend it") == "make room on the disk"


def test_a_link_in_a_circle_is_not_replaced(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(OSError, match="symbolic links"):
        write_text(tmp_path / "loop", "x")
    assert (tmp_path / "loop").is_symlink()
