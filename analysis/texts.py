"""Texts: the tables of a study that hang on its articles alone, made once when they are first asked for."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from .annotation import Annotated, Segmented, annotate, segment, tell_unparsed
from .articles import Sources, read_study_sources
from .cache import open_cache
from .motives.model import reader_problem
from .study import Study
from .vocabulary.counts import outlet_by_article
from .vocabulary.dates import tell_ranges
from .vocabulary.window import sources_within


@dataclass(frozen=True, eq=False)
class Texts:
    """A study's articles, carried through sentences, tokens, mentions, parses, voices and the rules' propositions."""

    study: Study

    @cached_property
    def all_sources(self) -> Sources:
        """Give the articles of the study's folders, those too that lie outside its window of days."""
        return read_study_sources(self.study)

    @cached_property
    def sources(self) -> Sources:
        """Give the articles that are compared, what was taken out of them, and a line for what is left out.

        Raises InputError where the study's window leaves no article, or only one of several outlets.
        """
        return sources_within(self.all_sources, self.study)

    @property
    def articles(self) -> pd.DataFrame:
        """Give the articles with their number of tokens; one row an article."""
        counts = self.tokens["article"].value_counts()
        table = self.sources.articles
        return table.assign(tokens=[int(counts.get(article, 0)) for article in table["article"]])

    @cached_property
    def outlets(self) -> dict[str, str]:
        """Give the outlet of each article, outlets in the study's order."""
        return outlet_by_article(self.sources.articles, order=[outlet.folder for outlet in self.study.outlets])

    @cached_property
    def segmented(self) -> Segmented:
        """Give sentences, tokens and mentions."""
        return segment(self.sources.articles, self.study.actors)

    @cached_property
    def annotated(self) -> Annotated:
        """Give voices and the rules' propositions of all the study's actors: it is the parse that takes time."""
        return annotate(
            self.sources.articles, self.segmented, study=self.study, actors=self.study.actors,
            cache=open_cache(),
        )  # fmt: skip

    @cached_property
    def notes(self) -> list[str]:
        """Give a line for what is left out or not parsed, and one where the outlets' articles are of other days."""
        articles = self.sources.articles
        unparsed = tell_unparsed(articles, self.segmented.sentences)
        return (
            self.sources.notes
            + unparsed
            + list(filter(None, [reader_problem()]))
            + tell_ranges(articles, self.study.outlet_names)
        )

    @property
    def tokens(self) -> pd.DataFrame:
        """Give the tokens with their actors; one row a token."""
        return self.segmented.tokens

    @property
    def sentences(self) -> pd.DataFrame:
        """Give the sentences; one row a sentence."""
        return self.segmented.sentences

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Give the mentions of all actors with their outlet; one row a mention."""
        mentions = self.segmented.mentions
        return mentions.assign(outlet=mentions["article"].map(self.outlets))
