"""The whole way through the real engine: packages of the demonstration, installed, used, checked; nothing of it a fake."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from api.services import Services
from api.translating import Lane
from archive.intake.receipt import Receipt
from archive.machine.translator import ComputeType, Parameters
from archive.machine.translator_argos import open_translator
from archive.translating_rows import parameters_of
from archive.verify import Rerun, verify

ROOT = Path(__file__).parents[2]
ARABIC = (ROOT / "demo" / "01-plain-pair" / "ar.txt").read_text(encoding="utf-8")
ENGLISH = (ROOT / "demo" / "11-english-original" / "en.txt").read_text(encoding="utf-8")


@pytest.fixture
def archive(services: Services, now: datetime) -> Services:
    """With the two packages of the demonstration."""
    for name in ("ar_en", "en_ar"):
        file = ROOT / "demo" / "models" / f"{name}.argosmodel"
        services.packages.install(file, source=file.name, actor="test", now=now)
    return services


def _rerun(archive: Services, sample: int) -> Rerun:
    store = archive.packages.store
    return Rerun(sample, lambda ids, facts: open_translator([store.find(name) for name in ids], parameters_of(facts)))


@pytest.mark.parametrize(("text", "language", "other"), [(ARABIC, "ar", "en"), (ENGLISH, "en", "ar")], ids=["ar", "en"])
def test_an_original_is_translated_and_comes_out_again(
    archive: Services, deposit: Callable[..., Receipt], now: datetime, text: str, language: str, other: str
) -> None:
    """Both ways, sockets blocked; every sentence has its place, and verify makes all of them once more."""
    version = deposit({"original": text}, original={"language": language}).texts[0].version_id
    run = archive.translations.request(version, actor="test", now=now).id
    assert Lane(archive).run_once().done == 1
    record, sentences = archive.translations.get(run), archive.translations.sentences(run)
    assert (record.target_language, record.demonstration) == (other, True)
    assert {"argostranslate", "ctranslate2", "sentencepiece", "processor"} <= set(record.result.environment)
    assert all(item.by_machine and item.score_micros < 0 < item.target_tokens for item in sentences)
    work = archive.catalogue.work(record.work_id)
    content = work.texts[-1].latest.content
    assert [item.target.of(content) for item in sentences] == [item.target_text for item in sentences]
    assert len(work.texts[-1].latest.layout) == len(work.texts[0].latest.layout)
    report = verify(archive.settings.data, rerun=_rerun(archive, 100))
    assert report.exit_code == 0
    assert report.steps[12].held == {"sentences": len(sentences)}


def test_the_archives_text_is_the_engines_own(
    archive: Services, deposit: Callable[..., Receipt], now: datetime
) -> None:
    """A paragraph is decoded once from all its pieces, as plain argostranslate does, where no sentence was skipped."""
    version = deposit({"original": ARABIC}, original={"language": "ar"}).texts[0].version_id
    run = archive.translations.request(
        version, parameters=Parameters(compute_type=ComputeType.INT8), actor="test", now=now
    )
    [made] = archive.translations.prepare([run.id], clock=lambda: now)
    translator = archive.translations.translator(
        [archive.packages.store.find("ar-en")], Parameters(compute_type=ComputeType.INT8)
    )
    outputs = translator.translate([piece for part in made.source.pieces for piece in part])
    blocks: dict[int, list[object]] = {}
    for segment, output in zip(made.source.segments, outputs, strict=True):
        blocks.setdefault(segment.paragraph, []).append(output)
    assert made.text.content.split("\n\n") == [translator.join(part) for part in blocks.values()]
