"""The description of the API (OpenAPI 3.1): what FastAPI cannot read from the code is said here.

That every error has one shape and its own media type, and that a deposit comes as a form or as JSON.
"""

from __future__ import annotations

from http import HTTPStatus
from importlib.metadata import version
from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from api.schemas.problem import MEDIA_TYPE, Problem
from archive.intake.metadata import Metadata

Responses = dict[int | str, dict[str, Any]]

SUMMARY: Final = "Translated news kept with its originals, every hand it passed through, and the proof."
DESCRIPTION: Final = """
Reading is open unless the archive closes it. Writing needs an API key with the role *archivist*,
keys themselves the role *admin*: `Authorization: Bearer thabat_…` or `X-API-Key: thabat_…`.

Every error is `application/problem+json` (RFC 9457) with a stable `code`, a JSON Pointer to the field at fault
where there is one, and the `request_id` that the header `X-Request-ID` carries too.

Offsets and spans are half-open ranges of Unicode code points into the canonical text (NFC, LF).
"""
TAGS: Final = [
    {"name": "works", "description": "The story, whatever the language."},
    {"name": "versions", "description": "One immutable state of a text, and the bytes it was read from."},
    {"name": "comparisons", "description": "What differs between two versions, with evidence and confidence."},
    {"name": "machine translation", "description": "What an offline machine makes of an original: a witness."},
    {"name": "search", "description": "Finding, in both languages."},
    {"name": "saved searches", "description": "Questions under a name, and what is new to them."},
    {"name": "names", "description": "Spellings that the archive knows to be one name."},
    {"name": "agents", "description": "Whose hands."},
    {"name": "disclaimers", "description": "Which wordings."},
    {"name": "proof", "description": "What anybody needs to check the archive without trusting it."},
    {"name": "operations", "description": "How the archive is doing."},
    {"name": "keys", "description": "Who may do what."},
]

PLAIN_TEXT: Final[Responses] = {
    200: {"description": "The text itself.", "content": {"text/plain": {"schema": {"type": "string"}}}}
}
BYTES: Final[Responses] = {
    200: {
        "description": "The bytes as received, always as a download.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "contentMediaType": "application/*"}}},
    }
}

_FILE: Final = {"type": "string", "contentMediaType": "application/octet-stream"}
_METADATA: Final = {"$ref": "#/components/schemas/Metadata"}
_FORCE: Final = {"type": "boolean", "default": False}
_FORM: Final = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "original": {**_FILE, "description": "The original: plain text or a saved page."},
        "translation": {**_FILE, "description": "Its translation. One of the two may come later."},
        "files": {
            "type": "array",
            "items": _FILE,
            "description": "Further texts; each belongs to the text of the metadata that names it as its `file`.",
        },
        "metadata": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": _METADATA,
            "description": "As a field or a file of JSON; a file whose name ends in .toml is read as TOML.",
        },
        "force": {**_FORCE, "description": "Keep it although a language check says no; that is recorded."},
    },
    "patternProperties": {"^text:[A-Za-z0-9._-]{1,80}$": {**_FILE, "description": "The text with this `key`."}},
}
_JSON: Final = {
    "description": "The metadata itself, each text with its `text` or `sentences`; and `force`.",
    "allOf": [_METADATA, {"type": "object", "properties": {"force": _FORCE}}],
}
_EXAMPLE: Final = {
    "kind": "news",
    "external_id": "desk-2015-0417",
    "original": {
        "language": "ar",
        "text": "السوق القديم يفتح أبوابه\n\nأعلنت البلدية صباح الأحد أن السوق القديم سيفتح أبوابه من جديد.",
        "outlet": "صوت الوادي",
        "published": "2015-11-12",
    },
    "translation": {
        "language": "en",
        "text": "The Old Market Opens Its Doors\n\nThe municipality announced on Sunday morning that the old market "
        "will open its doors again.",
        "outlet": "The Valley Reader",
    },
    "hops": [
        {
            "side": "translation",
            "role": "trl",
            "basis": "asserted",
            "agent": {"kind": "person", "identity": "anonymous"},
        }
    ],
}

DEPOSIT_BODY: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": _FORM},
            "application/json": {"schema": _JSON, "example": _EXAMPLE},
        },
    }
}


def problems(*statuses: int) -> Responses:
    """The errors that a route is known to answer with."""
    return {status: _problem(HTTPStatus(status).phrase) for status in statuses}


def _problem(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


ANY_PROBLEM: Final[Responses] = {"default": _problem("Any other error, in the same shape.")}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of ``app``; made once, then kept."""
    if app.openapi_schema is None:
        document = get_openapi(
            title=app.title,
            version=version("thabat"),
            summary=SUMMARY,
            description=DESCRIPTION,
            routes=app.routes,
            tags=TAGS,
        )
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        for model in (Metadata, Problem):
            schemas.update(_schemas_of(model))
        app.openapi_schema = document
    return app.openapi_schema


def _schemas_of(model: type[BaseModel]) -> dict[str, Any]:
    """``model`` and all it refers to, by name."""
    schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), model.__name__: schema}
