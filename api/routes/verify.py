"""``/verify``: is it kept, and is it still what was recorded?"""

from __future__ import annotations

from fastapi import APIRouter

from api.deps import ReaderDep, ServicesDep
from api.openapi import problems
from api.schemas.operations import KeptVersion, Verified
from archive.errors import BadInput
from archive.lookups import kept_under
from archive.values import Digest

router = APIRouter(tags=["proof"])


@router.get("/verify/{sha256}", responses=problems(401, 422))
def verify(sha256: str, services: ServicesDep, _who: ReaderDep) -> Verified:
    """Is a text or a capture with this SHA-256 kept, and is it still what was recorded?"""
    try:
        digest = Digest(sha256.lower())
    except ValueError as error:
        raise BadInput(str(error), code="malformed", pointer="/sha256") from None
    kept = kept_under(services.database, services.blobs, digest)
    return Verified(
        sha256=digest,
        kept=kept.anything,
        outcome=kept.outcome,
        captures=list(kept.captures),
        versions=[
            KeptVersion(work=work, version=version, as_=sort)
            for sort, found in (("canonical", kept.canonical), ("bytes", kept.bytes_of))
            for work, version in found
        ],
        journal=list(kept.journal),
    )
