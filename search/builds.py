"""Where the index lies: builds side by side, one of them current, swapped by renaming a pointer.

``INDEX/CURRENT`` names the build in use. A rebuild makes another directory beside it and then
replaces the pointer. Whoever reads goes on with the files it has open until its next look; the old
build's names are removed at once, and so is what a killed rebuild left when the next one begins.
"""

from __future__ import annotations

import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from search.engine import Engine, IndexUnusable
from search.engine_whoosh import WhooshEngine
from search.locks import locked
from search.schema import VERSIONS, Schema
from search.snapshot import load_key, write_durably

_CURRENT: Final = "CURRENT"
_PREFIX: Final = "build-"


class Builds:
    """The builds of one index under ``index_dir``. Threads may share it."""

    def __init__(self, index_dir: Path, key_file: Path | None = None, schema: Schema = VERSIONS) -> None:
        self._directory = index_dir
        self._schema = schema
        self._key_file = key_file or index_dir.with_name(f"{index_dir.name}.key")
        self._guard = threading.Lock()
        self._open: tuple[str, Engine] | None = None

    @property
    def directory(self) -> Path:
        return self._directory

    def current(self) -> Engine:
        """The engine of the build in use; :class:`IndexUnusable` when there is none or it is not sound."""
        name = self._current_name()
        with self._guard:
            if self._open is None or self._open[0] != name:
                self._open = (name, WhooshEngine(self._directory / name, load_key(self._key_file), self._schema))
            return self._open[1]

    def forget(self) -> None:
        """Open the current build afresh next time, with every check."""
        with self._guard:
            self._open = None

    @contextmanager
    def rebuilding(self, *, wait: float) -> Iterator[tuple[str, Engine]]:
        """Make a new build, alone among all processes; it becomes current only by :meth:`swap`."""
        self._directory.mkdir(parents=True, exist_ok=True)
        with locked(self._directory / "rebuild.lock", wait=wait):
            self._remove_others()
            name = f"{_PREFIX}{secrets.token_hex(6)}"
            try:
                yield name, WhooshEngine.create(self._directory / name, load_key(self._key_file), self._schema)
            finally:
                self._remove_others()

    def swap(self, name: str) -> None:
        """Make the build of this name the current one."""
        write_durably(self._directory / _CURRENT, f"{name}\n".encode())

    def _current_name(self) -> str:
        path = self._directory / _CURRENT
        try:
            name = path.read_text("ascii", "replace").strip()
        except OSError as fault:
            raise IndexUnusable(f"there is no index in {self._directory} yet") from fault
        if not name.startswith(_PREFIX) or not name.removeprefix(_PREFIX).isalnum():
            raise IndexUnusable(f"{path} does not name a build: {name[:40]!r}")
        return name

    def _remove_others(self) -> None:
        try:
            kept = self._current_name()
        except IndexUnusable:
            kept = ""
        for path in self._directory.glob(f"{_PREFIX}*"):
            if path.name != kept:
                shutil.rmtree(path, ignore_errors=True)
