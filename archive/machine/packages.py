"""The translation packages of this archive: kept by the hash of what was received, chosen by it, checked by it.

``<root>/<sha256 of the .argosmodel>/`` holds ``package.json`` (the record) and ``files/`` (what was in it). A
package is written beside its place, synced, and renamed: one that is there is whole. Nothing of Argos's own
folders, caches or settings is used, so two versions stand side by side and neither shadows the other. Whether a
run still needs a package, and the journal entry of a deed, are the caller's; where packages can be fetched is
:mod:`archive.machine.package_index`'.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from archive.errors import BadFile, BadInput, Broken, Unavailable
from archive.machine import package_choice, package_file
from archive.machine.package_file import Limits
from archive.machine.package_record import Package, read_record
from archive.values import Digest

RECORD: Final = "package.json"
FILES: Final = "files"
_INCOMING: Final = ".incoming-"
_REMOVED: Final = ".removed-"
_ABANDONED_SECONDS: Final = 24 * 60 * 60
_ID: Final = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class Check:
    """What :meth:`PackageStore.verify` found of one folder; no problems: every file is what was received."""

    id: str
    files: int
    problems: tuple[str, ...]


class PackageStore:
    """Packages below ``root``. A root that is not there yet is an empty one."""

    def __init__(self, root: Path, *, limits: Limits | None = None) -> None:
        self.root = root
        self._limits = limits or Limits()

    def installed(self) -> tuple[Package, ...]:
        """Return every package whose record can be read, by pair, the newest first; :meth:`verify` names the others."""
        found = []
        for id_ in self._ids():
            try:
                found.append(self._read(id_))
            except Broken:
                continue
        return package_choice.in_order(found)

    def find(self, name: str, *, newest: bool = True) -> Package:
        """One package by id or its first digits, by name, pair (``ar-en``: the ``newest``) or ``ar-en@1.0``."""
        return package_choice.find(self.installed(), name, newest=newest)

    def path(self, from_code: str, to_code: str) -> tuple[Package, ...]:
        """Return the packages that a text goes through: one, or two with a language between."""
        return package_choice.path(self.installed(), from_code, to_code)

    def install(
        self,
        file: Path,
        *,
        source: str,
        now: datetime,
        sha256: str | None = None,
        trial: Callable[[Package], None] | None = None,
    ) -> Package:
        """Check ``file`` and keep it; the same bytes again are the package that is there.

        ``trial`` gets the unpacked package before it is in its place and may raise to refuse it.
        """
        with _disk_errors(f"install {source}"):
            self._sweep(now)
            digest = _hash(file)
            if sha256 is not None and sha256.lower() != digest:
                raise BadFile(
                    f"{source}: expected the SHA-256 {sha256.lower()}, found {digest}: not installed", code="wrong-hash"
                )
            if digest in self._ids() and not self.verify(digest).problems:
                return self._read(digest)
            return self._keep(file, digest, source=source, now=now, trial=trial)

    def remove(self, id: str) -> None:  # noqa: A002 - the field's name
        """Take a package out of its place at once, then delete its files."""
        with _disk_errors(f"remove {id[:12]}"):
            aside = Path(tempfile.mkdtemp(prefix=_REMOVED, dir=self.root))
            (self.root / Digest(id)).rename(aside / "package")
            _sync(self.root)
            shutil.rmtree(aside)

    def verify(self, id: str) -> Check:  # noqa: A002 - the field's name
        """Hash every file again: changed, missing and added ones are named."""
        try:
            package = self._read(id)
        except Broken as error:
            return Check(id, 0, (error.detail,))
        return Check(id, len(package.files), problems_of(package))

    def verify_all(self) -> tuple[Check, ...]:
        return tuple(self.verify(id_) for id_ in self._ids())

    def unreadable(self) -> tuple[str, ...]:
        """Ids of packages that are there and whose record cannot be read."""
        return tuple(sorted(set(self._ids()) - {package.id for package in self.installed()}))

    def unfinished(self) -> list[Path]:
        """Folders that a killed process left behind; nothing reads them, an installation a day later deletes them."""
        return sorted([*self.root.glob(f"{_INCOMING}*"), *self.root.glob(f"{_REMOVED}*")])

    def _sweep(self, now: datetime) -> None:
        """What is younger may be another process at work."""
        for folder in self.unfinished():
            if folder.stat().st_mtime < now.timestamp() - _ABANDONED_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)

    def _ids(self) -> list[str]:
        if not self.root.is_dir():
            return []
        return sorted(path.name for path in self.root.iterdir() if _ID.match(path.name))

    def _read(self, id: str) -> Package:  # noqa: A002 - the field's name
        folder = self.root / id
        try:
            data = (folder / RECORD).read_bytes()
        except OSError as error:
            raise Broken(
                f"the record of the translation package {id[:12]} cannot be read: {error.strerror}",
                code="model-changed",
            ) from error
        return read_record(data, id=id, folder=folder / FILES)

    def _keep(
        self, file: Path, digest: str, *, source: str, now: datetime, trial: Callable[[Package], None] | None
    ) -> Package:
        self.root.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=_INCOMING, dir=self.root))
        try:
            package = self._unpack(file, digest, staged, source=source, now=now)
            if trial is not None:
                trial(package)
            _sync_tree(staged)
            self._swap_in(staged, digest)
        except BaseException:
            shutil.rmtree(staged, ignore_errors=True)
            raise
        return self._read(digest)

    def _unpack(self, file: Path, digest: str, staged: Path, *, source: str, now: datetime) -> Package:
        with package_file.opened(file, self._limits) as archive:
            contents = package_file.read_contents(archive, self._limits)
            files = package_file.unpack(archive, contents, staged / FILES)
        if _hash(file) != digest:
            raise BadFile(f"{source} changed while it was read: not installed", code="wrong-hash")
        stated = contents.metadata
        package = Package(
            id=digest,
            name=contents.folder,
            from_code=stated.from_code,
            to_code=stated.to_code,
            version=stated.version,
            argos_version=stated.argos_version,
            files=files,
            size=file.stat().st_size,
            source=source,
            installed_at=now,
            licence=stated.licence,
            demonstration=stated.demonstration,
            folder=staged / FILES,
        )
        (staged / RECORD).write_text(json.dumps(package.as_record(), ensure_ascii=False, indent=1), encoding="utf-8")
        return package

    def _swap_in(self, staged: Path, digest: str) -> None:
        """One rename; a damaged package of the same hash goes out first, a sound one may have come meanwhile."""
        place = self.root / digest
        if place.exists() and self.verify(digest).problems:
            self.remove(digest)
        staged.chmod(0o755)
        try:
            staged.rename(place)
        except OSError as error:
            if error.errno not in {errno.ENOTEMPTY, errno.EEXIST}:
                raise
            shutil.rmtree(staged)
        _sync(self.root)


def problems_of(package: Package) -> tuple[str, ...]:
    """Hash every file of it again; what changed, is missing or was added, and nothing when it is what was received."""
    there = {path.relative_to(package.folder).as_posix(): path for path in _files(package.folder)}
    problems = [f"{name} is missing" for name in package.files if name not in there]
    problems += [f"{name} was added" for name in there if name not in package.files]
    problems += [
        f"{name} is not what was received: expected {digest[:12]}…, found {found[:12]}…"
        for name, digest in package.files.items()
        if name in there and (found := _hash(there[name])) != digest
    ]
    return tuple(problems)


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise BadInput(f"{file.name}: cannot be read ({error.strerror})", code="unreadable-file") from error


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if not path.is_dir())


def _sync_tree(folder: Path) -> None:
    """The files were synced when they were written; here what holds them, from the inside out."""
    with (folder / RECORD).open("rb") as record:
        os.fsync(record.fileno())
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_errors(deed: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        code = "disk-full" if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else "model-store"
        raise Unavailable(f"cannot {deed}: {error.strerror or type(error).__name__}", code=code) from error
