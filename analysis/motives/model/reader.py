"""The learned reader: it proposes motives beside the rules, weighs both kinds of proposals, and gives them codes.

Sentences in reach of an actor are tagged for that actor. A span that the tagger marks and no rule found is a
proposal of its own; one that a rule found stays as the rule cut it. The matcher says which code fits, from the code's
own text. A logistic regression over what both readers say gives the probability that a proposal is right.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from ...codebooks import OTHER, MotiveCode, MotiveCodebook
from ...parse import ParsedArticle, ParsedSentence
from ...study import Actor
from ...voices import ArticleVoices
from ..proposals import Proposal
from ..speakers import Speakers
from .encoding import CONTEXT_SENTENCES, KINDS, VOICES, Example, Marked, marking_of, spans_in
from .network import Networks, Reading, Tagged
from .weighing import Weighing

RULE = "model"
_OVERLAP = 1 / 3  # of the shorter: two spans that share more are one proposal
_BEFORE = 200  # characters before a sentence that the matcher reads
_EXAMPLES = 6
_LOOSE_END = re.compile(r"(?:[\s,;]+(?:and|or|but|nor|the|an?|which|who))+$", re.IGNORECASE)
_OPENING, _CLOSING = "\"'“‘«([$€£#", "\"'”’»)]%"


class LearnedReader:
    """The networks with the codebook of a study, and the certainty from which on a proposal counts."""

    def __init__(self, networks: Networks, codebook: MotiveCodebook, *, least: float | None = None) -> None:
        self._networks = networks
        self._codes = list(codebook.codes)
        self._texts = tuple(map(describe, codebook.written_for().codes.values()))
        self._weighing = Weighing(networks.weighing)
        self._least = self._weighing.least if least is None else least

    @cached_property
    def _code_vectors(self) -> np.ndarray:
        return self._networks.codes(self._texts)

    def propose(
        self,
        article: ParsedArticle,
        mentions: pd.DataFrame,
        voices: ArticleVoices,
        *,
        actors: Sequence[Actor],
        within: Mapping[int, set[str]],
        by_rules: Sequence[Proposal],
    ) -> list[Proposal]:
        """Return the proposals of both readers that are certain enough, in text order, with code and certainty."""
        weighed = self.weigh(article, mentions, voices, actors=actors, within=within, by_rules=by_rules)
        return [one for one in weighed if one.certainty >= self._least]

    def weigh(
        self,
        article: ParsedArticle,
        mentions: pd.DataFrame,
        voices: ArticleVoices,
        *,
        actors: Sequence[Actor],
        within: Mapping[int, set[str]],
        by_rules: Sequence[Proposal],
    ) -> list[Proposal]:
        """Return all proposals of both readers in text order, with code and certainty, however small."""
        places = [(position, actor) for position, held in within.items() for actor in sorted(held)]
        examples = _Examples(article, mentions, voices, actors)
        tagged = dict(zip(places, self._networks.tag([examples.of(*place) for place in places]), strict=True))
        found = [*self._marked_rules(article, by_rules, tagged), *self._alone(article, tagged, by_rules)]
        found = [one for one in found if self._weighing.may_be(one.features, self._least)]
        propositions = [(article.text[one.start : one.end], one.actor, _around(article, one)) for one in found]
        scores = self._networks.match(propositions, self._code_vectors) if propositions else ()
        speakers = Speakers(voices, actors)
        return sorted(
            (self._coded(one, row, speakers) for one, row in zip(found, scores, strict=True)),
            key=lambda one: (one.start, one.end, one.actor),
        )

    def _marked_rules(
        self, article: ParsedArticle, by_rules: Sequence[Proposal], tagged: Mapping[tuple[int, str], Tagged]
    ) -> Iterator[Proposal]:
        """Yield the rules' proposals with what the tagger makes of them."""
        for one in by_rules:
            read = tagged.get((one.position, one.actor))
            first = article.sentences[one.position].start
            marked = read and marking_of(one.start - first, one.end - first, read.tags, read.encoded)
            if not marked:
                yield replace(one, features={f"rule {one.rule}": 1.0, "rule": 1.0, "unread": 1.0})
                continue
            own = [span for span in spans_in(read.tags, read.encoded) if _shared(span, marked) > 0]
            best = max(own, key=lambda span: _shared(span, marked), default=None)
            reading = self._networks.read(read, marked)
            features = _features(marked, read, article.sentences[one.position].text) | {
                f"rule {one.rule}": 1.0,
                "rule": 1.0,
                "rule marked": _logit(marked.score),
                "best": _logit(best.score) if best else -3.0,
                "cover": _shared(best, marked) / max(best.end - best.start, marked.end - marked.start) if best else 0.0,
                "kinds agree": float(reading.kinds[KINDS.index(one.kind)]),
            }
            yield replace(one, features=features | _says(reading))

    def _alone(
        self, article: ParsedArticle, tagged: Mapping[tuple[int, str], Tagged], by_rules: Sequence[Proposal]
    ) -> Iterator[Proposal]:
        """Yield the spans that the tagger marks and no rule found."""
        for (position, actor), read in tagged.items():
            sentence = article.sentences[position]
            ruled = [one for one in by_rules if (one.position, one.actor) == (position, actor)]
            for marked in spans_in(read.tags, read.encoded):
                start, end = (sentence.start + place for place in _whole_words(sentence.text, marked.start, marked.end))
                if start < end and not any(_same(start, end, one) for one in ruled):
                    yield self._proposal(marked, read, sentence, actor=actor, start=start, end=end)

    def _proposal(
        self, marked: Marked, read: Tagged, sentence: ParsedSentence, *, actor: str, start: int, end: int
    ) -> Proposal:
        """Return a proposal of the tagger alone, whose code and voice are still to be chosen."""
        reading = self._networks.read(read, marked)
        kind = KINDS[int(reading.kinds.argmax())]
        own = {
            "alone": 1.0,
            "alone marked": _logit(marked.score),
            "alone begins": _logit(marked.begins),
            f"kind {kind}": 1.0,
        }
        return Proposal(
            sentence.position, start, end, actor, kind, reading.negated > 0.5, reading.hedged > 0.5, False, "", RULE,
            "", "", "", "", features=_features(marked, read, sentence.text) | _says(reading) | own,
        )  # fmt: skip

    def _coded(self, one: Proposal, scores: np.ndarray, speakers: Speakers) -> Proposal:
        """Return a proposal with its code, its reason, its voice and its certainty."""
        choice = choose(scores, self._codes, one.category, cue=self._weighing.cue)
        features = one.features | choice.features
        matched = f"model {choice.probability:.2f}" + (f"; next {choice.runner_up}" if choice.runner_up else "")
        reason = f"{one.reason}; {matched}" if one.reason and choice.code == one.category else matched
        heard, source = speakers.voice_at(one.start, one.end, one.actor)
        voice = choose_voice(features, heard, weight=self._weighing.voice)
        return replace(
            one, category=choice.code, reason=reason, certainty=self._weighing.certainty(features), features=features,
            voice=voice, source=source if heard == voice != "outlet" else "",
        )  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """The code chosen for a proposal, its probability, the next one, and what this says of the proposal."""

    code: str
    probability: float
    runner_up: str
    features: dict[str, float]


def choose(scores: np.ndarray, codes: Sequence[str], by_cues: str, *, cue: float) -> Choice:
    """Choose a code by the matcher's probabilities; ``cue`` is added to the logit of what the cue terms gave."""
    logits = np.log(scores + 1e-9)
    if by_cues in codes and by_cues != OTHER:
        logits[codes.index(by_cues)] += cue
    weighed = np.exp(logits - logits.max())
    weighed /= weighed.sum()
    best, *rest = np.argsort(-weighed, kind="stable")
    features = {
        "code": _logit(float(weighed[best])),
        "margin": float(weighed[best] - weighed[rest[0]]) if rest else 1.0,
        "same code": float(codes[best] == by_cues),
        "no cue": float(by_cues in ("", OTHER)),
        "is other": float(codes[best] == OTHER),
    }
    return Choice(codes[best], float(weighed[best]), codes[rest[0]] if rest else "", features)


class _Examples:
    """The sentences of an article as the tagger is given them."""

    def __init__(
        self, article: ParsedArticle, mentions: pd.DataFrame, voices: ArticleVoices, actors: Sequence[Actor]
    ) -> None:
        self._article = article
        self._voices = voices
        self._actors = {actor.name: actor for actor in actors}
        self._mentions: dict[int, list[tuple[int, int, str]]] = {}
        for row in mentions.itertuples():
            self._mentions.setdefault(row.sentence, []).append((row.start, row.end, row.actor))

    def of(self, position: int, actor: str) -> Example:
        """Return the sentence at a position as it is read for an actor."""
        sentence = self._article.sentences[position]
        before = self._article.sentences[max(0, position - CONTEXT_SENTENCES) : position]
        first = before[0].start if before else sentence.start
        own, others = self._named([sentence], sentence.start, actor)
        own_before, others_before = self._named(before, first, actor)
        return Example(
            sentence.text, self._article.text[first : before[-1].end] if before else "", own, others, own_before,
            others_before, self._heard(sentence.start, sentence.end, actor),
        )  # fmt: skip

    def _named(self, sentences: Sequence, origin: int, actor: str) -> tuple[list, list]:
        spans = [span for sentence in sentences for span in self._mentions.get(sentence.number, ())]
        return tuple(
            [(a - origin, b - origin) for a, b, who in spans if (who == actor) == own] for own in (True, False)
        )

    def _heard(self, start: int, end: int, actor: str) -> list[tuple[int, int, str]]:
        """The attributed spans of a sentence, the outer before the inner."""
        heard = self._voices.attributed_spans(start, end, self._actors[actor])
        return [(max(a, start) - start, min(b, end) - start, voice) for a, b, voice in heard]


def describe(entry: MotiveCode) -> str:
    """Return the text of a code as the matcher reads it: label, definition, what it includes, and examples."""
    return " ".join([f"{entry.label}:", entry.definition, *entry.includes, *entry.examples[:_EXAMPLES]])


def _features(marked: Marked, read: Tagged, text: str) -> dict[str, float]:
    own = read.encoded.roles[read.encoded.lead :]
    return {
        "marked": _logit(marked.score),
        "begins": _logit(marked.begins),
        "length": float(np.log(marked.end - marked.start + 1)),
        "named": float(1 in own),
        "named inside": float(1 in read.encoded.roles[marked.first : marked.last]),
        "others": float(2 in own),
        "sentence": float(np.log(len(text) + 1)),
    }


def _logit(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return float(np.log(share / (1 - share)))


def choose_voice(features: Mapping[str, float], heard: str, *, weight: float) -> str:
    """Choose a voice by the tagger's probabilities and the voice that the rules hear, which adds ``weight``."""
    says = {voice: features.get(f"says {voice}", 1 / len(VOICES)) for voice in VOICES}
    return max(VOICES, key=lambda voice: np.log(says[voice] + 1e-9) + weight * (voice == heard))


def _says(reading: Reading) -> dict[str, float]:
    voices = {f"says {voice}": float(share) for voice, share in zip(VOICES, reading.voices, strict=True)}
    return voices | {"says negated": reading.negated, "says hedged": reading.hedged}


def _shared(one: Marked, other: Marked) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same(start: int, end: int, rule: Proposal) -> bool:
    shared = min(end, rule.end) - max(start, rule.start)
    return shared > 0 and shared >= _OVERLAP * min(end - start, rule.end - rule.start)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span widened to whole words, without punctuation and loose words like "and" around them."""
    while start < end and not text[start].isalnum() and text[start] not in _OPENING:
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in _CLOSING:
        end -= 1
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    loose = _LOOSE_END.search(text, start, end)
    return start, loose.start() if loose else end


def _around(article: ParsedArticle, one: Proposal) -> str:
    """The sentence of a proposal with some words before it."""
    sentence = article.sentences[one.position]
    before = article.text[max(0, sentence.start - _BEFORE) : sentence.start]
    return " ".join(before.split(" ")[1:]) + article.text[sentence.start : sentence.end]
