"""Score motive propositions against hand-coded ones, beside what a naive cue list reaches.

    python benchmarks/motives.py ARTICLES... --coded CODED [--study seeds] [--errors 20]

ARTICLES are files or folders. CODED.jsonl has one article a line: file (its last part names the article) and
motives (start, end, sentence_start, sentence_end, category, voice, negated, hedged), as the package exports a coded
study; a codings.csv in which every row is a last word and says all will do as well. Offsets count characters of the
file as read. Only articles that are coded are scored.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePath

import pandas as pd

from analysis.actors import find_mentions
from analysis.articles import find_files, read_articles
from analysis.cache import open_cache
from analysis.coding.anchors import Stretch
from analysis.cue_terms import CueIndex, read_cue
from analysis.motives.model import LearnedReader, load_reader
from analysis.motives.propositions import find_propositions
from analysis.parse import parse_articles
from analysis.study import Study, read_study
from analysis.tokens import split_sentences, tokenize
from analysis.voices import ArticleVoices

KEPT = ("accept", "relabel", "add")
FIELDS = ("category", "voice", "negated", "hedged")
CODED_COLUMNS = ["start", "end", "sentence_start", "sentence_end", "evidence", *FIELDS]
NAIVE_CUES = re.compile(
    r"\b(want|wish|seek|aim|hope|tr(?:y|ied|ies)|attempt|effort|plan|interest|goal|purpose|benefit|gain|fear|need|reason"
    r"|because|in order to|intend|design|help|avoid|prevent)\w*\b",
    re.I,
)
NAIVE_DENIAL, NAIVE_HEDGE = re.compile(r"\b(not|no|never)\b"), re.compile(r"\b(may|might|could|likely)\b")


@dataclass(frozen=True)
class Scored:
    """One article's coded rows and found rows, with the pairs that overlap, one to one."""

    article: str
    outlet: str
    text: str
    coded: pd.DataFrame
    found: pd.DataFrame
    pairs: tuple[tuple[int, int], ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument(
        "--coded", required=True, type=Path, help="the hand-coded file: JSON, one article a line, or codings.csv"
    )
    parser.add_argument("--study", default=Path("seeds"), type=Path, help="the study whose actor and codes are meant")
    parser.add_argument("--errors", default=20, type=int, help="how many errors to show")
    options = parser.parse_args()
    study = read_study(options.study)
    articles = read_articles(find_files(options.articles), study=study).articles
    machine, rules, naive = (
        score(articles, options.coded, study, find) for find in (find_by_machine, find_by_rules, find_naively)
    )
    _print_table({"machine": machine, "rules": rules, "naive": naive})
    _print_articles(machine)
    _print_errors(machine, options.errors)


def score(
    articles: pd.DataFrame, coded: Path, study: Study, find: "Callable[[pd.DataFrame, Study], pd.DataFrame]"
) -> list[Scored]:
    """Score what is found in the articles that are coded."""
    articles = articles.assign(file=[PurePath(path).name for path in articles["path"]])
    entries = read_coded(coded, dict(zip(articles["file"], articles["clean"], strict=True)))
    articles = articles[articles["file"].isin(list(entries))]
    return _scored(articles, entries, find(articles, study))


def find_by_machine(articles: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Find the propositions of the study's focal actor as the program does: rules and learned reader."""
    return _find(articles, study, load_reader(study.codebook, study.certainty))


def find_by_rules(articles: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Find the propositions of the study's focal actor with the rules alone."""
    return _find(articles, study, None)


def _find(articles: pd.DataFrame, study: Study, reader: LearnedReader | None) -> pd.DataFrame:
    sentences = split_sentences(articles)
    mentions = find_mentions(tokenize(articles, sentences), study.actors)
    tables = [
        find_propositions(
            article,
            mentions[mentions["article"] == article.article],
            ArticleVoices(article),
            actors=[study.actor(study.focal)],
            codebook=study.codebook,
            reader=reader,
        )
        for article in parse_articles(articles, sentences, cache=open_cache())
    ]
    return pd.concat(tables, ignore_index=True)


def find_naively(articles: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Take every sentence that names the actor and holds a cue word, from the cue to its end, for a motive."""
    index = CueIndex(read_cue(code, cue) for code, entry in study.motives.codes.items() for cue in entry.cues)
    sentences = split_sentences(articles)
    mentions = find_mentions(tokenize(articles, sentences), [study.actor(study.focal)])
    named = mentions[["article", "sentence"]].drop_duplicates()
    texts = dict(zip(articles["article"], articles["clean"], strict=True))
    rows = []
    for row in named.merge(sentences, on=["article", "sentence"]).itertuples():
        sentence = texts[row.article][row.start : row.end]
        cue = NAIVE_CUES.search(sentence)
        if cue:
            codes = [found.cue.code for found in index.find(sentence)]
            rows.append(
                {"article": row.article, "start": row.start + cue.start(), "end": row.end, "sentence_start": row.start,
                 "category": codes[0] if codes else "other", "voice": "outlet", "rule": "naive",
                 "negated": bool(NAIVE_DENIAL.search(sentence)), "hedged": bool(NAIVE_HEDGE.search(sentence))}
            )  # fmt: skip
    return pd.DataFrame(rows, columns=["article", "start", "end", "sentence_start", *FIELDS, "rule"])


def scores(scored: list[Scored]) -> dict[str, float]:
    """Give sentence and span precision, recall and F1, the accuracy of each field over matched rows, and the share.

    Share is 1 - the total variation distance between the found and the coded share of each category, by outlet.
    """
    hits = [_sentence_hits(one) for one in scored]
    sentence = _f1(sum(h for h, _, _ in hits), sum(h + o for h, _, o in hits), sum(n for _, n, _ in hits))
    matched = [(one.found.iloc[i], one.coded.iloc[j]) for one in scored for i, j in one.pairs]
    span = _f1(len(matched), sum(len(one.found) for one in scored), sum(len(one.coded) for one in scored))
    fields = {field: _mean(found[field] == coded[field] for found, coded in matched) for field in FIELDS}
    right = sum(found["category"] == coded["category"] for found, coded in matched)
    marked = _f1(right, sum(len(one.found) for one in scored), sum(len(one.coded) for one in scored))
    return (
        dict(
            zip(
                ("sentence P", "sentence R", "sentence F1", "span P", "span R", "span F1"), sentence + span, strict=True
            )
        )
        | fields
        | {"right P": marked[0], "right F1": marked[2]}
        | {"share": _share(scored)}
    )


def read_coded(path: Path, texts: dict[str, str]) -> dict[str, dict]:
    """Read the coded articles by file name: a file of one JSON object an article a line, or a study's codings.csv.

    ``texts`` are the articles' texts by file name: codings.csv has no sentences, so that they are split again.
    """
    if path.suffix == ".csv":
        return _of_codings(pd.read_csv(path, dtype=str, keep_default_na=False), texts)
    with path.open(encoding="utf-8") as lines:
        return {PurePath(entry["file"]).name: entry for entry in map(json.loads, lines)}


def _of_codings(codings: pd.DataFrame, texts: dict[str, str]) -> dict[str, dict]:
    coded: dict[str, dict] = {}
    for row in codings[codings["decision"].isin(KEPT)].itertuples():
        name = PurePath(row.article).name
        start, end = int(row.start), int(row.end)
        first, last = max((bounds for bounds in _sentences(texts[name]) if bounds[0] <= start), default=(start, end))
        coded.setdefault(name, {"file": name, "motives": []})["motives"].append(
            {"start": start, "end": end, "sentence_start": first, "sentence_end": last, "evidence": row.quote,
             "category": row.category, "voice": row.voice,
             "negated": row.negated == "true", "hedged": row.hedged == "true"}
        )  # fmt: skip
    return coded


@lru_cache(maxsize=64)
def _sentences(text: str) -> list[tuple[int, int]]:
    table = split_sentences(pd.DataFrame([{"article": "", "clean": text}]))
    return list(zip(table["start"], table["end"], strict=True))


def _scored(articles: pd.DataFrame, coded: dict[str, dict], found: pd.DataFrame) -> list[Scored]:
    result = []
    for row in articles.itertuples():
        own = found[found["article"] == row.article]
        undecided = {(start, end) for start, end in coded[row.file].get("undecided", ())}
        own = own[[span not in undecided for span in zip(own["start"], own["end"], strict=True)]].reset_index(drop=True)
        gold = pd.DataFrame(coded[row.file]["motives"], columns=CODED_COLUMNS)
        pairs = tuple(_pairs(_stretches(own), _stretches(gold)))
        result.append(Scored(row.article, coded[row.file].get("outlet", row.outlet), row.text, gold, own, pairs))
    return result


def _stretches(table: pd.DataFrame) -> list[Stretch]:
    return [Stretch("", int(start), int(end)) for start, end in zip(table["start"], table["end"], strict=True)]


def _pairs(found: list[Stretch], coded: list[Stretch]) -> Iterator[tuple[int, int]]:
    """Pairs of stretches that share a third of the shorter, one to one, the largest overlap first."""
    shared = sorted(
        ((one.shared(other), i, j) for i, one in enumerate(found) for j, other in enumerate(coded)), reverse=True
    )
    used_found, used_coded = set(), set()
    for overlap, i, j in shared:
        if overlap > 0 and i not in used_found and j not in used_coded:
            used_found.add(i)
            used_coded.add(j)
            yield i, j


def _sentence_hits(one: Scored) -> tuple[int, int, int]:
    """Coded sentences hit, coded sentences, sentences found outside every coded one."""
    gold = sorted(
        {(int(a), int(b)) for a, b in zip(one.coded["sentence_start"], one.coded["sentence_end"], strict=True)}
    )
    hit, outside = set(), set()
    for row in one.found.itertuples():
        inside = [span for span in gold if 2 * (min(row.end, span[1]) - max(row.start, span[0])) > row.end - row.start]
        hit.update(inside[:1])
        if not inside:
            outside.add(row.sentence_start)
    return len(hit), len(gold), len(outside)


def _f1(hits: int, found: int, coded: int) -> tuple[float, float, float]:
    precision, recall = hits / found if found else 0.0, hits / coded if coded else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def _share(scored: list[Scored]) -> float:
    kept = []
    for outlet in dict.fromkeys(one.outlet for one in scored):
        own = [one for one in scored if one.outlet == outlet]
        found, coded = (_shares(own, lambda one, side=side: getattr(one, side)) for side in ("found", "coded"))
        distance = sum(abs(found[code] - coded[code]) for code in found | coded) / 2
        kept.append(float(bool(found) == bool(coded)) * (1 - distance))
    return _mean(kept)


def _shares(scored: list[Scored], side: Callable[[Scored], pd.DataFrame]) -> Counter[str]:
    counts = Counter(code for one in scored for code in side(one)["category"])
    total = sum(counts.values())
    return Counter({code: number / total for code, number in counts.items()})


def _mean(values: "Iterator[float] | list[float]") -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else float("nan")


def _print_table(results: dict[str, list[Scored]]) -> None:
    table = pd.DataFrame({name: scores(scored) for name, scored in results.items()})
    print(table.round(3).to_string(), "\n")


def _print_articles(scored: list[Scored]) -> None:
    rows = {one.article: {"coded": len(one.coded), "found": len(one.found)} | scores([one]) for one in scored}
    columns = ["coded", "found", "sentence F1", "span F1", *FIELDS]
    print(pd.DataFrame(rows).T[columns].round(2).to_string(), "\n")


def _print_errors(scored: list[Scored], most: int) -> None:
    """Print what was missed, then what was found in vain, then wrong fields, each with its words."""
    lines: list[tuple[int, str]] = []
    for one in scored:
        found_in, coded_in = {i for i, _ in one.pairs}, {j for _, j in one.pairs}
        for j in set(range(len(one.coded))) - coded_in:
            row = one.coded.iloc[j]
            lines.append((0, f"missed  {row['category']}: {_words(one, row)}"))
        for i in set(range(len(one.found))) - found_in:
            row = one.found.iloc[i]
            lines.append((1, f"in vain {row['rule']}: {_words(one, row)}"))
        for i, j in one.pairs:
            found, coded = one.found.iloc[i], one.coded.iloc[j]
            wrong = [
                f"{field} {found[field]}, coded {coded[field]}" for field in FIELDS if found[field] != coded[field]
            ]
            lines += [(2, f"wrong   {'; '.join(wrong)}: {_words(one, found)}")] * bool(wrong)
    print("\n".join(line for _, line in sorted(lines)[:most]))


def _words(one: Scored, row: pd.Series) -> str:
    """The evidence in its sentence, between brackets."""
    start, end, first = int(row["start"]), int(row["end"]), int(row["sentence_start"])
    after = re.search(r"[.!?\n]|$", one.text[end:])
    sentence = f"{one.text[first:start]}[{one.text[start:end]}]{one.text[end : end + after.end()]}"
    return f"{' '.join(sentence.split())} ({one.article})"


if __name__ == "__main__":
    main()
