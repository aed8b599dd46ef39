"""Doctor's checks of one open archive."""

from __future__ import annotations

import shutil
import stat
from typing import Final

from sqlmodel import select

from api.cli.findings import Finding, holds_if
from api.services import Services
from archive import jobs as job_rows
from archive.errors import ThabatError
from archive.models import Capture
from archive.models.jobs import JobState
from archive.values import Outcome
from search.parallel.index import LinkIndex
from search.service import SearchService

ROOM: Final = 1024**3  # bytes free below which deposits may soon fail
LAG: Final = 0  # journal entries that the index may be behind when no worker is at work


def journal_mode(services: Services) -> Finding:
    mode = services.database.journal_mode
    return Finding(Outcome.HOLDS if mode == "WAL" else Outcome.NOT_CHECKED, mode)


def key_permissions(services: Services) -> Finding:
    path = services.custody.key_path
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        services.custody.signer()
    except (OSError, ThabatError) as error:
        return Finding(Outcome.BROKEN, str(error))
    return holds_if(not mode & 0o077, f"{path} has mode {mode:04o}")


def index(services: Services) -> Finding:
    """Behind is no fault while a worker runs or jobs wait; unusable is, though the next search heals it."""
    return _index(services.search, "versions")


def links(services: Services) -> Finding:
    """The same of the aligned sentences, for concordance, renderings and ``ar: -en:``."""
    return _index(services.parallel.index, "aligned sentences")


def names(services: Services) -> Finding:
    """A slip in them stops no search, but what was added since is not used."""
    try:
        return Finding(Outcome.HOLDS, f"{services.names.check()} names added to the gazetteer")
    except ThabatError as error:
        return Finding(Outcome.BROKEN, str(error))


def _index(kept: SearchService | LinkIndex, of: str) -> Finding:
    status = kept.status()
    if not status["usable"]:
        return Finding(Outcome.BROKEN, f"{status['why']}: `thabat reindex` builds it anew")
    if not kept.is_sound():
        return Finding(Outcome.BROKEN, "a file of it is not what was sealed: `thabat reindex` builds it anew")
    said = f"{status['documents']} {of}, {status['lag']} journal entries behind"
    return Finding(Outcome.HOLDS if status["lag"] <= LAG else Outcome.NOT_CHECKED, said)


def vectors(services: Services) -> Finding:
    """Behind is the rule while the worker still reads: search by meaning finds what has been read."""
    status = services.meaning.status()
    if not status["usable"]:
        return Finding(Outcome.BROKEN, f"{status['why']}: the worker makes them anew, or `thabat reindex --meaning`")
    said = f"{status['versions']} versions, {status['lag']} journal entries behind"
    return Finding(Outcome.HOLDS if status["lag"] <= LAG else Outcome.NOT_CHECKED, said)


def blobs(services: Services) -> Finding:
    """Both are harmless traces of a deposit that did not come to its end, so they break nothing."""
    with services.database.read() as session:
        known = set(session.exec(select(Capture.sha256)))
    orphans = [digest for digest in services.blobs.digests() if digest not in known]
    unfinished = services.blobs.unfinished()
    if not orphans and not unfinished:
        return Finding(Outcome.HOLDS, f"{len(known)} blobs")
    names = ", ".join([digest[:12] for digest in orphans[:5]] + [path.name for path in unfinished[:5]])
    said = f"{len(orphans)} without a row, {len(unfinished)} unfinished ({names}): left by deposits that were cut short"
    return Finding(Outcome.HOLDS, said)


def models(services: Services) -> Finding:
    """None is no fault: everything but machine translation works without."""
    store = services.packages.store
    checks = services.packages.verify()
    if not checks:
        return Finding(Outcome.NOT_CHECKED, "none is installed: `thabat models install` installs one")
    broken = [f"{check.id[:12]}: {problem}" for check in checks for problem in check.problems]
    cut = [path.name for path in store.unfinished()]
    said = ", ".join(package.label for package in store.installed())
    said += f"; left by an installation that was cut short: {', '.join(cut)}" if cut else ""
    return holds_if(not broken, "; ".join(broken) or said)


def jobs(services: Services) -> Finding:
    with services.database.read() as session:
        counts = job_rows.counts(session)
    said = ", ".join(f"{number} {state}" for state, number in counts.items())
    return holds_if(not counts[JobState.FAILED.value], said)


def disk(services: Services) -> Finding:
    free = shutil.disk_usage(services.settings.data).free
    return holds_if(free >= ROOM, f"{free / 1024**3:.1f} GiB free")
