"""Term lists: found by name, by beginning, and at one letter's distance, as by looking at every term."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.index.terms import Terms, packed

letters = st.sampled_from("abcdارىة𐤀")
words = st.text(letters, min_size=1, max_size=6)


def terms_of(known: set[str]) -> Terms:
    return Terms(
        **{
            "blob" if name == "terms" else name: array
            for name, array in packed(sorted(w.encode() for w in known)).items()
        }
    )


def within_one(one: str, other: str) -> bool:
    """By definition."""
    inserted = any(one[:place] + other[place : place + 1] + one[place:] == other for place in range(len(other)))
    left_out = any(one[:place] + one[place + 1 :] == other for place in range(len(one)))
    replaced = len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 1
    return inserted or left_out or replaced


@given(st.sets(words), words)
def test_near_is_everything_within_one_letter(known: set[str], word: str) -> None:
    """Inserted, left out or replaced, in letters of one to four bytes."""
    terms = terms_of(known)
    assert {terms[number].decode() for number in terms.near(word)} == {k for k in known if within_one(word, k)}


@given(st.sets(words), words)
def test_names_and_beginnings(known: set[str], word: str) -> None:
    """A term is found by its name alone; a beginning finds all that begin so, in order."""
    terms = terms_of(known)
    number = terms.find(word.encode())
    assert (number >= 0) == (word in known)
    assert number < 0 or terms[number] == word.encode()
    starting = [terms[n].decode() for n in terms.starting(word.encode())]
    assert starting == sorted(k for k in known if k.startswith(word))
    assert list(terms) == sorted(k.encode() for k in known)
