"""The level that the rules reach on the two seeds, by the project's own coding of them, is kept."""

import importlib.util
from pathlib import Path

import pytest

from analysis.articles import read_study_sources
from analysis.study import read_study

ROOT = Path(__file__).parents[2]
LEVEL = {
    "sentence F1": 0.93, "span F1": 0.90, "category": 0.65, "voice": 0.93, "negated": 0.95, "hedged": 0.93,
    "share": 0.80,
}  # fmt: skip


@pytest.fixture(scope="module")
def benchmark():
    spec = importlib.util.spec_from_file_location("benchmarks_motives", ROOT / "benchmarks" / "motives.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def scored(benchmark, parser):
    study = read_study(ROOT / "seeds")
    articles = read_study_sources(study).articles
    return [
        benchmark.score(articles, study.codings, study, find)
        for find in (benchmark.find_by_rules, benchmark.find_naively)
    ]


@pytest.mark.parametrize("measure", LEVEL)
def test_the_rules_keep_their_level_on_the_seeds(benchmark, scored, measure):
    assert benchmark.scores(scored[0])[measure] >= LEVEL[measure]


def test_a_naive_search_falls_behind(benchmark, scored):
    rules, naive = map(benchmark.scores, scored)
    assert naive["sentence F1"] < rules["sentence F1"] - 0.2
    assert naive["category"] < rules["category"] - 0.2


def test_a_coded_article_without_motives_is_scored(benchmark, tmp_path, parser):
    study = read_study(ROOT / "seeds")
    articles = read_study_sources(study).articles
    names = [Path(path).name for path in articles["path"]]
    coded = tmp_path / "coded.jsonl"
    coded.write_text("\n".join(f'{{"file": "{name}", "motives": []}}' for name in names), encoding="utf-8")
    measured = benchmark.scores(benchmark.score(articles, coded, study, benchmark.find_by_rules))
    assert measured["sentence P"] == 0
