"""An archive in memory that keeps the promises of :class:`archive.passages.PassageSource`, and texts for it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from archive.passages import Passage, Printed, Replacement
from archive.text.blocks import Block, BlockKind, lay_out

_numbers = itertools.count(1)


class FakeArchive:
    """Versions with a journal: every :meth:`put` and :meth:`withdraw` is one entry."""

    def __init__(self, *passages: Passage) -> None:
        self.passages: dict[str, Passage] = {}
        self.journal: list[str] = []
        self.reads = 0
        for passage in passages:
            self.put(passage)

    def put(self, *passages: Passage) -> None:
        for passage in passages:
            self.passages[passage.version_id] = passage
            self.journal.append(passage.work_id)

    def supersede(self, old: Passage, new: Passage) -> None:
        later = Replacement(new.version_id, 2, None, datetime(2026, 11, 22, tzinfo=UTC))
        self.passages[old.version_id] = replace(old, latest=False, replaced=later)
        self.put(new)

    def withdraw(self, passage: Passage) -> None:
        del self.passages[passage.version_id]
        self.journal.append(passage.work_id)

    def position(self) -> int:
        return len(self.journal)

    def changed(self, after: int, upto: int, limit: int, offset_version: str | None = None) -> Sequence[Passage]:
        self.reads += 1
        works = set(self.journal[after:upto])
        ids = sorted(v for v, p in self.passages.items() if p.work_id in works and v > (offset_version or ""))
        return [self.passages[version] for version in ids[:limit]]

    def by_version(self, ids: Sequence[str]) -> dict[str, Passage]:
        return {version: self.passages[version] for version in ids if version in self.passages}

    def printed(self, ids: Sequence[str]) -> dict[str, Printed]:
        return dict(self.by_version(ids))

    def titles(self, work_ids: Sequence[str]) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for passage in self.passages.values():
            if passage.work_id in work_ids and passage.latest:
                found.setdefault(passage.work_id, {})[passage.language] = passage.title
        return found


def passage(
    *paragraphs: str,
    title: str = "",
    language: str = "ar",
    work: str | None = None,
    text: str | None = None,
    day: date | None = date(2015, 11, 12),
    blocks: Sequence[Block] = (),
    **fields: object,
) -> Passage:
    """A passage with a number of its own; ``blocks`` come after the paragraphs."""
    number = next(_numbers)
    lines = [Block(BlockKind.HEADLINE, title), *(Block(BlockKind.PARAGRAPH, line) for line in paragraphs), *blocks]
    content, layout = lay_out(lines)
    found = Passage(
        version_id=f"v{number:06}",
        text_id=text or f"t{number:06}",
        work_id=work or f"w{number:06}",
        external_id=None,
        language=language,
        role="original" if language == "ar" else "translation",
        kind="news",
        latest=True,
        title=title,
        content=content,
        layout=layout,
        outlets=(),
        agents=(),
        translator_unnamed=False,
        published_from=day,
        published_to=day,
        has_disclaimer=False,
    )
    return replace(found, **fields)
