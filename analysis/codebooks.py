"""Codebooks: the frames and the motive codes of a study, read from YAML that an analyst edits."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .errors import InputError
from .patterns import Pattern, parse_pattern

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
OTHER = "other"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class _FrameEntry(_Entry):
    note: str = ""
    terms: list[Words] = Field(min_length=1)


class _FramesFile(_Entry):
    note: str = ""
    frames: dict[Words, _FrameEntry] = Field(min_length=1)


class MotiveCode(_Entry):
    """One code of the motive codebook: what it covers, and the cue terms that point to it."""

    label: Words
    group: Words
    definition: Words
    includes: list[str] = []
    excludes: list[str] = []
    cues: list[Words] = []
    yields_to: list[str] = []
    example: str = ""


class _MotivesFile(_Entry):
    version: str = "1"
    note: str = ""
    codes: dict[Words, MotiveCode] = Field(min_length=1)


@dataclass(frozen=True)
class Frame:
    """A named list of terms; ``patterns`` are the terms as the matcher reads them."""

    name: str
    terms: tuple[str, ...]
    note: str = ""

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        return tuple(parse_pattern(term) for term in self.terms)


@dataclass(frozen=True)
class MotiveCodebook:
    """The motive codes of a study in their order, by code; ``other`` is always among them."""

    version: str
    note: str
    codes: dict[str, MotiveCode]

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Give the codes of each group, both in the codebook's order."""
        groups: dict[str, list[str]] = {}
        for code, entry in self.codes.items():
            groups.setdefault(entry.group, []).append(code)
        return groups

    def label(self, code: str) -> str:
        """Give a code's label for people; an unknown code stands for itself."""
        return self.codes[code].label if code in self.codes else code


def read_frames(path: Path) -> tuple[Frame, ...]:
    """Read frames.yaml; raises InputError with the file, the place and how to mend it."""
    file = _read(path, _FramesFile)
    frames = tuple(Frame(name, tuple(entry.terms), entry.note) for name, entry in file.frames.items())
    for frame in frames:
        for term in _repeated(frame.terms):
            raise InputError(f'{path}: frame "{frame.name}" has the term "{term}" twice; take one out')
        try:
            _ = frame.patterns
        except InputError as error:
            raise InputError(f'{path}: frame "{frame.name}": {error}') from None
    return frames


def read_motive_codebook(path: Path) -> MotiveCodebook:
    """Read motives.yaml; raises InputError with the file, the place and how to mend it."""
    file = _read(path, _MotivesFile)
    codes = dict(file.codes)
    if OTHER not in codes:
        raise InputError(f'{path}: the code "{OTHER}" is missing; every codebook needs it for what fits no other code')
    for code, entry in codes.items():
        for named in entry.yields_to:
            if named not in codes:
                raise InputError(
                    f'{path}: code "{code}" yields to "{named}", which is no code; known codes: {", ".join(codes)}'
                )
        for cue in entry.cues:
            try:
                parse_pattern(cue)
            except InputError as error:
                raise InputError(f'{path}: code "{code}": {error}') from None
    return MotiveCodebook(file.version, file.note, codes)


Model = TypeVar("Model", bound=BaseModel)


def _read(path: Path, model: type[Model]) -> Model:
    if not path.is_file():
        raise InputError(
            f"{path} is missing; lay out a study with python -m analysis new FOLDER and copy it from there"
        )
    try:
        entries = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8-sig"))
    except (YAMLError, UnicodeDecodeError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"{path} cannot be read as YAML: {said}; mend that line") from None
    try:
        return model.model_validate(entries if entries is not None else {})
    except ValidationError as error:
        first = error.errors()[0]
        place = " > ".join(str(part) for part in first["loc"]) or "the file"
        said = "this key is not known here; check its spelling" if first["type"] == "extra_forbidden" else first["msg"]
        raise InputError(f"{path}: {place}: {said}") from None


def _repeated(terms: tuple[str, ...]) -> list[str]:
    folded = [" ".join(_globs_or_self(term)) for term in terms]
    return [term for i, term in enumerate(terms) if folded[i] in folded[:i]]


def _globs_or_self(term: str) -> tuple[str, ...]:
    """Give a term's globs, or the term itself where it cannot be read as a pattern (which is reported elsewhere)."""
    try:
        return parse_pattern(term).globs
    except InputError:
        return (term,)
