"""Argos packages for tests: whole, or with one thing wrong. The model in them has a layout and no sense."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def _string(text: str) -> bytes:
    return struct.pack("<H", len(text) + 1) + text.encode() + b"\0"


def model_bin(*, version: int = 6, weights: int = 64) -> bytes:
    """A ``model.bin`` of one variable, in the layout of a CTranslate2 version."""
    head = struct.pack("<I", version) + (_string("TransformerSpec") + struct.pack("<I", 7) if version >= 2 else b"")
    variable = _string("encoder/weight") + struct.pack("<BI", 1, weights)
    variable += struct.pack("<BI", 1, weights) + bytes(range(256)) * (weights // 256) + bytes(weights % 256)
    aliases = struct.pack("<I", 1) + _string("a") + _string("encoder/weight") if version >= 3 else b""
    return head + struct.pack("<I", 1) + variable + aliases


def metadata(**changed: Any) -> dict[str, Any]:
    stated = {
        "package_version": "1.0",
        "argos_version": "1.5",
        "from_code": "ar",
        "from_name": "Arabic",
        "to_code": "en",
        "to_name": "English",
    }
    return {key: value for key, value in {**stated, **changed}.items() if value is not None}


def package_files(**changed: Any) -> dict[str, bytes]:
    """The files of a package by their path in it; ``changed`` are fields of its metadata."""
    return {
        "metadata.json": json.dumps(metadata(**changed)).encode(),
        "README.md": b"A package of the tests.\n",
        "sentencepiece.model": b"not a real one",
        "model/model.bin": model_bin(),
        "model/config.json": b"{}",
        "model/shared_vocabulary.json": b"[]",
    }


def write_package(
    place: Path, files: Mapping[str, bytes] | None = None, *, folder: str = "translate-ar_en-1_0", **changed: Any
) -> Path:
    """Write a ``.argosmodel`` with ``files`` (or those of a whole package) below one folder; the same bytes each time."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (package_files(**changed) if files is None else files).items():
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return place
