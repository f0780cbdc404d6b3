"""The widgets' pages in a browser without JupyterLab: a plain page whose questions the panels answer."""

import json
import shutil

import pytest
from playwright.sync_api import sync_playwright

from analysis import explore

CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium; on Debian: apt-get install chromium")
MOUNT = """async ([number, script, opening]) => {
    const page = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    const el = document.body.appendChild(document.createElement("div"));
    el.id = `panel-${number}`;
    const model = {
        get: () => opening, on: (_, hear) => { el.hear = hear; }, off: () => {},
        send: (message) => window.toKernel(number, message),
    };
    page.default.render({ model, el });
}"""
HEAR = "([number, message]) => document.getElementById(`panel-${number}`).hear(message)"


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Pages:
    """Panels of one desk, each in its part of a page; questions and answers go between while `settle` waits."""

    def __init__(self, page, panels):
        self.page, self.panels, self.asked, self.told = page, panels, [], []
        page.expose_function("toKernel", lambda number, message: self.asked.append((number, message)))
        for number, panel in enumerate(panels):
            panel.send = lambda message, number=number: self.told.append((number, message))
            page.evaluate(MOUNT, [number, panel._esm, dict(panel.opening)])
        self.settle()

    def __getitem__(self, number):
        return self.page.locator(f"#panel-{number}")

    def settle(self):
        quiet = 0
        while quiet < 5:
            self.page.wait_for_timeout(20)
            quiet = 0 if self.asked or self.told else quiet + 1
            while self.asked:
                number, message = self.asked.pop(0)
                self.panels[number]._hear(None, message, None)
            while self.told:
                number, message = self.told.pop(0)
                self.page.evaluate(HEAR, [number, json.loads(json.dumps(message))])

    def name(self, coder, *, number=0):
        field = self[number].get_by_label("Coder: your name")
        field.fill(coder)
        field.press("Enter")
        self.settle()

    def click(self, found):
        found.click()
        self.settle()


@pytest.fixture
def pages(chromium, tiny):
    page = chromium.new_page()
    yield Pages(page, [explore.reader(tiny), explore.coding(tiny)])
    page.close()


def note(pages):
    return pages[0].locator("input.note")


def said(pages):
    return pages[0].locator(".decisions li").all_inner_texts()


def accept_first(pages, text):
    """Choose the reader's first proposition and accept it with a note."""
    pages.click(pages[0].locator("button.sign").first)
    note(pages).fill(text)
    pages.click(pages[0].get_by_role("button", name="accept"))


def test_what_the_last_coder_wrote_is_not_the_next_ones(pages):
    pages.name("ana")
    accept_first(pages, "ana’s note")
    pages.click(pages[0].locator("details.memo summary").first)
    memo = pages[0].get_by_label("memo on this article").first
    memo.fill("ana’s memo")
    pages.click(pages[0].get_by_text("keep the memo").first)
    assert memo.input_value() == "ana’s memo"
    pages.name("bob", number=1)
    assert (note(pages).input_value(), memo.input_value()) == ("", "")
    assert said(pages) == ["ana accepted — ana’s note"]
    assert pages[0].locator("details.memo .quiet").first.inner_text() == "ana: ana’s memo"


def test_a_coder_who_goes_blind_sees_nothing_of_the_others_from_then_on(pages):
    pages.name("ana")
    accept_first(pages, "mine")
    pages.click(pages[0].locator("details.memo summary").first)
    pages[0].get_by_label("memo on this article").first.fill("ana’s memo")
    pages.click(pages[0].get_by_text("keep the memo").first)
    pages.name("bob", number=1)
    assert "ana" in pages[0].inner_text()
    pages[1].get_by_label("blind to others").check()
    pages.settle()
    assert "ana" not in pages[0].inner_text() and "ana" not in pages[1].inner_text()


def test_a_decision_made_elsewhere_is_told_and_leaves_what_is_being_typed(pages):
    pages.name("ana")
    pages.click(pages[0].locator("button.sign").first)
    note(pages).fill("half typ")
    memo = pages[0].get_by_label("memo on this article").first
    pages.click(pages[0].locator("details.memo summary").first)
    memo.fill("begun")
    shown = pages[0].locator("button.sign").first.get_attribute("data-proposition")
    pages.panels[1]._hear(None, {"id": "x", "ask": "decide", "proposition": shown, "decision": "reject"}, None)
    pages.settle()
    assert said(pages) == ["ana rejected"]
    assert (note(pages).input_value(), memo.input_value()) == ("half typ", "begun")


def test_the_desk_says_why_a_proposition_or_a_sentence_is_chosen(pages):
    pages.name("ana")
    why = pages[1].locator(".desk > p")
    assert why.inner_text().startswith("Why this one: its words speak for ")
    pages[1].get_by_label("queue").select_option("reach")
    pages.settle()
    assert "that can speak of Moscow" in why.inner_text()
