"""The checks of ``thabat doctor``, in order. Each answers with an outcome and what it found; none repairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from api.cli import checkup_archive, checkup_machine
from api.cli.findings import Finding
from api.services import Services, build
from api.settings import Settings
from archive.errors import ThabatError
from archive.values import Outcome

MACHINE: Final[tuple[tuple[str, Callable[[], Finding]], ...]] = (
    ("Python is one we are built for", checkup_machine.python_version),
    ("SQLite is safe with two connections", checkup_machine.sqlite_version),
    ("the packages archive, api, search and migrations are ours", checkup_machine.package_names),
    ("the language detector gives its known answer", checkup_machine.language_detector),
    ("the search engine is the distribution we pinned", checkup_machine.search_engine),
    ("the translation engine opens, untouched by other settings", checkup_machine.translation_engine),
)
ARCHIVE: Final[tuple[tuple[str, Callable[[Services], Finding]], ...]] = (
    ("the database is in WAL mode", checkup_archive.journal_mode),
    ("the journal's key is readable by its owner alone", checkup_archive.key_permissions),
    ("the search index is usable and up to date", checkup_archive.index),
    ("the index of aligned sentences is usable and up to date", checkup_archive.links),
    ("the vectors of sentences are usable and up to date", checkup_archive.vectors),
    ("the archive's own names can be read", checkup_archive.names),
    ("no blob is without a row, none was left unfinished", checkup_archive.blobs),
    ("the translation packages are what was installed", checkup_archive.models),
    ("no job was given up", checkup_archive.jobs),
    ("there is room on the disk", checkup_archive.disk),
)
OPENING: Final = "the archive opens: schema of this release, guards in place"


@dataclass(frozen=True, slots=True)
class Check:
    number: int
    title: str
    outcome: Outcome
    found: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def examine(settings: Settings) -> list[Check]:
    """All checks; those of an archive that does not open are NOT CHECKED."""
    findings = [(title, check()) for title, check in MACHINE]
    try:
        services = build(settings)
    except ThabatError as error:
        findings.append((OPENING, Finding(Outcome.BROKEN, str(error))))
        findings += [(title, Finding(Outcome.NOT_CHECKED, "the archive did not open")) for title, _ in ARCHIVE]
    else:
        findings.append((OPENING, Finding(Outcome.HOLDS, str(settings.data))))
        findings += _of_archive(services)
    return [Check(number, title, found.outcome, found.said) for number, (title, found) in enumerate(findings, 1)]


def _of_archive(services: Services) -> list[tuple[str, Finding]]:
    try:
        return [(title, check(services)) for title, check in ARCHIVE]
    finally:
        services.close()
