"""Measure the attributed stretches that `analysis.voices` finds against coded ones, and against a naive baseline.

    python benchmarks/voices.py ARTICLES --coded CODED.jsonl --output voices.csv [--cache FOLDER]

ARTICLES is a folder of articles; the coded file has one line an article with ``file`` and ``attributions``, each with
the spans (start, end) of its ``source``, ``cue`` and ``content``. Printed are precision, recall and F1 of

- voice: the characters that are attributed to somebody rather than said by the outlet;
- attribution: the attributions whose content overlaps a coded one (intersection over union of at least a half);
- with source: the same, where the words of the source overlap too or neither has any;

for every other article in the order of file names (the half to develop on), for the rest (the half to check on), and
for all.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pandas as pd

from analysis.articles import find_files, read_articles
from analysis.cache import Cache
from analysis.parse import ParsedArticle, parse_articles
from analysis.tokens import split_sentences
from analysis.voices import find_voices, mark_voice

Spans = frozenset[int]
SAYING = frozenset("say tell add claim argue believe think want plan intend hope announce report note write".split())


def parsed(folder: Path, cache: Path | None) -> Iterator[ParsedArticle]:
    sources = read_articles(find_files([folder]))
    return parse_articles(sources.articles, split_sentences(sources.articles), cache=Cache(cache) if cache else None)


def found_by_rules(article: ParsedArticle) -> pd.DataFrame:
    return mark_voice(find_voices(article), None)


def found_naively(article: ParsedArticle) -> pd.DataFrame:
    """The clause under a verb of saying or intending, and whatever stands in quotation marks."""
    rows: list[tuple[int, int, int, int | None, int | None]] = []
    for sentence in article.sentences:
        opened = None
        for token in sentence.doc:
            if token.text == '"':
                if opened is not None:
                    rows.append((len(rows), *sentence.span(sentence.doc[opened : token.i + 1]), None, None))
                opened = token.i if opened is None else None
            if token.lemma_ not in SAYING:
                continue
            subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
            source = sentence.span(list(subject.subtree)) if subject is not None else (None, None)
            for clause in token.children:
                if clause.dep_ in ("ccomp", "xcomp"):
                    rows.append((len(rows), *sentence.span(list(clause.subtree)), *source))
    return pd.DataFrame(rows, columns=["attribution", "start", "end", "source_start", "source_end"])


def written(text: str, starts: Iterable[int], ends: Iterable[int]) -> Spans:
    """The places of the characters between starts and ends, blanks left out."""
    spans = zip(starts, ends, strict=True)
    return frozenset(i for start, end in spans for i in range(int(start), int(end)) if not text[i].isspace())


def coded_part(text: str, spans: list[list[int]]) -> Spans:
    return written(text, (span[0] for span in spans), (span[1] for span in spans))


def attributions(voices: pd.DataFrame, text: str) -> list[tuple[Spans, Spans]]:
    """Content and source of each attribution as sets of characters."""
    listed = []
    for _, pieces in voices.groupby("attribution"):
        named = pieces.dropna(subset=["source_start"])
        content = written(text, pieces["start"], pieces["end"])
        listed.append((content, written(text, named["source_start"], named["source_end"])))
    return listed


def same(a: Spans, b: Spans) -> bool:
    return bool(a | b) and 2 * len(a & b) >= len(a | b)


def same_source(a: Spans, b: Spans) -> bool:
    return bool(a & b) or not (a or b)


def hits(found: list[tuple[Spans, Spans]], coded: list[tuple[Spans, Spans]]) -> tuple[int, int]:
    """How many found attributions have a coded one, and how many of those with the source."""
    matched = [[other for other in coded if same(own[0], other[0])] for own in found]
    named = sum(any(same_source(own[1], o[1]) for o in others) for own, others in zip(found, matched, strict=True))
    return sum(map(bool, matched)), named


def counts(found: list[tuple[Spans, Spans]], coded: list[tuple[Spans, Spans]]) -> list[int]:
    """(hits found, found, hits coded, coded) for voice, attribution and attribution with source, in one row."""
    theirs, ours = (frozenset().union(*(content for content, _ in side)) for side in (coded, found))
    right, right_named = hits(found, coded)
    seen, seen_named = hits(coded, found)
    return [
        *(len(ours & theirs), len(ours), len(ours & theirs), len(theirs)),
        *(right, len(found), seen, len(coded)),
        *(right_named, len(found), seen_named, len(coded)),
    ]


def show(name: str, tables: list[list[int]]) -> None:
    total = [sum(column) for column in zip(*tables, strict=True)]
    cells = []
    for i in range(0, 12, 4):
        precision, recall = total[i] / max(1, total[i + 1]), total[i + 2] / max(1, total[i + 3])
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        cells.append(f"{precision:.3f} {recall:.3f} {f1:.3f}")
    print(f"{name:<24}" + "   ".join(cells))


def report(name: str, tables: dict[str, list[int]]) -> None:
    ordered = [tables[file] for file in sorted(tables)]
    show(f"{name}, develop half", ordered[0::2])
    show(f"{name}, check half", ordered[1::2])
    show(f"{name}, all", ordered)


def measure(
    articles: list[ParsedArticle], coded: dict[str, dict], find: Callable[[ParsedArticle], pd.DataFrame]
) -> tuple[dict[str, list[int]], pd.DataFrame]:
    tables, found = {}, []
    for article in articles:
        file = Path(article.path).name
        voices = find(article)
        found.append(voices.assign(file=file))
        if file in coded:
            theirs = [
                tuple(coded_part(article.text, a[part]) for part in ("content", "source"))
                for a in coded[file]["attributions"]
            ]
            tables[file] = counts(attributions(voices, article.text), theirs)
    return tables, pd.concat(found, ignore_index=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--coded", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    lines = options.coded.read_text(encoding="utf-8").splitlines()
    coded = {Path(entry["file"]).name: entry for entry in map(json.loads, lines)}
    articles = list(parsed(options.articles, options.cache))
    print(f"{'':<24}{'voice P R F1':<20}{'attribution P R F1':<20}with source P R F1")
    tables, voices = measure(articles, coded, found_by_rules)
    report("rules", tables)
    report("baseline", measure(articles, coded, found_naively)[0])
    if options.output:
        voices.to_csv(options.output, index=False)


if __name__ == "__main__":
    main()
