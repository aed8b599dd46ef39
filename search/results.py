"""What a search gives back: works, each with the version that matched, its snippet and its highlights.

Frozen values in the shape of the API's JSON, whatever engine found them. All offsets are code points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from archive.passages import Replacement
from archive.values import Span, iso_instant

Outlets = tuple[tuple[str, ...], ...]

ALWAYS_TITLED: Final = ("ar", "en")
"""Languages whose key stands in ``titles`` even where the work has no text in it (then null)."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a version was found. ``words``: by words of the query; ``name``: by names spelled otherwise; ``meaning``.

    ``found`` are the names as printed; ``likeness`` is the nearness in meaning by which it is ordered.
    """

    words: bool = False
    names: tuple[str, ...] = ()
    likeness: float | None = None

    def as_list(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = [{"by": "words"}] if self.words else []
        found.extend({"by": "name", "found": name} for name in self.names)
        if self.likeness is not None:
            found.append({"by": "meaning", "likeness": round(self.likeness, 3)})
        return found


NOWHERE: Final = Span(0, 0)
LATEST: Final = "latest"
SUPERSEDED: Final = "superseded"


class Lacking(StrEnum):
    """Why nothing stands beside a hit."""

    NO_TRANSLATION = "no-translation"
    """Nothing here was translated from this text."""
    NO_ORIGINAL = "no-original"
    """What this text was translated from is not here."""
    NOT_COMPARED_YET = "not-compared-yet"
    """It belongs together with another text; the worker has it to do."""
    NOT_COMPARED = "not-compared"
    """A replaced version that was never compared."""
    TAKES_NO_PART = "takes-no-part"
    """A byline, a dateline, a credit, a disclaimer: not among what is aligned."""
    OMITTED = "omitted"
    """Compared, and no sentence of the translation stands for it."""
    ADDED = "added"
    """Compared, and no sentence of the original stands before it."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands for the sentence of a hit in another version of the work, by their alignment.

    ``text`` is empty where the aligner found nothing carried over; else it stands at ``place`` in the content of
    the version, in the block that begins at ``block``.
    """

    version: str
    language: str
    text: str
    uncertain: bool
    place: Span | None = None
    block: int = 0
    replaced: Replacement | None = None
    published: str | None = None
    outlets: Outlets = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "version": self.version,
            "language": self.language,
            "published": self.published,
            "outlets": [list(names) for names in self.outlets],
            "text": self.text,
            "uncertain": self.uncertain,
            "place": [self.place.start, self.place.end] if self.place else None,
            "status": SUPERSEDED if self.replaced else LATEST,
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """A version that matched. ``snippet`` is a piece of its canonical text, ``highlights`` are spans in the snippet.

    ``place`` is its sentence in the content of the version, ``block`` where the block of that begins.
    ``published`` is EDTF; each of ``outlets`` that published it has its names as printed in every script.
    """

    version: str
    language: str
    snippet: str
    highlights: tuple[Span, ...]
    why: Why = Why()
    counterpart: Counterpart | None = None
    lacking: Lacking | None = None
    place: Span = NOWHERE
    block: int = 0
    replaced: Replacement | None = None
    published: str | None = None
    outlets: Outlets = ()

    def as_dict(self) -> dict[str, Any]:
        highlights = [[span.start, span.end] for span in self.highlights]
        return {
            "version": self.version,
            "language": self.language,
            "status": SUPERSEDED if self.replaced else LATEST,
            "replaced_by": _replacement(self.replaced) if self.replaced else None,
            "published": self.published,
            "outlets": [list(names) for names in self.outlets],
            "snippet": self.snippet,
            "highlights": highlights,
            "place": [self.place.start, self.place.end],
            "why": self.why.as_list(),
            "counterpart": self.counterpart.as_dict() if self.counterpart else None,
            "no_counterpart": self.lacking.value if self.lacking else None,
        }


def _replacement(later: Replacement) -> dict[str, Any]:
    return {
        "version": later.version,
        "number": later.number,
        "published": later.published,
        "recorded_at": iso_instant(later.recorded_at),
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
class Value:
    """One value of a facet: what to filter by, its names for people (none: it is a code), and how many works."""

    value: str
    names: tuple[str, ...]
    count: int
    chosen: bool = False

    def as_dict(self) -> dict[str, Any]:
        return {"value": self.value, "names": list(self.names), "count": self.count, "chosen": self.chosen}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another query that finds more, and what was guessed: ``spelling`` or ``keyboard``."""

    query: str
    total: int
    because: str

    def as_dict(self) -> dict[str, Any]:
        return {"query": self.query, "total": self.total, "because": self.because}


@dataclass(frozen=True, slots=True)
class Page:
    """One page of results. ``total`` counts all works that match, exactly.

    ``names`` are the other spellings that were looked for, by the word as typed.
    """

    query: str
    total: int
    results: tuple[WorkResult, ...]
    mode: str = "words"
    names: Mapping[str, tuple[str, ...]] | None = None
    suggestions: Sequence[Suggestion] = ()
    facets: Mapping[str, Sequence[Value]] | None = None

    def as_dict(self) -> dict[str, Any]:
        """``facets`` only where they were asked for."""
        found: dict[str, Any] = {
            "query": self.query,
            "mode": self.mode,
            "total": self.total,
            "results": [result.as_dict() for result in self.results],
            "names": {word: list(others) for word, others in (self.names or {}).items()},
            "suggestions": [one.as_dict() for one in self.suggestions],
        }
        if self.facets is not None:
            found["facets"] = {name: [value.as_dict() for value in values] for name, values in self.facets.items()}
        return found
