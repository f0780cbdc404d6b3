"""Locking: a file open for appending, that nobody else who locks it writes to meanwhile."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import InputError

WAIT = 20.0  # seconds
_PAUSE = 0.005  # seconds
_STALE = 60.0  # seconds; an append takes some milliseconds
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """Give the descriptor of a file, made where it is not there, under a lock that ends with the block.

    The file itself is locked, or a file beside it where the system has no such locks. Raises OSError where it cannot
    be opened, and InputError where somebody holds the lock for twenty seconds.
    """
    until = time.monotonic() + WAIT
    with _beside(path, until):
        file = _open(path, until)
        try:
            yield file
        finally:
            os.close(file)


def _open(path: Path, until: float) -> int:
    """Open and lock the file; again where it was replaced meanwhile, as editors do when they save."""
    while True:
        file = os.open(path, _FLAGS, 0o666)
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.close(file)
            raise InputError(f"{path} is no file but a folder, pipe or device; move it away, nothing was written")
        try:
            if _lock(file) and _is_there(path, file):
                return file
        except BaseException:
            os.close(file)
            raise
        os.close(file)
        _wait(path, until)


def _is_there(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(file))
    except FileNotFoundError:
        return False


def _lock(file: int) -> bool:
    """Lock an open file; False where somebody else has it."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _beside(path: Path, until: float) -> Iterator[None]:
    """Hold a file beside the path while the block runs, where the system cannot lock files themselves."""
    try:
        import fcntl  # noqa: F401
    except ImportError:
        pass
    else:
        yield
        return
    lock = path.with_name(f".{path.name}.lock")
    while not _made(lock):
        _wait(path, until)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _made(lock: Path) -> bool:
    """Make the file if it is not there; one that a crash left behind is taken away."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        try:
            if time.time() - lock.stat().st_mtime > _STALE:
                lock.unlink(missing_ok=True)
        except FileNotFoundError:
            pass
        return False
    return True


def _wait(path: Path, until: float) -> None:
    if time.monotonic() > until:
        raise InputError(f"{path} is held by another program; close it there and try again, nothing was written")
    time.sleep(_PAUSE)
