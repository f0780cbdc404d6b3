"""The main job on a small study: everything is made, comes out the same, and survives bad input and interruption."""

import json
import os
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from filelock import FileLock

from analysis import run
from analysis.__main__ import main
from analysis.cache import path_key, state_folder
from analysis.errors import InputError
from analysis.exhibits import EXHIBITS
from analysis.files import hash_of
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
    list(run.run_study(folder))
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
    assert not list((folder / "figures").glob(".staging-*"))


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
    propositions = read_results(SEEDS).propositions
    decided = propositions[propositions["coders"] > 0]
    counts = decided.groupby("outlet").agg({"proposition": "size", "sentence_start": "nunique"})
    assert counts.loc["warsaw-institute"].tolist() == [11, 6]
    assert counts.loc["baonghean"].tolist() == [19, 14]


def test_a_study_from_elsewhere_gets_no_file_but_figures(study):
    kept = {path.name for path in study.iterdir()}
    assert kept == {
        "baonghean",
        "warsaw-institute",
        "codings.csv",
        "figures",
        "frames.yaml",
        "motives.yaml",
        "study.toml",
    }


def test_what_changed_is_kept_beside_the_run_state_and_not_among_the_figures(study, tmp_path):
    folder = Path(shutil.copytree(study, tmp_path / "told"))
    (folder / "baonghean" / "new.txt").write_text(HOSTILE)
    list(run.run_study(folder))
    assert "article added: baonghean/new.txt" not in (folder / "figures" / "report.html").read_text()
    assert (state_folder(folder) / "changes.txt").read_text().startswith("first run of this study here")


def test_figures_behind_a_link_are_refused(tmp_path):
    folder = copy_of_seeds(tmp_path / "linked")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "figures").symlink_to(elsewhere)
    with pytest.raises(InputError, match=r"figures is a link, and figures would go elsewhere"):
        list(run.run_study(folder))
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/etc/hostname", path)])
def test_what_is_not_a_file_in_a_figures_place_is_refused(tmp_path, make):
    (tmp_path / "out").mkdir()
    make(tmp_path / "out" / "3-frames.svg")
    with pytest.raises(InputError, match=r"3-frames.svg is a (pipe or device|folder|link) where a file is expected"):
        list(run.run_study(SEEDS, output=tmp_path / "out"))
    assert os.path.lexists(tmp_path / "out" / "3-frames.svg")


def test_a_second_run_to_the_same_place_is_told_of_the_first(tmp_path):
    target = tmp_path / "out"
    lock = FileLock(state_folder(SEEDS).parent / f"{path_key(target)}.lock")
    with lock, pytest.raises(InputError, match="another run is writing figures to"):
        list(run.run_study(SEEDS, output=target))
    assert not target.exists()


def test_only_the_staging_folder_of_a_dead_run_is_deleted(tmp_path):
    target = tmp_path / "out"
    for name, files in (
        ("dead", (".owner", "3-frames.svg")),
        ("stranger", ("thesis.docx",)),
        ("mixed", (".owner", "thesis.docx")),
    ):
        folder = target / f".staging-{name}"
        folder.mkdir(parents=True)
        for file in files:
            (folder / file).touch()
    living = target / ".staging-living"
    living.mkdir()
    (living / "3-frames.svg").touch()
    with FileLock(living / ".owner"):
        list(run.run_study(SEEDS, output=target))
    assert sorted(path.name for path in target.glob(".staging-*")) == [
        ".staging-living",
        ".staging-mixed",
        ".staging-stranger",
    ]
    assert (target / ".staging-stranger" / "thesis.docx").exists()
    assert (target / ".staging-mixed" / "thesis.docx").exists()
    assert (living / "3-frames.svg").exists()


def test_a_run_shows_one_state_while_somebody_codes(tmp_path, monkeypatch):
    folder = copy_of_seeds(tmp_path / "coding")
    prepare = run._prepare

    def code_meanwhile(results):
        prepare(results)
        rows = (folder / "codings.csv").read_text().splitlines(keepends=True)
        (folder / "codings.csv").write_text("".join([rows[0], *(row.replace("accept", "reject") for row in rows[1:])]))

    before = hash_of(folder / "codings.csv")
    monkeypatch.setattr(run, "_prepare", code_meanwhile)
    list(run.run_study(folder))
    assert hash_of(folder / "codings.csv") != before
    sidecars = [json.loads((folder / "figures" / f"{stem}.json").read_text()) for stem in EXHIBITS]
    assert {one["provenance"]["codebooks"]["codings.csv"] for one in sidecars} == {before}
    assert sidecars[3]["rows"] >= 30
    monkeypatch.setattr(run, "_prepare", prepare)
    assert not any(line.startswith("nothing changed") for line in run.run_study(folder))


def test_figures_that_cannot_be_written_are_told_with_a_way_out(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match=r"cannot be written \(Not a directory\); name another place"):
        list(run.run_study(SEEDS, output=tmp_path / "file" / "figures"))
