"""Codebooks: the frames and the motive codes of a study, read from YAML that an analyst edits."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from ruamel.yaml import YAML

from .cue_terms import check_operators, expand_lists, read_cue
from .entries import Entry, Words, read_entries, refuse, repeated
from .errors import InputError
from .patterns import Pattern, parse_pattern
from .plain_yaml import MISTAKES, is_too_deep, is_too_much, read_plain
from .printing import brief

OTHER = "other"
RIVAL, ANY_RIVAL = "{rival}", "its rival"  # in what a codebook says to people, for the rival of the actor asked for
_LONGEST = 250_000  # characters of a file that is more than plain YAML; more take longer than anybody waits


class _Entry(Entry):
    model_config = ConfigDict(coerce_numbers_to_str=True)


def _named_once(entries: object) -> object:
    """Refuse names that only differ in the blanks around them: one would silently stand for both."""
    names = Counter(str(name).strip() for name in entries) if isinstance(entries, dict) else {}
    for name, times in names.items():
        if times > 1:
            raise ValueError(f'"{name}" stands there twice, the blanks around it aside; give each its own name')
    return entries


class _FrameEntry(_Entry):
    note: str = ""
    terms: list[Words] = Field(min_length=1)


class _FramesFile(_Entry):
    note: str = ""
    frames: Annotated[dict[Words, _FrameEntry], BeforeValidator(_named_once)] = Field(min_length=1)


def _lines(statements: object) -> object:
    """Give a text's lines that hold something; a list, or what is neither, as it is."""
    return [line for line in statements.splitlines() if line.strip()] if isinstance(statements, str) else statements


def _date(day: object) -> object:
    """Give a date that YAML read as such in ISO form, a text as it is where it is a date or a time."""
    try:
        return datetime.datetime.fromisoformat(day) and day if isinstance(day, str) else day.isoformat()
    except (AttributeError, ValueError):
        raise ValueError(f'"{day}" is no date; write one like 2026-11-22') from None


Codes = Annotated[tuple[Words, ...], Field(min_length=1)]
Date = Annotated[str, BeforeValidator(_date)]
Statements = Annotated[tuple[Words, ...], BeforeValidator(_lines)]


class MotiveCode(_Entry):
    """One code of the motive codebook: what it covers, the cue terms that tell of it, and hints, which suggest it.

    ``example`` is the one shown to people, ``examples`` are more statements whose words the program learns; in the file
    they stand with the code or under ``examples`` at its end, a list or a text with one a line.
    """

    label: Words
    group: Words
    definition: Words
    includes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    cues: tuple[Words, ...] = ()
    hints: tuple[Words, ...] = ()
    yields_to: tuple[str, ...] = ()
    example: str = ""
    examples: Statements = ()

    def written_for(self, rival: str) -> "MotiveCode":
        """Return the code with the rival's name in place of ``{rival}``, in all that it says to people."""
        texts = ("label", "group", "definition", "example")
        lists = ("includes", "excludes", "examples")
        named = {field: getattr(self, field).replace(RIVAL, rival) for field in texts}
        named |= {field: tuple(text.replace(RIVAL, rival) for text in getattr(self, field)) for field in lists}
        return self.model_copy(update=named)


class CodebookChange(_Entry):
    """What became of codes in one version of a codebook, so that decisions made before it are carried over.

    ``rename`` has the new code by the old one, ``merge`` the codes that went into one by that one, ``split`` the codes
    that one was split into by that one. ``date`` tells decisions made before the change from those made after it.
    """

    version: Words
    date: Date = ""
    rename: dict[Words, Words] = Field(default_factory=dict)
    merge: dict[Words, Codes] = Field(default_factory=dict)
    split: dict[Words, Codes] = Field(default_factory=dict)

    def becomes(self, code: str) -> str:
        """Give the code that a code became by renaming or merging, itself where it stayed."""
        code = self.rename.get(code, code)
        return next((into for into, parts in self.merge.items() if code in parts), code)


class _MotivesFile(_Entry):
    version: str = "1"
    note: str = ""
    changes: tuple[CodebookChange, ...] = ()
    lists: dict[Words, tuple[Words, ...]] = Field(default_factory=dict)
    codes: Annotated[dict[Words, MotiveCode], BeforeValidator(_named_once)] = Field(min_length=1)
    examples: dict[Words, Statements] = Field(default_factory=dict)


@dataclass(frozen=True)
class Frame:
    """A named list of terms; ``patterns`` are the terms as the matcher reads them."""

    name: str
    terms: tuple[str, ...]
    note: str = ""

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """Give the terms as the matcher reads them."""
        return tuple(parse_pattern(term) for term in self.terms)


@dataclass(frozen=True, eq=False)
class MotiveCodebook:
    """The motive codes of a study in their order, by code; ``other`` is always among them.

    Lists that cues name (``$rival``) are written out. Codebooks with the same content are equal, in any process, so
    that what is made of one is made once.
    """

    version: str
    note: str
    codes: dict[str, MotiveCode]
    changes: tuple[CodebookChange, ...] = ()

    @cached_property
    def groups(self) -> dict[str, list[str]]:
        """Give the codes of each group, both in the codebook's order."""
        groups: dict[str, list[str]] = {}
        for code, entry in self.codes.items():
            groups.setdefault(entry.group, []).append(code)
        return groups

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MotiveCodebook) and self.content == other.content

    def __hash__(self) -> int:
        return hash(self.content)

    @cached_property
    def content(self) -> str:
        """Return all that the codebook holds as text, the same in any process."""
        return repr((self.version, self.note, self.codes, self.changes))

    def written_for(self, rival: str = "") -> "MotiveCodebook":
        """Return the codebook as it reads for an actor whose main rival is named; without one, for any actor.

        Example:
            >>> entry = MotiveCode(label="counter {rival}", group="power", definition="Weaken {rival}.")
            >>> MotiveCodebook("1", "", {"rivalry": entry}).written_for("the US").label("rivalry")
            'counter the US'
        """
        codes = {code: entry.written_for(rival or ANY_RIVAL) for code, entry in self.codes.items()}
        return replace(self, codes=codes)

    def label(self, code: str) -> str:
        """Give a code's label for people; an unknown code stands for itself."""
        return self.codes[code].label if code in self.codes else code


def read_frames(path: Path) -> tuple[Frame, ...]:
    """Read frames.yaml; raises InputError with the file, the place and how to mend it."""
    file = read_entries(path, _parse, _FramesFile)
    frames = tuple(Frame(name, tuple(entry.terms), entry.note) for name, entry in file.frames.items())
    refuse(path, (problem for frame in frames for problem in _frame_problems(frame)))
    return frames


def read_motive_codebook(path: Path) -> MotiveCodebook:
    """Read motives.yaml; raises InputError with the file, the place and how to mend it."""
    file = read_entries(path, _parse, _MotivesFile)
    refuse(path, (*_code_problems(file.codes, file.lists), *_example_problems(file), *_change_problems(file)))
    codes = {code: _written_out(entry, file.lists, file.examples.get(code, ())) for code, entry in file.codes.items()}
    return MotiveCodebook(file.version, file.note, codes, file.changes)


def _written_out(entry: MotiveCode, lists: Mapping[str, tuple[str, ...]], examples: tuple[str, ...]) -> MotiveCode:
    named = {field: tuple(expand_lists(cue, lists) for cue in getattr(entry, field)) for field in ("cues", "hints")}
    return entry.model_copy(update=named | {"examples": entry.examples + examples})


def _parse(text: str) -> object:
    if is_too_deep(text):
        raise RecursionError
    plain = read_plain(text)
    if plain is not None:
        return plain
    if len(text) > _LONGEST:
        raise InputError(
            f" has more than {_LONGEST:,} characters and a mistake, or more than plain texts and lists; put numbers "
            "and dates in quotes, or shorten it"
        )
    if "&" in text and "*" in text and is_too_much(text):
        raise InputError(" has aliases (*) that stand for more entries than a codebook can hold; write them out")
    try:
        return YAML(typ="safe", pure=True).load(text)
    except MISTAKES as error:
        mark = getattr(error, "problem_mark", None)
        said = brief(re.sub(r"\s+", " ", getattr(error, "problem", None) or str(error)).strip(), longest=300)
        place = f", line {mark.line + 1}," if mark else ""
        if twice := re.match(r'found duplicate key "(.*?)"', said):
            told = f'has "{twice.group(1)}" a second time; give it another name or take it out'
            raise InputError(f"{place} {told}") from None
        raise InputError(f"{place} cannot be read as YAML: {said}; mend that line") from None


def _frame_problems(frame: Frame) -> Iterator[str]:
    readable: list[str] = []
    for term in frame.terms:
        try:
            check_operators(term, in_cue=False)
            readable.append(" ".join(parse_pattern(term).globs))
        except InputError as error:
            yield f'frame "{frame.name}": {error}'
    for term in repeated(readable):
        yield f'frame "{frame.name}" has the term "{term}" twice; take one out'


def _code_problems(codes: dict[str, MotiveCode], lists: dict[str, tuple[str, ...]]) -> Iterator[str]:
    if OTHER not in codes:
        yield f'the code "{OTHER}" is missing; every codebook needs it for what fits no other code'
    for label in repeated(entry.label for entry in codes.values()):
        yield f'the label "{label}" stands there twice; figures tell codes apart by their labels'
    for code, entry in codes.items():
        for name in re.findall(r"\{.*?\}", f"{entry.label} {entry.group} {entry.definition}"):
            if name != RIVAL:
                yield f'code "{code}" has "{brief(name)}"; only {RIVAL} is filled in, from the actor in study.toml'
        for named in entry.yields_to:
            if named not in codes or named == code:
                yield f'code "{code}" yields to "{named}", which is no other code; known codes: {", ".join(codes)}'
        for cue in (*entry.cues, *entry.hints):
            try:
                read_cue(code, expand_lists(cue, lists))
            except InputError as error:
                yield f'code "{code}": {error}'


def _example_problems(file: _MotivesFile) -> Iterator[str]:
    for code in file.examples:
        if code not in file.codes:
            yield f'examples are given for "{code}", which is no code; known codes: {", ".join(file.codes)}'


def _change_problems(file: _MotivesFile) -> Iterator[str]:
    """What is wrong with the changes: nothing changed, a code that is none, or one of today without a date."""
    later = set(file.codes)
    for change in reversed(file.changes):
        came = {*change.rename.values(), *change.merge, *(part for parts in change.split.values() for part in parts)}
        went = {*change.rename, *(part for parts in change.merge.values() for part in parts), *change.split}
        if not went:
            yield f"the change of version {change.version} changes nothing; give it rename, merge or split"
        for code in (old for old, parts in change.split.items() if len(set(parts)) < 2):
            yield f'the change of version {change.version} splits "{code}" into one code; write it under rename'
        for code in sorted(came - later):
            yield (
                f'the change of version {change.version} leads to "{code}", which is no code and is not changed later; '
                f"known codes: {', '.join(file.codes)}"
            )
        if not change.date:
            for code in sorted((went - set(change.merge)) & set(file.codes)):
                yield f'the change of version {change.version} is about "{code}", which is a code today; give it a date'
        later |= went
