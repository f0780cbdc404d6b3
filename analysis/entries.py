"""Entries: what a person typed into study.toml or a codebook, checked, with one line for each thing that is wrong."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from .errors import InputError
from .files import CODEBOOK_LARGEST, is_missing, read_regular, refuse_link_out
from .printing import brief

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Model = TypeVar("Model", bound=BaseModel)
_SAID = {
    "extra_forbidden": "this key is not known here; check its spelling",
    "missing": "this key is missing; put it in",
    "string_type": "this should be text; put it in quotes",
    "string_too_short": "this is empty; write something",
    "list_type": "this should be a list, [ ... ]",
    "tuple_type": "this should be a list, [ ... ]",
    "too_short": "this is empty; write at least one",
    "dict_type": "this should be names with what belongs to each, name: ...",
    "model_type": "this should be keys with their values, key: value",
    "bool_parsing": "this should be true or false",
    "bool_type": "this should be true or false",
    "int_parsing": "this should be a whole number",
    "int_type": "this should be a whole number",
    "int_from_float": "this should be a whole number",
    "float_parsing": "this should be a number",
    "float_type": "this should be a number",
    "finite_number": "this should be a number",
    "int_parsing_size": "this number is too large",
    "greater_than_equal": "this number is too small, the least is {ge:g}",
    "less_than_equal": "this number is too large, the most is {le:g}",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DEEPEST = 100
_MOST = 100_000


class Entry(BaseModel):
    """Keys and values as typed; a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def read_entries(path: Path, parse: Callable[[str], object], model: type[Model]) -> Model:
    """Read a file of entries; raises InputError with a line for each thing wrong, the file named in each.

    ``parse`` makes entries of the file's text; what it raises as InputError says only what is wrong.
    """
    if is_missing(path):
        raise InputError(
            f"{path} is missing; lay a study out with python -m analysis new FOLDER and copy it from there"
        )
    refuse_link_out(path)
    content = read_regular(path, largest=CODEBOOK_LARGEST)
    try:
        entries = parse(content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"))
        _refuse_controls(entries)
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8") from None
    except RecursionError:
        raise InputError(f"{path} has brackets within brackets without end; mend them") from None
    except InputError as error:
        raise InputError(f"{path}{error}") from None
    try:
        return model.model_validate({} if entries is None else entries)
    except ValidationError as error:
        raise InputError(*(_line(path, problem) for problem in error.errors(include_input=False))) from None
    except ValueError:  # Python writes out no number of more than 4,300 digits
        raise InputError(f"{path} holds a number of thousands of digits; write a smaller one") from None


def _refuse_controls(entries: object) -> None:
    """Raise InputError where a text holds control characters or half characters, which escapes such as \\x1b write."""
    for number, text in enumerate(_texts(entries)):
        if number > _MOST:
            raise InputError(f" holds more than {_MOST:,} texts, which no such file does; take some out")
        if found := _CONTROL.search(text):
            code = f"U+{ord(found.group()):04X}"
            raise InputError(f": “{brief(text)}” holds the control character {code}; take it out")


def _texts(entries: object) -> Iterator[str]:
    """The texts among entries, names included; raises RecursionError where they are nested too deeply."""
    level = [entries]
    for _ in range(_DEEPEST):
        yield from (entry for entry in level if isinstance(entry, str))
        inner = [[*entry, *entry.values()] for entry in level if isinstance(entry, dict)]
        level = [part for parts in [*inner, *(entry for entry in level if isinstance(entry, list))] for part in parts]
        if not level:
            return
    raise RecursionError


def refuse(path: Path, problems: Iterable[str]) -> None:
    """Raise InputError with a line for each problem found in a file; do nothing where there is none."""
    lines = [f"{path}: {problem}" for problem in problems]
    if lines:
        raise InputError(*lines)


def repeated(names: Iterable[str]) -> list[str]:
    """Give the names that stand there a second time, capitals aside."""
    seen: set[str] = set()
    again: list[str] = []
    for name in names:
        if name.casefold() in seen:
            again.append(name)
        seen.add(name.casefold())
    return list(dict.fromkeys(again))


def _line(path: Path, problem: dict) -> str:
    parts = [part + 1 if isinstance(part, int) else brief(part) for part in problem["loc"] if part != "[key]"]
    place = " > ".join(map(str, parts)) or "the file"
    said = _SAID.get(problem["type"], problem["msg"].removeprefix("Value error, "))
    if problem["type"] in ("greater_than_equal", "less_than_equal"):
        said = said.format_map(problem["ctx"])
    return re.sub(r"\s+", " ", f"{path}: {place}: {said}")
