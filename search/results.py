"""What a search gives back: works, each with the version that matched, its snippet and its highlights.

Frozen values in the shape of the API's JSON, whatever engine found them. All offsets are code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from archive.values import Span

ALWAYS_TITLED: Final = ("ar", "en")
"""Languages whose key stands in ``titles`` even where the work has no text in it (then null)."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A version that matched. ``snippet`` is a piece of its canonical text, ``highlights`` are spans in the snippet."""

    version: str
    language: str
    snippet: str
    highlights: tuple[Span, ...]

    def as_dict(self) -> dict[str, Any]:
        highlights = [[span.start, span.end] for span in self.highlights]
        return {
            "version": self.version,
            "language": self.language,
            "snippet": self.snippet,
            "highlights": highlights,
        }


@dataclass(frozen=True, slots=True)
class WorkResult:
    work: str
    external_id: str | None
    titles: dict[str, str]
    score: float
    hits: tuple[Hit, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "work": self.work,
            "external_id": self.external_id,
            "titles": {**dict.fromkeys(ALWAYS_TITLED), **self.titles},
            "score": round(self.score, 4),
            "hits": [hit.as_dict() for hit in self.hits],
        }


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results. ``total`` counts all works that match, exactly."""

    query: str
    total: int
    results: tuple[WorkResult, ...]

    def as_dict(self) -> dict[str, Any]:
        return {
            "query": self.query,
            "total": self.total,
            "results": [result.as_dict() for result in self.results],
        }
