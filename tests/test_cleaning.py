"""Layouts as they come: furniture is marked ⟦reason: the furniture⟧, and all that is not marked must stay."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cleaning import LINE_RULES, Removal, blank_out, find_removals
from analysis.cleaning.markup import find_markup
from analysis.cleaning.rules import any_of

SEEDS = Path(__file__).parent.parent / "seeds"
PARAGRAPH = "Moscow said on Monday that it would send an envoy to Pyongyang before the end of the month."
MARKED = re.compile(r"⟦([a-z ]+): ?([^⟧]*)⟧")

LAYOUTS = {
    "newspaper": f"""
Kim warns of war
⟦byline: By Ann Lee and Bo Ek in Seoul⟧
⟦date line: Published on Tue 26 Sep 2017 10.05 BST⟧
⟦page control: Share on Facebook⟧
⟦page control: Share on Twitter⟧
⟦page control: Share via Email⟧

{PARAGRAPH}

⟦page control: Advertisement⟧

{PARAGRAPH}

⟦tags: Topics: Russia, North Korea, Asia Pacific⟧
""",
    "wire": f"""
Russia to send envoy to North Korea
⟦byline: By Reuters Staff⟧
⟦date line: September 3, 2017 / 9:14 AM / 3 years ago⟧

⟦dateline: MOSCOW, Sept 3 (Reuters) - ⟧{PARAGRAPH}

{PARAGRAPH}

⟦byline: (Reporting by Ann Lee; Editing by Bo Ek)⟧
⟦licence: Our Standards: © 2017 Reuters. All rights reserved.⟧
""",
    "state agency": f"""
Russia calls for dialogue
⟦dateline: MOSCOW, September 26. /TASS/. ⟧{PARAGRAPH}
{PARAGRAPH}
""",
    "agency abroad": f"""
Envoy to visit Pyongyang
⟦date line: 2017-09-26 10:05:00⟧
⟦dateline: PYONGYANG, Sept. 26 (Xinhua) -- ⟧{PARAGRAPH}
{PARAGRAPH} ⟦end mark: ■⟧
""",
    "broadcaster": f"""
Story highlights
⟦dateline: Seoul, South Korea (CNN) -- ⟧{PARAGRAPH}
⟦link list: READ MORE: Putin warns Kim over missiles⟧
{PARAGRAPH}
⟦author note: Ann Lee contributed to this report.⟧
""",
    "newspaper in translation": f"""
Russia takes the stand
⟦dateline: (Baonghean) - ⟧{PARAGRAPH}
⟦image mark: ![]() |⟧
⟦caption: An envoy in Pyongyang. Source: WN.news |⟧
{PARAGRAPH}⟦end mark: /.⟧
⟦byline: Thuy Ngoc⟧
⟦related posts: RELATED NEWS |⟧
⟦table rule: ---|⟧
""",
    "think tank": f"""
⟦masthead: RUSSIA MONITOR⟧

⟦date line: Date: 26 September 2017⟧

Moscow Consistent in the Korean Crisis

{PARAGRAPH}

⟦credit: © KCNA / JUSTIN LANE PAP/EPA⟧

{PARAGRAPH}

⟦licence: All texts may be disseminated on the condition that their origin is credited.⟧

⟦tags: TAGS:⟧

⟦related posts: Related posts⟧
⟦related posts: Top⟧
""",
    "commentary": f"""
⟦masthead: Commentary⟧
What does Moscow want?
⟦byline: By Ann van der Berg⟧
{PARAGRAPH}[1]
{PARAGRAPH}
⟦author note: Ann van der Berg is a senior fellow at the Institute of Peace.⟧
⟦author note: The views expressed here are the author's own.⟧
""".replace("[1]", ""),
    "jekyll": f"""⟦front matter: ---
layout: post
title : What Moscow wants
date  : 2017-09-26 12:00:00 +0800
---
⟧
⟦markup: ### ⟧The buffer

{PARAGRAPH}

⟦image mark: ![Kim](https://example.org/kim_(1).jpg)⟧

⟦markup: **⟧Moscow⟦markup: **⟧ wants ⟦markup: [⟧a seat⟦markup: ](https://example.org/seat)⟧ at the table of the powers.

⟦table rule: ---⟧

⟦author note: __Ann Lee__ is the director of the Korea Program at the Center for Studies.⟧
""",
    "footnotes": f"""
A question of status

Moscow wants a seat at the table.⟦footnote mark: [1]⟧ {PARAGRAPH}

Its envoy came to Pyongyang⟦footnote mark: [^2]⟧ and left again on the same day.

⟦footnote: [1] Ann Lee, "Moscow's Seat", Review of Peace 3 (2017).⟧
⟦footnote: [^2]: Bo Ek, interview with the author.⟧
""",
    "copied from a page": f"""
⟦page control: Home > News > World⟧
⟦page control: Skip to content⟧
Kim warns of war
⟦date line: Tuesday, September 26, 2017⟧
⟦page control: Facebook⟧
⟦page control: Twitter⟧
⟦page control: WhatsApp⟧
{PARAGRAPH}
⟦page control: Sign up for our daily newsletter⟧
{PARAGRAPH}
⟦link list: Read more: Putin warns Kim⟧
⟦page control: Comments (12)⟧
⟦page control: Back to top⟧
""",
    "html": f"""
⟦markup: <h1>⟧Kim warns of war⟦markup: </h1>⟧
⟦markup: <p class="first">⟧{PARAGRAPH}⟦markup: </p>⟧
⟦markup: <!-- advertisement -->⟧
⟦markup: <p>⟧He wrote <script>alert(1)</script> and AT&⟦markup: amp;⟧T on the wall of the room.⟦markup: <br/>⟧
""",
    "photos": f"""
Kim warns of war
⟦credit: Photo by Ann Lee / AFP⟧
{PARAGRAPH}
⟦caption: A launcher on parade in Pyongyang. (Photo: KCNA)⟧
{PARAGRAPH}
⟦caption: Kim Jong Un inspects a launcher. KCNA/via REUTERS⟧
⟦credit: Image credit: Ann Lee⟧
{PARAGRAPH} ⟦credit: Source: Interfax⟧
""",
    "database": f"""
Obama and Putin fail to find common ground
⟦byline: BYLINE: Ann Lee⟧
⟦database label: LENGTH: 640 words⟧
⟦database label: DATELINE: MOSCOW⟧
⟦database label: FULL TEXT.⟧
{PARAGRAPH}
⟦database label: LOAD-DATE: September 27, 2017⟧
⟦licence: Copyright 2017 The Daily Paper⟧
""",
    "blog": f"""
Why Moscow waits
⟦date line: Posted on September 26, 2017 by admin⟧
{PARAGRAPH}
⟦tags: Filed under: Asia, Russia⟧
⟦tags: #Russia #Korea⟧
⟦page control: Leave a comment⟧
⟦related posts: You may also like⟧
⟦related posts: Putin meets Kim⟧
⟦related posts: Ten days in Seoul⟧
""",
    "related box in the middle": f"""
Why Moscow waits
{PARAGRAPH}
⟦related posts: Related articles⟧
⟦related posts: - Putin meets Kim⟧
{PARAGRAPH}
""",
    "wrapped": """
Russia to send an envoy
⟦byline: By Ann Lee⟧

⟦dateline: MOSCOW (AP) - ⟧Russia said on Monday that it would send an envoy to the
North Korean capital, a step that follows months of quiet talks among
By Monday, the envoy was expected to be back in the city, officials of
the ministry said. Comments by the Kremlin were not to be had, and the
share of those who believe in a quick settlement is small in the town.

Read more than once, the statement of the ministry says very little of
the plan, and nothing at all about what would become of the sanctions.

⟦licence: Copyright 2017 The Associated Press. All rights reserved. This material may
not be published, broadcast, rewritten or redistributed.⟧
""",
}

TEXT_THAT_LOOKS_LIKE_FURNITURE = [
    "Image is everything to the Kremlin, and it knows this well.",
    "It has a new image: that of a peacemaker who came in from the cold.",
    "Images of the parade were shown on television all day.",
    "Print media",
    "Print media are less free than they were ten years ago.",
    "By Monday the army had left the town.",
    "By Force Alone",
    "By Vladimir Putin's own account, the talks had failed.",
    "Moscow, according to a source: the ministry, knew of the plan.",
    "Share prices fell",
    "Share of the vote",
    "Subscribe to this view and war is certain.",
    "Sign up to the treaty, he told Kim.",
    "Read more than once, the text says little.",
    "Watch: the Kremlin will move next.",
    "Date of the first strike unknown, 300 dead",
    "Updated missiles with a range of 500 km were tested.",
    "Copyright infringement worries the ministry.",
    "The weapon may not be used without the consent of the president, the law says.",
    "Topics: war, sanctions and energy were all on the table.",
    "Comments by the minister were not welcome.",
    "Vladimir Putin",
    "North Korea",
    "Facebook",
    "“We will not be left out.”",
    '"No."',
    "THE BUFFER",
    "WAR IN THE FAR EAST",
    "7 p.m.",
    "September 11",
    "26 September 2017",
    "Dmitry Peskov is a former journalist and the voice of the Kremlin.",
    "Follow the money, he said on Twitter.",
    "More news came from the front on Friday.",
    "Related to this is the question of the buffer.",
    "Source code was stolen from the ministry.",
    "Tags and labels do not help here.",
    "NATO — The alliance that Moscow fears — has grown since the war began in the winter of that year again.",
    "US - South Korean drills began on Monday and will go on for some ten days in the south of the country.",
    "5 * 3 is 15, and snake_case is a word of programmers.",
    "Home to millions, the city is in reach of the guns.",
    "The End of History",
]


def removals_of(text: str) -> list[tuple[str, str]]:
    return [(removal.why, text[removal.start : removal.end].strip()) for removal in find_removals(text)]


@pytest.mark.parametrize("name", LAYOUTS)
def test_furniture_goes_and_all_else_stays(name):
    marked = LAYOUTS[name].lstrip("\n")
    text = MARKED.sub(lambda match: match.group(2), marked)
    expected = [(why, furniture.strip()) for why, furniture in MARKED.findall(marked)]
    assert removals_of(text) == expected
    left = MARKED.sub("", marked)
    assert "".join(blank_out(text, find_removals(text)).split()) == "".join(left.split())


@pytest.mark.parametrize("line", TEXT_THAT_LOOKS_LIKE_FURNITURE)
def test_text_in_the_middle_of_an_article_is_never_taken(line):
    text = f"A title\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n"
    assert [removal for removal in find_removals(text) if removal.why != "markup"] == []


@pytest.mark.parametrize("line", TEXT_THAT_LOOKS_LIKE_FURNITURE)
def test_a_line_is_never_taken_for_being_the_title(line):
    text = f"{line}\n{PARAGRAPH}\n{PARAGRAPH}\n"
    if line not in ("Facebook", "26 September 2017"):
        assert [removal for removal in find_removals(text) if removal.why != "markup"] == []


def test_the_last_member_of_a_list_is_no_signature():
    text = f"{PARAGRAPH}\nFive powers have a veto:\nFrance\nUnited Kingdom\nUnited States\n"
    assert removals_of(text) == []


def test_a_byline_is_taken_where_a_title_is_left_and_kept_where_it_is_the_title():
    assert removals_of(f"By Ann Lee\nWhat Moscow wants\n{PARAGRAPH}") == [("byline", "By Ann Lee")]
    assert removals_of(f"By Force Alone\n{PARAGRAPH}") == []


def test_a_rule_line_at_the_top_is_no_front_matter():
    text = f"---\n{PARAGRAPH}\n---\n{PARAGRAPH}\n"
    assert removals_of(text) == [("table rule", "---"), ("table rule", "---")]


def test_empty_front_matter_and_a_byte_order_mark():
    assert removals_of("---\n---\nText of an article.") == [("front matter", "---\n---")]
    assert find_removals("\ufeffText of an article.") == [Removal(0, 1, "byte order mark")]


@pytest.mark.parametrize(
    ("name", "reasons"),
    [
        (
            "warsaw-institute/000_e125ccf955c029f6.txt",
            ["masthead", "date line", "credit", "licence", "tags", "related posts", "related posts"],
        ),
        (
            "baonghean/003_90fa7dea54c07598.txt",
            ["dateline", "image mark", "caption", "end mark", "byline", "related posts", "table rule"],
        ),
    ],
)
def test_the_seeds(name, reasons):
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert [removal.why for removal in find_removals(text)] == reasons


FURNITURE = st.sampled_from([*MARKED.sub(r"\2", "\n".join(LAYOUTS.values())).splitlines(), *"[]()!*_#<>&;-|/\n\ufeff"])


@settings(deadline=None)
@given(st.lists(st.one_of(FURNITURE, st.text(max_size=20))).map("\n".join))
def test_removals_are_ordered_without_overlap_and_blanking_keeps_offsets(text):
    removals = find_removals(text)
    assert all(0 <= removal.start < removal.end <= len(text) for removal in removals)
    assert all(one.end <= other.start for one, other in pairwise(removals))
    clean = blank_out(text, removals)
    taken = {i for removal in removals for i in range(removal.start, removal.end)}
    assert len(clean) == len(text)
    assert all(
        new == old if i not in taken else new == ("\n" if old == "\n" else " ")
        for i, (old, new) in enumerate(zip(text, clean, strict=True))
    )


LINES = sorted(
    {*MARKED.sub(r"\2", "\n".join(LAYOUTS.values())).splitlines(), *TEXT_THAT_LOOKS_LIKE_FURNITURE, PARAGRAPH}
)


@pytest.mark.parametrize("places", [("anywhere",), ("edges",), ("edges", "end")])
def test_the_rules_together_find_what_each_of_them_finds(places):
    for line in LINES:
        for bare in (" ".join(line.split()), line.upper(), line.lower()):
            alone = any(rule.form.fullmatch(bare) for rule in LINE_RULES if rule.place in places)
            assert bool(any_of(places).fullmatch(bare)) == alone, bare
    assert any(any_of(places).fullmatch(line) for line in LINES)


EMPHASIS = re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)")


@given(st.text(alphabet="*_a. \n", max_size=30))
def test_emphasis_is_a_run_of_signs_at_the_edge_of_a_word(text):
    found = [removal for removal in find_markup(text, start=0) if removal.why == "markup"]
    assert [(one.start, one.end) for one in found] == [match.span() for match in EMPHASIS.finditer(text)]
