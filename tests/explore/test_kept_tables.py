import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.explore.kept_tables import keep_table, safe_name
from analysis.files import read_csv

TABLE = pd.DataFrame({"left": ["=1+1", "a"], "node": ["war", "Krieg"]})


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("concordance [Moscow]", "concordance-moscow"),
        ("concordance sanction*", "concordance-sanction"),
        ("../../etc/passwd", "etc-passwd"),
        ("concordance война", "concordance-война"),
        ("**", "table"),
        ("con\x00\n<b>", "con-b"),
    ],
)
def test_a_name_is_letters_digits_and_hyphens(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_is_cut_between_characters():
    assert safe_name("й" * 100) == "й" * 30


def test_a_table_does_not_replace_an_earlier_one(tmp_path):
    paths = [keep_table(TABLE.head(size), folder=tmp_path / "figures", name="war") for size in (2, 1)]
    assert [path.name for path in paths] == ["war.csv", "war-2.csv"]
    assert read_csv(paths[0]).values.tolist() == TABLE.values.tolist()
    assert paths[0].read_text().splitlines()[1].startswith("'=1+1")


def test_a_table_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "figures").write_text("a file where the folder should be")
    with pytest.raises(InputError, match="cannot be written"):
        keep_table(TABLE, folder=tmp_path / "figures", name="war")
