"""Sources: whose words they are, where the sentence says only "he", "the minister" or nothing at all.

A pronoun is the last speaker or subject that it can stand for, a bare office ("the minister") the last person who was
introduced with it, an office told by its body alone ("the head of the ministry") the last person who spoke, and a last
name the full name that the article gives. "I", "we" and "you" outside quotation marks are the author and the reader,
and no source.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from ..parse import ParsedArticle
from .clauses import SUBJECTS, child
from .names import Being, Mention, is_bare_office, is_head_of_body, mention_of, personal_name
from .quotations import Quotations
from .rules import Statement
from .speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEINGS: dict[str, tuple[Being, ...]] = (
    dict.fromkeys(("he", "she", "his", "her", "him"), ("person",))
    | dict.fromkeys(("they", "their", "them", "theirs"), ("group", "thing"))
    | dict.fromkeys(("it", "its"), ("thing",))
)
_AUTHORS = frozenset("i we me us my our you your one".split())
_UTTERANCES = frozenset("statement remark word comment".split())
_NEAR = 40


class Speakers:
    """Who has been named and who has spoken so far in an article."""

    def __init__(self, article: ParsedArticle, quotations: Quotations) -> None:
        self._article = article
        self._quotations = quotations
        self._full = _full_names(article)
        self._recent: dict[Being, Mention] = {}
        self._offices: dict[str, Mention] = {}
        self._roles: dict[str, str] = {}
        self._last: Mention | None = None
        self._read = 0

    def resolve(self, statement: Statement) -> Statement:
        """Give the statement with the name of its source; statements must come in text order."""
        self._read_up_to(statement.sentence)
        mention = self._mention(statement)
        if mention is None:
            return statement
        self._note(mention)
        if statement.kind == "speech" and not statement.nested:
            self._last = mention
        return replace(statement, name=mention.name, role=self._roles.get(mention.name, mention.role))

    def _mention(self, statement: Statement) -> Mention | None:
        if statement.source is None:
            return None if statement.kind == "imputed" else self._last
        if statement.head is None:
            return Mention(self._article.text[slice(*statement.source)], "person")
        head = self._article.sentences[statement.sentence].doc[statement.head]
        if head.tag_ in ("WP", "WDT", "WP$"):
            head = _antecedent(head)
        if head.lower_ in _AUTHORS:
            return None
        return self._pronoun(head) if head.lower_ in _BEINGS else self._noun(head)

    def _pronoun(self, pronoun: "Token") -> Mention:
        """The nearest name before it in the sentence that it can stand for, else the last such in the article."""
        beings = _BEINGS[pronoun.lower_]
        places = (*SUBJECTS, "poss") if pronoun.dep_ == "poss" else SUBJECTS
        for token in reversed(list(pronoun.doc[max(0, pronoun.i - _NEAR) : pronoun.i])):
            if token.pos_ == "PROPN" and token.dep_ in places:
                mention = mention_of(token, self._full)
                if mention.being in beings:
                    return mention
        found = next((self._recent[being] for being in beings if being in self._recent), None)
        return found or self._last or Mention(pronoun.text, beings[0])

    def _noun(self, head: "Token") -> Mention:
        speaker = _speaker_of(head)
        if speaker is not None:
            mention = mention_of(speaker, self._full)
            return replace(mention, name=mention.name.removeprefix("the "))
        if is_bare_office(head) and head.lemma_.lower() in self._offices:
            return self._offices[head.lemma_.lower()]
        if is_head_of_body(head) and self._last is not None and self._last.being == "person":
            return self._last
        return mention_of(head, self._full)

    def _note(self, mention: Mention) -> None:
        self._recent[mention.being] = mention
        if mention.role:
            self._roles.setdefault(mention.name, mention.role)
        if mention.being == "person":
            self._offices |= dict.fromkeys(mention.offices, mention)

    def _read_up_to(self, number: int) -> None:
        """Note the named subjects of the sentences before, except what is quoted."""
        for sentence in self._article.sentences[self._read : number]:
            if self._quotations.around(sentence.start, sentence.end) is None:
                for token in sentence.doc:
                    if token.pos_ == "PROPN" and token.dep_ in SUBJECTS:
                        self._note(mention_of(token, self._full))
        self._read = max(self._read, number)


def _antecedent(relative: "Token") -> "Token":
    clause = next((t for t in relative.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else relative


def _speaker_of(utterance: "Token") -> "Token | None":
    """Whose statements, remarks, words or comments they are: the noun of the phrase with "of"."""
    if utterance.lemma_.lower() not in _UTTERANCES:
        return None
    of = next((t for t in utterance.rights if t.dep_ == "prep" and t.lower_ == "of"), None)
    holder = child(of, "pobj") if of is not None else None
    return holder if holder is not None and can_speak(holder) and holder.lower_ not in _BEINGS else None


def _full_names(article: ParsedArticle) -> dict[str, str]:
    """The full name for each last name, the first that the article gives, and for each name in capitals."""
    full: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for sentence in article.sentences:
        for token in sentence.doc:
            if token.pos_ == "PROPN" and token.dep_ != "compound":
                name = personal_name(token)
                if " " in name and len(name.split()) < 5:
                    full.setdefault(token.text, name)
                    capitals |= {} if name.isupper() else {name.upper(): name, token.text.upper(): full[token.text]}
    return full | capitals
