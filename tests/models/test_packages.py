"""The committed packages are what is pinned, and what they are made from covers the demonstration."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.models.pins import FOLDER, PINS, pins_of
from tests.models.sentences import DIRECTIONS, readme

PACKAGES = sorted(FOLDER.glob("*.argosmodel"))
SMALL = 500_000


def test_packages_are_pinned() -> None:
    """Every byte of every package is the one that models.toml names."""
    assert (FOLDER / PINS).read_text("utf-8") == pins_of(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.stem)
def test_packages_are_small(package: Path) -> None:
    """They are part of the repository and of the wheel."""
    assert package.stat().st_size < SMALL


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_packages_say_what_they_are(direction: str) -> None:
    """One folder with the files Argos expects, and a README that warns."""
    source, target = direction.split("-")
    with zipfile.ZipFile(FOLDER / f"{source}_{target}.argosmodel") as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        top = tops.pop()
        assert not tops
        metadata = json.loads(archive.read(f"{top}/metadata.json"))
        assert (metadata["from_code"], metadata["to_code"]) == (source, target)
        assert archive.read(f"{top}/README.md").decode() == readme(direction)
        assert "demonstration model that knows only the demonstration texts" in readme(direction)
