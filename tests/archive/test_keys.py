"""Keys are shown once, kept as digests, and stop working when revoked."""

from datetime import datetime
from pathlib import Path

import pytest

from archive.errors import BadInput, Forbidden, NotFound, Unauthenticated
from archive.keys import Keys
from archive.models.people import Role


@pytest.fixture
def keys(database) -> Keys:
    return Keys(database)


def test_a_key_opens_what_its_role_may(keys: Keys, now: datetime) -> None:
    """The key names its holder; a role may do what lower roles may, and no more."""
    key, info = keys.create("desk", Role.ARCHIVIST, actor="test", now=now)
    who = keys.authenticate(key)
    assert (who.key_id, who.name, who.role) == (info.id, "desk", Role.ARCHIVIST)
    who.require(Role.READER)
    with pytest.raises(Forbidden, match="needs the role admin"):
        who.require(Role.ADMIN)


def test_the_secret_is_not_kept(keys: Keys, data: Path, now: datetime) -> None:
    """No file of the archive contains the secret part of a key."""
    key, info = keys.create("desk", Role.READER, actor="test", now=now)
    secret = key.split("_", 2)[2].encode()
    files = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    assert any(info.id.encode() in content for content in files)
    assert not any(secret in content for content in files)


def test_revoked_keys_open_nothing(keys: Keys, now: datetime) -> None:
    """Revoking ends a key for good; doing it twice changes nothing."""
    key, info = keys.create("desk", Role.ADMIN, actor="test", now=now)
    keys.revoke(info.id, actor="test", now=now)
    assert keys.revoke(info.id, actor="test", now=now).revoked_at is not None
    with pytest.raises(Unauthenticated) as refused:
        keys.authenticate(key)
    assert refused.value.code == "revoked-key"


@pytest.mark.parametrize(
    "presented", ["", "thabat", "thabat_00000000_" + "A" * 43, "Bearer x", "thabat_zzzzzzzz_" + "A" * 43]
)
def test_unknown_keys(keys: Keys, presented: str) -> None:
    """What is malformed or unknown is refused alike."""
    with pytest.raises(Unauthenticated):
        keys.authenticate(presented)


def test_a_wrong_secret_for_a_known_key(keys: Keys, now: datetime) -> None:
    """The public part of a key alone opens nothing."""
    key, _ = keys.create("desk", Role.READER, actor="test", now=now)
    with pytest.raises(Unauthenticated):
        keys.authenticate(key[:-1] + ("A" if key[-1] != "A" else "B"))


def test_names_and_ids_are_checked(keys: Keys, now: datetime) -> None:
    """A key needs a name; revoking needs a key."""
    with pytest.raises(BadInput):
        keys.create("  ", Role.READER, actor="test", now=now)
    with pytest.raises(NotFound):
        keys.revoke("00000000", actor="test", now=now)
