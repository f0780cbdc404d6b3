import pandas as pd
import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.errors import InputError
from analysis.files import write_csv
from analysis.motives.decisions import CODING_COLUMNS, read_codings

CODES = {code: MotiveCode(label=code, group="all", definition=code) for code in ("gain", "honour", "other")}
CODEBOOK = MotiveCodebook("1", "", CODES)
ROW = {
    "proposition": "", "article": "north/1.txt", "sha256": "ab", "start": 0, "end": 5, "quote": "wants", "coder": "ana",
    "decision": "add", "holder": "Oslo", "category": "gain", "voice": "outlet", "source": "", "negated": "false",
    "hedged": "", "minimised": "TRUE", "kind": "goal", "note": "=1+1, they say", "time": "",
}  # fmt: skip


@pytest.fixture
def codings_file(tmp_path):
    def write(*rows):
        path = tmp_path / "codings.csv"
        write_csv(path, pd.DataFrame([ROW | row for row in rows], columns=CODING_COLUMNS))
        return path

    return write


def test_a_missing_file_is_an_empty_table(tmp_path):
    codings = read_codings(tmp_path / "codings.csv", codebook=CODEBOOK)
    assert codings.empty
    assert list(codings) == CODING_COLUMNS


def test_numbers_and_flags_are_read_as_such(codings_file):
    row = read_codings(codings_file({}), codebook=CODEBOOK).iloc[0]
    assert (row["start"], row["end"]) == (0, 5)
    assert row["minimised"] and not row["negated"]
    assert pd.isna(row["hedged"])
    assert row["note"] == "=1+1, they say"


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ({"decision": "keep"}, 'the decision "keep" is unknown; known decisions: accept, reject, relabel, add'),
        ({"category": "glory"}, 'the category "glory" is unknown; known codes: gain, honour, other'),
        ({"voice": "all"}, 'the voice "all" is unknown; known voices: outlet, actor, other'),
        ({"kind": "wish"}, 'the kind "wish" is unknown; known kinds: goal'),
        ({"start": 7}, 'start "7" and end "5" are no stretch'),
        ({"end": "five"}, 'start "0" and end "five" are no stretch'),
        ({"end": "-5"}, 'start "0" and end "-5" are no stretch'),
        ({"quote": ""}, "no quote"),
        ({"coder": " "}, "no coder"),
        ({"negated": "maybe"}, 'negated is "maybe"; write true, false or nothing'),
        ({"holder": ""}, "an added proposition needs its holder"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_row(codings_file, mistake, said):
    path = codings_file({}, mistake)
    with pytest.raises(InputError) as refused:
        read_codings(path, codebook=CODEBOOK)
    assert str(refused.value).startswith(f"{path}, row 3: {said}")
    assert "\n" not in str(refused.value)


def test_an_empty_cell_is_no_mistake_where_nothing_is_added(codings_file):
    codings = read_codings(codings_file({"decision": "reject", "category": "", "voice": ""}), codebook=CODEBOOK)
    assert codings["category"].tolist() == [""]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00article", b'a,b\n"x'])
def test_a_file_that_is_no_csv_is_refused(tmp_path, content):
    path = tmp_path / "codings.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"codings\.csv"):
        read_codings(path, codebook=CODEBOOK)


def test_missing_columns_are_named(tmp_path):
    path = tmp_path / "codings.csv"
    path.write_text("article,start,end\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no column proposition, sha256, quote"):
        read_codings(path, codebook=CODEBOOK)
