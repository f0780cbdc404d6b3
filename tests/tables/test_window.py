"""A study's window of days holds for the tables of its own articles, and for no other files."""

import os

import pytest

from analysis.errors import InputError
from analysis.study import read_study
from analysis.tables.counted import collocates_of, concordance_of, keyness_of, ngrams_of
from analysis.tables.parsed import motives_of, voices_of
from analysis.tables.window import paths_within

STUDY = """
title = "Made up"
focal_actor = "Moscow"
outlets = [{ folder = "one", name = "One" }, { folder = "two", name = "Two" }]
articles = [{ file = "one/known.txt", date = 2017-05-02 }, { file = "two/late.txt", date = 2018-05-02 }]
actors = [{ name = "Moscow", aliases = ["Moscow"] }]
"""
ARTICLES = {
    "one/known.txt": "Moscow wants spring talks.",
    "one/old.txt": "---\ndate: 2016-01-05\n---\nMoscow wants old talks.",
    "two/told.md": "---\ndate: 5 June 2017\n---\nMoscow wants summer talks, said Ivanov.",
    "two/late.txt": "---\ndate: 2017-06-05\n---\nMoscow wants late talks.",
    "two/undated.txt": "Moscow wants timeless talks.",
}
INSIDE = ["one/known.txt", "two/told.md"]


@pytest.fixture
def folder(tmp_path, request):
    folder = tmp_path / "study"
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text + "\n", encoding="utf-8")
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")
    (folder / "frames.yaml").write_text("frames:\n  talk:\n    terms: [talk*]\n", encoding="utf-8")
    seeds = request.config.rootpath / "seeds"
    (folder / "motives.yaml").write_bytes((seeds / "motives.yaml").read_bytes())
    return folder


@pytest.fixture
def study(folder):
    with (folder / "study.toml").open("a") as file:
        file.write("[window]\nfrom = 2017-04-01\nto = 2017-12-31\n")
    return read_study(folder)


def test_every_table_has_the_articles_of_the_days_and_says_what_is_left_out(study):
    lines, notes = concordance_of("talks", [study.folder], study)
    assert lines["article"].tolist() == INSIDE
    assert notes[:2] == [
        "window 2017-04-01 to 2017-12-31: 2 articles outside it left out (one/old.txt, two/late.txt)",
        "two: 1 article without a date, left out of the window (two/undated.txt); write the date into study.toml or "
        "the article's front matter",
    ]
    assert {"spring", "summer"} == set(keyness_of([study.folder], study)[0]["term"]) & set(
        "spring old summer late".split()
    )
    assert collocates_of("talks", [study.folder], study)[0]["node_frequency"].tolist()[0] == 1
    assert "wants old" not in set(ngrams_of([study.folder], study, min_count=1)[0]["ngram"])
    propositions, told = motives_of([study.folder], study)
    assert set(propositions["article"]) == set(INSIDE) and told[:2] == notes[:2]
    assert set(voices_of([study.folder], study)[0]["article"]) == set(INSIDE)


def test_without_a_window_or_a_study_all_are_taken(folder):
    study = read_study(folder)
    assert paths_within([folder], study) == ([folder], []) and paths_within([folder], None) == ([folder], [])
    assert len(concordance_of("talks", [folder], study)[0]) == len(ARTICLES)


def test_other_files_are_taken_whatever_their_date(study, tmp_path):
    (tmp_path / "three").mkdir()
    (tmp_path / "three" / "old.txt").write_text("---\ndate: 2016-01-05\n---\nMoscow wants other talks.\n")
    lines, notes = concordance_of("talks", [tmp_path / "three"], study)
    assert len(lines) == 1 and not notes
    lines, _ = concordance_of("talks", [tmp_path / "three", study.folder], study)
    assert lines["article"].tolist()[1:] == INSIDE


def test_a_path_through_a_link_names_the_studys_articles_too(study, tmp_path):
    os.symlink(study.folder, tmp_path / "link")
    chosen, _ = paths_within([tmp_path / "link" / "one"], study)
    assert [path.name for path in chosen] == ["known.txt"]


def test_no_article_of_the_days_is_refused_with_the_place_to_mend(study):
    with pytest.raises(
        InputError, match=r"no article lies in the window .* of 2016-01-05 to 2016-01-05; mend the .*toml"
    ):
        keyness_of([study.folder / "one" / "old.txt"], study)


def test_a_file_that_cannot_be_read_is_left_out(study):
    (study.folder / "one" / "binary.txt").write_bytes(b"a\0b")
    chosen, _ = paths_within([study.folder / "one"], study)
    assert [path.name for path in chosen] == ["known.txt"]
