"""The one shape of every error: problem details for HTTP APIs (RFC 9457) with three members of our own."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from api.schemas.base import Public

MEDIA_TYPE = "application/problem+json"


class Problem(Public):
    """Why a request was not answered, for people (``title``, ``detail``) and for programs (``code``, ``pointer``)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "type": "/api/v1/docs#evidence-missing",
                "title": "The quoted evidence is not in the source",
                "status": 422,
                "detail": "checked the whole text for the quote, did not find “for Sawt al-Sahel”",
                "instance": "urn:uuid:019a9d3c-5c1e-7d43-9a51-0242ac120002",
                "code": "evidence-missing",
                "pointer": "/hops/1",
                "request_id": "019a9d3c-5c1e-7d43-9a51-0242ac120002",
            }
        }
    )
    type: str = Field(description="Which kind of error this is: an address that explains it.")
    title: str = Field(description="The kind of error in a few words; the same for every error of this type.")
    status: int
    detail: str = Field(description="What was checked, what was expected and what was found, here.")
    instance: str = Field(description="This one occurrence, as a URN of the request id.")
    code: str = Field(description="A stable slug for programs, at least as exact as the type.")
    pointer: str | None = Field(
        default=None,
        description="JSON Pointer (RFC 6901) to the field, form part, query or path parameter at fault.",
    )
    request_id: str = Field(description="The same as the header X-Request-ID; the server's log has it too.")
    position: int | None = Field(
        default=None, description="Where a search query goes wrong: a code point offset into q. Absent otherwise."
    )
