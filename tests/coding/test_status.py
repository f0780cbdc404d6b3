import numpy as np
import pandas as pd
import pytest

from analysis.coding.agreement import Alpha
from analysis.coding.coded import Coded
from analysis.coding.decisions import CODING_COLUMNS
from analysis.coding.status import tell_status, tell_worth

from .conftest import coding


@pytest.mark.parametrize(
    ("coders", "alpha", "said"),
    [
        ([2, 2], Alpha(0.81, 0.7, 0.9, 0.9, 2, 2), "2 coders, α = .81 [.70, .90]"),
        ([2, 1], Alpha(0.81, 0.7, 0.9, 0.9, 1, 2), "rules + 2 coders, α = .81 [.70, .90] on 1"),
        ([2, 0], Alpha(1.0, 1.0, 1.0, 1.0, 1, 2), "rules + 2 coders (1 of 2 coded), α = 1.00 [1.00, 1.00] on 1"),
        ([2, 2], Alpha(-0.05, np.nan, np.nan, 0.5, 1, 2), "2 coders, α = -.05"),
        ([2, 2], Alpha(np.nan, np.nan, np.nan, 1.0, 2, 2), "2 coders, α undefined"),
        ([1, 1], Alpha(np.nan, np.nan, np.nan, np.nan, 0, 0), "rules + 2 coders"),
        ([2, 2], Alpha(0.999, 0.996, 1.0, 0.9, 2, 2), "2 coders, α = 1.00 [1.00, 1.00]"),
        ([2, 2], None, "2 coders"),
    ],
)
def test_alpha_is_told_with_its_interval_and_what_it_rests_on(coders, alpha, said):
    assert tell_status(pd.DataFrame({"coders": coders}), coders=2, agreement=alpha) == said


def test_a_coded_study_tells_its_status(rules, articles, article):
    ana = [
        coding(article, quote, "relabel", category="gain") for quote in ("Oslo wants peace", "Oslo hopes to sell fish")
    ]
    bo = [row | {"coder": "bo"} for row in ana]
    bo[1] = bo[1] | {"category": "honour"}
    for rows, said in (
        ([], "rules only"), (ana[:1], "rules + 1 coder (1 of 2 coded)"), (ana, "rules + 1 coder"),
        ([*ana, bo[0]], "rules + 2 coders, α undefined on 1"),
    ):  # fmt: skip
        coded = Coded(rules, pd.DataFrame(rows, columns=CODING_COLUMNS), articles)
        assert coded.status() == said
        assert coded.status(holder="Bergen") == "rules only"
    # of gain, gain and gain, honour: 1 of 2 pairs differ, 1 of 2 chance pairs would: α = 1 - (1/2) / (1/2)
    both = Coded(rules, pd.DataFrame([*ana, *bo], columns=CODING_COLUMNS), articles)
    assert both.status().startswith("2 coders, α = .00 [")


def test_what_the_machine_alone_read_says_so_and_what_it_is_worth():
    rows = pd.DataFrame({"coders": [0, 0], "certainty": [0.25, 0.5]})
    assert tell_status(rows, coders=0, agreement=None) == "machine reading"
    assert tell_worth(rows) == ": on articles of other outlets about 38 of 100 such marks were right"
    by_rules = rows.assign(certainty=np.nan)
    assert tell_status(by_rules, coders=0, agreement=None) == "rules only"
    assert tell_worth(by_rules) == tell_worth(rows.head(0)) == ""
