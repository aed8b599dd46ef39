"""The one door to argostranslate: imported light, untouched by the user's settings, and silent.

argostranslate 1.11 imports ``stanza`` (which brings torch) and ``minisbd`` (AGPL, which brings onnxruntime) for
sentence splitters, and ``spacy`` if it is there. Its splitters are never used here: they ask the network at the first
sentence (MACHINE.md §1.4). So while it is imported, and only then, stand-ins take those names; whether
the real ones are installed makes no difference, and who imports them later gets the real ones (ADR 0011).
Environment variables and the ``settings.json`` that could change a translation are out of sight meanwhile; every
setting is then pinned. What is made with it is :mod:`archive.machine.translator_argos`' affair.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module, metadata
from threading import RLock
from types import ModuleType
from typing import Any, Final

from archive.errors import Unavailable

SERIES: Final = "1.11."
"""Names inside argostranslate are used that no release promises to keep."""

LOCK: Final = RLock()
"""Its settings are globals that are read when a model is opened: whoever opens one holds this."""

_STAND_INS: Final = ("stanza", "minisbd", "minisbd.models")
_DATA_FOLDERS: Final = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
_FOREIGN: Final = ("ARGOS_", "SNAP", "LIBRETRANSLATE_", "OPENAI_", "KMP_DUPLICATE_LIB_OK")
_USED: Final = {
    "translate": ("PackageTranslation", "Language"),
    "package": ("Package",),
    "settings": ("device", "inter_threads", "intra_threads", "compute_type", "chunk_type", "ChunkType", "beam_size"),
    "utils": ("logger",),
}


class Argos:
    """Its modules, imported: ``translate``, ``package``, ``settings``."""

    def __init__(self, modules: dict[str, ModuleType]) -> None:
        self.translate: Any = modules["translate"]
        self.package: Any = modules["package"]
        self.settings: Any = modules["settings"]


def load() -> Argos:
    """Import argostranslate, in a tenth of a second; :class:`Unavailable` where it is absent or another."""
    with LOCK:
        return _load()


@cache
def _load() -> Argos:
    try:
        version = metadata.version("argostranslate")
    except metadata.PackageNotFoundError as error:
        raise Unavailable("argostranslate is not installed: run `make install`", code="no-engine") from error
    if not version.startswith(SERIES):
        raise Unavailable(f"expected argostranslate {SERIES}*, found {version}: run `make install`", code="no-engine")
    try:
        with _out_of_sight(), _stood_in():
            modules = {name: import_module(f"argostranslate.{name}") for name in _USED}
    except ImportError as error:
        raise Unavailable(
            f"argostranslate cannot be imported: {error}: run `make install`", code="no-engine"
        ) from error
    missing = [f"{name}.{part}" for name, parts in _USED.items() for part in parts if not hasattr(modules[name], part)]
    if missing:
        raise Unavailable(f"argostranslate {version} lacks {', '.join(missing)}", code="no-engine")
    modules["utils"].logger.setLevel(logging.WARNING)  # it writes every sentence at INFO
    _pin(modules["settings"])
    return Argos(modules)


def _pin(settings: Any) -> None:
    """Also where somebody imported argostranslate before, with settings of their own."""
    settings.device, settings.beam_size, settings.batch_size = "cpu", 4, 32
    settings.package_dirs = []
    # The one kind whose splitter does nothing until its first sentence; ours is put in its place before that.
    settings.chunk_type = settings.ChunkType.STANZA


@contextmanager
def _out_of_sight() -> Iterator[None]:
    """Argos reads variables and a settings file, and makes folders, while it is imported."""
    touched = [name for name in os.environ if name.startswith(_FOREIGN)]
    before = {name: os.environ.get(name) for name in (*touched, *_DATA_FOLDERS, "KMP_DUPLICATE_LIB_OK")}
    with tempfile.TemporaryDirectory(prefix="thabat-argos-") as folder:
        for name in touched:
            del os.environ[name]
        os.environ.update(dict.fromkeys(_DATA_FOLDERS, folder))
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


@contextmanager
def _stood_in() -> Iterator[None]:
    modules: dict[str, Any] = sys.modules
    names = (*_STAND_INS, "spacy")
    before = {name: modules.get(name) for name in names}
    stand_ins = {name: _StandIn(name) for name in _STAND_INS}
    stand_ins["minisbd"].__dict__.update(models=stand_ins["minisbd.models"], SBDetect=_refuse)
    modules.update(stand_ins, spacy=None)  # None is how Python marks a module that cannot be imported
    try:
        yield
    finally:
        for name in names:
            del modules[name]
        modules.update({name: module for name, module in before.items() if module is not None})


class _StandIn(ModuleType):
    """A module in name; using it is a fault of ours and says so."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        _refuse()


def _refuse(*_: object, **__: object) -> None:
    raise Unavailable(
        "a sentence splitter of Argos was asked for; sentences are split by archive.machine here", code="no-engine"
    )
