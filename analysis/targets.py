"""Targets: where a command may write, looked at before the work begins.

A table goes to a file, into a pipe or device, or with ``-`` to standard output; never over what a study lives on.
"""

import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import InputError
from .files import CODEBOOK_LARGEST, is_pipe_or_device, read_regular, reason_of, write_bytes, write_into
from .reading import files_below
from .study import parse_study

STANDARD_OUTPUT = Path("-")
INPUTS = ("study.toml", "frames.yaml", "motives.yaml", "codings.csv", "memos.csv")
_DESCRIPTOR = re.compile(rf"/(?:dev|proc/(?:self|thread-self|{os.getpid()}))/fd/(\d{{1,9}})", re.ASCII)
_MOST_LINKS = 40


def target(text: str) -> Path:
    """Read the name of a target: ``-`` is standard output, ``./-`` a file of that name."""
    path = Path(text)
    return path.absolute() if path == STANDARD_OUTPUT and text != "-" else path


def is_standard_output(path: Path) -> bool:
    """Say whether a target is standard output, under whatever name."""
    return path == STANDARD_OUTPUT or _descriptor(path) == 1


def write_target(path: Path, text: str) -> None:
    """Write a text to a target; raises InputError where there is no standard output, and OSError with the path."""
    content = text.encode("utf-8", errors="replace")
    descriptor = _descriptor(path)
    if is_standard_output(path):
        _write_to_standard_output(content)
    elif descriptor is not None:
        write_into(descriptor, content)
    else:
        write_bytes(path, content)


def _write_to_standard_output(content: bytes) -> None:
    if sys.stdout is None:
        raise InputError("there is no standard output to write to; name a file with --output")
    try:
        sys.stdout.flush()
        write_into(sys.stdout.fileno(), content)
    except (AttributeError, ValueError):  # a stream that stands in for it, such as a notebook's
        sys.stdout.write(content.decode("utf-8"))
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from None


def _descriptor(path: Path) -> int | None:
    """The descriptor of this process that a path such as /dev/stdout leads to."""
    name = os.path.abspath(path)
    for _ in range(_MOST_LINKS):
        if match := _DESCRIPTOR.fullmatch(name):
            return int(match.group(1))
        if not os.path.islink(name):
            return None
        name = os.path.abspath(os.path.join(os.path.dirname(name), os.readlink(name)))
    return None


def check_target(path: Path, *, folders: Iterable[Path], articles: Iterable[Path] = ()) -> None:
    """Raise InputError where no table can be written, or where one would overwrite what it is made of.

    ``folders`` are those of studies, or lie in them; ``articles`` are files that are read.
    """
    if is_standard_output(path):
        return
    state = _state(path)
    if state is not None and stat.S_ISDIR(state.st_mode):
        raise InputError(f"{path} is a folder; name the file to write")
    if state is not None and not (stat.S_ISREG(state.st_mode) or is_pipe_or_device(path)):
        raise InputError(f"{path} is a disk or a socket; name the file to write")
    if state is None and not path.parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.parent}; make it, or name another place")
    _refuse_inputs(path, state, folders=folders, articles=articles)
    if state is None or stat.S_ISREG(state.st_mode):
        _refuse_unwritable(path)


def check_target_folder(path: Path, *, study: Path) -> None:
    """Raise InputError where a run's figures cannot be written, or would lie among the files of a study."""
    state = _state(path)
    if state is not None and not stat.S_ISDIR(state.st_mode):
        raise InputError(f"{path} is no folder; name a folder for figures and report")
    above = next((folder for folder in path.absolute().parents if os.path.lexists(folder)), None)
    if state is None and above is not None and not above.is_dir():
        raise InputError(f"{path} cannot be made: {above} is no folder; name another place")
    real = Path(os.path.realpath(path))
    for folder in _studies([study, path]):
        if _is_same(real, folder):
            raise InputError(
                f"{path} is the study itself; name a folder of its own for figures, such as {path / 'figures'}"
            )
        if (outlet := _outlet_above(real, folder)) is not None:
            raise InputError(f"{path} lies among the articles of {outlet}; name another folder for figures")


def _state(path: Path) -> os.stat_result | None:
    """The state of what a path leads to; None where nothing is there. Raises InputError for what cannot be one."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        if path.is_symlink():
            raise InputError(f"{path} is a link that leads nowhere; take it away, or name another place") from None
        return None
    except ValueError:
        raise InputError(f"{path} is no name of a file; name another place") from None
    except OSError as error:
        raise InputError(f"{path} cannot be written ({reason_of(error)}); name another place") from None


def _refuse_inputs(
    path: Path, state: os.stat_result | None, *, folders: Iterable[Path], articles: Iterable[Path]
) -> None:
    """Raise InputError for a target that is a file of a study or an article, by whatever link or name."""
    real = Path(os.path.realpath(path))
    studies = _studies([*folders, path])
    for study in studies:
        for name in INPUTS:
            if _is_same(real, study / name) or (_is_same(real.parent, study) and real.name.casefold() == name):
                raise InputError(f"{path} is {study / name}, which the study lives on; name another place")
        if (outlet := _outlet_above(real, study)) is not None:
            raise InputError(f"{path} lies among the articles of {outlet}; name another place")
    if state is None:
        return
    own = (file for study in studies for outlet in _outlets(study) for file in files_below(study / outlet))
    for article in (*articles, *own):
        if _is_same(path, article):
            raise InputError(f"{path} is the article {article}; name another place")


def _refuse_unwritable(path: Path) -> None:
    folder = os.path.dirname(os.path.realpath(path))
    try:
        with tempfile.TemporaryFile(dir=folder):
            return
    except OSError as error:
        raise InputError(
            f"{path} cannot be written ({reason_of(error)}); make it writable, or name another place"
        ) from None


def _studies(paths: Iterable[Path]) -> list[Path]:
    """The folders with a study.toml among some paths and the folders that they lie in, links followed."""
    found = {}
    for path in paths:
        real = Path(os.path.realpath(path))
        for folder in (real, *real.parents):
            found.setdefault(folder, os.path.lexists(folder / "study.toml"))
    return [folder for folder, is_study in found.items() if is_study]


def _outlet_above(path: Path, study: Path) -> Path | None:
    """The outlet's folder of a study that a path is, or lies in."""
    for outlet in _outlets(study):
        for folder in (path, *path.parents):
            if _is_same(folder, study / outlet):
                return study / outlet
    return None


def _outlets(study: Path) -> Iterator[str]:
    """The names of the outlets' folders as far as they can be read; what is wrong is said when the study is read."""
    try:
        content = read_regular(study / "study.toml", largest=CODEBOOK_LARGEST)
        file = parse_study(content.decode("utf-8-sig"))
        names = [outlet["folder"] for outlet in file["outlets"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    for name in names:
        if isinstance(name, str) and name == os.path.basename(name) and name[:1] not in ("", ".") and "\0" not in name:
            yield name


def _is_same(one: Path, other: Path) -> bool:
    """Say whether two paths lead to one file or folder, under any spelling, by links of either kind."""
    try:
        return os.path.samefile(one, other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)
    except ValueError:  # a NUL character
        return False
