"""A disk that fills up, a process that is killed, two processes at one index: the index that was there still opens."""

import os
import pickle
import subprocess
import sys

import pandas as pd
import pytest

from analysis.corpus.building import add_articles, update_corpus
from analysis.corpus.counts import count_part, count_types, merge_all
from analysis.corpus.hits import find, hits_table
from analysis.corpus.index import INDEX, open_corpus
from analysis.corpus.sources import sources_of_table
from analysis.corpus.units import words
from analysis.errors import InputError

LONGEST = 240  # seconds that a process may take on a computer that is busy with other things
PREAMBLE = """
import os, signal, sys
from pathlib import Path
import pandas as pd
from analysis.corpus import building, index, parts
from analysis.corpus.sources import sources_of_table
from analysis.errors import InputError
folder = Path(sys.argv[1])

def sources(*names):
    return sources_of_table(pd.DataFrame({
        "article": names, "outlet": "a", "clean": [f"War and peace, said {name}. " * 40 for name in names],
    }))
"""
KILLED = """
left = int(sys.argv[2])
def write(path, content, whole=parts.write_bytes):
    global left
    if not left:
        path.with_name(".half-" + path.name).write_bytes(content[: len(content) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    whole(path, content)
parts.write_bytes = index.write_bytes = write
building.add_articles(folder, sources("new"))
"""
FULL = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    building.add_articles(folder, sources("new", "newer"))
except InputError as error:
    print(error)
"""
AT_ONCE = """
for number in range(6):
    building.add_articles(folder, sources(f"{sys.argv[2]}-{number}"))
"""


@pytest.fixture
def folder(tmp_path):
    texts = {"one": "Moscow wants war.", "two": "No war. The US said so.", "three": "Peace!"}
    articles = pd.DataFrame({"article": list(texts), "outlet": ["a", "a", "b"], "clean": list(texts.values())})
    update_corpus(tmp_path / "corpus", sources_of_table(articles))
    return tmp_path / "corpus"


def started(code, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", PREAMBLE + code, *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def wars(corpus):
    return sorted(hits_table(corpus, find(corpus, "war"))["article"].astype(str))


@pytest.mark.parametrize("writes", [0, 3, 6])
def test_a_killed_process_leaves_the_index_that_was_there(folder, writes):
    process = started(KILLED, folder, writes)
    assert process.communicate(timeout=LONGEST)[1] == "" and process.returncode == -9
    assert wars(open_corpus(folder, thorough=True)) == ["one", "two"]
    more = pd.DataFrame({"article": ["four"], "outlet": ["b"], "clean": ["War."]})
    assert wars(add_articles(folder, sources_of_table(more)).corpus) == ["four", "one", "two"]


@pytest.mark.parametrize("size", [0, 300, 700])
def test_no_room_for_a_file_is_one_line_and_the_index_stays(folder, size):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    told, wrong = started(FULL, folder, size).communicate(timeout=LONGEST)
    assert wrong == "" and len(told.splitlines()) == 1
    assert "the index could not be written (File too large); the one that was there is kept" in told
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert wars(open_corpus(folder, thorough=True)) == ["one", "two"]


def test_two_processes_at_one_index_lose_nothing(folder):
    processes = [started(AT_ONCE, folder, name) for name in ("left", "right")]
    assert [process.communicate(timeout=LONGEST)[1] for process in processes] == ["", ""]
    corpus = open_corpus(folder, thorough=True)
    added = {f"{name}-{number}" for name in ("left", "right") for number in range(6)}
    assert set(corpus.articles["article"]) == {"one", "two", "three"} | added
    assert set(wars(corpus)) == {"one", "two"} | added


def test_an_open_index_is_not_swept_away_by_another_update(folder):
    corpus = open_corpus(folder)
    for path in folder.iterdir():
        os.utime(path, (1, 1))
    update_corpus(folder, [])
    assert wars(corpus) == ["one", "two"] and open_corpus(folder).articles.empty


def test_a_folder_that_cannot_be_one_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="the index could not be written"):
        update_corpus(tmp_path / "file" / "corpus", [])
    with pytest.raises(InputError, match="no index is there"):
        add_articles(tmp_path / "nowhere", [])
    assert not (tmp_path / "nowhere").exists()


COUNTED = """
import pickle
from analysis.corpus.counts import count_part
from analysis.corpus.units import words
corpus = index.open_corpus(folder)
part = corpus.parts[int(sys.argv[2])]
counts = count_part(part, units=words(corpus), outlet=corpus.outlet_numbers(part), outlets=len(corpus.outlets))
sys.stdout.buffer.write(pickle.dumps(counts))
"""


def test_parts_counted_in_processes_of_their_own_add_up(folder, monkeypatch):
    monkeypatch.setattr("analysis.corpus.building._SMALL", 0)
    more = pd.DataFrame({"article": ["four"], "outlet": ["c"], "clean": ["War is war, said Moscow."]})
    corpus = add_articles(folder, sources_of_table(more)).corpus
    assert len(corpus.parts) == 2
    command = [sys.executable, "-c", PREAMBLE + COUNTED, str(folder)]
    counted = [
        pickle.loads(subprocess.run([*command, str(number)], capture_output=True, check=True, timeout=LONGEST).stdout)
        for number in (1, 0)
    ]
    whole, merged = count_types(corpus), merge_all(counted)
    assert all((getattr(merged, name) == getattr(whole, name)).all() for name in vars(whole))
    outlet = corpus.outlet_numbers(corpus.parts[0])
    assert count_part(corpus.parts[0], units=words(corpus), outlet=outlet, outlets=3).tokens.tolist() == [9, 1, 0]
    assert (folder / INDEX).is_file()
