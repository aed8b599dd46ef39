"""Which of the installed packages is meant: by name, or as a way from one language to another. No I/O.

**The policy.** A direct package before a pivot; among pivots the one over English, then by code. Of several
versions of a pair the newest ``package_version``, which is stated with every run; two packages that say they
are the same version are told apart by a person (``--package``), never by the order of a folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from packaging.version import InvalidVersion, Version

from archive.errors import Conflict, NotFound, Unavailable
from archive.machine.package_record import Package

PIVOT_FIRST = "en"
"""Nearly every package has English on one side."""

_SHORTEST_ID = 6


def in_order(packages: Iterable[Package]) -> tuple[Package, ...]:
    """By pair, then the newest version first, then by id."""
    by_id = sorted(packages, key=lambda package: package.id)
    newest_first = sorted(by_id, key=lambda package: _version(package.version), reverse=True)
    return tuple(sorted(newest_first, key=lambda package: package.pair))


def _version(stated: str) -> Version:
    try:
        return Version(stated)
    except InvalidVersion:
        return Version("0")


def find(packages: Sequence[Package], name: str, *, newest: bool = True) -> Package:
    """One package by id or its first digits, by name, by pair (``ar-en``: the ``newest``), by pair and version."""
    fitting = [
        package for package in packages if name in {package.id, package.name, f"{package.pair}@{package.version}"}
    ]
    if not fitting and len(name) >= _SHORTEST_ID:
        fitting = [package for package in packages if package.id.startswith(name.lower())]
    if not fitting:
        pairs = [package for package in packages if name.replace("_", "-") == package.pair]
        fitting = _newest(pairs) if newest else pairs
    if not fitting:
        raise NotFound(f"no translation package {name!r} is installed; there {_listed(packages)}", code="unknown-model")
    return _only(fitting, name)


def path(packages: Sequence[Package], from_code: str, to_code: str) -> tuple[Package, ...]:
    """Return the packages that a text goes through: one, or two with a language between."""
    direct = [package for package in packages if (package.from_code, package.to_code) == (from_code, to_code)]
    if direct:
        return (_only(_newest(direct), f"{from_code}-{to_code}"),)
    for between in _between(packages, from_code, to_code):
        first = [package for package in packages if (package.from_code, package.to_code) == (from_code, between)]
        second = [package for package in packages if (package.from_code, package.to_code) == (between, to_code)]
        return _only(_newest(first), f"{from_code}-{between}"), _only(_newest(second), f"{between}-{to_code}")
    raise Unavailable(how_to_install(from_code, to_code), code="no-model")


def _between(packages: Sequence[Package], from_code: str, to_code: str) -> list[str]:
    reached = {package.to_code for package in packages if package.from_code == from_code}
    leading = {package.from_code for package in packages if package.to_code == to_code}
    return sorted(reached & leading, key=lambda code: (code != PIVOT_FIRST, code))


def _newest(packages: Sequence[Package]) -> list[Package]:
    newest = max((_version(package.version) for package in packages), default=None)
    return [package for package in packages if _version(package.version) == newest]


def _only(packages: Sequence[Package], name: str) -> Package:
    if len(packages) == 1:
        return packages[0]
    raise Conflict(
        f"{name!r} could be any of {len(packages)} packages: {', '.join(package.label for package in packages)}; "
        "name one by its id",
        code="ambiguous-model",
    )


def _listed(packages: Sequence[Package]) -> str:
    if not packages:
        return "is none yet (`thabat models install` installs one)"
    return "are " + ", ".join(package.label for package in packages[:5]) + (" …" if len(packages) > 5 else "")


def how_to_install(from_code: str, to_code: str) -> str:
    """One sentence for whoever asked for a translation that no package makes; offline included."""
    pair = f"{from_code}-{to_code}"
    return (
        f"no package that translates {from_code} → {to_code} is installed, directly or over a third language: "
        f"`thabat models install {pair} --from-index` fetches one, or, offline, bring the .argosmodel file here "
        "and `thabat models install FILE`"
    )
