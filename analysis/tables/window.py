"""The window of a study's days over files: of its own articles those of the days are taken, of any others all."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from ..articles import find_files, read_text
from ..corpus.collection import Collection, collect
from ..errors import InputError
from ..front_matter import date_problem, read_date, read_front_matter
from ..reading import shown, unreadable_folders
from ..study import Study
from ..vocabulary.dates import articles_between


def collect_within(paths: Sequence[Path], study: Study) -> Collection:
    """Read and index the articles at or below some paths as `collect` does, of the study's own those of its days."""
    chosen, notes = paths_within(paths, study)
    collection = collect(chosen, study)
    return replace(collection, notes=(*notes, *collection.notes))


def paths_within(paths: Sequence[Path], study: Study | None) -> tuple[Sequence[Path], list[str]]:
    """Leave out the study's articles that are not of its days or have no date, with a line for what is left out.

    Files outside the study's folder are not asked for their date: the days are those of the study's own comparison.
    Raises InputError where a path is not there, and where none of the study's articles among them is of its days.
    """
    unreadable = unreadable_folders(path for path in paths if path.is_dir())
    if study is None or study.window is None:
        return paths, unreadable
    files = find_files(paths)
    known = {Path(article.file): article.date for article in study.known}
    rows = [
        (place.parts[0], shown(place.as_posix()), known.get(place) or _own_date(path), number)
        for number, (path, place) in enumerate(zip(files, _places(files, study), strict=True))
        if place
    ]
    if not rows:
        return paths, unreadable
    own = pd.DataFrame(rows, columns=["outlet", "article", "date", "number"])
    try:
        inside, notes = articles_between(own, since=study.window.since, until=study.window.until)
    except InputError as error:
        raise InputError(f"{error}; mend the window in {study.folder / 'study.toml'}") from None
    left_out = set(own["number"]) - set(inside["number"])
    return [path for number, path in enumerate(files) if number not in left_out], [*unreadable, *notes]


def _places(files: Sequence[Path], study: Study) -> list[Path | None]:
    """Give each file's place in the study, however its path is written; nothing for one outside."""
    typed, real = Path(os.path.abspath(study.folder)), study.folder.resolve()
    return [_below(typed, Path(os.path.abspath(file))) or _below(real, file.resolve()) for file in files]


def _below(folder: Path, file: Path) -> Path | None:
    return file.relative_to(folder) if file.is_relative_to(folder) else None


def _own_date(path: Path) -> date | None:
    """Give the day that an article's front matter names; none where it names none or cannot be read."""
    try:
        told, _ = read_front_matter(read_text(path)[0])
    except InputError:
        return None
    written = told.get("date", "")
    return None if date_problem(written) else read_date(written)
