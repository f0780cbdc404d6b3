"""Front matter: what an article says of itself in the YAML block at its top; other keys than ours are ignored."""

import re
from datetime import date, datetime, timedelta

from ruamel.yaml import YAML

from .cleaning import FRONT_MATTER
from .plain_yaml import MISTAKES, is_too_deep

KEYS = ("outlet", "title", "date", "url", "language", "author")
_LARGEST = 20_000  # characters
_FIRST = date(1600, 1, 1)  # before the first newspapers
_AHEAD = timedelta(days=366)
_DATE_FORMATS = ("%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


def read_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Give our keys with their values as they were typed, and what is wrong with the block, if anything.

    A block that is no valid YAML is read line by line. A value that is a list is joined by commas; what is nested
    deeper is ignored.
    """
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, ""
    block = match.group(1)
    if len(block) > _LARGEST:
        return _line_by_line(block[:_LARGEST]), f"longer than {_LARGEST:,} characters"
    if is_too_deep(block):
        return _line_by_line(block), "no valid YAML (brackets within brackets without end)"
    try:
        entries = YAML(typ="base", pure=True).load(block)
    except (*MISTAKES, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        return _line_by_line(block), f"no valid YAML{f' (line {mark.line + 2})' if mark else ''}"
    if not isinstance(entries, dict):
        return {}, ""
    return {key: said for key in KEYS if (said := _said(entries.get(key)))}, ""


def read_date(written: str) -> date | None:
    """Give the day that a date names, written as 2017-09-26, 26 September 2017 or the like; else nothing."""
    day = re.match(r"\d{4}[-/]\d\d?[-/]\d\d?|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}", written)
    for form in _DATE_FORMATS if day else ():
        try:
            return datetime.strptime(day.group(), form).date()
        except ValueError:
            continue
    return None


def date_problem(written: str | date) -> str:
    """Say why an article cannot be of the day written, in words that follow it; nothing where it can be."""
    day = read_date(written) if isinstance(written, str) else written
    if day is None:
        return "cannot be read as a day; write it as 2021-12-31"
    if not _FIRST <= day <= date.today() + _AHEAD:
        return f"is no day of an article (they are of {_FIRST.year} to a year from now); mend the year"
    return ""


def _line_by_line(block: str) -> dict[str, str]:
    found = re.findall(rf"^({'|'.join(KEYS)})[ \t]*:[ \t]*([^\n]*)$", block, re.MULTILINE)
    return {key: said for key, value in found if (said := _said(value.strip().strip("\"'")))}


def _said(value: object) -> str:
    if isinstance(value, list):
        value = ", ".join(item for item in value[:20] if isinstance(item, str))
    plain = re.sub(r"[\x00-\x1f\x7f\s]+", " ", value).strip() if isinstance(value, str) else ""
    return "" if plain in ("~", "null") else plain[:500]
