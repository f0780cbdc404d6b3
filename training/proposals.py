"""Write all proposals of rules and learned reader on coded texts, with what both say of them, for `weigh.py`.

    python training/proposals.py CODED EXAMPLES STUDY WEIGHTS OUTPUT [--fold FOLD]

One row per proposal, certain or not: place, holder, the readers' features, the matcher's probability of each code.
With ``--fold`` only the texts that networks trained ``--without`` that fold have not seen. Runs in the project's own
environment.
"""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from analysis.annotation import segment
from analysis.articles import read_articles
from analysis.cache import open_cache
from analysis.motives.model.network import Networks
from analysis.motives.model.reader import LearnedReader
from analysis.motives.naming import ActorNames
from analysis.motives.proposals import Proposal
from analysis.motives.propositions import propose_by_rules
from analysis.motives.reach import actors_in_reach
from analysis.motives.speakers import Speakers
from analysis.parse import parse_articles
from analysis.study import read_study
from analysis.voices import ArticleVoices

FOLDS = 5


class _Telling(LearnedReader):
    """A reader that keeps the matcher's probabilities and the code of the cue terms."""

    def _coded(self, one: Proposal, scores: np.ndarray, speakers: Speakers) -> Proposal:
        coded = super()._coded(one, scores, speakers)
        return replace(coded, features=one.features | {"scores": scores.tolist(), "by_cues": one.category})


def main() -> int:
    """Read the coded texts and write the proposals."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("coded", "examples", "study", "weights", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--fold", type=int)
    asked = parser.parse_args()
    coded = {row["file"]: row for row in map(json.loads, open(asked.coded / "coded.jsonl", encoding="utf-8"))}
    groups = {row["file"]: row["group"] for row in map(json.loads, open(asked.examples, encoding="utf-8"))}
    study = read_study(asked.study)
    names = [name for name in coded if asked.fold is None or groups.get(name, -1) % FOLDS == asked.fold]
    sources = read_articles([asked.coded / "texts" / name for name in names], study=study, notes=[])
    segmented = segment(sources.articles, study.actors)
    mentions = dict(list(segmented.mentions.groupby("article", sort=False, observed=True)))
    reader = _Telling(Networks(asked.weights), study.motives)
    with open(asked.output, "w", encoding="utf-8") as out:
        for article in parse_articles(sources.articles, segmented.sentences, cache=open_cache(), wanted=lambda _: ()):
            text = coded[Path(article.path).name]
            actors = [actor for actor in study.actors if actor.name in text["actors"]]
            own = mentions.get(article.article, segmented.mentions.iloc[:0])
            voices = ArticleVoices(article)
            known = ActorNames(article, own, actors)
            within = actors_in_reach(article, known, voices, actors)
            rules = propose_by_rules(article, known, voices, actors=actors, codebook=study.motives, within=within)
            heard = Speakers(voices, actors)
            for one in reader.weigh(article, own, voices, actors=actors, within=within, by_rules=rules):
                sentence = article.sentences[one.position]
                row = {
                    "file": text["file"], "outlet": text["outlet"], "group": groups.get(text["file"], -1),
                    "holder": one.actor, "start": one.start, "end": one.end, "sentence_start": sentence.start,
                    "sentence_end": sentence.end,
                    "voice": one.voice, "negated": one.negated, "hedged": one.hedged, "rule": one.rule,
                    "heard": heard.voice_at(one.start, one.end, one.actor)[0], "features": one.features,
                    "codes": list(study.motives.codes), "evidence": article.text[one.start : one.end],
                }  # fmt: skip
                out.write(json.dumps(row) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
