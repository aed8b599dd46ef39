"""One question asked of one reading of the index, and its answer put together into a page.

The archive has the last word over the index: what was withdrawn since it was indexed is found missing here,
and the question is asked again without it, so that totals count only what can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from archive.aligned import AlignedSource
from archive.errors import Reason, Unavailable
from archive.passages import PassageSource, Printed
from archive.values import Span
from search.analysis import analyse
from search.answer import Context, answer, link_search, side_tree
from search.facets import facets
from search.grouping import RankedVersion, RankedWork, Ranking
from search.links import LinkSearch
from search.meaning.asking import Meaning
from search.meaning.nearest import Near
from search.meaning.sentences import Sentences
from search.query import Filters, Mode, Query, Sort
from search.questions.asked import asked_of, sparing
from search.questions.closely import Beside, closely
from search.reading import Reading, TooBroad
from search.results import Page
from search.showing import Found, results
from search.spellings import Spellings
from search.suggesting import suggestions

NEAREST: Final = 300
"""Texts that are ranked by meaning: of more, nobody can say what they have to do with the question."""


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
        also = around.spellings.of(query, reading)
        self._also = sparing(also, reading) if query.natural else also
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
            suggestions=suggestions(query, ranking.total, self._reading, self._ask) if not query.natural else (),
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
            ranking = self._closely(answer(self._reading, query, context), context)
            works = ranking.page(query.offset, query.limit)
            shown = [row.version for work in works for row in work.rows]
            passages = self._around.source.printed(shown)
            missing = frozenset(shown).difference(passages, context.without)
            if not missing:
                return ranking, works, passages
            context = replace(context, without=context.without | missing)

    def _closely(self, ranking: Ranking, context: Context) -> Ranking:
        """The first works of a natural question by what their texts say."""
        query = self._query
        if not query.natural or not query.groups or query.mode is Mode.MEANING or query.sort is Sort.DATE:
            return ranking
        meaning = self._around.meaning if query.mode is Mode.BOTH else None
        beside = Beside({one.version: one for one in context.near}, partial(_sentences, meaning, query.text))
        asked = asked_of(self._reading, query.clauses, context.also)
        return closely(ranking, asked, query.text, beside, self._around.source)

    def _nearest(self) -> Sequence[Near]:
        """The texts nearest in meaning to the words; more of them where filters leave few."""
        query, meaning = self._query, self._around.meaning
        words = [query.text] if query.natural else [one.text for one in query.clauses if not one.negated]
        if query.mode is Mode.WORDS or not words:
            return ()
        if meaning is None:
            detail = "this archive has no encoder: search by words"
            raise Unavailable(detail, code="no-vectors", reason=Reason("no-encoder"))
        depth, wanted = NEAREST, query.offset + query.limit
        near = meaning.nearest(" ".join(words), limit=depth)
        while len(near) == depth and self._narrows() and self._left(near) < wanted:
            depth *= 10
            near = meaning.nearest(" ".join(words), limit=depth)
        return near

    def _narrows(self) -> bool:
        return bool(self._query.filters.asked or self._query.facts or self._query.sides)

    def _left(self, near: Sequence[Near]) -> int:
        """How many works are left of these."""
        by_meaning = replace(self._query, mode=Mode.MEANING)
        return answer(self._reading, by_meaning, Context(self._also, self._around.links, near)).total

    def _under(self, filters: Filters) -> Ranking:
        return answer(self._reading, replace(self._query, filters=filters), self._context)

    def _ask(self, query: Query, guess: str) -> tuple[int, str | None]:
        """How many works another query finds, and how the first of them prints the guessed word."""
        ranking = answer(self._reading, query, Context({}, self._around.links))
        first = next(iter(ranking.page(0, 1)), None)
        if first is None:
            return 0, None
        passages = self._around.source.printed([row.version for row in first.rows])
        exact = {term.exact for term in analyse(guess)}
        for passage in passages.values():
            for term in analyse(passage.content, passage.language):
                if term.exact in exact:
                    return ranking.total, passage.content[term.start : term.end]
        return ranking.total, None

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


def _sentences(meaning: Meaning | None, question: str, versions: Sequence[str]) -> Mapping[str, Sentences]:
    """What the sentences of versions have to do with a question, where meaning is asked for."""
    return meaning.sentences(question, versions) if meaning else {}


def _answering(ranked: RankedWork, sentences: Mapping[str, Span]) -> RankedWork:
    """A work with those versions alone that have an answering sentence, if it was asked of sentences."""
    rows = tuple(row for row in ranked.rows if row.version in sentences)
    return ranked._replace(rows=rows) if rows else ranked
