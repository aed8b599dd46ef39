"""Name pairs that aligned sentences propose."""

from __future__ import annotations

from search.names import learn

# Invented sentences about invented people.
PAIRS = [
    ("But Zaki Morad left Raqqa on Monday.", "لكن زكي مراد غادر الرقة يوم الاثنين."),
    ("Officials in Raqqa's old town said Morad was safe.", "وقال مسؤولون في البلدة القديمة بالرقة إن مراد بخير."),
    ("The river runs by Raqqa, but Rana stayed.", "ويمر النهر بالرقة، إلا أن رنا بقيت."),
    ("Nothing is said of it here.", "وقد رقّ قلبه."),
    ("", ""),
]


def found() -> dict[tuple[str, str], tuple[int, int]]:
    return {(each.latin, each.arabic): (each.together, each.latin_count) for each in learn(PAIRS)}


def test_short_names_are_learnt_with_their_counts() -> None:
    """Raqqa has two consonants; three sentences say what it is in Arabic, with particles and article or without."""
    assert found()["Raqqa", "رقه"] == (3, 3)
    assert found()["Morad", "مراد"] == (2, 2)
    assert found()["Rana", "رنا"] == (1, 1)


def test_ordinary_words_at_the_beginning_of_a_sentence_are_no_names() -> None:
    """What is written small elsewhere is no name, nor are words without a like in the Arabic."""
    assert {latin for latin, _ in found()} == {"Raqqa", "Morad", "Zaki", "Rana"}


def test_the_most_often_linked_come_first() -> None:
    """In the same order every time."""
    assert [each.latin for each in learn(PAIRS)] == ["Raqqa", "Morad", "Rana", "Zaki"]
    assert all(0.75 <= each.score <= 1 for each in learn(PAIRS))


def test_without_sentences_there_is_nothing_to_learn() -> None:
    """Nor without names in them."""
    assert learn([]) == learn([("no names here", "لا أسماء هنا")]) == ()


def test_candidates_show_where_they_were_learnt() -> None:
    """The Arabic as printed, the first sentences, and the places of both words in them."""
    raqqa = next(each for each in learn(PAIRS) if each.latin == "Raqqa")
    assert (raqqa.written, raqqa.example) == ("الرقة", PAIRS[0])
    latin, arabic = raqqa.places
    assert [span.of(PAIRS[0][0]) for span in latin] == ["Raqqa"]
    assert [span.of(PAIRS[0][1]) for span in arabic] == ["الرقة"]
    assert raqqa.as_dict()["example"] == {"latin": PAIRS[0][0], "arabic": PAIRS[0][1]}
