"""Keys: distinct numbers, and a table that numbers distinct keys, looked up a whole column at a time."""

import numpy as np

_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64
)
_FULLEST = 0.4


class KeyTable:
    """Numbers for keys of ``width`` unsigned 64-bit words (open addressing, linear probing).

    Keys are columns: one row a word of the key, one column a key.
    """

    def __init__(self, width: int, *, bits: int = 14) -> None:
        self._bits = bits
        self._keys = np.zeros((width, 1 << bits), dtype=np.uint64)
        self._numbers = np.full(1 << bits, -1, dtype=np.int64)
        self._size = 0

    def find(self, keys: np.ndarray) -> np.ndarray:
        """Give the number of each key, -1 for a key that has none."""
        slots = self._slots(keys)
        numbers = self._numbers[slots]
        astray = np.flatnonzero(self._differ(slots, keys) & (numbers >= 0))
        while len(astray):
            slots[astray] = (slots[astray] + 1) & (len(self._numbers) - 1)
            numbers[astray] = self._numbers[slots[astray]]
            differ = self._differ(slots[astray], keys[:, astray])
            astray = astray[differ & (numbers[astray] >= 0)]
        return numbers

    def add(self, keys: np.ndarray, numbers: np.ndarray) -> None:
        """Number keys that have no number, each given once."""
        while (self._size + len(numbers)) > _FULLEST * len(self._numbers):
            self._grow()
        self._size += len(numbers)
        slots, left = self._slots(keys), np.arange(len(numbers))
        while len(left):
            free = left[self._numbers[slots[left]] < 0]
            taken, first = np.unique(slots[free], return_index=True)
            placed = free[first]
            self._keys[:, taken], self._numbers[taken] = keys[:, placed], numbers[placed]
            left = np.setdiff1d(left, placed, assume_unique=True)
            slots[left] = (slots[left] + 1) & (len(self._numbers) - 1)

    def _slots(self, keys: np.ndarray) -> np.ndarray:
        mixed = keys[0] * _MULTIPLIERS[0]
        for word, multiplier in zip(keys[1:], _MULTIPLIERS[1:], strict=False):
            mixed ^= (mixed >> np.uint64(29)) ^ (word * multiplier)
        return ((mixed ^ (mixed >> np.uint64(32))) * _MULTIPLIERS[0] >> np.uint64(64 - self._bits)).astype(np.int64)

    def _differ(self, slots: np.ndarray, keys: np.ndarray) -> np.ndarray:
        differ = self._keys[0][slots] != keys[0]
        for known, word in zip(self._keys[1:], keys[1:], strict=True):
            differ |= known[slots] != word
        return differ

    def _grow(self) -> None:
        held = np.flatnonzero(self._numbers >= 0)
        keys, numbers = self._keys[:, held], self._numbers[held]
        self.__init__(len(self._keys), bits=self._bits + 1)
        self.add(keys, numbers)


def distinct(keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the place where each distinct key first stands, in that order, and the number of each key in it."""
    order = np.lexsort(keys[::-1]) if len(keys) > 1 else np.argsort(keys[0], kind="stable")
    ordered = keys[:, order]
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (ordered[:, 1:] != ordered[:, :-1]).any(axis=0)
    first = order[fresh]
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = rank[np.cumsum(fresh) - 1]
    return np.sort(first), numbers


def stretches(keys: np.ndarray) -> np.ndarray:
    """Give where each stretch of like numbers begins."""
    fresh = np.ones(len(keys), dtype=bool)
    np.not_equal(keys[1:], keys[:-1], out=fresh[1:])
    return np.flatnonzero(fresh)
