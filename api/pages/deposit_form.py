"""The deposit form: which fields it has, what they mean to the intake, and which field an error is about.

Pure. A side counts as given when it has a file or pasted text; the rest of its fields describe it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from api.pages.contexts import Problem
from archive.errors import BadMetadata, NotAllowed, ThabatError
from archive.history import WorkRecord

SIDES: Final = ("original", "translation")
FACTS: Final[Mapping[str, Sequence[str]]] = {
    "original": ("language", "title", "outlet", "url", "published"),
    "translation": ("language", "title", "outlet", "url", "published", "completeness"),
}
WHOLE: Final = ("kind", "external_id", "note")
FIELDS: Final = frozenset(
    {f"{side}_{name}" for side in SIDES for name in (*FACTS[side], "text", "file")} | {*WHOLE, "key", "force", "to"}
)
REFILLED: Final = frozenset(FIELDS - {"key", "original_file", "translation_file"})
"""What the form shows again after an error: never the key, and browsers let nobody fill in a file."""


def metadata_of(values: Mapping[str, str], files: Sequence[str], target: WorkRecord | None) -> dict[str, Any]:
    """The metadata that ``values`` amount to; ``files`` are the sides that came as a file."""
    metadata: dict[str, Any] = {} if target else {name: values[name] for name in WHOLE if values.get(name)}
    for side in SIDES:
        text = values.get(f"{side}_text", "").replace("\r\n", "\n")  # a browser sends CRLF whatever was pasted
        if text.strip() and side in files:
            detail = "there is a file and a pasted text for this side: expected one of them"
            raise BadMetadata(detail, code="contradiction", pointer=f"/{side}/text")
        if text.strip() or side in files:
            facts = {name: values[f"{side}_{name}"] for name in FACTS[side] if values.get(f"{side}_{name}")}
            metadata[side] = facts | ({"text": text} if text.strip() else {})
    if target and "translation" in metadata and "original" not in metadata:
        metadata["translation"]["from"] = [text.latest.id for text in target.texts if text.role == "original"]
    return metadata


def problem_of(error: ThabatError) -> Problem:
    """``error`` beside the field it is about."""
    field = "key" if isinstance(error, NotAllowed) else field_of(error.pointer or "")
    return Problem(field, error.code, type(error).code, error.detail)


def field_of(pointer: str) -> str:
    """The field a JSON Pointer into the metadata leads to; empty when it is none of the form's."""
    parts = [part for part in pointer.split("/") if part]
    name = "_".join(parts)
    if name in FIELDS:
        return name
    if parts and parts[0] in SIDES:
        return f"{parts[0]}_file"
    return ""
