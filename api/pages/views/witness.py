"""What a page can show of machines, asked of the archive: the run that stands beside, or what to do to have one."""

from __future__ import annotations

from dataclasses import replace

from api.pages.compare_contexts import Compared
from api.pages.compare_page import Asked
from api.pages.contexts import WorkPage
from api.pages.ui import Ui
from api.pages.witness_contexts import Lacking
from api.pages.witness_page import Beside, machine_texts
from api.services import Services
from archive.errors import Conflict, Unavailable
from archive.history import TextRecord
from archive.translation_records import RunRecord, RunStatus
from archive.values import primary_language, utc_now


def stand_beside(services: Services, a: Compared, b: Compared, asked: Asked) -> Beside:
    """What was asked for beside ``a`` and ``b``. Looking writes nothing."""
    wanted = bool(asked.run) or asked.three
    if primary_language(a.text.language) == primary_language(b.text.language):
        return Beside(lacking=Lacking("revision") if wanted else None)
    if "machine" in (a.text.role, b.text.role) or b.text.role == "original":
        return Beside()
    runs = tuple(services.witnesses.runs(a.version.id, b.version.id))
    if not wanted:
        return Beside(runs=runs, offered=True)
    if asked.run or runs:
        chosen = asked.run or runs[0].id
        return Beside(runs=runs, record=services.witnesses.look(chosen, b.version.id, now=utc_now()), offered=True)
    waiting = services.translations.of_work(a.work_id)
    return Beside(lacking=lacking(services, a.version.id, a.text.language, b.text.language, waiting), offered=True)


def lacking(services: Services, version_id: str, source: str, target: str, runs: list[RunRecord]) -> Lacking:
    """Wait for a run that is owed, ask for one, or install a package first."""
    codes = primary_language(source), primary_language(target)
    owed = {RunStatus.QUEUED, RunStatus.RUNNING}
    if any(run.status in owed and run.version_id == version_id and run.target_language == codes[1] for run in runs):
        return Lacking("wait", ("thabat work --once",))
    try:
        services.packages.store.path(*codes)
    except Unavailable:
        return Lacking(
            "install", (f"thabat models install {'-'.join(codes)} --from-index", "thabat models install FILE")
        )
    except Conflict:
        pass  # several would do: one is named when it is asked for
    return Lacking("ask", (f"thabat translate {version_id} --to {codes[1]}",))


def with_machines(services: Services, page: WorkPage, ui: Ui) -> WorkPage:
    """The page of a work with its machine texts apart, or with what to do to have one."""
    runs = services.translations.of_work(page.work.id)
    people = {text.language: text.latest.id for text in page.work.texts if text.role == "translation"}
    texts = machine_texts(runs, page.chains, people, ui)
    original = next((text for text in page.work.texts if text.role == "original"), None)
    missing = (
        lacking(services, original.latest.id, original.language, _into(original, people), runs) if original else None
    )
    return replace(page, machines=texts, lacking=None if texts else missing)


def _into(original: TextRecord, people: dict[str, str]) -> str:
    """The language of a person's translation, else the other of the two that this archive is about."""
    return next(iter(people), "ar" if primary_language(original.language) == "en" else "en")
