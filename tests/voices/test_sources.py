"""Names: pronouns, offices, last names, roles, and what is no name."""

import random

import pytest

from analysis.voices import ArticleVoices, find_voices, full_names
from analysis.voices.events import BEGINNING
from analysis.voices.full_names import FullNames
from analysis.voices.sources import Speakers
from analysis.voices.statements import Statements

from .test_passages import PARAGRAPHS


@pytest.fixture
def sources(article):
    def listed(text):
        voices = find_voices(article(text))
        return list(zip(voices["source"], voices["role"], strict=True))

    return listed


def test_a_pronoun_is_the_person_before(sources):
    text = "Jan Kos, the mayor of Lodz, opened the bridge. He said that it was safe."
    assert sources(text) == [("Jan Kos", "the mayor of Lodz")]


def test_they_are_the_last_group(sources):
    text = "Several analysts say that exports will fall. They argue that the currency is weak."
    assert sources(text) == [("Several analysts", "")] * 2


def test_a_bare_office_and_a_last_name_are_who_was_introduced_with_them(sources):
    text = "The mayor, Jan Kos, said the bridge was safe. The mayor added that it was new. Kos said that it shone."
    assert sources(text) == [("Jan Kos", "The mayor")] * 3


def test_the_head_of_a_body_is_the_person_who_spoke_last(sources):
    text = "According to Jan Kos, the bridge is safe. The head of the ministry stressed that it was new."
    assert [name for name, _ in sources(text)] == ["Jan Kos"] * 2


def test_the_head_of_a_named_countrys_body_is_somebody_of_his_own(sources):
    text = "Jan Kos said that the bridge is safe. The head of the government of France said that it was new."
    assert [name for name, _ in sources(text)][1] != "Jan Kos"


def test_an_affair_that_encourages_says_nothing(sources):
    assert sources("This position only encourages the company to raise its prices.") == []
    assert sources("Jan Kos encourages the company to raise its prices.") == [("Jan Kos", "")]


def test_titles_are_taken_off_a_name(sources):
    text = "Foreign Minister Jan Kos said that the bridge was safe."
    assert sources(text) == [("Jan Kos", "Foreign Minister")]


def test_a_party_is_taken_off_a_name_and_stands_alone_else(sources):
    assert sources("Democrat Anna Lee said that the bridge was old.") == [("Anna Lee", "Democrat")]
    assert sources("The Democrats said that the bridge was old.") == [("The Democrats", "")]


def test_a_name_in_capitals_is_the_person_named_in_the_article(sources):
    text = "Anna Lee came to Lodz.\n\nKOS: You will stay.\nLEE: I will.\nKOS: And then?\nLEE: We shall see."
    assert [name for name, _ in sources(text)] == ["KOS", "Anna Lee"] * 2


def test_an_abbreviation_in_capitals_is_no_last_name(sources):
    text = "Kim Jong Un went home. The UN said that the talks are over."
    assert sources(text) == [("The UN", "")]


def test_statements_are_their_speakers(sources):
    text = "According to the subsequent statements of the representatives of Warsaw, the talks are over."
    assert sources(text) == [("representatives of Warsaw", "")]


def test_words_of_what_cannot_speak_are_nobodys(sources):
    assert [name for name, _ in sources("According to the words of the song, the night is long.")] == [
        "the words of the song"
    ]


def test_a_body_keeps_its_name(sources):
    assert sources("The Ministry of Health said that the water was clean.") == [("The Ministry of Health", "")]


def test_the_author_is_no_source(sources):
    assert sources("I think that the bridge is ugly.") == [("", "")]


def test_the_words_of_the_source_are_marked_and_missing_where_nobody_is_named(article):
    text = "Jan Kos said that it was late. It is believed that the town sleeps."
    voices = find_voices(article(text))
    named, nobody = voices.iloc[0], voices.iloc[1]
    assert text[named["source_start"] : named["source_end"]] == "Jan Kos"
    assert text[named["cue_start"] : named["cue_end"]] == "said"
    assert voices["source_start"].isna().tolist() == [False, True]
    assert nobody["source"] == ""


class PlainSpeakers(Speakers):
    """Speakers that are looked for in the whole article each time."""

    def _latest(self, key, event, fits, *, among=lambda _: True):
        for earlier in filter(among, self._events.before(event)):
            if earlier.statement >= 0:
                yield earlier
            found = next(filter(fits, reversed(self._named(earlier))), None)
            if found is not None:
                return found
        return None

    def _introduced(self, name, event):
        after, word = self._roles.get(name, (BEGINNING, ""))[0], name.split()[-1].lower()
        for passage in range(after.passage, event.passage + 1):
            for earlier in self._events.of(passage):
                text = self._article.sentences[earlier.sentence].text.lower()
                if after < earlier <= event and word in text:
                    role = next((one.role for one in self._named(earlier) if one.name == name and one.role), "")
                    if role:
                        return earlier, role
        return event, ""


@pytest.mark.parametrize("seed", range(20))
def test_sources_are_those_of_searching_the_whole_article_each_time(article, seed):
    parsed = article("\n\n".join(random.Random(seed).choices(PARAGRAPHS, k=10)))
    statements = Statements(parsed)
    every = [
        (passage, number)
        for passage in range(len(statements.passages.found))
        for number in range(len(statements.of(passage)))
    ]
    for order in (every, every[::-1], random.Random(seed).sample(every, len(every))):
        own, plain = Speakers(parsed, statements), PlainSpeakers(parsed, statements)
        assert [own.resolve(*place) for place in order] == [plain.resolve(*place) for place in order]


def test_a_name_is_looked_for_only_in_sentences_that_hold_it(article, monkeypatch):
    asked, follows = [], full_names.follows_capital
    monkeypatch.setattr(full_names, "follows_capital", lambda text, name: asked.append(name) or follows(text, name))
    names = ["Adler", "Brandt", "Cramer", "Dorn", "Ebert", "Fink", "Gruber", "Haas", "Jung", "Kolb"]
    parsed = article(" ".join(f"Jan {name} left. It rained." for name in names))
    known = FullNames(parsed)
    assert [known.full_name(name) for name in names] == [f"Jan {name}" for name in names]
    assert asked == names


def test_events_are_searched_once_for_what_all_statements_lack(article, monkeypatch):
    """Nobody is introduced as the minister: each event is looked at once, though every sentence asks for one."""
    looked, named = [], Speakers._named
    monkeypatch.setattr(Speakers, "_named", lambda self, event: looked.append(event) or named(self, event))
    for sentences in (20, 40):
        looked.clear()
        find_voices(article("The minister said that it was late. " * sentences))
        assert sentences <= len(looked) <= 4 * sentences


def test_a_source_may_hang_on_any_number_before_it(article):
    parsed = article("The minister said that it was late. The senator said that it was dark. " * 300)
    voices = ArticleVoices(parsed)
    assert [one.name for one in voices.statements_at(len(parsed.text) - 8, len(parsed.text) - 2)] == ["The senator"]
