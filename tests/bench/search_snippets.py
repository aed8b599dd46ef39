"""What the snippets of one page cost: ten articles of six paragraphs, highlights included."""

from __future__ import annotations

import time

from archive.passages import Passage
from search.analysis.remembered import chunks_of, terms_of
from search.query import parse
from search.snippet import snippet
from tests.bench.search_corpus import Corpus, Doc
from tests.search.fakes import passage

PAGES = 30
PARAGRAPH = 60


def ten_snippets(language: str) -> dict[str, float]:
    """CPU milliseconds for ten snippets: of texts seen before, of texts never seen; the best of thirty pages."""
    docs = next(Corpus(language, 10 * PAGES).batches())
    best = {"shown before": 1e9, "new": 1e9}
    for start in range(0, len(docs), 10):
        page = docs[start : start + 10]
        passages = [passage_of(doc, language) for doc in page]
        clauses = parse(f"{page[0].exact[50]} {page[1].exact[90]}").clauses
        terms_of.cache_clear()
        chunks_of.cache_clear()
        for which in ("new", "shown before"):
            began = time.process_time()
            for one in passages:
                snippet(one, clauses)
            best[which] = min(best[which], (time.process_time() - began) * 1000)
    return {which: round(taken, 2) for which, taken in best.items()}


def passage_of(doc: Doc, language: str) -> Passage:
    lines = (doc.exact[start : start + PARAGRAPH] for start in range(0, len(doc.exact), PARAGRAPH))
    return passage(*map(" ".join, lines), title="x", language=language)
