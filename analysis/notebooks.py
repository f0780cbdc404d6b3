"""Notebooks executed in this process, without a kernel of their own, so that they share what a run has read.

IPython runs the cells, so magics work as in JupyterLab. What a cell displays is not kept: a run is after the figures
that the cells save.
"""

import io
import json
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import InputError
from .files import advice_for

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

_PARAMETERS = "parameters"


def execute_notebook(path: Path, *, parameters: Mapping[str, str]) -> None:
    """Execute a notebook's code cells; the parameters are set after the cell tagged ``parameters``.

    Raises InputError with the cell's number and its own last words where a cell fails.
    """
    with _quiet_shell() as shell:
        for number, (source, tags) in enumerate(_code_cells(path), start=1):
            with redirect_stdout(io.StringIO()):
                done = shell.run_cell(source, silent=True)
            error = done.error_before_exec or done.error_in_exec
            if error is not None:
                raise InputError(f"notebook {path.stem} stopped at cell {number}: {describe_error(error)}")
            if _PARAMETERS in tags:
                shell.user_ns.update(parameters)


def describe_error(error: BaseException) -> str:
    """Return what an error says on one line, and what to do; for a check without words, the check itself."""
    words = " ".join(str(error).split())
    if isinstance(error, InputError):
        return words
    if isinstance(error, OSError) and error.strerror:
        mend = advice_for(error, "mend that")
        return f"{error.filename or 'a file'}: {error.strerror}; {mend} and run again"
    said = f"{type(error).__name__}: {words}" if words else type(error).__name__
    if isinstance(error, AssertionError) and not words:
        line = next(reversed(traceback.extract_tb(error.__traceback__)), None)
        said = f"the check “{line.line.strip()}” failed" if line and line.line else "a check failed"
    return f"{said}; open it in JupyterLab (make lab)"


def _code_cells(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The source and tags of each code cell that has one."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = [("".join(cell["source"]), cell["metadata"].get("tags", [])) for cell in cells if _is_code(cell)]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{path} cannot be read as a notebook ({error}); put it back as it was") from None
    yield from ((source, tags) for source, tags in code if source.strip())


def _is_code(cell: Mapping[str, object]) -> bool:
    return cell["cell_type"] == "code"


@contextmanager
def _quiet_shell() -> "Iterator[InteractiveShell]":
    """An IPython shell that prints and keeps nothing: no display of values, no traceback, no history.

    What it changes in the interpreter is put back.
    """
    from IPython.core.displayhook import DisplayHook
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class _NoDisplay(DisplayHook):
        def __call__(self, result: object = None) -> None:
            """Show nothing."""

    class _Shell(InteractiveShell):
        displayhook_class = _NoDisplay

        def _showtraceback(self, *arguments: object) -> None:
            """Show nothing: the caller says what failed."""

    config = Config()
    config.HistoryManager.enabled = False
    before = sys.modules["__main__"], sys.displayhook, sys.excepthook
    try:
        yield _Shell(config=config)
    finally:
        sys.modules["__main__"], sys.displayhook, sys.excepthook = before
