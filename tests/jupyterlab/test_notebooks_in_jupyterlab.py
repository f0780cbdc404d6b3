"""Each notebook opened in a real JupyterLab by a real browser: every cell runs, figures show, nothing is in red.

04-explore is run in test_widgets.py.
"""

import pytest

FIGURES = {"01-sources": 1, "02-framing-vocabulary": 6, "03-motives": 4}


@pytest.mark.parametrize("name", FIGURES)
def test_a_notebook_runs_top_to_bottom(browser, project, name):
    browser.open(name)
    outputs = browser.run_all()
    assert [output for output in outputs if output["output_type"] in ("error", "stream")] == []
    shown = [output for output in outputs if "<figure" in "".join(output.get("data", {}).get("text/html", ""))]
    assert len(shown) == FIGURES[name]
    assert (project / "seeds" / "figures").is_dir()
