"""The benchmark beside other tools: what it prints, and what it says of a tool that fails. No time is tested."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COUNTER = """
import re, sys
from collections import Counter
from pathlib import Path
from exchange import WORD, read_articles, write_counts
outlets, texts = read_articles(Path(sys.argv[1]))
counts = {outlet: Counter() for outlet in sorted(set(outlets))}
for outlet, text in zip(outlets, texts):
    counts[outlet].update(re.findall(WORD, text.lower()))
first, second = counts.values()
first["kremlin"] += MISTAKE
if len(sys.argv) > 2:
    write_counts(Path(sys.argv[2]), counts, [(word, first[word], second[word], None) for word in first | second])
"""


@pytest.fixture
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    names = ("beside", "corpus", "ratios", "tools")
    for name in names:  # tests of another room may be known by the same name
        monkeypatch.delitem(sys.modules, name, raising=False)
    return {name: importlib.import_module(name) for name in names}


@pytest.fixture
def run_beside(benchmarks, tmp_path, monkeypatch, capsys):
    """Run the benchmark on four articles beside tools made up for it, each a script; give what it printed."""
    beside, tools = benchmarks["beside"], benchmarks["tools"]
    articles = {
        "democrats": ["The Kremlin's envoy spoke.", "No self-government, said the Kremlin."],
        "republicans": ["Sanctions hurt Moscow.", "President Obama waits; the Kremlin waits."],
    }
    for outlet, texts in articles.items():
        (tmp_path / "articles" / outlet).mkdir(parents=True)
        for number, text in enumerate(texts):
            (tmp_path / "articles" / outlet / f"{number}.txt").write_text(text, encoding="utf-8")

    def run_untimed(command):
        subprocess.run(command, check=True, capture_output=True)
        return benchmarks["corpus"].Run(1, 1, 1)

    def run(scripts, *options):
        peers = []
        for name, script in scripts.items():
            path = tmp_path / f"{name}.py"
            shared = f"import sys; sys.path.insert(0, {str(beside.PEERS_FOLDER)!r})\n"
            path.write_text(shared + script, encoding="utf-8")
            peers.append(tools.Peer(name, "1.0", str(path), "counts", 2))
        monkeypatch.setattr(beside, "PEERS", tuple(peers))
        monkeypatch.setattr(beside, "WORK", tmp_path / "work")
        monkeypatch.setattr(beside, "CACHE", tmp_path)
        monkeypatch.setattr(beside, "run", run_untimed)
        monkeypatch.setattr(beside, "environment", lambda *_: Path(sys.executable))
        monkeypatch.setattr(beside, "build_corpus", lambda *_, **__: tmp_path / "articles")
        monkeypatch.setattr(sys, "argv", ["beside.py", "--pairs", "1", *options])
        beside.main()
        return capsys.readouterr().out

    return run


def test_every_tool_has_its_script_and_a_version(benchmarks):
    tools, folder = benchmarks["tools"].PEERS, benchmarks["beside"].PEERS_FOLDER
    assert all((folder / script).is_file() for tool in tools for script in (tool.script, tool.queries) if script)
    assert all(tool.version for tool in tools)
    assert len({tool.place for tool in tools}) == len(tools)


def test_tools_are_held_against_this_engine_and_one_that_does_not_start_is_told(run_beside):
    right, wrong = (COUNTER.replace("MISTAKE", number) for number in "01")
    broken = "raise RuntimeError('no model is there')"
    told = run_beside({"broken": broken, "right": right, "wrong": wrong}, "--install")
    rows = {line.split(" | ")[0].strip("| "): line for line in told.splitlines()}
    # Of six or more plain letters: kremlin, moscow, president, sanctions; self-government is one word for both.
    assert "4 of 4 (0 cut otherwise)" in rows["right 1.0"]
    assert "3 of 4 (0 cut otherwise)" in rows["wrong 1.0"]
    assert "wrong counts otherwise: kremlin" in told
    assert "right counts otherwise" not in told
    assert "broken 1.0: left out; RuntimeError: no model is there" in told
    assert "broken 1.0" not in rows


def test_nothing_is_installed_unasked(run_beside, capsys):
    with pytest.raises(SystemExit, match="none of these tools is installed"):
        run_beside({"right": COUNTER.replace("MISTAKE", "0")})
    assert "right 1.0: not installed; --install does it" in capsys.readouterr().out


def test_no_round_is_refused(run_beside, capsys):
    with pytest.raises(SystemExit):
        run_beside({"right": COUNTER}, "--pairs", "0")
    assert "--pairs 0 is not allowed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("failed", "said"),
    [
        (subprocess.CalledProcessError(1, [], stderr="Traceback\nImportError: six\n"), "ImportError: six"),
        (subprocess.CalledProcessError(-9, [], stderr=""), "signal 9"),
        (subprocess.CalledProcessError(1, []), "installation failed"),
    ],
)
def test_the_reason_is_one_line(benchmarks, failed, said):
    reason = benchmarks["beside"].reason(failed)
    assert said in reason
    assert "\n" not in reason


def test_the_ratio_is_the_median_of_the_rounds(benchmarks):
    run, ratios = benchmarks["corpus"].Run, benchmarks["ratios"]
    pairs = [(6, 3), (5, 1), (4, 4)]  # 2, 5 and 1; of the medians, 5 to 3, it would be 1.67
    rounds = [ratios.Round(run(peer, 0, 0), run(own, 0, 0)) for peer, own in pairs]
    assert ratios.ratios(rounds) == "2.00 (1.00 to 5.00)"


def test_a_markdown_table_has_a_line_under_its_heads(benchmarks):
    assert benchmarks["ratios"].markdown(("a", "b"), [("1", "2")]) == ["| a | b |", "| --- | --- |", "| 1 | 2 |"]
