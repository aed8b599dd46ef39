"""One question asked of one reading of the index, and its answer put together into a page.

The archive has the last word over the index: what was withdrawn since it was indexed is found missing here,
and the question is asked again without it, so that totals count only what can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from archive.aligned import AlignedSource
from archive.errors import Reason, Unavailable
from archive.passages import PassageSource, Printed
from archive.values import Span
from search.analysis import Term, analyse
from search.answer import Context, answer, link_search, side_tree
from search.facets import facets
from search.grouping import RankedVersion, RankedWork, Ranking
from search.links import LinkSearch
from search.meaning.asking import Meaning
from search.meaning.floor import least
from search.meaning.nearest import Near
from search.query import Filters, Mode, Query
from search.reading import Reading, TooBroad
from search.results import Page, Suggestion
from search.schema import EXACT, STEM
from search.showing import Found, results
from search.spellings import Spellings
from search.suggesting import suggestions
from search.tree import Or
from search.tree import Term as Indexed

NEAREST: Final = 5_000
"""Texts that are ranked by meaning, of those that come near enough. The same whatever filters are set, so that what a
facet counts is what its click finds.
"""


SENTENCES: Final = 4
"""Answering sentences that are looked at in each work, for one in each of its texts."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What questions need beside the index."""

    source: PassageSource
    spellings: Spellings
    aligned: AlignedSource | None = None
    links: LinkSearch | None = None
    meaning: Meaning | None = None


class Asking:
    """One question, asked once."""

    def __init__(self, reading: Reading, query: Query, around: Surroundings) -> None:
        self._reading = reading
        self._query = query
        self._around = around
        self._also = around.spellings.of(query, reading)
        self._context = Context(self._also, around.links, self._nearest())

    def page(self) -> Page:
        ranking, works, passages = self._shown()
        query = self._query
        near = {one.version: one for one in self._context.near}
        wanted = [clause for clause in query.clauses if not clause.negated]
        marked = wanted if query.mode is not Mode.MEANING else []
        sentences = self._sentences(works)
        works = works if query.groups else [_answering(work, sentences) for work in works]
        found = Found(marked, self._also, near, sentences)
        return Page(
            query=query.text,
            total=ranking.total,
            results=results(works, passages, found, self._around.source, self._around.aligned),
            mode=query.mode.value,
            names=self._other_spellings(wanted_texts={c.terms[0].exact: c.text for c in wanted}),
            suggestions=self._suggestions(ranking.total),
            facets=facets(query.filters, ranking, self._under) if query.facets else None,
        )

    def matching(self, most: int) -> dict[str, list[str]]:
        """Every work with its versions that match."""
        ranking = answer(self._reading, self._query, self._context)
        if ranking.total > most:
            reason = Reason("too-many-works", {"found": ranking.total, "most": most})
            detail = f"{ranking.total:,} works answer; at most {most:,} can be kept: narrow it down"
            raise TooBroad(detail, reason=reason)
        found: dict[str, list[str]] = {}
        for row in RankedVersion.of(self._reading, ranking.numbers.tolist()):
            found.setdefault(row.work, []).append(row.version)
        return found

    def _shown(self) -> tuple[Ranking, Sequence[RankedWork], dict[str, Printed]]:
        """The ranking, the works of the page, and their passages; asked again without what is gone."""
        query, context = self._query, self._context
        while True:
            ranking = answer(self._reading, query, context)
            works = ranking.page(query.offset, query.limit)
            shown = [row.version for work in works for row in work.rows]
            passages = self._around.source.printed(shown)
            missing = frozenset(shown).difference(passages, context.without)
            if not missing:
                return ranking, works, passages
            context = replace(context, without=context.without | missing)

    def _nearest(self) -> Sequence[Near]:
        """The texts that come near in meaning to the words."""
        query, meaning = self._query, self._around.meaning
        words = [one.text for one in query.clauses if not one.negated]
        if query.mode is Mode.WORDS or not words:
            return ()
        if meaning is None:
            raise Unavailable("this archive has no encoder: search by words", code="no-vectors")
        return meaning.nearest(" ".join(words), limit=NEAREST, least=least(words, self._is_known))

    def _is_known(self, term: Term) -> bool:
        """Whether the archive has the word, or a name that is spelled so elsewhere."""
        here = Or((Indexed(EXACT, term.exact), Indexed(STEM, term.stem)))
        return term.exact in self._also or self._reading.find(here).total > 0

    def _under(self, filters: Filters) -> Ranking:
        return answer(self._reading, replace(self._query, filters=filters), self._context)

    def _suggestions(self, total: int) -> Sequence[Suggestion]:
        if self._query.natural:
            return ()
        return suggestions(self._query, total, self._reading, self._total, self._printed)

    def _total(self, query: Query) -> int:
        """How many works another query finds, asked as it would be if it were typed."""
        asking = Asking(self._reading, query, self._around)
        return answer(self._reading, query, asking._context).total

    def _printed(self, word: str) -> str | None:
        """How the first text that has a word prints it."""
        numbers = [number for number, _ in self._reading.find(Indexed(EXACT, word)).top(1)]
        for passage in self._around.source.printed(self._reading.values("version", numbers)).values():
            for term in analyse(passage.content, passage.language):
                if term.exact == word:
                    return passage.content[term.start : term.end]
        return None

    def _sentences(self, works: Sequence[RankedWork]) -> dict[str, Span]:
        """By version the first sentence that answers ``ar:`` and ``en:``."""
        if not self._query.sides or not works:
            return {}
        tree = side_tree(self._query, self._also)
        found: dict[str, Span] = {}
        for link in link_search(self._around.links).links(tree, [one.work for one in works], each=SENTENCES):
            for version, spans in ((link.source_version, link.source), (link.target_version, link.target)):
                if spans:
                    found.setdefault(version, Span(spans[0].start, spans[-1].end))
        return found

    def _other_spellings(self, wanted_texts: dict[str, str]) -> dict[str, tuple[str, ...]]:
        return {wanted_texts[word]: tuple(one.term for one in others) for word, others in self._also.items()}


def _answering(ranked: RankedWork, sentences: Mapping[str, Span]) -> RankedWork:
    """A work with those versions alone that have an answering sentence, if it was asked of sentences."""
    rows = tuple(row for row in ranked.rows if row.version in sentences)
    return ranked._replace(rows=rows) if rows else ranked
