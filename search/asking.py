"""One question asked of one reading of the index, and its answer put together into a page.

The archive has the last word over the index: what was withdrawn since it was indexed is found missing here,
and the question is asked again without it, so that totals count only what can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from archive.aligned import AlignedSource
from archive.errors import Reason, Unavailable
from archive.passages import PassageSource, Printed
from search.analysis import Term, analyse
from search.answer import Context, answer, link_search, side_tree
from search.clauses import Clause, runs
from search.facets import facets
from search.grouping import RankedVersion, RankedWork, Ranking
from search.links import AnsweringLink, LinkSearch
from search.meaning.asking import Meaning
from search.meaning.floor import least
from search.meaning.nearest import Near
from search.meaning.sentences import Sentences
from search.printed import PrintedForms
from search.query import Filters, Mode, Query, Sort
from search.questions.asked import asked_of, sparing
from search.questions.closely import Beside, closely
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
    printed: PrintedForms = field(default_factory=PrintedForms)


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
            names=self._other_spellings(wanted),
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
        """The texts that come near in meaning to the words."""
        query, meaning = self._query, self._around.meaning
        words = [query.text] if query.natural else [one.text for one in query.clauses if not one.negated]
        if query.mode is Mode.WORDS or not words:
            return ()
        if meaning is None:
            detail = "this archive has no encoder: search by words"
            raise Unavailable(detail, code="no-vectors", reason=Reason("no-encoder"))
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

    def _sentences(self, works: Sequence[RankedWork]) -> dict[str, AnsweringLink]:
        """By version the first link with a sentence of it that answers ``ar:`` and ``en:``."""
        if not self._query.sides or not works:
            return {}
        tree = side_tree(self._query, self._also)
        found: dict[str, AnsweringLink] = {}
        for link in link_search(self._around.links).links(tree, [one.work for one in works], each=SENTENCES):
            for version, spans in ((link.source_version, link.source), (link.target_version, link.target)):
                if spans:
                    found.setdefault(version, link)
        return found

    def _other_spellings(self, wanted: Sequence[Clause]) -> dict[str, tuple[str, ...]]:
        """What is looked for beside the words that are wanted, in print."""
        typed = {name: " ".join(one.bare for one in wanted[first:end]) for first, end, name in runs(wanted)}
        typed.update({one.name: one.bare for one in wanted})
        found = {typed[name]: others for name, others in self._also.items() if name in typed}
        unread = {each.shown for others in found.values() for each in others if not each.is_written}
        printed = self._around.printed.of(unread, self._reading, self._around.source)
        return {
            name: tuple(dict.fromkeys(each.written if each.is_written else printed[each.shown] for each in others))
            for name, others in found.items()
        }


def _sentences(meaning: Meaning | None, question: str, versions: Sequence[str]) -> Mapping[str, Sentences]:
    """What the sentences of versions have to do with a question, where meaning is asked for."""
    return meaning.sentences(question, versions) if meaning else {}


def _answering(ranked: RankedWork, sentences: Mapping[str, AnsweringLink]) -> RankedWork:
    """A work with those versions alone that have an answering sentence, if it was asked of sentences."""
    rows = tuple(row for row in ranked.rows if row.version in sentences)
    return ranked._replace(rows=rows) if rows else ranked
