"""What all schemas share: they read records by attribute, and print spans as pairs."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from archive.values import Span


class Public(BaseModel):
    """A value of the API. Frozen; made from the records of :mod:`archive.history`, or from keywords."""

    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True)


def _pair(value: Any) -> Any:
    return (value.start, value.end) if isinstance(value, Span) else value


SpanPair = Annotated[tuple[int, int], BeforeValidator(_pair)]
"""``[start, end]``: a half-open range of Unicode code points in the version's canonical text."""
