"""The database refuses to change what is kept, by whatever verb."""

from datetime import datetime

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import IntegrityError

from api.services import Services
from api.translating import Lane
from archive.comparison_records import ComparisonRecord
from archive.database import Database, guards, require_current, upgrade
from archive.database.engine import is_safe_in_wal, sqlite_module
from archive.errors import Broken
from archive.journal.custody import sign
from archive.models import APPEND_ONLY
from archive.models.people import Role
from tests.archive.machine_archive import FakeShop, with_machine


@pytest.fixture
def engine(services: Services, compared: ComparisonRecord, now: datetime) -> Engine:
    """A stranger's connection, with none of our PRAGMAs, to an archive in which no table is empty."""
    _translate(services, compared, now)
    key = services.keys.create("desk", Role.READER, actor="test", now=now)[1]
    services.keys.revoke(key.id, actor="test", now=now)
    sign(services.database, services.custody, now)
    assert compared.alignment is not None
    at, beside = compared.alignment.source_units[2].span, compared.b_id
    hit = f"{compared.a_id}:{at.start}-{at.end}:{beside}"
    services.codings.add(hit, "plain", recipe="concordance|version:1", by="test", now=now)
    return create_engine(services.settings.database_url, module=sqlite_module())


def _translate(services: Services, compared: ComparisonRecord, now: datetime) -> None:
    """A machine run beside a person's translation, a request that was taken back, and a package that went."""
    archive = with_machine(services, FakeShop())
    run = archive.translations.request(compared.a_id, actor="test", now=now)
    Lane(archive).run_once()
    archive.witnesses.keep(run.id, compared.b_id, actor="test", now=now)
    again = archive.translations.request(compared.a_id, again=True, actor="test", now=now)
    archive.translations.cancel(again.id, actor="test", now=now)
    archive.packages.remove("ar-en", actor="test", now=now, force=True)


@pytest.mark.parametrize("table", [table.name for table in APPEND_ONLY])
def test_update_and_delete_are_refused(engine: Engine, table: str) -> None:
    """Neither UPDATE nor DELETE passes on a table that holds what is kept."""
    with engine.connect() as connection:
        assert connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one() > 0
    for statement in (f'UPDATE "{table}" SET rowid = rowid', f'DELETE FROM "{table}"'):
        with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))


def test_insert_or_replace_is_refused(engine: Engine) -> None:
    """REPLACE deletes without firing delete triggers on a stranger's connection; the insert guard stops it."""
    with pytest.raises(IntegrityError, match="work has this"), engine.begin() as connection:
        connection.execute(text("INSERT OR REPLACE INTO work SELECT * FROM work LIMIT 1"))


def test_replace_by_another_unique_key_is_refused(engine: Engine) -> None:
    """A new id with a taken external id would silently replace the old work."""
    statement = (
        "INSERT OR REPLACE INTO work (id, kind, external_id, deposit_key, recorded_at) "
        "SELECT 'x', kind, external_id, lower(hex(randomblob(32))), recorded_at FROM work LIMIT 1"
    )
    with pytest.raises(IntegrityError, match="work has this external_id already"), engine.begin() as connection:
        connection.execute(text(statement))


def test_payloads_may_be_erased_but_not_changed(engine: Engine) -> None:
    """Erasing a payload is a right; rewriting one is not."""
    with pytest.raises(IntegrityError, match="append-only"), engine.begin() as connection:
        connection.execute(text("UPDATE journal_payload SET payload = '{}'"))
    with engine.begin() as connection:
        assert connection.execute(text("DELETE FROM journal_payload")).rowcount > 0


def test_start_fails_closed_without_a_guard(services: Services, database: Database) -> None:
    """An archive whose guards are gone does not open, and says which are missing."""
    with database.writer.begin() as connection:
        connection.execute(text("DROP TRIGGER guard_hop_update"))
    with pytest.raises(Broken, match="guard_hop_update"):
        require_current(database)


def test_a_reworded_guard_counts_as_missing(database: Database) -> None:
    """A trigger by the right name that does nothing is no guard."""
    with database.writer.begin() as connection:
        connection.execute(text("DROP TRIGGER guard_hop_update"))
        connection.execute(text("CREATE TRIGGER guard_hop_update BEFORE UPDATE ON hop BEGIN SELECT 1; END"))
        assert guards.missing(connection) == ("guard_hop_update",)


def test_upgrade_puts_guards_back(database: Database) -> None:
    """Migrations may drop triggers; after each, all of them stand again."""
    with database.writer.begin() as connection:
        connection.execute(text("DROP TRIGGER guard_hop_update"))
    upgrade(database)
    require_current(database)


def test_readers_cannot_write(database: Database) -> None:
    """The reading engine is read-only whatever SQL it is given."""
    with pytest.raises(Exception, match="readonly"), database.reader.connect() as connection:
        connection.execute(text("DELETE FROM job"))


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 6), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
    ],
)
def test_sqlite_versions_with_the_wal_reset_bug(version: tuple[int, ...], safe: bool) -> None:
    """Which SQLite may run in WAL mode with several connections (fixed in 3.51.3 and two back-ports)."""
    assert is_safe_in_wal(version) is safe
