import importlib.util
import json

import pandas as pd
import pytest

from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.export import MOTIVE_FIELDS, export_coded
from analysis.motives.propositions import PROPOSITION_COLUMNS

from .conftest import FULL, SEEDS, articles_of, coding, proposition


@pytest.fixture
def coded(results):
    """Give the seeds' decisions over the propositions that were decided on, so that none is left undecided."""
    found, codings, articles = results.annotated.propositions, results.codings, results.sources.articles
    whole = Coded(found, codings, articles, results.study.focal).propositions
    decided = whole.loc[whole["coders"] > 0, "proposition"]
    return Coded(found[found["proposition"].isin(decided)], codings, articles, results.study.focal)


def entries(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_rules_score_alike_against_the_export_and_against_the_codings(coded, results, tmp_path):
    spec = importlib.util.spec_from_file_location("benchmarks_motives", SEEDS.parent / "benchmarks" / "motives.py")
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    assert export_coded(tmp_path / "coded.jsonl", coded, holder="Moscow") == []
    study, articles = results.study, results.sources.articles
    by_export, by_codings = (
        benchmark.scores(benchmark.score(articles, path, study, benchmark.find_by_rules))
        for path in (tmp_path / "coded.jsonl", study.codings)
    )
    assert by_export == pytest.approx(by_codings)
    assert by_export["span F1"] > 0.8


def test_every_coded_proposition_is_in_it_with_its_words(coded, tmp_path):
    export_coded(tmp_path / "coded.jsonl", coded, holder="Moscow")
    motives = [motive for entry in entries(tmp_path / "coded.jsonl") for motive in entry["motives"]]
    own = coded.propositions[coded.propositions["holder"] == "Moscow"]
    assert [list(motive) for motive in motives] == [list(MOTIVE_FIELDS)] * len(own)
    assert [motive["evidence"] for motive in motives] == own["evidence"].tolist()
    assert [motive["hedged"] for motive in motives] == own["hedged"].tolist()


def test_of_an_article_that_is_coded_in_part_what_is_decided_is_written(rules, articles, article, tmp_path):
    path = tmp_path / "coded.jsonl"
    rows = [coding(article, "Oslo wants peace", "reject"), coding(article, "It rains", "add", **FULL)]
    part = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)
    assert export_coded(path, part, holder="Oslo") == [
        "1 of 3 propositions, in 1 of 1 articles, are not decided and are not among the motives written"
    ]
    (entry,) = entries(path)
    assert [motive["evidence"] for motive in entry["motives"]] == ["It rains"]
    assert [article["text"][start:end] for start, end in entry["undecided"]] == ["Oslo hopes to sell fish"]
    rows.append(coding(article, "Oslo hopes to sell fish", "relabel", category="gain", voice="actor", source="a“b”"))
    whole = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)
    assert export_coded(path, whole, holder="Oslo") == []
    (entry,) = entries(path)
    assert "undecided" not in entry
    assert (entry["file"], entry["article"], entry["outlet"]) == ("1.txt", "north/1.txt", "north")
    assert [(one["evidence"], one["category"], one["source"]) for one in entry["motives"]] == [
        ("Oslo hopes to sell fish", "gain", "a“b”"), ("It rains", "gain", ""),
    ]  # fmt: skip


def test_a_code_that_waits_to_be_decided_is_undecided(rules, articles, article, tmp_path):
    rows = [coding(article, quote, "relabel") for quote in ("Oslo wants peace", "Oslo hopes to sell fish")]
    codings = pd.DataFrame([rows[0] | {"was": "old"}, rows[1] | {"was": ""}], columns=[*CODING_COLUMNS, "was"])
    (note,) = export_coded(tmp_path / "coded.jsonl", Coded(rules, codings, articles), holder="Oslo")
    assert note.startswith("1 of 2 propositions, in 1 of 1 articles, are not decided")
    (entry,) = entries(tmp_path / "coded.jsonl")
    assert [motive["evidence"] for motive in entry["motives"]] == ["Oslo hopes to sell fish"]


def test_an_article_whose_propositions_are_all_rejected_is_gold_too(tmp_path):
    articles = pd.concat([articles_of("Oslo wants peace."), articles_of("Oslo wants fish.", "north/2.txt")])
    first = articles.iloc[0].to_dict()
    rules = pd.DataFrame([proposition(first, "Oslo wants peace")], columns=PROPOSITION_COLUMNS)
    codings = pd.DataFrame([coding(first, "Oslo wants peace", "reject")], columns=CODING_COLUMNS)
    export_coded(tmp_path / "coded.jsonl", Coded(rules, codings, articles), holder="Oslo")
    assert [(entry["file"], entry["motives"]) for entry in entries(tmp_path / "coded.jsonl")] == [("1.txt", [])]
