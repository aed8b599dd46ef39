"""Which versions of a work belong together as a text and what it was translated from. Pure.

Derivations are evidence: each says which version was made of which, as it was deposited, and none is ever made
up. What is compared follows from them over supersession (``docs/adr/0017-the-latest-of-both-sides.md``):

1. A version that names its sources has these. One that names none, and replaces another, has that one's.
2. *Current* is the latest version of a translation with the latest version of each of its sources.
3. A translation of which nothing is said is current with every original of the work in another language.
4. Compared are the current pairs, and every version with its sources as they were deposited.

Texts of machines are in no pair: they stand beside a comparison as witnesses, and search does not know them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from archive.models.chain import DerivationKind
from archive.models.works import TextRole
from archive.text.recipe import recipe
from archive.values import primary_language

TRANSLATES: Final = (DerivationKind.TRANSLATION, DerivationKind.COMPILATION, DerivationKind.EXCERPT)
"""The kinds of derivation that say which text another one was translated from."""

PAIRING: Final = recipe("pairing", 1)
"""The rules above. With another version of them what was never compared is owed once."""


class Kept(NamedTuple):
    """A version as pairing sees it."""

    version: str
    text: str
    role: TextRole
    language: str
    supersedes: str | None


class Origin(NamedTuple):
    """A derivation of one of :data:`TRANSLATES`."""

    id: str
    target: str
    source: str


class Pair(NamedTuple):
    """``derivation`` is the evidence that the two belong together; ``None`` where nothing is said."""

    source: str
    target: str
    derivation: str | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """``owed`` are all that are compared, the ``current`` ones among them; both in order of source and target."""

    current: tuple[Pair, ...]
    owed: tuple[Pair, ...]


def pairs_of(versions: Sequence[Kept], origins: Sequence[Origin]) -> Pairs:
    """The pairs of one work; ``versions`` are all of it, oldest first."""
    work = _Work(versions, origins)
    current = [pair for version in work.latest for pair in work.current(version)]
    deposited = [pair for version in work.by_people for pair in work.deposited(version)]
    return Pairs(_each_once(current), _each_once([*current, *deposited]))


class _Work:
    def __init__(self, versions: Sequence[Kept], origins: Sequence[Origin]) -> None:
        self.by_people = [one for one in versions if one.role is not TextRole.MACHINE]
        self._kept = {one.version: one for one in self.by_people}
        self._later = {one.supersedes: one.version for one in self.by_people if one.supersedes}
        self.latest = [one for one in self.by_people if one.version not in self._later]
        self._origins = _by_target(origins)

    def current(self, version: Kept) -> Iterator[Pair]:
        found = self._sources(version)
        for origin in found:
            yield from self._pair(self._newest(origin.source), version, origin.id)
        if not found and version.role is TextRole.TRANSLATION:
            for other in self.latest:
                if other.role is TextRole.ORIGINAL:
                    yield from self._pair(other.version, version, None)

    def deposited(self, version: Kept) -> Iterator[Pair]:
        for origin in self._sources(version):
            yield from self._pair(origin.source, version, origin.id)

    def _sources(self, version: Kept) -> Sequence[Origin]:
        """Its own, else those of the version that it replaces."""
        here: Kept | None = version
        while here is not None:
            if here.version in self._origins:
                return self._origins[here.version]
            here = self._kept.get(here.supersedes or "")
        return ()

    def _newest(self, version: str) -> str:
        while version in self._later:
            version = self._later[version]
        return version

    def _pair(self, source: str, target: Kept, derivation: str | None) -> Iterator[Pair]:
        """None where the source is a machine's, or in the same language: sentences are aligned between two."""
        ours = self._kept.get(source)
        if ours is not None and primary_language(ours.language) != primary_language(target.language):
            yield Pair(source, target.version, derivation)


def _by_target(origins: Sequence[Origin]) -> Mapping[str, Sequence[Origin]]:
    found: dict[str, list[Origin]] = defaultdict(list)
    for one in origins:
        found[one.target].append(one)
    return dict(found)


def _each_once(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The first of each source and target."""
    found: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        found.setdefault(pair[:2], pair)
    return tuple(found[key] for key in sorted(found))
