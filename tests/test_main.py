import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture
def study(tmp_path):
    shutil.copytree(SEEDS, tmp_path / "study", ignore=shutil.ignore_patterns(".analysis"))
    return tmp_path / "study"


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out.splitlines(), said.err.splitlines()


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_new_then_check(tmp_path, capsys):
    code, out, err = run(capsys, "new", tmp_path / "mine")
    assert code == 0 and out[0] == f"{tmp_path / 'mine'} is laid out. Next:" and not err
    code, out, err = run(capsys, "check", tmp_path / "mine")
    assert code == 1 and len(out) == 1 and "has no article" in out[0]
    code, out, err = run(capsys, "new", tmp_path / "mine")
    assert code == 1 and len(err) == 1 and "already has study.toml" in err[0]


def test_check_of_a_sound_study(study, capsys):
    assert run(capsys, "check", study) == (0, [f"{study} is sound"], [])


def test_motives_of_a_file_a_folder_and_all_actors(study, tmp_path, capsys):
    output = tmp_path / "m.csv"
    code, out, err = run(capsys, "motives", study / "baonghean", "--study", study, "--output", output)
    rows = rows_of(output)
    assert code == 0 and out == [f"{output}: {len(rows)} rows"] and not err
    assert {row["outlet"] for row in rows} == {"baonghean"} and {row["holder"] for row in rows} == {"Moscow"}
    text = (study / "baonghean" / rows[0]["file"]).read_text(encoding="utf-8")
    assert all(text[int(row["start"]) : int(row["end"])] == row["evidence"].removeprefix("'") for row in rows)
    run(capsys, "motives", study / "baonghean", "--study", study, "--actor", "all", "--output", output)
    assert len(rows_of(output)) >= len(rows)


def test_voices_take_one_outlet_and_no_study(study, tmp_path, capsys):
    file = next((study / "warsaw-institute").iterdir())
    code, _, err = run(capsys, "voices", file, "--output", tmp_path / "v.csv")
    rows = rows_of(tmp_path / "v.csv")
    assert code == 0 and not err and rows
    assert {"file", "attribution", "start", "end", "source", "cue_start", "voice", "kind"} <= set(rows[0])
    assert {row["file"] for row in rows} == {file.name}


def test_keyness_takes_two_outlets(study, tmp_path, capsys):
    output = tmp_path / "new folder" / "k.csv"
    code, _, _ = run(capsys, "keyness", study, "--study", study, "--output", output)
    assert code == 0 and {"term", "log_ratio", "evidence_level"} <= set(rows_of(output)[0])
    code, _, err = run(capsys, "keyness", study / "baonghean", "--study", study, "--output", output)
    assert code == 1 and len(err) == 1 and "keyness compares outlets" in err[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere"], None),
        (["motives", "nowhere.txt", "--study", "STUDY", "--output", "o.csv"], "nowhere.txt is not there"),
        (["motives", "EMPTY", "--study", "STUDY", "--output", "o.csv"], "could be read"),
        (["motives", "NUL", "--study", "STUDY", "--output", "o.csv"], "is no text"),
        (["motives", "STUDY", "--study", "nowhere", "--output", "o.csv"], "study.toml is missing"),
        (["motives", "STUDY", "--study", "STUDY", "--actor", "Paris", "--output", "o.csv"], "known actors: Moscow"),
        (["voices", "STUDY/frames.yaml", "--output", "o.csv"], "only .txt and .md files are read"),
        (["voices", "EMPTY", "--output", "STUDY"], "could be read"),
    ],
)
def test_refused_input_is_one_line_and_a_code(study, tmp_path, capsys, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "nul.txt").write_bytes(b"a\0b")
    places = {"STUDY": str(study), "EMPTY": "empty.txt", "NUL": "nul.txt"}
    asked = [places.get(a, a.replace("STUDY", str(study))) for a in arguments]
    code, out, err = run(capsys, *asked)
    assert code == 1
    assert len(out + err) == 1 and (said is None or said in err[0])
    assert not (tmp_path / "o.csv").exists()


@pytest.mark.parametrize("arguments", [[], ["fly"], ["motives", "x.txt"], ["voices", "x.txt"]])
def test_a_command_that_is_not_understood_shows_its_use(capsys, arguments):
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert "usage: python -m analysis" in capsys.readouterr().err


def test_help_reads_no_heavy_library():
    code = (
        "import sys\nfrom analysis.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('pandas', 'spacy', 'nltk', 'matplotlib') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"
