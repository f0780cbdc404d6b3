"""Write the examples that the reader is trained on: sentences in reach of an actor, with what a coder marked in them.

    python training/examples.py CODED OUTPUT

``CODED`` is a folder with ``texts/``, ``coded.jsonl`` and ``study/study.toml``. ``OUTPUT`` is a jsonl file with one row
per sentence and actor in reach (`analysis.motives.reach`). Offsets count characters of the sentence, or of its context,
the two sentences before it. Texts that share a twentieth of their sequences of eight words have one ``group``, so that
they never stand on two sides of a split. Runs in the project's own environment, without torch.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from analysis.annotation import segment
from analysis.articles import read_articles
from analysis.cache import open_cache
from analysis.motives.naming import ActorNames
from analysis.motives.reach import actors_in_reach
from analysis.parse import ParsedArticle, parse_articles
from analysis.study import Study, read_study
from analysis.voices import NOT_SPEECH, ArticleVoices, voice_of

_SHINGLE = 8  # words
_SHARED = 0.05
_CONTEXT = 2  # sentences


def group_texts(texts: dict[str, str]) -> dict[str, int]:
    """Number the groups of texts that share a twentieth of the sequences of eight words of the shorter one."""
    having = defaultdict(set)
    sizes = {}
    for name, text in texts.items():
        words = text.lower().split()
        shingles = {hash(tuple(words[i : i + _SHINGLE])) for i in range(len(words) - _SHINGLE + 1)}
        sizes[name] = len(shingles)
        for shingle in shingles:
            having[shingle].add(name)
    shared = Counter(
        pair for names in having.values() if 1 < len(names) < 20 for pair in combinations(sorted(names), 2)
    )
    parent = {name: name for name in texts}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for (one, other), number in shared.items():
        if number >= _SHARED * min(sizes[one], sizes[other]):
            parent[root(one)] = root(other)
    numbers = {name: i for i, name in enumerate(sorted({root(name) for name in texts}))}
    return {name: numbers[root(name)] for name in texts}


def examples_of(article: ParsedArticle, mentions, study: Study, coded: dict) -> Iterator[dict]:
    """Yield a row per sentence in reach of an actor that the coder was asked about."""
    actors = [actor for actor in study.actors if actor.name in coded["actors"]]
    names = ActorNames(article, mentions, study.actors)
    spans = defaultdict(list)
    for row in mentions.itertuples():
        spans[row.sentence].append((row.start, row.end, row.actor))
    voices = ArticleVoices(article)
    pieces = list(voices.table().itertuples())
    by_name = {actor.name: actor for actor in actors}
    for position, within in actors_in_reach(article, names, voices, actors).items():
        sentence = article.sentences[position]
        before = article.sentences[max(0, position - _CONTEXT) : position]
        first = before[0].start if before else sentence.start
        for actor in sorted(within):
            yield {
                "file": Path(article.path).name,
                "outlet": coded["outlet"],
                "actor": actor,
                "start": sentence.start,
                "end": sentence.end,
                "text": sentence.text,
                "context": article.text[first : before[-1].end] if before else "",
                "own": [
                    (a - sentence.start, b - sentence.start) for a, b, who in spans[sentence.number] if who == actor
                ],
                "others": [
                    (a - sentence.start, b - sentence.start) for a, b, who in spans[sentence.number] if who != actor
                ],
                "own_before": [(a - first, b - first) for s in before for a, b, who in spans[s.number] if who == actor],
                "others_before": [
                    (a - first, b - first) for s in before for a, b, who in spans[s.number] if who != actor
                ],
                "voices": list(_voices(pieces, sentence, by_name[actor])),
                "motives": [
                    _within(motive, sentence)
                    for motive in coded["motives"]
                    if motive["holder"] == actor and _mostly_in(motive, sentence)
                ],
            }


def _voices(pieces, sentence, actor) -> Iterator[tuple[int, int, str]]:
    """Yield the attributed spans of a sentence, the outer before the inner, with their voice for the actor."""
    meeting = [p for p in pieces if p.start < sentence.end and p.end > sentence.start]
    for piece in sorted(meeting, key=lambda p: p.start - p.end):
        voice = voice_of(piece.source, piece.role, piece.kind, actor)
        if voice != "actor" or piece.kind not in NOT_SPEECH:
            start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
            yield start - sentence.start, end - sentence.start, voice


def _mostly_in(motive: dict, sentence) -> bool:
    shared = min(motive["end"], sentence.end) - max(motive["start"], sentence.start)
    return 2 * shared > motive["end"] - motive["start"]


def _within(motive: dict, sentence) -> dict:
    kept = {key: motive[key] for key in ("category", "kind", "voice", "source", "negated", "hedged", "minimised")}
    start, end = max(motive["start"], sentence.start), min(motive["end"], sentence.end)
    return kept | {"start": start - sentence.start, "end": end - sentence.start}


def main() -> int:
    """Read the coded texts and write the examples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("coded", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--study", type=Path, required=True, help="a folder with the study.toml of the coded texts")
    asked = parser.parse_args()
    coded = {row["file"]: row for row in map(json.loads, open(asked.coded / "coded.jsonl", encoding="utf-8"))}
    study = read_study(asked.study)
    sources = read_articles(sorted((asked.coded / "texts").glob("*.txt")), study=study, notes=[])
    groups = group_texts(
        dict(zip((Path(p).name for p in sources.articles["path"]), sources.articles["text"], strict=True))
    )
    segmented = segment(sources.articles, study.actors)
    mentions = dict(list(segmented.mentions.groupby("article", sort=False, observed=True)))
    nobody = segmented.mentions.iloc[:0]
    with open(asked.output, "w", encoding="utf-8") as out:
        for article in parse_articles(sources.articles, segmented.sentences, cache=open_cache(), wanted=lambda _: ()):
            name = Path(article.path).name
            for row in examples_of(article, mentions.get(article.article, nobody), study, coded[name]):
                out.write(json.dumps(row | {"group": groups[name]}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
