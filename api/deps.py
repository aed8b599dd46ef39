"""What a route may ask for: the services, and who is asking.

Coroutines, though most wait for nothing: FastAPI calls a plain function in a thread, which costs more than it does.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from api.services import Services
from archive.errors import Unauthenticated
from archive.keys import Principal
from archive.models.people import Role

_BEARER = HTTPBearer(auto_error=False, description="`Authorization: Bearer thabat_…`")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="`X-API-Key: thabat_…`")


async def services_of(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


ServicesDep = Annotated[Services, Depends(services_of)]


async def presented_key(
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
    header: Annotated[str | None, Depends(_HEADER)],
) -> str | None:
    """The key as sent, in either of the two headers."""
    return bearer.credentials if bearer else header


async def principal(services: ServicesDep, key: Annotated[str | None, Depends(presented_key)]) -> Principal | None:
    """Who is asking; None for an anonymous reader. A key that is sent but no good is always refused."""
    return await run_in_threadpool(services.keys.authenticate, key) if key else None


PrincipalDep = Annotated[Principal | None, Depends(principal)]


async def reader(services: ServicesDep, who: PrincipalDep) -> Principal | None:
    if services.settings.reading_closed:
        return _with_role(who, Role.READER)
    return who


async def archivist(who: PrincipalDep) -> Principal:
    return _with_role(who, Role.ARCHIVIST)


async def admin(who: PrincipalDep) -> Principal:
    return _with_role(who, Role.ADMIN)


def _with_role(who: Principal | None, role: Role) -> Principal:
    if who is None:
        raise Unauthenticated(f"this needs an API key with the role {role.value}: `Authorization: Bearer thabat_…`")
    who.require(role)
    return who


ReaderDep = Annotated[Principal | None, Depends(reader)]
ArchivistDep = Annotated[Principal, Depends(archivist)]
AdminDep = Annotated[Principal, Depends(admin)]


def actor(who: Principal) -> str:
    """What the journal calls whoever holds this key."""
    return f"key:{who.key_id}"
