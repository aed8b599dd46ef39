"""An installed package as it is written down beside its files, and read back. No I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from archive.errors import Broken
from archive.machine.translator import PackageIdentity
from archive.values import Digest

_TEXTS: Final = ("id", "name", "from_code", "to_code", "version", "argos_version", "source", "installed_at", "licence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """``id``: SHA-256 of the archive as received. ``name``: the folder inside it. ``files``: SHA-256 by path.

    ``size`` is the archive's in bytes, ``source`` a file's name or an address, ``licence`` what the package says of
    it, ``""`` for nothing. ``demonstration``: it knows a handful of texts and translates nothing else.
    ``folder`` is where its files are here; it is not written down.
    """

    id: str
    name: str
    from_code: str
    to_code: str
    version: str
    argos_version: str
    files: Mapping[str, str]
    size: int
    source: str
    installed_at: datetime
    licence: str
    demonstration: bool
    folder: Path

    @property
    def pair(self) -> str:
        return f"{self.from_code}-{self.to_code}"

    @property
    def label(self) -> str:
        """For people: pair, version and the first digits of the id."""
        return f"{self.pair}@{self.version} ({self.id[:12]})"

    @property
    def identity(self) -> PackageIdentity:
        return PackageIdentity(id=self.id, from_code=self.from_code, to_code=self.to_code, version=self.version)

    def as_record(self) -> dict[str, Any]:
        return {
            **{name: str(getattr(self, name)) for name in _TEXTS},
            "installed_at": self.installed_at.isoformat(),
            "files": dict(sorted(self.files.items())),
            "size": self.size,
            "demonstration": self.demonstration,
        }


def read_record(data: bytes, *, id: str, folder: Path) -> Package:  # noqa: A002 - the field's name
    """Return the package of that ``id``; :class:`Broken` when its record is none, or another's."""
    try:
        found = json.loads(data)
        _check(found, id)
        return Package(
            **{name: found[name] for name in _TEXTS if name != "installed_at"},
            installed_at=datetime.fromisoformat(found["installed_at"]),
            files=found["files"],
            size=found["size"],
            demonstration=found["demonstration"],
            folder=folder,
        )
    except (ValueError, TypeError, KeyError) as error:
        raise Broken(
            f"the record of the translation package {id[:12]} cannot be read: {type(error).__name__}: {error}",
            code="model-changed",
        ) from error


def _check(found: Any, id: str) -> None:  # noqa: A002 - the field's name
    if found["id"] != id:
        raise ValueError(f"it speaks of {str(found['id'])[:12]!r}")
    if not all(isinstance(found[name], str) for name in _TEXTS):
        raise TypeError("a field that should be text is not")
    if not isinstance(found["size"], int) or not isinstance(found["demonstration"], bool):
        raise TypeError("its size or its demonstration mark has another type")
    for path, digest in found["files"].items():
        Digest(digest)
        if path.startswith("/") or not re.fullmatch(r"[\w./+ -]+", path) or ".." in path.split("/"):
            raise ValueError(f"a file name leads outside: {path[:60]!r}")
