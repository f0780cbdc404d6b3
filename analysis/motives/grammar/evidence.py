"""Evidence: where the words that tell a motive begin and end, by the parse."""

from typing import TYPE_CHECKING

from . import cues, stake_cues
from .clauses import clause_of, is_finite, is_infinitive, lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 34
_SHORTEST = 4
_CUT = frozenset("advcl parataxis".split())
_ADDING = frozenset("because since while whereas although though when after before".split())
_ASIDE = (",", "-", "–", "—", "(", ";")
_OPENING, _CLOSING = "\"'“‘(", "\"'”’)"
_MOVING = cues.GOAL_NOUNS | cues.INTEREST_NOUNS | stake_cues.FEAR_NOUNS | stake_cues.NEED_NOUNS
_NEAR, _FAR = 10, 14


def stretch(first: "Token", last: "Token") -> "tuple[Token, ...]":
    """Give the tokens from first to last, without blanks and marks at the edges, at most LONGEST of them."""
    low, high = sorted((first.i, last.i))
    tokens = [token for token in first.doc[low : min(high + 1, low + LONGEST)] if not token.is_space]
    while tokens and tokens[-1].is_punct and tokens[-1].text not in _CLOSING:
        tokens.pop()
    while tokens and tokens[0].is_punct and tokens[0].text not in _OPENING:
        tokens.pop(0)
    return tuple(tokens)


def last_of(head: "Token") -> "Token":
    """Give the last token of what hangs on a head, before a coordinate verb or a clause that only adds to it."""
    stop = head.right_edge.i
    for token in head.doc[head.i + 1 : min(stop + 1, head.i + 2 * LONGEST)]:
        if token.i < stop and head.is_ancestor(token) and _opens_another(token, head):
            stop = min(stop, max(head.i, token.left_edge.i - 1))
    while stop > head.i and (head.doc[stop].is_punct or head.doc[stop].dep_ == "cc" or _joins(head.doc[stop])):
        stop -= 1
    return head.doc[max(head.i, stop)]


def start_of(cue: "Token", holder: "Token | None") -> "Token":
    """Give the first token of a cue's evidence: its holder if that stands near before it, else its auxiliaries."""
    lacking = cue.dep_ == "relcl" and not any(child.tag_ == "WRB" for child in cue.lefts)
    wanted = cue.head if lacking and holder is not None and holder.head == cue else None
    if wanted is not None and cue.i - wanted.left_edge.i <= _FAR:
        return wanted.left_edge
    clause = clause_of(cue)
    beside = clause.dep_ == "conj" and holder is not None and holder.i < clause.left_edge.i
    if holder is not None and not beside and holder.i < cue.i and cue.i - holder.i <= _NEAR:
        return holder.left_edge if cue.i - holder.left_edge.i <= _FAR else holder
    own = [child for child in cue.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod")]
    return own[0] if own else cue


def _opens_another(token: "Token", head: "Token") -> bool:
    """Say whether a token below a head is the verb of a clause that tells something else."""
    first = token.left_edge
    if token.dep_ == "relcl":
        return first.i > head.i + 2 and first.nbor(-1).text in _ASIDE and not is_infinitive(token)
    if token.dep_ in _CUT:
        if any(child.lower_ in _ADDING and child.dep_ in ("mark", "advmod") for child in token.lefts):
            return True
        added = first.i > head.i + 2 and first.lower_ != "if" and not is_infinitive(token)
        return added and not _spells_out(token, head)
    if token.dep_ == "conj" and token.pos_ == "NOUN" and token.i > head.i + 2:
        return lemma_of(token) in _MOVING and any(child.dep_ in ("acl", "relcl", "prep") for child in token.rights)
    return token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and is_finite(token) and _that_before(token) is None


def apart(evidence: "tuple[Token, ...]", cue: "Token") -> "list[tuple[Token, ...]]":
    """Divide evidence where a second end is coordinate with the first: "to calm the border and | keep the gas"."""
    for token in evidence[_SHORTEST:]:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and _is_second_end(token, cue):
            opening = next((child for child in token.lefts if child.dep_ in ("aux", "neg", "advmod")), token)
            opening = _that_before(token) or opening
            first = stretch(evidence[0], opening.nbor(-1))
            while first and first[-1].dep_ in ("cc", "punct"):
                first = first[:-1]
            second = stretch(opening, evidence[-1])
            told = len(first) - cue.i + evidence[0].i
            if not _does_it(token) and told >= _SHORTEST + (cue.pos_ != "VERB") and len(second) >= _SHORTEST:
                return [first, *apart(second, token)]
    return [evidence]


def _does_it(verb: "Token") -> bool:
    """Say whether a verb only tells how the end before it is reached: "force a deal and do it through Lima"."""
    return lemma_of(verb) == "do" and any(child.lower_ in ("it", "so", "this") for child in verb.rights)


def _joins(token: "Token") -> bool:
    """Say whether a word is the "also" of "but also", behind which something else is told."""
    return token.lower_ in ("also", "rather", "even") and token.i > 0 and token.nbor(-1).dep_ == "cc"


def _that_before(verb: "Token") -> "Token | None":
    """The "that" which opens a coordinate clause: "insists that it leave and that the port stay open"."""
    return next((child for child in verb.lefts if child.lower_ == "that" and child.dep_ == "mark"), None)


def _is_second_end(verb: "Token", cue: "Token") -> bool:
    """Say whether a verb is coordinate with the infinitive or gerund that a cue governs, or with a purpose itself."""
    first = verb.head
    if _that_before(verb) is not None:
        return cue.is_ancestor(verb) and any(child.lower_ == "that" for clause in cue.rights for child in clause.lefts)
    governed = first == cue or not {first.head, first.head.head}.isdisjoint((cue, cue.head))
    return governed and first.pos_ == "VERB" and not is_finite(verb) and verb.tag_ in ("VB", "VBG")


def _spells_out(participle: "Token", head: "Token") -> bool:
    """Say whether a participle tells more of an end: "wants to turn back the clock, evicting the settlers"."""
    end = participle.head
    return participle.tag_ == "VBG" and participle.left_edge == participle and end.head == head and is_infinitive(end)
