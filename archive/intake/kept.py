"""Is it kept already? The same bytes handed over twice are one deposit, not two."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from archive.intake.checks import Notice
from archive.intake.deposit import Deposit
from archive.intake.drafting import Draft
from archive.intake.receipt import Receipt, ReceiptText, receipt_text
from archive.journal.canonical import canonical_json
from archive.models import Capture, Text, Version, Work
from archive.values import Digest

ALREADY_KEPT = Notice(
    "already-kept", "these very bytes are kept already; nothing was written, also none of the metadata sent with them"
)


def deposit_key(deposit: Deposit) -> Digest:
    """What makes two deposits the same: role, bytes and given title of each text, in any order."""
    facts = sorted([text.role.value, Digest.of(text.source.data), text.facts.title or ""] for text in deposit.texts)
    return Digest.of(canonical_json([[str(part) for part in fact] for fact in facts]))


def find_kept(session: Session, deposit: Deposit, key: Digest) -> Receipt | None:
    """The receipt of what holds these bytes already: the same deposit, or, when joining a work, its texts."""
    if deposit.to_work is None:
        work_id = session.exec(select(Work.id).where(Work.deposit_key == key)).first()
    else:
        work_id = deposit.to_work
    return _receipt(session, work_id, deposit) if work_id else None


def same_bytes_elsewhere(session: Session, drafts: Sequence[Draft]) -> list[Notice]:
    """Notices for texts whose bytes another work holds: the archivist may want to join that one."""
    found = []
    for draft in drafts:
        sha256 = Digest.of(draft.text.source.data)
        query = (
            select(Text.work_id)
            .join(Version, col(Version.text_id) == Text.id)
            .join(Capture, col(Version.capture_id) == Capture.id)
            .where(Capture.sha256 == sha256)
            .limit(1)
        )
        work_id = session.exec(query).first()
        if work_id:
            found.append(Notice("same-bytes-elsewhere", f"work {work_id} holds the same bytes", draft.text.key))
    return found


def _receipt(session: Session, work_id: str, deposit: Deposit) -> Receipt | None:
    """The texts of the work that have these bytes; None unless every text of the deposit is among them."""
    texts: list[ReceiptText] = []
    for item in deposit.texts:
        query = (
            select(Text, Version, Capture)
            .join(Version, col(Version.text_id) == Text.id)
            .join(Capture, col(Version.capture_id) == Capture.id)
            .where(Text.work_id == work_id, Capture.sha256 == Digest.of(item.source.data), Text.role == item.role)
            .order_by(col(Version.recorded_at).desc())
            .limit(1)
        )
        row = session.exec(query).first()
        if row is None:
            return None
        texts.append(receipt_text(item.key, *row))
    return Receipt(work_id, False, tuple(texts), (ALREADY_KEPT,), None)
