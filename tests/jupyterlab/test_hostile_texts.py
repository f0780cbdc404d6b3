"""A study in which everything that can be named is named in markup, scripts, formulas: the widgets show it as text.

They are loaded in the dark theme, the others in the light one.
"""

import pytest
from playwright.sync_api import expect

IMAGE = "<img src=x onerror=window.broken=1>"
SCRIPT = "</script><script>window.broken=2</script>"
LINK = "javascript:window.broken=3"
FORMULA = '=HYPERLINK("http://example.invalid","x")'
FILE = "alpha <b>/javascript:1 <img src=x onerror=window.broken=4>.txt"
STUDY = {
    "study.toml": f"""
title = '{IMAGE}'
focal_actor = 'Moscow {IMAGE}'
[[outlets]]
folder = 'alpha <b>'
name = 'Alpha {IMAGE}'
[[outlets]]
folder = '=HYPERLINK(1)'
name = '{FORMULA} {SCRIPT}'
[[articles]]
file = '{FILE}'
title = '{LINK} {IMAGE}'
[[actors]]
name = 'Moscow {IMAGE}'
aliases = ['Moscow', 'Russia']
[[actors]]
name = '{FORMULA}'
aliases = ['US']
""",
    "frames.yaml": f"frames:\n  '{IMAGE}':\n    note: '{SCRIPT}'\n    terms: ['border', 'onerror*']\n",
    "motives.yaml": f"""
codes:
  security: {{label: '{IMAGE}', group: '{SCRIPT}', definition: '{LINK}', cues: [border, protect*]}}
  other: {{label: '{FORMULA}', group: others, definition: anything else}}
""",
    FILE: f"Moscow wants to protect its border {IMAGE} {SCRIPT} from the US. {FORMULA} said the border is {LINK}.\n",
    "=HYPERLINK(1)/two.txt": f"Russia wants to protect the border.\n\n{IMAGE}\n",
}
CALLS = [f"explore.{name}(results" for name in ("reader", "matrix", "concordance", "workshop", "coding")]
reader, matrix, concordance, workshop, coding = CALLS
CELLS = [
    "import analysis\nfrom analysis import explore\nresults = analysis.read_results('../hostile')",
    "explore.reader(results)", "explore.matrix(results)", "explore.concordance(results, 'border')",
    "explore.workshop(results, 'border')", "explore.coding(results)",
    "table = explore.trial_table(results, 'border')\nanalysis.show_table(table, table.columns)",
    "lines = analysis.concordance(results.tokens, results.sources.articles, 'border', window=8)\n"
    "analysis.show_table(lines, lines.columns)",
]  # fmt: skip
LIVING = "img[src=x], script, iframe, a[href^=javascript], a[href*=HYPERLINK], [onerror]"


@pytest.fixture(scope="module")
def hostile(project, write_notebook, browser):
    """The widgets on the hostile study."""
    for name, content in STUDY.items():
        path = project / "hostile" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    write_notebook("hostile", *CELLS)
    browser.open("hostile")
    browser.load_in("JupyterLab Dark")
    browser.outputs = browser.run_all()
    return browser


@pytest.fixture(autouse=True)
def only_text(hostile):
    """Hold every test to this: nothing of the study has become an element, an address or code."""
    yield
    hostile.settle()
    assert hostile.page.evaluate("window.broken ?? null") is None
    assert hostile.page.locator(".jp-OutputArea-output").locator(LIVING).count() == 0


def test_every_cell_runs_and_tables_show_text(hostile):
    assert [output for output in hostile.outputs if output["output_type"] in ("error", "stream")] == []
    tables = hostile.page.locator(".jp-OutputArea-output table.dataframe, .jp-RenderedHTMLCommon table")
    expect(tables.last).to_contain_text(FILE)


@pytest.mark.parametrize("call", CALLS)
def test_a_widget_can_be_read_in_the_dark_theme(hostile, call):
    assert hostile.contrast(call) > 7


def test_the_reader_shows_text(hostile):
    page = hostile.widget(reader)
    expect(page.locator(".column .head").first).to_contain_text(f"Alpha {IMAGE} · {LINK} {IMAGE}")
    expect(page.locator(".column .head").last).to_contain_text(f"{FORMULA} {SCRIPT}")
    expect(page.locator(".column .article").first).to_contain_text(f"its border {IMAGE} {SCRIPT}")
    page.locator(".column .piece.motive").first.click()
    expect(page.locator(".card .fields")).to_contain_text(f"Moscow {IMAGE}")
    page.locator(".legend > summary").first.click()
    expect(page.locator(".legend .frames")).to_have_text(IMAGE)


def test_the_matrix_shows_text(hostile):
    page = hostile.widget(matrix)
    expect(page.locator("p.title")).to_contain_text(f"Moscow {IMAGE}’s motives")
    expect(page.locator("thead")).to_contain_text(f"{FORMULA} {SCRIPT}")
    expect(page.locator("tbody th").first).to_have_text(IMAGE)
    expect(page.locator("tbody th").first).to_have_attribute("title", LINK)
    page.get_by_label("by group").check()
    expect(page.locator("tbody th").first).to_contain_text(SCRIPT)
    page.locator(".mark").first.click()
    expect(page.locator(".cell-list h4")).to_contain_text(f"{SCRIPT} · Alpha {IMAGE}")
    expect(page.locator(".cell-list .entry").first).to_contain_text(f"{LINK} {IMAGE}, s. 1")


def test_the_concordance_shows_text(hostile):
    page = hostile.widget(concordance)
    page.get_by_label("look up").fill("border")
    page.get_by_label("look up").press("Enter")
    expect(page.locator(".counts tbody")).to_contain_text(f"Alpha {IMAGE}")
    line = page.locator(".context .line").filter(has_text="protect its")
    expect(line.locator(".where")).to_have_text(f"Alpha {IMAGE}")
    expect(line.locator(".right")).to_contain_text(SCRIPT)
    line.click()
    expect(page.locator(".reader .article")).to_contain_text(f"{IMAGE} {SCRIPT}")
    page.get_by_label("look up").fill(IMAGE)
    page.get_by_label("look up").press("Enter")
    expect(page.locator(".count-line, .status").filter(has_text="nowhere in the 2 articles")).to_contain_text(IMAGE)


def test_the_workshop_shows_text_and_writes_it_as_text(hostile, project):
    page, path = hostile.widget(workshop), project / "hostile" / "frames.yaml"
    expect(page.locator(".terms")).to_contain_text(SCRIPT)
    page.get_by_label("frame", exact=True).select_option(label="a new frame …")
    page.get_by_label("name of the new frame").fill(FORMULA)
    page.get_by_label("pattern").fill("protect*")
    page.get_by_role("button", name="add to frames.yaml").click()
    expect(page.locator(".terms summary")).to_contain_text(FORMULA)
    page.get_by_label("pattern").fill("bord*")
    expect(page.locator(".findings")).to_contain_text(IMAGE)
    hostile.settle()
    assert path.read_text().startswith(STUDY["frames.yaml"])


def test_the_coding_desk_shows_text_and_keeps_it_as_text(hostile, project):
    page = hostile.widget(coding)
    page.get_by_label("go on after a decision").uncheck()
    page.get_by_label("Coder: your name").fill(IMAGE)
    page.get_by_label("Coder: your name").press("Enter")
    hostile.settle()
    expect(page.locator(".desk > .bar")).to_contain_text(f"decided by {IMAGE}")
    note = page.locator(".desk > .card").get_by_label("note")
    note.fill(FORMULA)
    page.get_by_role("button", name="accept").click()
    expect(page.locator(".decisions li")).to_contain_text(IMAGE)
    expect(page.locator(".decisions li")).to_contain_text(FORMULA)
    hostile.settle()
    assert "'" + FORMULA.replace('"', '""') in (project / "hostile" / "codings.csv").read_text()
    page.locator(".desk").press("c")
    expect(page.get_by_role("listbox", name="code").get_by_role("option").first).to_contain_text(IMAGE)
    page.get_by_role("combobox", name="code").press("Escape")
    page.locator(".memo > summary").click()
    page.get_by_label("memo on this article").fill(SCRIPT)
    page.get_by_role("button", name="keep the memo").click()
    expect(page.locator("xpath=..").locator(".status")).to_contain_text("memos.csv")
    expect(page.get_by_label("memo on this article")).to_have_value(SCRIPT)
