"""Articles: files in outlet folders become the articles and removals tables.

``articles`` has one row an article: outlet, article (its path in the study), title, date, author, url, language,
path, sha256, text (as read) and clean (the same length, furniture blanked out). ``removals`` has one row a stretch
that was taken out: article, start, end, text, why. All offsets count characters of ``text``, end exclusive.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import pandas as pd
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from .cleaning import FRONT_MATTER, Removal, blank_out, find_removals
from .errors import InputError
from .study import Study

SUFFIXES = (".txt", ".md")
ARTICLE_COLUMNS = ["outlet", "article", "title", "date", "author", "url", "language", "path", "sha256", "text", "clean"]
REMOVAL_COLUMNS = ["article", "start", "end", "text", "why"]
_OUR_KEYS = ("outlet", "title", "date", "url", "language", "author")
_NOT_ARTICLES = re.compile(r"(?:readme.*|frames\.yaml|motives\.yaml|study\.toml|codings.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Sources:
    """What was read: the two tables, and a line for every file left out or read with a caution."""

    articles: pd.DataFrame
    removals: pd.DataFrame
    notes: list[str] = field(default_factory=list)


def read_text(path: Path) -> tuple[str, str]:
    """Read a file as text: (text, note), the note empty unless the bytes were no valid UTF-8.

    Line ends are universal. Bytes that are not UTF-8 are read as Windows-1252 where that gives the length that UTF-8
    with replacement characters would give (so that offsets agree), else with replacement characters. Raises
    InputError where the bytes are no text: a NUL byte, or control characters above one in ten.
    """
    content = path.read_bytes()
    controls = sum(content.count(code) for code in range(32) if code not in (9, 10, 12, 13))
    if b"\0" in content or controls > len(content) / 10:
        raise InputError(f"{path} is no text (control characters); save it as UTF-8 text and put it back")
    note = ""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
        windows = content.decode("cp1252", errors="replace")
        note = f"{path} is not valid UTF-8; unreadable bytes were replaced"
        if len(windows) == len(text):
            text, note = windows, f"{path} is not valid UTF-8; it was read as Windows-1252"
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def read_study_sources(study: Study) -> Sources:
    """Read every article of a study's outlet folders.

    Raises InputError where no outlet has an article. A file that cannot be an article, or that lies where no outlet
    is, is left out with a note.
    """
    folders = {outlet.folder for outlet in study.outlets}
    files: list[Path] = []
    notes: list[str] = []
    for path in _files_below(study.folder):
        inside = path.relative_to(study.folder).parts
        if len(inside) > 1 and inside[0] in folders:
            files.append(path)
        elif path.suffix.lower() in SUFFIXES:
            notes.append(
                f"{path} belongs to no outlet and is left out; move it into one of {', '.join(sorted(folders))}, "
                f"or add an outlet with its folder to {study.folder / 'study.toml'}"
            )
    notes += [
        f'{study.folder / "study.toml"} describes the article "{known.file}", which is not there; '
        "put the file back or take the entry out"
        for known in study.known
        if not (study.folder / known.file).is_file()
    ]
    sources = read_articles(files, study=study, notes=notes)
    if sources.articles.empty:
        raise InputError(
            f"{study.folder} has no article; put .txt or .md files into one of its folders {', '.join(sorted(folders))}"
        )
    return sources


def read_articles(files: Iterable[Path], *, study: Study | None = None, notes: list[str] | None = None) -> Sources:
    """Read files as articles; what cannot be read is left out with a note."""
    notes = list(notes or [])
    rows: list[dict[str, object]] = []
    removed: list[dict[str, object]] = []
    for path in files:
        if path.suffix.lower() not in SUFFIXES:
            notes.append(f"{path} is left out: only {' and '.join(SUFFIXES)} files are read; save it as one of them")
            continue
        try:
            row, removals, note = _read_article(path, study)
        except (InputError, OSError) as error:
            notes.append(f"{error} (left out)")
            continue
        rows.append(row)
        removed.extend(
            {
                "article": row["article"],
                "start": r.start,
                "end": r.end,
                "text": str(row["text"])[r.start : r.end],
                "why": r.why,
            }
            for r in removals
        )
        notes += [note] if note else []
    articles = pd.DataFrame(rows, columns=ARTICLE_COLUMNS)
    removals = pd.DataFrame(removed, columns=REMOVAL_COLUMNS)
    foreign = _language_notes(articles, study)
    articles = articles[~articles["article"].isin(foreign)].reset_index(drop=True)
    removals = removals[~removals["article"].isin(foreign)].reset_index(drop=True)
    return Sources(articles, removals, notes + list(foreign.values()) + _same_story_notes(articles))


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Give the article files at or below the paths; raises InputError for a path that is not there or holds none."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = [file for file in _files_below(path) if file.suffix.lower() in SUFFIXES]
            if not below:
                raise InputError(f"{path} holds no article; put .txt or .md files there, or name another folder")
            files += below
        elif path.is_file():
            files.append(path)
        else:
            raise InputError(f"{path} is not there; name a file or a folder of .txt or .md articles")
    return list(dict.fromkeys(files))


def _files_below(folder: Path) -> list[Path]:
    skipped = {"figures", "__pycache__"}
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not _NOT_ARTICLES.match(path.name)
        and not any(part.startswith(".") or part in skipped for part in path.relative_to(folder).parts)
    ]


def _read_article(path: Path, study: Study | None) -> tuple[dict[str, object], list[Removal], str]:
    text, note = read_text(path)
    removals = find_removals(text)
    clean = blank_out(text, removals)
    if not clean.strip():
        raise InputError(f"{path} is empty; put the article's text into it")
    inside = _place_in(path, study)
    known = next((k for k in study.known if study.folder / k.file == path), None) if study else None
    own = _front_matter(text)
    row = {
        "outlet": _outlet_of(path, study, own),
        "article": inside,
        "title": (known and known.title) or own.get("title") or _first_line(clean),
        "date": (known and known.date) or _date(own.get("date")),
        "author": (known and known.author) or own.get("author", ""),
        "url": (known and known.url) or own.get("url", ""),
        "language": own.get("language", ""),
        "path": str(path),
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "text": text,
        "clean": clean,
    }
    return row, removals, note


def _place_in(path: Path, study: Study | None) -> str:
    if study and path.is_relative_to(study.folder):
        return path.relative_to(study.folder).as_posix()
    return f"{path.parent.name}/{path.name}" if path.parent.name else path.name


def _outlet_of(path: Path, study: Study | None, own: dict[str, str]) -> str:
    """The study's word first, then the article's own, then the folder it lies in."""
    if study and path.is_relative_to(study.folder):
        first = path.relative_to(study.folder).parts[0]
        if any(outlet.folder == first for outlet in study.outlets):
            return first
    return own.get("outlet") or path.parent.name or "unnamed"


def _front_matter(text: str) -> dict[str, str]:
    match = FRONT_MATTER.match(text)
    if not match:
        return {}
    try:
        entries = YAML(typ="safe", pure=True).load(match.group(1))
    except YAMLError:
        return {}
    if not isinstance(entries, dict):
        return {}
    return {key: str(entries[key]).strip() for key in _OUR_KEYS if entries.get(key) is not None}


def _date(written: str | None) -> date | None:
    match = re.match(r"\d{4}-\d\d-\d\d", written or "")
    try:
        return datetime.strptime(match.group(), "%Y-%m-%d").date() if match else None
    except ValueError:
        return None


def _first_line(clean: str) -> str:
    line = next(line for line in clean.splitlines() if line.strip()).strip()
    return line if len(line) <= 120 else line[:117].rsplit(" ", 1)[0] + " ..."


def _language_notes(articles: pd.DataFrame, study: Study | None) -> dict[str, str]:
    """A line for each article that is in another language than the study's, by article."""
    expected = study.language if study else "en"
    notes: dict[str, str] = {}
    for row in articles.itertuples():
        found = row.language or _detect_language(row.clean)
        if found and found[:2].lower() != expected:
            notes[row.article] = (
                f'{row.path} is in "{found}", not the study\'s "{expected}", and is left out; put a translation there '
                f'(or, where that is wrong, "language: {expected}" into its front matter)'
            )
    return notes


def _detect_language(clean: str) -> str:
    """Give the language of a text of at least forty words by its character statistics, else nothing."""
    if len(clean.split()) < 40:
        return ""
    import py3langid

    return py3langid.classify(" ".join(clean.split())[:4000])[0]


def _same_story_notes(articles: pd.DataFrame) -> list[str]:
    return [
        f"{second} is the same story as {first}; both are counted, so take one out unless that is meant"
        for first, second in _same_stories(articles)
    ]


def _same_stories(articles: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Pairs of articles that share more than 60 % of the shorter one's word sequences of eight.

    A sequence that twenty articles have is boilerplate and says nothing about a pair.
    """
    shingles = [_shingles(clean) for clean in articles["clean"]]
    holders: dict[int, list[int]] = {}
    for number, own in enumerate(shingles):
        shared: dict[int, int] = {}
        for shingle in own:
            for other in holders.get(shingle, ()):
                shared[other] = shared.get(other, 0) + 1
            if len(holders.setdefault(shingle, [])) < 20:
                holders[shingle].append(number)
        for other, count in shared.items():
            if count > 0.6 * min(len(own), len(shingles[other])):
                yield articles["article"][other], articles["article"][number]


def _shingles(clean: str) -> set[int]:
    words = re.findall(r"\w+", clean.lower())
    return {hash(tuple(words[i : i + 8])) for i in range(0, max(1, len(words) - 7))}
