"""A whole archive in miniature: every recorded table has a row, every span something to stand on.

Built by hand from rows and the journal's own functions, not by the intake, so that the verifier is
tested against what it reads and not against whoever wrote it. Ids and times are fixed; the texts
are ours. Journal: 0 a key, 1 a deposit, 2 its segments, a comparison of its versions with a review
and a correction, a machine run of the original, one that was taken back, and the run beside the comparison, 3 a revocation, | 4 a second work, 5 a third. Checkpoints stand after entries 3 and 4
(sizes 4 and 5); entry 5 is not signed yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from archive.chain.disclaimers import wording_key
from archive.comparing_rows import finding_facts, findings_digest, links_digest
from archive.database import Database, upgrade
from archive.journal.custody import Custody, sign
from archive.journal.entries import append
from archive.models import (
    Agent,
    AgentName,
    Alignment,
    AlignmentCorrection,
    ApiKey,
    ApiKeyRevocation,
    Capture,
    Comparison,
    Derivation,
    Disclaimer,
    DisclaimerUse,
    Finding,
    FindingReview,
    HitCoding,
    Hop,
    Likeness,
    MachineCache,
    MachineCancellation,
    MachinePackage,
    MachinePackageEvent,
    MachineRequest,
    MachineRun,
    MachineSentence,
    Segment,
    Segmentation,
    Text,
    Version,
    Work,
    table_of,
)
from archive.models.chain import (
    AgentKind,
    Basis,
    Binding,
    Certainty,
    Completeness,
    DerivationKind,
    Directness,
    Identity,
    NameKind,
)
from archive.models.comparison import ComparisonMode, ReviewStatus
from archive.models.machine import PackageAction
from archive.models.people import Role
from archive.models.works import CaptureMethod, TextRole, WorkKind
from archive.pipeline import segments_digest
from archive.store.blobs import BlobStore
from archive.text.blocks import Block, BlockKind, Layout, lay_out
from archive.text.compare.corrections import Action
from archive.text.compare.findings import Band
from archive.text.segment import segment
from archive.translating_rows import output_digest, sentence_facts, sentences_digest
from archive.values import Digest
from archive.witnessing_rows import content_digest

START = datetime(2026, 11, 1, 8, 0, 0, 250, tzinfo=UTC)
ARABIC = lay_out(
    [
        Block(BlockKind.HEADLINE, "المجلس البلدي في تل الزيتون يقرّ موازنة المياه"),
        Block(BlockKind.BYLINE, "تل الزيتون - مراسلنا"),
        Block(BlockKind.PARAGRAPH, "أقرّ المجلس البلدي موازنة المياه يوم الأحد. وقال رئيسه إن العمل يبدأ بعد أسبوع."),
    ]
)
DISCLAIMER = "This article was translated by The Olive Hill Review, which is not responsible for its content."
ENGLISH = lay_out(
    [
        Block(BlockKind.HEADLINE, "Olive Hill council passes its water budget"),
        Block(BlockKind.BYLINE, "by Salma Qadri for Olive Hill News (local newspaper)"),
        Block(BlockKind.PARAGRAPH, "Excerpts from a report. The council passed its water budget on Sunday."),
        Block(BlockKind.DISCLAIMER, DISCLAIMER),
    ]
)
CODED, BESIDE = "المجلس", "Olive Hill council passes its water budget"
"""What a person coded, and the sentence beside it: both stand at the beginning of their versions."""
CREDIT = "Photograph: the Olive Hill archive"
"""A line that stands in the English capture and not in the version."""


def row_id(number: int) -> str:
    return f"0198c0de-0000-7000-8000-{number:012d}"


WORK, OTHER_WORK, THIRD_WORK = row_id(1), row_id(2), row_id(3)
AR_CAPTURE, EN_CAPTURE = row_id(11), row_id(12)
AR_VERSION, EN_VERSION = row_id(21), row_id(22)
AR_TEXT, EN_TEXT = row_id(31), row_id(32)
SALMA, OUTLET, UNNAMED = row_id(41), row_id(42), row_id(43)
AUTHOR_HOP, PHOTO_HOP, TRANSLATOR_HOP = row_id(61), row_id(62), row_id(63)
CODING = row_id(95)
COMPARISON, FINDING, LIKENESS = "c" * 32, "f" * 32, "d" * 32
PACKAGE, RUN, TAKEN_BACK = "ab" * 32, "1" * 32, "2" * 32
KEY = "0a1b2c3d"


def build(data: Path) -> None:
    """Write the archive into the empty directory ``data``."""
    custody = Custody(data)
    custody.create("archive.example/log")
    database = Database(f"sqlite:///{data / 'thabat.db'}")
    upgrade(database)
    deed(database, 0, "key", KEY, _key())
    blobs = BlobStore(data / "blobs").put_all([_bytes(ARABIC), _bytes(ENGLISH, CREDIT)])
    deed(database, 1, "deposit", WORK, *_deposit(*blobs), digests=blobs)
    _segment(database)
    deed(database, 3, "revocation", KEY, ApiKeyRevocation(key_id=KEY, recorded_at=at(3)))
    sign(database, custody, at(4))
    deed(database, 4, "deposit", OTHER_WORK, _work(OTHER_WORK, 4))
    sign(database, custody, at(5))
    deed(database, 5, "deposit", THIRD_WORK, _work(THIRD_WORK, 5))
    database.close()


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def deed(
    database: Database,
    minute: int,
    kind: str,
    entity: str,
    *rows: SQLModel,
    digests: Sequence[Digest] = (),
    unrecorded: Sequence[SQLModel] = (),
) -> None:
    with database.write() as session:
        for row in sorted(
            [*rows, *unrecorded], key=lambda row: isinstance(row, FindingReview | MachineSentence | Likeness)
        ):
            session.add(row)
            session.flush()
        append(session, kind=kind, at=at(minute), actor="cli", entity=entity, digests=digests, rows=rows)


def _bytes(text: tuple[str, Layout], *more: str) -> bytes:
    return "\n".join([text[0], *more, ""]).encode()


def _key() -> ApiKey:
    return ApiKey(id=KEY, name="Desk", role=Role.ARCHIVIST, secret_sha256=Digest.of(b"secret"), recorded_at=at(0))


def _work(name: str, minute: int) -> Work:
    return Work(id=name, kind=WorkKind.NEWS, deposit_key=Digest.of(name.encode()), recorded_at=at(minute))


def _deposit(ar_blob: Digest, en_blob: Digest) -> list[SQLModel]:
    ar_size, en_size = len(_bytes(ARABIC)), len(_bytes(ENGLISH, CREDIT))
    return [
        _work(WORK, 1),
        Text(id=AR_TEXT, work_id=WORK, role=TextRole.ORIGINAL, language="ar", recorded_at=at(1)),
        _capture(AR_CAPTURE, "ar.txt", ar_blob, ar_size),
        _version(AR_VERSION, AR_TEXT, AR_CAPTURE, ar_blob, ARABIC),
        Text(id=EN_TEXT, work_id=WORK, role=TextRole.TRANSLATION, language="en", recorded_at=at(1)),
        _capture(EN_CAPTURE, "en.txt", en_blob, en_size),
        _version(EN_VERSION, EN_TEXT, EN_CAPTURE, en_blob, ENGLISH),
        _derivation(),
        *_agents(),
        *_hops(),
        *_disclaimer(),
    ]


def _capture(name: str, filename: str, blob: Digest, size: int) -> Capture:
    return Capture(
        id=name, sha256=blob, size=size, media_type="text/plain", charset="utf-8", charset_basis="detected",
        charset_confidence=99, method=CaptureMethod.FILE, filename=filename, captured_at=at(-60),
        removed=[{"text": CREDIT, "reason": "not article text"}], recorded_at=at(1),
    )  # fmt: skip


def _version(name: str, text: str, capture: str, blob: Digest, laid: tuple[str, Layout]) -> Version:
    content, layout = laid
    return Version(
        id=name, text_id=text, number=1, capture_id=capture, title=content.partition("\n")[0], content=content,
        layout=[[placed.kind.value, placed.span.start, placed.span.end] for placed in layout], bytes_sha256=blob,
        canonical_sha256=Digest.of(content.encode()), extractor="read|version:1", published_edtf="2015-11-12",
        published_lower=date(2015, 11, 12), language_check={"probability_millis": 998}, flags=[], recorded_at=at(1),
    )  # fmt: skip


def _where(quote: str, laid: tuple[str, Layout] = ENGLISH) -> tuple[int, int]:
    start = laid[0].index(quote)
    return start, start + len(quote)


def _derivation() -> Derivation:
    start, end = _where("Excerpts from a report")
    return Derivation(
        id=row_id(35), kind=DerivationKind.TRANSLATION, target_id=EN_VERSION, source_id=AR_VERSION,
        completeness=Completeness.EXCERPT, completeness_quote="Excerpts from a report", completeness_start=start,
        completeness_end=end, directness=Directness.DIRECT, binding=Binding.PRESUMED, recorded_at=at(1),
    )  # fmt: skip


def _agents() -> list[SQLModel]:
    def named(agent: str, name: str, number: int) -> AgentName:
        return AgentName(
            id=row_id(number), agent_id=agent, name=name, name_key=name.lower(), language="en", script="Latn",
            kind=NameKind.PRINTED, recorded_at=at(1),
        )  # fmt: skip

    return [
        Agent(id=SALMA, kind=AgentKind.PERSON, identity=Identity.NAMED, recorded_at=at(1)),
        Agent(id=OUTLET, kind=AgentKind.ORGANISATION, identity=Identity.NAMED, recorded_at=at(1)),
        Agent(id=UNNAMED, kind=AgentKind.UNKNOWN, identity=Identity.UNKNOWN, recorded_at=at(1)),
        named(SALMA, "Salma Qadri", 51),
        named(OUTLET, "Olive Hill News", 52),
    ]


def _hops() -> list[SQLModel]:
    quote = "by Salma Qadri for Olive Hill News (local newspaper)"
    start, end = _where(quote)
    common = {"version_id": EN_VERSION, "certainty": Certainty.CERTAIN, "recorded_at": at(1)}
    return [
        Hop(
            id=AUTHOR_HOP, position=0, role="aut", agent_id=SALMA, on_behalf_of_id=OUTLET, label="local newspaper",
            basis=Basis.PRINTED, quote=quote, span_start=start, span_end=end, **common,
        ),
        Hop(
            id=PHOTO_HOP, position=1, role="pht", agent_id=OUTLET, basis=Basis.PRINTED, quote=CREDIT, **common,
        ),
        Hop(id=TRANSLATOR_HOP, position=2, role="trl", agent_id=UNNAMED, basis=Basis.INFERRED, **common),
    ]  # fmt: skip


def _disclaimer() -> list[SQLModel]:
    start, end = _where(DISCLAIMER)
    return [
        Disclaimer(
            id=row_id(71), wording=DISCLAIMER, wording_key=wording_key(DISCLAIMER), language="en", kind="translation",
            claims={"translated": True, "by": "The Olive Hill Review"}, recipe="disclaimers|version:1", recorded_at=at(1),
        ),
        DisclaimerUse(
            id=row_id(72), disclaimer_id=row_id(71), version_id=EN_VERSION, span_start=start, span_end=end,
            recorded_at=at(1),
        ),
    ]  # fmt: skip


def _segment(database: Database) -> None:
    found = segment(ENGLISH[0], ENGLISH[1], "en")
    rows: list[list[object]] = [
        [number, item.kind.value, item.span.start, item.span.end, item.paragraph] for number, item in enumerate(found)
    ]
    run = Segmentation(
        id=row_id(81), version_id=EN_VERSION, recipe="segment|version:1", count=len(rows),
        segments_sha256=segments_digest(rows), recorded_at=at(2),
    )  # fmt: skip
    unrecorded = [_finding(), _cached(), _machine_sentence()]
    deed(database, 2, "process", WORK, run, *_compared(), *_machine(), unrecorded=unrecorded)
    with database.write() as session:
        _write_segments(session, run.id, rows)


def _write_segments(session: Session, run: str, rows: list[list[object]]) -> None:
    columns = ("ordinal", "kind", "start", "end", "paragraph")
    values = [{"segmentation_id": run, **dict(zip(columns, row, strict=True))} for row in rows]
    session.execute(insert(table_of(Segment)), values)


def _compared() -> list[SQLModel]:
    links = [[[0], [0], 9000, 990, "kept", None]]
    versions = {"source_version_id": AR_VERSION, "target_version_id": EN_VERSION}
    runs = {"source_segmentation_id": row_id(81), "target_segmentation_id": row_id(81)}
    return [
        Alignment(
            id=row_id(91), **versions, **runs, recipe="compare-pair|version:1", calibration_id="align-0", links=links,
            corrections_sha256=Digest.of(b"[]"), summary={"is_pair": True}, links_sha256=links_digest(links),
            recorded_at=at(5),
        ),
        Comparison(
            id=COMPARISON, a_id=AR_VERSION, b_id=EN_VERSION, mode=ComparisonMode.CROSS, recipe="compare-pair|version:1",
            options={"completeness": "excerpt"}, corrections=[], alignment_id=row_id(91), result={"shown": 1},
            findings_count=1, findings_sha256=findings_digest([finding_facts(_finding())]), recorded_at=at(5),
        ),
        FindingReview(
            id=row_id(93), finding_id=FINDING, finding_key="e" * 32, status=ReviewStatus.ACCEPTED, by=KEY,
            recorded_at=at(5),
        ),
        AlignmentCorrection(
            id=row_id(94), **versions, **runs, action=Action.LINK, source=[0], target=[0], by=KEY, recorded_at=at(5),
        ),
        HitCoding(
            id=CODING, work_id=WORK, version_id=AR_VERSION, start=0, end=len(CODED), quote=CODED,
            other_version_id=EN_VERSION, other_spans=[[0, len(BESIDE)]], other_quote=BESIDE, alignment_id=row_id(91),
            recipe="concordance|version:1", query=CODED, code="plain", by=KEY, recorded_at=at(5),
        ),
    ]  # fmt: skip


def _finding() -> Finding:
    start, end = _where(DISCLAIMER)
    return Finding(
        id=FINDING, comparison_id=COMPARISON, ordinal=0, key="e" * 32, kind="disclaimer_added", band=Band.HIGH,
        confidence_millis=950, target_start=start, target_end=end, target_quote=DISCLAIMER, found="translated",
        detail={"source_units": [], "target_units": [3]}, method="compare-paratext|version:1", calibration_id="none",
    )  # fmt: skip


def _machine() -> list[SQLModel]:
    return [
        MachinePackage(
            id=PACKAGE, from_code="ar", to_code="en", version="1.0", argos_version="1.5", name="translate-ar_en-1_0",
            size=7, files={"metadata.json": "cd" * 32}, demonstration=True, recorded_at=at(2),
        ),
        MachinePackageEvent(
            id=row_id(95), package_id=PACKAGE, action=PackageAction.INSTALLED, source="ar_en.argosmodel", by="cli",
            recorded_at=at(2),
        ),
        _request(RUN, 0),
        _request(TAKEN_BACK, 1),
        MachineCancellation(request_id=TAKEN_BACK, by="cli", recorded_at=at(2)),
        MachineRun(
            id=RUN, source_segmentation_id=row_id(81), recipe="engine|version:1", splitter="segment|version:1",
            flags_recipe="machine-flags|version:1", environment={"engine": "fake"},
            source_sha256=Digest.of(ARABIC[0].encode()), sentences_count=1,
            sentences_sha256=sentences_digest([sentence_facts(_machine_sentence())]), summary={"sentences": 1},
            started_at=at(2), recorded_at=at(2),
        ),
        _likeness(),
    ]  # fmt: skip


def _likeness() -> Likeness:
    statistics, scores = [[2, 2, 1, 2], [9, 9, 5], [1, 2], [0, 0]], [51_000, 50_000, 50_000, None]
    rows = [
        [1, [0], [0], [0], None, statistics, scores, None],
        [2, [1], [], [], "no_machine", None, None, None],
    ]
    totals = {"counted": 1, "left_out": {"no_machine": 1}, "statistics": statistics, "scores": scores}
    return Likeness(
        id=LIKENESS, run_id=RUN, comparison_id=COMPARISON, recipe="likeness|version:1", methods={"ter": "nrefs:1"},
        scored=False, rows=rows, opinions=[], totals=totals, content_sha256=content_digest(rows, [], totals),
        recorded_at=at(5),
    )  # fmt: skip


def _request(name: str, repeat: int) -> MachineRequest:
    return MachineRequest(
        id=name, version_id=AR_VERSION, package_id=PACKAGE, source_language="ar", target_language="en",
        parameters={"beam_size": 4}, input_sha256="ef" * 32, repeat=repeat, fresh=bool(repeat), sentences=1, by="cli",
        recorded_at=at(2),
    )  # fmt: skip


def _machine_sentence() -> MachineSentence:
    title = ARABIC[0].partition("\n")[0]
    return MachineSentence(
        run_id=RUN, ordinal=0, source_start=0, source_end=len(title), source_sha256=Digest.of(title.encode()),
        score_micros=-100, source_tokens=9, target_tokens=0, pieces=1, flags=["empty"],
    )  # fmt: skip


def _cached() -> MachineCache:
    output = {"text": "", "pieces": [], "score_micros": -100, "unknown": False}
    return MachineCache(
        key="0f" * 32, request_id=RUN, output=output, output_sha256=output_digest(output), recorded_at=at(2)
    )
