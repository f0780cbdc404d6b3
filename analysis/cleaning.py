"""Page furniture: what is taken out of an article before anything is counted, by which rule, and where it stood.

Rules are general and look at a line's form and place, never at a file's name. Each removal keeps its offsets and the
reason, so that a reader can see what was left out; the article's own offsets never shift, since removed characters
are only blanked (`blank_out`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTHS}|[A-Z][a-z]{{2}}\.?)\s+\d{{1,2}}?,?\s*\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_NAME = r"[A-ZÀ-Ý][\w.’'-]*(?:\s+(?:[A-ZÀ-Ý][\w.’'-]*|van|von|de|der|al)){1,3}"
_ROLE = r"(?:director|fellow|reporter|correspondent|analyst|professor|journalist|editor|researcher|columnist|associate|manager|lecturer|author|contributor|writer|scholar)"

LINE_RULES: dict[str, re.Pattern[str]] = {
    "date line": re.compile(
        rf"(?:(?:Date|Published|Posted|Updated|Last updated|Issued)(?: on| at)?\s*:?\s*(?=.*\d).{{0,60}}|(?:\w+day,?\s+)?(?:{_DATE})(?:[,\s]+\d{{1,2}}[:.h]\d\d.*)?)$",
        re.IGNORECASE,
    ),
    "credit": re.compile(
        r"(?:©|\(c\)\s|Photo(?:graph)?s?(?: by| credit|:)|Image(?: credit| by|:)|Picture:|Credit:|Illustration:|Source:\s).{0,120}$",
        re.IGNORECASE,
    ),
    "licence": re.compile(
        r".*(?:all rights reserved|may (?:not )?be (?:re)?(?:produced|published|used|disseminated|distributed)\b.*(?:permission|origin|credit|consent|source)|^copyright\b|^©.*\d{4}|creative commons|without (?:prior |written )*permission).*$",
        re.IGNORECASE,
    ),
    "tags": re.compile(r"(?:tags?|keywords?|topics?|filed under|categories|labels)\s*:.*$", re.IGNORECASE),
    "link list": re.compile(
        r"(?:read (?:more|also|next|the rest)|see also|also read|more on this|more from|click here|listen:|watch:|video:|read:)\b.{0,120}$",
        re.IGNORECASE,
    ),
    "page control": re.compile(
        r"(?:advertisement|sponsored|share(?: this| on| via)?(?: \w+){0,3}|(?:(?:facebook|twitter|pinterest|linkedin|whatsapp|telegram|e-?mail|reddit)\b[ ,|]*){1,8}|print(?: this)?(?: page| article)?|comments?(?: \(\d+\))?|subscribe\b.{0,60}|sign up\b.{0,80}|follow (?:us|\w+ on twitter)\b.{0,60}|newsletter|back to top|\d+ shares?|skip to .{0,30})[.!:]?$",
        re.IGNORECASE,
    ),
    "database label": re.compile(
        r"(?:ABSTRACT|FULL TEXT|LEAD|BODY|HIGHLIGHT|SECTION|LENGTH|LOAD-DATE|BYLINE|HEADLINE|DATELINE)\s*[.:]?(?:\s*\d+ words)?$"
    ),
    "byline": re.compile(
        rf"(?:By|BY|Text by|Reported by|Written by|Author:)\s+{_NAME}(?:(?:,| and| \||,? in)\s.{{0,80}})?$"
    ),
    "author note": re.compile(
        rf"[_*]*{_NAME}[_*]*,?\s+(?:is|are|was|works as|serves as)\s+(?:an?\s|the\s)?(?:\w+[\s-]){{0,4}}{_ROLE}\b.*$"
    ),
    "table rule": re.compile(r"[\s|:+=-]*(?:---|===|\*\*\*|___|\|)[\s|:+=*_-]*$"),
}
_RELATED = re.compile(
    r"(?:[#*_\s]*)(?:related|recommended|most read|more)\s+(?:posts?|news|articles?|stories|content|reading|coverage|topics)\b.{0,20}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"(?:\([A-Z][\w .&-]{{1,40}}\)\s*[-–—]+\s+|[A-Z][A-Z .’'-]{{2,30}}(?:,\s+[A-Z][\w. ]{{2,20}})?(?:,\s+(?:{MONTHS}|[A-Z][a-z]+\.?)\s+\d{{1,2}})?\s*(?:\((?:AP|Reuters|UPI|AFP|TASS|Xinhua|[A-Z][\w ]{{1,20}})\)\s*)?[–—-]{{1,2}}\s+)"
)
_END_MARK = re.compile(r"(?:(?<=\.)/\.|(?<=[.!?”\"])\s*(?:■|□|◼|###|\*\*\*|-30-|\(END\)))\s*$")
_CAPTION = re.compile(
    r".*(?:\b(?:Source|Photo|Credit|Image|Picture)s?\s*(?::|by\b)|\((?:Photo|AP|Reuters|AFP|Getty)\b|Getty Images|AP Photo|/AFP|\(File\)|file photo).*$",
    re.IGNORECASE,
)
_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\))?|\[?\bimage:[^\]\n]{1,120}\]?", re.IGNORECASE)
_TAGS = "a|b|blockquote|br|cite|div|em|excerpt|figcaption|figure|h[1-6]|hr|i|img|li|ol|p|small|span|strong|su[bp]|t[dhr]|table|tbody|thead|u|ul"
_MARKUP: tuple[re.Pattern[str], ...] = (
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]*)?/?>", re.IGNORECASE),
    re.compile(r"(?<=\])\([^)\s]+(?:\s+\"[^\"\n]*\")?\)"),
    re.compile(r"^#{1,6}\s+", re.MULTILINE),
    re.compile(r"^>\s?", re.MULTILINE),
    re.compile(r"(?<!\w)(?:\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3})(?!\w)"),
)
_LINK_BRACKETS = re.compile(r"\[([^\]\[\n]+)\](?=\([^)\s]+(?:\s+\"[^\"\n]*\")?\))")


@dataclass(frozen=True)
class Removal:
    """A stretch taken out: offsets into the source text, end exclusive, and the rule's name."""

    start: int
    end: int
    why: str


@dataclass(frozen=True)
class Line:
    """A line without its surrounding blanks, with its place in the text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def is_closed(self) -> bool:
        """Say whether the line ends as a sentence does."""
        return bool(re.search(r"[.!?…][\"'”’)\]|*_\s]*(?:/\.)?$", self.text))


def find_removals(text: str, *, language: str = "en") -> list[Removal]:
    """Find the page furniture of one article: removals in text order, without overlap."""
    found: list[Removal] = []
    front = FRONT_MATTER.match(text)
    body = front.end() if front else 0
    if front:
        found.append(Removal(front.start(), front.end(), "front matter"))
    elif text.startswith("\ufeff"):
        found.append(Removal(0, 1, "byte order mark"))
    lines = [line for line in _lines(text) if line.start >= body and line.text]
    for rule in (_masthead, _ruled_lines, _captions, _related, _signature, _datelines, _end_marks):
        found.extend(rule(lines))
    found.extend(_markup(text, body))
    return _without_overlap(found)


def blank_out(text: str, removals: list[Removal]) -> str:
    """Give the text with every removed character as a space (line ends stay), so that offsets are kept."""
    characters = list(text)
    for removal in removals:
        for i in range(removal.start, removal.end):
            if characters[i] != "\n":
                characters[i] = " "
    return "".join(characters)


def _lines(text: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\n]*", text):
        stripped = match.group().strip()
        if stripped:
            yield Line(match.start() + match.group().index(stripped), stripped)


def _masthead(lines: list[Line]) -> Iterator[Removal]:
    """A short line in capitals at the very top, where another open line, the title, follows before the first text."""
    head = []
    for line in lines[:6]:
        if line.words > 25 or line.is_closed:
            break
        head.append(line)
    titles = [line for line in head if not line.text.isupper() and not LINE_RULES["date line"].match(line.text)]
    for line in head[:2]:
        if line.text.isupper() and line.words <= 5 and any(title.start > line.start for title in titles):
            yield Removal(line.start, line.end, "masthead")


def _ruled_lines(lines: list[Line]) -> Iterator[Removal]:
    for line in lines:
        for why, rule in LINE_RULES.items():
            if rule.match(line.text):
                yield Removal(line.start, line.end, why)
                break


def _captions(lines: list[Line]) -> Iterator[Removal]:
    """Image marks, and the line behind one where it names its source or stands in a table cell."""
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        mark = _IMAGE.search(line.text)
        if not mark:
            continue
        alone = not _IMAGE.sub("", line.text).strip(" |")
        yield Removal(line.start + mark.start(), line.end if alone else line.start + mark.end(), "image mark")
        if (
            following
            and alone
            and following.words <= 60
            and (_CAPTION.match(following.text) or following.text.endswith("|"))
        ):
            yield Removal(following.start, following.end, "caption")


def _related(lines: list[Line]) -> Iterator[Removal]:
    """A heading such as "Related posts" and the headline-like lines under it."""
    under = False
    for line in lines:
        if _RELATED.match(line.text.rstrip(" |")):
            under = True
        elif under and (line.is_closed and line.words > 12):
            under = False
        if under:
            yield Removal(line.start, line.end, "related posts")


def _signature(lines: list[Line]) -> Iterator[Removal]:
    """A bare name as the last line of the text proper (only furniture may follow it)."""
    for line in reversed(lines[1:]):
        if re.fullmatch(_NAME, line.text) and line.words <= 4:
            yield Removal(line.start, line.end, "byline")
            return
        if line.is_closed or line.words > 6:
            return


def _datelines(lines: list[Line]) -> Iterator[Removal]:
    for line in lines[:8]:
        match = _DATELINE.match(line.text)
        if match and line.words > 15:
            yield Removal(line.start, line.start + match.end(), "dateline")
            return


def _end_marks(lines: list[Line]) -> Iterator[Removal]:
    for line in lines:
        match = _END_MARK.search(line.text)
        if match:
            yield Removal(line.start + match.start(), line.end, "end mark")


def _markup(text: str, body: int) -> Iterator[Removal]:
    for pattern in _MARKUP:
        for match in pattern.finditer(text, body):
            yield Removal(match.start(), match.end(), "markup")
    for match in _LINK_BRACKETS.finditer(text, body):
        yield Removal(match.start(), match.start() + 1, "markup")
        yield Removal(match.end() - 1, match.end(), "markup")


def _without_overlap(found: list[Removal]) -> list[Removal]:
    kept: list[Removal] = []
    for removal in sorted(found, key=lambda r: (r.start, -r.end)):
        if removal.start == removal.end or (kept and removal.end <= kept[-1].end):
            continue
        start = max(removal.start, kept[-1].end if kept else 0)
        kept.append(Removal(start, removal.end, removal.why))
    return kept
