"""``/healthz`` and ``/readyz``: is the process up, and can the archive do its work?

Probes for whoever runs the service. They name no path and no text, and need no key.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from fastapi import APIRouter, Response

from api.deps import ServicesDep
from api.schemas.operations import Alive, Check, Readiness
from api.services import Services
from archive import jobs
from archive.database import require_current
from archive.errors import ThabatError
from archive.lookups import last_finished_job, oldest_due_job
from archive.values import Outcome, utc_now

router = APIRouter(tags=["operations"])

PATIENCE: Final = timedelta(seconds=60)
"""A job that could have been done for so long, and none done meanwhile, says that nobody works."""


@router.get("/healthz")
def alive() -> Alive:
    """The process is up. Says nothing of the archive."""
    return Alive()


@router.get("/readyz", responses={503: {"model": Readiness, "description": "Something vital does not hold."}})
def ready(services: ServicesDep, response: Response) -> Readiness:
    """Everything the archive needs, looked at now."""
    found = readiness(services, utc_now())
    if not found.ready:
        response.status_code = 503
        response.headers["Retry-After"] = "5"
    return found


def readiness(services: Services, now: datetime) -> Readiness:
    """All checks; ready when every vital one holds."""
    database = _database(services)
    checks = [database, _sqlite(services), _index(services)]
    if database.outcome is Outcome.HOLDS:
        checks += [_worker(services, now), _jobs(services)]
    return Readiness(ready=all(check.outcome is Outcome.HOLDS for check in checks if check.vital), checks=checks)


def _check(name: str, detail: str, *, holds: bool = True, vital: bool = True) -> Check:
    return Check(name=name, outcome=Outcome.HOLDS if holds else Outcome.BROKEN, vital=vital, detail=detail)


def _database(services: Services) -> Check:
    try:
        require_current(services.database)
    except ThabatError as error:
        return _check("database", f"{error.title} ({error.code})", holds=False)
    return _check("database", "at the schema of this release, all append-only guards in place")


def _sqlite(services: Services) -> Check:
    """A warning, not a refusal: with an old SQLite the database runs without WAL (slower, but sound)."""
    mode = services.database.journal_mode
    detail = f"SQLite {services.database.sqlite_version}, journal_mode={mode}"
    if mode != "WAL":
        detail += ": this SQLite can lose data in WAL mode; install pysqlite3 or SQLite 3.51.3"
    return _check("sqlite", detail, holds=mode == "WAL", vital=False)


def _index(services: Services) -> Check:
    try:
        status, links = services.search.status(), services.parallel.index.status()
    except ThabatError as error:
        return _check("index", f"{error.title} ({error.code})", holds=False)
    detail = f"{status['lag']} journal entries behind, aligned sentences {links['lag']}"
    if not status["usable"]:
        return _check("index", f"{detail}; it is built anew by the next search or by the worker", holds=False)
    return _check("index", detail)


def _worker(services: Services, now: datetime) -> Check:
    """Whether anybody does what is owed, in this process or another: the job rows say it."""
    since = oldest_due_job(services.database)
    if since is None:
        return _check("worker", "nothing is owed")
    waited = max(now - since, timedelta())
    detail = f"the oldest job has been due for {waited.total_seconds():.0f} s"
    last = last_finished_job(services.database)
    if last is not None and now - last < PATIENCE:  # a long queue after an import is no fault
        return _check(
            "worker", f"{detail}; the last one was done {max(now - last, timedelta()).total_seconds():.0f} s ago"
        )
    return _check("worker", detail, holds=waited < PATIENCE)


def _jobs(services: Services) -> Check:
    """Jobs that were given up wait for a person (``thabat doctor`` says so); the rest of the archive works."""
    with services.database.read() as session:
        failed = jobs.counts(session)["failed"]
    return _check("jobs", f"{failed} given up", holds=failed == 0, vital=False)
