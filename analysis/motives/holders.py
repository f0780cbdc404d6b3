"""Holders: which actor a noun, a pronoun or a description stands for.

Alias mentions give the sure places; pronouns and descriptions ("it", "their", "the country", "both sides", "these
attacks") are carried back to the actor that they stand for, within the sentence first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from ..parse import ParsedArticle
from .antecedents import (
    clause_subjects,
    companions,
    is_description,
    is_deverbal,
    is_nominal,
    is_pair,
    stands_alone,
    subject_ahead,
    subjects_of,
)
from .grammar import cues
from .grammar.agents import noun_holder
from .grammar.clauses import lemma_of
from .naming import ActorNames

if TYPE_CHECKING:
    from spacy.tokens import Token

IT = frozenset("it its itself".split())
THEY = frozenset("they their them themselves".split())
HE = frozenset("he his him himself she her hers herself".split())
WE = frozenset("we our us ours ourselves i my me mine".split())
_POINTING = frozenset("the this these that those such".split())
_UNKNOWN = "\0unknown"
_SAYING = frozenset("say tell add note argue write explain state".split())
_TELLING = _SAYING | frozenset("be believe think conclude know assess suspect claim".split())
_BACK, _FAR_BACK, _NEAR = 2, 3, 120


@dataclass
class ActorReferences:
    """Whom the words of one article stand for; ``first_person`` tells for whom "we" stands between two offsets."""

    article: ParsedArticle
    names: ActorNames
    first_person: Callable[[int, int], frozenset[str]]
    _known: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    def denoted(self, token: "Token", position: int) -> frozenset[str]:
        """Give the actors that a noun, name or pronoun in the sentence at ``position`` stands for; empty for none."""
        key = (position, token.i)
        if key not in self._known:
            self._known[key] = frozenset()  # a pronoun that leads back to itself stands for nobody
            self._known[key] = self._denoted(token, position) - {_UNKNOWN}
        return self._known[key]

    def holders(self, token: "Token", position: int, *, owned: frozenset[str]) -> frozenset[str]:
        """Give the actors that a holder stands for, or those whose act, plan or standing (lemmas ``owned``) it is."""
        held = self.denoted(token, position)
        act = lemma_of(token) in owned or (owned == cues.HOLDABLE and is_deverbal(token))
        if held or token.pos_ != "NOUN" or not act:
            return held
        owner = noun_holder(token)
        if owner is not None:
            own = self.denoted(owner, position)
            deeper = not own and owner.pos_ == "NOUN" and lemma_of(owner) in owned and owner != token
            return self.holders(owner, position, owned=owned - {lemma_of(token)}) if deeper else own
        condemned = token.dep_ == "dobj" and lemma_of(token.head) in cues.TOWARDS_OTHERS
        if condemned or not any(child.lower_ in _POINTING for child in token.lefts):
            return held
        return self._whose_act(position) or self.first_person(*self.article.sentences[position].span(token))

    def _denoted(self, token: "Token", position: int) -> frozenset[str]:
        named = self._named_with_others(token, position)
        if named and token.lower_ in IT | THEY | HE:
            return named | self._antecedent(token, position)
        if named:
            return named
        own = next((child for child in token.lefts if child.tag_ == "PRP$"), None)
        if own is not None and lemma_of(token) in cues.AGENT_NOUNS:
            return self.denoted(own, position)
        if token.lower_ in WE:
            return self.first_person(*self.article.sentences[position].span(token))
        if token.tag_ in ("WP$", "WP", "WDT"):
            relative = next((above for above in token.ancestors if above.dep_ in ("relcl", "appos")), None)
            return self.names.named(relative.head, position) if relative is not None else frozenset()
        if token.lower_ in IT | THEY | HE or is_description(token):
            return self._antecedent(token, position)
        if is_pair(token):
            return self._last_two(token, position)
        return frozenset()

    def _named_with_others(self, token: "Token", position: int) -> frozenset[str]:
        own = self.names.named(token, position)
        own = own.union(*(self.names.named(other, position) for other in companions(token)))
        if stands_alone(token) or (token.dep_ != "conj" and not any(child.dep_ == "conj" for child in token.rights)):
            return own
        return own.union(*(self.names.named(other, position) for other in token.conjuncts))

    def _antecedent(self, pronoun: "Token", position: int) -> frozenset[str]:
        """The nearest fitting name: subjects of the clauses around the pronoun, then names before it, then back."""
        before = [token for token in pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i] if is_nominal(token)]
        ahead = () if pronoun.dep_ in ("nsubj", "nsubjpass") else subject_ahead(pronoun)
        nearest = sorted(before, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), -token.i))
        found = self._first_fitting((*clause_subjects(pronoun), *nearest, *ahead), pronoun, position)
        if not found and pronoun.lower_ in THEY:
            found = self._all_named_before(pronoun, position)
        for back in range(position - 1, max(-1, position - 1 - _BACK), -1):
            if found:
                break
            nominal = [token for token in self.article.sentences[back].doc[:_NEAR] if is_nominal(token)]
            subjects_first = sorted(nominal, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), token.i))
            found = self._first_fitting(subjects_first, pronoun, back)
        if not found and pronoun.lower_ in THEY:
            return self._whose_act(position) or self._state_before(pronoun, position)
        return found

    def _state_before(self, pronoun: "Token", position: int) -> frozenset[str]:
        """The state that "they" stands for where no plural does: "Moscow is worried. They need the bridge"."""
        here = reversed(subjects_of(pronoun.doc[: pronoun.i]))
        before = range(position - 1, max(-1, position - 1 - _BACK), -1)
        places = chain(
            ((position, token) for token in here),
            ((back, token) for back in before for token in subjects_of(self.article.sentences[back].doc)),
        )
        named = ((self.names.named(token, at), token) for at, token in places)
        return next((own for own, token in named if own and not self.names.is_person(token)), frozenset())

    def _first_fitting(self, candidates: "Iterable[Token]", pronoun: "Token", position: int) -> frozenset[str]:
        quoted = pronoun.doc[0].is_quote and pronoun.lower_ in HE
        others = (one for one in candidates if not (quoted and lemma_of(one.head) in _SAYING))
        return next(filter(None, (self._fitting(one, pronoun, position) for one in others)), frozenset())

    def _fitting(self, candidate: "Token", pronoun: "Token", position: int) -> frozenset[str]:
        """The actors that a candidate stands for where it agrees with the pronoun; unknown names stop the search."""
        if candidate.lower_ in IT | THEY | HE and candidate.lower_[0] == pronoun.lower_[0]:
            return self.denoted(candidate, position)
        plural = candidate.tag_ in ("NNS", "NNPS")
        together = candidate.dep_ != "conj" and any(child.dep_ == "conj" for child in candidate.rights)
        they = pronoun.lower_ in THEY
        named = self._named_with_others(candidate, position) if they else self.names.named(candidate, position)
        other = candidate.pos_ == "PROPN" or (they and (plural or together or lemma_of(candidate) in cues.AGENT_NOUNS))
        stops = not named and other and candidate.dep_ in ("nsubj", "nsubjpass")
        if not named and not stops:
            return named  # before it is asked whether this is a person, which may take reading other sentences
        if they:
            fits = (
                plural or together or (lemma_of(candidate) in cues.AGENT_NOUNS and not self.names.is_person(candidate))
            )
        else:
            he = pronoun.lower_ in HE
            fits = not (together if he else plural) and self.names.is_person(candidate) == he
        if not fits:
            return frozenset()
        return frozenset([_UNKNOWN]) if stops else named

    def _all_named_before(self, pronoun: "Token", position: int) -> frozenset[str]:
        named = {actor for i, actor in self.names.in_sentence(position).items() if i < pronoun.i}
        return frozenset(named) if len(named) > 1 else frozenset()

    def _last_two(self, pair: "Token", position: int) -> frozenset[str]:
        """The two actors last named: subjects before the pair, else in the sentences before, subjects first."""
        found: dict[str, None] = {}
        for before in subjects_of(pair.doc[: pair.i]):
            found |= dict.fromkeys(sorted(self._named_with_others(before, position)))
        for back in range(position - 1, max(-1, position - 1 - _FAR_BACK), -1):
            if len(found) >= 2:
                break
            doc = self.article.sentences[back].doc if self.names.in_sentence(back) else ()
            for subject in subjects_of(doc):
                found |= dict.fromkeys(sorted(self._named_with_others(subject, back)))
            found |= dict.fromkeys(self.names.in_sentence(back).values())
        if len(found) < 2:
            found |= dict.fromkeys(self.names.in_sentence(position).values())
        return frozenset(list(found)[:2])

    def _whose_act(self, position: int) -> frozenset[str]:
        """The one actor who acts in the sentence before, or the one before that: whose "these attacks" are."""
        for back in range(position - 1, max(-1, position - 1 - _BACK), -1):
            acting = frozenset[str]().union(*self._acting(back))
            if acting:
                return acting if len(acting) == 1 else frozenset()
        return frozenset()

    def _acting(self, position: int) -> Iterator[frozenset[str]]:
        mentions = self.names.in_sentence(position)
        for token in self.article.sentences[position].doc[:_NEAR] if mentions else ():
            agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
            if agent or (token.dep_ in ("nsubj", "nsubjpass") and lemma_of(token.head) not in _TELLING):
                yield self.names.named(token, position)
            elif token.i in mentions and lemma_of(token.head) in cues.HOLDABLE:
                yield frozenset([mentions[token.i]])
