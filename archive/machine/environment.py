"""On what a machine's sentence was computed: software and processor, without the name of a machine, a user or a path.

int8 products differ between processors (MACHINE.md §4), so a run without this could not be told from a changed one.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

_CPU_INFO: Final = Path("/proc/cpuinfo")
_TELLING: Final = ("avx", "avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "asimd", "asimddp", "i8mm", "sve")
"""Features by which the engine picks its arithmetic."""

_STEERING: Final = re.compile(r"(CT2|MKL|ONEDNN|DNNL|OMP|KMP|OPENBLAS)_[A-Z0-9_]+\Z")


def describe(distributions: Iterable[str]) -> dict[str, str]:
    """Versions of ``distributions``, of this product and Python; the processor; variables that steer arithmetic."""
    return {
        "thabat": metadata.version("thabat"),
        **{name: metadata.version(name) for name in distributions},
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        **_processor(),
        **{name: os.environ[name][:80] for name in sorted(os.environ) if _STEERING.match(name)},
    }


@cache
def _processor() -> dict[str, str]:
    """From Linux's own list; elsewhere what Python knows."""
    try:
        lines = _CPU_INFO.read_text(encoding="utf-8", errors="replace").split("\n\n", 1)[0].splitlines()
    except OSError:
        return {"processor": platform.processor() or "unknown"}
    stated = {name.strip(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    flags = set((stated.get("flags") or stated.get("Features") or "").split())
    return {
        "processor": stated.get("model name") or stated.get("CPU part") or "unknown",
        "processor_vendor": stated.get("vendor_id") or stated.get("CPU implementer") or "unknown",
        "processor_features": " ".join(name for name in _TELLING if name in flags) or "none of those that matter",
    }
