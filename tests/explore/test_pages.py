"""The widgets' pages in a browser without JupyterLab: a plain page whose questions the panels answer."""

import json
import shutil
import time

import pytest
from playwright.sync_api import expect, sync_playwright

from analysis import explore
from analysis.files import read_csv
from analysis.results import read_results

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
LONGEST = 60  # seconds
# Asked once a frame is drawn, for some events of a page (a box that opens) come just before one.
IS_WAITING = """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() =>
    done(document.querySelector("[data-waiting]") !== null))))"""
HEAR = "([number, message]) => document.getElementById(`panel-${number}`).hear(message)"


@pytest.fixture(scope="module")
def chromium():
    expect.set_options(timeout=LONGEST * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Pages:
    """Panels of one desk, each in its part of a page; questions and answers go between while `settle` waits."""

    def __init__(self, page, panels):
        self.page, self.panels, self.asked, self.told = page, panels, [], []
        page.set_default_timeout(LONGEST * 1000)
        page.expose_function("toKernel", lambda number, message: self.asked.append((number, message)))
        for number, panel in enumerate(panels):
            panel.send = lambda message, number=number: self.told.append((number, message))
            page.evaluate(MOUNT, [number, panel._esm, dict(panel.opening)])
        self.settle()

    def __getitem__(self, number):
        return self.page.locator(f"#panel-{number}")

    def settle(self):
        """Answer every question until no panel waits for an answer, or for a pause in typing."""
        until = time.monotonic() + LONGEST
        while self.page.evaluate(IS_WAITING) or self.asked or self.told:
            assert time.monotonic() < until, (self.asked, self.told)
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
    assert why.inner_text().startswith("Why this one: the machine is ")
    pages[1].get_by_label("queue").select_option("reach")
    pages.settle()
    assert "that can speak of Moscow" in why.inner_text()


def rows(tiny):
    return read_csv(tiny.study.codings)


def place(pages):
    return pages[1].locator(".desk > .bar").inner_text()


def press(pages, *keys):
    for key in keys:
        pages[1].locator(".desk").press(key)
    pages.settle()


def test_only_the_last_word_on_a_proposition_goes_on_to_the_next(pages, tiny):
    pages.name("ana", number=1)
    press(pages, "h")
    assert "1 of 4" in place(pages) and "1 decided" in place(pages)
    press(pages, "a")
    assert "2 of 4" in place(pages)
    press(pages, "r")
    assert "3 of 4" in place(pages) and list(rows(tiny)["decision"])[-1] == "reject"


def test_a_key_pressed_before_the_next_card_is_there_is_refused_and_told(pages, tiny):
    pages.name("ana", number=1)
    pages[1].locator(".desk").press("a")
    pages[1].locator(".desk").press("r")
    assert "“r” was not taken" in pages[1].locator(".status").inner_text()
    pages.settle()
    assert len(rows(tiny)) == 1 and "2 of 4" in place(pages)


def test_a_key_held_down_decides_once(pages, tiny):
    pages.name("ana", number=1)
    pages[1].get_by_label("go on after a decision").uncheck()
    pages[1].locator(".desk").focus()
    for _ in range(3):
        pages.page.keyboard.down("r")
        pages.settle()
    assert len(rows(tiny)) == 1


def test_a_note_begun_waits_for_its_proposition_and_one_on_a_rejection_leaves_it_rejected(pages, tiny):
    pages.name("ana", number=1)
    field = pages[1].locator("input.note")
    field.fill("half")
    press(pages, "j")
    assert field.input_value() == ""
    press(pages, "k")
    assert field.input_value() == "half"
    field.fill("")
    press(
        pages,
        "r",
    )
    press(pages, "k")
    field.fill("why")
    field.press("Enter")
    pages.settle()
    assert rows(tiny)[["decision", "note"]].to_numpy().tolist() == [["reject", ""], ["reject", "why"]]


def test_a_memo_begun_waits_for_its_coder(pages):
    pages.name("ana")
    pages.click(pages[0].locator("details.memo summary").first)
    memo = pages[0].get_by_label("memo on this article").first
    memo.fill("begun")
    pages.name("bob")
    assert memo.input_value() == ""
    pages.name("ana")
    assert memo.input_value() == "begun"


def test_a_missing_file_is_put_before_the_coder(pages, tiny):
    pages.name("ana", number=1)
    press(pages, "a")
    tiny.study.codings.unlink()
    press(pages, "a")
    assert "had 1 decision and now has 0" in pages[1].get_by_role("alert").inner_text()
    press(pages, "r")
    assert not tiny.study.codings.exists()
    pages.click(pages[1].get_by_role("button", name="go on with what is there"))
    assert list(rows(tiny)["decision"]) == ["accept"]


def test_a_sentence_is_added_and_narrowed_by_keys_alone(pages, tiny):
    pages.name("ana", number=1)
    pages[1].get_by_label("queue").select_option("sentences")
    pages.settle()
    press(pages, "a")
    assert "0 says no motive" in pages[1].locator(".status").inner_text()
    press(pages, "+")
    form = pages[1].get_by_role("group", name="add a proposition")
    whole = form.locator("mark").inner_text()
    form.get_by_label("one word less at the end").press("Enter")
    form.get_by_label("one word less in front").press("Enter")
    narrowed = " ".join(whole.split()[1:-1])
    assert form.locator("mark").inner_text() == narrowed
    form.get_by_role("button", name="add", exact=True).press("Enter")
    pages.settle()
    assert rows(tiny)[["decision", "quote"]].to_numpy().tolist() == [["add", narrowed]]


def test_the_source_and_kind_are_chosen_by_keys(pages, tiny):
    pages.name("ana", number=1)
    press(pages, "i")
    pages[1].get_by_role("combobox", name="kind").press("3")
    pages.settle()
    press(pages, "v")
    pages[1].get_by_role("combobox", name="voice").press("3")
    pages.settle()
    press(pages, "o")
    pages[1].get_by_role("textbox", name="source").fill("a minister")
    pages[1].get_by_role("textbox", name="source").press("Enter")
    pages.settle()
    last = rows(tiny).iloc[-1]
    assert (last["kind"], last["voice"], last["source"]) == ("need", "other", "a minister")


def test_keys_pressed_without_a_name_are_not_taken_for_one(pages):
    pages.page.clock.install()
    pages.page.clock.pause_at(time.time() + 1)
    pages[1].locator(".desk").press("a")
    pages.page.keyboard.type("ar")
    name = pages[1].get_by_label("Coder: your name")
    expect(name).to_have_value("")
    expect(pages[1].locator(".status")).to_contain_text("Write your name first")
    expect(name).not_to_be_focused()
    pages.page.clock.run_for(500)
    expect(name).to_be_focused()


WISHES = """A day of talks

Moscow wants to protect its border.

Lavrov said that Russia seeks a quiet border with the US.

In spring Russia wants to close the border to lorries.
"""


@pytest.fixture
def wishes(chromium, tiny_study, tmp_path):
    """The reader and the matrix of an article with three propositions of one code."""
    folder = shutil.copytree(tiny_study, tmp_path / "wishes")
    folder.joinpath("alpha", "one.txt").write_text(WISHES)
    results = read_results(folder)
    page = chromium.new_page()
    yield Pages(page, [explore.reader(results), explore.matrix(results)])
    page.close()


def test_keys_in_quick_succession_go_on_from_one_another_in_the_reader(wishes):
    signs = wishes[0].locator(".column").first.locator("[data-proposition]")
    signs.first.press("Enter")
    for _ in range(2):  # the kernel has not answered yet
        wishes.page.keyboard.press("j")
    expect(signs.nth(2)).to_be_focused()


def test_keys_in_quick_succession_go_on_from_one_another_in_the_matrix(wishes):
    wishes[1].locator("td.full").first.press("Enter")
    wishes.settle()
    entries = wishes[1].locator(".cell-list .entry")
    entries.first.click()
    for _ in range(2):
        wishes.page.keyboard.press("j")
    expect(entries.nth(2)).to_be_focused()
    wishes.settle()
    expect(entries.nth(2)).to_have_attribute("aria-current", "")
    expect(wishes[1].locator(".cell-list [aria-current]")).to_have_count(1)


@pytest.fixture
def searching(chromium, tiny):
    page = chromium.new_page()
    yield Pages(page, [explore.concordance(tiny, "border"), explore.workshop(tiny, "border")])
    page.close()


def type_in(pages, label, text, *, number):
    pages[number].get_by_label(label).fill(text)
    pages.settle()


def test_a_refused_search_leaves_no_lines_of_the_one_before(searching):
    panel = searching[0]
    searching.click(panel.locator(".line").first)
    assert panel.locator(".piece.found").first.is_visible()
    type_in(searching, "look up", "*", number=0)
    assert "holds no word" in panel.locator(".refused").inner_text()
    assert panel.locator(".line").count() == 0
    assert panel.get_by_role("button", name="save these lines").is_disabled()
    assert not panel.locator(".article").is_visible()
    type_in(searching, "look up", "frame:talk", number=0)
    assert not panel.locator(".refused").is_visible()
    assert (panel.locator(".line").count(), panel.get_by_label("frame").input_value()) == (2, "talk")


def test_what_is_no_term_cannot_be_added(searching):
    panel = searching[1]
    add = panel.get_by_role("button", name="add to frames.yaml")
    type_in(searching, "pattern", "weather", number=1)
    assert add.is_enabled()
    type_in(searching, "pattern", "[Moscow]", number=1)
    assert "takes words, not actors" in panel.locator(".refused").inner_text()
    assert add.is_disabled() and panel.locator(".line").count() == 0


def test_the_focus_stays_in_the_workshop_after_adding_and_esc_keeps_the_pattern(searching):
    panel = searching[1]
    type_in(searching, "pattern", "weather", number=1)
    add = panel.get_by_role("button", name="add to frames.yaml")
    add.focus()
    searching.click(add)
    focused = "document.activeElement.getAttribute('aria-label')"
    assert searching.page.evaluate(focused) == "pattern"
    searching.page.keyboard.press("Escape")
    assert panel.get_by_label("pattern").input_value() == "weather"
