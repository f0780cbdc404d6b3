import os
import shutil
from pathlib import Path

import pytest

from analysis.articles import (
    ARTICLE_COLUMNS,
    REMOVAL_COLUMNS,
    find_files,
    read_article,
    read_articles,
    read_study_sources,
)
from analysis.cache import open_cache
from analysis.errors import InputError
from analysis.reading import unreadable_folders
from analysis.study import read_study

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = "Moscow wants a seat\n\nMoscow wants a seat at the table, and it will send an envoy to say so.\n"
OTHER = "The bridge\n\nNobody knows how long the bridge at the border will carry the trains of both countries.\n"
VIETNAMESE = (
    "Trong khi cộng đồng quốc tế đang tập trung sự chú ý vào Trung Quốc trong việc gia tăng sức ép lên Triều Tiên để "
    "nước này dừng các chương trình tên lửa và hạt nhân thì Nga bất ngờ tuyên bố đã soạn thảo một số biện pháp thực tế "
    "nhằm giải quyết các vấn đề trên bán đảo Triều Tiên trong thời gian tới đây và về sau."
)


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "study"
    shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".analysis", "*.txt"))
    toml = (folder / "study.toml").read_text(encoding="utf-8").split("# What is known")
    actors = toml[1][toml[1].index("# An actor is") :]
    (folder / "study.toml").write_text(toml[0] + actors, encoding="utf-8")
    (folder / "baonghean" / "b.txt").write_text(OTHER, encoding="utf-8")
    return read_study(folder)


def put(study, name, content=TEXT):
    path = study.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def names(sources):
    return sources.articles["article"].tolist()


def test_the_seeds():
    sources = read_study_sources(read_study(SEEDS))
    assert sources.notes == []
    assert list(sources.articles.columns) == ARTICLE_COLUMNS
    assert sources.articles["title"].tolist() == [
        "Russia 'takes the stand' on the North Korea issue", "Moscow Consistent in the Korean Crisis",
    ]  # fmt: skip
    assert [str(day or "") for day in sources.articles["date"]] == ["", "2017-09-26"]


def test_removals_are_slices_of_the_text_and_clean_keeps_its_length():
    sources = read_study_sources(read_study(SEEDS))
    articles = sources.articles.set_index("article")
    assert list(sources.removals.columns) == REMOVAL_COLUMNS
    for row in sources.removals.itertuples():
        assert articles["text"][row.article][row.start : row.end] == row.text != ""
    assert articles["text"].str.len().equals(articles["clean"].str.len())


def test_an_article_dropped_into_a_folder_is_read_and_so_are_subfolders(study):
    put(study, "warsaw-institute/new.md")
    put(study, "warsaw-institute/2017/09/new.md", "Nothing else is known of the war in the north of the country.")
    sources = read_study_sources(study)
    assert names(sources) == ["baonghean/b.txt", "warsaw-institute/2017/09/new.md", "warsaw-institute/new.md"]
    assert sources.articles["outlet"].tolist() == ["baonghean", "warsaw-institute", "warsaw-institute"]
    assert sources.notes == []


@pytest.mark.parametrize("name", ["sp ace.txt", "<img src=x>.txt", "ключ é 北.TXT", "a'b\"c.md", "$x_1$.txt"])
def test_files_of_any_name_are_read(study, name):
    put(study, f"warsaw-institute/{name}")
    assert f"warsaw-institute/{name}" in names(read_study_sources(study))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("warsaw-institute/x.txt", b"", "is empty; put the article's text into it"),
        ("warsaw-institute/x.txt", b"\xef\xbb\xbf \r\n\t\r\n", "is empty"),
        ("warsaw-institute/x.txt", b"Advertisement\n", "holds nothing but page furniture"),
        ("warsaw-institute/x.txt", b"a\0b", "is no text"),
        ("warsaw-institute/x.pdf", b"%PDF", "only .txt and .md files are read; save it as one of them"),
        ("warsaw-institute/x.txt", VIETNAMESE.encode(), 'is in "vi", not the study\'s "en", and is left out'),
        ("warsaw-institute/x.txt", ("---\nlanguage: fr\n---\n" + TEXT).encode(), 'is in "fr"'),
        (
            "x.txt",
            TEXT.encode(),
            "belongs to no outlet and is left out; move it into one of warsaw-institute, baonghean",
        ),
    ],
)
def test_what_cannot_be_an_article_is_left_out_with_one_line(study, name, content, said):
    path = put(study, name, content)
    sources = read_study_sources(study)
    assert names(sources) == ["baonghean/b.txt"]
    assert len(sources.notes) == 1
    assert said in sources.notes[0] and str(path) in sources.notes[0] and "\n" not in sources.notes[0]


def test_a_folder_of_no_outlet_is_one_line_and_strays_are_five(study):
    for number in range(7):
        put(study, f"stray-{number}.txt")
        put(study, f"anglo/{number % 2}/{number}.txt")
    put(study, "one/1.md")
    folder, single, *files, more = read_study_sources(study).notes
    assert folder.startswith(
        f"{study.folder}/anglo/ (7 files) belongs to no outlet and is left out; move what it holds"
    )
    assert folder.endswith('study.toml, each on a line of its own: [[outlets]] folder = "anglo" name = "..."')
    assert single.startswith(f"{study.folder}/one/ (1 file) belongs to no outlet")
    assert [file.split()[0] for file in files] == [f"{study.folder}/stray-{number}.txt" for number in range(5)]
    assert more == f"and 2 more in {study.folder} that belong to no outlet"


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Москва хочет места за столом.", "Cyrillic"),
        ("Η Μόσχα θέλει μια θέση, says TASS.", "Greek"),
        ("莫斯科希望在谈判桌上占有一席之地。" * 30, "Han"),
        ("موسكو تريد مقعدا على الطاولة.", "Arabic"),
        ("Moscow wants 莫斯科 at its table.", ""),
        ("Moskau will einen Platz am Tisch.", ""),
        ("Ｍｏｓｃｏｗ 𝐰𝐚𝐧𝐭𝐬 a seat.", ""),
    ],
)
def test_a_short_text_in_another_script_is_left_out(study, text, script):
    put(study, "warsaw-institute/x.txt", text)
    sources = read_study_sources(study)
    assert len(sources.articles) == (1 if script else 2)
    assert [note.split("/")[-1].split(";")[0] for note in sources.notes] == (
        [f'x.txt is in {script} letters, not the study\'s "en", and is left out'] if script else []
    )


def test_a_short_text_is_read_where_the_study_is_in_its_script_or_its_front_matter_says_so(study):
    put(study, "warsaw-institute/x.txt", "---\nlanguage: en\n---\nМосква хочет места за столом.")
    assert len(read_study_sources(study).articles) == 2
    toml = study.folder / "study.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('language = "en"', 'language = "ru"'), encoding="utf-8")
    put(study, "warsaw-institute/x.txt", "Москва хочет места за столом.")
    assert names(read_study_sources(read_study(study.folder))) == ["baonghean/b.txt", "warsaw-institute/x.txt"]


def test_the_language_named_in_front_matter_counts(study):
    put(study, "warsaw-institute/x.txt", "---\nlanguage: en\n---\n" + VIETNAMESE)
    assert len(read_study_sources(study).articles) == 2


def test_doubts_are_noted_and_the_article_is_read(study):
    put(
        study, "warsaw-institute/latin.txt", "Moscow’s café is closed, says the man at the door of it.".encode("cp1252")
    )
    put(
        study,
        "warsaw-institute/yaml.txt",
        "---\ntitle: a: b\n---\nThe envoy came to the city and left it again at once.",
    )
    put(
        study,
        "warsaw-institute/other.txt",
        "---\noutlet: Baonghean\n---\nThe minister stayed at home all through the week.",
    )
    sources = read_study_sources(study)
    assert len(sources.articles) == 4
    assert [note.split(".txt", 1)[1] for note in sources.notes] == [
        " is not valid UTF-8; it was read as Windows-1252",
        ' lies in warsaw-institute, and its front matter names the outlet "Baonghean"; warsaw-institute is counted',
        ": its front matter is no valid YAML (line 2); keys were read line by line, so look at them",
    ]
    assert sources.articles["title"].tolist()[-1] == "a: b"


def test_the_same_story_twice_is_named(study):
    put(study, "warsaw-institute/x.txt", OTHER.upper())
    assert read_study_sources(study).notes == [
        "warsaw-institute/x.txt is the same story as baonghean/b.txt; both are counted, so take one out unless that is "
        "meant"
    ]


def test_links(study, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    folder = study.folder / "warsaw-institute"
    (folder / "1.txt").symlink_to(outside)
    (folder / "2.txt").symlink_to(tmp_path / "nowhere.txt")
    (folder / "3").symlink_to(study.folder)
    (folder / "4.txt").symlink_to(folder / "4.txt")
    (folder / "5.txt").symlink_to(study.folder / "baonghean" / "b.txt")
    sources = read_study_sources(study)
    assert names(sources) == ["baonghean/b.txt", "warsaw-institute/5.txt"]
    assert [note.split("warsaw-institute/")[1].split(";")[0] for note in sources.notes[:4]] == [
        "1.txt is a link out of the study and is left out",
        "2.txt is a link that leads nowhere and is left out",
        "3 is a link to a folder and is not entered",
        "4.txt is a link that leads nowhere and is left out",
    ]


def test_a_study_without_articles_is_refused(study):
    (study.folder / "baonghean" / "b.txt").unlink()
    with pytest.raises(InputError, match=r"has no article; put \.txt or \.md files into one of its folders"):
        read_study_sources(study)


def test_a_study_keeps_its_outlets_however_its_paths_are_written(study, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "linked").symlink_to(study.folder)
    for path in ("study/baonghean", study.folder / "baonghean", "study/../study/baonghean/b.txt", "linked/baonghean"):
        for folder in ("study", study.folder, "./study/.", "linked"):
            articles = read_articles(find_files([Path(path)]), study=read_study(folder)).articles
            assert articles[["outlet", "article"]].to_numpy().tolist() == [["baonghean", "baonghean/b.txt"]]


def test_what_study_toml_knows_of_an_article_counts_before_its_front_matter(study):
    put(study, "baonghean/b.txt", "---\ntitle: Typed\nurl: https://example.org\ndate: 2017-01-02\n---\n" + TEXT)
    known = '\n[[articles]]\nfile = "baonghean/b.txt"\ntitle = "Known"\n\n[[articles]]\nfile = "baonghean/gone.txt"\n'
    toml = study.folder / "study.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + known, encoding="utf-8")
    sources = read_study_sources(read_study(study.folder))
    row = sources.articles.iloc[0]
    assert (row["title"], row["url"], str(row["date"])) == ("Known", "https://example.org", "2017-01-02")
    assert len(sources.notes) == 1 and '"baonghean/gone.txt", which is not there' in sources.notes[0]


def test_outside_a_study_the_front_matter_names_the_outlet_and_else_the_folder(study, tmp_path, monkeypatch):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "1.txt").write_text("---\noutlet: Baonghean\n---\n" + TEXT)
    (folder / "2.txt").write_text("---\noutlet: The Post\n---\n" + OTHER)
    (folder / "3.txt").write_text("The envoy came to the city on the river and left it again at once.")
    monkeypatch.chdir(folder)
    sources = read_articles([Path("1.txt"), Path("2.txt"), Path("3.txt")], study=study)
    assert sources.articles["outlet"].tolist() == ["baonghean", "The Post", "papers"]
    assert len(sources.notes) == 1
    assert 'the outlet "The Post" of its front matter is not in' in sources.notes[0]
    assert read_articles([Path("1.txt")]).articles["outlet"].tolist() == ["Baonghean"]


def test_files_of_one_name_are_told_apart(tmp_path):
    for number, name in enumerate(["a/x/1.txt", "b/x/1.txt", "c/2.txt"]):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(f"The envoy number {number} came to the city and left it again.")
    articles = read_articles(find_files([tmp_path]))
    assert names(articles) == ["a/x/1.txt", "b/x/1.txt", "c/2.txt"]


def test_a_title_is_the_first_line_of_the_text_and_is_cut_at_a_word(tmp_path):
    path = tmp_path / "1.txt"
    path.write_text("By Ann Lee\n\n  The   seat\n" + TEXT)
    assert read_articles([path]).articles["title"].tolist() == ["The seat"]
    path.write_text("Moscow " * 30)
    assert read_articles([path]).articles["title"][0] == "Moscow " * 16 + "..."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("31/12/2021", "cannot be read as a day; write it as 2021-12-31"),
        ("May 2021", "cannot be read as a day; write it as 2021-12-31"),
        ("3021-02-20", "is no day of an article (they are of 1600 to a year from now); mend the year"),
        ("0201-02-20", "is no day of an article (they are of 1600 to a year from now); mend the year"),
    ],
)
def test_a_date_that_is_none_is_told_and_the_article_is_read(study, written, said):
    path = put(study, "baonghean/dated.txt", f"---\ndate: {written}\n---\n{TEXT}")
    sources = read_study_sources(study)
    assert sources.notes == [f'{path}: the date "{written}" {said}; until then it counts as none']
    assert sources.articles.set_index("article")["date"]["baonghean/dated.txt"] is None


def test_a_far_date_of_study_toml_is_told_with_that_file(study):
    put(study, "baonghean/c.txt", TEXT)
    known = '\n[[articles]]\nfile = "baonghean/c.txt"\ndate = 3021-02-20\n'
    toml = study.folder / "study.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + known, encoding="utf-8")
    (note,) = read_study_sources(read_study(study.folder)).notes
    assert note.startswith(f'{toml}, {study.folder / "baonghean" / "c.txt"}: the date "3021-02-20" is no day')


@pytest.mark.parametrize("name", ["pipe.txt", "pipe", "deeper/pipe.md"])
def test_a_pipe_is_not_read(study, name):
    path = study.folder / "baonghean" / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    (study.folder / "baonghean" / "link.txt").symlink_to(path)
    sources = read_study_sources(study)
    assert names(sources) == ["baonghean/b.txt"]
    assert len(sources.notes) == 2
    assert "no file but a folder, pipe or device" in sources.notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TEXT.encode("utf-16"), "is UTF-16 text; save it as UTF-8"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "is UTF-16 text; save it as UTF-8"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF, whatever its name says; save its text as .txt"),
    ],
)
def test_a_file_in_another_form_is_named_for_what_it_is(study, content, said):
    path = put(study, "baonghean/form.txt", content)
    (note,) = read_study_sources(study).notes
    assert note.startswith(f"{path} {said}")


def test_what_is_skipped_in_an_outlets_folder_is_named_five_files_at_most(study):
    folder = study.folder / "baonghean"
    for name in ("README.txt", "codings-old.csv", "frames.yaml", "a.pdf", "a.docx", "b.docx", "c.docx"):
        (folder / name).write_text(TEXT)
    for name in (".hidden.txt", "figures/1-sources.csv"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(TEXT)
    notes = read_study_sources(study).notes
    assert [note for note in notes if ".hidden" in note or "figures" in note] == []
    skipped = [note for note in notes if "left out" in note]
    assert (
        skipped[0]
        == f"{folder / 'README.txt'} is left out: its name is not that of an article; give it another if it is one"
    )
    assert "only .txt and .md files are read" in skipped[1] and len(skipped) == 6
    assert skipped[-1] == "and 2 more files in the outlets' folders that are left out"


def test_a_folder_that_cannot_be_read_is_named(study, monkeypatch):
    closed = study.folder / "baonghean" / "closed"
    closed.mkdir()
    scandir = os.scandir

    def refuse(path):
        if os.fspath(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    note = f"{closed} cannot be read (Permission denied), and what it holds is left out; mend the folder's permissions"
    assert note in read_study_sources(study).notes
    assert unreadable_folders([study.folder]) == [note]


def test_a_file_behind_a_link_out_of_the_study_is_left_out_by_every_command(study, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text(TEXT)
    (study.folder / "baonghean" / "link.txt").symlink_to(tmp_path / "elsewhere" / "x.txt")
    (study.folder / "linked").symlink_to(tmp_path / "elsewhere")
    for path in (study.folder / "baonghean" / "link.txt", study.folder / "linked" / "x.txt"):
        sources = read_articles([path], study=study)
        assert sources.articles.empty and "is a link out of the study" in sources.notes[0]
        assert read_article(path, study=study, cache=open_cache()).notes == (*sources.notes,)
