"""The whole way: a study's notebooks, figures and report, stage by stage, and what changed since the last run.

Figures and report are written beside their place and moved into it at the end, so that a run that fails or is killed
leaves the last good ones. A run whose inputs and outputs are those of the last one does nothing and says so.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from tqdm.auto import tqdm

from .changes import Snapshot, read_snapshot, take_snapshot, tell_changes, write_snapshot
from .coding.carrying import tell_pending
from .errors import InputError
from .exhibits import EXHIBITS, figures_folder
from .figures import software_versions
from .findings import tell_fit
from .results import Results, read_results
from .scaffold import codings_no_file, one_outlet_only
from .study import Study

NOTEBOOKS = ("01-sources", "02-framing-vocabulary", "03-motives")
REPORT = "report.html"
_ROOT = Path(__file__).parent.parent
_STAGED = ".figures-"
_AT_ONCE = 2


def run_study(folder: Path, *, output: Path | None = None) -> Iterator[str]:
    """Run a study; gives the lines of its summary as they come.

    Raises InputError where the study is refused: it cannot be read, has no article, or articles of one outlet only.
    """
    results = read_results(folder)
    refused = codings_no_file(results.study) + one_outlet_only(results.study, set(results.sources.articles["outlet"]))
    if refused:
        raise InputError(*refused)
    target = Path(output) if output else figures_folder(results.study.folder)
    yield from (f"note: {note}" for note in [*results.notes, *filter(None, [results.study.state_note])])
    state = results.study.state / "last-run.json"
    before, fingerprint = read_snapshot(state), _fingerprint(results)
    if before and before["fingerprint"] == fingerprint and _is_intact(before, target):
        yield f"nothing changed since the last run: figures and report stand in {target}"
        return
    with _staging(target) as staged:
        _make(results, staged)
        _move(staged, target)
    snapshot = take_snapshot(results, fingerprint=fingerprint, outputs=_hashes(target))
    yield from _summary(results, target)
    yield from tell_changes(before, snapshot)
    yield from tell_fit(results.propositions, results.study)
    write_snapshot(state, snapshot)


def run_notebook(name: str, *, study: Path, output: Path, executed: Path) -> None:
    """Execute one notebook on a study; the executed copy goes to ``executed``, its figures to ``output``.

    Raises InputError with the notebook's own last words where a cell fails.
    """
    import papermill
    from jupyter_core.utils import ensure_event_loop
    from papermill.exceptions import PapermillExecutionError

    executed.mkdir(parents=True, exist_ok=True)
    try:
        papermill.execute_notebook(
            str(_ROOT / "notebooks" / f"{name}.ipynb"), str(executed.resolve() / f"{name}.ipynb"),
            parameters={"study": str(study.resolve()), "output": str(output.resolve())},
            progress_bar=False, kernel_name="python3", extra_arguments=["--log-level=40"],
        )  # fmt: skip  # no cwd: papermill would change the folder of the whole process, other notebooks' too
    except PapermillExecutionError as error:
        told = _told(error.ename, error.evalue, error.traceback)
        raise InputError(f"notebook {name} stopped at cell {error.exec_count}: {told}; open it in make lab") from None
    except OSError as error:
        told = f"{error.filename or executed}: {error.strerror or error}"
        raise InputError(f"notebook {name} could not be run ({told}); make room or name another place") from None
    finally:
        loop = ensure_event_loop()
        if not loop.is_running():  # the thread's own, which nothing else closes; a notebook's is not ours to close
            loop.close()


def _told(name: str, value: str, traceback: Sequence[str]) -> str:
    """A notebook's last words on one line; for a check without any, the check itself."""
    said = " ".join(value.split())
    if said or name != "AssertionError":
        return f"{name}: {said}" if said else name
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line) for part in traceback for line in part.split("\n")]
    checks = [found.group(1) for line in lines if (found := re.match(r"-*>\s*\d+\s+(assert .*)", line))]
    return f"the check “{checks[-1].strip()}” failed" if checks else "a check failed"


def _make(results: Results, staged: Path) -> None:
    """Every stage in turn: reading, parsing, the notebooks (side by side), the report."""
    from .reports import write_report

    with tqdm(total=3 + len(NOTEBOOKS), unit="stage", disable=None, leave=False) as bar:
        for stage, step in (("words", lambda: results.segmented), ("voices and motives", lambda: results.annotated)):
            bar.set_description(stage)
            step()
            bar.update()
        bar.set_description("notebooks")
        for _ in _run_notebooks(results.study, staged):
            bar.update()
        bar.set_description("report")
        write_report(results, folder=staged)
        bar.update()


def _run_notebooks(study: Study, staged: Path) -> Iterator[None]:
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        executed = study.state / "notebooks"
        waiting = [
            pool.submit(run_notebook, name, study=study.folder, output=staged, executed=executed) for name in NOTEBOOKS
        ]
        for done in as_completed(waiting):
            done.result()
            yield


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
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        for left in target.parent.glob(f"{_STAGED}*"):
            shutil.rmtree(left, ignore_errors=True)
        staged = Path(tempfile.mkdtemp(dir=target.parent, prefix=_STAGED))
    except OSError as error:
        told = f"{target} cannot be written ({error.strerror or error})"
        raise InputError(f"{told}; name another place with --output") from None
    try:
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _move(staged: Path, target: Path) -> None:
    """Put the new files in the old ones' place, one rename each; a file that is the same stays untouched."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(staged.iterdir()):
        old = target / path.name
        if not (old.is_file() and old.read_bytes() == path.read_bytes()):
            os.replace(path, old)


def _fingerprint(results: Results) -> str:
    """One hash over all that a run depends on: the study's files, the code, the notebooks, the software."""
    digest = hashlib.sha256(repr(sorted(software_versions().items())).encode())
    for path in [*_study_files(results.study), *_code_files()]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for row in results.sources.articles.itertuples():
        digest.update(f"{row.article}\0{row.sha256}\0".encode())
    return digest.hexdigest()


def _study_files(study: Study) -> list[Path]:
    names = ("study.toml", "frames.yaml", "motives.yaml", "codings.csv")
    return [study.folder / name for name in names if (study.folder / name).is_file()]


def _code_files() -> list[Path]:
    package = [path for path in Path(__file__).parent.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    return sorted([*package, *(_ROOT / "notebooks").glob("*.ipynb")])


def _hashes(target: Path) -> dict[str, str]:
    expected = [f"{name}.{suffix}" for name in EXHIBITS for suffix in ("svg", "pdf", "png", "csv", "json")]
    paths = [target / name for name in [*expected, REPORT]]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()}


def _is_intact(before: Snapshot, target: Path) -> bool:
    return bool(before["outputs"]) and _hashes(target) == before["outputs"]
