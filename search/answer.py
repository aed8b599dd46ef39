"""A query answered from a reading: its words as trees, its filters as nodes, its works ranked.

Words of one script are met in one version; what is not wanted leaves works out; filters hold of the
version that is shown. Sentences that must answer ``ar:… -en:…`` are asked of the index of aligned
sentences, and their works are one filter more. Nearness of meaning comes in as versions with scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from archive.errors import BadQuery, Reason, Unavailable
from archive.text.scripts import SCRIPTS_OF, script_of
from archive.values import primary_language
from search.compiling import Also, Compiler
from search.facts import Fact, node_of
from search.grouping import Ranking, Shown, allowed, ranking
from search.links import LinkSearch
from search.meaning.nearest import Near
from search.query import Mode, Query, Sort, fact_of
from search.questions.asked import asked_of
from search.questions.together import by_words, together
from search.questions.words import weight
from search.reading import Reading
from search.syntax.nodes import Filter
from search.tree import And, Between, Everything, Has, Keyed, Node, Not, Or

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer is drawn from beside the reading. ``without`` are versions that do not count."""

    also: Also
    links: LinkSearch | None = None
    near: Sequence[Near] = ()
    without: frozenset[str] = frozenset()


def answer(reading: Reading, query: Query, context: Context) -> Ranking:
    """All works that answer ``query``; with neither words nor meaning newest first, by their latest versions."""
    by_date = query.sort is Sort.DATE
    conditions = tuple(filters(reading, query, context))
    compiler = _compiler(reading, query, context)
    unwanted = [reading.find(compiler.node(node)) for node in query.unwanted]
    rankings = []
    if query.mode is not Mode.MEANING or not query.groups:
        trees = _trees(query, compiler, (*conditions, *_spoken(reading, query)))
        rankings.append(ranking(reading, [reading.find(tree) for tree in trees], unwanted, by_date=by_date))
    if query.mode is not Mode.WORDS and query.groups:
        rankings.append(_by_meaning(reading, context.near, conditions, allowed(reading, unwanted), by_date))
    if query.natural and query.groups and query.mode is not Mode.MEANING:
        return _of_question(rankings, reading, query, context)
    return rankings[0] if len(rankings) == 1 else Ranking.fused(rankings, by_date=by_date)


def _of_question(rankings: Sequence[Ranking], reading: Reading, query: Query, context: Context) -> Ranking:
    """By words, or by words and meaning, on one scale."""
    asked, by_date = asked_of(reading, query.clauses, context.also), query.sort is Sort.DATE
    if len(rankings) == 1:
        return by_words(rankings[0], asked, by_date=by_date)
    near = {one.version: one for one in context.near}
    words, meaning = rankings
    return together(words, meaning, near, asked, query.text, by_date=by_date)


def filters(reading: Reading, query: Query, context: Context) -> Sequence[Node]:
    """What must hold of a version beside words."""
    found: list[Node] = [_any(reading, facts) for _, facts in query.filters.asked]
    compiler = _compiler(reading, query, context)
    found.extend(map(compiler.node, query.facts))
    if query.sides:
        found.append(Keyed("work", tuple(sorted(link_search(context.links).works(side_tree(query, context.also))))))
    if context.without:
        found.append(Not(Keyed("version", tuple(sorted(context.without)))))
    return found


def link_search(links: LinkSearch | None) -> LinkSearch:
    """The index of aligned sentences, if there is one."""
    if links is None:
        raise Unavailable(
            "aligned sentences have not been indexed here: ar: and en: cannot be answered", code="no-links"
        )
    return links


def side_tree(query: Query, also: Also) -> Node:
    """What one aligned sentence must have and not have."""
    compiler = Compiler(lambda _: Everything(), also)
    nodes = tuple(map(compiler.node, query.sides))
    if all(isinstance(node, Not) for node in nodes):
        detail = "beside what a sentence must not have, say with ar: or en: what it must have"
        raise BadQuery(
            detail,
            query=query.text,
            position=query.sides[0].span.start,
            code="mixed-sides",
            reason=Reason("only-absent"),
        )
    return And(nodes)


def _compiler(reading: Reading, query: Query, context: Context) -> Compiler:
    def fact(node: Filter) -> Node:
        return node_of(fact_of(query.text, node), reading)

    return Compiler(fact, context.also, weight if query.natural else None)


def _trees(query: Query, compiler: Compiler, conditions: Sequence[Node]) -> list[Node]:
    trees: list[Node] = [And((compiler.wanted(group), *conditions)) for group in query.groups]
    return trees or [And((*_listed(query), *conditions))]


def _spoken(reading: Reading, query: Query) -> Sequence[Node]:
    """Of a question that is asked in both ways the words count in texts of its own script: its figures and names
    alone would drown what a text in the other script has to say.
    """
    if not (query.natural and query.mode is Mode.BOTH):
        return ()
    script = script_of(query.text)
    tags = reading.names("language").values
    return (Has("language", tuple(tag for tag in tags if script in SCRIPTS_OF.get(primary_language(tag), (script,)))),)


def _listed(query: Query) -> Sequence[Node]:
    """A list has the latest versions, unless others are asked for."""
    asked = [*(facts for name, facts in query.filters.asked if name == "status"), *query.facts]
    of_status = any(isinstance(one, tuple) or _speaks_of_status(one) for one in asked)
    return (Everything(),) if of_status else (Between("latest", low=1),)


def _speaks_of_status(node: object) -> bool:
    inside = getattr(node, "nodes", ())
    return (isinstance(node, Filter) and node.field == "status") or any(map(_speaks_of_status, inside))


def _any(reading: Reading, facts: Sequence[Fact]) -> Node:
    nodes = tuple(node_of(fact, reading) for fact in facts)
    return nodes[0] if len(nodes) == 1 else Or(nodes)


def _by_meaning(
    reading: Reading, near: Sequence[Near], conditions: Sequence[Node], may_be_shown: NDArray[Any], by_date: bool
) -> Ranking:
    """The latest of the near versions for which the conditions hold, by nearness."""
    tree = And((Keyed("version", tuple(one.version for one in near)), Between("latest", low=1), *conditions))
    numbers = reading.find(tree).numbers
    numbers = numbers[may_be_shown[numbers]]
    nearness = {one.version: 2 + one.score for one in near}  # cosines, moved so that none is below 0
    scores = [nearness[version] for version in reading.values("version", numbers.tolist())]
    return Ranking.of_all(reading, [Shown(numbers, np.array(scores, np.float32))], by_date=by_date)
