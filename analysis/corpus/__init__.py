"""The corpus: a positional index of any number of articles, kept on disk, built and counted a part at a time.

`collection.collect` reads, cleans and indexes the articles at some paths for a study, at the cost of what is new
(`catalogue`). Underneath, `building.update_corpus` makes an index hold some articles (`sources`) and opens it, and
`index.open_corpus` opens one that is there. The tokens, terms and sentences are those of `analysis.tokens`, one for
one. Over an open index: `nodes` and `hits` (words, globs, sequences, actors, frames), `concordance`, `collocates`,
`keyness`, `ngrams`, `stories`, and `counts` of any of the `units`.

On disk a token takes 11 bytes: the number of its term, its start and length in characters of its article, and whether
it is the first of its sentence, each a column of its own in NumPy's format.

Whatever is counted is counted part by part and added up, and the two steps stand apart: `counts.count_part` and
`counts.merge`, `ngrams.count_ngrams` and `ngrams.merge_ngrams`, `collocates.count_windows` and
`collocates.merge_windows`. The first opens nothing but its own part and the vocabulary, gives a table that can be
pickled, and the second takes these in any order and grouping. So many machines that see the index's folder can share
the parts out (a task a part, then a tree of sums); a machine needs memory for one part, the vocabulary and two tables.
"""
