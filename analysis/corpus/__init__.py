"""The corpus: a positional index of any number of articles, kept on disk, built and counted a part at a time.

`building.update_corpus` makes an index hold some articles (`sources`) and opens it; `index.open_corpus` opens one that
is there. The tokens, terms and sentences are those of `analysis.tokens`, one for one. Over an open index: `hits`
(words, globs, sequences, aliases), `collocates`, `keyness`, `ngrams`, and `counts`, where the map over parts and the
sum of their counts stand apart.

On disk a token takes 11 bytes: the number of its term, its start and length in characters of its article, and whether
it is the first of its sentence, each a column of its own in NumPy's format.
"""
