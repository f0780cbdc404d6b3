from dataclasses import replace

import pandas as pd
import pytest

from analysis import annotation
from analysis.annotation import annotate, segment, tell_unparsed
from analysis.articles import read_study_sources
from analysis.cache import Cache
from analysis.study import read_study

SEEDS = "seeds"
OTHERS = (
    "Ana Ruiz opened the hall on Monday. She said that the roof was safe. “We must go home,” she added.",
    "The council wants to rebuild the bridge. Critics fear a long winter. They hope for help.",
    "Tom Hale, a teacher, believes that the plan is old. He wants to wait.",
)


@pytest.fixture(scope="module")
def study():
    return read_study(SEEDS)


@pytest.fixture(scope="module")
def mixed(study):
    """Articles in which a paragraph of a seed stands after others that name nobody of the study."""
    rows = []
    for number, text in enumerate(read_study_sources(study).articles["text"]):
        paragraphs = [part for i, own in enumerate(text.split("\n")) for part in (OTHERS[i % 3], own) if part.strip()]
        whole = "\n\n".join(paragraphs)
        name = f"x/{number}.txt"
        rows.append(
            {"outlet": "x", "article": name, "path": name, "sha256": str(number), "text": whole, "clean": whole}
        )
    return pd.DataFrame(rows)


def propositions(mixed, study, **options):
    segmented = segment(mixed, study.actors)
    return annotate(mixed, segmented, study=study, actors=[study.actor("Moscow")], **options).propositions


def test_parsing_what_is_needed_gives_the_propositions_that_parsing_everything_gives(mixed, study, parser, monkeypatch):
    parsed = []
    pipe = parser.pipe

    def watched(docs, **options):
        docs = list(docs)
        parsed.extend(docs)
        return pipe(docs, **options)

    monkeypatch.setattr(parser, "pipe", watched)
    everything = propositions(mixed, study)
    all_sentences, parsed[:] = len(parsed), []
    needed = propositions(mixed, study, with_voices=False)
    pd.testing.assert_frame_equal(needed, everything)
    assert len(needed) >= 25
    assert len(parsed) < 0.6 * all_sentences


def test_two_processes_find_what_one_finds(mixed, study, parser, monkeypatch):
    monkeypatch.setattr(annotation, "_SHARE", 20)
    one = annotate(mixed, segment(mixed, study.actors), study=study, actors=study.actors, processes=1)
    two = annotate(mixed, segment(mixed, study.actors), study=study, actors=study.actors, processes=2)
    pd.testing.assert_frame_equal(two.propositions, one.propositions)
    pd.testing.assert_frame_equal(two.voices, one.voices)


@pytest.mark.parametrize("text", [
    "Moscow wants peace " * 400,
    "Moscow wants to keep the buffer, " + "and the town, " * 200 + "and the river.",
    "“Moscow wants peace, he said. \"It seeks talks. ‘They fear war. " * 30,
    "MOSCOW WANTS TO MEDIATE. IT FEARS A WAR. " * 30,
    "\n".join("\t".join(str(i * j / 7) for i in range(9)) for j in range(60)),
    "Moscow wants (" * 200,
], ids=["no end", "500 words", "unbalanced", "capitals", "table", "brackets"])  # fmt: skip
def test_odd_texts_are_read_and_what_is_not_searched_is_told(text, study, parser):
    article = pd.DataFrame([
        {"outlet": "x", "article": "x/1.txt", "path": "x/1.txt", "sha256": "0", "text": text, "clean": text}
    ])  # fmt: skip
    found = propositions(article, study)
    assert all(text[row.start : row.end] == row.evidence for row in found.itertuples())
    segmented = segment(article, study.actors)
    long = [s for s in segmented.sentences.itertuples() if len(text[s.start : s.end].split()) > 300]
    told = tell_unparsed(article, segmented.sentences)
    assert len(told) == bool(long)
    assert not long or f"{len(long)} sentence" in told[0]
    assert not any(s.start <= start < s.end for s in long for start in found["start"])


@pytest.mark.parametrize("with_voices", [True, False])
def test_what_is_cached_is_what_was_found_and_nothing_is_parsed_again(mixed, study, tmp_path, monkeypatch, with_voices):
    actors, segmented = [study.actor("Moscow")], segment(mixed, study.actors)
    options = {"study": study, "actors": actors, "with_voices": with_voices}
    plain = annotate(mixed, segmented, **options)
    made = annotate(mixed, segmented, cache=Cache(tmp_path), **options)
    monkeypatch.setattr(annotation, "_annotate_alone", lambda task: iter(task.articles.index))
    moved = mixed.assign(outlet="y", article=mixed["article"].str.replace("x/", "y/"), path="y.txt")
    read = annotate(mixed, segmented, cache=Cache(tmp_path), **options)
    for other in (made, read):
        pd.testing.assert_frame_equal(other.voices, plain.voices)
        pd.testing.assert_frame_equal(other.propositions, plain.propositions)
    elsewhere = annotate(moved, segment(moved, study.actors), cache=Cache(tmp_path), **options).propositions
    assert set(elsewhere["outlet"]) == {"y"} and set(elsewhere["file"]) == {"y.txt"}
    assert list(elsewhere["evidence"]) == list(plain.propositions["evidence"])


@pytest.mark.parametrize("damage", [lambda content: b"", lambda content: content[:-1], lambda content: b"[" * 100_000])
def test_a_damaged_entry_is_made_again(mixed, study, tmp_path, damage):
    plain = propositions(mixed, study, cache=Cache(tmp_path))
    entries = [path for path in tmp_path.rglob("*") if path.is_file() and "annotations-" in str(path)]
    assert len(entries) == len(mixed)
    for path in entries:
        path.write_bytes(damage(path.read_bytes()))
    pd.testing.assert_frame_equal(propositions(mixed, study, cache=Cache(tmp_path)), plain)


def test_another_codebook_or_other_actors_are_annotated_anew(mixed, study, tmp_path):
    propositions(mixed, study, cache=Cache(tmp_path))
    other = replace(study, codebook=replace(study.codebook, version="other"))
    propositions(mixed, other, cache=Cache(tmp_path))
    propositions(mixed, replace(study, actors=study.actors[:2]), cache=Cache(tmp_path))
    entries = [path for path in tmp_path.rglob("*") if path.is_file() and "annotations-" in str(path)]
    assert len(entries) == 3 * len(mixed)
