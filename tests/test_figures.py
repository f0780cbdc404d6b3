import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis.charts.captions import Description
from analysis.charts.page import BODY, Head, open_page, style, write
from analysis.figures import FigureBundle, Provenance, software_versions, write_bundle

OUTLETS = pd.DataFrame({"outlet": ["a"], "name": ["A $1$"], "articles": [1]})
TABLE = pd.DataFrame({"term": ["=1+1", "plain"], "count": [1, 2]})
HOSTILE = '<script>alert("$x$")</script>'
AGAIN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_figures import make_bundle
from analysis.figures import write_bundle
write_bundle(make_bundle(), folder=Path(sys.argv[1]))
"""


def make_figure() -> Figure:
    with style():
        page = open_page(Head("A title of $x_1$", notes=("n = 1 article",)), body=60)
        write(page.sheet, (20, page.top + 20), HOSTILE, type=BODY)
        page.panel(200, page.top, 100, 40).plot([1, 2], [2, 1])
    return page.figure


def make_bundle() -> FigureBundle:
    return FigureBundle(
        stem="1-sources",
        figure=make_figure(),
        table=TABLE,
        description=Description(f"Caption {HOSTILE}", f"Alt {HOSTILE}"),
        outlets=OUTLETS,
        provenance=Provenance(inputs={"a/1.txt": "00ff"}, settings={"seed": 0}, versions=software_versions()),
    )


def test_a_bundle_is_five_files_of_one_stem(tmp_path):
    paths = write_bundle(make_bundle(), folder=tmp_path / "figures")
    assert [path.name for path in paths] == [f"1-sources.{s}" for s in ("svg", "pdf", "png", "csv", "json")]
    assert all(path.stat().st_size for path in paths)
    assert sorted(tmp_path.rglob("*")) == sorted([tmp_path / "figures", *paths])


def test_a_bundle_comes_out_byte_for_byte_the_same_in_another_process(tmp_path):
    first = write_bundle(make_bundle(), folder=tmp_path / "first")
    again = [sys.executable, "-c", AGAIN, str(tmp_path / "second"), str(Path(__file__).parent)]
    subprocess.run(again, check=True)
    for path in first:
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes(), path.name


def test_the_users_settings_do_not_change_a_bundle(tmp_path):
    import matplotlib as mpl

    first = write_bundle(make_bundle(), folder=tmp_path / "first")
    with mpl.rc_context({"font.size": 30, "svg.fonttype": "none", "savefig.dpi": 10, "lines.linewidth": 9}):
        second = write_bundle(make_bundle(), folder=tmp_path / "second")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_unchanged_files_are_not_written_again(tmp_path):
    paths = write_bundle(make_bundle(), folder=tmp_path)
    before = [path.stat().st_mtime_ns for path in paths]
    write_bundle(make_bundle(), folder=tmp_path)
    assert [path.stat().st_mtime_ns for path in paths] == before


def test_the_sidecar_says_what_the_figure_rests_on(tmp_path):
    write_bundle(make_bundle(), folder=tmp_path)
    said = json.loads((tmp_path / "1-sources.json").read_text(encoding="utf-8"))
    assert said["caption"] == f"Caption {HOSTILE}"
    assert said["n"] == [{"outlet": "a", "name": "A $1$", "articles": 1}]
    assert said["provenance"]["inputs"] == {"a/1.txt": "00ff"}
    assert said["provenance"]["versions"]["matplotlib"]
    assert said["quotes"] == []


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png", "json"])
def test_no_file_holds_a_date_or_the_software_as_author(suffix, tmp_path):
    write_bundle(make_bundle(), folder=tmp_path)
    content = (tmp_path / f"1-sources.{suffix}").read_bytes()
    assert not any(word in content for word in (b"dc:date", b"CreationDate", b"Producer", b"/ID", b"Software"))


def test_a_cell_is_no_formula(tmp_path):
    write_bundle(make_bundle(), folder=tmp_path)
    assert "'=1+1" in (tmp_path / "1-sources.csv").read_text(encoding="utf-8")


def test_in_a_notebook_the_figure_keeps_its_alternative_text_and_no_markup_of_the_texts():
    shown = make_bundle()._repr_html_()
    assert shown.startswith("<figure")
    assert 'alt="Alt &lt;script&gt;' in shown
    assert "<figcaption>Caption &lt;script&gt;" in shown
    assert "<script" not in shown
    assert 'src="data:image/png;base64,' in shown
