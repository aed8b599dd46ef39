"""Argos Translate behind the :class:`~archive.machine.translator.Translator` seam: packages, tokens, engine.

argostranslate opens the package and makes the CTranslate2 translator; what is done differently is that the
sentences are ours and that those of many articles go through in one batch (three times as fast, the same
bytes: a test compares with ``argostranslate.translate.translate()``). A package is opened from its own folder
and only when every file in it has the recorded hash. Argos's list of languages, which goes on using a
package that was replaced, is never asked. Nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib import metadata
from typing import Any, Final

from archive.errors import Broken, ThabatError, Unavailable
from archive.machine import argos, environment
from archive.machine.argos_leg import Leg
from archive.machine.package_record import Package
from archive.machine.packages import problems_of
from archive.machine.translator import Output, Parameters, Translator
from archive.text.recipe import recipe

_DISTRIBUTIONS: Final = ("argostranslate", "ctranslate2", "sentencepiece")
_PROBE: Final = "a"


def open_translator(packages: Sequence[Package], parameters: Parameters) -> ArgosTranslator:
    """Open the packages in the order in which a text goes through them; a changed or a broken one is refused."""
    for package in packages:
        problems = problems_of(package)
        if problems:
            raise Broken(
                f"the package {package.label} is not what was installed: {problems[0]}"
                f"{f' (and {len(problems) - 1} more)' if len(problems) > 1 else ''}; installing it again mends it",
                code="model-changed",
            )
    return ArgosTranslator(packages, parameters)


def try_out(package: Package) -> None:
    """Open a package and translate one letter: a model that its engine cannot run is refused before it is kept."""
    ArgosTranslator([package], Parameters()).translate([_PROBE])


class ArgosTranslator(Translator):
    """One leg a package; with two, each sentence of the first is split again before the second."""

    def __init__(self, packages: Sequence[Package], parameters: Parameters) -> None:
        super().__init__([package.identity for package in packages], parameters)
        loaded = argos.load()
        self._legs = [_opened(loaded, package, parameters) for package in packages]

    @cached_property
    def recipe(self) -> str:
        engine = recipe(
            "argos",
            1,
            **{name: metadata.version(name) for name in _DISTRIBUTIONS},
            packages="+".join(package.id for package in self.packages),
        )
        return f"{engine} {self.parameters.as_recipe()}"

    @property
    def can_score(self) -> bool:
        return super().can_score and self._legs[0].can_score

    def environment(self) -> dict[str, str]:
        return {
            **environment.describe(_DISTRIBUTIONS),
            **self._legs[-1].settings(),
            "compute_type_resolved": "+".join(leg.compute_type for leg in self._legs),
        }

    def _translate(self, sentences: Sequence[str]) -> list[Output]:
        found = self._legs[0].translate(sentences)
        for leg in self._legs[1:]:
            found = leg.continue_with(found)
        return found

    def _join(self, pieces: Sequence[str]) -> str:
        return self._legs[-1].decode(pieces)

    def _score(self, sources: Sequence[str], targets: Sequence[str]) -> list[int]:
        return self._legs[0].score(sources, targets)


def _opened(loaded: argos.Argos, package: Package, parameters: Parameters) -> Leg:
    try:
        return Leg(loaded, package, parameters)
    except ThabatError:
        raise
    except Exception as error:
        said: Any = (str(error).splitlines() or [""])[0].replace(str(package.folder), package.name)[:200]
        raise Unavailable(
            f"the package {package.label} cannot be opened by its engine: {type(error).__name__}: {said}",
            code="machine-failed",
        ) from error
