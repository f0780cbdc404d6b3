"""The cache: only its own files are read and deleted, damage is noticed, and nothing of it lies in a study."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.__main__ import main
from analysis.cache import (
    TAG,
    VARIABLE,
    Cache,
    clean_cache,
    code_version,
    content_key,
    module_path,
    open_cache,
    path_key,
)
from analysis.errors import InputError

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty place named as the cache."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "own"))
    return tmp_path / "own"


def test_the_folder_is_the_user_s_alone(folder):
    assert open_cache().folder == folder
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / TAG).read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_a_folder_that_others_can_read_is_refused(folder):
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)
    with pytest.raises(InputError, match="is open to others; run chmod 700 on it"):
        open_cache()


def test_a_folder_with_other_files_is_refused_and_keeps_them(folder):
    folder.mkdir(mode=0o700)
    (folder / "thesis.docx").touch()
    with pytest.raises(InputError, match="holds files and is not a cache"):
        open_cache()
    assert (folder / "thesis.docx").exists()


@pytest.mark.parametrize("make", [os.mkfifo, Path.touch, lambda path: path.symlink_to(path.parent)])
def test_what_is_not_a_folder_is_refused(folder, make):
    make(folder)
    with pytest.raises(InputError, match="where a folder is expected"):
        open_cache()


def test_an_entry_comes_back_and_a_changed_bit_makes_it_none(folder):
    entries, key = open_cache().entries("parses", "1"), content_key("a", "b")
    assert entries.get(key) is None
    entries.put(key, b"content")
    assert entries.get(key) == b"content"
    (path,) = [path for path in folder.rglob(key) if path.is_file()]
    content = path.read_bytes()
    for place in range(len(content)):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert entries.get(key) is None
    path.rename(path.with_name(content_key("c")))
    assert entries.get(content_key("c")) is None


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/etc/hostname", path)])
def test_what_is_not_a_file_in_an_entry_s_place_is_refused(folder, make):
    entries, key = open_cache().entries("parses", "1"), content_key("a")
    entries.put(key, b"content")
    (path,) = [path for path in folder.rglob(key) if path.is_file()]
    path.unlink()
    make(path)
    with pytest.raises(InputError, match="where a file is expected; nothing was touched"):
        entries.get(key)


def test_a_link_in_place_of_a_folder_of_the_cache_is_refused(folder, tmp_path):
    (tmp_path / "documents").mkdir()
    (open_cache().folder / "indexes").symlink_to(tmp_path / "documents")
    with pytest.raises(InputError, match="is a link where a folder is expected"):
        open_cache().index_folder(SEEDS)


def test_clean_deletes_what_the_program_made_and_nothing_else(folder, tmp_path, capsys):
    entries = open_cache().entries("parses", "1")
    entries.put(content_key("a"), b"content")
    (folder / "entries" / "notes.txt").write_text("mine")
    (tmp_path / "thesis.docx").write_text("precious")
    (folder / "indexes").symlink_to(tmp_path)
    assert clean_cache()[::2] == (1, 1)
    assert entries.get(content_key("a")) is None
    assert (folder / "entries" / "notes.txt").exists() and (tmp_path / "thesis.docx").exists()
    assert main(["clean"]) == 0
    assert "0 files deleted" in capsys.readouterr().out


def test_the_keys_of_parts_differ_by_where_they_are_cut():
    assert content_key("ab", "c") != content_key("a", "bc") != content_key("abc")


def test_a_study_is_known_by_its_resolved_path(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    assert path_key(tmp_path / "link") == path_key(tmp_path) != path_key(tmp_path / "other")


def test_the_version_covers_every_module_that_is_loaded():
    """Whatever an import of the annotation loads from this package changes its version when it changes."""
    script = (
        "import sys, analysis.cache as cache; read = []; own = cache.module_path\n"
        "cache.module_path = lambda name: (read.append(name), own(name))[1]\n"
        "cache.code_version('annotation'); covered = set(read)\n"
        "import analysis.annotation\n"
        "loaded = {name.partition('.')[2] for name in sys.modules if name.startswith('analysis.')}\n"
        "print(sorted(loaded - covered))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_modules_have_versions_of_their_own():
    assert code_version("parse") != code_version("annotation")
    assert module_path("voices").name == "__init__.py" and module_path("voices.nothing") is None


def test_a_stranger_s_files_behind_links_in_a_study_stay(tmp_path, monkeypatch):
    study = Path(shutil.copytree(SEEDS, tmp_path / "study"))
    documents = tmp_path / "documents"
    documents.mkdir()
    thesis = documents / "thesis.docx"
    thesis.write_text("precious")
    os.utime(thesis, (0, 0))
    (study / ".analysis").mkdir()
    (study / ".analysis" / "corpus").symlink_to(documents)
    os.mkfifo(study / ".analysis" / "catalogue.json")
    assert main(["keyness", str(study), "--study", str(study), "--output", str(tmp_path / "k.csv")]) == 0
    assert thesis.read_text() == "precious" and len(list(documents.iterdir())) == 1


def test_studies_share_what_is_made_of_the_same_article(folder, tmp_path):
    for name in ("first", "second"):
        study = Path(shutil.copytree(SEEDS, tmp_path / name))
        assert main(["keyness", str(study), "--study", str(study), "--output", str(tmp_path / "k.csv")]) == 0
    assert len([path for path in (Cache(folder).folder / "entries").rglob("*") if path.is_file()]) == 2
