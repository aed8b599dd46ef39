"""Packages come and go as deeds: what was installed stays known by its hashes, whoever removes it later.

The files are :mod:`archive.machine.packages`'; here is the record of them, and the refusal to remove a
package that somebody is waiting for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlmodel import Session

from archive.database import Database
from archive.deeds import Deed
from archive.errors import Broken, Conflict
from archive.machine.package_record import Package
from archive.machine.packages import Check, PackageStore
from archive.models import MachinePackage, MachinePackageEvent
from archive.models.machine import PackageAction
from archive.translating_reads import package_uses
from archive.values import new_id

INSTALL: Final = "model-install"
REMOVE: Final = "model-remove"
_REWRITTEN: Final = "the record beside its files is not the one in the journal"


class Packages:
    """The packages of one archive, with their journal."""

    def __init__(self, database: Database, store: PackageStore) -> None:
        self._database = database
        self.store = store

    def install(
        self,
        file: Path,
        *,
        source: str,
        actor: str,
        now: datetime,
        sha256: str | None = None,
        trial: Callable[[Package], None] | None = None,
    ) -> tuple[Package, bool]:
        """Check, keep and record a package; False with one that is installed already."""
        known = {package.id for package in self.store.installed()}
        package = self.store.install(file, source=source, now=now, sha256=sha256, trial=trial)
        with self._database.write() as session:
            deed = Deed(session, kind=INSTALL, actor=actor, entity=package.id, at=now)
            fresh = package.id not in known or session.get(MachinePackage, package.id) is None
            if fresh:
                record_packages(deed, [package])
                deed.add(_event(deed, package.id, PackageAction.INSTALLED, source))
                deed.close()
        return package, fresh

    def remove(self, name: str, *, actor: str, now: datetime, force: bool = False) -> Package:
        """Remove a package. :class:`Conflict` while a run through it is owed; unless ``force`` also where one was made,
        since without the package nobody can make it again. A pair of which several versions are there names none.
        """
        package = self.store.find(name, newest=False)
        with self._database.write() as session:
            owed, made = package_uses(session, package.id)
            if owed or (made and not force):
                raise Conflict(_in_use(package, owed, made), code="model-in-use")
            deed = Deed(session, kind=REMOVE, actor=actor, entity=package.id, at=now)
            record_packages(deed, [package])
            deed.add(_event(deed, package.id, PackageAction.REMOVED, None))
            deed.close()
        self.store.remove(package.id)
        return package

    def verify(self, name: str | None = None) -> tuple[Check, ...]:
        """Hash the files of all packages, or of one, and hold their records to the journal's."""
        checks = self.store.verify_all() if name is None else (self.store.verify(self.store.find(name).id),)
        readable = {package.id: package for package in self.store.installed()}
        with self._database.read() as session:
            return tuple(
                replace(check, problems=(*check.problems, _REWRITTEN))
                if check.id in readable and _is_rewritten(session, readable[check.id])
                else check
                for check in checks
            )

    def uses(self, package_id: str) -> tuple[int, int]:
        """How many runs are owed through a package, and how many were made."""
        with self._database.read() as session:
            return package_uses(session, package_id)


def record_packages(deed: Deed, packages: Sequence[Package]) -> None:
    """Write down what is not written down yet, in the caller's deed; what is must be the same."""
    for package in packages:
        if _is_rewritten(deed.session, package):
            raise Broken(f"{package.label}: {_REWRITTEN}", code="model-changed")
        if deed.session.get(MachinePackage, package.id) is None:
            deed.add(
                MachinePackage(
                    id=package.id,
                    from_code=package.from_code,
                    to_code=package.to_code,
                    version=package.version,
                    argos_version=package.argos_version,
                    name=package.name,
                    size=package.size,
                    files=dict(package.files),
                    licence=package.licence or None,
                    demonstration=package.demonstration,
                    recorded_at=deed.at,
                )
            )


def _is_rewritten(session: Session, package: Package) -> bool:
    row = session.get(MachinePackage, package.id)
    return row is not None and row.files != dict(package.files)


def _event(deed: Deed, package_id: str, action: PackageAction, source: str | None) -> MachinePackageEvent:
    return MachinePackageEvent(
        id=new_id(), package_id=package_id, action=action, source=source, by=deed.actor, recorded_at=deed.at
    )


def _in_use(package: Package, owed: int, made: int) -> str:
    if owed:
        return f"{package.label} is needed for {owed} translations that are still owed: wait, or cancel them"
    return (
        f"{package.label} made {made} translations, and without it nobody can make them again to check them; "
        "--force removes it all the same"
    )
