"""What all schemas share: they read records by attribute, print spans as pairs, and take no half characters."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from api.strict_json import require_characters
from archive.values import Span


class Public(BaseModel):
    """A value of the API. Frozen; made from the records of :mod:`archive.history`, or from keywords."""

    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True)


class Body(BaseModel):
    """What a request may hold, and nothing else. JSON can spell half a surrogate pair, which no database keeps."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _whole_characters(cls, value: Any) -> Any:
        require_characters(value)
        return value


def _pair(value: Any) -> Any:
    return (value.start, value.end) if isinstance(value, Span) else value


SpanPair = Annotated[tuple[int, int], BeforeValidator(_pair)]
"""``[start, end]``: a half-open range of Unicode code points in the version's canonical text."""
