"""JSON from outside, read without mercy (RFC 8259, and the stricter I-JSON of RFC 7493).

Refused, where Python's reader would look away: a name twice in one object, NaN and infinities,
numbers too large to be numbers, nesting that only an attack needs, unpaired surrogates, bytes that
are not UTF-8. Every refusal is :class:`archive.errors.BadMetadata`, with a pointer where there is one.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from api.limits import MAX_JSON_DEPTH
from archive.errors import BadMetadata

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_object(source: bytes | str, *, what: str = "the metadata") -> dict[str, Any]:
    """The JSON object that ``source`` holds."""
    value = _parse(_decoded(source, what), what)
    _check(value, [])
    if not isinstance(value, dict):
        raise BadMetadata(f"{what}: expected a JSON object, found {_kind(value)}", code="malformed", pointer="")
    return value


def require_characters(value: Any) -> None:
    """Refuse what :func:`read_object` would refuse, in JSON that somebody else has parsed."""
    _check(value, [])


def _decoded(source: bytes | str, what: str) -> str:
    if isinstance(source, str):
        return source
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadMetadata(f"{what}: expected UTF-8, byte {error.start} is not", code="malformed", pointer="") from None


def _parse(text: str, what: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite, parse_int=_integer
        )
    except json.JSONDecodeError as error:
        detail = f"{what}: not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise BadMetadata(detail, code="malformed", pointer="") from None
    except RecursionError:
        raise _too_deep([]) from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise BadMetadata(f"the name {twice!r:.100} stands twice in one object", code="duplicate-name", pointer="")
    return found


def _no_constant(name: str) -> Any:
    raise BadMetadata(f"{name} is not a JSON value", code="malformed", pointer="")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise BadMetadata(f"the number {digits:.40} is too large", code="malformed", pointer="")
    return value


def _integer(digits: str) -> int:
    # int() is quadratic in the digits and refuses 4,300 of them with a bare ValueError.
    if len(digits) > 20:
        raise BadMetadata(f"the number {digits:.40}… is too large", code="malformed", pointer="")
    return int(digits)


def _check(value: Any, path: list[str | int]) -> None:
    """Look at every name and every string; ``path`` leads to ``value``."""
    if len(path) > MAX_JSON_DEPTH:
        raise _too_deep(path)
    if isinstance(value, str):
        _check_characters(value, path)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _check_characters(name, path)
            _check(inner, [*path, name])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _check(inner, [*path, number])


def _check_characters(text: str, path: list[str | int]) -> None:
    if found := _SURROGATE.search(text):
        detail = f"at character {found.start()} stands the unpaired surrogate U+{ord(found.group()):04X}"
        raise BadMetadata(detail, code="surrogate", pointer=pointer_to(path))


def _too_deep(path: Sequence[str | int]) -> BadMetadata:
    detail = f"objects and lists may be {MAX_JSON_DEPTH} deep inside each other"
    return BadMetadata(detail, code="too-deep", pointer=pointer_to(path))


def pointer_to(path: Iterable[object]) -> str:
    """``path`` as a JSON Pointer (RFC 6901 §3)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def _kind(value: Any) -> str:
    names = {list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(value), "null")
