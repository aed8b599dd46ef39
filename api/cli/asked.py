"""A search as the command line was given it: the words, and the options that go with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from search.query import Query


@dataclass(frozen=True, slots=True)
class Asked:
    """``options`` are arguments of :func:`search.query.parse`."""

    q: str
    options: Mapping[str, Any]
    offset: int = 0
    limit: int = 10
    facets: bool = False

    def parsed(self, q: str | None = None) -> Query:
        """The query; ``q`` in place of its words."""
        from search.query import parse

        words = self.q if q is None else q
        return parse(words, **self.options, offset=self.offset, limit=self.limit, facets=self.facets)
