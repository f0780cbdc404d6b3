"""A run: a study's notebooks, figures and report from one reading of its files, and what changed since the last run.

Figures and report are written beside their place and moved into it at the end, so that a run that fails or is killed
leaves the last good ones. A run whose inputs and outputs are those of the last one does nothing and says so.
"""

import hashlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from .cache import cache_note, path_key, refuse_odd, state_folder
from .changes import Snapshot, read_snapshot, take_snapshot, tell_changes, write_snapshot
from .coding.carrying import tell_pending
from .errors import InputError
from .exhibits import EXHIBITS, figures_folder
from .figures import SUFFIXES, software_versions
from .files import reason_of, write_text
from .findings import tell_fit
from .notebooks import execute_notebook
from .processes import can_fork, map_in_processes, processors
from .progress import with_progress
from .results import Results, read_results, shared_results
from .scaffold import codings_no_file, one_outlet_only
from .study import Study
from .targets import check_target_folder

NOTEBOOKS = ("02-framing-vocabulary", "03-motives", "01-sources")  # the longest first
REPORT = "report.html"
_ROOT = Path(__file__).parent.parent
_STAGED = ".staging-"
_OWNER = ".owner"
_FIGURE = re.compile(r"[\w-]+\.(?:svg|pdf|png|csv|json)|report\.html|\.[\w.-]+\.\d+-[0-9a-f]{8}", re.ASCII)


def run_study(folder: Path, *, output: Path | None = None) -> Iterator[str]:
    """Run a study and yield the lines of its summary as they come.

    Raises InputError where the study is refused (it cannot be read, has no article, or articles of one outlet only),
    where another run writes to the same place, and where that place is not one to write to.
    """
    if output:
        check_target_folder(Path(output), study=Path(folder))
    results = read_results(folder)
    refused = codings_no_file(results.study) + one_outlet_only(results.study, set(results.sources.articles["outlet"]))
    if refused:
        raise InputError(*refused)
    target = Path(output) if output else _own_figures(results.study)
    state = state_folder(results.study.folder)
    for name in ("last-run.json", "changes.txt"):
        refuse_odd(state / name)
    with _only_run(target, state.parent):
        yield from (f"note: {note}" for note in [*results.notes, *filter(None, [cache_note()])])
        before, fingerprint = read_snapshot(state / "last-run.json"), _fingerprint(results)
        if before and before["fingerprint"] == fingerprint and _is_intact(before, target):
            yield f"nothing changed since the last run: figures and report stand in {target}"
            return
        with _staging(target) as staged:
            _make(results, staged)
            _move(staged, target)
        snapshot = take_snapshot(results, fingerprint=fingerprint, outputs=_hashes(target))
        changes = list(tell_changes(before, snapshot))
        write_snapshot(state / "last-run.json", snapshot)
        write_text(state / "changes.txt", "".join(f"{line}\n" for line in changes))
        yield from _summary(results, target)
        yield from changes
        yield from tell_fit(results.propositions, results.study)


def run_notebook(name: str, *, results: Results, output: Path) -> None:
    """Execute one notebook on results that were read; its figures go to ``output``.

    Raises InputError with the notebook's own last words where a cell fails.
    """
    parameters = {"study": str(results.study.folder.resolve()), "output": str(output.resolve())}
    with shared_results(results):
        execute_notebook(_ROOT / "notebooks" / f"{name}.ipynb", parameters=parameters)


def _own_figures(study: Study) -> Path:
    """The folder of a study's figures; raises InputError where it is a link, which would lead to another place."""
    target = figures_folder(study.folder)
    if target.is_symlink():
        raise InputError(
            f"{target} is a link, and figures would go elsewhere; take it away or name a folder by --output"
        )
    return target


@contextmanager
def _only_run(target: Path, locks: Path) -> Iterator[None]:
    """Hold the lock of the place that figures go to; raises InputError where another run has it."""
    lock = locks / f"{path_key(target)}.lock"
    refuse_odd(lock)
    try:
        with FileLock(lock, timeout=0):
            yield
    except Timeout:
        raise InputError(
            f"another run is writing figures to {target}; wait until it is done, or name another place with --output"
        ) from None


def _make(results: Results, staged: Path) -> None:
    """Every stage in turn: reading, annotation, the notebooks (side by side), the report."""
    from .reports import write_report

    _prepare(results)
    stages = with_progress(_run_notebooks(results, staged), total=len(NOTEBOOKS), stage="figures", unit="notebook")
    for _ in stages:
        pass
    write_report(results, folder=staged)


def _prepare(results: Results) -> None:
    """Make the tables that more than one notebook or the report asks for, before the notebooks are shared out."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    _ = results.coded.propositions, results.rates_by_voice, results.rates, results.cooccurrence
    _ = results.frame_timeline, results.motive_timeline, results.coder_status


def _run_notebooks(results: Results, staged: Path) -> Iterator[None]:
    work = partial(run_notebook, results=results, output=staged)
    if can_fork() and processors() > 1:
        return map_in_processes(work, NOTEBOOKS, processes=2)
    return map(work, NOTEBOOKS)


def _summary(results: Results, target: Path) -> Iterator[str]:
    articles = results.sources.articles
    outlets = ", ".join(f"{results.study.outlet(o).name} {n}" for o, n in articles["outlet"].value_counts().items())
    yield f"{len(articles)} articles ({outlets}); {len(results.propositions)} propositions ({results.coder_status})"
    for row in results.orphans.itertuples():
        yield f"decision without a place: {row.article}: “{row.quote}” by {row.coder}"
    yield from tell_pending(results.coded.pending, codebook=results.study.motives, path=results.study.codings)
    yield f"figures and report: {target} (open {target / REPORT})"


@contextmanager
def _staging(target: Path) -> Iterator[Path]:
    """Yield a folder of this run's own inside the target, deleted in the end; those of dead runs are deleted first."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        _check_target(target)
        for left in target.glob(f"{_STAGED}*"):
            _remove_dead(left)
        staged = Path(tempfile.mkdtemp(dir=target, prefix=_STAGED))
        owner = FileLock(staged / _OWNER)
        owner.acquire()
    except OSError as error:
        raise InputError(
            f"{target} cannot be written ({reason_of(error)}); make it writable, or name another place with --output"
        ) from None
    try:
        yield staged
    finally:
        owner.release()
        shutil.rmtree(staged, ignore_errors=True)


def _check_target(target: Path) -> None:
    """Raise InputError where something other than a file stands where a figure or the report goes."""
    for name in _outputs():
        refuse_odd(target / name)


def _remove_dead(staged: Path) -> None:
    """Delete the files of a run that was killed, and its staging folder if nothing else is in it."""
    if staged.is_symlink() or not (staged / _OWNER).is_file() or (staged / _OWNER).is_symlink():
        return
    try:
        with FileLock(staged / _OWNER, timeout=0):
            for path in staged.iterdir():
                if _FIGURE.fullmatch(path.name) and stat.S_ISREG(path.lstat().st_mode):
                    path.unlink()
        (staged / _OWNER).unlink()
        staged.rmdir()
    except (Timeout, OSError):
        return


def _move(staged: Path, target: Path) -> None:
    """Put the new files in the old ones' place, one rename each; a file that is the same stays untouched."""
    _check_target(target)
    for path in sorted(path for path in staged.iterdir() if path.name != _OWNER):
        old = target / path.name
        if not (old.is_file() and old.read_bytes() == path.read_bytes()):
            os.replace(path, old)


def _fingerprint(results: Results) -> str:
    """One hash over all that a run depends on: the study's files as read, the code, the notebooks, the software."""
    digest = hashlib.sha256(repr([sorted(software_versions().items()), sorted(results.file_hashes.items())]).encode())
    for path in _code_files():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for row in results.sources.articles.itertuples():
        digest.update(f"{row.article}\0{row.sha256}\0".encode())
    return digest.hexdigest()


def _code_files() -> list[Path]:
    package = [path for path in Path(__file__).parent.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return sorted([*package, *(_ROOT / "notebooks").glob("*.ipynb")])


def _outputs() -> Iterable[str]:
    return [*(f"{name}.{suffix}" for name in EXHIBITS for suffix in SUFFIXES), REPORT]


def _hashes(target: Path) -> dict[str, str]:
    paths = [target / name for name in _outputs()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}


def _is_intact(before: Snapshot, target: Path) -> bool:
    return bool(before["outputs"]) and _hashes(target) == before["outputs"]
