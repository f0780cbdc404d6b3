"""Quotations carried on over sentences and paragraphs."""


def test_a_quotation_after_the_cue_belongs_to_it(said):
    text = '"It is late," Ann Lee said. "We must go home now."'
    assert said(text) == [("Ann Lee", "direct", '"It is late,"|"We must go home now."')]


def test_a_sentence_of_the_outlet_after_the_cue_does_not(said):
    assert said('"It is late," Ann Lee said. The hall was empty.') == [("Ann Lee", "direct", '"It is late,"')]


def test_a_quotation_of_several_sentences_is_one_piece(said):
    text = '"It is late. The road is long. We must go," Ann Lee said.'
    assert said(text) == [("Ann Lee", "direct", '"It is late. The road is long. We must go,"')]


def test_a_paragraph_left_open_belongs_to_whoever_says_the_next(said):
    text = 'Ann Lee read a letter. "It is late, and we must go.\n\n"The road is long," she said.'
    assert said(text) == [("Ann Lee", "direct", '"It is late, and we must go.|"The road is long,"')]


def test_a_quoted_paragraph_after_direct_speech_goes_on_with_it(said):
    text = '"It is late and the road is long," Ann Lee said.\n\n"We must go home before the snow comes."'
    assert len(said(text)) == 1 and said(text)[0][2].endswith('before the snow comes."')


def test_a_cue_cut_off_by_a_question_mark_is_found(said):
    text = '"Does nobody care about the roof?" Lee asked.'
    assert said(text) == [("Lee", "direct", '"Does nobody care about the roof?"')]


def test_a_colon_at_the_end_of_a_paragraph_opens_the_next(said):
    assert said("Ann Lee tweeted:\n\nThe roof leaks.") == [("Ann Lee", "indirect", "The roof leaks.")]
