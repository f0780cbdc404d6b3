import shutil
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.study import read_study, why_unread

SEEDS = Path(__file__).parent.parent / "seeds"
STUDY = """
title = "A study"
focal_actor = "Moscow"

[[outlets]]
folder = "north"
name = "The North"

[[outlets]]
folder = "south"
name = "The South"

[[articles]]
file = "north/1.txt"

[[actors]]
name = "Moscow"
aliases = ["Moscow", "Russia"]

[[actors]]
name = "Beijing"
aliases = ["China"]
"""


@pytest.fixture
def folder(tmp_path):
    for name in ("frames.yaml", "motives.yaml"):
        shutil.copyfile(SEEDS / name, tmp_path / name)
    (tmp_path / "study.toml").write_text(STUDY, encoding="utf-8")
    return tmp_path


def test_a_study_is_read(folder):
    study = read_study(folder)
    assert (study.title, study.language, study.focal, study.seed) == ("A study", "en", "Moscow", 0)
    assert study.outlet_names == {"north": "The North", "south": "The South"}
    assert study.outlet("south").name == "The South"
    assert study.outlet("east").name == study.outlet("east").folder == "east"
    assert study.actor("moscow").aliases == ["Moscow", "Russia"]
    assert study.codings == folder / "codings.csv"
    assert set(study.hashes) == {"study.toml", "frames.yaml", "motives.yaml"}
    assert read_study(str(folder)).folder == folder


def test_an_actor_that_is_unknown_is_named_with_those_known(folder):
    with pytest.raises(InputError, match=r'Actor "Paris" is not in .*study\.toml; known actors: Moscow, Beijing'):
        read_study(folder).actor("Paris")


def lines_of(folder, content):
    (folder / "study.toml").write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    with pytest.raises(InputError) as error:
        read_study(folder)
    path = str(folder / "study.toml")
    assert all(line.startswith(path) and "\n" not in line for line in error.value.lines)
    return [line.removeprefix(path) for line in error.value.lines]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('title = "A study"', "", ": title: this key is missing; put it in"),
        ('title = "A study"', "title = 5", ": title: this should be text; put it in quotes"),
        ('title = "A study"', 'title = "  "', ": title: this is empty; write something"),
        ('title = "A study"', 'titel = "A"\ntitle = "A"', ": titel: this key is not known here; check its spelling"),
        ('title = "A study"', 'title = "A', " cannot be read as TOML: "),
        ('title = "A study"', 'title = "A"\ntitle = "B"', " cannot be read as TOML: Cannot overwrite a value"),
        (
            'title = "A study"',
            'title = "A"\nlanguage = "english"',
            ': language: "english" is no language code; write two',
        ),
        ('title = "A study"', 'title = "A"\nseed = -1', ": seed: this number is too small, the least is 0"),
        ('title = "A study"', 'title = "A"\nseed = "x"', ": seed: this should be a whole number"),
        (
            '"The North"',
            '"The North"\ntranslated = "maybe"',
            ": outlets > 1 > translated: this should be true or false",
        ),
        ('folder = "north"', 'folder = "a/b"', ': outlets > 1 > folder: "a/b" is no folder name; write the name alone'),
        ('folder = "north"', 'folder = ".."', ': outlets > 1 > folder: ".." is no folder name'),
        ('folder = "north"', 'folder = "a\\\\b"', ': outlets > 1 > folder: "a\\b" is no folder name'),
        ('folder = "north"', 'folder = ""', ': outlets > 1 > folder: "" is no folder name'),
        ('folder = "north"', 'folder = "figures"', ': outlets > 1 > folder: "figures" is where results go'),
        ('folder = "north"', "folder = 1", ": outlets > 1 > folder: this should be text"),
        ('folder = "north"', 'folder = "South"', ': the outlet folder "south" stands there twice; give each its own'),
        ('"The North"', '"The South"', ': the outlet name "The South" stands there twice'),
        ('name = "Beijing"', 'name = "Moscow"', ': the actor "Moscow" stands there twice'),
        (
            '"north/1.txt"',
            '"../1.txt"',
            ': articles > 1 > file: "../1.txt" is no place in the study; write outlet-folder/',
        ),
        ('"north/1.txt"', '"/etc/passwd"', ': articles > 1 > file: "/etc/passwd" is no place in the study'),
        ('"north/1.txt"', '"north/1.txt"\ndate = "soon"', ": articles > 1 > date: "),
        (
            '= "Moscow"\n\n',
            '= "Paris"\n\n',
            ': focal_actor "Paris" is none of its actors; known actors: Moscow, Beijing',
        ),
        ('["China"]', "[]", ": actors > 2 > aliases: this is empty; write at least one"),
        ('["China"]', '"China"', ": actors > 2 > aliases: this should be a list, [ ... ]"),
        ('["China"]', '["--"]', ': actor "Beijing": the term "--" holds no word to look for'),
        (
            '["China"]',
            '["China", "russia"]',
            ': the alias "russia" stands under "Moscow" and "Beijing"; take it out of one',
        ),
    ],
)
def test_each_thing_wrong_has_its_line(folder, old, new, said):
    assert old in STUDY
    (line,) = lines_of(folder, STUDY.replace(old, new, 1))
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", ": title: this key is missing"),
        (b'title = "caf\xe9"', " is not UTF-8 (byte 13); save it as UTF-8"),
        (b'title = "a\0b"', " cannot be read as TOML"),
        (b"x = " + b"[" * 5000, " has brackets within brackets without end"),
        (b"[[outlets]]\n[outlets]\n", " cannot be read as TOML"),
    ],
)
def test_a_file_that_is_none(folder, content, said):
    assert lines_of(folder, content)[0].startswith(said)


def test_everything_wrong_is_told_at_once(folder):
    content = (
        STUDY.replace('"A study"', "1").replace('"The South"', '"The South"\nplace = "x"').replace('["China"]', "[]")
    )
    assert lines_of(folder, content) == [
        ": title: this should be text; put it in quotes",
        ": outlets > 2 > place: this key is not known here; check its spelling",
        ": actors > 2 > aliases: this is empty; write at least one",
    ]
    with pytest.raises(InputError, match=r"put it in quotes \(and 2 more; see check\)"):
        read_study(folder)


def test_a_folder_without_a_study_is_told_how_to_get_one(tmp_path):
    with pytest.raises(InputError, match=r"study\.toml is missing: name a study's folder, or lay one out with: python"):
        read_study(tmp_path)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(folder):
    (folder / "study.toml").write_bytes(b"\xef\xbb\xbf" + STUDY.replace("\n", "\r\n").encode())
    assert read_study(folder).title == "A study"


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("from = 2017-04-01\nto = 2017-12-31", "2017-04-01 to 2017-12-31"),
        ('from = "2017-04-01"', "2017-04-01 to the last day"),
        ("to = 2017-12-31", "the first day to 2017-12-31"),
    ],
)
def test_a_window_of_days_is_read(bounds, said, folder):
    (folder / "study.toml").write_text(f"{STUDY}\n[window]\n{bounds}\n")
    assert str(read_study(folder).window) == said


def test_a_study_without_a_window_has_none(folder):
    assert read_study(folder).window is None


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ("from = 2018-01-01\nto = 2017-12-31", ": the window ends (2017-12-31) before it begins (2018-01-01); turn"),
        ('from = "soon"', ': window > from: "soon" is no day; write it as 2017-09-26'),
        ("to = 2017", ': window > to: "2017" is no day; write it as 2017-09-26'),
        ("from = 2017-04-01T10:00:00", ': window > from: "2017-04-01 10:00:00" is no day'),
        ("since = 2017-04-01", ": window > since: this key is not known here; check its spelling"),
        ("", ": the window has no day; write from = 2017-04-01 or to = 2017-12-31 under [window], or take it out"),
    ],
)
def test_a_window_that_is_none_is_told_in_one_line(bounds, said, folder):
    (line,) = lines_of(folder, f"{STUDY}\n[window]\n{bounds}\n")
    assert line.startswith(said)


@pytest.mark.parametrize("date", ['"May 2021"', "2021", "2021-05-01T10:00:00"])
def test_a_date_of_an_article_that_is_none_is_told_with_its_form(date, folder):
    toml = (folder / "study.toml").read_text().replace('file = "north/1.txt"', f'file = "north/1.txt"\ndate = {date}')
    (folder / "study.toml").write_text(toml)
    with pytest.raises(InputError, match=r'articles > 1 > date: ".*" is no day; write it as 2017-09-26$'):
        read_study(folder)


def test_the_study_names_the_certainty_from_which_a_proposition_counts(folder):
    assert read_study(folder).certainty is None
    (folder / "study.toml").write_text(f"{STUDY}\n[reading]\ncertainty = 0.45\n")
    assert read_study(folder).certainty == 0.45


@pytest.mark.parametrize(
    ("value", "said"),
    [("45", "too large, the most is 1"), ("-0.1", "too small, the least is 0"), ('"high"', "should be a number")],
)
def test_a_certainty_that_is_none_is_told_in_one_line(value, said, folder):
    (line,) = lines_of(folder, f"{STUDY}\n[reading]\ncertainty = {value}\n")
    assert line.startswith(": reading > certainty: ") and said in line


@pytest.mark.parametrize(
    ("old", "new", "named", "said"),
    [
        ("", "", True, ""),
        ("", "", False, "Moscow is named nowhere in these texts: write the names that they give it into its aliases"),
        ('title = "A study"', 'title = "A study"\nlanguage = "pl"', True, 'The texts are in "pl" (language in'),
        ('["Moscow", "Russia"]', '["The actor", "its leader"]', False, "still the template's (The actor, its leader)"),
        ('["Moscow", "Russia"]', '["The actor", "Russia"]', True, ""),
    ],
)
def test_why_no_motive_can_be_found_is_said_with_what_to_change(old, new, named, said, folder):
    (folder / "study.toml").write_text(STUDY.replace(old, new))
    told = why_unread(read_study(folder), "Moscow", named=named)
    assert said in told and bool(said) == bool(told)
