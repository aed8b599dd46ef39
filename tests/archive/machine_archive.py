"""What tests of machine translations share: texts of ours, the words of a fake translator, an archive it is built into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from api.services import Services
from archive.machine.detector_langdetect import LangdetectDetector
from archive.machine.package_record import Package
from archive.machine.translator import Parameters
from archive.translating import Translations
from archive.witnessing import Witnessing
from tests.fakes import FakeTranslator, fake_package

WORDS = {
    "فتحت": "opened", "البلدية": "municipality", "السوق": "market", "القديم": "old", "أمس.": "yesterday.",
    "وقال": "and-said", "رئيسها": "its-head", "إن": "that", "العمل": "work", "بدأ.": "began.",
    "سوق": "market-of", "الوادي": "the-valley",
}  # fmt: skip
STORY = "سوق الوادي\n\nفتحت البلدية السوق القديم أمس. وقال رئيسها إن العمل بدأ.\n\nفتحت البلدية السوق القديم أمس."


class FakeShop:
    """Opens fake translators and remembers them; ``refuses`` makes their engine break on a sentence."""

    def __init__(self, *, refuses: Sequence[str] = (), words: Mapping[str, str] = WORDS) -> None:
        self.refuses, self.words = refuses, words
        self.opened: list[FakeTranslator] = []

    def __call__(self, path: Sequence[Package], parameters: Parameters) -> FakeTranslator:
        translator = FakeTranslator(self.words, package=path[0].identity, parameters=parameters, refuses=self.refuses)
        translator.packages = tuple(package.identity for package in path)
        self.opened.append(translator)
        return translator

    @property
    def asked(self) -> list[str]:
        return [sentence for translator in self.opened for sentence in translator.asked]


def with_machine(services: Services, shop: FakeShop, *, installed: bool = True) -> Services:
    """The services with a fake model for ar → en in the archive's own store."""
    store = services.packages.store
    if installed and not store.installed():
        fake_package(store.root)
    translations = Translations(
        services.database, services.blobs, LangdetectDetector(), packages=store, open_translator=shop
    )
    return replace(
        services,
        translations=translations,
        witnesses=Witnessing(services.database, services.comparisons, translations),
    )
