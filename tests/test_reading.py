import os
from pathlib import Path

import py3langid
import pytest

from analysis import reading
from analysis.errors import InputError
from analysis.reading import files_below, find_files, foreign_language, read_text, shown


def written(folder, content, name="a.txt"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_line_ends_are_universal_and_a_byte_order_mark_counts(tmp_path):
    assert read_text(written(tmp_path, "\ufeffa\r\nb\rc\n")) == ("\ufeffa\nb\nc\n", "")


def test_windows_1252_where_offsets_agree(tmp_path):
    text, note = read_text(written(tmp_path, "Moscow’s caf\xe9 – “no”".encode("cp1252")))
    assert text == "Moscow’s café – “no”"
    assert note.endswith("a.txt is not valid UTF-8; it was read as Windows-1252")


def test_bytes_are_replaced_where_windows_1252_would_shift_offsets(tmp_path):
    text, note = read_text(written(tmp_path, "café ".encode() + b"\xe9!"))
    assert text == "café \ufffd!"
    assert note.endswith("unreadable bytes were replaced")


@pytest.mark.parametrize(
    "content", [b"text\0text", b"\x01\x02\x03 and so on", "Moscow".encode("utf-16"), b"\x89PNG\r\n\x1a\n\0\0\0"]
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path, content):
    with pytest.raises(InputError, match=r"a\.txt is no text .* save it as UTF-8") as error:
        read_text(written(tmp_path, content))
    assert "\n" not in str(error.value)


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("was read"))
    with pytest.raises(InputError, match="larger than 10 bytes"):
        read_text(written(tmp_path, b"x" * 11))


def test_a_file_that_may_not_be_read_gives_one_line(tmp_path, monkeypatch):
    def refuse(path, flags):
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "a.txt").write_text("War.")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match=r"a\.txt cannot be read \(Permission denied\)"):
        read_text(written(tmp_path, b"text"))


def test_files_below_leave_out_what_is_no_source(tmp_path):
    for name in ["b/2.txt", "b/deep/er/3.md", "a/1.txt", "README.md", "a/readme.txt", ".hidden/x.txt", "a/.x.txt",
                 "figures/f.txt", "frames.yaml", "codings.csv", "study.toml"]:  # fmt: skip
        written(tmp_path, "text", name)
    (tmp_path / "a" / "folder.txt").mkdir()
    assert [path.relative_to(tmp_path).as_posix() for path in files_below(tmp_path)] == [
        "a/1.txt", "b/2.txt", "b/deep/er/3.md",
    ]  # fmt: skip


def test_links_cannot_lead_round_in_a_circle(tmp_path):
    written(tmp_path, "text", "a/1.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "self.txt").symlink_to(tmp_path / "a" / "self.txt")
    assert [path.name for path in files_below(tmp_path)] == ["1.txt", "round", "self.txt"]
    assert [path.name for path in find_files([tmp_path])] == ["1.txt"]


def test_a_file_named_twice_is_found_once(tmp_path, monkeypatch):
    path = written(tmp_path, "text", "a/1.txt")
    monkeypatch.chdir(tmp_path)
    assert len(find_files([path, Path("a"), Path("a/1.txt")])) == 1


@pytest.mark.parametrize(("name", "said"), [("nowhere", "is not there"), ("empty", "holds no article")])
def test_paths_without_articles_are_refused(tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=said):
        find_files([tmp_path / name])


def test_a_name_of_any_bytes_is_shown_on_one_line():
    assert shown(os.fsdecode(b"caf\xe9\n<img>.txt")) == "caf\ufffd\ufffd<img>.txt"


ENGLISH = (
    "The minister said that his country would not give up what it had been promised, and that there was no reason to "
    "change the terms of an agreement which all of them had signed. They were to meet again before the year was out. "
) * 6
GERMAN = (
    "Der Minister sagte, sein Land werde nicht aufgeben, was ihm versprochen worden sei, und es gebe keinen Grund, die "
    "Bedingungen eines Abkommens zu ändern, das alle unterschrieben hätten. Sie wollten sich noch einmal treffen. "
) * 6
TEXTS = {
    "English": ENGLISH,
    "German": GERMAN,
    "English, then German": ENGLISH + GERMAN,
    "German, then English": GERMAN[:300] + ENGLISH,
    "sentence by sentence": "".join(a + b for a, b in zip(ENGLISH.split(". "), GERMAN.split(". "), strict=True)),
    "a list of names": "Moscow Seoul Tokyo Beijing Pyongyang Washington Putin Lavrov " * 30,
    "Russian in English": "Москва сказала, что переговоры продолжатся, и " * 20 + ENGLISH,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_language_is_the_one_that_the_character_statistics_tell(name):
    words = " ".join(TEXTS[name].split())
    found = py3langid.classify(words[:4000])[0]
    assert foreign_language(TEXTS[name], expected=found) == ""
    assert foreign_language(TEXTS[name], expected="xh") == f'"{found}"'


def test_plain_english_asks_no_character_statistics(monkeypatch):
    monkeypatch.setattr(py3langid, "classify", lambda text: pytest.fail("was asked"))
    assert foreign_language(ENGLISH, expected="en") == ""
    assert foreign_language(ENGLISH, expected="vi") == '"en"'
