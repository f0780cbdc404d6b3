import pytest

from analysis.coding.memos import MEMO_COLUMNS, append_memo, latest_memos, read_memos
from analysis.errors import InputError

from .conftest import TEXT, articles_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memos.csv"


def test_no_file_is_no_memo(path):
    assert list(read_memos(path)) == MEMO_COLUMNS
    assert read_memos(path).empty


def test_the_last_memo_of_each_coder_counts_and_all_are_kept(path, articles):
    article = articles.iloc[0]
    for coder, text in (("ana", "odd"), ("bo", "=dull,\nlong"), ("ana", "very odd"), ("cy", "x"), ("cy", " ")):
        append_memo(path, article, text, coder=coder)
    assert len(read_memos(path)) == 5
    latest = latest_memos(read_memos(path), articles)
    assert dict(zip(latest["coder"], latest["text"], strict=True)) == {"ana": "very odd", "bo": "=dull,\nlong"}


def test_a_memo_follows_its_article_and_is_silent_where_that_is_gone(path, articles):
    append_memo(path, articles.iloc[0], "odd", coder="ana")
    renamed = articles_of(TEXT, "north/renamed.txt")
    assert latest_memos(read_memos(path), renamed)["article"].tolist() == ["north/renamed.txt"]
    assert latest_memos(read_memos(path), articles_of("Other words.", "north/2.txt")).empty


def test_another_file_is_refused(path):
    path.write_text("a,b\n")
    with pytest.raises(InputError, match="has no column article"):
        read_memos(path)
