"""Caches and run state, in folders of the user's own and never in a study.

What is made of an article is cached as an entry: under its content and the version of the code that made it, with a
checksum that is compared before the entry is used, so that studies share entries and damage is noticed. The folder is
the user's cache directory unless ``--cache`` or the environment variable ``OUTLETS_CACHE`` names another. Only
what this program wrote there is ever read or deleted, and a link, pipe or device in its place is refused.
"""

import atexit
import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .errors import InputError
from .files import write_bytes

NAME = "outlets-one-story"
VARIABLE = "OUTLETS_CACHE"
TAG = "CACHEDIR.TAG"
_TAG_TEXT = f"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of {NAME}; python -m analysis clean empties it.\n"
_ENTRIES, _INDEXES, _CATALOGUES, _RUNS = "entries", "indexes", "catalogues", "runs"
_FILES = re.compile(
    r"[0-9a-f]{32}|[0-9a-f]{32}\.json|index\.json|lock|(?:part|terms)-[\w.-]+|\.[\w.-]+\.\d+-[0-9a-f]{8}", re.ASCII
)
_IMPORT = re.compile(r"^[ \t]*from[ \t]+(\.+)([\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n]*)", re.MULTILINE)
_PACKAGE = Path(__file__).parent
_TEMPORARY: dict[Path, Path] = {}  # folders that cannot be written, and what stands in for them in this process


@dataclass(frozen=True)
class Entries:
    """Entries of one kind, made by one version of the code."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return the content of an entry; None where there is none or it is damaged.

        Raises InputError where something that is not a file stands in its place.
        """
        stored = read_own_file(self._path(key))
        return None if stored is None else unseal(stored, key=key)

    def put(self, key: str, content: bytes) -> None:
        """Write an entry; where the disk is full or the folder cannot be written, nothing is kept."""
        path = self._path(key)
        with suppress(OSError):
            own_folder(path.parent, below=self.folder.parent.parent)
            write_bytes(path, seal(content, key=key))

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


@dataclass(frozen=True)
class Cache:
    """The cache folder, checked."""

    folder: Path

    def entries(self, kind: str, version: str) -> Entries:
        """Return the entries of a kind that a version of the code (`code_version`) made."""
        return Entries(self.folder / _ENTRIES / f"{kind}-{version}")

    def index_folder(self, study: Path) -> Path:
        """Return the folder of a study's token index."""
        return own_folder(self.folder / _INDEXES / path_key(study), below=self.folder)

    def catalogue(self, study: Path) -> Path:
        """Return the file that lists what is known of the files of a study."""
        return own_folder(self.folder / _CATALOGUES, below=self.folder) / f"{path_key(study)}.json"


def open_cache() -> Cache:
    """Return the user's cache, its folder made where it is not there.

    Raises InputError where the folder is a link, belongs to somebody else, can be read by others, or holds files that
    are not a cache. Where the default folder cannot be written, a temporary one is used (`cache_note` says so).
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Cache(_private_folder(Path(named)))
    import platformdirs

    return Cache(_private_folder(platformdirs.user_cache_path(NAME), fallback=True))


def state_folder(study: Path) -> Path:
    """Return the folder with the state of a study's last run, known by the study's resolved path."""
    named = os.environ.get(VARIABLE)
    if named:
        root = _private_folder(Path(named))
    else:
        import platformdirs

        root = _private_folder(platformdirs.user_state_path(NAME), fallback=True)
    return own_folder(root / _RUNS / path_key(study), below=root)


def cache_note() -> str:
    """Say that nothing is kept for the next time; empty where the cache can be written."""
    if open_cache().folder not in _TEMPORARY.values():
        return ""
    return (
        f"the cache folder cannot be written, so nothing is kept for the next time; name one with --cache or {VARIABLE}"
    )


def clean_cache() -> tuple[int, int, int]:
    """Delete all entries, indexes and catalogues; return files deleted, their bytes, and files left.

    Only regular files under names that this program gives are deleted; others are left where they are.
    """
    root = open_cache().folder
    deleted = size = left = 0
    for kind in (_ENTRIES, _INDEXES, _CATALOGUES):
        for path, is_own in _walk(root / kind):
            if is_own:
                size += path.lstat().st_size
                path.unlink()
                deleted += 1
            else:
                left += 1
        _remove_empty(root / kind)
    return deleted, size, left


def path_key(path: Path) -> str:
    """Return the name under which what belongs to a folder is kept: a hash of its resolved path."""
    return hashlib.blake2b(os.fsencode(path.resolve()), digest_size=16).hexdigest()


def content_key(*parts: str) -> str:
    """Return the key of an entry: a hash of all that its content depends on beside the code."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8) + encoded)
    return digest.hexdigest()


@cache
def code_version(*modules: str) -> str:
    """Return a hash of the source of modules of this package and of all that they import from it.

    Modules are named from the package on, such as ``"voices.table"``.
    """
    waiting, seen = list(modules), set()
    while waiting:
        name = waiting.pop()
        path = module_path(name)
        if path is None or name in seen:
            continue
        seen.add(name)
        waiting += _imported(name, path.read_text(encoding="utf-8"), is_package=path.name == "__init__.py")
    digest = hashlib.blake2b(digest_size=8)
    for name in sorted(seen):
        digest.update(name.encode() + b"\0" + module_path(name).read_bytes() + b"\0")
    return digest.hexdigest()


def module_path(name: str) -> Path | None:
    """Return the file of a module of this package; None where it has no such module."""
    path = _PACKAGE.joinpath(*name.split("."))
    for candidate in (path / "__init__.py", path.with_suffix(".py")):
        if name and candidate.is_file():
            return candidate
    return None


def _imported(module: str, source: str, *, is_package: bool) -> Iterator[str]:
    """The names that may be modules among a module's relative imports."""
    parts = module.split(".") if is_package else module.split(".")[:-1]
    for dots, base, names in _IMPORT.findall(source):
        above = parts[: len(parts) - len(dots) + 1]
        start = ".".join([*above, *filter(None, base.split("."))])
        yield start
        for depth in range(1, len(start.split("."))):
            yield ".".join(start.split(".")[:depth])
        for name in re.findall(r"\w+", names.partition("#")[0]):
            yield f"{start}.{name}".lstrip(".")


def seal(content: bytes, *, key: str = "") -> bytes:
    """Return content behind a line with its checksum; a key keeps it from passing for what has another one."""
    return _checksum(content, key) + b"\n" + content


def unseal(sealed: bytes, *, key: str = "") -> bytes | None:
    """Return the content behind its checksum; None where it was changed, or sealed under another key."""
    checksum, _, content = sealed.partition(b"\n")
    return content if checksum == _checksum(content, key) else None


def _checksum(content: bytes, key: str) -> bytes:
    return hashlib.blake2b(content, digest_size=16, key=key.encode("ascii")).hexdigest().encode("ascii")


def read_own_file(path: Path) -> bytes | None:
    """Return the bytes of a file in the cache or state; None where it is not there or cannot be read.

    Raises InputError where a link, pipe, folder or device stands in its place.
    """
    try:
        refuse_odd(path)
        return path.read_bytes()
    except OSError:
        return None


def refuse_odd(path: Path) -> None:
    """Raise InputError where something other than a regular file stands at a path; nothing there is fine."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        kind = "link" if stat.S_ISLNK(mode) else "folder" if stat.S_ISDIR(mode) else "pipe or device"
        raise InputError(f"{path} is a {kind} where a file is expected; nothing was touched, move it away")


def own_folder(folder: Path, *, below: Path) -> Path:
    """Return a folder below a checked one, made where it is not there; each folder on the way must be a real one."""
    parts = folder.relative_to(below).parts
    for depth in range(1, len(parts) + 1):
        here = below.joinpath(*parts[:depth])
        with suppress(FileExistsError):
            here.mkdir(mode=0o700)
        _refuse_foreign(here)
    return folder


def _private_folder(folder: Path, *, fallback: bool = False) -> Path:
    """Check a folder for the cache, or make it; ``fallback`` allows a temporary one in its place."""
    try:
        if not os.path.lexists(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_foreign(folder)
        _check_tag(folder)
    except OSError as error:
        if not fallback:
            said = error.strerror or error
            raise InputError(f"the cache folder {folder} cannot be used ({said}); name another with --cache") from None
        return _temporary(folder)
    return folder


def _temporary(folder: Path) -> Path:
    """A folder that is deleted when this process ends, in place of one that cannot be written."""
    if folder not in _TEMPORARY:
        made = Path(tempfile.mkdtemp(prefix=f"{NAME}-"))
        owner = os.getpid()
        atexit.register(lambda: os.getpid() == owner and shutil.rmtree(made, ignore_errors=True))
        _TEMPORARY[folder] = made
    return _TEMPORARY[folder]


def _refuse_foreign(folder: Path) -> None:
    """Raise InputError unless a folder is a real one that belongs to the user and that nobody else can read."""
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode):
        kind = "link" if stat.S_ISLNK(state.st_mode) else "file, pipe or device"
        raise InputError(f"{folder} is a {kind} where a folder is expected; move it away or name another with --cache")
    if os.name != "posix":
        return
    if state.st_uid != os.geteuid():
        raise InputError(f"the cache folder {folder} belongs to somebody else; name one of your own with --cache")
    if state.st_mode & 0o077:
        raise InputError(
            f"the cache folder {folder} is open to others; run chmod 700 on it or name another with --cache"
        )


def _check_tag(folder: Path) -> None:
    """Mark an empty folder as a cache; raises InputError for one that holds other files."""
    tag = folder / TAG
    refuse_odd(tag)
    try:
        written = tag.read_text(encoding="utf-8")
    except FileNotFoundError:
        if any(folder.iterdir()) and not tag.exists():
            raise InputError(
                f"{folder} holds files and is not a cache; name a new or empty folder with --cache"
            ) from None
        with suppress(FileExistsError), open(tag, "x", encoding="utf-8") as file:
            file.write(_TAG_TEXT)
        return
    if not _TAG_TEXT.startswith(written):
        raise InputError(f"{folder} is the cache of another program; name a new or empty folder with --cache")


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """The files below a folder, each with whether it is a regular file under a name that this program gives."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        for name in (*files, *links):
            path = Path(here, name)
            yield path, bool(_FILES.fullmatch(name)) and stat.S_ISREG(path.lstat().st_mode)


def _remove_empty(folder: Path) -> None:
    if folder.is_symlink():
        return
    for here, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):
            os.rmdir(here)
