from analysis import stories
from analysis.stories import same_stories

STORY = "Russia said on Monday that it would send an envoy to the North Korean capital before the end of the month"
OTHER = "Nobody knows how long the bridge over the river at the border will carry the trains of the two countries"


def test_a_story_printed_twice_is_noticed_with_its_first_place():
    assert list(same_stories([STORY, OTHER, STORY.upper()])) == [(0, 2)]


def test_a_story_inside_a_longer_one_is_noticed():
    assert list(same_stories([f"{OTHER} {STORY}", STORY])) == [(0, 1)]


def test_a_shared_quote_is_no_shared_story():
    assert list(same_stories([f"{OTHER} {' '.join(STORY.split()[:9])}", STORY])) == []


def test_short_and_empty_texts():
    assert list(same_stories(["War.", "Peace.", "War!", ""])) == [(0, 2)]


def test_large_collections_are_sampled_alike(monkeypatch):
    monkeypatch.setattr(stories, "_ALL_OF", 0)
    assert list(same_stories([STORY, OTHER, STORY])) == [(0, 2)]


def test_boilerplate_says_nothing_of_a_pair():
    texts = [f"{STORY} {number} {OTHER[number:]}" for number in range(30)]
    assert len(list(same_stories(texts))) < 30 * 29 / 2
