"""Laying out a study and looking one over: `new_study` and `check_study`."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pandas as pd

from .annotation import segment, tell_unparsed
from .articles import read_study_sources
from .codebooks import read_frames, read_motive_codebook
from .coding.carrying import tell_pending
from .coding.coded import CODING_COLUMNS, Coded, read_codings
from .coding.ground import GONE
from .coding.memos import read_memos
from .errors import InputError
from .files import CODEBOOK_LARGEST, advice_for, read_regular, reason_of, write_bytes, write_csv
from .motives.model import reader_problem
from .motives.propositions import PROPOSITION_COLUMNS
from .study import Study, read_study, why_unread
from .tokens import split_sentences
from .vocabulary.window import codings_within, sources_within

_TEMPLATES = Path(__file__).parent / "templates"
_NAMES = ("study.toml", "frames.yaml", "motives.yaml")


def new_study(folder: Path) -> list[str]:
    """Lay out an empty study in a folder; nothing that is there is overwritten. Gives what to do next, line by line."""
    folder = Path(folder)
    try:
        if os.path.lexists(folder) and not folder.is_dir():
            raise InputError(f"{folder} is a file; name a folder for the new study")
        there = [name for name in _NAMES if os.path.lexists(folder / name)]
    except OSError as error:
        raise InputError(f"{folder} cannot be laid out ({reason_of(error)}); name another place") from None
    if there:
        raise InputError(f"{folder} already has {', '.join(there)}; nothing was written, name another folder")
    _lay_out(folder)
    return [
        f"{folder} is laid out. Next:",
        f"1. name outlets and actors in {folder / 'study.toml'}, and rename the folders outlet-a and outlet-b to match",
        "2. put each outlet's articles (.txt or .md) into its folder",
        f"3. look over {folder / 'frames.yaml'} and {folder / 'motives.yaml'}",
        f"4. python -m analysis check {folder}",
        f"5. python -m analysis run {folder}",
    ]


def _lay_out(folder: Path) -> None:
    """Make folders and files; where one cannot be written, what was made is taken away again."""
    made: list[Path] = []
    try:
        for outlet in (*reversed(folder.parents), folder, folder / "outlet-a", folder / "outlet-b"):
            if not outlet.is_dir():
                outlet.mkdir()
                made.append(outlet)
        for name in _NAMES:
            made.append(folder / name)
            write_bytes(folder / name, read_regular(_TEMPLATES / name, largest=CODEBOOK_LARGEST))
        if not (folder / "codings.csv").exists():
            made.append(folder / "codings.csv")
            write_csv(folder / "codings.csv", pd.DataFrame(columns=CODING_COLUMNS))
    except OSError as error:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        told, mend = f"{error.filename}: {error.strerror}", advice_for(error, "name another place")
        raise InputError(f"{folder} could not be laid out ({told}); nothing was left there, {mend}") from None


def check_study(folder: Path) -> list[str]:
    """Look over a study and give everything that is wrong with it, one line each; an empty list for a sound one."""
    folder = Path(folder)
    if not os.path.isdir(folder):
        return [f"{folder} is no folder; lay a study out with: python -m analysis new {folder}"]
    lines: list[str] = []
    for name, read in (("frames.yaml", read_frames), ("motives.yaml", read_motive_codebook)):
        _collect(lines, lambda name=name, read=read: read(folder / name))
    study = _collect(lines, lambda: read_study(folder))
    if study is not None:
        lines += _check_contents(study)
    return list(dict.fromkeys(lines))


def _check_contents(study: Study) -> list[str]:
    lines = [
        f'{study.folder / outlet.folder} is missing: make the folder of outlet "{outlet.name}"'
        for outlet in study.outlets
        if not os.path.isdir(study.folder / outlet.folder)
    ]
    known = _collect(lines, lambda: read_study_sources(study))
    sources = _collect(lines, lambda: sources_within(known, study)) if known is not None else None
    if sources is not None:
        lines += sources.notes + tell_unparsed(sources.articles, split_sentences(sources.articles))
        lines += one_outlet_only(study, set(sources.articles["outlet"]))
        named = not segment(sources.articles, [study.actor(study.focal)]).mentions.empty
        lines += filter(None, [why_unread(study, study.focal, named=named), reader_problem()])
    lines += codings_no_file(study) + _old_state(study)
    _collect(lines, lambda: read_memos(study.codings.with_name("memos.csv")))
    actors = [actor.name for actor in study.actors]
    codings = _collect(lines, lambda: read_codings(study.codings, codebook=study.motives, actors=actors))
    if sources is not None and codings is not None:
        codings = codings_within(codings, sources.articles, known=known.articles)
        lines += _decisions_without_article(study, codings, sources.articles)
        coded = Coded(pd.DataFrame(columns=PROPOSITION_COLUMNS), codings, sources.articles)
        lines += _decisions_without_words(study, coded)
        lines += tell_pending(coded.pending, codebook=study.motives, path=study.codings)
    return lines


def _decisions_without_article(study: Study, codings: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """A line for each article that was decided on and is not read, by its name or its text."""
    known = codings["article"].isin(articles["article"]) | codings["sha256"].isin(articles["sha256"])
    return [
        f"{study.codings}, row {rows.index[0] + 2}{f' and {len(rows) - 1} more' if len(rows) > 1 else ''}: "
        f'the article "{article}" is not in the study; put its file back or take the row out'
        for article, rows in codings[~known].groupby("article", sort=False)
    ]


def _decisions_without_words(study: Study, coded: Coded) -> list[str]:
    """A line for each decision whose article is read, and whose words are no longer in it."""
    read = set(coded.articles["article"])
    gone = coded.codings.loc[[number for number, why in coded.laid.orphans.items() if why == GONE]]
    return [
        f"{study.codings}, row {number + 2}: the words “{row['quote']}” are no longer in {row['article']}; decide anew "
        "or take the row out"
        for number, row in gone[gone["article"].isin(read)].iterrows()
    ]


def _old_state(study: Study) -> list[str]:
    """Return a line where the study has the folder in which earlier versions kept caches."""
    old = study.folder / ".analysis"
    if not os.path.lexists(old):
        return []
    return [f"{old} is left from an earlier version, is not read any more and may be deleted"]


def codings_no_file(study: Study) -> list[str]:
    """Give a line where codings.csv is there and is no file, so that no decision could be read from it or kept."""
    if not os.path.exists(study.codings) or os.path.isfile(study.codings):
        return []
    return [
        f"{study.codings} is no file but a folder, pipe or device; move it away, decisions are kept under that name"
    ]


def one_outlet_only(study: Study, outlets: set[str]) -> list[str]:
    """Give a line where fewer than two outlets have an article: there is nothing to compare then."""
    if len(outlets) > 1:
        return []
    return [
        f"{study.folder} has articles of one outlet only ({', '.join(sorted(outlets))}): put another outlet's articles "
        "into its folder, or use the commands motives and voices, which take one"
    ]


Step = TypeVar("Step")


def _collect(lines: list[str], step: Callable[[], Step]) -> Step | None:
    """Take a step; where its input is refused, add the lines that say why and give nothing."""
    try:
        return step()
    except InputError as error:
        lines += error.lines
        return None
