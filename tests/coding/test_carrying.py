import pandas as pd
import pytest

from analysis.codebooks import CodebookChange, MotiveCodebook
from analysis.coding.carrying import carry, tell_pending
from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS, read_codings
from analysis.errors import InputError
from analysis.files import write_csv

from .conftest import CODES, coding

CHANGES = (
    CodebookChange(version="2", date="2026-03-01", rename={"fame": "honour"}),
    CodebookChange(
        version="3", date="2026-06-01", merge={"gain": ["gain", "loot"]}, split={"good": ["gain", "honour"]}
    ),
    CodebookChange(version="4", rename={"prize": "loot2"}),
    CodebookChange(version="5", merge={"gain": ["loot2", "gain"]}),
)
BOOK = MotiveCodebook("5", "", CODES, CHANGES)


@pytest.mark.parametrize(
    ("code", "time", "today"),
    [
        ("gain", "", "gain"),
        ("fame", "", "honour"),
        ("fame", "2026-02-28", "honour"),
        ("fame", "2026-03-01", "honour"),  # on the day of the change, or in a window left open
        ("fame", "2026-09-01", "honour"),
        ("good", "2026-09-01", ""),
        ("loot", "2026-05-01T10:00:00Z", "gain"),
        ("loot", "2026-06-01T00:00:00+02:00", "gain"),  # two hours before midnight UTC
        ("good", "2026-05-01", ""),
        ("prize", "2026-12-01", "gain"),
        ("glory", "", ""),
        ("fame", "in spring", "honour"),
    ],
)
def test_a_code_of_old_is_followed_through_the_changes_after_the_decision(code, time, today):
    assert carry(code, time, codebook=BOOK) == today


def test_a_code_split_in_two_that_keeps_its_name_is_told_apart_by_the_date():
    change = CodebookChange(version="2", date="2026-03-01", split={"gain": ["gain", "honour"]})
    book = MotiveCodebook("2", "", CODES, (change,))
    assert [carry("gain", time, codebook=book) for time in ("2026-02-01", "2026-03-02")] == ["", "gain"]


@pytest.fixture
def decided(tmp_path, rules, articles, article):
    def decide(*rows):
        path = tmp_path / "codings.csv"
        write_csv(path, pd.DataFrame(rows, columns=CODING_COLUMNS))
        return path, Coded(rules, read_codings(path, codebook=BOOK), articles)

    return decide


def test_decisions_are_carried_over_and_the_file_stays(decided, article):
    path, coded = decided(coding(article, "Oslo wants peace", "relabel", category="fame"))
    before = path.read_bytes()
    assert coded.propositions["category"].tolist() == ["honour", "other"]
    assert coded.codings["was"].tolist() == ["fame"]
    assert coded.pending.empty
    assert path.read_bytes() == before


def test_what_must_be_decided_anew_is_listed_until_it_is(decided, article):
    old = [
        coding(article, "Oslo wants peace", "relabel", category="good", hedged=True),
        coding(article, "It rains", "add", category="good", voice="outlet", kind="goal"),
        coding(article, "Oslo hopes to sell fish", "accept", category="glory"),
    ]
    path, coded = decided(*old)
    assert coded.propositions[["category", "hedged", "coders"]].to_numpy().tolist() == [
        ["other", True, 1], ["other", False, 1],
    ]  # fmt: skip
    assert coded.pending["was"].tolist() == ["good", "good", "glory"]
    assert coded.orphans["why"].tolist() == ['it stands under a code that is no more, "good"; decide anew']
    assert tell_pending(coded.pending, codebook=BOOK, path=path) == [
        f'{path}, row 2 and 1 more: the code "good" was split into gain, honour; decide anew which it is',
        f'{path}, row 4: the code "glory" is not in the codebook; decide anew, or say under changes in motives.yaml '
        "what became of it; known codes: gain, honour, other",
    ]
    new = [row | {"category": "gain", "time": "2026-07-01"} for row in old]
    path, coded = decided(*old, *new)
    assert coded.pending.empty
    assert coded.propositions["category"].tolist() == ["gain", "gain", "gain"]


def test_what_has_no_place_waits_for_nothing(decided, article):
    coded = decided(coding(article, "Oslo wants peace", "relabel", category="good") | {"quote": "gone"})[1]
    assert coded.orphans["why"].tolist() == ["its words are no longer in the article"]
    assert coded.pending.empty


def test_a_rejection_under_a_code_of_old_waits_for_nothing(decided, article):
    assert decided(coding(article, "Oslo wants peace", "reject", category="glory"))[1].pending.empty


def test_a_code_renamed_and_renamed_back_keeps_every_decision():
    there = CodebookChange(version="2", date="2026-03-01T10:00:00Z", rename={"gain": "profit"})
    back = CodebookChange(version="3", date="2026-04-01T10:00:00Z", rename={"profit": "gain"})
    book = MotiveCodebook("3", "", CODES, (there, back))
    made = [("gain", "2026-01-01"), ("profit", "2026-03-02"), ("profit", "2026-05-01"), ("gain", "2026-05-01")]
    assert [carry(code, time, codebook=book) for code, time in made] == ["gain"] * 4


def test_a_time_that_decides_on_changes_must_be_readable(decided, article):
    with pytest.raises(InputError, match=r'row 2: the time "1/3/2026" cannot be read; write it as 2026-11-22'):
        decided(coding(article, "Oslo wants peace", time="1/3/2026"))
    assert decided(coding(article, "Oslo wants peace", time="2026-03-01T10:00:00+02:00"))
