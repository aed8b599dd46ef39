"""The alignment as a whole, on documents of invented vectors."""

import subprocess
import sys
import time
from dataclasses import replace

import numpy as np
import pytest

from archive.text.align import Band, Kind, Label, Side, align
from tests.archive.text.align.worlds import side


def beads(source, target):
    return [(link.source, link.target) for link in align(side(source, "ar"), side(target, "en")).links]


def labels(source, target):
    return {(link.source, link.target): link.label for link in align(side(source, "ar"), side(target, "en")).links}


def kinds(source, target):
    found = align(side(source, "ar"), side(target, "en")).differences
    return {(each.kind, each.source, each.target) for each in found}


def one_to_one(count):
    return [((i,), (i,)) for i in range(count)]


def test_the_same_story_is_linked_one_to_one():
    """Twenty sentences, none missing: twenty links and nothing to report."""
    assert beads(range(20), range(20)) == one_to_one(20)
    assert kinds(range(20), range(20)) == set()


def test_an_omission_and_an_addition_are_found_where_they_are():
    """Sentence 4 has no counterpart, and meaning 90 was never in the original."""
    target = [0, 1, 2, 3, 5, 6, 90, 7, 8, 9]
    assert kinds(range(10), target) == {(Kind.OMISSION, (4,), ()), (Kind.ADDITION, (), (6,))}
    found = labels(range(10), target)
    assert found[(4,), ()] is Label.OMITTED
    assert found[(), (6,)] is Label.ADDED


def test_a_sentence_of_two_words_is_a_hint():
    """How often such a one is right was never counted: it is found, and not shown by default."""
    target = side([0, 1, 2, 3, 5, 6, 90, 7, 8, 9], "en")
    short = replace(target, sentences=(*target.sentences[:6], "He left.", *target.sentences[7:]))
    bands = {each.kind: each.band for each in align(side(range(10), "ar"), short).differences}
    assert bands[Kind.OMISSION] is Band.HIGH
    assert bands[Kind.ADDITION] is Band.LOW


def test_every_sentence_is_in_exactly_one_link():
    """Whatever happens to them, no sentence is lost and none is counted twice."""
    source, target = [0, 1, (2, 3), 4, 5, 6, 7], [1, 0, 2, 3, 90, 91, (6, 7)]
    found = beads(source, target)
    assert sorted(i for left, _ in found for i in left) == list(range(len(source)))
    assert sorted(j for _, right in found for j in right) == list(range(len(target)))


@pytest.mark.parametrize("width", [2, 3])
def test_sentences_joined_and_divided(width):
    """One sentence of the original in two or three of the translation, and the other way round."""
    joined = tuple(range(3, 3 + width))
    source, target = [0, 1, 2, joined, 10, 11, 12], [0, 1, 2, *joined, 10, 11, 12]
    assert ((3,), joined) in beads(source, target)
    assert (joined, (3,)) in beads(target, source)
    assert (Kind.SPLIT, (3,), joined) in kinds(source, target)
    assert (Kind.MERGED, joined, (3,)) in kinds(target, source)


def test_a_moved_paragraph_is_one_difference():
    """Sentences 12 to 14 now stand second: found, and reported as a block."""
    target = [0, 12, 13, 14, *range(1, 12), *range(15, 20)]
    assert labels(range(20), target)[(13,), (2,)] is Label.MOVED
    assert kinds(range(20), target) == {(Kind.REORDER, (12, 13, 14), (1, 2, 3))}


def test_neighbours_that_changed_places():
    """Of two sentences that changed places one moved; both keep their counterpart."""
    found = beads(range(8), [0, 1, 2, 4, 3, 5, 6, 7])
    assert ((3,), (4,)) in found
    assert ((4,), (3,)) in found


def test_a_document_turned_round_stays_exact():
    """The last sentence first, the first one last."""
    assert sorted(beads(range(20), range(19, -1, -1))) == [((i,), (19 - i,)) for i in range(20)]


def test_a_shuffled_document_stays_exact():
    """More moves than chains are looked for: the rest is found bead by bead."""
    order = [int(at) for at in np.random.default_rng(5).permutation(60)]
    assert sorted(beads(range(60), order)) == sorted(((meaning,), (at,)) for at, meaning in enumerate(order))


def test_seven_in_ten_omitted():
    """What is left is linked exactly, in a text that still looks like a pair."""
    target = [i for i in range(40) if i % 10 in {1, 4, 8}]
    found = align(side(range(40), "ar"), side(target, "en"))
    assert [(link.source, link.target) for link in found.links if link.target] == [
        ((i,), (at,)) for at, i in enumerate(target)
    ]
    assert found.is_pair
    assert sum(link.label is Label.OMITTED for link in found.links) == 28


def test_one_side_twice_as_long():
    """Every second sentence of the translation is its own: exact all the same."""
    target = [meaning for i in range(20) for meaning in (i, 500 + i)]
    found = beads(range(20), target)
    assert [bead for bead in found if bead[0] and bead[1]] == [((i,), (2 * i,)) for i in range(20)]


def test_sentences_twice_as_long_each():
    """A translation in twice as many characters is no sign of anything."""
    left = side(range(20), "ar")
    right = side(range(20), "en")
    long = Side(tuple(f"{text} {text}x" for text in right.sentences), "en", right.vectors)
    assert [(link.source, link.target) for link in align(left, long).links] == one_to_one(20)
    assert align(left, long).differences == ()


def test_a_sentence_printed_twice():
    """The first is linked, the second is a duplicate: no addition, and no split sentence."""
    found = align(side(range(8), "ar"), side([0, 1, 2, 3, 3, 4, 5, 6, 7], "en"))
    assert [(each.kind, each.target) for each in found.differences] == [(Kind.DUPLICATE, (4,))]
    assert found.differences[0].detail["same_as"] == 3


def test_a_refrain_on_both_sides_is_no_duplicate():
    """What is printed twice in the original may be printed twice in the translation."""
    assert kinds([0, 1, 2, 1, 3], [0, 1, 2, 1, 3]) == set()


def test_a_sentence_left_in_the_original_language():
    """A copy of the Arabic on the English side is untranslated: linked, neither shortened nor added."""
    left, right = side(range(8), "ar"), side(range(8), "en")
    sentences = (*right.sentences[:3], left.sentences[3], *right.sentences[4:])
    vectors = np.vstack([right.vectors[:3], left.vectors[3:4], right.vectors[4:]])
    found = align(left, Side(sentences, "en", vectors))
    assert [(each.kind, each.source, each.target) for each in found.differences] == [(Kind.UNTRANSLATED, (3,), (3,))]


def test_two_texts_that_are_no_pair():
    """No difference is reported of texts that have nothing to do with each other."""
    found = align(side(range(30), "ar"), side(range(200, 225), "en"))
    assert not found.is_pair
    assert found.differences == ()
    assert {link.label for link in found.links} == {Label.UNCERTAIN}


@pytest.mark.parametrize(("left", "right"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 4), (2, 1)])
def test_very_small_documents(left, right):
    """Nothing, or next to nothing, on a side is no error."""
    found = align(side(range(left), "ar"), side(range(right), "en"))
    assert sum(len(link.source) for link in found.links) == left
    assert sum(len(link.target) for link in found.links) == right


def test_vectors_of_two_encoders_are_refused():
    """Cosines between different models mean nothing."""
    left, right = side(range(2), "ar"), side(range(2), "en")
    with pytest.raises(ValueError, match="two encoders"):
        align(
            Side(left.sentences, "ar", left.vectors, "one|version:1"),
            Side(right.sentences, "en", right.vectors, "two|version:1"),
        )


def test_a_side_needs_a_vector_for_each_sentence():
    """Checked where the side is made, not where it would go wrong."""
    with pytest.raises(ValueError, match="one vector a sentence"):
        Side(("a", "b"), "en", np.zeros((3, 4), dtype=np.float32))


def test_unrelated_long_texts_return_quickly():
    """Two hundred sentences against two hundred others: well under two seconds, busy machine included."""
    left, right = side(range(200), "ar"), side(range(1000, 1200), "en")
    started = time.process_time()
    assert not align(left, right).is_pair
    assert time.process_time() - started < 2


def test_the_same_bytes_under_every_hash_seed():
    """Nothing depends on the order of sets: two processes with different seeds print the same."""
    program = (
        "from archive.text.align import align\n"
        "from tests.archive.text.align.worlds import side\n"
        "print(align(side([0, 1, (2, 3), 4, 5, 6, 7, 8], 'ar'), side([1, 0, 2, 3, 90, 6, 6, 8, 7], 'en')))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(printed) == 1
    assert b"Alignment(" in printed.pop()
