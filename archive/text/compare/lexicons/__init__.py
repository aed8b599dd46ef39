"""The lexicons of the comparison: TOML files a researcher can read and edit, with examples and sources in them.

The one place of this package that opens files, and only its own. What an entry means is said at the head of each file.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """``lexicon("places")`` is ``places.toml``, parsed."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
