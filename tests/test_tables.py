"""The tables of the index equal those that `analysis.vocabulary` makes of the same articles, on made-up studies."""

import errno
import os
import random
import shutil
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis.actors import mark_actors
from analysis.articles import find_files, read_articles
from analysis.cache import open_cache
from analysis.cleaning import find_removals
from analysis.corpus import building, catalogue
from analysis.errors import InputError
from analysis.study import read_study
from analysis.tables.counted import collocates_of, concordance_of, keyness_of, ngrams_of
from analysis.tokens import split_sentences, tokenize
from analysis.vocabulary import units
from analysis.vocabulary.collocation import collocates
from analysis.vocabulary.concordance import concordance
from analysis.vocabulary.counts import outlet_by_article
from analysis.vocabulary.frames import find_hits
from analysis.vocabulary.keyness import keyness_table

STUDY = """
title = "Made up"
focal_actor = "Moscow"
seed = 7
outlets = [
  { folder = "zeta", name = "Zeta" }, { folder = "alpha", name = "Alpha" }, { folder = "mid", name = "Mid" },
]
actors = [
  { name = "Moscow", aliases = ["Moscow", "Russia", "the Kremlin", "Russian side"] },
  { name = "Seoul", aliases = ["Korea", "Seoul"] },
  { name = "Pyongyang", aliases = ["North Korea", "N. Korea", "side"] },
]
"""
FRAMES = """
frames:
  talk:
    terms: [talk*, dual freeze, freeze, peace talks]
  pressure:
    terms: [sanction*, freeze, dual, never said by anybody]
"""
CLAUSES = [
    "Russia and North Korea want the dual freeze", "the Kremlin said that Moscow has no intention of starting a war",
    "Korea and the US hold talks about sanctions", "peace talks in Seoul will be held after the summer",
    "the Russian side would not say when it's to come", "“sanctions,” they say, hurt N. Korea’s people most",
    "the U.S. wants China to cut trade with Korea", "nobody in Moscow or the Kremlin, Russia, knows why",
    "a freeze of the tests is what the two of them propose", "the people of the North have little to eat",
]  # fmt: skip
PLAIN = "It was a cold day, and all the cats of the town had been told to stay at home until the rain was over.\n"
PARTS = {"whole": 1_000_000, "cut": 150}


def write_study(folder, *, seed, articles):
    """Write a study of random articles; ``articles`` says how many each outlet has."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")
    (folder / "frames.yaml").write_text(FRAMES, encoding="utf-8")
    shutil.copy(Path(__file__).parents[1] / "seeds" / "motives.yaml", folder)
    for outlet, number in articles.items():
        (folder / outlet).mkdir(exist_ok=True)
        for place in range(number):
            (folder / outlet / f"{place}.txt").write_text(text_of(chance), encoding="utf-8")
    return read_study(folder)


def text_of(chance):
    paragraphs = [
        " ".join(clause[0].upper() + clause[1:] + "." for clause in chance.choices(CLAUSES, k=chance.randint(1, 6)))
        for _ in range(chance.randint(2, 7))
    ]
    return "\n\n".join([*paragraphs, "The whole of it is what people in the two countries have long been told."]) + "\n"


@pytest.fixture(scope="module", params=[(1, (9, 7, 6), "whole"), (2, (6, 1, 3), "cut"), (3, (2, 1, 0), "cut")], ids=str)
def study(request, tmp_path_factory):
    seed, articles, parts = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_PART", PARTS[parts])
        patch.setattr(building, "_BATCH", PARTS[parts])
        outlets = dict(zip(("zeta", "alpha", "mid"), articles, strict=True))
        study = write_study(tmp_path_factory.mktemp("study") / "made", seed=seed, articles=outlets)
        keyness_of([study.folder], study)
    return study


def reference(study):
    """Articles, sentences, marked tokens and outlets, all by way of NLTK and pandas."""
    articles = read_articles(find_files([study.folder]), study=study).articles
    sentences = split_sentences(articles)
    tokens = mark_actors(tokenize(articles, sentences), study.actors)
    outlets = outlet_by_article(articles, order=[outlet.folder for outlet in study.outlets])
    return articles, sentences, tokens, outlets


def same(found, expected):
    assert list(found.columns) == list(expected.columns)
    texts = {name: str for name in found if not pd.api.types.is_numeric_dtype(found[name])}
    pd.testing.assert_frame_equal(
        found.astype(texts).reset_index(drop=True), expected.astype(texts).reset_index(drop=True),
        check_dtype=False, rtol=1e-12, atol=0,
    )  # fmt: skip


@pytest.mark.parametrize("unit", ["words", "actors", "frames", "2", "3", "4"])
@pytest.mark.parametrize("least", [1, 3])
def test_keyness_is_that_of_the_vocabulary(study, unit, least):
    _, sentences, tokens, outlets = reference(study)
    of = {"words": units.words_and_actors, "actors": units.actors, "frames": units.frame_terms(study.frames)}
    of |= {str(length): units.ngrams(length) for length in (2, 3, 4)}
    expected = keyness_table(tokens, sentences, outlets=outlets, unit=of[unit], min_count=least, seed=study.seed)
    found, notes = keyness_of([study.folder], study, unit=unit, min_count=least)
    same(found, expected)
    assert len(found) and not [note for note in notes if "same story" not in note]
    assert found.attrs == {name: told for name, told in expected.attrs.items() if name != "without_tokens"}


@pytest.mark.parametrize(
    "term",
    [
        "war",
        "sanction*",
        "dual freeze",
        "[Moscow]",
        "seoul",
        '"Korea"',
        "Korea",
        "[Moscow] a* [pyongyang]",
        "in [seoul]",
    ],
)
def test_concordance_and_collocates_are_those_of_the_vocabulary(study, term):
    articles, _, tokens, outlets = reference(study)
    in_order = articles.set_index("article").loc[list(outlets)].index
    for options in (
        {},
        {"window": 0},
        {"window": 2, "sort": ["1R", "2L"]},
        {"window": None, "sort": ["node"], "sample": 4},
    ):
        found, _ = concordance_of(term, [study.folder], study, **options)
        same(found, concordance(tokens, articles, term, seed=study.seed, **options))
    for window in (5, 1, None):
        found, _ = collocates_of(term, [study.folder], study, window=window)
        expected = collocates(tokens, term, outlets=outlets, window=None if window is None else (window, window))
        same(found, expected)
    assert len(in_order)


def test_a_frame_is_found_by_its_name_longest_terms_first(study):
    articles, _, tokens, _ = reference(study)
    for frame in study.frames:
        found, _ = concordance_of(f"frame:{frame.name.upper()}", [study.folder], study)
        expected = find_hits(tokens, [frame], articles=articles)
        same(found, concordance(tokens, articles, frame))
        assert found[["article", "start", "end"]].to_numpy().tolist() == (
            expected[["article", "start", "end"]].to_numpy().tolist()
        )


def test_ngrams_have_counts_rates_and_articles(study):
    _, _, tokens, outlets = reference(study)
    found, _ = ngrams_of([study.folder], study, length=3, min_count=1)
    expected, carriers = {}, {}
    mentions = units.words_and_actors(tokens)
    kept = tokens.assign(item=mentions.ids)[mentions.ids >= 0]
    for (article, _), own in kept.groupby(["article", "sentence"], observed=True, sort=False)["item"]:
        names = mentions.names[own.to_numpy()].tolist()
        for gram in zip(names, names[1:], names[2:], strict=False):
            key = outlets[article], " ".join(gram)
            expected[key] = expected.get(key, 0) + 1
            carriers.setdefault(key, set()).add(article)
    keys = list(zip(found["outlet"], found["ngram"], strict=True))
    assert dict(zip(keys, found["count"], strict=True)) == expected
    assert dict(zip(keys, found["articles"], strict=True)) == {key: len(own) for key, own in carriers.items()}
    sizes = tokens["article"].map(outlets).value_counts()
    assert found["tokens"].tolist() == [sizes[outlet] for outlet in found["outlet"]]
    assert found["per_1000"].tolist() == (1000 * found["count"] / found["tokens"]).tolist()
    first = found[found["outlet"] == "zeta"]
    assert first["count"].is_monotonic_decreasing and found["outlet"].iloc[0] == "zeta"


@pytest.fixture
def small(tmp_path):
    study = write_study(tmp_path / "small", seed=5, articles={"zeta": 6, "alpha": 5})
    old = time.time_ns() - 10**11
    for path in study.folder.rglob("*.txt"):
        os.utime(path, ns=(old, old))
    return study


def counted_cleanings(monkeypatch):
    """Note each text that is cleaned from now on, whether once or twice in a go."""
    seen = set()
    monkeypatch.setattr("analysis.articles.find_removals", lambda text: seen.add(text) or find_removals(text))
    monkeypatch.setattr(catalogue, "_FRESH", 0)
    return seen


def test_files_are_cleaned_once_by_their_content(small, monkeypatch):
    seen = counted_cleanings(monkeypatch)
    before, _ = keyness_of([small.folder], small)
    assert len(seen) == 11
    seen.clear()
    same(keyness_of([small.folder], small)[0], before)
    assert not seen, "nothing changed"
    for path in (small.folder / "zeta").iterdir():
        os.utime(path)
    same(keyness_of([small.folder], small)[0], before)
    assert not seen, "other times, the same bytes"
    (small.folder / "zeta" / "0.txt").write_text(PLAIN)
    assert "cats" in set(keyness_of([small.folder], small)[0]["term"]) - set(before["term"])
    assert seen == {PLAIN}
    (small.folder / "mid").mkdir()
    (small.folder / "mid" / "new.txt").write_text(PLAIN.replace("cats", "dogs"))
    after, _ = keyness_of([small.folder], small)
    assert seen == {PLAIN, PLAIN.replace("cats", "dogs")} and "the rest" in set(after["reference"])
    seen.clear()
    keyness_of([small.folder / "zeta", small.folder / "alpha"], small)
    same(keyness_of([small.folder], small)[0], after)
    assert not seen, "files that were not asked for are not forgotten"


def test_a_change_within_the_clock_s_grain_is_seen(small):
    path = small.folder / "zeta" / "0.txt"
    path.write_text(PLAIN)
    state = path.stat()
    before, _ = keyness_of([small.folder], small)
    path.write_text(PLAIN.replace("cats", "cows"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    after, _ = keyness_of([small.folder], small)
    assert "cows" in set(after["term"]) and "cows" not in set(before["term"])


def test_many_files_are_read_in_several_processes(small, monkeypatch):
    before, told = keyness_of([small.folder], small)
    open_cache().catalogue(small.folder).unlink()
    monkeypatch.setattr(catalogue, "_WORTH_PROCESSES", 1)
    monkeypatch.setattr(catalogue, "_BATCH", 3)
    found, notes = keyness_of([small.folder], small)
    same(found, before)
    assert notes == told


def test_no_room_for_the_catalogue_is_one_line(small, monkeypatch):
    before, _ = keyness_of([small.folder], small)
    kept = open_cache().catalogue(small.folder).read_bytes()
    (small.folder / "zeta" / "new.txt").write_text(PLAIN)

    def full(path, content):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(catalogue, "write_bytes", full)
        with pytest.raises(InputError, match=r"catalogues/.*json could not be written \(No space left on device\)"):
            keyness_of([small.folder], small)
    assert open_cache().catalogue(small.folder).read_bytes() == kept
    assert set(keyness_of([small.folder], small)[0]["term"]) - set(before["term"]) >= {"cats", "town"}


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"mark": 1}', "[" * 100_000, None])
def test_a_lost_or_broken_catalogue_is_made_again(small, broken, monkeypatch):
    before, _ = keyness_of([small.folder], small)
    kept = open_cache().catalogue(small.folder)
    if broken is None:
        content = bytearray(kept.read_bytes())
        content[len(content) // 2] ^= 1
        kept.write_bytes(content)
    else:
        kept.write_text(broken)
    seen = counted_cleanings(monkeypatch)
    same(keyness_of([small.folder], small)[0], before)
    assert not seen, "a text that was cleaned is not cleaned again"


def test_notes_are_told_again_and_files_left_out_stay_out(small):
    (small.folder / "zeta" / "empty.txt").write_text(" \n")
    (small.folder / "zeta" / "binary.txt").write_bytes(b"a\0b")
    (small.folder / "zeta" / "vi.txt").write_text("Nga muốn làm trung gian hòa giải trên bán đảo Triều Tiên. " * 8)
    (small.folder / "zeta" / "w.txt").write_bytes("Peut-\xeatre a war.".encode("cp1252"))
    for _ in range(2):
        table, notes = keyness_of([small.folder], small)
        assert [sum(word in note for note in notes) for word in ("empty.txt is empty", "binary.txt is no text")] == [
            1,
            1,
        ]
        assert sum("vi.txt is in" in note and "left out" in note for note in notes) == 1
        assert sum("w.txt is not valid UTF-8; it was read as Windows-1252" in note for note in notes) == 1
        assert "peut-être" in set(table["term"]) and "muốn" not in set(table["term"])
    shutil.copy(small.folder / "zeta" / "0.txt", small.folder / "alpha" / "again.txt")
    _, notes = keyness_of([small.folder], small)
    assert sum("is the same story as" in note and "again.txt" in note for note in notes) == 1


def test_articles_outside_the_study_are_of_their_folder(small, tmp_path):
    for outlet in ("one", "two"):
        (tmp_path / "else" / outlet).mkdir(parents=True)
        (tmp_path / "else" / outlet / "a.md").write_text(f"Moscow is {outlet}. The war goes on.")
    table, _ = keyness_of([tmp_path / "else"], small)
    assert set(table["outlet"]) == {"one"} and set(table["reference"]) == {"two"}
    lines, _ = concordance_of("war", [tmp_path / "else"], small)
    assert lines["article"].tolist() == [str(tmp_path / "else" / outlet / "a.md") for outlet in ("one", "two")]


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("sanctoins", "near sanctoins there is sanctions"), ("us", "near us there is US"),
        ("freeze dual", "in this order"),
        ("[Paris]", "is no actor of the study; known actors: Moscow, Seoul, Pyongyang"), ("*", "holds no word"),
        ("frame:war", 'Frame "war" is not in .*known frames: talk, pressure'), ("", "holds no word"),
        ("zzqqzzqq", "nothing comes near it"), ("[Seoul] sanctoins", "near sanctoins there is sanctions"),
        ("[Seoul] [Seoul] [Seoul]", "in this order"),
    ],
)  # fmt: skip
def test_a_term_that_is_nowhere_says_so(small, term, said):
    with pytest.raises(InputError, match=said):
        concordance_of(term, [small.folder], small)
    with pytest.raises(InputError, match=said):
        collocates_of(term, [small.folder], small)


def test_other_refusals(small):
    with pytest.raises(InputError, match='"R0" is no place to sort by'):
        concordance_of("war", [small.folder], small, sort=["R0"])
    for wrong in ({"window": -1}, {"sample": 0}):
        with pytest.raises(InputError, match="is not allowed; give"):
            concordance_of("war", [small.folder], small, **wrong)
    with pytest.raises(InputError, match="a window of -1 and -1 tokens is not allowed"):
        collocates_of("war", [small.folder], small, window=-1)
    with pytest.raises(InputError, match="keyness compares outlets, and all articles are of zeta"):
        keyness_of([small.folder / "zeta"], small)
    with pytest.raises(InputError, match="not there"):
        ngrams_of([small.folder / "nowhere"], small)


def test_an_actor_whom_nobody_names_has_no_rows_and_is_told(small):
    for path in small.folder.rglob("*.txt"):
        path.write_text("A text of the people. Nothing more is said in it.")
    table, _ = keyness_of([small.folder], small, unit="actors")
    assert table.empty and list(table.columns)[:3] == ["outlet", "reference", "term"]
    assert keyness_of([small.folder], small, unit="frames")[0].empty
    with pytest.raises(InputError, match=r"\[Moscow\] is named nowhere in these texts"):
        concordance_of("Moscow", [small.folder], small)
