"""Measure codes that the matcher was not trained on, beside what cue terms alone give.

    python training/unseen.py CODED CODEBOOK WEIGHTS --codes CODE,CODE --examples EXAMPLES --fold FOLD

WEIGHTS has a matcher trained with ``--leave-out`` these codes and ``--without`` the fold. The propositions coded with
them in the fold are given to a codebook of these codes and ``other`` alone. Runs in the project's own environment.
"""

import argparse
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from analysis.codebooks import OTHER, read_motive_codebook
from analysis.motives.categories import Categorizer
from analysis.motives.model.network import Networks
from analysis.motives.model.reader import choose, describe

FOLDS = 5
CUE = 1.0
BEFORE = 200  # characters


def main() -> int:
    """Read the propositions, code them three ways, print how many are right."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("coded", "codebook", "weights"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--codes", required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--fold", type=int, required=True)
    asked = parser.parse_args()
    groups = {row["file"]: row["group"] for row in map(json.loads, open(asked.examples, encoding="utf-8"))}
    whole = read_motive_codebook(asked.codebook)
    names = [*asked.codes.split(","), OTHER]
    codebook = replace(whole, codes={code: whole.codes[code] for code in names})
    networks, categorizer = Networks(asked.weights), Categorizer(codebook)
    vectors = networks.codes([describe(entry) for entry in codebook.written_for().codes.values()])
    right, others, number = Counter(), Counter(), 0
    for row in map(json.loads, open(asked.coded / "coded.jsonl", encoding="utf-8")):
        if groups.get(row["file"], -1) % FOLDS != asked.fold:
            continue
        text = (asked.coded / "texts" / row["file"]).read_text(encoding="utf-8")
        for motive in (one for one in row["motives"] if one["category"] in names[:-1]):
            first, last = motive["sentence_start"], motive["sentence_end"]
            evidence = text[motive["start"] : motive["end"]]
            before = " ".join(text[max(0, first - BEFORE) : first].split(" ")[1:])
            (scores,) = networks.match([(evidence, motive["holder"], before + text[first:last])], vectors)
            by_cues = categorizer.categorize(evidence, sentence=text[first:last]).category
            given = {
                "cue terms": by_cues, "matcher": names[int(scores.argmax())],
                "both": choose(scores, names, by_cues, cue=CUE).code,
            }  # fmt: skip
            number += 1
            right.update(way for way, code in given.items() if code == motive["category"])
            others.update(way for way, code in given.items() if code == OTHER)
    for way in ("cue terms", "matcher", "both"):
        print(f"{way:10} right {right[way] / number:.3f}  other {others[way] / number:.3f}  ({number} propositions)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
