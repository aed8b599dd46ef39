"""The SHA-256 of the packages and of every file in them, as ``demo/models/models.toml`` keeps them."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "demo" / "models"
PINS = "models.toml"
_HEAD = """# Written by `python -m tests.models.train`; held to the files by tests/models/test_packages.py.
# sha256 of each package, then of every file in it.
"""


def pins_of(packages: list[Path]) -> str:
    """The text of ``models.toml`` for these packages."""
    return _HEAD + "".join(map(_pin, packages))


def _pin(package: Path) -> str:
    with zipfile.ZipFile(package) as archive:
        files = {name: sha256(archive.read(name)).hexdigest() for name in archive.namelist()}
    lines = [f'\n["{package.name}"]', f"size = {package.stat().st_size}", f'sha256 = "{_digest(package)}"']
    lines += [f'files."{name}" = "{digest}"' for name, digest in files.items()]
    return "\n".join(lines) + "\n"


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
