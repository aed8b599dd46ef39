"""argostranslate used as its manual says, with our splitter in place of the one that asks the network.

What the archive's own way is compared with: ``argostranslate.translate.translate()``, one text after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from archive.machine import argos
from archive.machine.argos_leg import Splitter
from archive.machine.package_record import Package
from archive.machine.translator import ComputeType


def plain_translate(
    packages: Sequence[Package], folder: Path, *, compute_type: ComputeType | str = "auto", intra_threads: int = 0
) -> Callable[[str], str]:
    """``translate()`` over ``packages``, which are linked into ``folder``; threads and compute type default as Argos's."""
    loaded = argos.load()
    for package in packages:
        (folder / package.id[:12]).symlink_to(package.folder, target_is_directory=True)
    with argos.LOCK:
        settings, translate = loaded.settings, loaded.translate
        settings.package_dirs = [folder]
        settings.compute_type, settings.intra_threads, settings.inter_threads = str(compute_type), intra_threads, 1
        translate.installed_translates.clear()
        translate.get_installed_languages.cache_clear()
        from_code, to_code = packages[0].from_code, packages[-1].to_code
        _split_as_we_do(translate.get_translation_from_codes(from_code, to_code))
        translate.translate(" ", from_code, to_code)  # opens the models while the settings are these
    return lambda text: str(translate.translate(text, from_code, to_code))


def _split_as_we_do(translation: Any) -> None:
    """A pivot is a pair of translations, each of them cached around its package."""
    if hasattr(translation, "t1"):
        _split_as_we_do(translation.t1)
        _split_as_we_do(translation.t2)
    else:
        package = translation.underlying
        package.sentencizer = Splitter(package.pkg.from_code)
