"""The texts that growth is measured with, and the table of it. No time is tested."""

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def growth(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module("growth")


def test_a_seed_makes_the_same_text_and_a_longer_one_begins_with_the_shorter(growth):
    assert len(growth.SHAPES) == 8
    for shape in growth.SHAPES:
        short, long = growth.made(shape, 3_000), growth.made(shape, 6_000)
        assert long.startswith(short)
        assert len(short) >= 3_000
        assert growth.made(shape, 3_000, seed=1) != short


def test_a_row_has_the_ratios_of_what_can_be_measured(growth, capsys):
    growth._print_row("lists", "read", [0.1, 1.0, 2.0, 4.4])
    assert capsys.readouterr().out == "| lists | read | 0.10 | 1.00 | 2.00 (2.00) | 4.40 (2.20) | 2.20 |\n"
