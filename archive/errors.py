"""Everything that can go wrong, by name.

    ThabatError
    ├── BadInput              what was handed over cannot be taken as it is       (CLI exit 2)
    │   ├── BadFile           the bytes: empty, too large, binary, undecodable, only boilerplate, a bomb
    │   ├── BadMetadata       a field: unknown, malformed, impossible, contradictory
    │   ├── EvidenceMissing   a hop "as printed" whose quote is not in the capture
    │   ├── LanguageMismatch  the text is not in the language it was declared to be in
    │   └── BadQuery          a search nobody can answer, with the position of the fault
    ├── NotFound              there is nothing by that name
    ├── Conflict              true on its own, false beside what is already kept
    ├── NotAllowed            ├── Unauthenticated (who are you?)  └── Forbidden (not with this role)
    ├── Broken                a stored thing is not what was recorded of it      (CLI exit 1)
    └── Unavailable           cannot be done now: busy database, missing engine, full disk (CLI exit 3)

Each error says what was checked, what was expected and what was found; ``code`` is a stable slug
for programs, ``pointer`` a JSON Pointer (RFC 6901) into the request where that helps. HTTP status
codes are a table in ``api/errors.py``, not a property of an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong, so that it can be said in any language: a name that has a sentence there, and what is put into it.

    Only errors that readers of pages meet by asking have one; ``detail`` says the same in English.
    """

    name: str
    values: Mapping[str, object] = field(default_factory=dict)


class ThabatError(Exception):
    """Base of all errors that Thabat raises on purpose."""

    code = "error"
    title = "Something went wrong"

    def __init__(
        self, detail: str, *, code: str | None = None, pointer: str | None = None, reason: Reason | None = None
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.reason = reason
        self.pointer = pointer
        if code is not None:
            self.code = code

    def __str__(self) -> str:
        return f"{self.pointer}: {self.detail}" if self.pointer else self.detail


class BadInput(ThabatError):
    code = "bad-input"
    title = "The input cannot be accepted"


class BadFile(BadInput):
    """``code``: empty, too-large, binary, unsupported, undecodable, surrogate, only-boilerplate or markup-bomb."""

    code = "bad-file"
    title = "The file cannot be read"


class BadMetadata(BadInput):
    """``code`` is one of: malformed, unknown-field, missing-field, unknown-role, impossible-date, cycle, …"""

    code = "bad-metadata"
    title = "The metadata cannot be accepted"


class EvidenceMissing(BadInput):
    code = "evidence-missing"
    title = "The quoted evidence is not in the source"


class LanguageMismatch(BadInput):
    """``code`` is one of: wrong-language, sides-swapped, same-language, mixed-language."""

    code = "wrong-language"
    title = "The text is not in the declared language"


class BadQuery(BadInput):
    """A query with a fault at ``position`` (a code point offset into ``query``)."""

    code = "bad-query"
    title = "The search cannot be understood"

    def __init__(
        self, detail: str, *, query: str, position: int, code: str | None = None, reason: Reason | None = None
    ) -> None:
        super().__init__(detail, code=code, pointer="/q", reason=reason)
        self.query = query
        self.position = position


class NotFound(ThabatError):
    code = "not-found"
    title = "Not found"


class Conflict(ThabatError):
    code = "conflict"
    title = "In conflict with what is kept"


class NotAllowed(ThabatError):
    code = "not-allowed"
    title = "Not allowed"


class Unauthenticated(NotAllowed):
    code = "unauthenticated"
    title = "A valid key is needed"


class Forbidden(NotAllowed):
    code = "forbidden"
    title = "This key may not do that"


class Broken(ThabatError):
    code = "broken"
    title = "A stored thing is not what was recorded of it"


class Unavailable(ThabatError):
    code = "unavailable"
    title = "Not possible at the moment"
