"""The command line: run | new | check, what coders decided, and the tables of any articles."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import InputError

if TYPE_CHECKING:
    import pandas as pd

    from .study import Study

    Table = tuple[pd.DataFrame, list[str]]

DEFAULT_STUDY = Path("seeds")
UNITS = ("words", "actors", "frames", "2", "3", "4")
_TABLES = {
    "motives": "write the motive propositions of any articles, by the rules alone",
    "voices": "write who says what in any articles",
    "keyness": "write what separates the outlets' words, in any articles",
    "concordance": "write every place where a term stands, in its line",
    "collocates": "write what stands near a term",
    "ngrams": "write the sequences of words of each outlet",
}
_TERM = (
    """a word, words or pattern ("dual freeze", "sanction*"), an actor ("[Moscow]"), or a frame ("frame:sanctions")"""
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives 0, or 1 where the input is refused, with one line that says how to mend it."""
    asked = _parser().parse_args(arguments)
    if asked.cache:
        from .cache import VARIABLE

        os.environ[VARIABLE] = str(asked.cache.absolute())
    try:
        if asked.command in (_table, _coded, _agreement):
            _check_output(asked.output)
        return asked.command(asked) or 0
    except InputError as error:
        print(f"analysis: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except OSError as error:
        print(f"analysis: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description="Compare how outlets tell one story.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run the notebooks on a study; write figures and the report")
    run.add_argument("study", nargs="?", type=Path, default=DEFAULT_STUDY, help="the study's folder (default: seeds)")
    run.add_argument("--output", type=Path, help="where figures and report go (default: figures, or STUDY/figures)")
    run.set_defaults(command=_run)

    clean = commands.add_parser("clean", help="empty the cache")
    clean.set_defaults(command=_clean)

    new = commands.add_parser("new", help="lay out an empty study")
    new.add_argument("folder", type=Path)
    new.set_defaults(command=_new)

    check = commands.add_parser("check", help="say what is wrong with a study, line by line")
    check.add_argument("study", nargs="?", type=Path, default=DEFAULT_STUDY)
    check.set_defaults(command=_check)

    for name, about, does in (
        ("coded", "write what coders decided as a coded set, to score rules on", _coded),
        ("agreement", "tell how far coders agree, and write where they differ", _agreement),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("study", nargs="?", type=Path, default=DEFAULT_STUDY)
        command.add_argument("--output", type=Path, required=True, help="the file to write")
        command.set_defaults(command=does)

    for name, about in _TABLES.items():
        _add_options(commands.add_parser(name, help=about, description=about), name)
    for command in commands.choices.values():
        place = "the folder for caches and run state (default: the user's own)"
        command.add_argument("--cache", type=Path, metavar="FOLDER", help=place)
    return parser


def _add_options(command: argparse.ArgumentParser, name: str) -> None:
    """Add the arguments of a command that writes a table."""
    if name in ("concordance", "collocates"):
        command.add_argument("term", metavar="TERM", help=_TERM)
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="article files, or folders of them")
    study = "the study whose actors and codebooks to use"
    command.add_argument("--study", type=Path, required=name != "voices", help=study)
    command.add_argument("--output", type=Path, required=True, help="the csv file to write")
    if name == "motives":
        command.add_argument("--actor", help="an actor of the study, or all (default: the study's focal actor)")
    if name == "keyness":
        command.add_argument("--unit", choices=UNITS, default="words", help="what is compared (default: words)")
    if name == "ngrams":
        command.add_argument("--length", type=int, choices=(2, 3, 4), default=2, help="words (default: 2)")
    if name in ("keyness", "collocates", "ngrams"):
        least = 2 if name == "ngrams" else 1
        command.add_argument("--min-count", type=_number, default=least, metavar="N", help=f"default: {least}")
    if name in ("concordance", "collocates"):
        window = 10 if name == "concordance" else 5
        told = f"words on either side within the sentence, or sentence (default: {window})"
        command.add_argument("--window", type=_window, default=window, metavar="N", help=told)
    if name == "concordance":
        command.add_argument(
            "--sort", default="", metavar="PLACES", help="such as R1,R2 or L1,node: words from the node"
        )
        command.add_argument("--sample", type=_number, metavar="N", help="draw so many lines, by the study's seed")
    command.set_defaults(command=_table, table=name)


def _check_output(path: Path) -> None:
    """Refuse a place where no table can be written, before the work begins."""
    if path.is_dir():
        raise InputError(f"{path} is a folder; name the file to write")
    if not path.parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.parent}; make it, or name another place")


def _number(text: str) -> int:
    if not (text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number of 1 or more')
    return int(text)


def _window(text: str) -> int | None:
    return None if text == "sentence" else 0 if text == "0" else _number(text)


def _run(asked: argparse.Namespace) -> int:
    from .run import run_study

    for line in run_study(asked.study, output=asked.output):
        print(line)
    return 0


def _new(asked: argparse.Namespace) -> int:
    from .scaffold import new_study

    print("\n".join(new_study(asked.folder)))
    return 0


def _clean(asked: argparse.Namespace) -> int:
    from .cache import clean_cache, open_cache

    deleted, size, left = clean_cache()
    print(f"{open_cache().folder}: {deleted:,} files deleted, {size / 1e6:,.1f} MB")
    if left:
        print(f"analysis: {left:,} files there are not of this program's making and were left", file=sys.stderr)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from .scaffold import check_study

    lines = check_study(asked.study)
    print("\n".join(lines) if lines else f"{asked.study} is sound")
    return 1 if lines else 0


def _coded(asked: argparse.Namespace) -> int:
    from .coding.export import export_coded
    from .results import read_results

    results = read_results(asked.study)
    if results.codings.empty:
        raise InputError(f"{results.study.codings} has no decision yet, so there is nothing to write; code first")
    for line in export_coded(asked.output, results.coded, holder=results.actor):
        print(f"analysis: {line}", file=sys.stderr)
    print(f"{asked.output}: {results.coder_status}")
    return 0


def _agreement(asked: argparse.Namespace) -> int:
    from .coding.agreement import disagreements
    from .coding.summary import summarize_coding
    from .files import write_csv
    from .results import read_results

    results = read_results(asked.study)
    summary = summarize_coding(results.coded, holder=results.actor, seed=results.study.seed)
    differing = disagreements(results.coded.laid, holder=results.actor)
    write_csv(asked.output, differing)
    if len(summary):
        print(summary.round(2).to_string(index=False))
    print(f"{results.coder_status}; {asked.output}: {len(differing)} disagreements")
    return 0


def _table(asked: argparse.Namespace) -> int:
    from .cache import cache_note
    from .files import write_csv
    from .study import read_study

    study = read_study(asked.study) if asked.study else None
    if note := cache_note():
        print(f"analysis: {note}", file=sys.stderr)
    make = _parsed if asked.table in ("motives", "voices") else _counted
    table, notes = make(asked, study)
    write_csv(asked.output, table)
    for note in notes:
        print(f"analysis: {note}", file=sys.stderr)
    print(f"{asked.output}: {len(table)} rows")
    return 0


def _parsed(asked: argparse.Namespace, study: "Study | None") -> "Table":
    from .tables.parsed import motives_of, voices_of

    if asked.table == "voices":
        return voices_of(asked.paths, study)
    return motives_of(asked.paths, study, actor=asked.actor)


def _counted(asked: argparse.Namespace, study: "Study") -> "Table":
    from .tables.counted import collocates_of, concordance_of, keyness_of, ngrams_of

    if asked.table == "keyness":
        return keyness_of(asked.paths, study, unit=asked.unit, min_count=asked.min_count)
    if asked.table == "ngrams":
        return ngrams_of(asked.paths, study, length=asked.length, min_count=asked.min_count)
    if asked.table == "collocates":
        return collocates_of(asked.term, asked.paths, study, window=asked.window, min_count=asked.min_count)
    places = [place for place in asked.sort.split(",") if place.strip()]
    return concordance_of(asked.term, asked.paths, study, window=asked.window, sort=places, sample=asked.sample)


if __name__ == "__main__":
    sys.exit(main())
