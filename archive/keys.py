"""API keys: made, shown once, checked, revoked. Stored are only digests.

A key is ``thabat_<id>_<secret>``: eight hexadecimal digits that name it, and 256 random bits. A
secret of that entropy needs no slow hash; it is compared in constant time.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from archive.database import Database
from archive.deeds import Deed
from archive.errors import BadInput, Forbidden, NotFound, Unauthenticated
from archive.models import ApiKey, ApiKeyRevocation
from archive.models.people import Role
from archive.values import Digest

_KEY: Final = re.compile(r"thabat_([0-9a-f]{8})_([A-Za-z0-9_-]{43})\Z")
_RANK: Final = {role: rank for rank, role in enumerate(Role)}
MAX_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Principal:
    """Who is asking. ``key_id`` is what the journal calls them."""

    key_id: str
    name: str
    role: Role

    def require(self, role: Role) -> None:
        """:class:`Forbidden` unless this principal may do what ``role`` may."""
        if _RANK[self.role] < _RANK[role]:
            raise Forbidden(f"this needs the role {role.value}; the key “{self.name}” has the role {self.role.value}")


@dataclass(frozen=True, slots=True)
class KeyInfo:
    id: str
    name: str
    role: str
    created_at: datetime
    revoked_at: datetime | None


class Keys:
    """The keys of one archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, role: Role, *, actor: str, now: datetime) -> tuple[str, KeyInfo]:
        """Return the key itself, which nobody can show a second time, and what is kept of it."""
        if not 0 < len(name.strip()) <= MAX_NAME:
            raise BadInput(f"a key needs a name of 1 to {MAX_NAME} characters", pointer="/name")
        secret = secrets.token_urlsafe(32)
        row = ApiKey(
            id=secrets.token_hex(4), name=name.strip(), role=role, secret_sha256=_digest(secret), recorded_at=now
        )
        with self._database.write() as session:
            deed = Deed(session, kind="key-create", actor=actor, entity=f"key:{row.id}", at=now)
            deed.add(row)
            deed.close()
        return f"thabat_{row.id}_{secret}", KeyInfo(row.id, row.name, role.value, now, None)

    def revoke(self, key_id: str, *, actor: str, now: datetime) -> KeyInfo:
        """From now on the key opens nothing. Revoking twice changes nothing."""
        info = next((item for item in self.all() if item.id == key_id), None)
        if info is None:
            raise NotFound(f"there is no key {key_id}")
        if info.revoked_at is not None:
            return info
        with self._database.write() as session:
            deed = Deed(session, kind="key-revoke", actor=actor, entity=f"key:{key_id}", at=now)
            deed.add(ApiKeyRevocation(key_id=key_id, recorded_at=now))
            deed.close()
        return KeyInfo(info.id, info.name, info.role, info.created_at, now)

    def all(self) -> list[KeyInfo]:
        """Every key, oldest first, revoked ones too."""
        query = (
            select(ApiKey, ApiKeyRevocation)
            .join(ApiKeyRevocation, col(ApiKeyRevocation.key_id) == ApiKey.id, isouter=True)
            .order_by(col(ApiKey.recorded_at), col(ApiKey.id))
        )
        with self._database.read() as session:
            return [_info(key, revocation) for key, revocation in session.exec(query)]

    def authenticate(self, presented: str) -> Principal:
        """Who holds ``presented``; :class:`Unauthenticated` when it is malformed, unknown or revoked."""
        match = _KEY.match(presented.strip())
        if match is None:
            raise Unauthenticated("this is not an API key: expected thabat_<8 digits>_<43 characters>")
        with self._database.read() as session:
            key = session.get(ApiKey, match[1])
            revoked = session.get(ApiKeyRevocation, match[1])
        expected = key.secret_sha256 if key else "0" * 64
        same = hmac.compare_digest(_digest(match[2]), expected)
        if key is None or not same:
            raise Unauthenticated("this API key is not known here", code="unknown-key")
        if revoked is not None:
            raise Unauthenticated(f"the API key {key.id} was revoked", code="revoked-key")
        return Principal(key.id, key.name, Role(key.role))


def _digest(secret: str) -> Digest:
    return Digest.of(secret.encode())


def _info(key: ApiKey, revocation: ApiKeyRevocation | None) -> KeyInfo:
    return KeyInfo(
        key.id, key.name, Role(key.role).value, key.recorded_at, revocation.recorded_at if revocation else None
    )
