"""``/versions``: one immutable state of a text."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.caching import unless_same
from api.deps import ReaderDep, ServicesDep
from api.openapi import PLAIN_TEXT, problems
from api.schemas.works import Segment, Segments, Version
from api.services import Services
from archive.history import VersionRecord
from archive.lookups import segmentation

router = APIRouter(tags=["versions"])


@router.get("/versions/{version_id}", responses=problems(401, 404))
def read_version(version_id: str, services: ServicesDep, _who: ReaderDep) -> Version:
    """One version with its capture, chain and disclaimers."""
    return Version.model_validate(_version(services, version_id))


@router.get("/versions/{version_id}/text", response_class=Response, responses={**PLAIN_TEXT, **problems(401, 404)})
def read_text(version_id: str, services: ServicesDep, _who: ReaderDep, request: Request) -> Response:
    """The canonical text, byte for byte what ``canonical_sha256`` is the digest of."""
    version = _version(services, version_id)
    return unless_same(request, version.canonical_sha256, version.content.encode(), "text/plain; charset=utf-8")


@router.get("/versions/{version_id}/segments", responses=problems(401, 404))
def read_segments(version_id: str, services: ServicesDep, _who: ReaderDep) -> Segments:
    """How the text was split, as spans into it."""
    services.catalogue.work_of_version(version_id)
    found = segmentation(services.database, version_id)
    if found is None:
        return Segments(version=version_id, recipe=None, segments=None)
    segments = [Segment.model_validate(segment) for segment in found.segments]
    return Segments(version=version_id, recipe=found.recipe, segments=segments)


def _version(services: Services, version_id: str) -> VersionRecord:
    work = services.catalogue.work(services.catalogue.work_of_version(version_id))
    return next(version for version in work.versions if version.id == version_id)
