"""Fit how proposals are weighed, and say what the whole reader is worth on texts that its networks have not seen.

    python training/weigh.py CODED PROPOSALS WEIGHTS --examples EXAMPLES --fold FOLD

Logistic regressions over the features of `analysis.motives.model`: for holder and span, and for these with the
code. All scores printed are of cross-validation by groups of texts: a text's proposals are weighed by regressions, and
counted from a threshold on, that were fitted to other texts. The regressions go to weighing.json in WEIGHTS.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from export import seal
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from analysis.motives.model.reader import choose, choose_voice

PARTS = 5
FLOOR = 0.15  # of holder and span, below which no code is sought
CUE, VOICE = 1.0, 0.5  # what cue terms and rules add to the logits of the networks
BINS = 10
THINK_TANK = "think tank"  # as the outlet of such a text


def load_scorer(coded: Path):
    """Return the module score.py beside the coded texts."""
    spec = importlib.util.spec_from_file_location("score", coded / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def label(rows: list[dict], coded: dict, scorer) -> None:
    """Say of each proposal whether its span is a coded one's (``span``), and which code that has."""
    by_place = defaultdict(list)
    for row in rows:
        by_place[row["file"], row["holder"]].append(row)
    for (file, holder), own in by_place.items():
        gold = [motive for motive in coded[file]["motives"] if motive["holder"] == holder]
        for row in own:
            row["gold"] = None
        for row, motive in scorer.match(own, gold):
            row["gold"] = motive


def evaluate(rows: list[dict], files: list[str], coded: dict, scorer, *, least: float, outlet: str = "") -> dict:
    """Return what score.py says of the rows with at least some certainty."""
    kept = defaultdict(list)
    for row in rows:
        if row["certainty"] >= least:
            kept[row["file"], row["holder"]].append(row)
    total = Counter()
    for file in files:
        if outlet and (coded[file]["outlet"] == THINK_TANK) != (outlet == THINK_TANK):
            continue
        for holder in coded[file]["actors"]:
            gold = [motive for motive in coded[file]["motives"] if motive["holder"] == holder]
            total.update(scorer.count(kept[file, holder], gold))
    return total


def score_line(total: Counter) -> str:
    """Return the scores as a line."""

    def f1(hit: int, found: int, coded: int) -> float:
        return 2 * hit / max(1, found + coded)

    pairs = max(1, total["pairs"])
    span = f1(total["pairs"], total["rows"], total["coded"])
    sentence = f1(total["hit"], total["found"], total["sentences"])
    fields = "  ".join(f"{name} {total[name] / pairs:.3f}" for name in ("category", "voice", "negated", "hedged"))
    right = f1(total["category"], total["rows"], total["coded"])
    precision = total["category"] / max(1, total["rows"])
    return (
        f"sentence {sentence:.3f}  span {span:.3f}  {fields}  right P {precision:.3f}  F1 {right:.3f}"
        f"  ({total['rows']} of {total['coded']})"
    )


def features_of(row: dict, cue: float) -> tuple[dict, str]:
    """Return the features of a proposal with those of its code, and the code."""
    own = {name: value for name, value in row["features"].items() if name not in ("scores", "by_cues")}
    choice = choose(np.array(row["features"]["scores"]), row["codes"], row["features"]["by_cues"], cue=cue)
    return own | choice.features, choice.code


def fit(features: list[dict], right: list[bool], counts: np.ndarray, strength: float = 0.03) -> dict[str, float]:
    """Fit a logistic regression; features are scaled for the penalty and the weights scaled back.

    ``counts`` says how much each proposal counts.
    """
    vectors = DictVectorizer()
    table = vectors.fit_transform(features).toarray()
    scale = table.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=strength, max_iter=5000).fit(table / scale, right, sample_weight=counts)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0] / scale, strict=True))
    return {name: round(float(value), 4) for name, value in weights.items() if value} | {
        "": round(float(model.intercept_[0]), 4)
    }


def probability(weights: dict, features: dict) -> float:
    """Return what a regression says."""
    return 1 / (1 + np.exp(-(weights[""] + sum(weights.get(name, 0) * value for name, value in features.items()))))


def calibration(certainties: np.ndarray, right: np.ndarray) -> float:
    """Return the expected calibration error in ten bins of equal count."""
    order = np.argsort(certainties, kind="stable")
    return sum(
        abs(certainties[part].mean() - right[part].mean()) * len(part) for part in np.array_split(order, BINS)
    ) / len(order)


def print_reliability(certainties: np.ndarray, right: np.ndarray, group: np.ndarray) -> None:
    """Print the reliability table and the calibration error with its interval, bootstrapped by groups of texts."""
    order = np.argsort(certainties, kind="stable")
    for part in np.array_split(order, BINS):
        print(f"  certainty {certainties[part].mean():.2f}  right {right[part].mean():.2f}  ({len(part)})")
    chance = np.random.default_rng(0)
    members = [np.flatnonzero(group == one) for one in np.unique(group)]
    errors = []
    for _ in range(500):
        drawn = np.concatenate([members[i] for i in chance.integers(len(members), size=len(members))])
        errors.append(calibration(certainties[drawn], right[drawn]))
    low, high = np.quantile(errors, [0.025, 0.975])
    print(f"expected calibration error {calibration(certainties, right):.3f} [{low:.3f}, {high:.3f}]")


def print_rules(rows: list[dict], span: np.ndarray, right: np.ndarray, least: float) -> None:
    """Print, per rule that found twenty or more, how many of its proposals are right, and of those that count."""
    counts = np.array([row["certainty"] >= least for row in rows])
    rules = np.array([row["rule"] for row in rows])
    print("rule, proposals, span right, code right; of those that count: number, code right")
    for rule, number in Counter(rules).most_common():
        own = rules == rule
        if number >= 20:
            kept = own & counts
            precision = right[kept].mean() if kept.any() else float("nan")
            shares = f"{span[own].mean():.2f}  {right[own].mean():.2f}"
            print(f"  {rule:24} {number:5}  {shares}  {kept.sum():5}  {precision:.2f}")


def best_threshold(certainties: np.ndarray, right: np.ndarray, coded: int) -> float:
    """Return the certainty from which on proposals give the best F1."""
    order = np.argsort(-certainties, kind="stable")
    f1 = 2 * np.cumsum(right[order]) / (np.arange(1, len(order) + 1) + coded)
    return float(np.round(certainties[order][int(f1.argmax())], 2))


def main() -> int:
    """Read the proposals, print scores, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("coded", "proposals", "weights"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--fold", type=int)
    asked = parser.parse_args()
    scorer = load_scorer(asked.coded)
    coded = {row["file"]: row for row in map(json.loads, open(asked.coded / "coded.jsonl", encoding="utf-8"))}
    groups = {row["file"]: row["group"] for row in map(json.loads, open(asked.examples, encoding="utf-8"))}
    files = [name for name in coded if asked.fold is None or groups.get(name, -1) % 5 == asked.fold]
    rows = [json.loads(line) for line in open(asked.proposals, encoding="utf-8")]
    label(rows, coded, scorer)
    number = sum(len(coded[file]["motives"]) for file in files)
    group = np.array([row["group"] for row in rows])
    span = np.array([row["gold"] is not None for row in rows])
    print(f"{len(files)} texts, {number} coded, {len(rows)} proposals, {span.sum()} of a coded span")
    for row in rows:
        row["certainty"], row["category"] = 1.0 if row["features"].get("rule") else 0.0, row["features"]["by_cues"]
        row["voice"] = row["heard"]
    print("rules alone      ", score_line(evaluate(rows, files, coded, scorer, least=0.5)))
    for row in rows:
        row["voice"] = choose_voice(row["features"], row["heard"], weight=VOICE)
    for weight in (0.0, 0.5, 1.0, 1.5, 2.0):
        chosen = [choose_voice(row["features"], row["heard"], weight=weight) for row in rows]
        hits = [voice == row["gold"]["voice"] for voice, row in zip(chosen, rows, strict=True) if row["gold"]]
        print(f"voice {weight}: voices right on coded spans {np.mean(hits):.3f}")
    for cue in (0.0, 0.5, 1.0, 1.5, 2.0):
        chosen = [
            choose(np.array(r["features"]["scores"]), r["codes"], r["features"]["by_cues"], cue=cue).code for r in rows
        ]
        hits = [code == row["gold"]["category"] for code, row in zip(chosen, rows, strict=True) if row["gold"]]
        print(f"cue {cue}: codes right on coded spans {np.mean(hits):.3f}")
    featured = [features_of(row, CUE) for row in rows]
    for row, (_, code) in zip(rows, featured, strict=True):
        row["category"] = code
    right = np.array([bool(row["gold"]) and row["gold"]["category"] == row["category"] for row in rows])
    features = [one for one, _ in featured]
    # News outlets count as much as think tanks, which wrote most of the texts: it is their articles that are compared.
    named = np.array([row["outlet"] != THINK_TANK for row in rows])
    counts = np.where(named, 0.5 / named.mean(), 0.5 / (1 - named.mean()))
    certainties, thresholds = np.zeros(len(rows)), []
    for train, test in GroupKFold(PARTS).split(rows, groups=group):
        weights = fit([features[i] for i in train], right[train], counts[train])
        inside = np.array([probability(weights, features[i]) for i in train])
        thresholds.append(best_threshold(inside, right[train], number * (PARTS - 1) // PARTS))
        certainties[test] = [probability(weights, features[i]) for i in test]
    for row, certainty in zip(rows, certainties, strict=True):
        row["certainty"] = certainty
    least = float(np.round(np.median(thresholds), 2))
    print(f"thresholds of best F1 {thresholds}")
    for outlet in ("", THINK_TANK, "named"):
        print(f"{outlet or 'all':17}", score_line(evaluate(rows, files, coded, scorer, least=least, outlet=outlet)))
    for stricter in (0.3, 0.45, 0.6):
        total = evaluate(rows, files, coded, scorer, least=stricter)
        recall = total["category"] / total["coded"]
        print(f"from {stricter:.2f} on     ", score_line(total), f"right R {recall:.3f}")
    print_reliability(certainties, right, group)
    for kind, own in (("think tanks", ~named), ("news outlets", named)):
        mean, share = certainties[own].mean(), right[own].mean()
        print(f"{kind}: certainty {mean:.3f}, right {share:.3f}, error {calibration(certainties[own], right[own]):.3f}")
    print_rules(rows, span, right, least)
    weights = fit(features, right, counts)
    plain = [{k: v for k, v in row["features"].items() if k not in ("scores", "by_cues")} for row in rows]
    kept = {
        "least": least,
        "floor": FLOOR,
        "cue": CUE,
        "voice": VOICE,
        "right": weights,
        "span": fit(plain, span, counts),
    }
    (asked.weights / "weighing.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    seal(asked.weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
