"""``/keys``: who may do what."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.deps import AdminDep, ServicesDep, actor
from api.openapi import problems
from api.schemas.operations import Key, KeyList, KeyRequest, NewKey
from archive.values import utc_now

router = APIRouter(prefix="/keys", tags=["keys"])


@router.post("", status_code=201, responses=problems(401, 403, 422))
def create_key(asked: KeyRequest, services: ServicesDep, who: AdminDep, response: Response) -> NewKey:
    """Make an API key. Its secret is in this answer and nowhere else."""
    key, info = services.keys.create(asked.name, asked.role, actor=actor(who), now=utc_now())
    response.headers["Cache-Control"] = "no-store"
    return NewKey(**Key.model_validate(info).model_dump(), key=key)


@router.get("", responses=problems(401, 403))
def list_keys(services: ServicesDep, _who: AdminDep) -> KeyList:
    """Every key, oldest first, revoked ones too."""
    return KeyList(keys=[Key.model_validate(info) for info in services.keys.all()])


@router.delete("/{key_id}", responses=problems(401, 403, 404))
def revoke_key(key_id: str, services: ServicesDep, who: AdminDep) -> Key:
    """From now on the key opens nothing. Revoking it again changes nothing."""
    return Key.model_validate(services.keys.revoke(key_id, actor=actor(who), now=utc_now()))
