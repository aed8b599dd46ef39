"""langdetect behind the seam: the same answer every time, whatever came before, in whatever thread."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from archive.machine.detector import Detector
from archive.machine.detector_langdetect import SAMPLE, LangdetectDetector, sample
from tests.archive.text.samples import ARABIC, ENGLISH, FRENCH, PERSIAN, TURKISH

HALVES = f"{ENGLISH} {FRENCH}"


@pytest.fixture(scope="module")
def detector() -> Detector:
    return LangdetectDetector()


@pytest.mark.parametrize(
    ("text", "language"), [(ARABIC, "ar"), (ENGLISH, "en"), (PERSIAN, "fa"), (TURKISH, "tr"), (FRENCH, "fr")]
)
def test_it_knows_the_language_of_a_paragraph(detector, text, language):
    """With a probability in [0, 1]."""
    tag, probability = detector.detect(text)
    assert tag == language
    assert 0.9 < probability <= 1.0


@pytest.mark.parametrize("text", ["", "2015", "…", "😀", "https://example.org", "\u200f"])
def test_nothing_to_go_by_is_none(detector, text):
    """The library's exception does not leak."""
    assert detector.detect(text) is None


def test_the_answer_does_not_depend_on_what_was_asked_before(detector):
    """An undecided text gives one answer, not a lottery."""
    first = detector.detect(HALVES)
    for other in (ARABIC, TURKISH, ENGLISH):
        detector.detect(other)
        assert detector.detect(HALVES) == first


def test_eight_threads_agree(detector):
    """Neither state nor order is shared between threads."""
    texts = [HALVES, ARABIC, ENGLISH, FRENCH] * 4
    alone = [detector.detect(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detector.detect, texts)) == alone


def test_first_use_in_eight_threads_loads_once():
    """In a fresh process, where the library itself raises in seven of eight threads."""
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from archive.machine.detector_langdetect import LangdetectDetector\n"
        f"text = {ENGLISH!r}\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    print(len(set(pool.map(LangdetectDetector().detect, [text] * 16))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_importing_the_doorway_does_not_load_the_library():
    """The library is imported when the first question is asked."""
    code = "import sys, archive.machine.detector_langdetect; print('langdetect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_long_text_is_sampled_at_three_places():
    """Beginning, middle and end, so that a long foreign tail is not overlooked."""
    text = "a" * 3000 + "b" * 3000 + "c" * 3000
    taken = sample(text)
    assert len(taken) <= SAMPLE + 2
    assert {"a", "b", "c"} <= set(taken)
    assert sample("short") == "short"


def test_the_recipe_names_library_seed_and_sample():
    """What a stored opinion was made with."""
    assert LangdetectDetector().recipe == "langdetect|library:1.0.9|seed:0|sample:2000|version:1"
