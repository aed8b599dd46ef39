"""Aligned pairs over the archive in memory, with sentences written for these tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.aligned import AlignedLink, AlignedPair, VersionText
from archive.passages import Hand, Passage
from archive.values import Span
from search.parallel.index import LinkIndex
from search.parallel.service import Parallel
from tests.search.fakes import FakeArchive, passage

Sentence = tuple[str, str] | tuple[str, str, str]
"""Arabic, English, and a label where it is not ``sure``; an empty side has no counterpart."""


class FakeAligned:
    """Pairs by work, kept by hand; journal and passages are the archive's."""

    def __init__(self, archive: FakeArchive) -> None:
        self._archive = archive
        self.pairs: dict[str, list[AlignedPair]] = {}

    def position(self) -> int:
        return self._archive.position()

    def touched(self, after: int, upto: int, limit: int, offset_work: str | None = None) -> Sequence[str]:
        works = {work for work in self._archive.journal[after:upto] if work > (offset_work or "")}
        return sorted(works)[:limit]

    def of_works(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        return [pair for work in sorted(work_ids) for pair in self.pairs.get(work, [])]

    def linked(self, work_ids: Sequence[str]) -> Sequence[AlignedPair]:
        return [replace(pair, findings=()) for pair in self.of_works(work_ids)]

    def texts(self, version_ids: Sequence[str]) -> dict[str, VersionText]:
        shown = self._archive.by_version(version_ids)
        return {name: VersionText(text.language, text.content) for name, text in shown.items()}


class Sentences:
    """An archive of aligned sentences; ``parallel`` asks it."""

    def __init__(self, folder: Path) -> None:
        self.archive = FakeArchive()
        self.aligned = FakeAligned(self.archive)
        self.index = LinkIndex(folder / "links", self.aligned, self.archive)
        self.parallel = Parallel(self.index, self.aligned)

    def add(
        self,
        *sentences: Sentence,
        work: str,
        outlet: str = "The Tern",
        translator: str | None = "Mona Sayegh",
        day: date | None = date(2015, 11, 12),
        languages: tuple[str, str] = ("ar", "en"),
        alignment: str = "",
        findings: Sequence[str] = (),
    ) -> AlignedPair:
        """One more translation of a work, translated from the first of ``languages``."""
        sides = [[one[side] for one in sentences if one[side]] for side in (0, 1)]
        if languages[0] != "ar":
            sides.reverse()
        hands = (Hand("pbl", True, (outlet,)), *((Hand("trl", False, (translator,)),) if translator else ()))
        texts = [
            passage(*side, work=work, language=language, day=day, outlets=(outlet,), hands=hands,
                    agents=(outlet, *([translator] if translator else [])), translator_unnamed=translator is None)
            for side, language in zip(sides, languages, strict=True)
        ]  # fmt: skip
        self.archive.put(*texts)
        pair = _pair(sentences, texts, languages[0] == "ar", alignment or f"a-{texts[1].version_id}", findings)
        self.aligned.pairs.setdefault(work, []).append(pair)
        self.index.catch_up()
        return pair


def _pair(
    sentences: Sequence[Sentence], texts: Sequence[Passage], forward: bool, alignment: str, findings: Sequence[str]
) -> AlignedPair:
    at = [0, 0]

    def span(side: int, sentence: str) -> tuple[Span, ...]:
        if not sentence:
            return ()
        start = texts[side].content.index(sentence, at[side])
        at[side] = start + len(sentence)
        return (Span(start, at[side]),)

    links = []
    for one in sentences:
        label = one[2] if len(one) == 3 else "sure"
        source, target = (one[0], one[1]) if forward else (one[1], one[0])
        links.append(
            AlignedLink(span(0, source), span(1, target), label, 900, label == "uncertain", False, tuple(findings))
        )
    first, second = texts
    return AlignedPair(alignment, first.work_id, first.version_id, second.version_id, tuple(links), tuple(findings))
