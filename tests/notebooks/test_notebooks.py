"""The notebooks as files: clean, short, and with the parameters that the run passes."""

from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def code_cells(path):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_the_notebooks_are_there():
    assert [path.stem for path in NOTEBOOKS] == ["01-sources", "02-framing-vocabulary", "03-motives", "04-explore"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_committed_without_outputs(path):
    assert all(not cell.outputs and cell.execution_count is None for cell in code_cells(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_short_and_assert_in_the_open(path):
    cells = [cell.source for cell in code_cells(path)]
    assert max(len(source.splitlines()) for source in cells) <= 10
    assert any(line.startswith("assert ") for source in cells for line in source.splitlines())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_parameters_can_be_passed(path):
    tagged = [cell for cell in code_cells(path) if "parameters" in cell.metadata.get("tags", [])]
    assert len(tagged) == 1
    assert [line.split(" = ")[0] for line in tagged[0].source.splitlines()] == ["study", "output", "actor"]
