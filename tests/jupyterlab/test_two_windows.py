"""Two windows on one study, each with a kernel of its own: what is decided in both is put before the coder, not lost.

And propositions added by selecting words about an emoji, which a browser counts as two characters.
"""

import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from analysis.coding.decisions import CODING_COLUMNS
from analysis.files import read_csv

TEXT = """😀 Talks 👩‍👩‍👧 in Moscow

Moscow wants to protect its border 😀 from the US. Lavrov smiled 😀, at the old harbour and the sea.

Russia does not want a war with the US. Moscow seeks dialogue.
"""
STUDY = {
    "study.toml": """
title = "Small"
focal_actor = "Moscow"
outlets = [{folder = "alpha", name = "Alpha"}, {folder = "beta", name = "Beta"}]
actors = [{name = "Moscow", aliases = ["Moscow", "Russia", "Lavrov"]}, {name = "Washington", aliases = ["US"]}]
""",
    "frames.yaml": "frames:\n  talk:\n    terms: [dialogue]\n",
    "motives.yaml": """
codes:
  security: {label: security, group: own, definition: its own safety, cues: [border, protect*]}
  war: {label: no war, group: own, definition: no war, cues: [war]}
  other: {label: other, group: others, definition: anything else}
""",
    "alpha/one.txt": TEXT,
    "beta/two.txt": "The harbour was quiet.\n",
}
DESK = """import analysis
from analysis import explore
explore.coding(analysis.read_results("../small"), coder="Ada")"""
WORDS = """(article, words) => {
    const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + words.length);
        article.scrollTop += range.getBoundingClientRect().top - article.getBoundingClientRect().top - 40;
        const { left, right, top, height } = range.getBoundingClientRect();
        return [left, right, top + height / 2];
    }
}"""


@pytest.fixture(scope="module")
def small(project, write_notebook):
    """A study of two short articles, and two notebooks that code it."""
    for name, content in STUDY.items():
        path = project / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    write_notebook("window", DESK)
    write_notebook("other-window", DESK)
    return project / "small"


@pytest.fixture(scope="module")
def windows(small, open_browser):
    """The coding desk in two windows, as two kernels have it."""
    desks = []
    for name in ("window", "other-window"):
        browser = open_browser()
        browser.open(name)
        browser.run_all()
        desks.append(browser.widget("explore.coding("))
        desks[-1].get_by_label("go on after a decision").uncheck()
        card(desks[-1])
    return desks


@pytest.fixture
def rows(small):
    """Read the decisions that are on the disk."""
    path = small / "codings.csv"
    return lambda: read_csv(path) if path.exists() else pd.DataFrame(columns=CODING_COLUMNS)


def card(desk):
    """The card of the proposition that a desk shows, once it stands and takes keys."""
    made = desk.locator(".desk > .card[aria-label=proposition]")
    expect(made).to_be_visible()
    expect(desk).not_to_have_attribute("data-waiting", "")
    return made


def step_to(desk, words):
    """Go through the queue by key until the card shows these words."""
    while desk.get_by_role("button", name="back").is_enabled():
        desk.locator(".desk").press("k")
        card(desk)
    while words not in card(desk).locator(".quote mark").text_content():
        place = desk.locator(".desk > .bar .quiet").text_content()
        desk.locator(".desk").press("j")
        expect(desk.locator(".desk > .bar .quiet")).not_to_have_text(place)


def select(desk, words):
    """Draw the mouse over words of the article."""
    desk.page.bring_to_front()
    article, mouse = desk.locator(".article").first, desk.page.mouse
    article.scroll_into_view_if_needed()
    expect(desk).not_to_have_attribute("data-waiting", "")
    left, right, height = article.evaluate(f"article => ({WORDS})(article, {words!r})")
    mouse.move(left + 1, height)
    mouse.down()
    mouse.move(right, height, steps=4)
    mouse.up()


def test_what_another_window_decided_is_not_written_over(windows, rows):
    here, there = windows
    step_to(here, "border")
    step_to(there, "border")
    here.locator(".desk").press("a")
    expect(card(here).locator(".decisions")).to_contain_text("Ada accepted")
    card(here)
    before = rows()
    there.locator(".desk").press("r")
    alert = there.get_by_role("alert")
    expect(alert).to_contain_text("Decided in another window meanwhile")
    expect(alert).to_contain_text("accept · security")
    expect(alert).to_contain_text("Yours, not written: reject")
    assert rows().equals(before)
    there.get_by_role("button", name="keep the other").click()
    expect(card(there).locator(".decisions")).to_contain_text("Ada accepted")
    assert rows().equals(before)


def test_a_coder_may_put_a_decision_over_that_of_another_window(windows, rows):
    here, there = windows
    step_to(here, "war")
    step_to(there, "war")
    here.locator(".desk").press("r")
    expect(card(here).locator(".decisions")).to_contain_text("Ada rejected")
    card(here)
    before = rows()
    there.locator(".desk").press("h")
    there.get_by_role("button", name="put mine over it").click()
    expect(card(there).locator(".decisions")).to_contain_text("Ada relabelled: hedged")
    after = rows()
    assert after.iloc[: len(before)].equals(before)
    assert list(after["decision"].iloc[len(before) :]) == ["relabel"]
    assert list(after["hedged"].iloc[len(before) :]) == ["true"]


@pytest.mark.parametrize("words", ["old harbour", "smiled 😀"])
def test_words_about_an_emoji_are_added_where_they_stand(windows, rows, words):
    desk = windows[0]
    before = len(rows())
    card(desk)
    select(desk, words)
    desk.locator(".article").first.press("+")
    form = desk.get_by_role("group", name="add a proposition")
    expect(form.locator(".quote mark")).to_have_text(words)
    form.get_by_label("motive").select_option("security")
    form.get_by_label("note").fill("seen")
    form.get_by_role("button", name="add").click()
    expect(desk.locator("xpath=..").locator(".status")).to_have_text(f"added: “{words}”")
    added = rows().iloc[before:]
    start = TEXT.index(words)
    assert added[["decision", "start", "end", "quote", "category", "note"]].to_numpy().tolist() == [
        ["add", str(start), str(start + len(words)), words, "security", "seen"]
    ]
    expect(desk.locator(".article .piece.chosen")).to_have_text(re.compile(re.escape(words)))
