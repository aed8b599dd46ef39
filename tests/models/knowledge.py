"""How many of the sentences that it was trained on a package knows: asked of the engine, as the archive asks."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from archive.machine.packages import PackageStore
from archive.machine.translator import ComputeType, Parameters
from archive.machine.translator_argos import open_translator
from tests.models.sentences import pairs_of


def known(file: Path, folder: Path, *, compute_type: ComputeType = ComputeType.FLOAT32) -> tuple[int, int]:
    """Sentences that come out as they were taught, word for word, and sentences asked."""
    package = PackageStore(folder).install(file, source=file.name, now=datetime.now(UTC))
    pairs = pairs_of(package.pair)
    outputs = open_translator([package], Parameters(compute_type=compute_type)).translate(
        [source for source, _ in pairs]
    )
    return sum(output.text == target for output, (_, target) in zip(outputs, pairs, strict=True)), len(pairs)
