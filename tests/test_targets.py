import io
import os
import sys
import threading
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.targets import INPUTS, STANDARD_OUTPUT, check_target, check_target_folder, is_standard_output, target
from analysis.targets import write_target as write

TOML = 'title = "x"\n[[outlets]]\nfolder = "north"\n[[outlets]]\nfolder = "south"\n'


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "study"
    (folder / "north").mkdir(parents=True)
    (folder / "north" / "1.txt").write_text("War.")
    (folder / "frames.yaml").write_text("frames:")
    (folder / "study.toml").write_text(TOML)
    return folder


def test_a_new_file_and_one_that_is_there_are_targets(study, tmp_path):
    (tmp_path / "old.csv").write_text("x")
    (tmp_path / "link.csv").symlink_to("old.csv")
    for path in (
        tmp_path / "new.csv",
        tmp_path / "old.csv",
        tmp_path / "link.csv",
        study / "table.csv",
        STANDARD_OUTPUT,
    ):
        check_target(path, folders=[study])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "old.csv", "study"]


@pytest.mark.parametrize(
    "name", [*INPUTS, "STUDY.toml", "north/1.txt", "north/new.txt", "south/x", "north/../frames.yaml"]
)
@pytest.mark.parametrize("by", ["name", "link", "folder link"])
def test_what_a_study_lives_on_is_no_target(study, tmp_path, name, by):
    path = study / name
    if by == "folder link":
        (tmp_path / "other").symlink_to(study)
        path = tmp_path / "other" / name
    elif by == "link" and path.exists():
        path = tmp_path / "table.csv"
        path.symlink_to(study / name)
    for folders in ([study], [study / "north"], []):
        if by == "link" and not folders and path.is_symlink():
            continue
        with pytest.raises(InputError, match="name another place"):
            check_target(path, folders=folders)


def test_a_hard_link_to_a_file_of_the_study_or_to_an_article_is_no_target(study, tmp_path):
    for name in ("frames.yaml", "north/1.txt"):
        os.link(study / name, tmp_path / "table.csv")
        with pytest.raises(InputError, match="name another place"):
            check_target(tmp_path / "table.csv", folders=[study])
        (tmp_path / "table.csv").unlink()
    article = tmp_path / "article.txt"
    article.write_text("War.")
    with pytest.raises(InputError, match=r"is the article .*article\.txt; name another place"):
        check_target(article, folders=[], articles=[article])


def test_where_nothing_can_be_written_is_no_target(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "file").write_text("x")
    for path, said in (
        (tmp_path, "is a folder; name the file"), (tmp_path / "loop", "symbolic links"),
        (tmp_path / ("x" * 300), "too long"), (tmp_path / "dangling", "leads nowhere"),
        (tmp_path / "a" / "b", "there is no folder"),
        (tmp_path / "file" / "x", "cannot be written"), (Path("a\0b"), "no name of a file"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=said):
            check_target(path, folders=[])


def test_a_folder_that_cannot_be_written_is_told_before_the_work(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(InputError, match=r"Permission denied\); make it writable"):
        check_target(tmp_path / "t.csv", folders=[])


def test_a_pipe_is_written_into_and_stays(tmp_path):
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    check_target(pipe, folders=[])
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    write(pipe, "a,b\n" * 50_000)
    reader.join()
    assert heard == ["a,b\n" * 50_000] and pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_not_waited_for_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.files._WAIT_FOR_READER", 0.05)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="nobody reads the pipe") as raised:
        write(tmp_path / "pipe", "a,b\n")
    assert raised.value.filename == str(tmp_path / "pipe")


def test_the_null_device_takes_a_table():
    check_target(Path(os.devnull), folders=[])
    write(Path(os.devnull), "a,b\n")
    assert not Path(os.devnull).is_file()


def test_standard_output_has_several_names(tmp_path, monkeypatch):
    assert is_standard_output(Path("-")) and target("-") == STANDARD_OUTPUT
    assert not is_standard_output(target("./-")) and target("./-").name == "-"
    assert is_standard_output(Path("/dev/stdout")) and is_standard_output(Path("/dev/fd/1"))
    (tmp_path / "link").symlink_to("/dev/stdout")
    assert is_standard_output(tmp_path / "link") and not is_standard_output(Path("/dev/stderr"))
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    write(STANDARD_OUTPUT, "a,b\n")
    assert sys.stdout.getvalue() == "a,b\n"


def test_figures_go_neither_to_a_file_nor_among_articles(study, tmp_path):
    (tmp_path / "file").write_text("x")
    for path, said in (
        (tmp_path / "file", "is no folder"), (tmp_path / "file" / "x", "cannot be"), (study, "is the study itself"),
        (study / "north", "among the articles"), (study / "south" / "figures", "among the articles"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=said):
            check_target_folder(path, study=study)
    for path in (tmp_path / "new" / "figures", study / "figures", tmp_path):
        check_target_folder(path, study=study)
