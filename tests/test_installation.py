"""What `make install` puts there is complete, light and free to use: the lock is installed without dependency resolution.

pip is told to add nothing (`--no-deps`), so these tests say what pip otherwise would: that nothing which
is needed is missing. They also hold ADR 0011: what was left out stays out, under whatever name it comes.
"""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LEFT_OUT = frozenset(PROJECT["tool"]["uv"]["exclude-dependencies"])
HEAVY = {"torch", "onnxruntime", "triton", "thinc", "transformers"}


def _needed() -> dict[str, str]:
    """Every requirement of the product and of what it requires, with who asked."""
    found: dict[str, str] = {}
    waiting = [("thabat", line) for line in PROJECT["project"]["dependencies"]]
    while waiting:
        asker, line = waiting.pop()
        need = Requirement(line)
        name = canonicalize_name(need.name)
        if name in LEFT_OUT or not (need.marker is None or need.marker.evaluate({"extra": ""})):
            continue
        if str(need) in found:
            continue
        found[str(need)] = asker
        waiting += [(name, more) for more in metadata.distribution(name).requires or []]
    return found


def test_everything_that_is_needed_is_installed_in_a_version_that_fits() -> None:
    """The lock is complete: each requirement is met, but for those left out by name."""
    unmet = [
        f"{asker}: {need}"
        for need, asker in _needed().items()
        if not Requirement(need).specifier.contains(metadata.version(Requirement(need).name), prereleases=True)
    ]
    assert unmet == []


def test_the_lock_holds_nothing_heavy_and_nothing_that_was_left_out() -> None:
    """Neither for this platform nor, behind a marker, for another."""
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert "argostranslate" in locked
    assert not (LEFT_OUT | HEAVY) & set(locked)


def test_the_lock_names_no_address() -> None:
    """Where packages come from is the affair of the machine."""
    assert not re.search(r"https?://|--(extra-)?index", (ROOT / "requirements.lock").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted({canonicalize_name(Requirement(need).name) for need in _needed()}))
def test_no_dependency_is_under_the_gpl_or_agpl_alone(name: str) -> None:
    """By what the package says of itself; a choice of licences is fine when one of them is free of the clause."""
    found = metadata.metadata(name)
    stated = " ".join([found.get("License-Expression") or "", (found.get("License") or "")[:200]])
    classifiers = " ".join(found.get_all("Classifier") or [])
    choices = re.split(r"\bOR\b", stated)
    assert not all(re.search(r"\bA?GPL|GNU (Affero )?General Public", choice) for choice in choices)
    assert not re.search(r"License :: .*(Affero|GNU General Public)", classifiers)
