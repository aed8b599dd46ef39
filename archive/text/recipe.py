"""The signature of the method that made a derived row (DESIGN.md §2, *recipe*).

``recipe("segment", 3, quotes="inside")`` is ``segment|quotes:inside|version:3``, after sacrebleu's
signatures. It is built once from what the code really used, compared as a whole and shown to
people; nobody takes it apart again.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = re.compile(r"[a-z][a-z0-9-]*\Z")
_VALUE: Final = re.compile(r"[^|\s\x00-\x1f]+\Z")


def recipe(name: str, version: int, **params: str | int | bool) -> str:
    """``name|param:value|…|version:N``, parameters in the order given, truth values as ``yes`` and ``no``."""
    if not _NAME.match(name):
        raise ValueError(f"not the name of a method: {name[:40]!r}")
    if version < 1:
        raise ValueError(f"versions of a method count from 1, not {version}")
    fields = [f"{key}:{_shown(key, value)}" for key, value in params.items()]
    return "|".join([name, *fields, f"version:{version}"])


def _shown(key: str, value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = str(value)
    if not _VALUE.match(shown):
        raise ValueError(f"a recipe cannot hold {key}={shown[:40]!r}: no blanks, no bars, not empty")
    return shown
