"""A study: the folder that says which outlets, articles, actors and codebooks are compared.

`read_study` reads and checks it; everything after trusts what it gives. The sources themselves are never written to.
"""

import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from .codebooks import Frame, MotiveCodebook, read_frames, read_motive_codebook
from .errors import InputError

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Outlet(_Entry):
    """An outlet: its folder in the study (the key in every table) and what a reader must know of it."""

    folder: Annotated[str, StringConstraints(pattern=r"^[^/\\.][^/\\]*$")]
    name: Words
    country: str = ""
    genre: str = ""
    translated: bool = False


class KnownArticle(_Entry):
    """What is known of an article and does not stand in its file."""

    file: Words
    title: str = ""
    date: datetime.date | None = None
    author: str = ""
    url: str = ""


class Actor(_Entry):
    """An actor: one name for a group of aliases, which are patterns as in a frame."""

    name: Words
    aliases: list[Words] = Field(min_length=1)


class _StudyFile(_Entry):
    title: Words
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    focal_actor: Words
    seed: int = 0
    outlets: list[Outlet] = Field(min_length=1)
    articles: list[KnownArticle] = []
    actors: list[Actor] = Field(min_length=1)


@dataclass(frozen=True)
class Study:
    """A study as read: ``folder`` is where it lies, ``focal`` the actor whose motives are asked for."""

    folder: Path
    title: str
    language: str
    focal: str
    seed: int
    outlets: tuple[Outlet, ...]
    known: tuple[KnownArticle, ...]
    actors: tuple[Actor, ...]
    frames: tuple[Frame, ...]
    motives: MotiveCodebook = field(repr=False)

    @cached_property
    def outlet_names(self) -> dict[str, str]:
        """Give each outlet's name as shown to people, by its folder."""
        return {outlet.folder: outlet.name for outlet in self.outlets}

    @property
    def state(self) -> Path:
        """Give the folder for caches and the last run's state, which git ignores."""
        return self.folder / ".analysis"

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

    def actor(self, name: str) -> Actor:
        """Give the actor of that name; raises InputError naming the known ones."""
        for actor in self.actors:
            if actor.name.lower() == name.lower():
                return actor
        known = ", ".join(actor.name for actor in self.actors)
        raise InputError(f'Actor "{name}" is not in {self.folder / "study.toml"}; known actors: {known}')


def read_study(folder: Path | str) -> Study:
    """Read a study from its folder.

    Raises InputError with one line that names the file, what is wrong and how to mend it.
    """
    folder = Path(folder)
    path = folder / "study.toml"
    if not path.is_file():
        raise InputError(
            f"{path} is missing: name a study's folder, or lay one out with: python -m analysis new {folder}"
        )
    entries = _parse(path)
    try:
        file = _StudyFile.model_validate(entries)
    except ValidationError as error:
        raise InputError(_first_line(path, error)) from None
    _check_names(path, file)
    return Study(
        folder=folder,
        title=file.title,
        language=file.language,
        focal=file.focal_actor,
        seed=file.seed,
        outlets=tuple(file.outlets),
        known=tuple(file.articles),
        actors=tuple(file.actors),
        frames=read_frames(folder / "frames.yaml"),
        motives=read_motive_codebook(folder / "motives.yaml"),
    )


def _parse(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as TOML: {error}; mend that line") from None


def _first_line(path: Path, error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    more = f" ({error.error_count() - 1} more after it)" if error.error_count() > 1 else ""
    said = re.sub(r"\s+", " ", first["msg"])
    if first["type"] == "extra_forbidden":
        said = "this key is not known here; check its spelling"
    return f"{path}: {place or 'the file'}: {said}{more}"


def _check_names(path: Path, file: _StudyFile) -> None:
    for kind, names in (
        ("outlet folder", [outlet.folder for outlet in file.outlets]),
        ("outlet name", [outlet.name for outlet in file.outlets]),
        ("actor", [actor.name for actor in file.actors]),
        ("article", [article.file for article in file.articles]),
    ):
        for name in _repeated(names):
            raise InputError(f'{path}: the {kind} "{name}" stands there twice; give each its own')
    if file.focal_actor not in [actor.name for actor in file.actors]:
        known = ", ".join(actor.name for actor in file.actors)
        raise InputError(f'{path}: focal_actor "{file.focal_actor}" is none of its actors; known actors: {known}')


def _repeated(names: list[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)
