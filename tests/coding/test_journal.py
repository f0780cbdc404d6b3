import errno
import json
import os
import subprocess
import sys
import threading

import pandas as pd
import pytest

from analysis.coding import journal, locking
from analysis.coding.decisions import CODING_COLUMNS, read_codings
from analysis.coding.journal import Conflict, NotWrittenError, Shrunk, append_decision, append_row, token_of
from analysis.errors import InputError
from analysis.files import read_csv, write_csv

from .conftest import CODEBOOK

LONGEST = 240  # seconds that a process may take on a computer that is busy with other things
ROW = dict.fromkeys(CODING_COLUMNS, "") | {
    "article": "north/1.txt", "sha256": "ab", "start": "0", "end": "5", "quote": "wants", "coder": "ana",
    "decision": "accept", "holder": "Oslo", "time": "2026-11-22T10:00:00Z",
}  # fmt: skip


@pytest.fixture
def path(tmp_path):
    return tmp_path / "codings.csv"


def rows_of(path):
    return read_codings(path, codebook=CODEBOOK)


def test_the_first_decision_makes_the_file(path):
    append_decision(path, ROW)
    assert path.read_text().splitlines()[0] == ",".join(CODING_COLUMNS)
    assert rows_of(path)["quote"].tolist() == ["wants"]


@pytest.mark.parametrize("cell", ["=1+1", "-5, said he", "@x", 'a "b"\nc', "'", "+49", "\ttab"])
def test_every_cell_comes_back_and_none_is_a_formula(path, cell):
    append_decision(path, ROW | {"note": cell})
    append_decision(path, ROW | {"quote": cell})
    assert read_csv(path)["note"].tolist() == [cell, ""]
    assert read_csv(path)["quote"][1] == cell
    raw = pd.read_csv(path, dtype=str, keep_default_na=False)["note"][0]
    assert not raw.startswith(("=", "+", "-", "@", "\t"))


def test_the_columns_of_the_file_stay_as_they_are(path):
    columns = ["seen by", *reversed(CODING_COLUMNS)]
    write_csv(path, pd.DataFrame([ROW | {"seen by": "bo"}], columns=columns))
    append_decision(path, ROW | {"quote": "fish"})
    table = read_csv(path)
    assert list(table) == columns
    assert (table["quote"].tolist(), table["seen by"].tolist()) == (["wants", "fish"], ["bo", ""])


def test_line_ends_of_a_spreadsheet_are_kept(path):
    path.write_bytes(",".join(CODING_COLUMNS).encode() + b"\r\n")
    append_decision(path, ROW)
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n") == 2


def test_a_file_without_a_last_line_end_is_mended(path):
    append_decision(path, ROW)
    path.write_bytes(path.read_bytes().rstrip())
    append_decision(path, ROW | {"quote": "fish", "start": "7", "end": "9"})
    assert rows_of(path)["quote"].tolist() == ["wants", "fish"]


@pytest.mark.parametrize("cut", ["id,north/1", 'id,north/1.txt,ab,0,5,"wants, as'])
def test_a_row_that_a_crash_cut_short_is_told_and_swallows_nothing(path, cut):
    append_decision(path, ROW)
    with path.open("a") as file:
        file.write(cut)
    append_decision(path, ROW | {"quote": "fish", "start": "7", "end": "9"})
    assert read_csv(path)["quote"].tolist()[::2] == ["wants", "fish"]
    with pytest.raises(InputError, match="row 3: it breaks off before the decision"):
        rows_of(path)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_a_file_without_columns_gets_them(path, content):
    path.write_bytes(content)
    append_decision(path, ROW)
    append_decision(path, ROW)
    assert rows_of(path)["quote"].tolist() == ["wants", "wants"]


def test_a_row_with_cells_left_out_or_blanks_around_is_known_again(path):
    append_decision(path, ROW | {"coder": "ana ", "time": " 2026"})
    assert token_of(rows_of(path), ROW) == "1 2026"
    append_decision(path, ROW, expected="1 2026")
    path.write_text(path.read_text() + ",north/1.txt,ab,0,5,wants,ana,accept\n")
    append_decision(path, ROW, expected=token_of(rows_of(path), ROW))


@pytest.mark.parametrize("header", [";".join(CODING_COLUMNS), "\t".join(CODING_COLUMNS), "a,b"])
def test_a_file_that_is_no_codings_csv_is_refused_and_left_alone(path, header):
    path.write_text(header + "\n")
    with pytest.raises(InputError, match=r"codings\.csv"):
        append_decision(path, ROW)
    assert path.read_text() == header + "\n"


def full_after(size):
    """Give a write that finds the disk full after so many bytes."""
    write, left = os.write, [size]

    def limited(file, content):
        if not left[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = write(file, content[: left[0]])
        left[0] -= written
        return written

    return limited


@pytest.mark.parametrize("room", [0, 10])
@pytest.mark.parametrize("begun", [True, False])
def test_a_full_disk_leaves_the_file_as_it_was_and_gives_the_decision_back(path, monkeypatch, room, begun):
    if begun:
        append_decision(path, ROW)
    before = path.read_bytes() if begun else None
    monkeypatch.setattr(journal.os, "write", full_after(room))
    with pytest.raises(NotWrittenError, match=r"could not be written \(No space left on device\)") as refused:
        append_decision(path, ROW | {"note": "mine"})
    assert refused.value.row["note"] == "mine"
    assert (path.read_bytes() if path.exists() else None) == before


FULL_SOON = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
try:
    append_decision(path, row | {"note": "x" * 500})
except NotWrittenError:
    sys.exit(7)
"""
MANY = """
for place in range(200):
    append_decision(path, row | {"coder": sys.argv[3], "start": str(10 * place), "end": str(10 * place + 5)})
"""


def start(script, path, argument):
    """Start a script of its own that may append the row to the path."""
    head = (
        "import json, sys\nfrom pathlib import Path\n"
        "from analysis.coding.journal import NotWrittenError, append_decision\n"
        "path, row = Path(sys.argv[1]), json.loads(sys.argv[2])\n"
    )
    return subprocess.Popen([sys.executable, "-c", head + script, str(path), json.dumps(ROW), argument])


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files cannot be limited there")
def test_a_write_that_stops_halfway_is_taken_back(path):
    append_decision(path, ROW)
    before = path.read_bytes()
    assert start(FULL_SOON, path, str(len(before) + 100)).wait(LONGEST) == 7
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotWrittenError, match="No such file"):
        append_decision(tmp_path / "x" / "codings.csv", ROW)


def test_a_decision_made_meanwhile_by_the_same_coder_is_a_conflict(path):
    seen = append_decision(path, ROW)
    assert seen == token_of(rows_of(path), ROW)
    other = ROW | {"decision": "reject", "time": "2026-11-22T11:00:00Z", "start": "1"}
    append_decision(path, other, expected=seen)
    before = path.read_bytes()
    with pytest.raises(Conflict, match="in another window") as conflict:
        append_decision(path, ROW | {"decision": "relabel"}, expected=seen)
    assert (conflict.value.written["decision"], conflict.value.mine["decision"]) == ("reject", "relabel")
    assert path.read_bytes() == before


def test_others_and_other_places_make_no_conflict(path):
    seen = token_of(pd.DataFrame(columns=CODING_COLUMNS), ROW)
    append_decision(path, ROW | {"coder": "bo"}, expected=seen)
    append_decision(path, ROW | {"start": "40", "end": "45"}, expected=seen)
    append_decision(path, ROW | {"sha256": "cd"}, expected=seen)
    append_decision(path, ROW | {"holder": "Bergen"}, expected=seen)
    append_decision(path, ROW, expected=seen)
    assert len(rows_of(path)) == 5


def test_four_processes_lose_no_decision(path):
    coders = ("ana", "bo", "cy", "dee")
    workers = [start(MANY, path, coder) for coder in coders]
    assert [worker.wait(LONGEST) for worker in workers] == [0] * 4
    codings = rows_of(path)
    assert codings.groupby("coder")["start"].apply(list).to_dict() == {
        coder: [10 * place for place in range(200)] for coder in coders
    }


def append_some(path, coder):
    for place in range(20):
        append_decision(path, ROW | {"coder": coder, "start": str(10 * place), "end": str(10 * place + 5)})


def test_without_locks_of_the_system_a_file_beside_is_one(path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fcntl", None)
    workers = [threading.Thread(target=append_some, args=(path, coder)) for coder in ("ana", "bo")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(LONGEST)
    assert len(rows_of(path)) == 40
    assert [one.name for one in path.parent.iterdir()] == ["codings.csv"]


def test_a_lock_that_is_held_is_told_in_the_end(path, monkeypatch):
    monkeypatch.setattr(locking, "WAIT", 0.05)
    with locking.locked(path), pytest.raises(InputError, match="held by another program"):
        append_decision(path, ROW)


def test_a_file_replaced_while_waiting_is_opened_anew(path):
    append_decision(path, ROW)
    with locking.locked(path):
        worker = threading.Thread(target=append_decision, args=(path, ROW | {"quote": "fish"}))
        worker.start()
        write_csv(path, read_csv(path).assign(note="from the editor"))
    worker.join(LONGEST)
    assert read_csv(path)["note"].tolist() == ["from the editor", ""]
    assert read_csv(path)["quote"].tolist() == ["wants", "fish"]


def test_any_row_can_be_kept_so(tmp_path):
    append_row(tmp_path / "m.csv", {"a": "1", "b": "=2"}, columns=["a", "b"])
    append_row(tmp_path / "m.csv", {"a": "3"}, columns=["a", "b"])
    assert read_csv(tmp_path / "m.csv").to_numpy().tolist() == [["1", "=2"], ["3", ""]]


def test_a_file_saved_in_another_encoding_is_told_and_left_alone(path):
    append_decision(path, ROW | {"note": "cafe"})
    content = path.read_bytes().replace(b"cafe", "café".encode("cp1252"))
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"not in UTF-8; .* save it as “CSV UTF-8”"):
        append_decision(path, ROW | {"quote": "café"})
    assert path.read_bytes() == content


def test_a_file_with_columns_that_a_spreadsheet_added_is_gone_on_with(path):
    append_decision(path, ROW)
    path.write_text("".join(f"{line},,\n" for line in path.read_text().splitlines()))
    append_decision(path, ROW | {"quote": "fish", "start": "7", "end": "9"})
    assert rows_of(path)["quote"].tolist() == ["wants", "fish"]


@pytest.mark.parametrize("left", [None, 0, 1])
def test_where_decisions_are_gone_nothing_is_written(path, left):
    for place in range(3):
        append_decision(path, ROW | {"start": str(10 * place), "end": str(10 * place + 5)})
    whole = path.read_text()
    if left is None:
        path.unlink()
    else:
        path.write_text("".join(whole.splitlines(keepends=True)[: left and left + 1]))
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(Shrunk, match=f"had 3 decisions and now has {left or 0}"):
        append_decision(path, ROW, known=3)
    assert (path.read_bytes() if path.exists() else None) == before
    path.write_text(whole)
    append_decision(path, ROW, known=3)
    assert len(rows_of(path)) == 4


def test_behind_a_row_that_breaks_off_nothing_is_written_that_could_not_be_read(path):
    append_decision(path, ROW)
    with path.open("a") as file:
        file.write('abc,"half')
    before = path.read_bytes()
    with pytest.raises(InputError, match='the last line is cut short, “abc,"half”; complete it or delete it'):
        append_decision(path, ROW, known=1)
    assert path.read_bytes() == before
    with pytest.raises(InputError, match="is cut short in line 3: a quote is opened and not closed"):
        rows_of(path)


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("cp1252", "Windows-1252")])
def test_another_encoding_is_called_by_its_name(path, encoding, name):
    append_decision(path, ROW | {"note": "é"})
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    for work in (lambda: rows_of(path), lambda: append_decision(path, ROW)):
        with pytest.raises(InputError, match=f"is written in .*{name}.* save it as “CSV UTF-8”"):
            work()


@pytest.mark.parametrize("kind", ["pipe", "folder", "out", "nowhere out", "nowhere", "loop", "device"])
def test_nothing_is_appended_to_what_is_no_file_of_the_study(tmp_path, kind):
    outside, folder = tmp_path / "outside.csv", tmp_path / "study"
    folder.mkdir()
    outside.write_text(",".join(CODING_COLUMNS) + "\n")
    path = folder / "codings.csv"
    links = {
        "out": outside,
        "nowhere out": tmp_path / "x.csv",
        "nowhere": "x.csv",
        "loop": path.name,
        "device": os.devnull,
    }
    if kind in links:
        path.symlink_to(links[kind])
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    before = outside.read_bytes()
    with pytest.raises(InputError, match=r"codings\.csv"):
        append_decision(path, ROW)
    assert outside.read_bytes() == before
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["codings.csv", "outside.csv", "study"]


@pytest.mark.parametrize("digits", [23, 6000])
def test_an_offset_of_many_digits_is_no_span(tmp_path, digits):
    path = tmp_path / "codings.csv"
    append_decision(path, ROW | {"end": "9" * digits})
    append_decision(path, ROW)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3
