"""Articles: files in outlet folders become the articles and removals tables.

``articles`` has one row an article: outlet, article (its path in the study), title, date, author, url, language,
path, sha256, text (as read) and clean (the same length, furniture blanked out). ``removals`` has one row a stretch
that was taken out: article, start, end, text, why. All offsets count characters of ``text``, end exclusive.
"""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pandas as pd

from .cache import Cache, code_version, content_key, open_cache
from .cleaning import Removal, blank_out, find_removals
from .errors import InputError
from .front_matter import date_problem, read_date, read_front_matter
from .patterns import TOKEN
from .reading import (
    SUFFIXES,
    find_files,
    foreign_language,
    is_no_article,
    read_text,
    refuse_form,
    shown,
    unreadable_note,
    visible_files,
)
from .stories import same_stories
from .study import KnownArticle, Study

__all__ = [
    "SUFFIXES",
    "Reading",
    "Sources",
    "find_files",
    "read_article",
    "read_articles",
    "read_study_sources",
    "read_text",
]

ARTICLE_COLUMNS = ["outlet", "article", "title", "date", "author", "url", "language", "path", "sha256", "text", "clean"]
REMOVAL_COLUMNS = ["article", "start", "end", "text", "why"]
_NAMED = 5  # files that are left out
_NO_NAME = "its name is not that of an article; give it another if it is one"
_ONLY = f"only {' and '.join(SUFFIXES)} files are read; save it as one of them"
_UNKNOWN = KnownArticle.model_construct(file="")


@dataclass(frozen=True)
class Sources:
    """What was read: the two tables, and a line for every file left out or read with a caution."""

    articles: pd.DataFrame
    removals: pd.DataFrame
    notes: list[str] = field(default_factory=list)


def read_study_sources(study: Study) -> Sources:
    """Read every article of a study's outlet folders.

    Raises InputError where no outlet has an article. A file that cannot be an article, that lies where no outlet is,
    or that is a link out of the study, is left out with a note.
    """
    folders = [outlet.folder for outlet in study.outlets]
    files: list[Path] = []
    strays: list[Path] = []
    notes: list[str] = []
    skipped: list[Path] = []
    unreadable: list[OSError] = []
    for path in visible_files(study.folder, on_error=unreadable.append):
        in_outlet = len(path.relative_to(study.folder).parts) > 1 and path.relative_to(study.folder).parts[0] in folders
        if is_no_article(path) or (in_outlet and path.is_file() and path.suffix.lower() not in SUFFIXES):
            skipped += [path] if in_outlet else []
        elif path.is_symlink() and (left_out := _link_left_out(path, study)):
            notes.append(left_out)
        elif in_outlet:
            files.append(path)
        elif path.suffix.lower() in SUFFIXES:
            strays.append(path.relative_to(study.folder))
    notes += [unreadable_note(error) for error in unreadable]
    notes += _skipped_notes(skipped)
    notes += _stray_notes(strays, study)
    notes += [
        f'{study.folder / "study.toml"} describes the article "{known.file}", which is not there; '
        "put the file back or take the entry out"
        for known in study.known
        if not (study.folder / known.file).is_file()
    ]
    sources = read_articles(files, study=study, notes=notes)
    if sources.articles.empty:
        told = f" ({len(sources.notes)} left out: {sources.notes[0]})" if sources.notes else ""
        raise InputError(
            f"{study.folder} has no article; put .txt or .md files into one of its folders {', '.join(folders)}{told}"
        )
    return sources


def _skipped_notes(skipped: list[Path]) -> list[str]:
    """A line for each of the first files in outlets' folders that are no articles by their names."""
    notes = [f"{shown(path)} is left out: {_NO_NAME if is_no_article(path) else _ONLY}" for path in skipped[:_NAMED]]
    more = len(skipped) - _NAMED
    return notes + ([f"and {more} more files in the outlets' folders that are left out"] if more > 0 else [])


def _stray_notes(strays: list[Path], study: Study) -> list[str]:
    """A line for each folder that belongs to no outlet, and for each of the first files that lie in none."""
    outlets = ", ".join(outlet.folder for outlet in study.outlets)
    folders = Counter(shown(path.parts[0]) for path in strays if len(path.parts) > 1)
    files = [shown(study.folder / path) for path in strays if len(path.parts) == 1]
    notes = [
        f"{shown(study.folder / folder)}/ ({number} file{'s' if number > 1 else ''}) belongs to no outlet and is left "
        f"out; move what it holds into one of {outlets}, or add to {study.folder / 'study.toml'}, each on a line of "
        f'its own: [[outlets]] folder = "{folder}" name = "..."'
        for folder, number in folders.items()
    ]
    notes += [f"{file} belongs to no outlet and is left out; move it into one of {outlets}" for file in files[:_NAMED]]
    more = len(files) - _NAMED
    return notes + ([f"and {more} more in {shown(study.folder)} that belong to no outlet"] if more > 0 else [])


def read_articles(files: Iterable[Path], *, study: Study | None = None, notes: list[str] | None = None) -> Sources:
    """Read files as articles; what cannot be read is left out with a note.

    Raises InputError where the cache folder is refused.
    """
    cache = open_cache()
    notes = list(notes or [])
    files = list(files)
    rows: list[dict[str, object]] = []
    removed: list[dict[str, object]] = []
    for path, article in zip(files, _article_names(files, study), strict=True):
        try:
            row, removals, said = _read_article(path, article, study, cache)
        except InputError as error:
            notes.append(f"{error} (left out)")
            continue
        rows.append(row)
        removed += [
            {"article": article, "start": r.start, "end": r.end, "text": row["text"][r.start : r.end], "why": r.why}
            for r in removals
        ]
        notes += said
    articles = pd.DataFrame(rows, columns=ARTICLE_COLUMNS)
    removals = pd.DataFrame(removed, columns=REMOVAL_COLUMNS)
    foreign = _language_notes(articles, study)
    articles = articles[~articles["article"].isin(foreign)].reset_index(drop=True)
    removals = removals[~removals["article"].isin(foreign)].reset_index(drop=True)
    return Sources(articles, removals, notes + list(foreign.values()) + _same_story_notes(articles))


@dataclass(frozen=True)
class Reading:
    """What was read of one file: its outlet and cleaned text, empty where it is left out, removals and notes."""

    outlet: str = ""
    clean: str = ""
    removals: tuple[Removal, ...] = ()
    notes: tuple[str, ...] = ()


def read_article(path: Path, *, study: Study, cache: Cache) -> Reading:
    """Read and clean one file as `read_articles` does, without looking at others that may be the same story."""
    try:
        row, removals, said = _read_article(path, path.name, study, cache)
    except InputError as error:
        return Reading(notes=(f"{error} (left out)",))
    if foreign := _language_note(row, study):
        return Reading(notes=(*said, foreign))
    return Reading(row["outlet"], row["clean"], tuple(removals), tuple(said))


def _read_article(
    path: Path, article: str, study: Study | None, cache: Cache
) -> tuple[dict[str, object], list[Removal], list[str]]:
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{shown(path)}: {_ONLY}")
    if study and _leads_out(path, study):
        raise InputError(f"{shown(path)} is a link out of the study; put the file itself there")
    refuse_form(path)
    text, note = read_text(path)
    removals = _removals(text, cache)
    clean = blank_out(text, removals)
    if not TOKEN.search(clean):
        held = "holds nothing but page furniture" if TOKEN.search(text) else "is empty"
        raise InputError(f"{shown(path)} {held}; put the article's text into it")
    own, wrong = read_front_matter(text)
    known = _known(path, study)
    outlet, doubt = _outlet_of(path, study, own.get("outlet", ""))
    day, undated = _day_of(path, study, known.date or own.get("date", ""))
    row = {
        "outlet": outlet,
        "article": article,
        "title": known.title or own.get("title") or _first_line(clean),
        "date": day,
        "author": known.author or own.get("author", ""),
        "url": known.url or own.get("url", ""),
        "language": own.get("language", ""),
        "path": shown(path),
        "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "text": text,
        "clean": clean,
    }
    front = wrong and f"{shown(path)}: its front matter is {wrong}; keys were read line by line, so look at them"
    return row, removals, [said for said in (note, front, doubt, undated) if said]


def _removals(text: str, cache: Cache) -> list[Removal]:
    """The page furniture of a text, from the cache where it was found before."""
    entries, key = cache.entries("removals", code_version("cleaning")), content_key(text)
    content = entries.get(key)
    try:
        return [Removal(start, end, why) for start, end, why in json.loads(content or b"null")]
    except (ValueError, TypeError, RecursionError):
        pass
    removals = find_removals(text)
    entries.put(key, json.dumps([(removal.start, removal.end, removal.why) for removal in removals]).encode("ascii"))
    return removals


def _day_of(path: Path, study: Study | None, written: str | date) -> tuple[date | None, str]:
    """The day of an article, and a note where what is written can be none."""
    if not written:
        return None, ""
    if problem := date_problem(written):
        place = shown(path) if isinstance(written, str) else f"{study.folder / 'study.toml'}, {shown(path)}"
        return None, f'{place}: the date "{written}" {problem}; until then it counts as none'
    return read_date(written) if isinstance(written, str) else written, ""


def _inside(path: Path, study: Study | None) -> Path | None:
    """Give a file's place in the study, however its path is written; nothing for one outside."""
    if study is None:
        return None
    typed, folder = Path(os.path.abspath(path)), Path(os.path.abspath(study.folder))
    if not typed.is_relative_to(folder):
        typed, folder = path.resolve(), study.folder.resolve()
    return typed.relative_to(folder) if typed.is_relative_to(folder) else None


def _link_left_out(path: Path, study: Study) -> str:
    """Why a link in a study's folder is not read; nothing for one to a file of the study."""
    if not path.exists():
        return f"{shown(path)} is a link that leads nowhere and is left out; put the file itself there"
    if path.is_dir():
        return f"{shown(path)} is a link to a folder and is not entered; put the folder itself there"
    if _leads_out(path, study):
        return f"{shown(path)} is a link out of the study and is left out; put the file itself there"
    return ""


def _leads_out(path: Path, study: Study) -> bool:
    """Say whether a file that lies in a study by its name lies outside, itself or its folder being a link."""
    typed, folder = os.path.abspath(path), os.path.abspath(study.folder)
    if not typed.startswith(os.path.join(folder, "")):
        return False
    return not os.path.realpath(typed).startswith(os.path.join(os.path.realpath(folder), ""))


def _known(path: Path, study: Study | None) -> KnownArticle:
    """What study.toml says of a file, nothing being known of most."""
    inside = _inside(path, study)
    return next((k for k in study.known if inside == Path(k.file)), _UNKNOWN) if study and inside else _UNKNOWN


def _article_names(files: list[Path], study: Study | None) -> list[str]:
    """Name each article by its path in the study, else by its folder and file; by more folders where two agree."""
    inside = [_inside(path, study) for path in files]
    paths = [place or Path(*Path(os.path.abspath(path)).parts[1:]) for path, place in zip(files, inside, strict=True)]
    depths = [len(path.parts) if place else 2 for path, place in zip(paths, inside, strict=True)]
    while True:
        names = [shown(Path(*path.parts[-depth:]).as_posix()) for path, depth in zip(paths, depths, strict=True)]
        times = Counter(names)
        short = [
            number
            for number, (name, path, depth) in enumerate(zip(names, paths, depths, strict=True))
            if times[name] > 1 and depth < len(path.parts)
        ]
        if not short:
            return names
        for number in short:
            depths[number] += 1


def _outlet_of(path: Path, study: Study | None, named: str) -> tuple[str, str]:
    """The study's word first, then the article's own, then the folder it lies in; and a note where they differ."""
    known = {outlet.folder: outlet.name for outlet in study.outlets} if study else {}
    by_name = {word.casefold(): folder for folder, name in known.items() for word in (folder, name)}
    own = by_name.get(named.casefold(), named)
    inside = _inside(path, study)
    if inside and inside.parts[0] in known:
        place = inside.parts[0]
        differs = f'{shown(path)} lies in {place}, and its front matter names the outlet "{named}"; {place} is counted'
        return place, differs if own and own != place else ""
    if own and known and own not in known:
        told = f'{shown(path)}: the outlet "{own}" of its front matter is not in {study.folder / "study.toml"}'
        return own, f"{told}; known outlets: {', '.join(known)}; it is counted as an outlet of its own"
    return own or shown(Path(os.path.abspath(path)).parent.name) or "unnamed", ""


def _first_line(clean: str) -> str:
    line = next(line for line in clean.split("\n") if TOKEN.search(line))
    words = " ".join(line.split())
    return words if len(words) <= 120 else words[:117].rsplit(" ", 1)[0] + " ..."


def _language_notes(articles: pd.DataFrame, study: Study | None) -> dict[str, str]:
    """A line for each article that is in another language than the study's, by article."""
    said = {row["article"]: _language_note(row, study) for row in articles.to_dict("records")}
    return {article: note for article, note in said.items() if note}


def _language_note(row: Mapping[str, str], study: Study | None) -> str:
    """A line for an article that is in another language than the study's; nothing for one that is not."""
    expected, named = study.language if study else "en", row["language"]
    if named:
        found = f'"{named}"' if named[:2].lower() != expected else ""
    else:
        found = foreign_language(row["clean"], expected=expected)
    return found and (
        f'{row["path"]} is in {found}, not the study\'s "{expected}", and is left out; put a translation there '
        f'(or, where that is wrong, "language: {expected}" into its front matter)'
    )


def _same_story_notes(articles: pd.DataFrame) -> list[str]:
    names = articles["article"].tolist()
    return [
        f"{names[second]} is the same story as {names[first]}; both are counted, so take one out unless that is meant"
        for first, second in same_stories(articles["clean"].tolist())
    ]
