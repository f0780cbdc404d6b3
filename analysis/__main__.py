"""The command line: python -m analysis run | new | check | motives | voices | keyness."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .errors import InputError

DEFAULT_STUDY = Path("seeds")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives 0, or 1 where the input is refused, with one line that says how to mend it."""
    asked = _parser().parse_args(arguments)
    try:
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

    new = commands.add_parser("new", help="lay out an empty study")
    new.add_argument("folder", type=Path)
    new.set_defaults(command=_new)

    check = commands.add_parser("check", help="say what is wrong with a study, line by line")
    check.add_argument("study", nargs="?", type=Path, default=DEFAULT_STUDY)
    check.set_defaults(command=_check)

    for name, about, needs_study in (
        ("motives", "write the motive propositions of any articles, by the rules alone", True),
        ("voices", "write who says what in any articles", False),
        ("keyness", "write the keyness table of any articles", True),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="article files, or folders of them")
        command.add_argument(
            "--study", type=Path, required=needs_study, help="the study whose actors and codebooks to use"
        )
        command.add_argument("--output", type=Path, required=True, help="the csv file to write")
        if name == "motives":
            command.add_argument("--actor", help="an actor of the study, or all (default: the study's focal actor)")
        command.set_defaults(command=_table, table=name)
    return parser


def _run(asked: argparse.Namespace) -> int:
    from .run import run_study

    for line in run_study(asked.study, output=asked.output):
        print(line)
    return 0


def _new(asked: argparse.Namespace) -> int:
    from .scaffold import new_study

    print("\n".join(new_study(asked.folder)))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from .scaffold import check_study

    lines = check_study(asked.study)
    print("\n".join(lines) if lines else f"{asked.study} is sound")
    return 1 if lines else 0


def _table(asked: argparse.Namespace) -> int:
    from . import tables
    from .files import write_csv
    from .study import read_study

    study = read_study(asked.study) if asked.study else None
    make = {"motives": tables.motives_of, "voices": tables.voices_of, "keyness": tables.keyness_of}[asked.table]
    options = {"actor": asked.actor} if asked.table == "motives" else {}
    table, notes = make(asked.paths, study, **options)
    write_csv(asked.output, table)
    for note in notes:
        print(f"analysis: {note}", file=sys.stderr)
    print(f"{asked.output}: {len(table)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
