"""Explore: widgets to read, search, try a frame term and code, each one call in a notebook cell."""
