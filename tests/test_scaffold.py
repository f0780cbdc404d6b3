import errno
import hashlib
import os

import pandas as pd
import pytest

from analysis import scaffold
from analysis.coding.decisions import CODING_COLUMNS
from analysis.errors import InputError
from analysis.files import write_csv
from analysis.run import run_study
from analysis.scaffold import check_study, new_study
from analysis.study import read_study

TEXT = "The actor wants a seat at the table, and it will send an envoy to its neighbour to say so."
OTHER = "Nobody knows how long the bridge at the border will carry the trains of both of the countries."


def test_a_new_study_lacks_articles_and_nothing_else(tmp_path):
    folder = tmp_path / "my study"
    told = new_study(folder)
    assert f"4. python -m analysis check {folder}" in told
    (line,) = check_study(folder)
    assert line == f"{folder} has no article; put .txt or .md files into one of its folders outlet-a, outlet-b"
    (folder / "outlet-a" / "1.txt").write_text(TEXT)
    (line,) = check_study(folder)
    assert "has articles of one outlet only (outlet-a): put another outlet's articles into its folder" in line
    (folder / "outlet-b" / "1.txt").write_text(OTHER)
    assert check_study(folder) == []


def test_nothing_that_is_there_is_overwritten(tmp_path):
    (tmp_path / "outlet-a").mkdir()
    (tmp_path / "codings.csv").write_text("mine")
    new_study(tmp_path)
    assert (tmp_path / "codings.csv").read_text() == "mine"
    with pytest.raises(InputError, match=r"already has study\.toml, frames\.yaml, motives\.yaml; nothing was written"):
        new_study(tmp_path)
    with pytest.raises(InputError, match="is a file; name a folder"):
        new_study(tmp_path / "study.toml")


def test_everything_wrong_is_collected_line_by_line(tmp_path):
    new_study(tmp_path)
    toml = (tmp_path / "study.toml").read_text()
    (tmp_path / "study.toml").write_text(toml.replace('title = "My study"', "titel = 1"))
    (tmp_path / "frames.yaml").write_text("frames: [")
    (tmp_path / "motives.yaml").unlink()
    lines = check_study(tmp_path)
    assert [line.removeprefix(str(tmp_path)).split(":")[0] for line in lines] == [
        "/frames.yaml, line 1, cannot be read as YAML",
        "/motives.yaml is missing; lay a study out with python -m analysis new FOLDER and copy it from there",
        "/study.toml",
        "/study.toml",
    ]
    assert not any("\n" in line for line in lines)


def test_what_is_wrong_with_the_contents_is_collected(tmp_path):
    new_study(tmp_path)
    (tmp_path / "outlet-b").rmdir()
    (tmp_path / "outlet-a" / "1.txt").write_text(TEXT)
    (tmp_path / "outlet-a" / "2.txt").write_bytes(b"a\0b")
    (tmp_path / "stray.txt").write_text(OTHER)
    (tmp_path / "codings.csv").write_text("proposition\nx\n")
    said = "\n".join(check_study(tmp_path))
    for expected in (
        'outlet-b is missing: make the folder of outlet "Outlet B"',
        "2.txt is no text",
        "stray.txt belongs to no outlet",
        "one outlet only",
        "codings.csv has no column article",
    ):
        assert expected in said
    assert len(said.split("\n")) == 5


def test_decisions_that_have_no_place_are_collected(tmp_path):
    new_study(tmp_path)
    for outlet, text in (("outlet-a", TEXT), ("outlet-b", OTHER)):
        (tmp_path / outlet / "1.txt").write_text(text)
    actor, sha256 = read_study(tmp_path).focal, hashlib.sha256(TEXT.encode()).hexdigest()
    row = dict.fromkeys(CODING_COLUMNS, "") | {
        "article": "outlet-a/1.txt", "start": 0, "end": 9, "quote": "The actor", "coder": "ana", "decision": "reject",
        "holder": actor,
    }  # fmt: skip
    rows = [row, row | {"article": "x/2.txt"}, row | {"article": "x/2.txt"}, row | {"article": "x", "sha256": sha256}]
    write_csv(tmp_path / "codings.csv", pd.DataFrame(rows))
    assert check_study(tmp_path) == [
        f'{tmp_path}/codings.csv, row 3 and 1 more: the article "x/2.txt" is not in the study; put its file back or '
        "take the row out"
    ]
    write_csv(tmp_path / "codings.csv", pd.DataFrame([row | {"holder": "nobody"}, row | {"quote": ""}]))
    assert [line.removeprefix(f"{tmp_path}/codings.csv, ").split(";")[0] for line in check_study(tmp_path)] == [
        'row 2: the holder "nobody" is unknown', "row 3: no quote",
    ]  # fmt: skip


def test_decisions_under_a_code_that_is_no_more_are_listed_and_refuse_nothing(tmp_path):
    new_study(tmp_path)
    for outlet, text in (("outlet-a", TEXT), ("outlet-b", OTHER)):
        (tmp_path / outlet / "1.txt").write_text(text)
    row = dict.fromkeys(CODING_COLUMNS, "") | {
        "article": "outlet-a/1.txt", "start": 0, "end": 9, "quote": TEXT[:9], "coder": "ana", "decision": "relabel",
        "holder": read_study(tmp_path).focal, "category": "glory", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    }  # fmt: skip
    write_csv(tmp_path / "codings.csv", pd.DataFrame([row]))
    (line,) = check_study(tmp_path)
    assert line.startswith(f'{tmp_path}/codings.csv, row 2: the code "glory" is not in the codebook; decide anew')
    write_csv(tmp_path / "codings.csv", pd.DataFrame([row, row | {"decision": "reject", "category": ""}]))
    assert check_study(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path):
    assert check_study(tmp_path / "x") == [
        f"{tmp_path / 'x'} is no folder; lay a study out with: python -m analysis new {tmp_path / 'x'}"
    ]


@pytest.mark.parametrize("there", [True, False])
def test_a_study_that_cannot_be_laid_out_leaves_nothing_behind(tmp_path, monkeypatch, there):
    folder = tmp_path / "deep" / "mine"
    if there:
        (folder / "outlet-a").mkdir(parents=True)
    write = scaffold.write_bytes

    def full(path, content):
        if path.name == "motives.yaml":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        write(path, content)

    monkeypatch.setattr(scaffold, "write_bytes", full)
    with pytest.raises(InputError, match=r"motives.yaml: No space left on device\); nothing was left there"):
        new_study(folder)
    left = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))]
    assert left == (["deep", "deep/mine", "deep/mine/outlet-a"] if there else [])


def test_codings_that_are_no_file_are_told(tmp_path):
    new_study(tmp_path)
    for outlet, text in (("outlet-a", TEXT), ("outlet-b", OTHER)):
        (tmp_path / outlet / "1.txt").write_text(text)
    (tmp_path / "codings.csv").unlink()
    assert check_study(tmp_path) == []
    (tmp_path / "codings.csv").mkdir()
    (line,) = check_study(tmp_path)
    assert line.startswith(f"{tmp_path / 'codings.csv'} is no file but a folder, pipe or device; move it away")
    with pytest.raises(InputError, match=r"codings\.csv is no file"):
        list(run_study(tmp_path))


def test_decisions_whose_words_are_gone_are_listed(tmp_path):
    new_study(tmp_path)
    for outlet, text in (("outlet-a", TEXT), ("outlet-b", OTHER)):
        (tmp_path / outlet / "1.txt").write_text(text)
    row = dict.fromkeys(CODING_COLUMNS, "") | {
        "article": "outlet-a/1.txt", "start": 0, "end": 9, "quote": "The actor", "coder": "ana", "decision": "reject",
        "holder": read_study(tmp_path).focal,
    }  # fmt: skip
    write_csv(tmp_path / "codings.csv", pd.DataFrame([row, row | {"quote": "The agent"}]))
    assert check_study(tmp_path) == [
        f"{tmp_path}/codings.csv, row 3: the words “The agent” are no longer in outlet-a/1.txt; decide anew or take "
        "the row out"
    ]


def test_the_state_folder_of_an_earlier_version_is_named_and_left(tmp_path):
    new_study(tmp_path)
    (tmp_path / ".analysis").mkdir()
    (tmp_path / ".analysis" / "catalogue.json").write_text("{}")
    (tmp_path / "outlet-a" / "1.txt").write_text(TEXT)
    (tmp_path / "outlet-b" / "1.txt").write_text(OTHER)
    (line,) = check_study(tmp_path)
    assert line.endswith(".analysis is left from an earlier version, is not read any more and may be deleted")
    assert (tmp_path / ".analysis" / "catalogue.json").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"The actor"', '"Someone"', "are still the template's (its capital, its leader)"),
        ('language = "en"', 'language = "de"', 'The texts are in "de"'),
    ],
)
def test_why_there_can_be_no_motive_is_told(old, new, said, tmp_path):
    new_study(tmp_path)
    study = (tmp_path / "study.toml").read_text(encoding="utf-8")
    assert old in study
    (tmp_path / "study.toml").write_text(study.replace(old, new), encoding="utf-8")
    (tmp_path / "outlet-a" / "1.txt").write_text(TEXT.replace("The actor", "It"))
    (tmp_path / "outlet-b" / "1.txt").write_text(OTHER)
    assert [line for line in check_study(tmp_path) if said in line]


def test_a_reader_that_cannot_be_used_is_told(tmp_path, monkeypatch):
    new_study(tmp_path)
    (tmp_path / "outlet-a" / "1.txt").write_text(TEXT)
    (tmp_path / "outlet-b" / "1.txt").write_text(OTHER)
    monkeypatch.setattr(scaffold, "reader_problem", lambda: "the learned reader cannot be used")
    assert check_study(tmp_path) == ["the learned reader cannot be used"]
