"""How many of the works found have each language, outlet, hand, role, year, kind, disclaimer and finding.

A facet whose value was chosen is counted as if it had not been, so that its other values can be chosen
beside it. Counted are works by the versions that matched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from search.facts import name_key
from search.grouping import Ranking
from search.query import Filters
from search.results import Value
from search.schema import LABEL

MOST_VALUES: Final = 30
"""Of one facet, those with the most works; what was chosen is always among them."""

FACETS: Final = {
    "lang": "language",
    "outlet": "outlet",
    "agent": "agent",
    "role": "role",
    "year": "year",
    "kind": "kind",
    "disclaimer": "disclaimer",
    "finding": "finding",
}
"""By the name of the parameter, what the query's filters call it."""

_COLUMNS: Final = {"lang": "language", "role": "roles", "kind": "kind", "finding": "findings"}
_LABELS: Final = {"outlet": "outlet_labels", "agent": "agent_labels"}


def facets(filters: Filters, found: Ranking, again: Callable[[Filters], Ranking]) -> Mapping[str, Sequence[Value]]:
    """``again`` ranks under other filters."""
    counted = {}
    for facet, name in FACETS.items():
        ranking = again(filters.without(name)) if name in filters else found
        chosen = {_key(fact.value, fact.first) for one, facts in filters.asked if one == name for fact in facts}
        counted[facet] = _values(facet, ranking, chosen)
    return counted


def _key(value: str, first: object) -> str:
    return value or str(first)[:4]


def _values(facet: str, ranking: Ranking, chosen: set[str]) -> Sequence[Value]:
    match facet:
        case "year":
            years = sorted(ranking.years().items(), reverse=True)
            return tuple(Value(f"{year:04}", (), count, f"{year:04}" in chosen) for year, count in years)
        case "disclaimer":
            flags = (
                (("with" if flag else "without"), count) for flag, count in ranking.flags("has_disclaimer").items()
            )
            spelled = {"with": "any", "without": "none"}
            return _most(Value(word, (), count, spelled[word] in chosen) for word, count in flags)
    if facet in _LABELS:
        labels = ((label.split(LABEL), count) for label, count in ranking.counts(_LABELS[facet]).items())
        return _most(
            Value(names[0], tuple(names), count, any(name_key(name) in chosen for name in names))
            for names, count in labels
        )
    return _most(Value(value, (), count, value in chosen) for value, count in ranking.counts(_COLUMNS[facet]).items())


def _most(values: Iterable[Value]) -> Sequence[Value]:
    ordered = sorted(values, key=lambda value: (not value.chosen, -value.count, value.value))
    return tuple(ordered[:MOST_VALUES])
