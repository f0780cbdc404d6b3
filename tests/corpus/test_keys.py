import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.corpus.keys import KeyTable, distinct

NUMBERS = st.integers(0, 2**64 - 1) | st.integers(0, 3)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=60))
def test_keys_are_numbered_as_in_a_dictionary(pairs):
    table, known = KeyTable(2, bits=2), {}
    for pair in pairs:
        key = np.array(pair, dtype=np.uint64).reshape(2, 1)
        assert table.find(key).tolist() == [known.get(pair, -1)]
        if pair not in known:
            known[pair] = len(known)
            table.add(key, np.array([known[pair]]))
    keys = np.array(pairs, dtype=np.uint64).reshape(-1, 2).T
    assert table.find(keys).tolist() == [known[pair] for pair in pairs]
    first, numbers = distinct(keys)
    assert [pairs[place] for place in first] == list(known)
    assert [known[pair] for pair in pairs] == numbers.tolist()
