"""The pairs of works read from the database (:mod:`archive.pairing` says which), and those that are not compared yet.

A call is one query whatever the number of works.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, exists, select
from sqlmodel import Session

from archive.models import Comparison, Derivation, Segmentation, Text, Version, table_of
from archive.models.works import TextRole
from archive.pairing import TRANSLATES, Kept, Origin, Pair, Pairs, pairs_of

_TEXT, _VERSION, _DERIVATION = table_of(Text), table_of(Version), table_of(Derivation)
_COMPARISON, _SEGMENTATION = table_of(Comparison), table_of(Segmentation)
WORKS_AT_ONCE: Final = 500

# Put together once: it is asked with every page of a search.
_WORKS: Final = (
    select(
        _TEXT.c.work_id,
        _VERSION.c.id,
        _TEXT.c.id.label("text_id"),
        _TEXT.c.role,
        _TEXT.c.language,
        _VERSION.c.supersedes_id,
        _DERIVATION.c.id.label("derivation_id"),
        _DERIVATION.c.source_id,
    )
    .select_from(_TEXT)
    .join(_VERSION, _VERSION.c.text_id == _TEXT.c.id)
    .outerjoin(_DERIVATION, (_DERIVATION.c.target_id == _VERSION.c.id) & _DERIVATION.c.kind.in_(TRANSLATES))
    .where(_TEXT.c.work_id.in_(bindparam("works", expanding=True)))
    .order_by(_TEXT.c.work_id, _VERSION.c.id, _DERIVATION.c.id)
)


def pairs_of_works(session: Session, work_ids: Collection[str]) -> dict[str, Pairs]:
    """By work its pairs; in order of the ids."""
    versions: dict[str, dict[str, Kept]] = defaultdict(dict)
    origins: dict[str, list[Origin]] = defaultdict(list)
    for row in session.execute(_WORKS, {"works": sorted(work_ids)}) if work_ids else ():
        versions[row.work_id][row.id] = Kept(row.id, row.text_id, row.role, row.language, row.supersedes_id)
        if row.derivation_id:
            origins[row.work_id].append(Origin(row.derivation_id, row.id, row.source_id))
    return {work: pairs_of(tuple(kept.values()), origins[work]) for work, kept in versions.items()}


def pair_of(session: Session, source: str, target: str) -> Pair | None:
    """The pair that these two versions are; ``None`` where they do not belong together."""
    query = select(_TEXT.c.work_id).join(_VERSION, _VERSION.c.text_id == _TEXT.c.id).where(_VERSION.c.id == target)
    pairs = pairs_of_works(session, list(session.execute(query).scalars()))
    return next((one for found in pairs.values() for one in found.owed if one[:2] == (source, target)), None)


def ready(session: Session, pairs: Sequence[Pair], recipes: Collection[str] | None = None) -> list[Pair]:
    """Those of which both sides are segmented, and that have no comparison by one of ``recipes`` (none: by any)."""
    versions = {version for pair in pairs for version in pair[:2]}
    segmented = set(_chosen(session, _SEGMENTATION.c.version_id, versions))
    compared = select(_COMPARISON.c.a_id, _COMPARISON.c.b_id).where(_COMPARISON.c.a_id.in_({one[0] for one in pairs}))
    if recipes is not None:
        compared = compared.where(_COMPARISON.c.recipe.in_(recipes))
    done = {tuple(row) for row in session.execute(compared)} if pairs else set()
    return [pair for pair in pairs if pair[:2] not in done and segmented.issuperset(pair[:2])]


def ready_everywhere(session: Session, recipes: Collection[str]) -> Iterator[list[Pair]]:
    """:func:`ready` of the whole archive, some works at a time: those alone of which something may be missing."""
    works = sorted(set().union(*(session.execute(query).scalars() for query in _unlike(recipes))))
    for first in range(0, len(works), WORKS_AT_ONCE):
        found = pairs_of_works(session, works[first : first + WORKS_AT_ONCE])
        yield ready(session, [pair for pairs in found.values() for pair in pairs.owed], recipes)


def _unlike(recipes: Collection[str]) -> tuple[Select[Any], ...]:
    """Works with a derivation that is not compared, with a version that replaces another, with one without source."""
    works = select(_TEXT.c.work_id).join(_VERSION, _VERSION.c.text_id == _TEXT.c.id).distinct()
    derived = works.join(_DERIVATION, _DERIVATION.c.target_id == _VERSION.c.id)
    compared = exists().where(
        _COMPARISON.c.a_id == _DERIVATION.c.source_id,
        _COMPARISON.c.b_id == _DERIVATION.c.target_id,
        _COMPARISON.c.recipe.in_(recipes),
    )
    said = exists().where(_DERIVATION.c.target_id == _VERSION.c.id)
    return (
        derived.where(_DERIVATION.c.kind.in_(TRANSLATES), ~compared),
        works.where(_VERSION.c.supersedes_id.is_not(None)),
        works.where(_TEXT.c.role == TextRole.TRANSLATION, ~said),
    )


def _chosen(session: Session, column: Any, values: Collection[str]) -> Sequence[str]:
    return session.execute(select(column).where(column.in_(values)).distinct()).scalars().all() if values else ()
