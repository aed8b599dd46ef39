"""Floors for the redline: on our own sentences always, on NTREX-128 where ``../shared`` is at hand.

The figure is F over words of what is marked changed; a word moved unchanged must not be marked, and
precision and recall of what is said to have moved are taken apart. Truth is planted
(:mod:`tests.quality.revisions`) in the 108 articles of eight sentences and more: the even half was used
for choosing constants, the first 52 of the odd half are reported here. Punctuation and spelling are
layers of their own and are not marks.

Measured on 2026-11-22 with ``redline|…|version:1`` (``python -m tests.quality.redline_figures``).
"""

import hashlib
import json
import random
import time
from itertools import chain
from pathlib import Path

import pytest

from archive.text.revise import OpKind, Redline, revise
from tests.quality.own_sentences import ARABIC, ENGLISH
from tests.quality.revisions import Figures, articles, benchmark, respelled

NTREX = Path(__file__).parents[2] / "../shared/data/ntrex/ntrex_docs.jsonl"
NTREX_SHA256 = "be56a904124156eec0c97913fe6e2ff3b2b1fc6c5e03ba370d62fe02f8f1eb9e"
OWN = {"ar": ARABIC, "en": ENGLISH}
ISSUE_FLOOR = 0.95

# F of what changed, precision and recall of what moved. Raise them when the redline gets better; lower
# them only with a reason written here.
FLOORS = {
    ("ar", "no moves"): (0.998, 1.0, 1.0),  # measured 0.9997 1.0000 1.0000
    ("ar", "moves"): (0.993, 0.995, 0.985),  # 0.9947 1.0000 0.9900
    ("ar", "shifted"): (0.993, 0.995, 0.98),  # 0.9946 0.9981 0.9850
    ("ar", "heavy"): (0.995, 0.995, 0.99),  # 0.9974 0.9980 0.9963
    ("en", "no moves"): (0.996, 1.0, 1.0),  # 0.9977 1.0000 1.0000
    ("en", "moves"): (0.993, 0.995, 0.985),  # 0.9948 0.9987 0.9923
    ("en", "shifted"): (0.992, 0.995, 0.98),  # 0.9940 1.0000 0.9886
    ("en", "heavy"): (0.992, 0.995, 0.975),  # 0.9943 1.0000 0.9800
}


@pytest.fixture(scope="module")
def documents():
    if not NTREX.exists():
        pytest.skip("../shared/data/ntrex is not here: the redline floors on NTREX-128 were not checked")
    data = NTREX.read_bytes()
    assert hashlib.sha256(data).hexdigest() == NTREX_SHA256, "other data: measure anew and write the figures down"
    return [json.loads(line) for line in data.decode().splitlines()]


@pytest.mark.parametrize(("language", "level"), FLOORS)
def test_ntrex_revisions(documents, language, level):
    """The issue asks for 0.95 with moves and shifted boundaries, and aims at 0.98."""
    figures = Figures.of(benchmark(articles(documents, language, "reported"), language, level))
    changed, precision, recall = FLOORS[language, level]
    assert figures.changed.f >= max(changed, ISSUE_FLOOR), str(figures)
    assert figures.moved.precision >= precision, str(figures)
    assert figures.moved.recall >= recall, str(figures)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("level", ["no moves", "moves", "shifted", "heavy"])
def test_revisions_of_our_own_sentences(language, level):
    """Paragraphs written for the project, ten revisions each. A third have under five words, too few to be said to move."""
    figures = Figures.of(benchmark(OWN[language] * 10, language, level))
    assert figures.changed.true > 200
    assert figures.changed.f >= 0.94, str(figures)
    assert figures.moved.precision >= 0.99, str(figures)
    assert figures.moved.recall >= 0.75, str(figures)


@pytest.mark.parametrize("seed", range(3))
def test_spelling_alone_counts_as_nothing(seed):
    """Harakat, tatweel, hamza, ta marbuta, alef maqsura, digits and bidi controls: thirty words in a hundred differ."""
    draft = " ".join(chain(*ARABIC))
    revision = respelled(draft, random.Random(seed))
    counts = revise(draft, revision).counts()
    assert counts.orthographic > 0.2 * len(draft.split())
    assert (counts.inserted, counts.deleted, counts.replaced, counts.moved) == (0, 0, 0, 0)
    assert sum(one != other for one, other in zip(draft.split(), revision.split(), strict=True)) == counts.orthographic


def test_spelling_of_ntrex_counts_as_nothing(documents):
    """No word of 52 respelled articles is marked."""
    marked = respelt = 0
    for number, sentences in enumerate(articles(documents, "ar", "reported")):
        draft = "\n\n".join(sentences)
        counts = revise(draft, respelled(draft, random.Random(number))).counts()
        marked += counts.inserted + counts.deleted + counts.replaced + counts.moved
        respelt += counts.orthographic
    assert marked == 0
    assert respelt > 4_000


def test_four_hundred_words_take_less_than_ten_milliseconds():
    """Best of five, for the machine is shared."""
    paragraphs = list(chain(*ENGLISH)) + [sentence.replace("market", "harbour") for sentence in chain(*ENGLISH)]
    planted = next(benchmark([paragraphs, list(chain(*ENGLISH))], "en", "shifted"))
    assert len(planted.a.spans) >= 400
    assert min(_seconds(planted.a.text, planted.b.text) for _ in range(5)) < 0.010


def _seconds(a, b):
    begun = time.process_time()
    revise(a, b)
    return time.process_time() - begun


def test_the_measure_can_fail():
    """A redline that marks nothing finds nothing, and one that marks everything is imprecise."""
    planted = next(benchmark([ENGLISH[0] + ENGLISH[1], ENGLISH[2]], "en", "heavy"))
    nothing, everything = Figures(), Figures()
    nothing.add(planted, Redline((), "none"))
    everything.add(planted, revise(planted.a.text, " ".join("x" * 999)))
    assert nothing.changed.f == 0
    assert nothing.moved.recall < 1 or not planted.moved_a
    assert everything.changed.f < 0.8


def test_moves_between_distant_paragraphs_are_seen_with_what_changed_in_them():
    """A hand-made case: the sentence moved, one word of it was replaced, and its neighbours ran together."""
    sentences = ENGLISH[0]
    a = " ".join(sentences)
    moved = sentences[4].replace("lira", "dinars")
    b = " ".join([moved, sentences[0][:-1] + ", and " + sentences[1], *sentences[2:4], *sentences[5:]])
    redline = revise(a, b)
    [block] = [op for op in redline.ops if op.kind is OpKind.MOVED_TO]
    assert block.b.of(b).strip() == moved
    assert [(op.a.of(a), op.b.of(b)) for op in block.inner if op.kind is OpKind.REPLACE] == [("lira", "dinars")]
