"""The command line: run | new | check, what coders decided, and the tables of any articles."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from .errors import InputError
from .printing import brief, one_line, print_text, printable

if TYPE_CHECKING:
    from typing import TextIO

    import pandas as pd

    from .study import Study

    Table = tuple[pd.DataFrame, list[str]]

DEFAULT_STUDY = Path("seeds")
LARGEST_NUMBER = 1_000_000
_LONGEST_MESSAGE = 500  # characters
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
        _check_output(asked)
        code = asked.command(asked) or 0
        if sys.stdout:
            sys.stdout.flush()
        return code
    except InputError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        _close_output()
        return 1
    except OSError as error:
        from .files import reason_of

        _close_output()
        return _refuse(f"{error.filename or 'standard output'}: {reason_of(error)}")


def _refuse(line: str) -> int:
    print_text(f"analysis: {one_line(line)}", file=sys.stderr)
    return 1


def _close_output() -> None:
    """Keep Python from writing at its end to an output that takes nothing more."""
    try:
        sys.stdout.flush()
    except (OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are printable, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, in short, and exit."""
        super().error(brief(message, longest=_LONGEST_MESSAGE))

    def _print_message(self, message: str, file: "TextIO | None" = None) -> None:
        super()._print_message(printable(message), file)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m analysis", description="Compare how outlets tell one story.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run the notebooks on a study; write figures and the report")
    run.add_argument("study", nargs="?", type=_path, default=DEFAULT_STUDY, help="the study's folder (default: seeds)")
    run.add_argument("--output", type=_path, help="where figures and report go (default: figures, or STUDY/figures)")
    run.set_defaults(command=_run)

    clean = commands.add_parser("clean", help="empty the cache")
    clean.set_defaults(command=_clean)

    new = commands.add_parser("new", help="lay out an empty study")
    new.add_argument("folder", type=_path)
    new.set_defaults(command=_new)

    check = commands.add_parser("check", help="say what is wrong with a study, line by line")
    check.add_argument("study", nargs="?", type=_path, default=DEFAULT_STUDY)
    check.set_defaults(command=_check)

    for name, about, does in (
        ("coded", "write what coders decided as a coded set, to score rules on", _coded),
        ("agreement", "tell how far coders agree, and write where they differ", _agreement),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("study", nargs="?", type=_path, default=DEFAULT_STUDY)
        command.add_argument(
            "--output", type=_target, required=True, help="the file to write, or - for standard output"
        )
        command.set_defaults(command=does)

    for name, about in _TABLES.items():
        _add_options(commands.add_parser(name, help=about, description=about), name)
    for command in commands.choices.values():
        place = "the folder for caches and run state (default: the user's own)"
        command.add_argument("--cache", type=_path, metavar="FOLDER", help=place)
    return parser


def _add_options(command: argparse.ArgumentParser, name: str) -> None:
    """Add the arguments of a command that writes a table."""
    if name in ("concordance", "collocates"):
        command.add_argument("term", metavar="TERM", help=_TERM)
    command.add_argument("paths", nargs="+", type=_path, metavar="PATH", help="article files, or folders of them")
    study = "the study whose actors and codebooks to use"
    command.add_argument("--study", type=_path, required=name != "voices", help=study)
    command.add_argument(
        "--output", type=_target, required=True, help="the csv file to write, or - for standard output"
    )
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


def _path(text: str) -> Path:
    """Read the name of a file or folder, of characters that such a name may have."""
    try:
        if "\0" not in os.fsdecode(os.fsencode(text)):
            return Path(text)
    except UnicodeEncodeError:
        pass
    raise argparse.ArgumentTypeError(f'"{brief(text)}" is no name of a file or folder')


def _target(text: str) -> Path:
    from .targets import target

    _path(text)
    return target(text)


def _check_output(asked: argparse.Namespace) -> None:
    """Refuse a place where no table can be written, before the work begins."""
    from .targets import check_target

    if asked.command in (_table, _coded, _agreement):
        paths = getattr(asked, "paths", [])
        check_target(asked.output, folders=[*filter(None, [asked.study]), *paths], articles=_articles(paths))


def _articles(paths: Sequence[Path]) -> Iterator[Path]:
    from .reading import find_files

    yield from find_files(paths)


def _number(text: str) -> int:
    if not (text.isdecimal() and len(text) <= len(str(LARGEST_NUMBER)) and 0 < int(text) <= LARGEST_NUMBER):
        raise argparse.ArgumentTypeError(f'"{brief(text)}" is no whole number from 1 to {LARGEST_NUMBER:,}')
    return int(text)


def _say(text: str, *, output: Path) -> None:
    """Print what was written: to standard error where the table itself went to standard output."""
    from .targets import is_standard_output

    print_text(text, file=sys.stderr if is_standard_output(output) else sys.stdout)


def _name(output: Path) -> str:
    return "standard output" if output == Path("-") else str(output)


def _window(text: str) -> int | None:
    return None if text == "sentence" else 0 if text == "0" else _number(text)


def _run(asked: argparse.Namespace) -> int:
    from .run import run_study

    for line in run_study(asked.study, output=asked.output):
        print_text(line)
    return 0


def _new(asked: argparse.Namespace) -> int:
    from .scaffold import new_study

    print_text("\n".join(new_study(asked.folder)))
    return 0


def _clean(asked: argparse.Namespace) -> int:
    from .cache import clean_cache, open_cache

    deleted, size, left = clean_cache()
    print_text(f"{open_cache().folder}: {deleted:,} files deleted, {size / 1e6:,.1f} MB")
    if left:
        _note([f"{left:,} files there are not of this program's making and were left"])
    return 0


def _check(asked: argparse.Namespace) -> int:
    from .scaffold import check_study

    lines = check_study(asked.study)
    print_text("\n".join(map(one_line, lines)) if lines else f"{asked.study} is sound")
    return 1 if lines else 0


def _coded(asked: argparse.Namespace) -> int:
    from .coding.export import coded_text
    from .results import read_results
    from .targets import write_target

    results = read_results(asked.study)
    if results.codings.empty:
        raise InputError(f"{results.study.codings} has no decision yet, so there is nothing to write; code first")
    text, notes = coded_text(results.coded, holder=results.actor)
    if not text:
        raise InputError(
            f"{results.study.codings} has no decision on a motive of {results.actor} that counts; code first"
        )
    write_target(asked.output, text)
    _note(notes)
    _say(f"{_name(asked.output)}: {results.coder_status}", output=asked.output)
    return 0


def _agreement(asked: argparse.Namespace) -> int:
    from .coding.agreement import disagreements
    from .coding.summary import summarize_coding
    from .files import csv_text
    from .results import read_results
    from .targets import write_target

    results = read_results(asked.study)
    summary = summarize_coding(results.coded, holder=results.actor, seed=results.study.seed)
    differing = disagreements(results.coded.laid, holder=results.actor)
    write_target(asked.output, csv_text(differing))
    if len(summary):
        _say(summary.round(2).to_string(index=False), output=asked.output)
    _say(f"{results.coder_status}; {_name(asked.output)}: {len(differing)} disagreements", output=asked.output)
    return 0


def _table(asked: argparse.Namespace) -> int:
    from .cache import cache_note
    from .files import csv_text
    from .study import read_study
    from .targets import write_target

    study = read_study(asked.study) if asked.study else None
    if note := cache_note():
        _note([note])
    make = _parsed if asked.table in ("motives", "voices") else _counted
    table, notes = make(asked, study)
    write_target(asked.output, csv_text(table))
    _note(notes)
    _say(f"{_name(asked.output)}: {len(table)} rows", output=asked.output)
    return 0


def _note(lines: Sequence[str]) -> None:
    for line in lines:
        print_text(f"analysis: {one_line(line)}", file=sys.stderr)


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
