"""What is handed over, in one shape whatever the door: texts as bytes, their facts, how they derive, their hops.

:func:`assemble` turns metadata and bytes into a :class:`Deposit`: sides get keys, every key is known,
derivations are a graph without cycles, and texts come in an order in which sources stand before
what was made from them. It reads no text; that is :mod:`archive.intake.drafting`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from graphlib import CycleError, TopologicalSorter
from typing import Final

from archive.errors import BadFile, BadMetadata
from archive.intake.metadata import HopMetadata, Metadata, TextMetadata
from archive.intake.readers import encode_inline
from archive.models.chain import DerivationKind, Directness
from archive.models.works import CaptureMethod, TextRole, WorkKind
from archive.values import is_id

ORIGINAL: Final = "original"
TRANSLATION: Final = "translation"
MAX_TEXTS: Final = 50


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as received."""

    data: bytes
    filename: str | None = None
    media_type: str | None = None
    method: CaptureMethod = CaptureMethod.FILE
    sentences: tuple[str, ...] | None = None  # given one by one: no layout is guessed


@dataclass(frozen=True, slots=True)
class TextDeposit:
    """One text of a deposit. ``sources`` and ``revises`` are keys of this deposit or ids of versions already kept."""

    key: str
    role: TextRole
    source: Source
    facts: TextMetadata
    pointer: str
    sources: tuple[str, ...] = ()
    pivot: str | None = None  # the source through which a relay translation was made
    revises: str | None = None
    derivation: DerivationKind = DerivationKind.TRANSLATION


@dataclass(frozen=True, slots=True)
class Deposit:
    """``to_work``: join these texts to a work that is already kept."""

    texts: tuple[TextDeposit, ...]
    kind: WorkKind = WorkKind.NEWS
    external_id: str | None = None
    note: str | None = None
    hops: tuple[HopMetadata, ...] = ()
    to_work: str | None = None
    by_key: Mapping[str, TextDeposit] = field(default_factory=dict, compare=False)


def assemble(metadata: Metadata, sources: Mapping[str, Source], *, to_work: str | None = None) -> Deposit:
    """Join ``metadata`` with the bytes in ``sources`` (by side or key)."""
    if to_work is not None:
        _check_nothing_of_the_work(metadata)
    given = _given_texts(metadata, sources)
    if not given:
        raise BadMetadata("a deposit needs at least one text: original, translation or texts", code="missing-field")
    if len(given) > MAX_TEXTS:
        raise BadMetadata(
            f"a deposit holds at most {MAX_TEXTS} texts, found {len(given)}", code="too-many", pointer="/texts"
        )
    linked = {text.key: text for text in _with_links(given, to_work=to_work)}
    by_key = {key: _through_pivot(text, linked) for key, text in linked.items()}
    texts = list(by_key.values())
    _check_hop_sides(metadata.hops, by_key)
    return Deposit(
        texts=_in_order(texts, by_key),
        kind=metadata.kind or WorkKind.NEWS,
        external_id=metadata.external_id,
        note=metadata.note,
        hops=metadata.hops,
        to_work=to_work,
        by_key=by_key,
    )


def _check_nothing_of_the_work(metadata: Metadata) -> None:
    """A work that is kept cannot be renamed by a text that joins it: say so instead of ignoring it."""
    for field_ in ("kind", "external_id", "note"):
        if getattr(metadata, field_) is not None:
            raise BadMetadata(
                f"{field_} belongs to the work, which is kept already; leave it out when joining a text",
                code="contradiction",
                pointer=f"/{field_}",
            )


def _given_texts(metadata: Metadata, sources: Mapping[str, Source]) -> list[TextDeposit]:
    described = {key: (value, f"/{key}") for key, value in _sides(metadata).items()}
    for number, facts in enumerate(metadata.texts):
        key = facts.key or f"text-{number + 1}"
        if key in described:
            raise BadMetadata(f"two texts have the key {key!r}", code="duplicate-key", pointer=f"/texts/{number}/key")
        described[key] = (facts, f"/texts/{number}")
    for key in sources:
        described.setdefault(key, (TextMetadata(), f"/{key}"))
    return [_text(key, facts, pointer, sources.get(key)) for key, (facts, pointer) in described.items()]


def _sides(metadata: Metadata) -> dict[str, TextMetadata]:
    sides = {ORIGINAL: metadata.original, TRANSLATION: metadata.translation}
    return {key: value for key, value in sides.items() if value is not None}


def _text(key: str, facts: TextMetadata, pointer: str, source: Source | None) -> TextDeposit:
    if source is not None and (facts.text is not None or facts.sentences is not None):
        raise BadMetadata(
            f"{key}: there is a file and an inline text for one side; give one of them",
            code="contradiction",
            pointer=pointer,
        )
    role = facts.role or (TextRole.TRANSLATION if key == TRANSLATION or facts.from_ else TextRole.ORIGINAL)
    return TextDeposit(
        key=key,
        role=role,
        source=source or _inline(facts, pointer),
        facts=facts,
        pointer=pointer,
        revises=facts.revises,
        derivation=facts.derivation or (DerivationKind.CORRECTION if facts.revises else DerivationKind.TRANSLATION),
    )


def _inline(facts: TextMetadata, pointer: str) -> Source:
    """The text that stands in the metadata itself."""
    try:
        if facts.sentences is not None:
            data = encode_inline("\n".join(facts.sentences))
            return Source(data, facts.filename, "text/plain", CaptureMethod.INLINE, facts.sentences)
        if facts.text is not None:
            data = encode_inline(facts.text)
            return Source(data, facts.filename, facts.media_type, CaptureMethod.INLINE)
    except BadFile as error:
        raise BadFile(error.detail, code=error.code, pointer=f"{pointer}/text") from None
    raise BadMetadata("there is neither a file nor a text for this side", code="missing-field", pointer=pointer)


def _with_links(texts: Sequence[TextDeposit], *, to_work: str | None) -> list[TextDeposit]:
    keys = {text.key for text in texts}
    originals = tuple(text.key for text in texts if text.role is TextRole.ORIGINAL and not text.revises)
    return [_linked(text, keys, originals, to_work=to_work) for text in texts]


def _linked(text: TextDeposit, keys: set[str], originals: tuple[str, ...], *, to_work: str | None) -> TextDeposit:
    facts = text.facts
    default = originals if text.role is not TextRole.ORIGINAL and not text.revises else ()
    sources = facts.from_ if facts.from_ is not None else default
    references = [*((source, "from") for source in sources), *([(text.revises, "revises")] if text.revises else [])]
    references += [(facts.pivot, "pivot")] if facts.pivot else []
    for reference, name in references:
        if reference not in keys and not (to_work and is_id(reference)):
            raise BadMetadata(
                f"{reference!r} is neither the key of a text of this deposit nor the id of a version it may join",
                code="unknown-key",
                pointer=f"{text.pointer}/{name}",
            )
    if facts.pivot and facts.directness is not Directness.RELAY:
        raise BadMetadata(
            'a pivot is only for directness = "relay"', code="contradiction", pointer=f"{text.pointer}/pivot"
        )
    return replace(text, sources=tuple(dict.fromkeys(sources)), pivot=facts.pivot)


def _through_pivot(text: TextDeposit, by_key: Mapping[str, TextDeposit]) -> TextDeposit:
    """A relay translation derives from its pivot and, through it, from what the pivot was made from."""
    if text.facts.directness is not Directness.RELAY:
        return text
    pivot = text.pivot or (text.sources[0] if len(text.sources) == 1 else None)
    if pivot is None or (text.pivot is None and pivot not in by_key):
        return text
    beyond = by_key[pivot].sources if pivot in by_key else ()
    if not text.pivot and not beyond:
        return text  # a relay whose pivot the archive does not hold
    return replace(text, sources=tuple(dict.fromkeys([*text.sources, pivot, *beyond])), pivot=pivot)


def _check_hop_sides(hops: Sequence[HopMetadata], by_key: Mapping[str, TextDeposit]) -> None:
    for number, hop in enumerate(hops):
        if hop.side not in by_key:
            raise BadMetadata(
                f"the hop is on side {hop.side!r}, but the texts are {', '.join(by_key)}",
                code="unknown-key",
                pointer=f"/hops/{number}/side",
            )


def _in_order(texts: Sequence[TextDeposit], by_key: Mapping[str, TextDeposit]) -> tuple[TextDeposit, ...]:
    """Sources before what derives from them; otherwise as given."""
    graph = {text.key: [key for key in (*text.sources, text.revises) if key in by_key] for text in texts}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = " ← ".join(error.args[1])
        raise BadMetadata(f"derivations go in a circle: {circle}", code="cycle", pointer="/texts") from None
    return tuple(by_key[str(key)] for key in order)
