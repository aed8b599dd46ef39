"""One line of an import: a JSON object becomes a deposit. The format is in ``docs/reference/import.md``.

Fields come bare (``outlet``, ``url``, ``date``: the original's) or with a language tag as suffix
(``text_en``, ``outlet_en``, ``title_ar-SY``: that side's). Nothing is dropped in silence: a field that
is not known makes the line a bad one, unless it begins with ``x_`` or is a figure that research
collections carry along; those are counted. Nothing is read from disk here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from archive.errors import BadFile, BadMetadata
from archive.intake.deposit import Deposit, Source, assemble
from archive.intake.metadata import from_mapping
from archive.intake.readers import encode_inline
from archive.models.works import CaptureMethod, TextRole
from archive.values import language_tag

USUAL_ORIGINAL: Final = "ar"
PRIVATE_PREFIX: Final = "x_"

_BARE: Final = {"outlet": "outlet", "url": "url", "date": "published"}
_ALONE: Final = frozenset({"external_id", "id", "kind", "note", "original"})
_PER_SIDE: Final = {**_BARE, "title": "title", "standfirst": "standfirst"}
_TEXT_PARTS: Final = frozenset({"text", "sentences", "byline", "disclaimer"})
# What aligned research collections say about their lines, and a deposit has no place for.
_RESEARCH: Final = frozenset(
    {"doc_id", "source_lang", "target_lang", "orig_lang", "genre", "unit", "alignment", "noisy_sentences"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be deposited. ``ignored``: names of fields that were seen and not kept."""

    deposit: Deposit
    ignored: tuple[str, ...]


def parse_line(raw: bytes) -> Line:
    """Read one line; :class:`archive.errors.BadInput` says what is wrong with it."""
    data = _object(raw)
    sides, ignored = _sorted_fields(data)
    texts = {tag: side for tag, side in sides.items() if _has_text(side)}
    _check_sides(sides, texts)
    original = _original(data, texts)
    metadata = {
        "external_id": data.get("external_id") or data.get("id"),
        "kind": data.get("kind"),
        "note": data.get("note"),
        "texts": [_text(tag, side, data, original=original, only=len(texts) == 1) for tag, side in texts.items()],
    }
    given = {name: value for name, value in metadata.items() if value is not None}
    sources = {tag: _source(tag, side) for tag, side in texts.items()}
    return Line(assemble(from_mapping(given), sources), ignored)


def _object(raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8"), object_pairs_hook=_without_repeats)
    except UnicodeDecodeError as error:
        raise BadMetadata(f"not UTF-8 at byte {error.start + 1} of the line", code="malformed") from None
    except json.JSONDecodeError as error:
        raise BadMetadata(f"not JSON at character {error.colno}: {error.msg}", code="malformed") from None
    except (ValueError, RecursionError) as error:  # a number with 5,000 digits, a thousand brackets
        raise BadMetadata(f"not readable as JSON: {type(error).__name__}", code="malformed") from None
    if not isinstance(data, dict):
        raise BadMetadata(f"expected a JSON object, found {_kind(data)}", code="malformed")
    return data


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadMetadata("the field is there twice", code="malformed", pointer=f"/{name}")
        found[name] = value
    return found


def _sorted_fields(data: Mapping[str, Any]) -> tuple[dict[str, dict[str, Any]], tuple[str, ...]]:
    """Language tag → its fields; and the names that are ignored."""
    sides: dict[str, dict[str, Any]] = {}
    ignored = []
    for name, value in data.items():
        if name in _RESEARCH or name.startswith(PRIVATE_PREFIX):
            ignored.append(name)
        elif name not in _ALONE and name not in _BARE:
            field, tag = _split(name)
            side = sides.setdefault(tag, {})
            if field in side:
                raise BadMetadata(f"{tag} has this field twice, in two spellings", code="malformed", pointer=f"/{name}")
            if value is not None:
                side[field] = _checked(name, field, value)
    return sides, tuple(ignored)


def _split(name: str) -> tuple[str, str]:
    field, _, suffix = name.partition("_")
    if suffix and (field in _PER_SIDE or field in _TEXT_PARTS):
        try:
            return field, language_tag(suffix)
        except ValueError:
            raise BadMetadata(f"{suffix[:40]!r} is not a language tag", code="malformed", pointer=f"/{name}") from None
    raise BadMetadata("this field is not known", code="unknown-field", pointer=f"/{name[:80]}")


def _checked(name: str, field: str, value: Any) -> Any:
    if field == "sentences":
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return value
        raise BadMetadata("expected a list of texts", code="malformed", pointer=f"/{name}")
    if not isinstance(value, str):
        raise BadMetadata(f"expected a text, found {_kind(value)}", code="malformed", pointer=f"/{name}")
    return value


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _has_text(side: Mapping[str, Any]) -> bool:
    return bool(str(side.get("text", "")).strip() or any(item.strip() for item in side.get("sentences", ())))


def _check_sides(sides: Mapping[str, Mapping[str, Any]], texts: Mapping[str, Mapping[str, Any]]) -> None:
    for tag, side in sides.items():
        if "text" in side and "sentences" in side:
            raise BadMetadata("give the text or its sentences, not both", code="contradiction", pointer=f"/text_{tag}")
        told = next((name for name, value in side.items() if value and name not in ("text", "sentences")), None)
        if told and tag not in texts:
            raise BadMetadata(
                f"there is neither text_{tag} nor sentences_{tag}", code="missing-field", pointer=f"/{told}_{tag}"
            )
    if not texts:
        raise BadMetadata("no side has a text: expected text_<language> or sentences_<language>", code="missing-field")


def _original(data: Mapping[str, Any], texts: Mapping[str, Any]) -> str:
    """The tag of the original's language, which need not be there itself: its translation may come alone."""
    named = data.get("original")
    if named is not None:
        try:
            return language_tag(named)
        except (ValueError, AttributeError):
            raise BadMetadata(
                f"expected a language tag, found {named!r:.60}", code="malformed", pointer="/original"
            ) from None
    if USUAL_ORIGINAL in texts or len(texts) == 1:
        return USUAL_ORIGINAL if USUAL_ORIGINAL in texts else next(iter(texts))
    raise BadMetadata(
        f"which of {', '.join(texts)} is the original? Say it in the field “original”",
        code="missing-field",
        pointer="/original",
    )


def _text(tag: str, side: Mapping[str, Any], data: Mapping[str, Any], *, original: str, only: bool) -> dict[str, Any]:
    """The metadata of one side. Bare fields are the original's, or the only text's."""
    is_original = tag == original
    facts: dict[str, Any] = {"key": tag, "language": tag, "charset": "utf-8"}  # it came as characters
    facts["role"] = TextRole.ORIGINAL if is_original else TextRole.TRANSLATION
    for name, field in _PER_SIDE.items():
        value = side.get(name) or (data.get(name) if name in _BARE and (is_original or only) else None)
        if value:
            facts[field] = value
    return facts


def _source(tag: str, side: Mapping[str, Any]) -> Source:
    """The side's bytes: byline, text and disclaimer, each on a line of its own."""
    before, behind = ([side[name]] if side.get(name) else [] for name in ("byline", "disclaimer"))
    sentences: Sequence[str] | None = side.get("sentences")
    try:
        if sentences is not None:
            lines = (*before, *sentences, *behind)
            return Source(encode_inline("\n".join(lines)), None, "text/plain", CaptureMethod.IMPORT, lines)
        whole = "\n\n".join([*before, side["text"], *behind])
        return Source(encode_inline(whole), None, "text/plain", CaptureMethod.IMPORT)
    except BadFile as error:
        raise BadFile(error.detail, code=error.code, pointer=f"/text_{tag}") from None
