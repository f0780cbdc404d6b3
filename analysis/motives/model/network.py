"""The networks of the learned reader, run on a CPU: tags and readings of sentences, codes of propositions.

The weights are files in this package and are only read: nothing in them is code. What cannot be loaded, for want of a
library or of sound files, is reported in a line, and the rules go on alone.
"""

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .encoding import KINDS, VOICES, Encoded, Encoder, Example, Marked

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class Tagged:
    """A sentence as the tagger read it: tags are tokens by outside, begin, inside; hidden by width."""

    encoded: Encoded
    tags: np.ndarray
    hidden: np.ndarray


@dataclass(frozen=True)
class Reading:
    """What the tagger reads over a span: probabilities of kinds and voices, of a denial and of a hedge."""

    kinds: np.ndarray
    voices: np.ndarray
    negated: float
    hedged: float


class Networks:
    """The encoders with their weights, each loaded when it is first needed."""

    def __init__(self, folder: Path = WEIGHTS, version: str = "") -> None:
        self._folder = folder
        self.version = version
        self.encoder = Encoder(folder / "tokenizer.json")
        self.weighing = json.loads((folder / "weighing.json").read_text(encoding="utf-8"))

    @cached_property
    def _tagger(self) -> "InferenceSession":
        return _session(self._folder / "tagger.onnx")

    @cached_property
    def _matcher(self) -> "InferenceSession":
        return _session(self._folder / "matcher.onnx")

    @cached_property
    def _words(self) -> tuple[np.ndarray, np.ndarray]:
        """The table of words, one row each, in whole numbers, and the scale of each row."""
        with np.load(self._folder / "words.npz", allow_pickle=False) as words:
            return words["table"], words["scale"]

    @cached_property
    def _heads(self) -> dict[str, np.ndarray]:
        with np.load(self._folder / "heads.npz", allow_pickle=False) as heads:
            return dict(heads)

    def tag(self, examples: Sequence[Example]) -> list[Tagged]:
        """Tag sentences, each by itself, so that what is read with it changes nothing."""
        return [self._tag(self.encoder.sentence(example)) for example in examples]

    def _tag(self, encoded: Encoded) -> Tagged:
        given = {name: _row(getattr(encoded, name)) for name in ("roles", "voices")} | self._read(encoded.ids)
        tags, hidden = self._tagger.run(None, given)
        return Tagged(encoded, _softmax(tags[0]), hidden[0])

    def read(self, tagged: Tagged, marked: Marked) -> Reading:
        """Read kind, voice, denial and hedge over a span."""
        vector = tagged.hidden[marked.first : marked.last].mean(axis=0)
        scores = self._heads["weight"] @ vector + self._heads["bias"]
        kinds, voices, negated, hedged = np.split(scores, np.cumsum([len(KINDS), len(VOICES), 2]))
        return Reading(_softmax(kinds), _softmax(voices), float(_softmax(negated)[1]), float(_softmax(hedged)[1]))

    def match(self, propositions: Sequence[tuple[str, str, str]], codes: np.ndarray) -> np.ndarray:
        """Return the probability of each code per proposition (evidence, holder, words around)."""
        if not propositions:
            return np.zeros((0, len(codes)))
        vectors = self._vectors([self.encoder.proposition(*one) for one in propositions], of_code=False)
        return _softmax(vectors @ codes.T * float(self._heads["scale"]))

    def codes(self, texts: Sequence[str]) -> np.ndarray:
        """Return the vectors of codes, described by their texts; one row per code."""
        return self._vectors([self.encoder.code(text) for text in texts], of_code=True)

    def _vectors(self, texts: Sequence[list[int]], *, of_code: bool) -> np.ndarray:
        name = "code" if of_code else "proposition"
        pooled = np.concatenate([self._matcher.run(None, self._read(ids))[0] for ids in texts])
        vectors = pooled @ self._heads[f"{name}_weight"].T + self._heads[f"{name}_bias"]
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def _read(self, ids: list[int]) -> dict[str, np.ndarray]:
        """Return the vectors of words and the mask, as both networks take them."""
        table, scale = self._words
        words = table[ids].astype(np.float32) * scale[ids]
        return {"words": words[np.newaxis], "mask": np.ones((1, len(ids)), dtype=np.int64)}


@lru_cache(maxsize=1)
def load_networks(folder: Path = WEIGHTS) -> Networks:
    """Return the networks of a folder; raises OSError, ValueError or ImportError where they cannot be used.

    Every file is held against its checksum, once per process.
    """
    for library in ("onnxruntime", "tokenizers"):
        if importlib.util.find_spec(library) is None:
            raise ImportError(f"{library} is not installed")
    listed = (folder / "checksums.json").read_bytes()
    for name, checksum in json.loads(listed).items():
        if Path(name).name != name or _checksum((folder / name).read_bytes()) != checksum:
            raise ValueError(f"its file {name} is damaged")
    return Networks(folder, _checksum(listed))


def _checksum(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _session(path: Path) -> "InferenceSession":
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _row(numbers: Sequence[int]) -> np.ndarray:
    """Return numbers as a batch of one row."""
    return np.array([numbers], dtype=np.int64)


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
