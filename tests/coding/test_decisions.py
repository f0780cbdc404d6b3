import pandas as pd
import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.coding.decisions import CODING_COLUMNS, READ_COLUMNS, read_codings
from analysis.errors import InputError
from analysis.files import write_csv

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
    assert list(codings) == READ_COLUMNS


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
        ({"decision": ""}, "it breaks off before the decision; complete the row"),
        ({"voice": "all"}, 'the voice "all" is unknown; known voices: outlet, actor, other'),
        ({"kind": "wish"}, 'the kind "wish" is unknown; known kinds: goal'),
        ({"start": 7}, 'start "7" and end "5" are no span'),
        ({"end": "five"}, 'start "0" and end "five" are no span'),
        ({"end": "-5"}, 'start "0" and end "-5" are no span'),
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


def test_all_mistakes_are_told_at_once(codings_file):
    path = codings_file({"decision": "keep", "quote": ""}, {}, {"voice": "all"})
    with pytest.raises(InputError) as refused:
        read_codings(path, codebook=CODEBOOK)
    assert [line.removeprefix(f"{path}, ")[:16] for line in refused.value.lines] == [
        "row 2: the decis", "row 2: no quote;", "row 4: the voice",
    ]  # fmt: skip


def test_a_holder_must_be_an_actor_where_actors_are_given(codings_file):
    path = codings_file({}, {"holder": "Moskow"}, {"holder": "", "decision": "accept"})
    assert len(read_codings(path, codebook=CODEBOOK)) == 3
    with pytest.raises(InputError) as refused:
        read_codings(path, codebook=CODEBOOK, actors=["Oslo", "Moscow"])
    assert refused.value.lines == (
        f'{path}, row 3: the holder "Moskow" is unknown; known actors: Oslo, Moscow',
    )  # fmt: skip


@pytest.mark.parametrize("place", [1, 2])
def test_a_row_with_too_many_cells_is_told_with_the_mistakes_of_others(codings_file, place):
    path = codings_file({"note": "yes, so"}, {"note": "yes, so"}, {"kind": "wish"})
    lines = path.read_text().split("\n")
    lines[place] = lines[place].replace('"', "")
    path.write_text("\n".join(lines))
    with pytest.raises(InputError) as refused:
        read_codings(path, codebook=CODEBOOK)
    cells, kind = refused.value.lines
    assert cells.startswith(f"{path}, row {place + 1}: too many cells (1 beyond the last column)")
    assert "a cell with a comma must stand in double quotes" in cells
    assert kind.startswith(f'{path}, row 4: the kind "wish" is unknown')


@pytest.mark.parametrize(("sign", "name"), [(";", ";"), ("\t", "tabs")])
def test_a_file_separated_by_another_sign_is_told(codings_file, sign, name):
    path = codings_file({"note": ""})
    path.write_text(path.read_text().replace(",", sign) + "a, b\n")
    with pytest.raises(InputError, match=f"codings.csv is separated by {name}, save it with commas"):
        read_codings(path, codebook=CODEBOOK)


def test_an_empty_cell_is_no_mistake_where_nothing_is_added(codings_file):
    codings = read_codings(codings_file({"decision": "reject", "category": "", "voice": ""}), codebook=CODEBOOK)
    assert codings["category"].tolist() == [""]


@pytest.mark.parametrize("content", [b"", b" \r\n\n", b"\xef\xbb\xbf"])
def test_a_blank_file_holds_no_decision(tmp_path, content):
    (tmp_path / "codings.csv").write_bytes(content)
    codings = read_codings(tmp_path / "codings.csv", codebook=CODEBOOK)
    assert codings.empty and codings["start"].dtype == int


@pytest.mark.parametrize("content", [b"a,b\n\0,1\n", b"\xff\xfe\x00article", b'a,b\n"x', b"a,b\n" + b"x" * 131_073])
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


def test_columns_that_a_spreadsheet_adds_are_passed_over_and_one_that_stands_there_twice_is_told(codings_file):
    path = codings_file({"note": "so"})
    lines = path.read_text().splitlines()
    path.write_text("".join(f"{line},,\n" for line in lines))
    assert read_codings(path, codebook=CODEBOOK)["note"].tolist() == ["so"]
    path.write_text(f"{lines[0]},note\n{lines[1]},again\n")
    with pytest.raises(InputError, match="has the column note twice; take one out"):
        read_codings(path, codebook=CODEBOOK)
