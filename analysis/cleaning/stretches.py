"""Stretches of furniture that are known by where they stand: mastheads, captions, related posts, datelines, signatures.

Each function takes the lines of an article, what the line rules made of each (a reason or nothing), and gives removals.
"""

import re
from collections.abc import Iterator, Sequence

from ..lines import Line
from .forms import AGENCY, DASH, LINK_TARGET, MONTH, NAME, PLACE_IN_CAPITALS, PLACE_NAME, REGION
from .removal import Removal

Reasons = Sequence[str | None]

_MASTHEAD = re.compile(
    r"""(?:.*\b)? (?:monitor|news|times|post|daily|weekly|journal|gazette|herald|tribune|observer|guardian|telegraph
    |review|bulletin|briefs?|briefing|reports?|digest|dispatch|analysis|opinions?|commentary|editorial|world|politics
    |international|exclusive|agency|magazine|radio|television|online|institute|foundation|cent(?:er|re)|council|op-ed)""",
    re.IGNORECASE | re.VERBOSE,
)
_RELATED = re.compile(
    r"""(?:related|recommended|most\s(?:read|popular|viewed)|trending|you\s(?:may|might)\salso\slike|read\s(?:more|also|next)
    |(?:more|latest|other|related|recommended|similar)\s(?:posts?|news|articles?|stories|content|reading|coverage|topics
    |reports?|publications?|links)) (?:\s(?:on|from|in|about)\s.{1,30})? \s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
_IMAGE = re.compile(
    rf"!\[[^\]\[\n]*\](?:{LINK_TARGET}|\(\))?|\[(?:image|photo|picture|video|embed|caption)\b:?[^\]\n]{{0,300}}\]"
    r"|^(?:image|photo):$",
    re.IGNORECASE,
)
_CAPTION_SOURCE = re.compile(
    r"\b(?:source|photo|credit|image|picture|illustration)s?\s*:|\bphoto(?:graph)?s?\sby\b|\((?:photo|file|AP|AFP|Reuters|Getty)\b"
    r"|getty\simages|/AFP|via\sAP|file\sphoto|AP\sphoto",
    re.IGNORECASE,
)
_PHOTO_CREDIT = re.compile(
    rf"""(?: \(?(?:Photo(?:graph)?|Image|Picture|Illustration)s?(?:\s[Cc]redit)?\s*(?::|\sby)\s*[^.()\n]{{2,60}}\)?
    | \([^.()\n]{{2,60}}(?:/|,\s|\svia\s)\s?(?:via\s)?{AGENCY}[^.()\n]{{0,40}}\)
    | \w/(?:via\s)?{AGENCY} | (?<=[.!?”"’)]\s)[A-Z][^.()\n]{{1,60}}\svia\s{AGENCY}
    | (?:AP|EPA|AFP|Reuters|REUTERS|Getty|File)\s[Pp]hotos?\b[^.\n]{{0,40}}
    | (?:[^.\n]{{2,40}}[\s/])?Getty\sImages | ©\s?[^.\n]{{2,60}} | \((?:File|file|FILE)(?:\s[Pp]hoto)?\)
    | \([Pp]hoto\) ) \.?$""",
    re.VERBOSE,
)
_MAY_CREDIT = re.compile(r"[©/]|[Pp]hoto|Getty|\bvia\b|Image|Picture|Illustration|\((?:File|file|FILE)")
_CREDIT_SIGNS = ("©", "/", "hoto", "Getty", "via", "Image", "Picture", "Illustration", "(File", "(file", "(FILE")
_SOURCE_CREDIT = re.compile(
    rf"(?<=[.!?”\"’)])\s+(?:(?:Source|Credit)s?:\s[^.\n]{{2,60}}\.?|\({AGENCY}\)\.?)$", re.VERBOSE
)
_DATELINES = (
    # (Baonghean) -
    re.compile(rf"\([A-ZÀ-ÞĐ][\w .&/-]{{1,40}}\)\s*{DASH}\s+", re.VERBOSE),
    # MOSCOW, Sept 3 (Reuters) - ; Seoul, South Korea (CNN) -- ; MOSCOW, September 26. /TASS/.
    re.compile(
        rf"""{PLACE_NAME}(?:/{PLACE_NAME})?{REGION}?(?:,\s+{MONTH}\s+\d{{1,2}})?(?:,\s+\d{{4}})?\s*[.,]?\s*
        (?:\((?:{AGENCY}|[A-Z][\w\s]{{1,20}})\)\s*(?:{DASH}|:)\s+|/{AGENCY}/\.?\s+|\((?:{AGENCY})\)\s+)""",
        re.VERBOSE,
    ),
    # MOSCOW, Sept. 3 —
    re.compile(rf"{PLACE_NAME}{REGION}?,\s+{MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?\s*(?:{DASH}|:)\s+", re.VERBOSE),
)
_PLACE_ALONE = re.compile(
    rf"""(?!(?:NATO|ASEAN|OPEC|UNESCO|UNICEF|BRICS|APEC|IAEA|DPRK|KCNA|CIA|FBI|USA|US|UK|EU|UN)\b)
    {PLACE_IN_CAPITALS}{REGION}?\s+{DASH}\s+(?=["“'‘]?[A-ZÀ-Þ0-9])""",
    re.VERBOSE,
)
_END_MARK = re.compile(r"(?:(?<=[\w.!?”\"’)])/\.|(?<=[.!?”\"’)/])\s*(?:[■□◼●]|###|\*\*\*|-30-|\((?:END|ends?)\)))\s*$")
_SIGNATURE = re.compile(rf"[-–—]*\s*{NAME}\s*(?:[/,(]\s*{AGENCY}\)?)?", re.VERBOSE)


def mastheads(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """A short line at the very top that names the paper or the section, where the title still follows."""
    head = [line for line, why in zip(lines[:6], reasons, strict=False) if not why and _may_be_title(line)]
    for line in lines[:2]:
        if line.words <= 5 and _MASTHEAD.fullmatch(line.bare) and any(title.start > line.start for title in head):
            yield Removal(line.start, line.end, "masthead")


def captions(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """Image marks, and the line behind one where it names its source or stands in a table cell."""
    for number, line in enumerate(lines):
        mark = _IMAGE.search(line.text) if "[" in line.text or line.text.endswith(":") else None
        if not mark:
            continue
        alone = not _IMAGE.sub("", line.text).strip(" |*_")
        yield Removal(line.start + mark.start(), line.end if alone else line.start + mark.end(), "image mark")
        if alone and number + 1 < len(lines) and _is_caption(lines[number + 1]):
            yield Removal(lines[number + 1].start, lines[number + 1].end, "caption")


def credited(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """A short paragraph that ends in a photo credit, whole; a source named behind a paragraph's end, alone."""
    for line, why in zip(lines, reasons, strict=True):
        if why:
            continue
        tail = line.text[-200:]
        source = _SOURCE_CREDIT.search(tail) if ":" in tail or tail.endswith((")", ").")) else None
        if source:
            yield Removal(line.end - len(source.group().lstrip()), line.end, "credit")
        elif line.words <= 60 and _is_credited(line.bare[-200:]):
            yield Removal(line.start, line.end, "caption")


def related_posts(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """A heading such as "Related posts" and the headlines under it, up to the next sentence."""
    under = False
    for line in lines[1:]:
        if _RELATED.fullmatch(line.bare):
            under = True
        elif under and line.is_closed and line.words >= 5:
            under = False
        if under:
            yield Removal(line.start, line.end, "related posts")


def signatures(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """A bare name as the last line of the text proper, where the paragraph before it is closed."""
    left = [number for number, why in enumerate(reasons) if not why]
    if len(left) < 2:
        return
    last, before = lines[left[-1]], lines[left[-2]]
    if before.is_closed and before.words >= 5 and _SIGNATURE.fullmatch(last.bare) and last.words <= 6:
        yield Removal(last.start, last.end, "byline")


def datelines(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """Place, date and agency before the first sentence."""
    for line, why in zip(lines[:8], reasons, strict=False):
        if why or line.words < 8:
            continue
        for form in (*_DATELINES, *([_PLACE_ALONE] if line.words > 15 else [])):
            match = form.match(line.text)
            if match:
                yield Removal(line.start, line.start + match.end(), "dateline")
                return


def end_marks(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """The sign with which some papers close an article."""
    for line in lines:
        match = _END_MARK.search(line.text[-20:])
        if match:
            yield Removal(line.end - len(line.text[-20:]) + match.start(), line.end, "end mark")


def footnotes(lines: list[Line], reasons: Reasons) -> Iterator[Removal]:
    """A note under the text: a line that opens with a mark, [1] or [^1], which stands behind a word further up."""
    seen: set[str] = set()
    for line in lines:
        if "[" not in line.text:
            continue
        mark = re.match(r"\[\^?\w{1,20}\](?=:?\s)", line.text)
        if mark and mark.group() in seen:
            yield Removal(line.start, line.end, "footnote")
        seen.update(re.findall(r"(?<=[\w.,;:!?\"'”’)])\[\^?\w{1,20}\]", line.text))


def _is_credited(tail: str) -> bool:
    """Say whether a line ends in a photo credit; most have none of the signs of one, which are looked for first."""
    seen = any(sign in tail for sign in _CREDIT_SIGNS)
    return seen and bool(_MAY_CREDIT.search(tail)) and bool(_PHOTO_CREDIT.search(tail))


def _is_caption(line: Line) -> bool:
    return line.words <= 60 and (bool(_CAPTION_SOURCE.search(line.text)) or line.text.endswith("|"))


def _may_be_title(line: Line) -> bool:
    return line.words <= 25 and (not line.is_closed or line.text.endswith(("?", "!")))
