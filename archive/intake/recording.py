"""Drafts become rows of one deed, inside the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sqlmodel import select

from archive.chain.disclaimers import DisclaimerFound, wording_key
from archive.deeds import Deed
from archive.errors import BadMetadata
from archive.intake.agents import Agents
from archive.intake.checks import language_check
from archive.intake.derivations import links_of
from archive.intake.drafting import EXTRACTOR, Draft
from archive.intake.hands import HopDraft, organisation
from archive.intake.receipt import ReceiptText, receipt_text
from archive.models import Capture, Disclaimer, DisclaimerUse, Hop, Text, Version
from archive.models.works import CaptureMethod
from archive.text.blocks import Layout
from archive.text.recipe import recipe
from archive.values import Digest, new_id

DISCLAIMER_RECIPE: Final = recipe("disclaimers", 2)


@dataclass(slots=True)
class Writer:
    """Writes the texts of one deposit into one work. ``versions``: key of the deposit, or id → version."""

    deed: Deed
    work_id: str
    force: bool
    versions: dict[str, Version] = field(default_factory=dict)
    _disclaimers: dict[str, str] = field(default_factory=dict)
    _texts: list[Text] = field(default_factory=list)
    _agents: Agents = field(init=False)

    def __post_init__(self) -> None:
        self._agents = Agents(self.deed)

    def write(self, draft: Draft, sha256: Digest) -> ReceiptText:
        """All rows of one text: capture, version, derivations, hops, disclaimers."""
        capture = self._capture(draft, sha256)
        previous = self._revised(draft)
        text = self._text_of(draft, previous)
        version = self._version(draft, text, capture, previous)
        self.versions[draft.text.key] = self.versions[version.id] = version
        for link in links_of(draft, version, previous, self.versions, recorded_at=self.deed.at):
            self.deed.add(link)
        for position, hop in enumerate(draft.hops):
            self._hop(hop, version, position)
        for found in draft.disclaimers:
            self._disclaimer_use(found, version)
        return receipt_text(draft.text.key, text, version, capture)

    def _capture(self, draft: Draft, sha256: Digest) -> Capture:
        source, decoded = draft.text.source, draft.reading.decoded
        self.deed.brought(sha256)
        return self.deed.add(
            Capture(
                id=new_id(),
                sha256=sha256,
                size=len(source.data),
                media_type=draft.reading.media_type,
                charset=decoded.charset,
                charset_basis=decoded.basis,
                charset_confidence=decoded.confidence_percent,
                method=source.method,
                filename=source.filename,
                url=draft.url,
                captured_at=draft.text.facts.captured,
                removed=[{"text": item.text, "reason": item.reason} for item in draft.reading.removed],
                recorded_at=self.deed.at,
            )
        )

    def _revised(self, draft: Draft) -> Version | None:
        """The version that this text corrects: of this deposit or of the work it joins."""
        if draft.text.revises is None:
            return None
        previous = self.versions.get(draft.text.revises)
        if previous is None:
            raise BadMetadata(
                f"{draft.text.revises!r} is no version of work {self.work_id}",
                code="unknown-key",
                pointer=f"{draft.text.pointer}/revises",
            )
        self._require_a_persons(draft, previous)
        newer = [item for item in self.versions.values() if item.supersedes_id == previous.id]
        if newer:
            raise BadMetadata(
                f"version {previous.id} has been superseded already by {newer[0].id}; revise that one",
                code="superseded",
                pointer=f"{draft.text.pointer}/revises",
            )
        return previous

    def _require_a_persons(self, draft: Draft, previous: Version) -> None:
        """A machine's text stays what the machine said; a person who works on from it makes a text of their own."""
        capture = self.deed.session.get(Capture, previous.capture_id)
        if capture is not None and capture.method is CaptureMethod.MACHINE:  # None: it comes with this very deposit
            raise BadMetadata(
                f"version {previous.id} came out of a machine and is not revised; deposit a translation of your own",
                code="machine-text",
                pointer=f"{draft.text.pointer}/revises",
            )

    def _version(self, draft: Draft, text: Text, capture: Capture, previous: Version | None) -> Version:
        canonical = Digest.of(draft.content.encode())
        self.deed.brought(canonical)
        return self.deed.add(
            Version(
                id=new_id(),
                text_id=text.id,
                number=previous.number + 1 if previous else 1,
                supersedes_id=previous.id if previous else None,
                capture_id=capture.id,
                title=draft.title,
                standfirst=draft.standfirst,
                content=draft.content,
                layout=_layout_rows(draft.layout),
                bytes_sha256=capture.sha256,
                canonical_sha256=canonical,
                extractor=EXTRACTOR,
                outlet_id=self._agents.id_of(organisation(draft.outlet, draft.language)) if draft.outlet else None,
                url=draft.url,
                published_edtf=draft.published.text if draft.published else None,
                published_lower=draft.published.lower if draft.published else None,
                published_upper=draft.published.upper if draft.published else None,
                language_check=language_check(draft, force=self.force),
                flags=[{"code": flag.code, "count": flag.count, "detail": flag.detail} for flag in draft.reading.flags],
                recorded_at=self.deed.at,
            )
        )

    def _text_of(self, draft: Draft, previous: Version | None) -> Text:
        """The text that a correction belongs to, or a new one."""
        if previous is not None:
            kept = next((row for row in self._texts if row.id == previous.text_id), None)
            return kept or self.deed.session.get_one(Text, previous.text_id)
        text = self.deed.add(
            Text(
                id=new_id(),
                work_id=self.work_id,
                role=draft.text.role,
                language=draft.language,
                recorded_at=self.deed.at,
            )
        )
        self._texts.append(text)
        return text

    def _hop(self, hop: HopDraft, version: Version, position: int) -> None:
        self.deed.add(
            Hop(
                id=new_id(),
                version_id=version.id,
                position=position,
                role=hop.role,
                agent_id=self._agents.id_of(hop.agent),
                on_behalf_of_id=self._agents.id_of(hop.on_behalf_of) if hop.on_behalf_of else None,
                label=hop.label,
                date_edtf=hop.date.text if hop.date else None,
                date_lower=hop.date.lower if hop.date else None,
                date_upper=hop.date.upper if hop.date else None,
                basis=hop.basis,
                certainty=hop.certainty,
                quote=hop.quote,
                span_start=hop.span.start if hop.span else None,
                span_end=hop.span.end if hop.span else None,
                proposed_by=hop.proposed_by,
                recorded_at=self.deed.at,
            )
        )

    def _disclaimer_use(self, found: DisclaimerFound, version: Version) -> None:
        self.deed.add(
            DisclaimerUse(
                id=new_id(),
                disclaimer_id=self._disclaimer(found),
                version_id=version.id,
                span_start=found.span.start,
                span_end=found.span.end,
                recorded_at=self.deed.at,
            )
        )

    def _disclaimer(self, found: DisclaimerFound) -> str:
        """The id of the wording, stored once in the whole archive."""
        key = wording_key(found.quote)
        if key not in self._disclaimers:
            kept = self.deed.session.exec(select(Disclaimer.id).where(Disclaimer.wording_key == key)).first()
            self._disclaimers[key] = kept or self._new_disclaimer(found, key)
        return self._disclaimers[key]

    def _new_disclaimer(self, found: DisclaimerFound, key: str) -> str:
        return self.deed.add(
            Disclaimer(
                id=new_id(),
                wording=found.quote,
                wording_key=key,
                language=found.language,
                kind=found.kind,
                claims=claims_record(found),
                recipe=DISCLAIMER_RECIPE,
                recorded_at=self.deed.at,
            )
        ).id


def claims_record(found: DisclaimerFound) -> dict[str, object]:
    """The claims as plain data: what is kept, and what API and pages show."""
    return {name: getattr(found.claims, name) for name in found.claims.__dataclass_fields__}


def _layout_rows(layout: Layout) -> list[list[object]]:
    return [[block.kind.value, block.span.start, block.span.end] for block in layout]
