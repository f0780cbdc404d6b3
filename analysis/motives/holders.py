"""Holders: which actor a noun, a pronoun or a description stands for.

Alias mentions give the sure places; pronouns and descriptions ("it", "their", "the country", "both sides", "these
attacks") are carried back to the actor that they stand for, within the sentence first.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..parse import ParsedArticle
from . import cues
from .agents import noun_holder
from .clauses import lemma_of
from .naming import ActorNames

if TYPE_CHECKING:
    from spacy.tokens import Token

IT = frozenset("it its itself".split())
THEY = frozenset("they their them themselves".split())
HE = frozenset("he his him himself she her hers herself".split())
WE = frozenset("we our us ours ourselves i my me mine".split())
_BOTH = frozenset("both two".split())
_PARTIES = frozenset("country nation side state capital party power government leader partner ally".split())
_POINTING = frozenset("the this these that those such".split())
_PARTS = ("det", "amod", "compound", "poss", "prep", "nmod")
_UNKNOWN = "\0unknown"
_SAYING = frozenset("say tell add note argue write explain state".split())
_TELLING = _SAYING | frozenset("be believe think conclude know assess suspect claim".split())
_BACK, _NEAR = 2, 120


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
        if held or token.pos_ != "NOUN" or lemma_of(token) not in owned:
            return held
        owner = noun_holder(token)
        if owner is not None:
            own = self.denoted(owner, position)
            deeper = not own and owner.pos_ == "NOUN" and lemma_of(owner) in owned and owner != token
            return self.holders(owner, position, owned=owned - {lemma_of(token)}) if deeper else own
        if not any(child.lower_ in _POINTING for child in token.lefts):
            return held
        return self._whose_act(position) or self.first_person(*self.article.sentences[position].span(token))

    def _denoted(self, token: "Token", position: int) -> frozenset[str]:
        named = self._named_with_others(token, position)
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
        if token.lower_ in IT | THEY | HE or _is_description(token):
            return self._antecedent(token, position)
        if token.pos_ == "NOUN" and lemma_of(token) in _PARTIES and any(child.lower_ in _BOTH for child in token.lefts):
            return self._last_two(position)
        return frozenset()

    def _named_with_others(self, token: "Token", position: int) -> frozenset[str]:
        own = self.names.named(token, position)
        if token.dep_ != "conj" and not any(child.dep_ == "conj" for child in token.rights):
            return own
        return own.union(*(self.names.named(other, position) for other in token.conjuncts))

    def _antecedent(self, pronoun: "Token", position: int) -> frozenset[str]:
        """The nearest fitting name: subjects of the clauses around the pronoun, then names before it, then back."""
        before = [token for token in pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i] if _is_nominal(token)]
        nearest = sorted(before, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), -token.i))
        found = self._first_fitting((*_clause_subjects(pronoun), *nearest), pronoun, position)
        if not found and pronoun.lower_ in THEY:
            found = self._all_named_before(pronoun, position)
        for back in range(position - 1, max(-1, position - 1 - _BACK), -1):
            if found:
                break
            nominal = [token for token in self.article.sentences[back].doc[:_NEAR] if _is_nominal(token)]
            subjects_first = sorted(nominal, key=lambda token: (token.dep_ not in ("nsubj", "nsubjpass"), token.i))
            found = self._first_fitting(subjects_first, pronoun, back)
        return found or (self._whose_act(position) if pronoun.lower_ in THEY else found)

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
        person = self.names.is_person(candidate)
        if pronoun.lower_ in THEY:
            fits = plural or together or (lemma_of(candidate) in cues.AGENT_NOUNS and not person)
            named = self._named_with_others(candidate, position) if fits else frozenset()
        else:
            fits = person and not together if pronoun.lower_ in HE else not person and not plural
            named = self.names.named(candidate, position) if fits else frozenset()
        stops = fits and not named and candidate.pos_ == "PROPN" and candidate.dep_ in ("nsubj", "nsubjpass")
        return frozenset([_UNKNOWN]) if stops else named

    def _all_named_before(self, pronoun: "Token", position: int) -> frozenset[str]:
        named = {actor for i, actor in self.names.by_sentence[position].items() if i < pronoun.i}
        return frozenset(named) if len(named) > 1 else frozenset()

    def _last_two(self, position: int) -> frozenset[str]:
        found: dict[str, None] = {}
        for back in range(min(position, 3) + 1):
            found |= dict.fromkeys(self.names.by_sentence[position - back].values())
            if len(found) >= 2:
                break
        return frozenset(list(found)[:2])

    def _whose_act(self, position: int) -> frozenset[str]:
        """The one actor who acts in the sentence before, or the one before that: whose "these attacks" are."""
        for back in range(position - 1, max(-1, position - 1 - _BACK), -1):
            acting = frozenset[str]().union(*self._acting(back))
            if acting:
                return acting if len(acting) == 1 else frozenset()
        return frozenset()

    def _acting(self, position: int) -> Iterator[frozenset[str]]:
        mentions = self.names.by_sentence[position]
        for token in self.article.sentences[position].doc[:_NEAR] if mentions else ():
            agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
            if agent or (token.dep_ in ("nsubj", "nsubjpass") and lemma_of(token.head) not in _TELLING):
                yield self.names.named(token, position)
            elif token.i in mentions and lemma_of(token.head) in cues.HOLDABLE:
                yield frozenset([mentions[token.i]])


def _is_description(token: "Token") -> bool:
    """Say whether a noun is a bare "the country", "the regime" and the like."""
    if token.lemma_ not in cues.COUNTRY_NOUNS or token.tag_ != "NN":
        return False
    parts = [child for child in token.children if child.dep_ in _PARTS]
    return len(parts) == 1 and parts[0].lower_ in ("the", "this", "that")


def _is_nominal(token: "Token") -> bool:
    return token.pos_ in ("PROPN", "NOUN", "PRON", "ADJ") and token.dep_ not in ("compound", "amod", "nmod", "det")


def _clause_subjects(token: "Token") -> "Iterator[Token]":
    """Subjects of the clauses that hold the token, the innermost first, where they stand before it."""
    for above in token.ancestors:
        for child in above.lefts:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i and child.right_edge.i < token.i:
                yield child
        if above.dep_ in ("relcl", "acl") and above.head.i < token.i:
            yield above.head
