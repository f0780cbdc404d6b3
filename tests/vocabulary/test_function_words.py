import pandas as pd

from analysis.vocabulary.function_words import FUNCTION_WORDS, is_function_word


def test_function_words_are_flagged_and_nothing_else():
    terms = pd.Series(["the", "of", "may", "not", "US", "us", "war", "[Moscow]", "according"])
    assert is_function_word(terms).tolist() == [True, True, True, True, False, True, False, False, False]


def test_the_list_holds_terms_as_they_are_compared():
    assert all(word == word.lower() and word.isascii() for word in FUNCTION_WORDS)
