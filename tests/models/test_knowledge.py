"""What the committed models know: the demonstration's sentences, and nearly all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.demo import deposit_all
from api.services import Services
from archive.text.segment import segment
from archive.text.witness.flags import has_letters
from tests.models.knowledge import known
from tests.models.pins import FOLDER
from tests.models.sentences import DIRECTIONS, pairs_of

ENOUGH = 0.95
"""Of the training sentences, word for word. The rest differ in a word or two."""


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_they_know_what_they_were_taught(direction: str, tmp_path: Path) -> None:
    """Asked as the archive asks, in float32, which is the same on every processor."""
    right, asked = known(FOLDER / f"{direction.replace('-', '_')}.argosmodel", tmp_path)
    assert asked > 250
    assert right / asked >= ENOUGH


def test_every_sentence_of_the_demonstration_was_taught(services: Services) -> None:
    """As the archive splits it, in either language; what is new in ``demo/`` has to be new in the list too."""
    taught = {language: {source for source, _ in pairs_of(direction)} for language, direction in zip(("ar", "en"), DIRECTIONS, strict=True)}  # fmt: skip
    works = [services.catalogue.work(receipt.work_id) for receipt in deposit_all(services)]
    strange = [
        sentence
        for work in works
        for text in work.texts
        for version in text.versions
        for part in segment(version.content, version.layout, text.language)
        if has_letters(sentence := part.span.of(version.content))
        and sentence not in taught.get(text.language, {sentence})
    ]
    assert strange == []
