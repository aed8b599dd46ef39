"""Floors for the alignment: on our own pair always, on the defects of ``../shared`` where they are at hand.

The figures are of the reported half (articles with odd numbers); weights, coefficients and calibration were
made on the other. Measured on 2026-11-22 with ``python -m tests.quality.align_figures``; the docstring of each
test has what was measured. Only what is shown by default counts.
"""

import pytest

from archive.machine.encoder_use import UseEncoder
from archive.text.align import Band, Kind, Label, Side, align
from tests.quality.align_figures import measure
from tests.quality.defects import aligned, documents, missing
from tests.quality.own_pair import ADDED, ARABIC, ENGLISH


@pytest.fixture(scope="module")
def encoder():
    return UseEncoder(remember=64)


def own(encoder, arabic=ARABIC, english=ENGLISH):
    left, right = Side.of(arabic, "ar", encoder), Side.of(english, "en", encoder)
    return align(left, right, encoder=encoder)


def linked(found):
    return [(link.source, link.target) for link in found.links if link.source and link.target]


def shown(found):
    return [(each.kind, each.source, each.target) for each in found.differences if each.band is not Band.LOW]


def test_our_own_pair_has_nothing_to_report(encoder):
    """A faithful translation: every sentence linked, every link sure, nothing shown."""
    found = own(encoder)
    assert linked(found) == [((i,), (i,)) for i in range(len(ARABIC))]
    assert {link.label for link in found.links} == {Label.KEPT}
    assert shown(found) == []


def test_our_own_pair_edited(encoder):
    """One sentence left out, one added, two joined, one moved to the top: all four are found."""
    joined = f"{ENGLISH[6]} {ENGLISH[7]}"
    english = [ENGLISH[0], ENGLISH[10], *ENGLISH[1:4], *ENGLISH[5:6], joined, ADDED, *ENGLISH[8:10], ENGLISH[11]]
    found = own(encoder, english=english)
    assert set(shown(found)) == {
        (Kind.OMISSION, (4,), ()),
        (Kind.ADDITION, (), (7,)),
        (Kind.MERGED, (6, 7), (6,)),
        (Kind.REORDER, (10,), (1,)),
    }


def test_our_own_pair_turned_round(encoder):
    """The last sentence first: exact all the same."""
    last = len(ARABIC) - 1
    assert linked(own(encoder, english=ENGLISH[::-1])) == [((i,), (last - i,)) for i in range(len(ARABIC))]


def test_our_own_pair_with_four_sentences_left(encoder):
    """Two thirds omitted: what is left is linked, and it is still a pair."""
    found = own(encoder, english=[ENGLISH[at] for at in (1, 5, 8, 10)])
    assert linked(found) == [((1,), (0,)), ((5,), (1,)), ((8,), (2,)), ((10,), (3,))]
    assert found.is_pair


def test_our_own_pair_against_another_story(encoder):
    """These do not look like a pair."""
    story = [
        ADDED,
        "The goalkeeper was injured in the second half.",
        "The next match is on Friday.",
        "Tickets are sold out.",
    ]
    found = own(encoder, english=story)
    assert not found.is_pair
    assert found.differences == ()


def test_our_own_pair_with_a_gloss_and_a_copy(encoder):
    """An editor's note in brackets, a sentence left in Arabic, one printed twice."""
    gloss = f"{ENGLISH[3].removesuffix('.')} (the figure could not be checked by this newspaper)."
    english = [*ENGLISH[:3], gloss, ENGLISH[4], ARABIC[5], ENGLISH[6], ENGLISH[6], *ENGLISH[7:]]
    found = shown(own(encoder, english=english))
    assert set(found) == {
        (Kind.ADDITION_CLAUSE, (3,), (3,)),
        (Kind.UNTRANSLATED, (5,), (5,)),
        (Kind.DUPLICATE, (), (7,)),
    }


needs_shared = pytest.mark.skipif(missing(), reason="../shared/data/defects is not here: the floors were not checked")


@pytest.fixture(scope="module")
def mixed(encoder):
    return measure(documents("mixed", "reported"), encoder)


@pytest.fixture(scope="module")
def singles(encoder):
    """Documents with one structural defect each."""
    kinds = ("omission", "addition", "duplicate", "untranslated", "reorder", "partial_omission", "addition_clause")
    chosen = [document for document in documents("single", "reported") if document.planted(*kinds)]
    return measure(chosen, encoder)["issues"]


@needs_shared
def test_mixed_links(mixed):
    """Issue 3: floor 0.97, aim 0.985. Measured: 0.9948."""
    assert mixed["align"]["links"]["F1"] >= 0.99


@needs_shared
@pytest.mark.parametrize(("kind", "floor"), [("omission", 0.96), ("addition", 0.97), ("reorder", 0.97)])
def test_mixed_recall(mixed, kind, floor):
    """Several differences a document. Measured: .969, 1.0 and 1.0 (reorder of 6)."""
    assert mixed["issues"]["recall_by_type"][kind]["recall"] >= floor


@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "floor"),
    [("omission", 0.90), ("addition", 0.95), ("duplicate", 1.0), ("untranslated", 1.0), ("reorder", 0.97)],
)
def test_single_recall(singles, kind, floor):
    """One planted difference a document, as shown by default."""
    assert singles["recall_by_type"][kind]["recall"] >= floor


@needs_shared
def test_clean_documents_stay_clean(encoder):
    """Untouched professional translations with anything shown: issue 3 wants at most 12 %, aims at 5 %. Measured: 2 of 61."""
    found = measure(documents("clean", "reported"), encoder)
    assert found["issues"]["of_them_flagged"] <= 0.04 * found["documents"]
    assert found["align"]["links"]["F1"] >= 0.995


@needs_shared
def test_the_declaration_of_human_rights(encoder):
    """Aligned by hand: the recital without Arabic counterpart is found, and no wrong link is made."""
    figures = measure(aligned("udhr"), encoder)["align"]
    assert figures["links"]["F1"] >= 0.985
    assert figures["links"]["P"] == 1.0
    assert figures["added_sentences"]["R"] == 1.0
