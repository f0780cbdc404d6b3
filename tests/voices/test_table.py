"""The table of voices: columns, offsets, and texts that nobody should have to read."""

import time

import pandas as pd
import pytest

from analysis.voices import VOICE_COLUMNS, find_voices, mark_voice, voices_of_spans


def test_columns_and_types_hold_for_a_text_without_voices(article):
    voices = find_voices(article("The hall was empty."))
    assert list(voices.columns) == VOICE_COLUMNS and voices.empty
    assert voices["source_start"].dtype == "Int64" and voices["start"].dtype == "int64"
    assert mark_voice(voices, None)["voice"].empty


def test_offsets_count_characters_of_the_article(article):
    text = "A note.\n\nThe  mayor   said that the “bridge”  would reopen."
    row = find_voices(article(text)).iloc[0]
    assert text[row["start"] : row["end"]] == "that the “bridge”  would reopen"
    assert text[row["source_start"] : row["source_end"]] == "The  mayor"


def test_pieces_of_one_attribution_share_its_number(article):
    voices = find_voices(article('"It is late," Ann Lee said. "We must go home now."'))
    assert list(voices["attribution"]) == [0, 0]
    assert voices["start"].is_monotonic_increasing


HOSTILE = [
    "",
    "“““““ he said ”””””",
    'He said "we go. " He said "we go. He said " we go',
    "'" * 200,
    "PUTIN SAID THE WEST WANTS WAR " * 40,
    "He said that " + "the town wants peace and the mayor said that " * 60,
    "\n".join("1,234\t5,678\t9.1" for _ in range(200)),
    "said said said said : said , said",
    ": : : — — — \n\n“”\n\n—",
    "According to",
    "ANNA:\nBEN:\nANNA:",
    "😀 “said” \u202e he \x0b wrote\u2028",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_give_pieces_inside_the_text(article, text):
    voices = mark_voice(find_voices(article(text)), None)
    assert ((voices["start"] < voices["end"]) & (voices["end"] <= len(text))).all()
    spans = pd.DataFrame({"article": ["paper/a.txt"], "start": [0], "end": [max(1, len(text))]})
    assert len(voices_of_spans(voices, spans)) == 1


def test_time_grows_with_the_text_and_no_faster(article):
    def seconds(times):
        parsed = article('He said that the town wants peace and "the mayor knows it all. ' * times)
        begun = time.process_time()
        find_voices(parsed)
        return time.process_time() - begun

    seconds(5)
    assert seconds(400) < 40 * seconds(50) + 0.5
