"""The composition root: settings in, everything that the rim works with out. Nothing else wires anything."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from api.settings import Settings
from archive.aligned_sql import SqlAligned
from archive.coding import Codings
from archive.comparing import Comparisons
from archive.database import Database, require_current, upgrade
from archive.errors import NotFound
from archive.history_sql import Catalogue
from archive.intake.intake import Intake
from archive.journal.custody import Custody
from archive.keys import Keys
from archive.machine.detector_langdetect import LangdetectDetector
from archive.machine.encoder_use import UseEncoder
from archive.machine.package_record import Package
from archive.machine.packages import PackageStore
from archive.machine.translator import Parameters, Translator
from archive.passages_sql import SqlPassages
from archive.store import BlobStore
from archive.translating import Translations
from archive.translating_packages import Packages
from archive.witnessing import Witnessing
from search.meaning.asking import Meaning
from search.names import OwnNames
from search.news import Watch
from search.parallel.index import LinkIndex
from search.parallel.proposing import Proposals
from search.parallel.service import Parallel
from search.service import SearchService
from search.watching import SavedSearches

MOST_THREADS: Final = 2


@dataclass(frozen=True, slots=True)
class Services:
    """One open archive."""

    settings: Settings
    database: Database
    blobs: BlobStore
    custody: Custody
    catalogue: Catalogue
    intake: Intake
    comparisons: Comparisons
    packages: Packages
    translations: Translations
    witnesses: Witnessing
    keys: Keys
    search: SearchService
    meaning: Meaning
    parallel: Parallel
    codings: Codings
    names: OwnNames
    proposals: Proposals
    watch: Watch

    def close(self) -> None:
        self.database.close()


def build(settings: Settings) -> Services:
    """Open the archive in ``settings.data``; :class:`NotFound` when there is none: never one made by accident."""
    if not (settings.data / "thabat.db").is_file():
        raise NotFound(
            f"there is no archive in {settings.data}: `thabat init --data {settings.data}` makes one", code="no-archive"
        )
    database = Database(settings.database_url)
    require_current(database)
    return _wired(settings, database)


def initialise(settings: Settings) -> Services:
    """Make the archive in ``settings.data``, or migrate the one that is there; running it again changes nothing."""
    settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)  # others on the machine have no business in it
    settings.blobs.mkdir(exist_ok=True)
    database = Database(settings.database_url)
    upgrade(database)
    require_current(database)
    custody = Custody(settings.data)
    if not custody.key_path.exists():
        custody.create(settings.origin)
    return _wired(settings, database)


def _wired(settings: Settings, database: Database) -> Services:
    blobs, store, detector = BlobStore(settings.blobs), PackageStore(settings.models), LangdetectDetector()
    passages, encoder = SqlPassages(database), UseEncoder()
    meaning, names = Meaning(settings.vectors, passages, encoder), OwnNames(settings.names)
    aligned, seal = SqlAligned(database), settings.data / "keys" / "index.key"
    links = LinkIndex(settings.links, aligned, passages, key_file=seal)
    comparisons = Comparisons(database, encoder)
    translations = Translations(database, blobs, detector, packages=store, open_translator=_open_translator)
    parallel = Parallel(links, aligned, gazetteer=names.gazetteer)
    finder = SearchService(
        settings.index,
        passages,
        key_file=seal,
        aligned=aligned,
        links=links,
        meaning=meaning,
        gazetteer=names.gazetteer,
    )
    return Services(
        settings=settings,
        database=database,
        blobs=blobs,
        custody=Custody(settings.data),
        catalogue=Catalogue(database),
        intake=Intake(database, blobs, detector),
        comparisons=comparisons,
        packages=Packages(database, store),
        translations=translations,
        witnesses=Witnessing(database, comparisons, translations),
        keys=Keys(database),
        search=finder,
        meaning=meaning,
        parallel=parallel,
        codings=Codings(database, aligned),
        names=names,
        proposals=Proposals(parallel),
        watch=Watch(SavedSearches(settings.saved_searches), finder),
    )


def _open_translator(path: Sequence[Package], parameters: Parameters) -> Translator:
    from archive.machine.translator_argos import open_translator  # noqa: PLC0415 - one heavy library, when it is needed

    return open_translator(path, replace(parameters, inter_threads=translating_threads()))


def translating_threads() -> int:
    """The cores this process may use, up to :data:`MOST_THREADS`: each needs some 150 MiB of its own."""
    return min(MOST_THREADS, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
