"""Works as the read side would return them, invented for these tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from archive.history import (
    AgentNameRecord,
    AgentRecord,
    CaptureRecord,
    DerivationRecord,
    DisclaimerRecord,
    DisclaimerUseRecord,
    HopRecord,
    TextRecord,
    VersionRecord,
    WorkRecord,
    WorkSummary,
)
from archive.text.blocks import Block, BlockKind, lay_out
from archive.values import Digest, Span

NOW = datetime(2026, 11, 22, 10, 48, 40, tzinfo=UTC)
PARAGRAPH, BYLINE, HEADLINE = BlockKind.PARAGRAPH, BlockKind.BYLINE, BlockKind.HEADLINE

ARABIC = (
    Block(HEADLINE, "مجلس وادي السنديان يعيد فتح المدرسة بعد ثلاثة أعوام"),
    Block(BYLINE, "بقلم: نوار الهضيبي - منارة الوادي"),
    Block(
        PARAGRAPH,
        "أعاد المجلس المحلي في وادي السنديان يوم الثلاثاء فتح المدرسة الوحيدة في البلدة بعد إغلاق دام ثلاثة أعوام.",
    ),
    Block(
        PARAGRAPH,
        "وقالت مديرة المدرسة رنا القصّار إن ١٤٧ تلميذًا سجّلوا أسماءهم حتى يوم 12-11-2015، وإن بينهم أبناء عائلات نازحة.",
    ),
    Block(PARAGRAPH, "وأضافت: «لم نطلب من أحد وثيقة، طلبنا مقعدًا وسبورة»."),
    Block(PARAGRAPH, "وتبرّع أهالي القرى المجاورة بالمقاعد والدفاتر، بينما تكفّلت ورشة نجارة بإصلاح الأبواب."),
)
ENGLISH = (
    Block(HEADLINE, "Council Reopens Only School in Wadi al-Sindyan After Three Years"),
    Block(BYLINE, "Excerpts from a report by Nuwar al-Hudaibi for Manarat al-Wadi (independent website)"),
    Block(
        PARAGRAPH,
        "The local council of Wadi al-Sindyan on Tuesday reopened the town's only school after a closure of three years.",
    ),
    Block(
        PARAGRAPH,
        "Headmistress Rana al-Qassar said 147 pupils had enrolled by 12 November 2015, among them children of displaced families.",
    ),
    Block(PARAGRAPH, "“We asked nobody for papers,” she said. “We asked for a bench & a <blackboard>.”"),
    Block(
        BlockKind.DISCLAIMER,
        "This article was translated and edited by The Levant Reader. Responsibility for the content lies with the author.",
    ),
)


def identifier(number: int) -> str:
    return str(UUID(int=(0x0192_0000_0000_7000_8000_0000_0000_0000 + number)))


def agent(number: int, *names: tuple[str, str], kind: str = "person", identity: str = "named") -> AgentRecord:
    scripts = {"ar": "Arab", "en": "Latn"}
    records = tuple(AgentNameRecord(name, language, scripts[language], "printed") for name, language in names)
    return AgentRecord(identifier(number), kind, identity, records)


WRITER = agent(100, ("نوار الهضيبي", "ar"), ("Nuwar al-Hudaibi", "en"))
PAPER = agent(101, ("منارة الوادي", "ar"), ("Manarat al-Wadi", "en"), kind="organisation")
READER = agent(102, ("The Levant Reader", "en"), kind="organisation")
NOBODY = agent(103, kind="unknown", identity="unknown")


def hop(number: int, role: str, hand: AgentRecord, **facts: Any) -> HopRecord:
    defaults: dict[str, Any] = {
        "version_id": identifier(1), "position": number, "on_behalf_of": None, "label": None, "date": None,
        "basis": "printed", "certainty": "certain", "quote": None, "span": None, "proposed_by": "bylines|version:1",
    }  # fmt: skip
    return HopRecord(id=identifier(200 + number), role=role, agent=hand, **(defaults | facts))


def quoted(content: str, quote: str) -> dict[str, Any]:
    start = content.index(quote)
    return {"quote": quote, "span": Span(start, start + len(quote))}


def version(serial: int, blocks: Sequence[Block], /, **facts: Any) -> VersionRecord:
    content, layout = lay_out(blocks)
    capture = CaptureRecord(
        id=identifier(300 + serial), sha256=Digest.of(content.encode()), size=len(content.encode()),
        media_type="text/html", charset="windows-1256", charset_basis="detected", charset_confidence=97,
        method="file", filename=f"page-{serial}.html", url=None, captured_at=NOW,
        removed=({"text": "Share on <b>everything</b>", "reason": "share bar"}, {"text": "وسوم", "reason": "tags"}),
        recorded_at=NOW,
    )  # fmt: skip
    defaults: dict[str, Any] = {
        "text_id": identifier(400 + serial), "number": 1, "supersedes_id": None, "title": blocks[0].text,
        "standfirst": None, "content": content, "layout": layout, "bytes_sha256": capture.sha256,
        "canonical_sha256": Digest.of(content.encode()), "extractor": "html|version:1", "outlet": PAPER,
        "url": "https://manarat.example/school", "published": "2015-11", "published_lower": date(2015, 11, 1),
        "published_upper": date(2015, 11, 30), "flags": (), "capture": capture, "hops": (), "disclaimers": (),
        "language_check": {"declared": "ar", "found": "ar", "mixed": [], "overridden": False},
        "segments": 8, "recorded_at": NOW,
    }  # fmt: skip
    return VersionRecord(id=identifier(serial), **(defaults | facts))


def original() -> VersionRecord:
    content, _ = lay_out(ARABIC)
    byline = quoted(content, "بقلم: نوار الهضيبي")
    return version(1, ARABIC, hops=(hop(1, "aut", WRITER, on_behalf_of=PAPER, date="2015-11-12", **byline),))


def disclaimer() -> DisclaimerRecord:
    claims = {"translated": True, "edited": True, "by": "The Levant Reader", "responsibility": "author"}
    return DisclaimerRecord(identifier(500), ENGLISH[-1].text, "en", "translation", claims, "disclaimers|version:1")


def translation(serial: int = 2, /, **facts: Any) -> VersionRecord:
    content, layout = lay_out(ENGLISH)
    printed = quoted(content, "by Nuwar al-Hudaibi for Manarat al-Wadi (independent website)")
    hops = (
        hop(10 * serial + 1, "org", PAPER, label="independent website", **printed),
        hop(10 * serial + 2, "trl", NOBODY, basis="inferred", certainty="certain", proposed_by="hands|version:1"),
        hop(10 * serial + 3, "edt", READER, certainty="probable", basis="asserted", proposed_by=None,
            quote="edited by The Levant Reader"),
    )  # fmt: skip
    defaults: dict[str, Any] = {
        "outlet": READER, "published": "2015-11-14", "hops": hops,
        "language_check": {"declared": "en", "found": "en", "mixed": [[3, "fr"]], "overridden": False},
        "disclaimers": (DisclaimerUseRecord(disclaimer(), identifier(serial), layout[-1].span),),
        "flags": ({"code": "bidi-control", "count": 3, "detail": "U+200F × 3"},),
    }  # fmt: skip
    return version(serial, ENGLISH, **(defaults | facts))


def derivation(target: VersionRecord, source: VersionRecord, **facts: Any) -> DerivationRecord:
    defaults: dict[str, Any] = {
        "kind": "translation", "completeness": "excerpt", "completeness_quote": "Excerpts from a report",
        "directness": "direct", "pivot_id": None, "binding": "presumed",
    }  # fmt: skip
    return DerivationRecord(id=identifier(600), target_id=target.id, source_id=source.id, **(defaults | facts))


def text(number: int, role: str, language: str, *versions: VersionRecord) -> TextRecord:
    held = tuple(replace(item, text_id=identifier(400 + number)) for item in versions)
    return TextRecord(identifier(400 + number), role, language, held, NOW)


def work(*texts: TextRecord, derivations: Sequence[DerivationRecord] = (), **facts: Any) -> WorkRecord:
    defaults: dict[str, Any] = {"kind": "news", "external_id": "demo-77", "note": None, "journal": (7, 1204)}
    return WorkRecord(
        id=identifier(9), texts=texts, derivations=tuple(derivations), recorded_at=NOW, **(defaults | facts)
    )


def pair() -> WorkRecord:
    arabic, english = original(), translation()
    return work(
        text(1, "original", "ar", arabic), text(2, "translation", "en", english),
        derivations=[derivation(english, arabic)],
    )  # fmt: skip


def corrected() -> WorkRecord:
    """An English text in two versions, the second a correction, and a machine translation."""
    arabic, first = original(), translation()
    second = translation(3, number=2, supersedes_id=first.id, published="2015-11-15")
    machine = version(4, ENGLISH[:3], outlet=None, published=None)
    derived = [derivation(first, arabic), derivation(second, arabic), derivation(second, first, kind="correction")]
    return work(
        text(1, "original", "ar", arabic), text(2, "translation", "en", first, second),
        text(4, "machine", "en", machine), derivations=derived,
    )  # fmt: skip


def alone() -> WorkRecord:
    return work(text(1, "original", "ar", original()))


def summary(number: int = 9, **facts: Any) -> WorkSummary:
    defaults: dict[str, Any] = {
        "external_id": "demo-77", "kind": "news", "titles": {"ar": ARABIC[0].text, "en": ENGLISH[0].text},
        "outlets": ("منارة الوادي", "The Levant Reader"), "published": "2015-11-12", "versions": 2,
        "has_disclaimer": True, "recorded_at": NOW,
    }  # fmt: skip
    return WorkSummary(id=identifier(number), **(defaults | facts))
