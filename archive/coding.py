"""Hand coding: what a person says of one hit of a concordance, kept with all that is needed to check it.

A hit is a place in a version beside the sentences that another version is aligned with there; its id names
both, and texts never change, so it means the same for ever. A code is the researcher's own word. Codings are
added to and never changed: a second one of the same hit stands beside the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select
from sqlmodel import Session

from archive.aligned import AlignedLink, AlignedPair, AlignedSource
from archive.database import Database
from archive.deeds import Deed
from archive.errors import BadInput, NotFound
from archive.models import Alignment, HitCoding, Text, Version, table_of
from archive.values import Span, iso_instant, new_id

CODE: Final = "code"
"""The deed in the journal."""
LONGEST_CODE: Final = 80
LONGEST_NOTE: Final = 4_000
LONGEST_QUERY: Final = 1_000

_CODING, _VERSION, _TEXT = table_of(HitCoding), table_of(Version), table_of(Text)
_ALIGNMENT = table_of(Alignment)
_HIT: Final = re.compile(r"([0-9a-f-]{36}):(\d{1,9})-(\d{1,9}):([0-9a-f-]{36})\Z")


@dataclass(frozen=True, slots=True)
class CodingRecord:
    """One coding, as it is shown and exported. ``alignment_recipe`` says how the two texts were aligned."""

    id: str
    hit: str
    work_id: str
    version_id: str
    span: Span
    quote: str
    other_version_id: str
    other_spans: tuple[Span, ...]
    other_quote: str
    alignment_id: str
    alignment_recipe: str
    recipe: str
    query: str
    code: str
    note: str | None
    by: str
    recorded_at: datetime

    def as_dict(self) -> dict[str, Any]:
        """The fields of the exports, in order."""
        return {
            "id": self.id,
            "hit": self.hit,
            "work": self.work_id,
            "version": self.version_id,
            "span": [self.span.start, self.span.end],
            "quote": self.quote,
            "other_version": self.other_version_id,
            "other_spans": [[span.start, span.end] for span in self.other_spans],
            "other_quote": self.other_quote,
            "alignment": self.alignment_id,
            "alignment_recipe": self.alignment_recipe,
            "recipe": self.recipe,
            "query": self.query,
            "code": self.code,
            "note": self.note,
            "by": self.by,
            "recorded_at": iso_instant(self.recorded_at),
        }


class Codings:
    """The codings of one archive."""

    def __init__(self, database: Database, aligned: AlignedSource) -> None:
        self._database = database
        self._aligned = aligned

    def add(
        self, hit: str, code: str, *, note: str | None = None, query: str = "", recipe: str, by: str, now: datetime
    ) -> CodingRecord:
        """Give ``hit`` a code. The place must be aligned now as the hit says; :class:`NotFound` when it is not."""
        version, place, other = _read(hit)
        word, said = _short("code", code, LONGEST_CODE), _optional("note", note, LONGEST_NOTE)
        asked = _optional("query", query, LONGEST_QUERY) or ""
        with self._database.read() as session:
            texts = _texts(session, (version, other))
        pair, link = self._link(texts, version, place, other)
        theirs = link.target if pair.source_version == version else link.source
        row = HitCoding(
            id=new_id(), work_id=pair.work_id, version_id=version, start=place.start, end=place.end,
            quote=place.of(texts[version].content), other_version_id=other,
            other_spans=[[span.start, span.end] for span in theirs],
            other_quote=" ".join(span.of(texts[other].content) for span in theirs), alignment_id=pair.alignment_id,
            recipe=recipe, query=asked, code=word, note=said, by=by, recorded_at=now,
        )  # fmt: skip
        with self._database.write() as session:
            deed = Deed(session, kind=CODE, actor=by, entity=pair.work_id, at=now)
            deed.add(row)
            deed.close()
        return self.all(id=row.id)[0]

    def of_hits(self, hits: Iterable[str]) -> dict[str, tuple[CodingRecord, ...]]:
        """By hit what was said of it, oldest first; hits of which nothing was said are left out."""
        wanted = set(hits)
        versions = sorted({hit.partition(":")[0] for hit in wanted})
        found: dict[str, tuple[CodingRecord, ...]] = {}
        for record in self._records(_CODING.c.version_id.in_(versions)) if versions else ():
            if record.hit in wanted:
                found[record.hit] = (*found.get(record.hit, ()), record)
        return found

    def all(self, **where: str) -> tuple[CodingRecord, ...]:
        """Every coding, oldest first; ``where`` by column: ``code``, ``by``, ``work_id``, ``id``."""
        return self._records(*(_CODING.c[name] == value for name, value in where.items()))

    def _records(self, *where: Any) -> tuple[CodingRecord, ...]:
        query = (
            select(_CODING, _ALIGNMENT.c.recipe.label("alignment_recipe"))
            .join(_ALIGNMENT, _ALIGNMENT.c.id == _CODING.c.alignment_id)
            .where(*where)
            .order_by(_CODING.c.recorded_at, _CODING.c.id)
        )
        with self._database.read() as session:
            return tuple(map(_record, session.execute(query)))

    def _link(self, texts: dict[str, Any], version: str, place: Span, other: str) -> tuple[AlignedPair, AlignedLink]:
        for pair in self._aligned.of_works([texts[version].work_id]):
            if {pair.source_version, pair.target_version} == {version, other}:
                for link in pair.links:
                    ours = link.source if pair.source_version == version else link.target
                    if any(span.start <= place.start and place.end <= span.end for span in ours):
                        return pair, link
        raise _unknown(f"{version}:{place.start}-{place.end}:{other}")


def _read(hit: str) -> tuple[str, Span, str]:
    match = _HIT.match(hit)
    if match is None or int(match[2]) >= int(match[3]):
        detail = f"a hit is VERSION:START-END:OTHER, as the concordance gives it; found {hit[:120]!r}"
        raise BadInput(detail, code="bad-hit", pointer="/hit")
    return match[1], Span(int(match[2]), int(match[3])), match[4]


def _texts(session: Session, versions: Sequence[str]) -> dict[str, Any]:
    """By version its content and its work; :class:`NotFound` names one that is not there."""
    query = (
        select(_VERSION.c.id, _VERSION.c.content, _TEXT.c.work_id)
        .join(_TEXT, _TEXT.c.id == _VERSION.c.text_id)
        .where(_VERSION.c.id.in_(versions))
    )
    found = {row.id: row for row in session.execute(query)}
    for version in versions:
        if version not in found:
            raise NotFound(f"there is no version {version}", pointer="/hit")
    return found


def _unknown(hit: str) -> NotFound:
    return NotFound(f"the newest alignment of these versions has no sentences at {hit}", pointer="/hit")


def _short(name: str, given: str, most: int) -> str:
    found = _optional(name, given, most)
    if found is None:
        raise BadInput(f"a coding needs a {name}", code="missing-field", pointer=f"/{name}")
    if any(sign < " " for sign in found):
        raise BadInput(f"a {name} is one line of text", pointer=f"/{name}")
    return found


def _optional(name: str, given: str | None, most: int) -> str | None:
    found = (given or "").strip() or None
    if found and len(found) > most:
        raise BadInput(f"a {name} has at most {most} characters, found {len(found)}", pointer=f"/{name}")
    return found


def _record(row: Row[Any]) -> CodingRecord:
    span = Span(row.start, row.end)
    return CodingRecord(
        id=row.id,
        hit=f"{row.version_id}:{span.start}-{span.end}:{row.other_version_id}",
        work_id=row.work_id,
        version_id=row.version_id,
        span=span,
        quote=row.quote,
        other_version_id=row.other_version_id,
        other_spans=tuple(Span(start, end) for start, end in row.other_spans),
        other_quote=row.other_quote,
        alignment_id=row.alignment_id,
        alignment_recipe=row.alignment_recipe,
        recipe=row.recipe,
        query=row.query,
        code=row.code,
        note=row.note,
        by=row.by,
        recorded_at=row.recorded_at,
    )
