"""Which derivation rows a text has: its sources, a relay's pivot and ultimate originals, the version it corrects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from archive.errors import BadMetadata
from archive.intake.drafting import Draft
from archive.models import Derivation, Version
from archive.models.chain import Binding, Completeness, DerivationKind, Directness
from archive.values import new_id

_OF_A_VERSION = (DerivationKind.REVISION, DerivationKind.CORRECTION, DerivationKind.REPUBLICATION)


def links_of(
    draft: Draft, version: Version, previous: Version | None, versions: Mapping[str, Version], *, recorded_at: datetime
) -> Iterator[Derivation]:
    """Yield the derivations of ``version``. ``versions`` maps keys of the deposit and ids to versions."""
    facts, text = draft.text.facts, draft.text
    if previous is not None:
        kind = text.derivation if text.derivation in _OF_A_VERSION else DerivationKind.CORRECTION
        yield _link(kind, version, previous, recorded_at, binding=Binding.KNOWN, directness=Directness.DIRECT)
    kind = DerivationKind.TRANSLATION if text.derivation in _OF_A_VERSION else text.derivation
    pivot = _find(text.pivot, versions, f"{text.pointer}/pivot") if text.pivot else None
    directness = facts.directness or Directness.UNKNOWN
    for key in text.sources:
        source = _find(key, versions, f"{text.pointer}/from")
        is_pivot = pivot is not None and source.id == pivot.id
        yield _link(
            kind,
            version,
            source,
            recorded_at,
            binding=facts.binding or Binding.UNKNOWN,
            directness=Directness.DIRECT if is_pivot else directness,
            draft=draft,
            pivot=None if is_pivot else pivot,
        )


def _find(key: str, versions: Mapping[str, Version], pointer: str) -> Version:
    if key not in versions:
        raise BadMetadata(f"{key!r} is no version of this work", code="unknown-key", pointer=pointer)
    return versions[key]


def _link(
    kind: DerivationKind,
    target: Version,
    source: Version,
    recorded_at: datetime,
    *,
    binding: Binding,
    directness: Directness,
    draft: Draft | None = None,
    pivot: Version | None = None,
) -> Derivation:
    extent = draft.extent if draft else None
    return Derivation(
        id=new_id(),
        kind=kind,
        target_id=target.id,
        source_id=source.id,
        completeness=extent.completeness if extent else Completeness.UNKNOWN,
        completeness_quote=extent.quote if extent else None,
        completeness_start=extent.span.start if extent and extent.span else None,
        completeness_end=extent.span.end if extent and extent.span else None,
        directness=directness,
        pivot_id=pivot.id if pivot else None,
        binding=binding,
        recorded_at=recorded_at,
    )
