"""Rules of page furniture: what whole lines of it look like, and where such a line may stand.

A form is matched against the whole line, without its Markdown and HTML marks. A line may stand *anywhere*; at the
*edges*, before the first or behind the last paragraph of text; or at the *end*, behind the last one. What could also
be a sentence, a title or a heading of the article is taken at the edges alone, or not at all.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from .forms import (
    AGENCY,
    DATE_LABEL,
    HAS_WHOLE_DATE,
    MATERIAL,
    NAME,
    NAMES,
    NETWORK,
    PIECE_OF_DATE,
    ROLE,
)

Place = Literal["anywhere", "edges", "end"]
_OPEN = r"(?<![.!?:;,])"  # the line does not end as a sentence does: a headline


@dataclass(frozen=True)
class LineRule:
    """A form that a line of furniture has: the reason given for taking it out, and where such a line may stand."""

    why: str
    form: re.Pattern[str]
    place: Place = "anywhere"


def _any_case(why: str, form: str, place: Place = "anywhere") -> LineRule:
    return LineRule(why, re.compile(form, re.VERBOSE | re.IGNORECASE), place)


def _as_typed(why: str, form: str, place: Place = "anywhere") -> LineRule:
    return LineRule(why, re.compile(form, re.VERBOSE), place)


_DATE_LINES = (
    # Published on Tue 26 Sep 2017 10.05 BST; Date: 26 September 2017; Posted 2017-09-26 by admin
    _any_case(
        "date line",
        rf"""{HAS_WHOLE_DATE} {DATE_LABEL} (?:\s*:)?
        (?:[\s,|/•·–—-]*{PIECE_OF_DATE})+ (?:[\s,|]*by(?:\s\S+){{1,4}})? [\s|.]*""",
    ),
    # Tuesday, September 26, 2017 | 10:05 GMT
    _any_case("date line", rf"{HAS_WHOLE_DATE} (?:[\s,|/•·–—()-]*{PIECE_OF_DATE})+ [\s|)]*", "edges"),
    # Updated: 3 hours ago; 5 min read
    _any_case(
        "date line",
        rf"""(?:{DATE_LABEL}\s*:?\s+)? (?:an?|\d+)\s(?:minute|hour|day|week|month|year)s?\sago
        | \d+[\s-]min(?:ute)?s?\sread""",
        "edges",
    ),
)
_CREDITS = (
    # © KCNA / PAP; Photo credit: NASA; Picture: AFP; Photo by Ann Lee; Source: Ministry of Defence
    _any_case("credit", r"(?:©|\(c\)\s) .{0,120}"),
    _any_case(
        "credit", r"(?:photo(?:graph)?|image|picture|illustration|graphic)s? \s (?:credit|source)s? \s*: .{0,160}"
    ),
    _any_case("credit", r"(?:source|credit)s?\s*: .{1,120}"),
    _as_typed(
        "credit", rf"(?:Photo(?:graph)?s?|PHOTO|Picture|Image|Illustration)s?\s*: .{{0,80}}? \b{AGENCY} .{{0,30}}"
    ),
    _as_typed(
        "credit",
        rf"(?:Photo(?:graph)?s?|PHOTOS?|Picture|Image|Illustration)\s[Bb][Yy]:?\s(?:{NAME}|{AGENCY}) .{{0,60}}",
    ),
    _any_case(
        "credit",
        rf"""(?:(?:cover|header|featured|file|main)\s)? (?:photo(?:graph)?|image|picture|illustration|graphic)s?
        \s*: .{{0,160}} {_OPEN}""",
        "edges",
    ),
)
_LICENCES = (
    # Copyright 2017 AFP. All rights reserved; Images may not be used without permission
    _any_case("licence", r"(?:.{0,200}\W)? all\srights\sreserved\b .{0,300}"),
    _any_case("licence", r"copyright\s*(?:©|\(c\)|\d{4}|:|\||by\b) .{0,300}"),
    _any_case(
        "licence",
        rf"""(?:.{{0,200}}\W)? {MATERIAL} .{{0,160}} \b(?:may|must|can)(?:\s?not)?\s(?:only\s)?be\s
        (?:re)?(?:produced|published|used|printed|disseminated|distributed|broadcast|posted|copied)\b .{{0,300}}""",
        "edges",
    ),
    _any_case(
        "licence",
        r"""(?:.{0,200}\W)? (?:creative\scommons|CC[\s-]BY|without\s(?:(?:prior|written|express)\s)*permission)\b
        .{0,300}""",
        "edges",
    ),
)
_TAGS = (
    # TAGS: Korea, Putin; Filed under: Asia; #Russia #Korea
    _any_case("tags", r"(?:tags?|key\s?words?|filed\sunder|posted\sin|categor(?:y|ies)|labels|tagged)\s*: .{0,400}"),
    _any_case(
        "tags",
        rf"(?:topics?|subjects?|sections?|regions?|countries|in\sthis\sarticle)\s*: .{{0,400}} {_OPEN}",
        "edges",
    ),
    _any_case("tags", r"tags | keywords | (?:\#\w+[\s,|]*){1,20}", "edges"),
    _any_case("tags", r"(?:\#\w+[\s,|]*){2,20}"),
)
_LINK_LISTS = (
    # READ MORE: Putin warns Kim; Read the full story here; Click here to see the map; https://example.org/map
    _any_case(
        "link list",
        r"""(?:[>»→]+\s*)?
        (?:read\s(?:more|also|next|on|further)|also\sread|see\s(?:also|more)|more\son\sthis|don['’]t\smiss)
        \s*[:|>»→–—]\s* .{0,200}""",
    ),
    _any_case(
        "link list",
        r"""(?:read|see|watch|view)\s (?:more|also|next|(?:the\s)(?:rest|original(?:\s\w+)?|(?:full|whole)\s\w+))
        (?:\s(?:here|at|on)\b.{0,40})? [\s.!>»→…]*""",
    ),
    _any_case(
        "link list", r"(?:click|tap)\shere\b.{0,120} | continue\sreading\b.{0,60} | more\son\sthis\s(?:story|topic)"
    ),
    _any_case("link list", r"(?:https?://|www\.)\S+"),
    # WATCH: Putin warns Kim (a headline; as a sentence, "Watch: the Kremlin will move next.", it stays)
    _as_typed("link list", rf"(?:READ|WATCH|LISTEN|VIDEO|RELATED|ALSO|MORE)\s*[:|]\s*(?:\S+\s+){{2,20}}\S* {_OPEN}"),
    _any_case(
        "link list",
        rf"(?:read|watch|listen|video|explainer|gallery|podcast|more|related)\s*[:|]\s*(?:\S+\s+){{2,20}}\S* {_OPEN}",
        "edges",
    ),
)
_PAGE_CONTROLS = (
    # Advertisement; Share on Facebook; Facebook Twitter Pinterest; 12 comments; Back to top
    _any_case(
        "page control",
        r"advertise?ment(?:\W+continue.{0,30})? | (?:story|article)\scontinues\sbelow.{0,40}",
    ),
    _any_case(
        "page control",
        rf"""share\s(?:this|on|via|by|with)
        (?:\s(?:on|via|by|post|page|story|article|your|friends|and|or|link|{NETWORK})[:,.]?){{0,6}}""",
    ),
    _any_case("page control", rf"(?:{NETWORK}[\s,|/•·]+){{1,9}}{NETWORK}"),
    _any_case(
        "page control",
        r"""print\s(?:this|page|article|version).{0,20} | (?:leave|post|add|write)\sa\s(?:comment|reply)
        | (?:view|show|hide|load)\s(?:all\s|more\s)?(?:\d+\s)?comments | (?:\d+|no)\s(?:comment|share|view|like)s?
        | comments?\s\(\d+\) | comments\sare\sclosed\.? | join\sthe\s(?:conversation|discussion)
        | back\sto\s(?:the\s)?top | skip\sto\s(?:main\s)?(?:content|navigation) | text\ssize.{0,20}
        | download\s(?:the\s)?(?:pdf|app).{0,20} | listen\sto\sthis\sarticle.{0,20}""",
    ),
    # Sign up for our newsletter; Subscribe now; Follow us on Twitter; Get it in your inbox
    _any_case(
        "page control",
        r"""(?:subscribe|sign\sup|register)\b
        (?=.{0,120}\b(?:newsletters?|e-?mails?|alerts?|inbox|channel|now|today|here|free|account|updates|us)\b)
        (?:\s(?:to|for|now|today|here|and|with|by|on)\b .{0,140})? [.!:»>]*""",
    ),
    _any_case("page control", r"(?:get|receive)\b .{0,80} \b(?:inbox|newsletter|by\se-?mail)\b .{0,40}"),
    _any_case("page control", rf"(?:follow|like|find|join)\s(?:us|(?:\w+\s){{1,4}}?)\s?(?:on|at)\s{NETWORK} .{{0,80}}"),
    _any_case("page control", r"follow\s(?:us|@\w+) .{0,60}"),
    # a word that may be a heading in the text, and is a button above or below it
    _any_case(
        "page control",
        rf"""(?:share|tweet|pin|post|send|like|save|menu|search|home|log\s?in|comments?|sponsored|newsletter
        |{NETWORK})[.:]?""",
        "edges",
    ),
    _any_case("page control", r"(?:home|news|start)\s?[>»/›]\s?.{1,100}", "edges"),
)
_DATABASE_LABELS = (
    # ABSTRACT.; BODY:; LENGTH: 600 words; LOAD-DATE: September 26, 2017
    _as_typed(
        "database label", r"(?:ABSTRACT|FULL\sTEXT|BODY|HIGHLIGHT)\s*[.:]? | (?:LEAD|SECTION|HEADLINE|LENGTH)\s*[.:]"
    ),
    _as_typed(
        "database label",
        r"""(?:LENGTH|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|DOCUMENT-TYPE|SECTION|EDITION|DATELINE)\s*:\s.{0,80}
        | LENGTH\s+\d+\swords""",
    ),
)
_BYLINES = (
    # By Ann Lee and Bo Ek in Moscow; BYLINE: Ann Lee; By Reuters Staff (not "By Monday the army had left.")
    _as_typed(
        "byline",
        rf"""(?:[Bb]y|BY|(?:Words|Text|Story|Written|Reported|Analysis|Opinion)\sby|Text|[Bb]yline|BYLINE|Authors?|AUTHORS?)\s*:?\s+
        (?:{NAMES}|{AGENCY}|[Oo]ur\s[\w\s]{{3,40}})
        (?:(?:\s+[|–—/-]|,|\s+in|\s+for|\s+[Ss]taff|\s*\()\s*.{{0,80}})? {_OPEN}""",
        "edges",
    ),
    _as_typed("byline", rf"{NAME}\s*(?:[,|/–—-]|\(|\bin\b|\bfor\b)\s*{AGENCY} .{{0,40}}", "edges"),
    _as_typed(
        "byline",
        rf"\(?(?:(?:Additional\s)?[Rr]eporting|Writing|Editing|Translated|Compiled|Edited)\s(?:and\s\w+\s)?by:?\s{NAME}.{{0,300}}",
    ),
)
_AUTHOR_NOTES = (
    # Ann Lee is a senior fellow at ...; Ann Lee contributed to this report; The views expressed are the author's own
    _as_typed(
        "author note",
        rf"""{NAMES},?\s+(?:is|are|was|works\sas|serves\sas)\s+(?:an?\s|the\s|currently\s)*
        (?:[\w’'-]+,?\s|[\w’']+-){{0,5}} {ROLE}
        .{{0,600}}""",
        "end",
    ),
    _as_typed("author note", rf"{NAMES}\s+(?:contributed\s(?:to\sthis|reporting)|reported\sfrom)\b.{{0,200}}", "end"),
    _any_case(
        "author note",
        r"""about\sthe\sauthors? | (?:the|this)\s(?:author|writer)s?\s(?:is|are)\b.{0,600}
        | (?:the\s)?(?:views|opinions)\sexpressed\b.{0,400} | editor['’]?s['’]?\snote\s*:.{0,400}
        | (?:this|the)\s(?:article|story|piece|commentary|report)\s(?:was\s)?(?:first|originally|also)\b.{0,200}
        | (?:contact|e-?mail)(?:\sthe\s(?:author|reporter|writer)s?)?\s*(?::|at)\s.{0,120}""",
        "end",
    ),
)
_MARKS = (
    _any_case("end mark", r"[-–—(\s]*(?:ends?|30|xxx)[-–—)\s]* | \#{2,} | [■□◼●]+", "end"),
    _any_case("table rule", r"(?=[\s|:+=*_-])(?=.*(?:---|===|\*\*\*|___|\|))[\s|:+=*_-]{1,400} | (?:\*\s){2,}\*"),
)
LINE_RULES: tuple[LineRule, ...] = (
    *_DATE_LINES,
    *_LICENCES,
    *_CREDITS,
    *_TAGS,
    *_LINK_LISTS,
    *_PAGE_CONTROLS,
    *_DATABASE_LABELS,
    *_BYLINES,
    *_AUTHOR_NOTES,
    *_MARKS,
)


@cache
def rules_at(places: tuple[Place, ...]) -> tuple[LineRule, ...]:
    """Give the rules of lines that may stand at some places, in their order."""
    return tuple(rule for rule in LINE_RULES if rule.place in places)


@cache
def any_of(places: tuple[Place, ...]) -> re.Pattern[str]:
    """Give one form for the rules at some places together, which a line has where it has that of any of them.

    Most lines are text: asked once they are done with, asked rule by rule they would cost forty questions.
    """
    return re.compile("|".join(f"(?{_flags(rule.form)}:{rule.form.pattern})" for rule in rules_at(places)))


def _flags(form: re.Pattern[str]) -> str:
    return "xi" if form.flags & re.IGNORECASE else "x"
