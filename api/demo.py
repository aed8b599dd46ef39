"""The demonstration archive: every folder of ``demo/`` deposited through the one intake, processed, indexed, signed.

The works are invented (``demo/README.md``). They lie beside the packages in a source tree, and inside
this one in an installed wheel. Building is idempotent: what is kept already is passed over.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from api.services import Services
from api.settings import Settings
from api.translating import Lane
from api.worker import Worker
from archive.errors import NotFound
from archive.importing.files import PAIR, read_folder
from archive.intake.receipt import Receipt
from archive.translation_records import RunRecord
from archive.values import utc_now

ACTOR: Final = "demo"
QUERIES: Final = "queries.toml"


@dataclass(frozen=True, slots=True)
class TourQuery:
    """A search of the tour. ``find``: external ids that must be among the results; ``absent``: that must not."""

    language: str
    q: str
    why: str
    find: tuple[str, ...]
    absent: tuple[str, ...]


def demo_folder() -> Path:
    """Where the works lie; :class:`NotFound` in an installation that left them out."""
    here = Path(__file__).resolve().parent
    places = (here.parent / "demo", here / "demonstration")
    for folder in places:
        if (folder / QUERIES).is_file():
            return folder
    raise NotFound(f"the demonstration works are not where they were expected: {' or '.join(map(str, places))}")


def deposit_all(services: Services) -> list[Receipt]:
    """Deposit every folder, in order."""
    folders = sorted(path.parent for path in demo_folder().glob(f"*/{PAIR}"))
    return [services.intake.deposit(read_folder(folder), actor=ACTOR, now=utc_now()) for folder in folders]


def queries() -> list[TourQuery]:
    data: dict[str, Any] = tomllib.loads((demo_folder() / QUERIES).read_text("utf-8"))
    return [
        TourQuery(item["language"], item["q"], item["why"], tuple(item["find"]), tuple(item["not"]))
        for item in data["queries"]
    ]


def translate_all(services: Services) -> list[RunRecord]:
    """Install the demonstration models and have every original translated by them, each once."""
    from archive.machine.translator_argos import try_out  # noqa: PLC0415 - heavy, and needed here alone

    for file in sorted((demo_folder() / "models").glob("*.argosmodel")):
        services.packages.install(file, source=file.name, actor=ACTOR, now=utc_now(), trial=try_out)
    translations = services.translations
    owed = [translations.request(version, actor=ACTOR, now=utc_now()).id for version in translations.originals()]
    Lane(services, only=owed, actor=ACTOR).run_once()
    settle(services)
    return [translations.get(name) for name in owed]


def settle(services: Services) -> None:
    """Leave nothing owed, everything findable and under a signed checkpoint."""
    Worker(services).run_once()


def build_demo(settings: Settings) -> tuple[Services, list[Receipt]]:
    """The open archive, complete: nothing is owed, everything is findable and under a signed checkpoint."""
    from api.services import initialise  # noqa: PLC0415 - the composition root, needed here alone

    services = initialise(settings)
    try:
        receipts = deposit_all(services)
        Worker(services).run_once()
    except BaseException:
        services.close()
        raise
    return services, receipts
