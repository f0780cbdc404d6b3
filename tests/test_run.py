"""The main job on a small study: everything is made, comes out the same, and survives bad input and interruption."""

import errno
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from papermill.exceptions import PapermillExecutionError

from analysis import run
from analysis.__main__ import main
from analysis.errors import InputError
from analysis.exhibits import EXHIBITS
from analysis.reports import ReportFigure, render_report
from analysis.results import read_results

SEEDS = Path(__file__).parents[1] / "seeds"
FILES = [f"{stem}.{suffix}" for stem in EXHIBITS for suffix in ("svg", "pdf", "png", "csv", "json")] + ["report.html"]
HOSTILE = (
    "Moscow and the <script>alert(1)</script> affair\n\n"
    "Russia wants to keep its $x_1$ buffer <img src=x onerror=alert(2)> in the Far East. "
    "“Russia hopes to mediate,” Sergey Lavrov said on Monday. Sanctions and persuasion were discussed.\n"
)


def copy_of_seeds(folder):
    return Path(shutil.copytree(SEEDS, folder, ignore=shutil.ignore_patterns(".analysis")))


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """The seeds, run once, by a path relative to where the run was started."""
    folder = copy_of_seeds(tmp_path_factory.mktemp("study") / "seeds")
    with pytest.MonkeyPatch.context() as started:
        started.chdir(folder.parent)
        lines = list(run.run_study(Path("seeds")))
    assert "first run of this study here: nothing to compare with" in lines
    return folder


def test_a_run_leaves_the_eleven_figures_and_the_report(study):
    assert sorted(contents(study / "figures")) == sorted(FILES)


def test_the_committed_figures_hold_the_same_tables(study):
    for name in (name for name in FILES if name.endswith(".csv")):
        assert (study / "figures" / name).read_text() == (SEEDS.parent / "figures" / name).read_text(), name


class Addresses(HTMLParser):
    """Collects every address that a page would load or go to."""

    def __init__(self):
        super().__init__()
        self.loaded, self.scripts = [], 0

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.loaded += [value for name, value in attrs if name in ("src", "srcset", "data", "poster")]
        self.loaded += [value for name, value in attrs if tag == "link" and name == "href"]


def test_the_report_is_complete_in_itself(study):
    page = (study / "figures" / "report.html").read_text()
    found = Addresses()
    found.feed(page)
    assert found.scripts == 0
    assert len(found.loaded) == len(EXHIBITS)
    assert all(address.startswith("data:image/svg+xml;base64,") for address in found.loaded)
    assert "@import" not in page
    assert "url(" not in page
    assert "“Russia would lose its buffer in the Far East”" in page


def test_the_report_has_the_other_actors_sentences(study):
    page = (study / "figures" / "report.html").read_text()
    assert "The sentences that tell the other actors’ motives (" in page
    assert re.search(
        r">Baonghean on Washington</th></tr>\s*<tr><td>mediate, stabilize</td>.*“to create an atmosphere of peace", page
    )
    assert "They were written for Moscow" in page


def test_every_quote_in_the_report_says_where_it_stands(study):
    page = (study / "figures" / "report.html").read_text()
    assert re.search(r"“Russia would lose its buffer in the Far East”</td><td>s\. 20</td>", page)


def test_signs_that_turn_the_direction_of_writing_are_left_out_of_the_report(tmp_path):
    folder = copy_of_seeds(tmp_path / "turned")
    study_file = folder / "study.toml"
    study_file.write_text(study_file.read_text().replace('"Warsaw Institute"', '"\u202eWarsaw Institute"'))
    figures = {stem: ReportFigure(stem, "", "", "") for stem in EXHIBITS}
    page = render_report(read_results(folder), figures)
    assert "Warsaw Institute" in page
    assert "\u202e" not in page


def test_a_second_run_does_nothing_and_says_so(study):
    before = contents(study / "figures")
    assert list(run.run_study(study)) == [
        f"nothing changed since the last run: figures and report stand in {study / 'figures'}"
    ]
    assert contents(study / "figures") == before


def test_lost_figures_are_made_again_with_the_same_bytes(study):
    before = contents(study / "figures")
    (study / "figures" / "3-frames.svg").unlink()
    lines = list(run.run_study(study))
    assert lines[-1] == "no article, proposition or rate changed since the last run"
    assert contents(study / "figures") == before


def test_a_new_hostile_article_is_in_every_table_and_its_text_stays_text(study, tmp_path):
    folder = Path(shutil.copytree(study, tmp_path / "more"))
    (folder / "warsaw-institute" / "new.txt").write_text(HOSTILE)
    lines = list(run.run_study(folder))
    assert "article added: warsaw-institute/new.txt" in lines
    assert any(line.startswith("proposition new: Warsaw Institute") for line in lines)
    assert any(line.startswith("rate moved: Warsaw Institute, sanctions") for line in lines)
    page = (folder / "figures" / "report.html").read_text()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "$x_1$" in page
    assert "warsaw-institute/new.txt" in (folder / "figures" / "2-barcode.csv").read_text()


def test_a_failing_run_leaves_the_last_good_figures(study, tmp_path, monkeypatch):
    folder = Path(shutil.copytree(study, tmp_path / "failing"))
    before = contents(folder / "figures")
    (folder / "baonghean" / "new.txt").write_text(HOSTILE)

    def fail(*_, **__):
        raise InputError("no")

    monkeypatch.setattr(run, "run_notebook", fail)
    with pytest.raises(InputError):
        list(run.run_study(folder))
    assert contents(folder / "figures") == before
    assert not list(folder.glob(".figures-*"))


def test_one_outlet_is_refused_and_nothing_is_written(tmp_path, capsys):
    folder = copy_of_seeds(tmp_path / "one")
    shutil.rmtree(folder / "baonghean")
    assert main(["run", str(folder)]) == 1
    assert re.search(r"one outlet only \(warsaw-institute\): put another", capsys.readouterr().err)
    assert not (folder / "figures").exists()


def test_motives_and_voices_take_one_outlet(tmp_path, capsys):
    paths = [str(SEEDS / "warsaw-institute"), "--study", str(SEEDS)]
    assert main(["motives", *paths, "--output", str(tmp_path / "m.csv")]) == 0
    assert main(["voices", *paths, "--output", str(tmp_path / "v.csv")]) == 0
    assert "warsaw-institute" in (tmp_path / "m.csv").read_text()
    assert (tmp_path / "v.csv").read_text().startswith("file,outlet,article,attribution,start,end,source")
    assert main(["keyness", *paths, "--output", str(tmp_path / "k.csv")]) == 1
    assert "name another" in capsys.readouterr().err


def test_another_actor_is_asked_for_by_name(tmp_path, capsys):
    output = tmp_path / "m.csv"
    assert main(["motives", str(SEEDS), "--study", str(SEEDS), "--actor", "all", "--output", str(output)]) == 0
    assert main(["motives", str(SEEDS), "--study", str(SEEDS), "--actor", "Paris", "--output", str(output)]) == 1
    assert "known actors: Moscow, Washington" in capsys.readouterr().err


def test_the_coded_counts_are_those_of_the_codings():
    counts = (
        read_results(SEEDS).propositions.groupby("outlet").agg({"proposition": "size", "sentence_start": "nunique"})
    )
    assert counts.loc["warsaw-institute"].tolist() == [11, 6]
    assert counts.loc["baonghean"].tolist() == [19, 14]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (("KeyError", "'x'\ny", []), "KeyError: 'x' y"),
        (("AssertionError", "two ids", []), "AssertionError: two ids"),
        (("AssertionError", "", ["\x1b[31mError\x1b[0m", "      1 x = 1\n\x1b[32m----> 2\x1b[39m assert x == 2\n"]),
         "the check “assert x == 2” failed"),
        (("AssertionError", "", []), "a check failed"),
    ],
)  # fmt: skip
def test_a_notebook_that_stops_says_why(tmp_path, monkeypatch, error, told):
    name, value, traceback = error

    def stop(*_, **__):
        raise PapermillExecutionError(5, 5, "", name, value, traceback)

    monkeypatch.setattr("papermill.execute_notebook", stop)
    with pytest.raises(InputError) as raised:
        run.run_notebook("03-motives", study=SEEDS, output=tmp_path, executed=tmp_path)
    assert str(raised.value) == f"notebook 03-motives stopped at cell 5: {told}; open it in make lab"


def test_a_notebook_on_a_full_disk_says_what_could_not_be_written(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("papermill.execute_notebook", full)
    with pytest.raises(InputError, match=r"03-motives could not be run \(.*: No space left on device\)"):
        run.run_notebook("03-motives", study=SEEDS, output=tmp_path, executed=tmp_path)


def test_figures_that_cannot_be_written_are_told_with_a_way_out(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match=r"cannot be written \(.*\); name another place with --output"):
        list(run.run_study(SEEDS, output=tmp_path / "file" / "figures"))
