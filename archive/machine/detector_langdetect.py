"""langdetect behind the :class:`~archive.machine.detector.Detector` seam, made to give the same answer every time.

Left to itself langdetect draws lots with an unseeded generator, orders its languages as the file
system lists them, and raises in every thread but one when first used in several. So: a factory of
our own, seeded, profiles in sorted order, loaded once under a lock. Its probabilities are not
calibrated; callers treat them as such.
"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import Any, Final

from archive.text.recipe import recipe

SEED: Final = 0
SAMPLE: Final = 2_000
"""Characters looked at, from three places of the text: more costs time (10,000 take 40 ms) and changes nothing."""

_load_lock: Final = Lock()
_TAGS: Final = {"zh-cn": "zh-Hans", "zh-tw": "zh-Hant"}


class LangdetectDetector:
    """Knows 55 languages; Pashto, Sorani and Kurmanji are not among them."""

    @property
    def recipe(self) -> str:
        return recipe("langdetect", 1, library=metadata.version("langdetect"), seed=SEED, sample=SAMPLE)

    def warm_up(self) -> None:
        """Load the profiles now (about half a second) instead of at the first question."""
        with _load_lock:
            _factory()

    def detect(self, text: str) -> tuple[str, float] | None:
        """Return the likeliest language and its probability, or ``None`` for a text without letters it knows."""
        from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - lazy: one heavy library

        self.warm_up()
        detector = _factory().create()
        detector.append(sample(text))
        try:
            found = detector.get_probabilities()
        except LangDetectException:  # "No features in text."
            return None
        return (_TAGS.get(found[0].lang, found[0].lang), float(found[0].prob)) if found else None


def sample(text: str, size: int = SAMPLE) -> str:
    """Return at most about ``size`` characters of ``text`` from its beginning, middle and end."""
    if len(text) <= size:
        return text
    part = size // 3
    middle = (len(text) - part) // 2
    return " ".join((text[:part], text[middle : middle + part], text[-part:]))


@cache
def _factory() -> Any:
    """The library's own loader depends on the order of ``os.listdir``; this one does not."""
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415 - lazy

    factory = DetectorFactory()
    profiles = sorted(path for path in Path(PROFILES_DIRECTORY).iterdir() if not path.name.startswith("."))
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles])
    factory.set_seed(SEED)
    return factory
