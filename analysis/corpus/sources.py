"""Sources: the articles that an index is to hold, each with a stamp that says whether it has changed."""

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ..errors import InputError


class Source(NamedTuple):
    """An article to be indexed: its name, its outlet, a stamp that changes with its text, and how to read it."""

    article: str
    outlet: str
    stamp: str
    read: Callable[[], str]


def sources_of_table(articles: pd.DataFrame) -> list[Source]:
    """Give the rows of an articles table as sources; the cleaned text is what is indexed."""
    columns = (articles[name] for name in ("article", "outlet", "clean"))
    return [
        Source(article, outlet, digest_of(text), partial(str, text))
        for article, outlet, text in zip(*columns, strict=True)
    ]


def sources_of_files(files: Iterable[tuple[Path, str]], *, read: Callable[[Path], str]) -> list[Source]:
    """Give files, each with its outlet, as sources: named by their paths, stamped by size and time of writing.

    A file is read only where its stamp has changed.
    """
    stated = ((path, outlet, os.stat(path)) for path, outlet in files)
    return [
        Source(os.fspath(path), outlet, f"{state.st_size}-{state.st_mtime_ns}", partial(read, path))
        for path, outlet, state in stated
    ]


def digest_of(text: str) -> str:
    """Give the hash by which a text is known."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def text_of(source: Source) -> str:
    """Read a source; raises InputError where it cannot be read."""
    try:
        return source.read()
    except OSError as error:
        raise InputError(
            f"{source.article} cannot be read ({error.strerror or error}); the index that was there is kept"
        ) from None
