"""Building: an index of articles is made, and brought up to date at the cost of what is new.

An article is known by its name and by a stamp of its source: where neither its stamp nor its outlet has changed it is
not read again, and where its text is the same it is not tokenized again.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import InputError
from .forms import Terms
from .index import Corpus, look, open_corpus, sweep, write_index, write_terms
from .parts import Held, Part, write_part
from .reading import Reader, TokenColumns
from .sources import Source, digest_of, text_of
from .turns import turn
from .waiting import Waiting

_BATCH = 1_000_000  # characters read at one time
_PART = 1_000_000  # tokens of a part, about
_SMALL = 65_536  # tokens below which the last part is written anew with what is added


@dataclass(frozen=True)
class Update:
    """What an update did: the index, how many articles were tokenized and taken out, and a line for what was mended."""

    corpus: Corpus
    added: int
    removed: int
    notes: tuple[str, ...]


def update_corpus(folder: Path, sources: Iterable[Source], *, thorough: bool = True) -> Update:
    """Make an index hold exactly these articles, tokenizing those that are new or changed, and open it.

    Damaged parts are made again, with a note; ``thorough=False`` compares only the sizes of the files, not their
    checksums. Raises InputError where two sources have one name, and where the index cannot be written: the one that
    was there then still is.
    """
    with _writing(folder, new=True):
        held, damage = look(folder, thorough=thorough)
        notes = tuple(f"the index of {folder} is mended: {wrong}" for wrong in damage.values())
        work = _Work(folder, held, damaged=set(damage), exactly=True)
        return _carry_out(work, _by_name(sources), notes)


def add_articles(folder: Path, sources: Iterable[Source]) -> Update:
    """Add articles to an index, in the place of those of the same names, and open it; the others are not looked at.

    Raises InputError where the index is damaged or not there, and as `update_corpus` does.
    """
    with _writing(folder):
        work = _Work(folder, open_corpus(folder), damaged=set(), exactly=False)
        return _carry_out(work, _by_name(sources), ())


@contextmanager
def _writing(folder: Path, *, new: bool = False) -> Iterator[None]:
    """Take a turn at an index, in a new folder too; raises InputError where it cannot be written."""
    try:
        if new:
            folder.mkdir(parents=True, exist_ok=True)
        elif not folder.is_dir():
            open_corpus(folder)
        with turn(folder):
            yield
    except OSError as error:
        raise InputError(
            f"{folder}: the index could not be written ({error.strerror or error}); the one that was there is "
            "kept, so make room or mend the folder and run again"
        ) from None


def _carry_out(work: "_Work", wanted: dict[str, Source], notes: tuple[str, ...]) -> Update:
    try:
        corpus = work.bring_up_to_date(wanted)
        write_index(corpus)
    except BaseException:
        work.undo()
        raise
    sweep(corpus, before=work.held)
    return Update(corpus, work.added, work.removed, notes)


def _by_name(sources: Iterable[Source]) -> dict[str, Source]:
    wanted: dict[str, Source] = {}
    for source in sources:
        if source.article in wanted:
            raise InputError(f'two articles are named "{source.article}"; give each a name of its own')
        wanted[source.article] = source
    return wanted


class _Work:
    """An update under way: which parts stay, and what is written beside them."""

    def __init__(self, folder: Path, held: Corpus | None, *, damaged: set[str], exactly: bool) -> None:
        self.folder, self.held, self._damaged, self._exactly = folder, held, damaged, exactly
        self._run = f"{os.getpid():x}-{os.urandom(4).hex()}"
        self._kept: list[Part] = []
        self._written: list[Part] = []
        self._vocabulary = ""
        self._terms: Terms | None = None
        self._waiting = Waiting()
        self.added = self.removed = 0

    def bring_up_to_date(self, wanted: dict[str, Source]) -> Corpus:
        """Write what is new and give the index that holds what is wanted."""
        left = dict(wanted)
        for part in self.held.parts if self.held else ():
            if part.name not in self._damaged:
                self._keep(part, left)
        if left:
            self._join_small_part()
            self._tokenize(list(left.values()))
        self._write_waiting()
        return self._corpus()

    def undo(self) -> None:
        """Remove what was written."""
        names = [name for part in self._written for name in part.files]
        for name in [*names, *filter(None, [self._vocabulary])]:
            (self.folder / name).unlink(missing_ok=True)

    def _keep(self, part: Part, left: dict[str, Source]) -> None:
        """Keep a part's articles that are wanted as they are, and take them from what is left to do."""
        held = part.held
        if not self._exactly and left.keys().isdisjoint(held.article):
            self._kept.append(part)
            return
        stamps, rows = list(held.stamp), []
        for row, (article, outlet, stamp) in enumerate(zip(held.article, held.outlet, held.stamp, strict=True)):
            source = left.get(article)
            if source is None and self._exactly:
                continue
            if source is not None:
                if source.outlet != outlet:
                    continue
                if source.stamp != stamp and digest_of(text_of(source)) != held.digest[row]:
                    continue
                stamps[row] = source.stamp
                del left[article]
            rows.append(row)
        self.removed += len(stamps) - len(rows)
        held = replace(held, stamp=stamps)
        if len(rows) < len(stamps):
            self._waiting.add(part.columns(rows), held.chosen(rows))
            self._write_waiting(least=_PART)
        elif stamps != part.held.stamp:
            self._kept.append(self._write(part.columns(range(len(stamps))), held))
        else:
            self._kept.append(part)

    def _join_small_part(self) -> None:
        """Take the last part back in hand where it is small, so that articles added one by one do not scatter."""
        if self._kept and len(self._kept[-1]) < _SMALL:
            part = self._kept.pop()
            self._waiting.add(part.columns(range(len(part.held.article))), part.held)

    def _tokenize(self, sources: Sequence[Source]) -> None:
        self._terms = Terms(self.held.terms if self.held else ())
        reader = Reader(self._terms)
        batch: list[Source] = []
        texts: list[str] = []
        size = 0
        for source in sources:
            batch.append(source)
            texts.append(text_of(source))
            size += len(texts[-1])
            if size >= _BATCH:
                self._read(reader, batch, texts)
                batch, texts, size = [], [], 0
        if batch:
            self._read(reader, batch, texts)

    def _read(self, reader: Reader, batch: list[Source], texts: list[str]) -> None:
        columns = reader.read(texts)
        self.added += len(batch)
        held = Held(
            [source.article for source in batch],
            [source.outlet for source in batch],
            [digest_of(text) for text in texts],
            [source.stamp for source in batch],
            columns.sizes.tolist(),
        )
        self._waiting.add(columns, held)
        self._write_waiting(least=_PART)

    def _write_waiting(self, *, least: int = 1) -> None:
        if self._waiting.tokens >= least or (least == 1 and self._waiting.articles):
            self._kept.append(self._write(*self._waiting.take()))

    def _write(self, columns: TokenColumns, held: Held) -> Part:
        part = Part(self.folder, f"part-{self._run}-{len(self._written)}", {})
        self._written.append(part)
        write_part(part, columns, held)
        return part

    def _corpus(self) -> Corpus:
        before = self.held or Corpus(self.folder, ())
        if self._terms is None or len(self._terms.names) == len(before.terms):
            return Corpus(self.folder, tuple(self._kept), before.vocabulary_file, before.vocabulary_check)
        self._vocabulary = f"terms-{self._run}.txt"
        check = write_terms(self.folder, self._vocabulary, self._terms.names)
        return Corpus(self.folder, tuple(self._kept), self._vocabulary, check)
