"""A study: the folder that says which outlets, articles, actors and codebooks are compared.

`read_study` reads and checks it; everything after trusts what it gives. The sources themselves are never written to.
"""

import datetime
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from .codebooks import Frame, MotiveCodebook, read_frames, read_motive_codebook
from .entries import Entry, Words, read_entries, refuse, repeated
from .errors import InputError
from .files import hash_of, is_missing, refuse_link_out
from .patterns import parse_pattern
from .printing import brief
from .reading import SKIPPED_FOLDERS

STUDY_FILES = ("study.toml", "frames.yaml", "motives.yaml")
_READ = "en"  # the language in which motives are read
_PLACEHOLDERS = ("The actor", "its capital", "its leader")  # of templates/study.toml
_LARGEST_SEED = 2**63 - 1
_LONGEST_NAME = 255  # bytes, as most systems allow
_DOTTED = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*"|'[^'\n]*')[ \t]*+\.[ \t]*+){100}""", re.ASCII)
_TRIES = 5  # readings, of files that another program is writing


def _folder_name(name: str) -> str:
    if (
        not name.strip()
        or name != name.strip()
        or name[0] == "."
        or any(sign in name for sign in "/\\")
        or not name.isprintable()
    ):
        raise ValueError(
            f'"{brief(name)}" is no folder name; write the name alone, without slashes and no point at its start'
        )
    if len(os.fsencode(name)) > _LONGEST_NAME:
        raise ValueError(f'"{brief(name)}" is longer than the name of a folder can be; shorten it')
    if name in SKIPPED_FOLDERS:
        raise ValueError(f'"{name}" is where results go; give the outlet another folder')
    return name


def _place_in_study(file: str) -> str:
    path = PurePosixPath(file)
    if path.is_absolute() or ".." in path.parts or len(path.parts) < 2 or "\\" in file:
        raise ValueError(f'"{brief(file)}" is no place in the study; write outlet-folder/file.txt')
    if any(len(os.fsencode(part)) > _LONGEST_NAME for part in path.parts):
        raise ValueError(f'"{brief(file)}" has a name longer than a file\'s can be; shorten it')
    return file


def _language_code(language: str) -> str:
    if not (len(language) == 2 and language.isascii() and language.isalpha() and language.islower()):
        raise ValueError(f'"{language}" is no language code; write two small letters, such as en')
    return language


def _day(written: object) -> datetime.date:
    if isinstance(written, str):
        try:
            return datetime.date.fromisoformat(written.strip())
        except ValueError:
            raise ValueError(f'"{brief(written)}" is no day; write it as 2017-09-26') from None
    if not isinstance(written, datetime.date) or isinstance(written, datetime.datetime):
        raise ValueError(f'"{brief(written)}" is no day; write it as 2017-09-26')
    return written


class Outlet(Entry):
    """An outlet: its folder in the study (the key in every table) and what a reader must know of it."""

    folder: Annotated[str, AfterValidator(_folder_name)]
    name: Words
    country: str = ""
    genre: str = ""
    translated: bool = False


class KnownArticle(Entry):
    """What is known of an article and does not stand in its file."""

    file: Annotated[str, AfterValidator(_place_in_study)]
    title: str = ""
    date: Annotated[datetime.date | None, BeforeValidator(_day)] = None
    author: str = ""
    url: str = ""


class Actor(Entry):
    """An actor: one name for a group of aliases, which are patterns as in a frame.

    ``rival`` is what labels of motives call its main rival, where they say ``{rival}``.
    """

    name: Words
    aliases: list[Words] = Field(min_length=1)
    rival: str = ""


class Window(Entry):
    """A window of days, both included: the articles outside it, and those without a date, are left out.

    One of the two bounds may be missing.
    """

    since: Annotated[datetime.date, BeforeValidator(_day)] | None = Field(default=None, alias="from")
    until: Annotated[datetime.date, BeforeValidator(_day)] | None = Field(default=None, alias="to")

    def __str__(self) -> str:
        return f"{self.since or 'the first day'} to {self.until or 'the last day'}"


class ReadingSettings(Entry):
    """How motives are read: the certainty from which on a proposition counts; unset, the reader's own."""

    certainty: float | None = Field(default=None, ge=0, le=1)


class _StudyFile(Entry):
    title: Words
    language: Annotated[str, AfterValidator(_language_code)] = "en"
    focal_actor: Words
    seed: int = Field(default=0, ge=0, le=_LARGEST_SEED)
    outlets: list[Outlet] = Field(min_length=1)
    articles: tuple[KnownArticle, ...] = ()
    actors: list[Actor] = Field(min_length=1)
    window: Window | None = None
    reading: ReadingSettings = ReadingSettings()


@dataclass(frozen=True)
class Study:
    """A study as read: ``folder`` is where it lies, ``focal`` the actor whose motives are asked for.

    ``window`` is the days whose articles are compared, where the study names any; ``certainty`` the least that a
    proposition of the machine must have, where the study says one; ``codebook`` is motives.yaml as it stands there,
    and ``motives`` the same as it reads for the actor asked for; ``hashes`` has the SHA-256 of each file of the study
    as it was read.
    """

    folder: Path
    title: str
    language: str
    focal: str
    seed: int
    outlets: tuple[Outlet, ...]
    known: tuple[KnownArticle, ...]
    actors: tuple[Actor, ...]
    frames: tuple[Frame, ...]
    codebook: MotiveCodebook = field(repr=False)
    motives: MotiveCodebook = field(repr=False)
    window: Window | None = None
    certainty: float | None = None
    hashes: Mapping[str, str] = field(default_factory=dict, repr=False)

    @cached_property
    def outlet_names(self) -> dict[str, str]:
        """Give each outlet's name as shown to people, by its folder."""
        return {outlet.folder: outlet.name for outlet in self.outlets}

    @property
    def codings(self) -> Path:
        """Give the file of the analysts' decisions."""
        return self.folder / "codings.csv"

    def outlet(self, folder: str) -> Outlet:
        """Give the outlet of a folder, or a bare one named like the folder where the study does not know it."""
        for outlet in self.outlets:
            if outlet.folder == folder:
                return outlet
        return Outlet.model_construct(folder=folder, name=folder)

    def asking_for(self, name: str) -> "Study":
        """Return the study with its motives as they read for an actor: ``{rival}`` is that actor's."""
        return replace(self, motives=self.codebook.written_for(self.actor(name).rival))

    def actor(self, name: str) -> Actor:
        """Give the actor of that name; raises InputError naming the known ones."""
        for actor in self.actors:
            if actor.name.lower() == name.lower():
                return actor
        known = ", ".join(actor.name for actor in self.actors)
        raise InputError(f'Actor "{name}" is not in {self.folder / "study.toml"}; known actors: {known}')


def why_unread(study: Study, actor: str, *, named: bool) -> str:
    """Return why no motive of an actor can be found in a study's texts, with what to change; empty where one could.

    ``named`` says whether the texts name the actor at all.
    """
    if study.language != _READ:
        return (
            f'The texts are in "{study.language}" (language in study.toml): motives are read in English texts alone. '
            "Compare translations, or code by hand."
        )
    left = [alias for alias in study.actor(actor).aliases if alias in _PLACEHOLDERS]
    if left and not named:
        return (
            f"The aliases of {actor} in study.toml are still the template's ({', '.join(left)}): write the names that "
            "the texts give it."
        )
    if not named:
        return (
            f"{actor} is named nowhere in these texts: write the names that they give it into its aliases in "
            "study.toml."
        )
    return ""


def read_study(folder: Path | str) -> Study:
    """Read a study from its folder, all its files in one state.

    Raises InputError with one line that names the file, what is wrong and how to mend it.
    """
    folder = Path(folder)
    path = folder / "study.toml"
    refuse_link_out(path)
    if is_missing(path):
        raise InputError(
            f"{path} is missing: name a study's folder, or lay one out with: python -m analysis new {folder}"
        )
    for _ in range(_TRIES):
        before = _hashes(folder)
        study = _read(folder, before)
        if _hashes(folder) == before:
            return study
    raise InputError(f"the files of {folder} keep changing while they are read; let the other program end first")


def _hashes(folder: Path) -> dict[str, str]:
    return {name: hash_of(folder / name) for name in STUDY_FILES if os.path.isfile(folder / name)}


def _read(folder: Path, hashes: Mapping[str, str]) -> Study:
    path = folder / "study.toml"
    file = read_entries(path, parse_study, _StudyFile)
    refuse(path, _problems(file))
    codebook = read_motive_codebook(folder / "motives.yaml")
    study = Study(
        folder=folder,
        title=file.title,
        language=file.language,
        focal=file.focal_actor,
        seed=file.seed,
        outlets=tuple(file.outlets),
        known=tuple(file.articles),
        actors=tuple(file.actors),
        frames=read_frames(folder / "frames.yaml"),
        codebook=codebook,
        motives=codebook,
        window=file.window,
        certainty=file.reading.certainty,
        hashes=hashes,
    )
    return study.asking_for(study.focal)


def parse_study(text: str) -> dict[str, object]:
    """Return what the text of a study.toml holds; raises InputError, with what is wrong alone, where it is no TOML."""
    if _DOTTED.search(text):
        raise InputError(" cannot be read as TOML: a key has more than 100 parts; mend it")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f" cannot be read as TOML: {brief(error, longest=300)}; mend that line") from None
    except ValueError:
        raise InputError(" cannot be read as TOML: a number has thousands of digits; write a smaller one") from None


def _problems(file: _StudyFile) -> Iterator[str]:
    for kind, names in (
        ("outlet folder", [outlet.folder for outlet in file.outlets]),
        ("outlet name", [outlet.name for outlet in file.outlets]),
        ("actor", [actor.name for actor in file.actors]),
        ("article", [article.file for article in file.articles]),
    ):
        for name in repeated(names):
            yield f'the {kind} "{name}" stands there twice; give each its own'
    known = [actor.name for actor in file.actors]
    if file.focal_actor not in known:
        yield f'focal_actor "{file.focal_actor}" is none of its actors; known actors: {", ".join(known)}'
    yield from _alias_problems(file.actors)
    if file.window:
        yield from _window_problems(file.window)


def _window_problems(window: Window) -> Iterator[str]:
    if window.since is None and window.until is None:
        yield "the window has no day; write from = 2017-04-01 or to = 2017-12-31 under [window], or take it out"
    elif window.since and window.until and window.since > window.until:
        yield f"the window ends ({window.until}) before it begins ({window.since}); turn from and to round"


def _alias_problems(actors: list[Actor]) -> Iterator[str]:
    """What is wrong with aliases: no word in one, or one that two actors have."""
    owners: dict[tuple[str, ...], str] = {}
    for actor in actors:
        for alias in actor.aliases:
            try:
                globs = parse_pattern(alias).globs
            except InputError as error:
                yield f'actor "{actor.name}": {error}'
                continue
            owner = owners.setdefault(globs, actor.name)
            if owner != actor.name:
                yield f'the alias "{alias}" stands under "{owner}" and "{actor.name}"; take it out of one'
