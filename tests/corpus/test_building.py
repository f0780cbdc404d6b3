import errno
import json
import os
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import building, parts
from analysis.corpus.building import add_articles, update_corpus
from analysis.corpus.hits import find, hits_table
from analysis.corpus.index import INDEX, open_corpus
from analysis.corpus.sources import digest_of, sources_of_files, sources_of_table
from analysis.errors import InputError

TEXTS = {"a/1": "Moscow wants war.", "a/2": "No war. The US said so.", "b/1": "Peace, not war!", "b/2": "Nothing."}


def table(texts):
    return pd.DataFrame(
        {"article": list(texts), "outlet": [name.split("/")[0] for name in texts], "clean": list(texts.values())}
    )


def sources(texts):
    return sources_of_table(table(texts))


def wars(corpus):
    return hits_table(corpus, find(corpus, "war"))[["article", "start"]].astype(object).to_numpy().tolist()


@pytest.fixture
def folder(tmp_path):
    update_corpus(tmp_path / "corpus", sources(TEXTS))
    return tmp_path / "corpus"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_index_is_opened_as_it_was_written(folder):
    corpus = open_corpus(folder, thorough=True)
    assert corpus.tokens == 13 and corpus.outlets == ("a", "b")
    assert corpus.articles.to_dict("list") == {
        "article": ["a/1", "a/2", "b/1", "b/2"], "outlet": ["a", "a", "b", "b"], "tokens": [3, 6, 3, 1],
    }  # fmt: skip
    assert wars(corpus) == [["a/1", 13], ["a/2", 3], ["b/1", 11]]


def test_nothing_is_read_again_where_nothing_changed(folder):
    before = contents(folder)
    update = update_corpus(folder, [source._replace(read=None) for source in sources(TEXTS)])
    assert (update.added, update.removed, update.notes) == (0, 0, ())
    assert contents(folder) == before


@pytest.mark.parametrize("small", [0, 65_536])
def test_new_changed_and_missing_articles(folder, small, monkeypatch):
    monkeypatch.setattr(building, "_SMALL", small)
    texts = TEXTS | {"a/1": "War is war.", "c/1": "A war."}
    del texts["a/2"]
    update = update_corpus(folder, sources(texts))
    assert (update.added, update.removed) == (2, 2)
    assert sorted(wars(update.corpus)) == [["a/1", 0], ["a/1", 7], ["b/1", 11], ["c/1", 2]]
    assert update.corpus.outlets == ("a", "b", "c")
    assert open_corpus(folder).tokens == 9


def test_one_article_is_added_without_a_look_at_the_others(folder):
    update = add_articles(folder, sources({"b/3": "Cold war."}))
    assert (update.added, update.removed) == (1, 0)
    update = add_articles(folder, sources({"b/3": "Cold, cold war."}))
    assert (update.added, update.removed) == (1, 1)
    assert wars(update.corpus)[-1] == ["b/3", 11] and len(update.corpus.articles) == 5


def test_parts_are_cut_by_their_size(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(building, "_PART", 4)
    monkeypatch.setattr(building, "_BATCH", 10)
    corpus = update_corpus(tmp_path / "cut", sources(TEXTS)).corpus
    assert len(corpus.parts) > 1
    assert wars(corpus) == wars(open_corpus(folder))


def test_a_file_is_read_only_where_its_size_or_time_changed(tmp_path):
    path, read = tmp_path / "a.txt", []

    def text_of(path):
        read.append(path)
        return Path(path).read_text()

    path.write_text("One war.")
    for expected in (1, 1):
        update = update_corpus(tmp_path / "corpus", sources_of_files([(path, "a")], read=text_of))
        assert len(read) == expected
    os.utime(path, ns=(1, 1))
    assert update_corpus(tmp_path / "corpus", sources_of_files([(path, "a")], read=text_of)).added == 0
    assert len(read) == 2, "its text was compared"
    assert update_corpus(tmp_path / "corpus", sources_of_files([(path, "a")], read=text_of)).added == 0
    assert len(read) == 2, "and its new time kept"
    assert update.corpus.articles["article"].tolist() == [str(path)]


@pytest.mark.parametrize("column", parts.COLUMNS)
def test_a_cut_file_is_found_and_made_again(folder, column):
    damaged = next(folder.glob(f"*.{column}.npy"))
    damaged.write_bytes(damaged.read_bytes()[:-1])
    with pytest.raises(InputError, match=f"{column}.npy has .* bytes in place of .*; build the index again"):
        open_corpus(folder)
    update = update_corpus(folder, sources(TEXTS))
    assert "is mended" in update.notes[0] and update.added == 4
    assert wars(open_corpus(folder)) == [["a/1", 13], ["a/2", 3], ["b/1", 11]]


def test_a_changed_byte_is_found_by_a_thorough_look(folder):
    damaged = next(folder.glob("*.term.npy"))
    content = bytearray(damaged.read_bytes())
    content[-1] ^= 1
    damaged.write_bytes(content)
    with pytest.raises(InputError, match="was changed"):
        open_corpus(folder, thorough=True)
    assert update_corpus(folder, sources(TEXTS), thorough=True).added == 4
    open_corpus(folder, thorough=True)


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"parts": 1}', "null", '{"parts": [], "rules": "old", "vocabulary": "", "check": []}']
)
def test_a_broken_index_is_made_anew(folder, broken):
    (folder / INDEX).write_text(broken)
    with pytest.raises(InputError, match="build the index again"):
        open_corpus(folder)
    update = update_corpus(folder, sources(TEXTS))
    assert update.notes and update.added == 4
    assert wars(open_corpus(folder)) == [["a/1", 13], ["a/2", 3], ["b/1", 11]]


def test_a_lost_vocabulary_makes_all_anew(folder):
    (folder / json.loads((folder / INDEX).read_text().partition("\n")[2])["vocabulary"]).unlink()
    update = update_corpus(folder, sources(TEXTS))
    assert "vocabulary" in update.notes[0] and update.added == 4


@pytest.mark.parametrize("after", range(7))
def test_a_full_disk_leaves_the_index_that_was_there(folder, after, monkeypatch):
    before, writes = contents(folder), []

    def write(path, content):
        writes.append(path)
        if len(writes) > after:
            raise OSError(errno.ENOSPC, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr("analysis.corpus.parts.write_bytes", write)
    monkeypatch.setattr("analysis.corpus.index.write_bytes", write)
    with pytest.raises(InputError, match=r"No space left on device.*the one that was there is kept"):
        update_corpus(folder, sources(TEXTS | {"c/1": "Another war."}))
    assert contents(folder) == before


def test_what_a_killed_run_left_is_swept_when_nobody_can_be_writing_it(folder):
    left = folder / "part-dead-0.term.npy"
    left.write_bytes(b"half")
    update_corpus(folder, sources(TEXTS))
    assert left.exists()
    os.utime(left, (time.time() - 7200,) * 2)
    update_corpus(folder, sources(TEXTS))
    assert not left.exists()
    assert wars(open_corpus(folder)) == [["a/1", 13], ["a/2", 3], ["b/1", 11]]


def test_refusals(tmp_path, folder):
    with pytest.raises(InputError, match="no index is there"):
        open_corpus(tmp_path / "none")
    with pytest.raises(InputError, match='two articles are named "a/1"'):
        update_corpus(tmp_path / "new", [*sources(TEXTS), *sources(TEXTS)])
    gone = sources_of_table(table({"z/1": ""}))[0]._replace(read=lambda: (tmp_path / "gone").read_text())
    with pytest.raises(InputError, match="z/1 cannot be read"):
        add_articles(folder, [gone])


def test_no_articles_at_all(tmp_path):
    corpus = update_corpus(tmp_path, []).corpus
    assert corpus.tokens == 0 and corpus.articles.empty
    assert open_corpus(tmp_path).tokens == 0
    assert update_corpus(tmp_path, sources({"a/1": "", "a/2": "..."})).corpus.tokens == 0


def test_digests_tell_texts_apart():
    assert digest_of("a") != digest_of("b") and digest_of("\ud800")
