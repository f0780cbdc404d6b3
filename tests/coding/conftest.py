"""Small articles, the rules' propositions in them and decisions on those, made by hand; and the seeds as read."""

import hashlib
from pathlib import Path

import pandas as pd
import pytest

from analysis.codebooks import MotiveCode, MotiveCodebook
from analysis.coding.decisions import CODING_COLUMNS, FLAGS
from analysis.motives.propositions import PROPOSITION_COLUMNS, proposition_id
from analysis.results import Results, read_results

CODES = {code: MotiveCode(label=code, group="all", definition=code) for code in ("gain", "honour", "other")}
CODEBOOK = MotiveCodebook("1", "", CODES)
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = "Oslo wants peace. Oslo hopes to sell fish. It rains."


def articles_of(text, name="north/1.txt"):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    row = {"outlet": "north", "article": name, "path": f"/x/{name}", "sha256": sha256, "text": text, "clean": text}
    return pd.DataFrame([row])


def proposition(article, quote, **values):
    start = article["text"].index(quote)
    end = start + len(quote)
    row = dict.fromkeys(PROPOSITION_COLUMNS, "") | {
        "file": "1.txt", "outlet": "north", "article": article["article"], "start": start, "end": end,
        "sentence_start": start, "sentence_end": end + 1, "evidence": quote, "holder": "Oslo",
        "category": "other", "kind": "goal", "voice": "outlet", "rule": "wants that", "negated": False,
        "hedged": False, "minimised": False,
    } | values  # fmt: skip
    return row | {"proposition": proposition_id(article["sha256"], start, end, row["holder"])}


def coding(article, quote, decision="accept", **values):
    start = article["text"].index(quote)
    row = dict.fromkeys(CODING_COLUMNS, "") | dict.fromkeys(FLAGS, pd.NA) | {
        "article": article["article"], "sha256": article["sha256"], "start": start, "end": start + len(quote),
        "quote": quote, "coder": "ana", "decision": decision, "holder": "Oslo",
    }  # fmt: skip
    return row | values


FULL = {"category": "gain", "voice": "outlet", "kind": "goal"}


@pytest.fixture(scope="session")
def results(parser) -> Results:
    return read_results(SEEDS)


@pytest.fixture
def articles():
    return articles_of(TEXT)


@pytest.fixture
def article(articles):
    return articles.iloc[0].to_dict()


@pytest.fixture
def rules(article):
    rows = [proposition(article, "Oslo wants peace"), proposition(article, "Oslo hopes to sell fish")]
    return pd.DataFrame(rows, columns=PROPOSITION_COLUMNS)
