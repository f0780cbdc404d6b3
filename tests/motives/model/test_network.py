import json
import shutil

import numpy as np
import pytest

from analysis.motives import model
from analysis.motives.model import network
from analysis.motives.model.encoding import Example, spans_in
from analysis.motives.model.network import WEIGHTS, load_networks


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(WEIGHTS, tmp_path / "weights")
    return tmp_path / "weights"


@pytest.fixture
def used(folder, monkeypatch):
    """Have the reader loaded from the folder, and nothing remembered of another."""
    monkeypatch.setattr(model, "load_networks", lambda: network.load_networks.__wrapped__(folder))
    model.reader_problem.cache_clear()
    model.load_reader.cache_clear()
    yield
    model.reader_problem.cache_clear()
    model.load_reader.cache_clear()


def test_a_sentence_that_tells_a_motive_is_marked_and_one_that_tells_none_is_not():
    networks = load_networks()
    telling = Example("Moscow wants to weaken the alliance in order to win back its influence.", own=[(0, 6)])
    bare = Example("Moscow is the largest city of the country.", own=[(0, 6)])
    one, other = networks.tag([telling, bare])
    assert max(span.score for span in spans_in(one.tags, one.encoded)) > 0.7
    assert max((span.score for span in spans_in(other.tags, other.encoded)), default=0) < 0.5
    assert one.tags.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_what_a_sentence_is_read_with_changes_nothing():
    networks = load_networks()
    examples = [Example(f"Moscow wants to win {'very ' * n}much.", own=[(0, 6)]) for n in range(20)]
    (alone,) = networks.tag(examples[:1])
    assert np.array_equal(networks.tag(examples)[0].tags, alone.tags)


def test_codes_are_matched_by_their_text_whatever_they_are():
    networks = load_networks()
    codes = networks.codes(
        ["Money: trade, investment, energy sales, profit", "Territory: land, borders, a buffer against invasion"]
    )
    propositions = [("to sell more gas to Asia", "Moscow", ""), ("to seize the border region", "Moscow", "")]
    assert networks.match(propositions, codes).argmax(axis=1).tolist() == [0, 1]
    assert networks.match([], codes).shape == (0, 2)


@pytest.mark.parametrize("name", ["tagger.onnx", "weighing.json", "tokenizer.json"])
def test_damaged_weights_are_told_of_and_the_rules_go_on(folder, used, name):
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    assert f"its file {name} is damaged" in model.reader_problem()
    assert "read by the rules alone" in model.reader_problem()
    assert model.load_reader(None) is None and model.reader_version() == ""


@pytest.mark.parametrize("name", ["matcher.onnx", "checksums.json"])
def test_missing_weights_are_told_of(folder, used, name):
    (folder / name).unlink()
    assert "a file of its weights is missing" in model.reader_problem()


def test_a_checksum_names_no_file_elsewhere(folder, used):
    (folder / "checksums.json").write_text(json.dumps({"../weights/heads.npz": "0"}))
    assert "is damaged" in model.reader_problem()


def test_a_missing_library_is_told_of(used, monkeypatch):
    monkeypatch.setattr(network.importlib.util, "find_spec", lambda name: None)
    assert "onnxruntime is not installed" in model.reader_problem()


def test_the_weights_are_small_enough_to_be_carried_along():
    assert sum(file.stat().st_size for file in WEIGHTS.iterdir()) <= 60_000_000
