"""A translated text becomes rows of one deed: a text of the role *machine*, and the run it came out of.

Its chain names the software and nobody else. The capture is what the translator gave, byte for byte; a
run that gave nothing has no text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import insert
from sqlmodel import Session, col, select

from archive.chain.dates import edtf_date
from archive.deeds import Deed
from archive.machine.translator import PackageIdentity
from archive.models import (
    Agent,
    AgentName,
    Capture,
    Derivation,
    Hop,
    MachineCancellation,
    MachineRun,
    MachineSentence,
    Segment,
    Segmentation,
    Text,
    Version,
    table_of,
)
from archive.models.base import column_values
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
from archive.models.works import CaptureMethod, TextRole
from archive.pipeline import segments_digest
from archive.text.blocks import BlockKind
from archive.text.fold import fold
from archive.text.recipe import recipe
from archive.text.witness.flags import RECIPE as FLAGS_RECIPE
from archive.translating_rows import MachineText, Source, sentence_facts, sentences_digest, summary_of
from archive.values import UNDETERMINED, Digest, new_id

RUN: Final = "machine-run"
EXTRACTOR: Final = recipe("machine-text", 1, blocks="of-source")
SPANS: Final = recipe("machine-sentences", 1, spans="of-translator")
"""The segmentation of a machine's text: a segment for each sentence of its source, where one came."""
ENGINE: Final = "Argos Translate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text that was translated and is not recorded yet."""

    id: str
    source: Source
    target_language: str
    text: MachineText
    rows: tuple[MachineSentence, ...]
    packages: tuple[PackageIdentity, ...]
    recipe: str
    splitter: str
    environment: dict[str, str]
    started_at: datetime
    finished_at: datetime

    @property
    def sentences(self) -> int:
        """How many the machine was asked for."""
        return self.source.sentences


def record(session: Session, made: Prepared, *, actor: str, now: datetime) -> bool:
    """Write it in the caller's transaction; nothing, and False, where it stands already or was taken back."""
    if session.get(MachineRun, made.id) is not None or session.get(MachineCancellation, made.id) is not None:
        return False
    deed = Deed(session, kind=RUN, actor=actor, entity=made.source.work_id, at=now)
    version = _version(deed, made) if made.text.content else None
    deed.add(
        MachineRun(
            id=made.id,
            source_segmentation_id=made.source.segmentation_id,
            target_version_id=version.id if version is not None else None,
            recipe=made.recipe,
            splitter=made.splitter,
            flags_recipe=FLAGS_RECIPE,
            environment=made.environment,
            source_sha256=Digest.of(made.source.content.encode()),
            sentences_count=len(made.rows),
            sentences_sha256=sentences_digest([sentence_facts(row) for row in made.rows]),
            summary=summary_of(made.rows),
            started_at=made.started_at,
            recorded_at=made.finished_at,
        )
    )
    segments = _segmentation(deed, made, version) if version is not None else []
    deed.flush()
    session.execute(insert(table_of(MachineSentence)), [column_values(row) for row in made.rows])
    if segments:
        session.execute(insert(table_of(Segment)), segments)
    deed.close()
    return True


def _version(deed: Deed, made: Prepared) -> Version:
    """Text, capture, version, derivation and the one hop."""
    data = made.text.content.encode()
    digest = Digest.of(data)
    deed.brought(digest)
    text = deed.add(
        Text(
            id=new_id(), work_id=made.source.work_id, role=TextRole.MACHINE, language=made.target_language,
            recorded_at=deed.at,
        )
    )  # fmt: skip
    version = deed.add(
        Version(
            id=new_id(),
            text_id=text.id,
            number=1,
            capture_id=_capture(deed, made, digest, len(data)).id,
            title=made.text.block(BlockKind.HEADLINE) or "",
            standfirst=made.text.block(BlockKind.STANDFIRST),
            content=made.text.content,
            layout=[[block.kind.value, block.span.start, block.span.end] for block in made.text.layout],
            bytes_sha256=digest,
            canonical_sha256=digest,
            extractor=EXTRACTOR,
            language_check=_not_checked(made.target_language),
            recorded_at=deed.at,
        )
    )
    deed.add(_derivation(deed, made, version))
    deed.add(_hop(deed, made, version))
    return version


def _capture(deed: Deed, made: Prepared, digest: Digest, size: int) -> Capture:
    return deed.add(
        Capture(
            id=new_id(), sha256=digest, size=size, media_type="text/plain", charset="utf-8", charset_basis="machine",
            charset_confidence=100, method=CaptureMethod.MACHINE, captured_at=made.finished_at, recorded_at=deed.at,
        )
    )  # fmt: skip


def _not_checked(language: str) -> dict[str, Any]:
    """A machine's output says nothing of a language by being in it: what is wrong with it is said by its flags."""
    return {
        "declared": language, "found": UNDETERMINED, "basis": "machine", "probability_millis": None, "letters": 0,
        "shares": {}, "mixed": [], "sentence": "a machine's text; not checked", "overridden": False,
    }  # fmt: skip


def _derivation(deed: Deed, made: Prepared, version: Version) -> Derivation:
    direct = Directness.DIRECT if len(made.packages) == 1 else Directness.RELAY
    return Derivation(
        id=new_id(), kind=DerivationKind.MACHINE_TRANSLATION, target_id=version.id, source_id=made.source.version_id,
        completeness=Completeness.UNKNOWN, directness=direct, binding=Binding.KNOWN, recorded_at=deed.at,
    )  # fmt: skip


def _hop(deed: Deed, made: Prepared, version: Version) -> Hop:
    day = edtf_date(made.finished_at.date().isoformat())
    return Hop(
        id=new_id(), version_id=version.id, position=0, role="trl", agent_id=_software(deed, made.packages),
        date_edtf=day.text, date_lower=day.lower, date_upper=day.upper, basis=Basis.METADATA,
        certainty=Certainty.CERTAIN, proposed_by=made.recipe, recorded_at=deed.at,
    )  # fmt: skip


def _software(deed: Deed, packages: tuple[PackageIdentity, ...]) -> str:
    """The agent that this path is, the same for every run through it."""
    path = " + ".join(f"{package.from_code}→{package.to_code} {package.version}" for package in packages)
    name = f"{ENGINE} ({path})"
    query = (
        select(Agent.id)
        .join(AgentName, col(AgentName.agent_id) == Agent.id)
        .where(AgentName.name == name, AgentName.name_key == fold(name), Agent.kind == AgentKind.SOFTWARE)
        .order_by(Agent.id)
    )
    known = deed.session.exec(query).first()
    if known is not None:
        return known
    agent = deed.add(Agent(id=new_id(), kind=AgentKind.SOFTWARE, identity=Identity.NAMED, recorded_at=deed.at))
    deed.add(
        AgentName(
            id=new_id(), agent_id=agent.id, name=name, name_key=fold(name), language="en", script="Latn",
            kind=NameKind.PREFERRED, recorded_at=deed.at,
        )
    )  # fmt: skip
    return agent.id


def _segmentation(deed: Deed, made: Prepared, version: Version) -> list[dict[str, Any]]:
    """The machine's sentences as segments of its text, of the kinds of their sources."""
    paragraphs = {block.span.start: number for number, block in enumerate(made.text.layout)}
    starts = sorted(paragraphs)
    rows: list[list[object]] = []
    for segment, span in zip(made.source.segments, made.text.spans, strict=True):
        if span is not None:
            block = paragraphs[max(start for start in starts if start <= span.start)]
            rows.append([len(rows), segment.kind.value, span.start, span.end, block])
    run = deed.add(
        Segmentation(
            id=new_id(), version_id=version.id, recipe=SPANS, count=len(rows), segments_sha256=segments_digest(rows),
            recorded_at=deed.at,
        )
    )  # fmt: skip
    columns = ("ordinal", "kind", "start", "end", "paragraph")
    return [{"segmentation_id": run.id, **dict(zip(columns, row, strict=True))} for row in rows]
