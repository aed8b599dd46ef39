"""``/versions``: one immutable state of a text."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Request, Response

from api.caching import unless_same
from api.deps import ReaderDep, ServicesDep
from api.openapi import PLAIN_TEXT, problems
from api.schemas.works import OneVersion, Segment, Segments, Version
from api.services import Services
from archive.history import TextRecord, VersionRecord
from archive.lookups import segmentation

router = APIRouter(tags=["versions"])
ROLE: Final = "X-Thabat-Role"
"""A text by itself says not whether a person or a machine wrote it."""


@router.get("/versions/{version_id}", responses=problems(401, 404))
def read_version(version_id: str, services: ServicesDep, _who: ReaderDep) -> OneVersion:
    """One version with its capture, chain and disclaimers, and whose words it holds: ``role``."""
    text, version = _version(services, version_id)
    shown = Version.model_validate(version)
    facts = {name: getattr(shown, name) for name in Version.model_fields}
    return OneVersion(**facts, role=text.role, language=text.language)


@router.get("/versions/{version_id}/text", response_class=Response, responses={**PLAIN_TEXT, **problems(401, 404)})
def read_text(version_id: str, services: ServicesDep, _who: ReaderDep, request: Request) -> Response:
    """The canonical text, byte for byte what ``canonical_sha256`` is the digest of; ``X-Thabat-Role`` says whose."""
    text, version = _version(services, version_id)
    answer = unless_same(request, version.canonical_sha256, version.content.encode(), "text/plain; charset=utf-8")
    answer.headers[ROLE] = text.role
    return answer


@router.get("/versions/{version_id}/segments", responses=problems(401, 404))
def read_segments(version_id: str, services: ServicesDep, _who: ReaderDep) -> Segments:
    """How the text was split, as spans into it."""
    services.catalogue.work_of_version(version_id)
    found = segmentation(services.database, version_id)
    if found is None:
        return Segments(version=version_id, recipe=None, segments=None)
    segments = [Segment.model_validate(segment) for segment in found.segments]
    return Segments(version=version_id, recipe=found.recipe, segments=segments)


def _version(services: Services, version_id: str) -> tuple[TextRecord, VersionRecord]:
    work = services.catalogue.work(services.catalogue.work_of_version(version_id))
    return next((text, version) for text in work.texts for version in text.versions if version.id == version_id)
