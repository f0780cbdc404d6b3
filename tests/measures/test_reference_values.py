"""Published or independently recomputed results, every one of which must come out."""

import json
from pathlib import Path

import pytest

import analysis.measures

ROWS = json.loads((Path(__file__).parent / "reference-values.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['measure']}-{place}" for place, row in enumerate(ROWS)])
def test_reference_value(row):
    value = getattr(analysis.measures, row["measure"])(**row["args"])
    assert type(value) is float
    assert value == pytest.approx(row["expected"], abs=row["tolerance"], rel=0), row["source"]


def test_every_public_name_exists_and_is_documented():
    for name in analysis.measures.__all__:
        assert getattr(analysis.measures, name).__doc__
