"""Fixtures strategy.

Take the smallest that serves. Pure rooms (``archive.text``, ``archive.chain``, journal core) need none.
``database`` and ``blobs`` are an empty archive's parts without the rim; ``services`` is a whole open
archive; ``now`` the one clock reading of a test. Each is fresh for its test: a template archive is
migrated once a session and its folder copied. ``pair`` deposits a small pair and returns the receipt.
``encoder`` is the real one, loaded once a session; ``compared`` a pair with a comparison, a review and a
correction. Files of ``../shared`` come through ``shared``, which skips where they are missing.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from api.services import Services, build, initialise
from api.settings import Settings
from archive.comparing import Comparisons
from archive.comparison_records import ComparisonRecord
from archive.database import Database
from archive.intake.deposit import Source, assemble
from archive.intake.metadata import from_mapping
from archive.intake.receipt import Receipt
from archive.machine.encoder import Encoder
from archive.machine.encoder_use import UseEncoder
from archive.store import BlobStore
from tests.samples import ARABIC, ENGLISH

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "data"
    initialise(Settings(data=folder)).close()
    return folder


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    """The folder of an empty archive."""
    return Path(shutil.copytree(template, tmp_path / "data"))


@pytest.fixture
def services(data: Path) -> Iterator[Services]:
    opened = build(Settings(data=data))
    yield opened
    opened.close()


@pytest.fixture
def database(data: Path) -> Iterator[Database]:
    opened = Database(Settings(data=data).database_url)
    yield opened
    opened.close()


@pytest.fixture
def blobs(data: Path) -> BlobStore:
    return BlobStore(data / "blobs")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def deposit(services: Services, now: datetime) -> Callable[..., Receipt]:
    """``deposit({"original": "…", "translation": "…"}, **metadata)``: texts inline, metadata as in pair.toml."""

    def _deposit(
        texts: dict[str, str], /, *, to_work: str | None = None, force: bool = False, **metadata: Any
    ) -> Receipt:
        sources = {key: Source(text.encode()) for key, text in texts.items()}
        request = assemble(from_mapping(metadata), sources, to_work=to_work)
        return services.intake.deposit(request, actor="test", now=now, force=force)

    return _deposit


@pytest.fixture
def pair(deposit: Callable[..., Receipt]) -> Receipt:
    """A small pair with a byline on both sides and a disclaimer, already kept."""
    return deposit({"original": ARABIC, "translation": ENGLISH}, external_id="sample-1")


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return UseEncoder(remember=64)


@pytest.fixture
def comparisons(services: Services, encoder: Encoder) -> Comparisons:
    """The comparisons of ``services``, with the encoder of the session."""
    return Comparisons(services.database, encoder)


@pytest.fixture
def compared(comparisons: Comparisons, pair: Receipt, now: datetime) -> ComparisonRecord:
    """``pair`` compared, one finding dismissed, one link fixed by hand, and compared again."""
    original, translation = (text.version_id for text in pair.texts)
    first = comparisons.compare(original, translation, actor="test", now=now)
    comparisons.review(first.findings[0].id, "dismissed", note="a transliteration", by="test", now=now)
    comparisons.correct(original, translation, "link", [2], [2], by="test", now=now)
    return comparisons.compare(original, translation, actor="test", now=now)


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"the shared data is not at {folder}")
    return folder
