"""Which names of an outlet are one source."""

import pytest

from analysis.charts.source_names import same_sources


@pytest.mark.parametrize(
    ("sources", "shown"),
    [
        (["the Kremlin", "The Kremlin"], ["the Kremlin"] * 2),
        (["Putin", "Vladimir Putin"], ["Vladimir Putin"] * 2),
        (["Bush", "George Bush", "Laura Bush"], ["Bush", "George Bush", "Laura Bush"]),
        (["officials", "Russian officials"], ["officials", "Russian officials"]),
        (["House", "the White House"], ["House", "the White House"]),
    ],
)
def test_names_of_one_source_are_one(sources, shown):
    named = frozenset(source for source in sources if "officials" not in source)
    assert list(same_sources(sources, named=named).values()) == shown
