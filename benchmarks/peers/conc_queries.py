"""Ask conc's corpora for a word and for a node's collocates: each outlet's corpus in turn.

    python conc_queries.py INDEX

Of the hits all are found and sorted, and twenty an outlet are written out as lines.
"""

import sys
from pathlib import Path

import queries
from conc.collocates import Collocates
from conc.concordance import Concordance
from conc.corpus import Corpus

if __name__ == "__main__":
    corpora = [Corpus().load(str(folder)) for folder in sorted(Path(sys.argv[1]).glob("*.corpus"))]
    queries.report(
        {
            "hits": lambda: sum(
                Concordance(corpus).concordance(queries.WORD).summary_data["total_count"] for corpus in corpora
            ),
            "collocates": lambda: sum(
                len(
                    Collocates(corpus)
                    .collocates(queries.NODE, context_length=queries.WINDOW, min_collocate_frequency=1, page_size=0)
                    .to_frame()
                )
                for corpus in corpora
            ),
        }
    )
