"""Explore: widgets to read, search, try a frame term and code, each one call in a notebook cell.

Each widget's function is bound here over its module of the same name, so that ``explore.reader(results)`` is the call
whichever was imported first.
"""

from .coding_desk import coding
from .concordance import concordance
from .matrix import matrix
from .reader import reader
from .tallies import coding_table
from .workshop import trial_table, workshop

__all__ = ["coding", "coding_table", "concordance", "matrix", "reader", "trial_table", "workshop"]
