"""A deposit to a work that is kept already: what its texts derive from there, and which languages those have."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session, col, select

from archive.errors import NotFound
from archive.intake.deposit import Deposit, TextDeposit
from archive.models import Text, Version, Work
from archive.models.works import TextRole


def resolve(session: Session, deposit: Deposit) -> tuple[Deposit, dict[str, str]]:
    """Give translations without ``from`` the work's originals as sources; and the language of every kept version.

    A work with several originals needs the archivist's word only where not all of them were drawn on.
    """
    if session.get(Work, deposit.to_work) is None:
        raise NotFound(f"there is no work {deposit.to_work}", pointer="/work")
    rows = session.exec(
        select(Version, Text).join(Text).where(Text.work_id == deposit.to_work).order_by(Text.id, col(Version.number))
    ).all()
    latest = {text.id: version.id for version, text in rows if text.role == TextRole.ORIGINAL}
    texts = tuple(_with_sources(text, tuple(latest.values())) for text in deposit.texts)
    return replace(deposit, texts=texts), {version.id: text.language for version, text in rows}


def _with_sources(text: TextDeposit, originals: tuple[str, ...]) -> TextDeposit:
    silent = not text.sources and text.facts.from_ is None and text.revises is None
    return replace(text, sources=originals) if silent and text.role is not TextRole.ORIGINAL else text
