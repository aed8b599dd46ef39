"""One line of a collection: a JSON object with two sides, each a text or a list of sentences.

``{"id", "sentences_ar", "sentences_en"}`` or ``{"id", "text_ar", "text_en"}``, with any two language
tags. Where a side has both, its sentences count: whoever split them knew more. Every other field is
passed over, for collections carry much along. The format is in ``docs/reference/align.md``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from archive.errors import BadFile, BadInput
from archive.values import language_tag

USUAL: Final = ("ar", "en")
"""The sides, in this order, of a line that has both, whatever else it has; Arabic comes first beside any other."""

_SENTENCES, _TEXT = "sentences_", "text_"


@dataclass(frozen=True, slots=True)
class RowSide:
    """``suffix`` is the language tag as the line writes it; ``sentences`` is None for a text to be split."""

    suffix: str
    language: str
    text: str
    sentences: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Row:
    """``id`` as the line has it, a text or a whole number."""

    id: str | int
    source: RowSide
    target: RowSide


def parse_row(raw: bytes) -> Row:
    """Read one line; :class:`archive.errors.BadInput` says what is wrong with it."""
    data = _object(raw)
    suffixes = _suffixes(data)
    if len(suffixes) != 2:
        raise BadInput(
            "expected two sides (text_ar and text_en, or sentences_ar and sentences_en), "
            f"found {', '.join(suffixes) or 'none'}",
            code="missing-field",
        )
    first, second = (_side(data, suffix) for suffix in suffixes)
    return Row(_id(data), first, second)


def _object(raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8 at byte {error.start + 1} of the line", code="malformed") from None
    except json.JSONDecodeError as error:
        raise BadInput(f"not JSON at character {error.colno}: {error.msg}", code="malformed") from None
    except (ValueError, RecursionError) as error:  # a number with 5,000 digits, a thousand brackets
        raise BadInput(f"not readable as JSON: {type(error).__name__}", code="malformed") from None
    if not isinstance(data, dict):
        raise BadInput(f"expected a JSON object, found a {type(data).__name__}", code="malformed")
    return data


def _id(data: Mapping[str, Any]) -> str | int:
    found = data.get("id")
    if isinstance(found, str | int) and not isinstance(found, bool) and found != "":
        return _checked(found, "/id") if isinstance(found, str) else found
    problem = "expected a text or a whole number" if "id" in data else "the line has no id"
    raise BadInput(problem, code="malformed" if "id" in data else "missing-field", pointer="/id")


def _suffixes(data: Mapping[str, Any]) -> list[str]:
    """The language tags that the fields end in: the usual two, or those of the line in its order, Arabic first."""
    names = [name for name, value in data.items() if value is not None]
    found = (name.removeprefix(start) for name in names for start in (_SENTENCES, _TEXT) if name.startswith(start))
    suffixes = [suffix for suffix in dict.fromkeys(found) if suffix]
    if set(USUAL) <= set(suffixes):
        return list(USUAL)
    return sorted(suffixes, key=lambda suffix: suffix != USUAL[0])


def _side(data: Mapping[str, Any], suffix: str) -> RowSide:
    language = _language(suffix)
    sentences, text = data.get(_SENTENCES + suffix), data.get(_TEXT + suffix)
    if sentences is None:
        return RowSide(suffix, language, _checked(text, f"/{_TEXT}{suffix}"), None)
    if not isinstance(sentences, list):
        raise BadInput("expected a list of texts", code="malformed", pointer=f"/{_SENTENCES}{suffix}")
    checked = (_checked(one, f"/{_SENTENCES}{suffix}/{number}") for number, one in enumerate(sentences))
    return RowSide(suffix, language, "", tuple(checked))


def _language(suffix: str) -> str:
    try:
        return language_tag(suffix)
    except ValueError:
        raise BadInput(f"{suffix[:40]!r} is not a language tag", code="malformed") from None


def _checked(value: Any, pointer: str) -> str:
    if not isinstance(value, str):
        raise BadInput(f"expected a text, found a {type(value).__name__}", code="malformed", pointer=pointer)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadFile("an unpaired surrogate, which no encoding can hold", code="surrogate", pointer=pointer) from None
    return value
