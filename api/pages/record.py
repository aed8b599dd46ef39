"""From a :class:`archive.history.WorkRecord` to the record page: which versions, in which order, marked where.

Pure: no database, no request. The interface gives the words for roles and the addresses of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from api.pages.contexts import (
    Chain,
    Choice,
    Column,
    Holding,
    Hop,
    Notice,
    Origin,
    Paragraph,
    Title,
    WorkPage,
)
from api.pages.marking import Mark, marked
from api.pages.ui import Ui
from archive.chain.roles import ROLES
from archive.errors import NotFound
from archive.history import DisclaimerRecord, HopRecord, TextRecord, VersionRecord, WorkRecord
from archive.text.blocks import BlockKind
from archive.values import UNDETERMINED, Span, primary_language

BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
TAIL: Final = 12  # the last group of a UUID: unlike within one page, and short
CLAIMS: Final = ("translated", "edited", "abridged", "not_verified", "not_endorsed", "responsibility", "permission")
PARTIES: Final = {"edited": "by", "translated": "by", "permission": "permission_from"}


@dataclass(frozen=True, slots=True)
class Shelf:
    """The versions of one work by id, and the two that are open for reading."""

    work: WorkRecord
    ui: Ui
    a: VersionRecord | None  # the original side
    b: VersionRecord | None  # the translation side

    def text_of(self, version: VersionRecord) -> TextRecord:
        return next(text for text in self.work.texts if text.id == version.text_id)

    def is_open(self, version: VersionRecord) -> bool:
        return version in (self.a, self.b)

    def address(self, version: VersionRecord, anchor: str = "") -> str:
        """Where ``version`` can be read: on this page if it is open, else on the page with it opened."""
        fragment = f"#{anchor}" if anchor else "#texts"
        if self.is_open(version):
            return fragment
        side = {"b": self.b.id if self.b else "", "a": self.a.id if self.a else ""}
        side[_side(self.text_of(version))] = version.id
        return self.ui.url(f"/w/{self.work.id}", a=side["a"], b=side["b"]) + fragment


def work_page(work: WorkRecord, ui: Ui, *, a: str = "", b: str = "") -> WorkPage:
    """The page of ``work`` with the versions ``a`` and ``b`` open (empty: the latest original and translation)."""
    shelf = _open(work, ui, a, b)
    return WorkPage(
        work=work,
        titles=_titles(work),
        chains=tuple(_chain(shelf, text) for text in work.texts),
        notices=_notices(shelf),
        columns=tuple(_column(shelf, version) for version in (shelf.a, shelf.b) if version),
        missing=_missing(work),
        holdings=tuple(
            Holding(text, version, version is text.latest) for text in work.texts for version in text.versions
        ),
    )


def _open(work: WorkRecord, ui: Ui, a: str, b: str) -> Shelf:
    """Put the versions asked for on their sides: a lone address opens on the side its text belongs to."""
    shelf = Shelf(work, ui, None, None)
    asked = [_version(work, wanted) for wanted in (a, b) if wanted]
    if len(asked) == 1:
        side = _side(shelf.text_of(asked[0]))
        left, right = (asked[0], None) if side == "a" else (None, asked[0])
    else:
        left, right = (asked[0], asked[1]) if asked else (None, None)
    left = left or _default(work, "a", ui)
    right = right or _default(work, "b", ui)
    return Shelf(work, ui, left, right if right is not left else None)


def _side(text: TextRecord) -> str:
    return "a" if text.role == "original" else "b"


def _default(work: WorkRecord, side: str, ui: Ui) -> VersionRecord | None:
    """The latest version of one text of a side: a person's before a machine's, the reader's language before
    the other language of the interface, that before any other.
    """
    texts = [text for text in work.texts if _side(text) == side]
    preference = (ui.language, ui.other_language)

    def rank(text: TextRecord) -> tuple[bool, int]:
        language = primary_language(text.language)
        return text.by_machine, preference.index(language) if language in preference else len(preference)

    return min(texts, key=rank).latest if texts else None


def _version(work: WorkRecord, wanted: str) -> VersionRecord:
    found = next((version for version in work.versions if version.id == wanted), None)
    if found is None:
        raise NotFound(f"work {work.id}: expected one of its versions, found {wanted[:60]!r}")
    return found


def _missing(work: WorkRecord) -> str | None:
    sides = {_side(text) for text in work.texts if not text.by_machine}
    if sides >= {"a", "b"}:
        return None
    return "translation" if "a" in sides else "original"


def _titles(work: WorkRecord) -> tuple[Title, ...]:
    """One title a language, the original's first; a machine gives none."""
    ordered = sorted((text for text in work.texts if not text.by_machine), key=_side)
    titles: dict[str, str] = {}
    for text in ordered:
        titles.setdefault(text.language, text.latest.title)
    return tuple(Title(language, title) for language, title in titles.items())


# --- the chain -------------------------------------------------------------------------------------


def _chain(shelf: Shelf, text: TextRecord) -> Chain:
    """The chain of the version that is open, else of the latest."""
    version = next((version for version in text.versions if shelf.is_open(version)), text.latest)
    hops = tuple(_hop(shelf, text, version, hop) for hop in version.hops)
    return Chain(text, version, hops, tuple(_origins(shelf, text, version)))


def _hop(shelf: Shelf, text: TextRecord, version: VersionRecord, hop: HopRecord) -> Hop:
    role = ROLES[hop.role].label(shelf.ui.language) if hop.role in ROLES else hop.role
    place = shelf.address(version, _anchor("q", hop.id)) if hop.span else None
    return Hop(hop, role, text.language, place)


def _origins(shelf: Shelf, text: TextRecord, version: VersionRecord) -> Iterable[Origin]:
    versions = {item.id: item for item in shelf.work.versions}
    for record in shelf.work.derivations:
        source = versions.get(record.source_id)
        if record.target_id != version.id or source is None:
            continue
        pivot = versions.get(record.pivot_id or "")
        pivot_text = shelf.text_of(pivot) if pivot else None
        source_text = shelf.text_of(source)
        yield Origin(record, source, source_text, shelf.address(source), pivot, pivot_text, text.language)


# --- disclaimers -----------------------------------------------------------------------------------


def claims_of(disclaimer: DisclaimerRecord) -> tuple[tuple[str, str | None], ...]:
    """What a wording claims, as (claim, party it names), in a fixed order; what it does not claim is left out."""
    return tuple(_claim(name, disclaimer.claims) for name in CLAIMS if disclaimer.claims.get(name))


def _claim(name: str, claims: Mapping[str, Any]) -> tuple[str, str | None]:
    if name == "responsibility":
        return f"responsibility-{claims[name]}", claims.get("responsible_party")
    party = claims.get(PARTIES.get(name, "")) if name != "translated" or not claims.get("edited") else None
    return name, party


def _notices(shelf: Shelf) -> tuple[Notice, ...]:
    """Every wording once, with all its places."""
    wordings: dict[str, DisclaimerRecord] = {}
    places: dict[str, list[tuple[TextRecord, VersionRecord, str]]] = {}
    for text in shelf.work.texts:
        for version in text.versions:
            for use in version.disclaimers:
                wordings.setdefault(use.disclaimer.id, use.disclaimer)
                address = shelf.address(version, disclaimer_anchor(version.id, use.span))
                places.setdefault(use.disclaimer.id, []).append((text, version, address))
    return tuple(Notice(wording, claims_of(wording), tuple(places[key])) for key, wording in wordings.items())


# --- the checks ------------------------------------------------------------------------------------


def language_verdict(check: Mapping[str, Any]) -> str:
    """What the kept language check comes to: agrees, contradicts, cannot-tell, seen (nothing declared), overridden."""
    declared, found = check.get("declared"), check.get("found") or UNDETERMINED
    if check.get("overridden"):
        return "overridden"
    if found == UNDETERMINED:
        return "cannot-tell"
    if not declared:
        return "seen"
    return "agrees" if primary_language(declared) == primary_language(found) else "contradicts"


# --- the texts -------------------------------------------------------------------------------------


def _column(shelf: Shelf, version: VersionRecord) -> Column:
    text = shelf.text_of(version)
    later = next((item for item in text.versions if item.supersedes_id == version.id), None)
    return Column(
        text=text,
        version=version,
        paragraphs=tuple(_paragraphs(version)),
        choices=tuple(_choices(shelf, version)),
        superseded_by=shelf.address(later) if later else None,
    )


def _choices(shelf: Shelf, shown: VersionRecord) -> Iterable[Choice]:
    """The versions this column can show: all but the one in the other column."""
    on_a = shown is shelf.a
    other = shelf.b if on_a else shelf.a
    for text in shelf.work.texts:
        for version in text.versions:
            if version is other:
                continue
            pair = (version, other) if on_a else (other, version)
            a, b = (item.id if item else "" for item in pair)
            address = shelf.ui.url(f"/w/{shelf.work.id}", a=a, b=b) + "#texts"
            yield Choice(text, version, address, version is shown)


def _paragraphs(version: VersionRecord) -> Iterable[Paragraph]:
    marks = [*_hop_marks(version), *_disclaimer_marks(version)]
    numbers = count(1)
    for index, block in enumerate(version.layout, 1):
        number = next(numbers) if block.kind in BODY else None
        place = f"p{number}" if number else f"b{index}"
        html = marked(version.content, marks, block.span)
        at = block_anchor(version.id, block.span.start)
        yield Paragraph(block.kind.value, number, _anchor(place, version.id), at, html)


def _hop_marks(version: VersionRecord) -> Iterable[Mark]:
    return (Mark(hop.span, "evidence", _anchor("q", hop.id)) for hop in version.hops if hop.span)


def _disclaimer_marks(version: VersionRecord) -> Iterable[Mark]:
    return (Mark(use.span, "disclaim", disclaimer_anchor(version.id, use.span)) for use in version.disclaimers)


def _anchor(place: str, record_id: str) -> str:
    return f"{place}-{record_id[-TAIL:]}"


def block_anchor(version_id: str, start: int) -> str:
    """Where the block that begins at ``start`` stands on the page of its version."""
    return _anchor(f"at{start}", version_id)


def disclaimer_anchor(version_id: str, span: Span) -> str:
    """Where a disclaimer stands on the page of its version."""
    return _anchor(f"d{span.start}", version_id)
