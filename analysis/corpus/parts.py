"""Parts: the index on disk is cut into parts, each the tokens of some articles as memory-mapped columns.

A part is never changed once written. Whatever is counted is counted part by part and added up, so that parts can be
counted anywhere.
"""

import io
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from ..cache import refuse_odd
from ..files import write_bytes
from .reading import TokenColumns

COLUMNS = {"term": np.dtype("<u4"), "start": np.dtype("<u4"), "length": np.dtype("<u2"), "first": np.dtype("u1")}
_ARTICLES = "articles.json"


@dataclass(frozen=True)
class Held:
    """The articles of a part, a list a column: name, outlet, digest of the text, stamp of its source, tokens."""

    article: list[str]
    outlet: list[str]
    digest: list[str]
    stamp: list[str]
    tokens: list[int]

    def chosen(self, rows: Sequence[int]) -> "Held":
        """Give some of the articles."""
        return Held(*([column[row] for row in rows] for column in self.columns()))

    def columns(self) -> tuple[list, ...]:
        """Give the columns in order."""
        return self.article, self.outlet, self.digest, self.stamp, self.tokens


@dataclass(frozen=True)
class Part:
    """A part that is on disk: its files begin with ``name``; ``files`` has the size and checksum of each.

    A column is mapped into memory each time it is asked for and let go with its last use, so that going through a
    large corpus never holds more than a part of it.
    """

    folder: Path
    name: str
    files: dict[str, tuple[int, int]]

    @property
    def term(self) -> np.ndarray:
        """Give the number of each token's term."""
        return self._column("term")

    @property
    def start(self) -> np.ndarray:
        """Give where each token starts, in characters of its article."""
        return self._column("start")

    @property
    def length(self) -> np.ndarray:
        """Give the length of each token in characters."""
        return self._column("length")

    @property
    def first(self) -> np.ndarray:
        """Say of each token whether it is the first of its sentence."""
        return self._column("first").view(bool)

    @cached_property
    def held(self) -> Held:
        """Give the part's articles."""
        return Held(*json.loads((self.folder / f"{self.name}.{_ARTICLES}").read_bytes()).values())

    @cached_property
    def bounds(self) -> np.ndarray:
        """Give the first token of each article, and the number of tokens at the end."""
        return np.concatenate([[0], np.cumsum(self.held.tokens, dtype=np.int64)])

    def __len__(self) -> int:
        return int(self.bounds[-1])

    def article_of(self, tokens: np.ndarray) -> np.ndarray:
        """Give the row of the article in which each token stands."""
        return np.searchsorted(self.bounds, tokens, side="right") - 1

    def damage(self, *, thorough: bool) -> str:
        """Say what is wrong with the part's files: one missing, or of another size, or changed (where thorough)."""
        for name, (size, check) in self.files.items():
            path = self.folder / name
            refuse_odd(path)
            if not path.exists():
                return f"{name} is missing"
            if path.stat().st_size != size:
                return f"{name} has {path.stat().st_size:,} bytes in place of {size:,}"
            if thorough and zlib.crc32(path.read_bytes()) != check:
                return f"{name} was changed"
        return ""

    def columns(self, rows: Sequence[int]) -> TokenColumns:
        """Give the tokens of some of the part's articles."""
        keep = np.concatenate([np.arange(0), *(np.arange(self.bounds[row], self.bounds[row + 1]) for row in rows)])
        sizes = np.array([self.held.tokens[row] for row in rows], dtype=np.int64)
        return TokenColumns(*(np.asarray(getattr(self, name))[keep] for name in COLUMNS), sizes)

    def _column(self, name: str) -> np.ndarray:
        return np.load(self.folder / f"{self.name}.{name}.npy", mmap_mode="r" if len(self) else None)


def write_part(part: Part, columns: TokenColumns, held: Held) -> None:
    """Write a part under its name, which is new, and note its files in it."""
    for column, kind in COLUMNS.items():
        content = io.BytesIO()
        np.lib.format.write_array(content, np.asarray(getattr(columns, column)).astype(kind), allow_pickle=False)
        _write(part, f"{column}.npy", content.getvalue())
    names = ("article", "outlet", "digest", "stamp", "tokens")
    table = dict(zip(names, held.columns(), strict=True))
    _write(part, _ARTICLES, json.dumps(table, ensure_ascii=True).encode("ascii"))


def _write(part: Part, suffix: str, content: bytes) -> None:
    name = f"{part.name}.{suffix}"
    write_bytes(part.folder / name, content)
    part.files[name] = (len(content), zlib.crc32(content))
