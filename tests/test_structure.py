"""The rooms of the package: each imports only from rooms before it, and importing the package loads nothing heavy."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "analysis"
ROOMS = [
    {"printing"},
    {"errors"},
    {"files"},
    {"patterns", "measures", "cache", "notebooks", "processes", "progress", "substrings"},
    {"cue_terms", "entries", "lines", "plain_yaml", "reading"},
    {"codebooks", "cleaning"},
    {"study"},
    {"front_matter", "punkt", "stories", "targets"},
    {"articles"},
    {"tokens"},
    {"actors", "parse", "corpus"},
    {"voices"},
    {"vocabulary", "motives"},
    {"coding"},
    {"charts"},
    {"figures"},
    {"annotation"},
    {"texts"},
    {"results"},
    {"comparisons"},
    {"tables", "evidence", "findings", "exhibits", "prose"},
    {"explore"},
    {"scaffold", "changes", "reports"},
    {"run"},
    {"__main__", "__init__"},
]
PLACE = {room: place for place, rooms in enumerate(ROOMS) for room in rooms}


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path):
    """The rooms that a module imports from, by its relative imports."""
    depth = len(path.relative_to(PACKAGE).parts)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            yield from [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]


MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def test_every_room_has_its_place():
    assert {room_of(path) for path in MODULES} == set(PLACE)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_rooms_before_its_own(path):
    own = room_of(path)
    behind = [room for room in imported_rooms(path) if room != own and PLACE[room] >= PLACE[own]]
    assert behind == []


@pytest.mark.parametrize("room", ["vocabulary", "motives", "voices", "results"])
def test_charts_know_none_of_the_rooms_that_make_their_tables(room):
    assert all(room not in imported_rooms(path) for path in (PACKAGE / "charts").glob("*.py"))


def test_importing_the_package_loads_nothing_heavy():
    heavy = ("pandas", "spacy", "matplotlib", "nltk")
    code = f"import sys, analysis; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
