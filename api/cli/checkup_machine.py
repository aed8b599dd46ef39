"""Doctor's checks of the machine and the installation."""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from api.cli.findings import Finding, holds_if
from archive.database.engine import is_safe_in_wal, sqlite_module
from archive.errors import ThabatError
from archive.machine import argos
from archive.machine.detector_langdetect import LangdetectDetector
from archive.values import Outcome

OLDEST_PYTHON: Final = (3, 11)
OUR_PACKAGES: Final = ("archive", "api", "search", "migrations")
DISTRIBUTION: Final = "thabat"
TRANSLATION: Final = ("argostranslate", "ctranslate2", "sentencepiece")
LEFT_OUT: Final = ("stanza", "spacy", "minisbd")
_HOME: Final = Path(__file__).resolve().parents[2]
_SENTENCE: Final = (
    "The council said on Thursday that the bridge over the river would stay closed until the spring, because the "
    "engineers had found cracks in two of its four piers and the repair had to wait for the water to fall."
)
_ITS_LANGUAGE: Final = "en"


def python_version() -> Finding:
    return holds_if(sys.version_info >= OLDEST_PYTHON, f"Python {platform.python_version()}")


def sqlite_version() -> Finding:
    module = sqlite_module()
    safe = is_safe_in_wal(module.sqlite_version_info)
    also = "" if safe else "; used without WAL, and slower: install pysqlite3"
    return Finding(Outcome.HOLDS if safe else Outcome.NOT_CHECKED, f"SQLite {module.sqlite_version}{also}")


def package_names() -> Finding:
    """Short names clash easily: each must come from us and from nobody else."""
    wrong = [f"{name} ({why})" for name in OUR_PACKAGES if (why := _not_ours(name))]
    return holds_if(not wrong, "; ".join(wrong) or f"all below {_HOME}")


def _not_ours(name: str) -> str | None:
    spec = find_spec(name)
    places = [Path(place).resolve() for place in (spec.submodule_search_locations or [])] if spec else []
    if places != [_HOME / name]:
        return f"found at {', '.join(map(str, places)) or 'no place'}"
    owners = set(packages_distributions().get(name, [DISTRIBUTION])) - {DISTRIBUTION}
    return f"also brought by {', '.join(sorted(owners))}" if owners else None


def language_detector() -> Finding:
    found = LangdetectDetector().detect(_SENTENCE)
    seen = found[0] if found else "nothing"
    return holds_if(seen == _ITS_LANGUAGE, f"an English sentence is taken for {seen}")


def search_engine() -> Finding:
    """Three distributions call themselves whoosh; their indexes differ."""
    try:
        found = version("whoosh-reloaded")
    except PackageNotFoundError:
        return Finding(Outcome.BROKEN, "whoosh-reloaded is not installed")
    others = set(packages_distributions().get("whoosh", [])) - {"Whoosh-Reloaded", "whoosh-reloaded"}
    said = f"whoosh-reloaded {found}" + (f", and also {', '.join(sorted(others))}" if others else "")
    return holds_if(not others, said)


def translation_engine() -> Finding:
    """Light: without the splitters that argostranslate asks for and this product never uses; full: they are there."""
    try:
        argos.load()
        found = ", ".join(f"{name} {version(name)}" for name in TRANSLATION)
    except (ThabatError, PackageNotFoundError) as error:
        return Finding(Outcome.BROKEN, str(error))
    also = [name for name in LEFT_OUT if find_spec(name) is not None]
    kind = f"full: also {', '.join(also)}, not used here" if also else f"light: without {', '.join(LEFT_OUT)}"
    return Finding(Outcome.HOLDS, f"{found} ({kind})")
