import pytest

from analysis.explore.concordance import PAGE, WHOLE, Concordance, concordance
from analysis.explore.desk import desk_of
from analysis.explore.panel import Asked
from analysis.explore.word_index import index_words
from analysis.files import read_csv


@pytest.fixture
def looking(seeds):
    return Concordance(desk_of(seeds), index_words(seeds))


@pytest.fixture
def panel(seeds):
    return concordance(seeds, "Moscow")


def asked(panel, question="lines", **fields):
    reply = panel.answer({"id": "1", "ask": question, **fields})
    assert reply["id"] == "1"
    return reply


def test_a_page_of_lines_says_how_many_there_are(panel):
    answer = asked(panel, node="Moscow")["answer"]
    assert answer["told"] == "52 hits in 2 of 2 articles"
    assert [(one["name"], one["hits"], one["articles"], one["of"]) for one in answer["by"]] == [
        ("Warsaw Institute", 20, 1, 1),
        ("Baonghean", 32, 1, 1),
    ]
    assert (len(answer["lines"]), answer["pages"]) == (PAGE, 2)
    rest = asked(panel, node="Moscow", page=1)["answer"]
    assert (len(rest["lines"]), rest["first"]) == (12, PAGE)
    assert {line["shape"] for line in answer["lines"] + rest["lines"]} == {"■", "▲", "□"}


def test_pages_hold_the_text_at_their_offsets(panel, seeds):
    texts = seeds.sources.articles.set_index("article")["text"]
    for line in asked(panel, node="frame:danger", window=WHOLE)["answer"]["lines"]:
        assert texts[line["article"]][line["start"] : line["end"]] == line["node"]


def test_outlets_days_and_samples_are_told(panel):
    told = asked(panel, node="Moscow", outlets=["baonghean"])["answer"]["told"]
    assert told == "32 hits in 1 of 1 article chosen"
    told = asked(panel, node="Moscow", since="2017-09-26", until="2017-09-26")["answer"]["told"]
    assert told == "20 hits in 1 of 1 article chosen"
    assert asked(panel, node="Moscow", outlets=[])["answer"]["told"] == "No article is of these outlets and days."
    answer = asked(panel, node="Moscow", sample=5)["answer"]
    assert answer["told"] == "52 hits in 2 of 2 articles; a sample of 5 is shown (seed 0)"
    assert (answer["hits"], len(answer["lines"])) == (52, 5)


def test_a_word_that_is_nowhere_says_so_and_names_near_forms(panel):
    answer = asked(panel, node="tenson")["answer"]
    assert answer["told"] == "tenson is nowhere in the 2 articles."
    assert ["tension", 1] in [pair for group in answer["near"] for pair in group["forms"]]
    assert answer["lines"] == []


def test_a_word_that_stands_in_other_articles_has_no_near_forms(panel):
    answer = asked(panel, node="Morgulov*", outlets=["warsaw-institute"])["answer"]
    assert (answer["hits"], answer["near"]) == (0, [])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"node": "  "}, "type a word"),
        ({"node": "*"}, "holds no word"),
        ({"node": "[Berlin]"}, "no actor of the study"),
        ({"node": "frame:peace"}, '"peace" is no frame'),
        ({"node": "frame:"}, '"" is no frame'),
        ({"node": "war", "sort": ["L1"]}, "no place to sort by"),
        ({"node": "war", "since": "26.9.2017"}, "is no day; write it as 2017-09-26"),
        ({"node": "war", "since": "2018-01-01", "until": "2017-01-01"}, "turn them round"),
        ({"node": "war", "window": 99}, "write 0 to 40"),
        ({"node": "war", "sample": -1}, "cannot be drawn"),
        ({"node": 5}, "not text"),
        ({"node": "war", "outlets": "tass"}, "not a list of texts"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_a_line(panel, fields, said):
    problem = asked(panel, **fields)["problem"]
    assert said in problem
    assert "program failed" not in problem
    assert "\n" not in problem


def test_lines_are_kept_as_a_table_that_a_spreadsheet_opens(panel, seeds):
    told = asked(panel, "keep", node="Moscow", sort=["1R"])["answer"]["told"]
    path = seeds.study.folder / "figures" / "concordance-moscow.csv"
    assert told == f"52 lines are now in {path}"
    table = read_csv(path)
    assert len(table) == 52
    texts = seeds.sources.articles.set_index("article")["text"]
    for row in table.itertuples():
        assert row.left + row.node + row.right in texts[row.article]
    assert "has no lines to save" in asked(panel, "keep", node="tenson")["problem"]


def test_the_same_query_is_searched_once(looking):
    question = Asked({"node": "Moscow", "sort": ["1R"]})
    assert looking.find(question) is looking.find(Asked({"node": " Moscow ", "sort": ["1R", ""], "page": 1}))
    assert looking.find(question) is not looking.find(Asked({"node": "Moscow"}))


def test_new_frames_are_looked_up_as_they_are(panel, seeds):
    before = asked(panel, node="frame:danger")["answer"]["hits"]
    file = seeds.study.folder / "frames.yaml"
    file.write_text(file.read_text().replace("      - provocat*\n", "      - provocat*\n      - russia\n"))
    desk_of(seeds).reread_frames()
    assert asked(panel, node="frame:danger")["answer"]["hits"] > before
    assert "danger" in asked(panel, "frames")["answer"]


def test_the_widget_says_what_it_is_where_it_cannot_be_shown(panel):
    assert repr(panel) == "Concordance of Moscow. Run this cell in JupyterLab to look words up."
    assert panel.opening["node"] == "Moscow"
