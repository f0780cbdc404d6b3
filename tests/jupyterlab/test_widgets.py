"""The widgets of 04-explore in a real JupyterLab, used as a person would: typing, clicking, by the keyboard.

What is expected is read from the study's own files.
"""

import csv
import difflib
import re

import pytest
from playwright.sync_api import expect

from analysis.files import read_csv

PLACE = re.compile(r"(\d+) of \d+ · (\d+) decided by")
CALLS = [f"explore.{name}(results" for name in ("reader", "matrix", "concordance", "workshop", "coding")]
reader, matrix, concordance, workshop, coding = CALLS


@pytest.fixture(scope="module")
def explored(browser):
    """04-explore in a browser, every cell run."""
    browser.open("04-explore")
    browser.outputs = browser.run_all()
    return browser


@pytest.fixture(scope="module")
def texts(project):
    """The articles of the default study as they were read, by outlet."""
    return {
        path.parent.name: path.read_text(encoding="utf-8", errors="replace")
        for path in project.joinpath("seeds").glob("*/*.txt")
    }


@pytest.fixture(scope="module")
def coded(explored, project):
    """What Ada decides on three propositions with the keyboard: the words of each, as the card showed them."""
    desk = explored.widget(coding)
    name = desk.get_by_label("Coder: your name")
    name.fill("Ada")
    name.press("Enter")
    explored.settle()
    first = [shown(desk, place=1, decided=0)]
    desk.locator(".desk").press("a")
    second = [shown(desk, place=2, decided=1)]
    desk.locator(".desk").press("r")
    third = [shown(desk, place=3, decided=2)]
    desk.locator(".desk").press("c")
    desk.get_by_role("combobox", name="code").press_sequentially("isolation")
    desk.get_by_role("combobox", name="code").press("Enter")
    shown(desk, place=3, decided=3)
    desk.locator(".desk").press("j")
    shown(desk, place=4, decided=3)
    return [*first, *second, *third]


def shown(desk, *, place, decided):
    """The words that the desk's card shows, once it stands at that place of the queue and so many are decided."""
    expect(desk.locator(".desk > .bar")).to_contain_text(re.compile(rf"{place} of \d+ · {decided} decided by Ada"))
    expect(desk.locator(".desk > .card[aria-label=proposition]")).to_be_visible()
    expect(desk).not_to_have_attribute("data-waiting", "")
    return desk.locator(".card .quote mark").first.text_content()


def decisions(project, coder):
    rows = read_csv(project / "seeds" / "codings.csv")
    return rows[rows["coder"] == coder]


def joined(pieces):
    return "".join(pieces.all_text_contents())


def test_the_notebook_runs_top_to_bottom(explored):
    assert [output for output in explored.outputs if output["output_type"] in ("error", "stream")] == []
    shown = [output for output in explored.outputs if "<figure" in "".join(output.get("data", {}).get("text/html", ""))]
    assert len(shown) == 2


@pytest.mark.parametrize("call", CALLS)
def test_a_widget_can_be_read_in_the_light_theme(explored, call):
    assert explored.contrast(call) > 7


def test_the_reader_leads_from_marked_words_to_their_card(explored, texts):
    page = explored.widget(reader)
    page.locator(".column .piece.motive").first.click()
    quote = page.locator(".card .quote mark")
    expect(quote).to_be_visible()
    explored.settle()
    assert quote.text_content() == joined(page.locator(".piece.chosen"))
    assert quote.text_content() in texts["warsaw-institute"]


def test_the_reader_goes_from_sign_to_sign_by_keys(explored):
    page = explored.widget(reader)
    signs = page.locator(".column").nth(1).locator("[data-proposition]")
    signs.nth(2).press("Enter")
    expect(signs.nth(2)).to_have_attribute("aria-current", "")
    explored.settle()
    before = page.locator(".card .quote mark").text_content()
    signs.nth(2).press("j")
    expect(signs.nth(3)).to_be_focused()
    expect(page.locator(".card .quote mark")).not_to_have_text(before)


def test_the_reader_hides_a_layer_and_turns_to_another_actor(explored):
    page = explored.widget(reader)
    page.locator("[data-layer=frame] input").uncheck()
    expect(page.locator(".column .piece.frame")).to_have_count(0)
    page.locator("[data-layer=frame] input").check()
    expect(page.locator(".column .piece.frame").first).to_be_visible()
    explored.settle()
    own = page.locator(".column [data-proposition]").evaluate_all("signs => signs.map(one => one.dataset.proposition)")
    page.get_by_label("motives of").select_option("Washington")
    expect(page.locator(f'.column [data-proposition="{own[0]}"]')).to_have_count(0)
    page.get_by_label("motives of").select_option("Moscow")
    expect(page.locator(f'.column [data-proposition="{own[0]}"]')).to_be_visible()


def test_the_matrix_opens_a_cell_by_keys_and_a_proposition_in_its_article(explored):
    page = explored.widget(matrix)
    cells = page.locator("[data-place]")
    cells.first.press("ArrowDown")
    expect(cells.nth(2)).to_be_focused()
    cells.nth(2).press("Enter")
    many = int(re.search(r": (\d+) proposition", cells.nth(2).get_attribute("aria-label"))[1])
    entries = page.locator(".cell-list .entry")
    expect(entries).to_have_count(many)
    entries.last.click()
    expect(page.locator(".card .quote mark")).to_have_text(entries.last.locator("mark").text_content())
    page.get_by_role("button", name="open in the reader").click()
    expect(page.locator(".reading .piece.chosen").first).to_be_visible()
    explored.settle()
    assert joined(page.locator(".reading .piece.chosen")) == page.locator(".card .quote mark").text_content()


def test_the_matrix_gathers_codes_in_groups(explored):
    page = explored.widget(matrix)
    expect(page.locator("tbody tr").first).to_be_visible()
    codes = page.locator("tbody tr").count()
    page.get_by_label("by group").check()
    groups = page.locator("tbody tr.group")
    expect(groups.first).to_be_visible()
    for name in groups.locator("th").all_text_contents():
        page.get_by_role("button", name=name).click()
    expect(page.locator("tbody tr.inner")).to_have_count(codes)
    page.get_by_label("by group").uncheck()
    expect(page.locator("tbody tr")).to_have_count(codes)


def test_the_concordance_finds_what_is_typed_and_leads_to_its_sentence(explored, texts):
    page = explored.widget(concordance)
    page.get_by_label("look up").fill("")
    page.get_by_label("look up").press_sequentially("sanction*")
    found = [match for text in texts.values() for match in re.findall(r"(?i)\bsanction\w*", text)]
    expect(page.locator(".count-line")).to_contain_text(re.compile(rf"\b{len(found)} hits"))
    lines = page.locator(".context .line")
    expect(lines).to_have_count(len(found))
    explored.settle()
    assert sorted(lines.locator(".node").all_text_contents()) == sorted(found)
    line = lines.nth(1)
    line.click()
    mark = page.locator(".article .piece.found")
    expect(mark).to_be_in_viewport()
    explored.settle()
    start = int(mark.get_attribute("data-start"))
    outlet = {"Warsaw Institute": "warsaw-institute", "Baonghean": "baonghean"}[line.locator(".where").text_content()]
    assert texts[outlet][start:].startswith(line.locator(".node").text_content())
    assert line.locator(".right").text_content() in texts[outlet][start:]
    page.get_by_label("look up").press("ArrowDown")
    lines.nth(1).press("ArrowUp")
    lines.nth(0).press("Enter")
    expect(lines.nth(0)).to_have_attribute("aria-selected", "true")
    expect(page.locator(".article .piece.found")).not_to_have_attribute("data-start", str(start))


def test_the_concordance_sorts_and_chooses_and_saves(explored, project):
    page = explored.widget(concordance)
    page.get_by_label("look up").fill("korea*")
    page.get_by_label("look up").press("Enter")
    page.get_by_label("sort by").select_option("1R")
    expect(page.locator(".context .sorted").first).to_be_visible()
    explored.settle()
    words = [word.lower() for word in page.locator(".context .right .sorted").all_text_contents()]
    assert len(words) > 2
    assert words == sorted(words)
    page.get_by_role("checkbox", name="Baonghean").uncheck()
    expect(page.locator(".count-line")).to_contain_text("of 1 article chosen")
    explored.settle()
    left = page.locator(".context .line .where").all_text_contents()
    assert set(left) == {"Warsaw Institute"}
    page.get_by_role("button", name="save these lines").click()
    expect(page.locator("xpath=..").locator(".status")).to_contain_text("concordance-korea.csv")
    with (project / "seeds" / "figures" / "concordance-korea.csv").open(newline="") as file:
        assert [row["outlet"] for row in csv.DictReader(file)] == ["warsaw-institute"] * len(left)


def test_the_workshop_writes_a_term_and_takes_it_back(explored, project):
    page, path = explored.widget(workshop), project / "seeds" / "frames.yaml"
    before = path.read_text()
    assert before.count("#") > 5
    page.get_by_label("frame", exact=True).select_option("sanctions")
    page.get_by_label("pattern").fill("")
    page.get_by_label("pattern").press_sequentially("tension*")
    expect(page.locator(".forms").first).to_contain_text("tensions")
    page.get_by_role("button", name="add to frames.yaml").click()
    expect(page.get_by_role("button", name=re.compile(r"^try tension\*, [1-9]"))).to_be_visible()
    explored.settle()
    changed = [line for line in difflib.ndiff(before.splitlines(), path.read_text().splitlines()) if line[0] in "+-"]
    assert changed == ["+       - tension*"]
    block = path.read_text().partition("\n  sanctions:")[2].partition("\n\n  ")[0]
    assert "- tension*" in block
    page.get_by_role("button", name="undo").click()
    expect(page.get_by_role("button", name=re.compile(r"^try tension\*"))).to_have_count(0)
    explored.settle()
    assert path.read_text() == before


def test_three_propositions_are_coded_by_keys(coded, project):
    made = decisions(project, "Ada")
    assert list(made["quote"]) == coded
    assert [one in ("accept", "relabel") for one in made["decision"]] == [True, False, True]
    assert list(made["decision"])[1:] == ["reject", "relabel"]
    assert list(made["category"])[2] == "escape_isolation"


def test_undo_takes_the_last_decision_back_and_shows_it_again(explored, coded, project):
    desk, before = explored.widget(coding), len(decisions(project, "Ada"))
    quote = shown(desk, place=4, decided=3)
    desk.locator(".desk").press("a")
    shown(desk, place=5, decided=4)
    desk.locator(".desk").press("u")
    assert shown(desk, place=4, decided=3) == quote
    made = decisions(project, "Ada").iloc[before:]
    assert list(made["decision"])[-1] == "withdraw"
    assert set(made["proposition"]) == {made["proposition"].iloc[0]}


def test_what_was_coded_is_there_after_a_restart(explored, coded, project):
    explored.restart()
    outputs = explored.run_all()
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
    desk, page = explored.widget(coding), explored.widget(reader)
    desk.get_by_label("Coder: your name").fill("Ada")
    desk.get_by_label("Coder: your name").press("Enter")
    explored.settle()
    expect(desk.locator(".desk > .bar")).to_contain_text("3 decided by Ada")
    made = decisions(project, "Ada").iloc[:3]
    for row, told in zip(made.itertuples(), ("accepted|relabelled", "rejected", "relabelled"), strict=True):
        column = page.locator(".column").nth(["warsaw-institute", "baonghean"].index(row.article.partition("/")[0]))
        column.locator(f'.piece.motive[data-start="{row.start}"]').click()
        expect(page.locator(".card .quote mark")).to_have_text(row.quote)
        expect(page.locator(".decisions li.mine")).to_have_text(re.compile(f"^Ada ({told})"))
