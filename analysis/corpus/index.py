"""The index on disk: which parts and which vocabulary make it up, read and written whole or not at all.

``index.json`` names the files; it is written last, beside its place and then renamed into it, so that an index is
always either the one that was or the one that is.
"""

import hashlib
import json
import re
import stat
import time
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from ..cache import read_own_file, seal, unseal
from ..errors import InputError
from ..files import write_bytes
from ..patterns import Vocabulary, fold, term_of, token_pattern
from ..punkt import ABBREVIATIONS, STARTERS
from .parts import Part
from .turns import LOCK

INDEX = "index.json"
_FORMAT = 2
_OWN = re.compile(
    r"(?:part|terms)-[\w-]+(?:\.\w+)*|\.[\w.-]+\.\d+-[0-9a-f]{8}", re.ASCII
)  # names that are written here
_OUT_OF_USE = 3600  # seconds after which files that no index names are removed: another process may be writing them


@dataclass(frozen=True)
class Corpus:
    """An open index: its parts, and the file of its vocabulary."""

    folder: Path
    parts: tuple[Part, ...]
    vocabulary_file: str = ""
    vocabulary_check: tuple[int, int] = (0, 0)

    @cached_property
    def terms(self) -> list[str]:
        """Give the term behind each number."""
        return read_terms(self.folder / self.vocabulary_file) if self.vocabulary_file else []

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Give the terms as something to resolve globs with."""
        return Vocabulary(self.terms)

    @cached_property
    def articles(self) -> pd.DataFrame:
        """Give the articles; one row an article in the order of the index: article, outlet, tokens."""
        columns = {
            name: [value for part in self.parts for value in getattr(part.held, name)]
            for name in ("article", "outlet", "tokens")
        }
        return pd.DataFrame(columns)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Give the names of the outlets, in the order of the alphabet."""
        return tuple(sorted({outlet for part in self.parts for outlet in part.held.outlet}))

    def outlet_numbers(self, part: Part) -> np.ndarray:
        """Give the outlet of each article of a part, as a number into ``outlets``."""
        numbers = {outlet: number for number, outlet in enumerate(self.outlets)}
        return np.array([numbers[outlet] for outlet in part.held.outlet], dtype=np.int64)

    @property
    def tokens(self) -> int:
        """Give the number of tokens."""
        return sum(len(part) for part in self.parts)

    @property
    def files(self) -> set[str]:
        """Give the names of the files that make up the index."""
        return {INDEX, self.vocabulary_file, *(name for part in self.parts for name in part.files)}


def open_corpus(folder: Path, *, thorough: bool = True) -> Corpus:
    """Open an index, every file compared with its checksum once; ``thorough=False`` compares only their sizes.

    Raises InputError where there is none, where a file of it is damaged, and where tokens were cut by other rules than
    today's; `analysis.corpus.building.update_corpus` mends all three.
    """
    corpus, damage = look(folder, thorough=thorough)
    if corpus is None or damage:
        raise InputError(f"{folder}: {'; '.join(damage.values()) or 'no index is there'}; build the index again")
    return corpus


def look(folder: Path, *, thorough: bool = True) -> tuple[Corpus | None, dict[str, str]]:
    """Give the index that is there and what is wrong with it, a line a part or under an empty name of the whole.

    Of an index that is wrong as a whole nothing is given.
    """
    content = read_own_file(folder / INDEX)
    if content is None:
        return None, {}
    listed = unseal(content)
    if listed is None:
        return None, {"": f"{INDEX} is damaged"}
    try:
        told = json.loads(listed)
        parts = tuple(
            Part(folder, part["name"], {name: (size, check) for name, (size, check) in part["files"].items()})
            for part in told["parts"]
        )
        corpus = Corpus(folder, parts, told["vocabulary"], tuple(told["check"]))
        rules = told["rules"]
        if not all(_OWN.fullmatch(name) for name in corpus.files - {INDEX, ""}):
            raise ValueError("a name that is not written here")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None, {"": f"{INDEX} is damaged"}
    if rules != _rules():
        return None, {"": "the index was made by other rules of what a token is"}
    if wrong := _vocabulary_damage(corpus):
        return None, {"": wrong}
    damage = {part.name: part.damage(thorough=thorough) for part in parts}
    return corpus, {name: wrong for name, wrong in damage.items() if wrong}


def write_index(corpus: Corpus) -> None:
    """Put an index in the place of the one that was; raises OSError, after which that one is still there."""
    told = {
        "format": _FORMAT,
        "rules": _rules(),
        "vocabulary": corpus.vocabulary_file,
        "check": corpus.vocabulary_check,
        "parts": [{"name": part.name, "tokens": len(part), "files": part.files} for part in corpus.parts],
    }
    listed = json.dumps(told, indent=1).encode("ascii")
    write_bytes(corpus.folder / INDEX, seal(listed))


def write_terms(folder: Path, name: str, terms: Iterable[str]) -> tuple[int, int]:
    """Write a vocabulary, one term a line in the order of the numbers; give the file's size and checksum."""
    content = "".join(f"{term}\n" for term in terms).encode("utf-8", "surrogatepass")
    write_bytes(folder / name, content)
    return len(content), zlib.crc32(content)


def read_terms(path: Path) -> list[str]:
    """Read a vocabulary."""
    return path.read_bytes().decode("utf-8", "surrogatepass").split("\n")[:-1]


def sweep(corpus: Corpus, *, before: Corpus | None = None, now: float | None = None) -> None:
    """Remove the files in the index's folder that it does not name and that nobody can be using any more.

    Another process may have open what the index ``before`` named, or be writing what none names yet: both stay an hour.
    """
    named = corpus.files | {LOCK}
    own = [path for path in corpus.folder.iterdir() if path.name not in named and _is_own(path)]
    left = before.files if before else set()
    for path in own:
        if path.name in left:
            path.touch()
        elif (now or time.time()) - path.stat().st_mtime > _OUT_OF_USE:
            path.unlink(missing_ok=True)


def _is_own(path: Path) -> bool:
    """Say whether a path is a regular file under a name that an index's files have."""
    return bool(_OWN.fullmatch(path.name)) and stat.S_ISREG(path.lstat().st_mode)


def _vocabulary_damage(corpus: Corpus) -> str:
    path = corpus.folder / corpus.vocabulary_file
    if not corpus.parts and not corpus.vocabulary_file:
        return ""
    content = read_own_file(path)
    if content is None:
        return f"the vocabulary {path.name} is missing"
    return "" if (len(content), zlib.crc32(content)) == corpus.vocabulary_check else f"{path.name} is damaged"


def _rules() -> str:
    """Give a mark of the rules by which texts become terms and sentences; another mark makes an index anew."""
    samples = "Russia’s U.S. U.S.'s US-led it's Kim Jong‑un co\u00adop É É 1,177 NATO"
    told = [_FORMAT, token_pattern(), fold(samples), [term_of(word) for word in samples.split()]]
    return hashlib.blake2b(repr([*told, sorted(ABBREVIATIONS), sorted(STARTERS)]).encode(), digest_size=16).hexdigest()
