import csv
import errno
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.cache import VARIABLE

LONGEST = 240  # seconds that a process may take on a computer that is busy with other things
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


def test_what_coders_decided_is_written_as_a_coded_set(study, tmp_path, capsys):
    code, out, err = run(capsys, "coded", study, "--output", tmp_path / "coded.jsonl")
    assert code == 0 and not [line for line in err if "not decided" not in line]
    assert out[-1].startswith(f"{tmp_path / 'coded.jsonl'}: rules + 1 coder")
    articles = [json.loads(line) for line in (tmp_path / "coded.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sum(len(article["motives"]) for article in articles) == 30


def test_agreement_lists_where_coders_differ(study, tmp_path, capsys):
    path = study / "codings.csv"
    rows = rows_of(path)
    second = [row | {"coder": "Ana"} for row in rows[:6]]
    second[0]["category"] = "other"
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, rows[0], lineterminator="\n").writerows(second)
    code, out, _ = run(capsys, "agreement", study, "--output", tmp_path / "differ.csv")
    assert code == 0 and "1 disagreements" in out[-1] and "α = " in out[-1]
    differ = rows_of(tmp_path / "differ.csv")
    assert [row["differ"] for row in differ] == ["category"]
    assert "other" in differ[0]["Ana says"]


def test_voices_take_one_outlet_and_no_study(study, tmp_path, capsys):
    file = next((study / "warsaw-institute").iterdir())
    code, _, err = run(capsys, "voices", file, "--output", tmp_path / "v.csv")
    rows = rows_of(tmp_path / "v.csv")
    assert code == 0 and not err and rows
    assert {"file", "attribution", "start", "end", "source", "cue_start", "voice", "kind"} <= set(rows[0])
    assert {row["file"] for row in rows} == {file.name}


def test_keyness_takes_two_outlets(study, tmp_path, capsys):
    output = tmp_path / "k.csv"
    code, _, _ = run(capsys, "keyness", study, "--study", study, "--output", output)
    assert code == 0 and {"term", "log_ratio", "evidence_level"} <= set(rows_of(output)[0])
    code, _, err = run(capsys, "keyness", study / "baonghean", "--study", study, "--output", output)
    assert code == 1 and len(err) == 1 and "keyness compares outlets" in err[0]


def test_keyness_of_units_and_least_counts(study, tmp_path, capsys):
    output, asked = tmp_path / "k.csv", ("keyness", study, "--study", study, "--output", tmp_path / "k.csv")
    terms = {}
    for unit in ("words", "actors", "frames", "2", "3", "4"):
        code, out, err = run(capsys, *asked, "--unit", unit)
        terms[unit] = [row["term"] for row in rows_of(output)]
        assert code == 0 and not err and out == [f"{output}: {len(terms[unit])} rows"]
    assert "[Moscow]" in terms["words"] and "[Moscow]" in terms["actors"] and "the" not in terms["actors"]
    assert "sanction*" in terms["frames"]
    assert all(term.replace("[South Korea]", "x").count(" ") >= 2 for term in terms["3"])
    code, out, _ = run(capsys, *asked, "--min-count", "4")
    assert code == 0 and all(int(row["count"]) + int(row["reference_count"]) >= 4 for row in rows_of(output))


def test_concordance_in_text_order_sorted_and_sampled(study, tmp_path, capsys):
    output = tmp_path / "c.csv"
    asked = ("concordance", "[Moscow]", study, "--study", study, "--output", output)
    code, _, err = run(capsys, *asked)
    rows = rows_of(output)
    assert code == 0 and not err and {"left", "node", "right"} <= set(rows[0]) and len(rows) > 20
    text = (study / rows[0]["article"]).read_text(encoding="utf-8")
    assert all(
        text[int(row["start"]) : int(row["end"])] == row["node"] for row in rows if row["article"] == rows[0]["article"]
    )
    run(capsys, *asked, "--sort", "node, L1")
    nodes = [row["node"].lower().replace("’", "'").removesuffix("'s") for row in rows_of(output)]
    assert nodes == sorted(nodes) and len(nodes) == len(rows)
    code, _, err = run(capsys, *asked, "--sample", "5", "--window", "sentence")
    assert code == 0 and len(rows_of(output)) == 5 and f"5 of {len(rows)} hits, drawn by the seed 0" in err[0]


def test_collocates_and_ngrams(study, tmp_path, capsys):
    output = tmp_path / "t.csv"
    code, _, _ = run(capsys, "collocates", "sanction*", study, "--study", study, "--window", "2", "--output", output)
    assert code == 0 and {row["node"] for row in rows_of(output)} == {"sanction*"}
    assert {int(row["R1"]) <= 4 * int(row["node_frequency"]) for row in rows_of(output)} == {True}
    code, _, _ = run(capsys, "ngrams", study, "--study", study, "--length", "3", "--output", output)
    assert code == 0 and all(int(row["count"]) >= 2 for row in rows_of(output))
    code, _, _ = run(capsys, "ngrams", study / "baonghean", "--study", study, "--min-count", "99", "--output", output)
    assert code == 0 and rows_of(output) == []


def test_a_hostile_node_is_no_formula(study, tmp_path, capsys):
    (study / "baonghean" / "b.txt").write_text('War. =HYPERLINK("http://a.b") war =cmd. +war, -war @war.\n' * 3)
    output = tmp_path / "c.csv"
    run(capsys, "concordance", "war", study / "baonghean" / "b.txt", "--study", study, "--output", output)
    cells = [cell for row in rows_of(output) for cell in row.values()]
    assert cells and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


HEAVY = {"joblib", "krippendorff", "matplotlib", "nltk", "py3langid", "scipy", "scipy.stats", "spacy"}
WORDS = ("STUDY", "--study", "STUDY", "--output", "OUTPUT")
NEEDED = {  # what each command cannot do without, of the libraries that take long to import
    ("new", "FOLDER"): set(),
    ("check", "STUDY"): set(),
    ("concordance", "sanction*", *WORDS): set(),
    ("collocates", "sanction*", *WORDS): set(),
    ("ngrams", *WORDS): {"scipy"},
    ("keyness", *WORDS): {"scipy"},
    ("motives", *WORDS): {"spacy"},
    ("voices", "STUDY", "--output", "OUTPUT"): {"spacy"},
    ("coded", "STUDY", "--output", "OUTPUT"): {"spacy"},
    ("agreement", "STUDY", "--output", "OUTPUT"): {"spacy", "scipy"},
}


@pytest.mark.parametrize("command", NEEDED, ids=lambda command: command[0])
def test_a_command_imports_no_heavy_library_that_it_does_not_need(study, tmp_path, command):
    places = {"STUDY": study, "OUTPUT": tmp_path / "o.jsonl", "FOLDER": tmp_path / "new"}
    arguments = [str(places.get(argument, argument)) for argument in command]
    code = (
        "import sys\nfrom analysis.__main__ import main\n"
        f"code = main({arguments!r})\n"
        f"print(code, sorted({HEAVY - NEEDED[command]!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=LONGEST)
    assert done.stdout.splitlines()[-1] == "0 []"


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
        (["voices", "EMPTY", "--output", "STUDY"], "is a folder; name the file to write"),
        (["keyness", "EMPTY", "--study", "STUDY", "--output", "o.csv"], "could be read"),
        (["keyness", "nowhere", "--study", "STUDY", "--output", "o.csv"], "nowhere is not there"),
        (["concordance", "sanctoins", "STUDY", "--study", "STUDY", "--output", "o.csv"], "near sanctoins there is"),
        (["concordance", "[Paris]", "STUDY", "--study", "STUDY", "--output", "o.csv"], "known actors: Moscow"),
        (["concordance", "frame:x", "STUDY", "--study", "STUDY", "--output", "o.csv"], "known frames: persuasion"),
        (
            ["concordance", "war", "STUDY", "--study", "STUDY", "--sort", "9", "--output", "o.csv"],
            "no place to sort by",
        ),
        (["collocates", "...", "STUDY", "--study", "STUDY", "--output", "o.csv"], "holds no word"),
        (["ngrams", "EMPTY", "--study", "STUDY", "--output", "o.csv"], "could be read"),
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


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["fly"], ["motives", "x.txt"], ["voices", "x.txt"],
        ["keyness", "x", "--study", "s", "--output", "o", "--unit", "5"],
        ["keyness", "x", "--study", "s", "--output", "o", "--min-count", "0"],
        ["ngrams", "x", "--study", "s", "--output", "o", "--length", "five"],
        ["concordance", "w", "x", "--study", "s", "--output", "o", "--window", "-1"],
        ["concordance", "w", "x", "--study", "s", "--output", "o", "--sample", "many"],
    ],
)  # fmt: skip
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
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=LONGEST)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["voices", "coded", "agreement"])
def test_a_table_is_written_into_no_folder_that_is_not_there(study, tmp_path, capsys, command):
    output = tmp_path / "nowhere" / "o.csv"
    code, out, err = run(capsys, command, study, "--output", output)
    assert code == 1 and not out and len(err) == 1
    assert f"{output} cannot be written: there is no folder {output.parent}" in err[0]
    assert not output.parent.exists()


def test_coded_without_a_decision_writes_nothing(study, tmp_path, capsys):
    header = (study / "codings.csv").read_text().splitlines()[0]
    (study / "codings.csv").write_text(f"{header}\n")
    code, out, err = run(capsys, "coded", study, "--output", tmp_path / "coded.jsonl")
    assert (code, out) == (1, []) and len(err) == 1 and "has no decision yet" in err[0]
    assert not (tmp_path / "coded.jsonl").exists()


def test_an_overlong_sentence_of_an_article_without_the_actor_is_told_of_no_motive(study, tmp_path, capsys):
    (study / "baonghean" / "long.txt").write_text("The bridge is long " + "and it is said to be long " * 160 + "now.\n")
    code, out, _ = run(capsys, "motives", study, "--study", study, "--output", tmp_path / "m.csv")
    assert code == 0 and out == [f"{tmp_path / 'm.csv'}: {len(rows_of(tmp_path / 'm.csv'))} rows"]


def test_an_article_filed_twice_has_rows_of_its_own(study, tmp_path, capsys):
    (article,) = (study / "baonghean").glob("*.txt")
    shutil.copyfile(article, study / "warsaw-institute" / "copy.txt")
    run(capsys, "motives", study, "--study", study, "--output", tmp_path / "m.csv")
    rows = rows_of(tmp_path / "m.csv")
    copies = [row for row in rows if row["file"] == "copy.txt"]
    assert len(copies) == sum(row["outlet"] == "baonghean" for row in rows) > 0
    assert len({row["proposition"] for row in rows}) == len(rows)


def test_a_cache_that_cannot_be_written_is_told_and_the_table_made(study, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv(VARIABLE)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    code, out, err = run(capsys, "keyness", study, "--study", study, "--output", tmp_path / "k.csv")
    assert code == 0 and len(out) == 1
    assert len(err) == 1 and "the cache folder cannot be written, so nothing is kept" in err[0]
    assert not (study / ".analysis").exists()


def test_a_table_goes_to_standard_output_and_what_is_said_of_it_to_standard_error(study, tmp_path, capfd):
    code, out, err = run(capfd, "keyness", study, "--study", study, "--output", "-")
    assert code == 0 and out[0].startswith("outlet,") and err[-1] == f"standard output: {len(out) - 1} rows"
    code, out, err = run(capfd, "coded", study, "--output", "/dev/stdout")
    assert code == 0 and all(json.loads(line) for line in out) and err[-1].startswith("/dev/stdout: rules + 1 coder")
    code, out, err = run(capfd, "agreement", study, "--output", "-")
    assert code == 0 and out[0].startswith("article,") and "0 disagreements" in err[-1]


@pytest.mark.parametrize("name", ["codings.csv", "study.toml", "memos.csv", "baonghean/003_90fa7dea54c07598.txt"])
def test_no_table_overwrites_what_it_is_made_of(study, capsys, name):
    before = (study / name).read_bytes() if (study / name).exists() else None
    for arguments in (["voices", study], ["keyness", study, "--study", study], ["agreement", study], ["coded", study]):
        code, out, err = run(capsys, *arguments, "--output", study / name)
        assert (code, out, len(err)) == (1, [], 1) and "name another place" in err[0]
    assert before == ((study / name).read_bytes() if (study / name).exists() else None)


@pytest.mark.parametrize("place", ["", "baonghean", "study.toml"])
def test_figures_are_not_written_over_the_study(study, capsys, place):
    code, out, err = run(capsys, "run", study, "--output", study / place)
    assert (code, out, len(err)) == (1, [], 1)


@pytest.mark.parametrize("option", ["--min-count", "--window"])
@pytest.mark.parametrize("number", ["9" * 25, "9" * 6000, "1.5", "-1", "\x1b[2J"])
def test_a_number_that_is_none_is_refused_in_a_short_printable_line(study, capsys, option, number):
    with pytest.raises(SystemExit) as error:
        main(["collocates", "war", str(study), "--study", str(study), "--output", "o", f"{option}={number}"])
    said = capsys.readouterr().err
    assert error.value.code == 2 and len(said.splitlines()[-1]) < 300 and "\x1b" not in said


def test_the_largest_window_is_the_sentence(study, tmp_path, capsys):
    asked = ("collocates", "[Moscow]", study, "--study", study, "--output", tmp_path / "c.csv", "--window")
    tables = [run(capsys, *asked, window)[0] or rows_of(tmp_path / "c.csv") for window in ("1000000", "sentence")]
    assert [row["collocate"] for row in tables[0]] == [row["collocate"] for row in tables[1]]


def test_what_coders_decided_in_part_is_written_and_the_rest_counted(study, tmp_path, capsys):
    path = study / "codings.csv"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:5]), encoding="utf-8")
    code, _, err = run(capsys, "coded", study, "--output", tmp_path / "coded.jsonl")
    articles = [json.loads(line) for line in (tmp_path / "coded.jsonl").read_text(encoding="utf-8").splitlines()]
    assert code == 0 and sum(len(article["motives"]) for article in articles) == 4
    assert len(err) == 1 and "propositions, in 2 of 2 articles, are not decided" in err[0]


def test_a_full_disk_is_told_with_what_to_do(study, tmp_path, capsys, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", full)
    code, out, err = run(capsys, "agreement", study, "--output", tmp_path / "o.csv")
    assert (code, out) == (1, []) and len(err) == 1
    assert err[0].endswith("o.csv: No space left on device: the disk is full, make room on it")


def test_what_stands_in_files_and_names_does_not_command_the_terminal(study, tmp_path, capsys):
    (study / "baonghean" / "a\x1b[2J\u202eb.txt").write_text(
        "---\ndate: \u202e2021\n---\nMoscow wants a war.\x1b]0;x\x07\n" * 9
    )
    with (study / "codings.csv").open("a", encoding="utf-8") as file:
        file.write(",a\x1b[2J.txt,,0,3,War,A\u202ena,reject,,,,,,,,,,\n")
    for arguments in (
        ["check", study],
        ["agreement", study, "--output", tmp_path / "o"],
        ["voices", study, "--output", tmp_path / "o"],
        ["voices", study / "\x1b[2J", "--output", tmp_path / "o"],
    ):  # fmt: skip
        main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert not set("\x1b\x07\u202e") & set(said.out + said.err) and "\ufffd" in said.out + said.err


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
MERGES = "a0: &a0 {x: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12))
ROW = ",a/1.txt,,{start},{end},War,{coder},reject,,,,,,,,,,{time}\n"
FILES = ("study.toml", "frames.yaml", "motives.yaml", "codings.csv", "memos.csv", "baonghean/x.txt")
GOOD = {"start": "0", "end": "3", "coder": "Ana", "time": ""}
BAD = {
    "any": [
        b"", b" \n\t\n", b"a\0b\n", b"\xef\xbb\xbf", "title = 'x'".encode("utf-16"), b"\xff\xfe", b"\xed\xa0\x80\n",
        b"[" * 100_000, b"a: " + b"{" * 100_000, b'"' * 100_001, b"," * 100_000, b"9" * 6_000, b"a = " + b"9" * 6_000,
        b"x" * 200_000, b"\x1b[2J\n", b"*a" * 50_000, b": " * 50_000, bytes(range(256)) * 20,
    ],
    "study.toml": [b".".join([b"a"] * 20_000) + b" = 1"],
    "frames.yaml": [
        BOMB.encode(), MERGES.encode(), b"a: &a [*a]", b"frames: {w: {terms: [0000-13-40]}}",
        b"frames: {w: {terms: [0x" + b"f" * 5_000 + b"]}}", b'frames: {w: {terms: ["a\\ud800"]}}',
        b"frames: {w: {terms: [" + b"*a" * 5_000 + b"*]}}", b"frames: {w: {terms: [" + b"word " * 10_000 + b"]}}",
        b"frames: {w: {terms: [a]}, w: {terms: [b]}}", b"? [a]\n: b\n", b"frames: !!binary '%'",
    ],
    "codings.csv": [
        (ROW.format(**GOOD | change)).encode()
        for change in (
            {"end": "9" * 23}, {"end": "9" * 6_000}, {"start": "-1"}, {"start": "1.5"}, {"start": "\u00b2"},
            {"coder": "x" * 140_000}, {"coder": "\0"}, {"time": "0000-13-40"}, {"time": "0001-01-01T00:00+23:59"},
        )
    ],
}  # fmt: skip
ODD = ("folder", "pipe", "loop", "nowhere", "out", "device", "sparse")


@pytest.fixture
def bad_study(tmp_path):
    folder = tmp_path / "study"
    for name in ("baonghean", "warsaw-institute"):
        (folder / name).mkdir(parents=True)
        (folder / name / "1.txt").write_text(f"Moscow wants to end the war. The army of {name} is there.\n")
    (folder / "study.toml").write_bytes((SEEDS / "study.toml").read_bytes())
    (folder / "frames.yaml").write_bytes((SEEDS / "frames.yaml").read_bytes())
    (folder / "motives.yaml").write_text(
        "codes: {war: {label: War, group: w, definition: d, cues: [war]}, "
        "other: {label: Other, group: o, definition: d}}"
    )
    return folder


def put_odd(path, kind):
    path.unlink(missing_ok=True)
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "sparse":
        with path.open("wb") as file:
            file.truncate(2 << 30)
    else:
        path.symlink_to({"loop": path.name, "nowhere": "nowhere", "out": "/etc/passwd", "device": "/dev/zero"}[kind])


def refusals(study, tmp_path, capsys):
    """The lines that commands say of a study; each is fast, prints no raw control character and refuses in one line."""
    said = []
    for arguments in (["check", study], ["agreement", study, "--output", tmp_path / "o.csv"]):
        begun = time.monotonic()
        code, out, err = run(capsys, *arguments)
        assert time.monotonic() - begun < 20
        assert not any("\x1b" in line or len(line) > 2_100 for line in out + err)
        assert arguments[0] == "check" or code == 0 or len(err) == 1
        said += out + err
    return said


@pytest.mark.parametrize("name", FILES)
def test_no_content_of_a_file_ends_in_a_traceback(bad_study, tmp_path, capsys, name):
    header = (SEEDS / "codings.csv").read_bytes().splitlines(keepends=True)[0]
    for content in BAD["any"] + BAD.get("frames.yaml" if name == "motives.yaml" else name, []):
        (bad_study / name).write_bytes(header + content if content.startswith(b",a/") else content)
        refusals(bad_study, tmp_path, capsys)


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("name", FILES)
def test_what_stands_in_place_of_a_file_is_named_and_not_waited_for(bad_study, tmp_path, capsys, name, kind):
    put_odd(bad_study / name, kind)
    said = refusals(bad_study, tmp_path, capsys)
    read = not (name == "baonghean/x.txt" and kind == "folder")
    assert not read or any(f"{bad_study / name} " in line for line in said)
