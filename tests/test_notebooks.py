"""Notebooks are executed in this process: parameters, magics, and what is said of a cell that fails."""

import errno
import json
import sys

import pytest

from analysis.errors import InputError
from analysis.notebooks import describe_error, execute_notebook


def notebook(path, *cells):
    """Write a notebook of code cells, the first tagged as parameters."""
    tags = [{"tags": ["parameters"]}, *({} for _ in cells[1:])]
    listed = [
        {"cell_type": "code", "metadata": tag, "source": cell.splitlines(keepends=True)}
        for cell, tag in zip(cells, tags, strict=True)
    ]
    path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# Title"]}, *listed]}))
    return path


def test_parameters_are_set_after_their_cell_and_magics_work(tmp_path, capsys):
    path = notebook(
        tmp_path / "a.ipynb", 'word = "default"', "%time n = len(word)\nword",
        f'import pathlib; pathlib.Path({str(tmp_path / "out")!r}).write_text(word * n)',
    )  # fmt: skip
    execute_notebook(path, parameters={"word": "ab"})
    assert (tmp_path / "out").read_text() == "abab"
    assert capsys.readouterr().out == ""


def test_the_interpreter_is_as_it_was(tmp_path):
    before = sys.modules["__main__"], sys.displayhook, sys.excepthook
    execute_notebook(notebook(tmp_path / "a.ipynb", "x = 1"), parameters={})
    assert (sys.modules["__main__"], sys.displayhook, sys.excepthook) == before


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('raise KeyError("x")', "KeyError: 'x'; open it in JupyterLab (make lab)"),
        ("x = 1\nassert x == 2", "the check “assert x == 2” failed; open it in JupyterLab (make lab)"),
        ('assert False, "two ids"', "AssertionError: two ids; open it in JupyterLab (make lab)"),
        ("x = (", "_IncompleteInputError: incomplete input"),
        ('from analysis.errors import InputError\nraise InputError("no such actor; name another")',
         "no such actor; name another"),
    ],
)  # fmt: skip
def test_a_cell_that_fails_is_named(tmp_path, cell, said, capsys):
    path = notebook(tmp_path / "study.ipynb", "a = 1", cell)
    with pytest.raises(InputError) as raised:
        execute_notebook(path, parameters={})
    assert str(raised.value).startswith(f"notebook study stopped at cell 2: {said.partition('_Inc')[0]}")
    assert capsys.readouterr() == ("", "")


def test_a_full_disk_is_told_as_such():
    said = describe_error(OSError(errno.ENOSPC, "No space left on device", "3-frames.svg"))
    assert said == "3-frames.svg: No space left on device; make room on the disk and run again"


@pytest.mark.parametrize("content", ["", "{}", "[" * 100_000, '{"cells": [1]}'])
def test_a_broken_notebook_is_named(tmp_path, content):
    path = tmp_path / "b.ipynb"
    path.write_text(content)
    with pytest.raises(InputError, match=r"b\.ipynb cannot be read as a notebook"):
        execute_notebook(path, parameters={})
