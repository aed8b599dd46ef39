"""Which versions belong together: over corrections of either side, several originals, relays, and where nothing is said."""

from __future__ import annotations

import pytest

from archive.models.works import TextRole
from archive.pairing import Kept, Origin, pairs_of

ROLES = {"o": TextRole.ORIGINAL, "t": TextRole.TRANSLATION, "m": TextRole.MACHINE}


def kept(name: str, supersedes: str | None = None) -> Kept:
    """``o.ar1``: role, text, number of the version; the text's language is its first two letters."""
    role, rest = name.split(".")
    return Kept(name, rest.rstrip("0123456789"), ROLES[role], rest[:2], supersedes)


def pairs(versions: list[Kept], *origins: tuple[str, str]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Current, and owed besides; origins are source and target."""
    found = pairs_of(versions, [Origin(f"d{n}", target, source) for n, (source, target) in enumerate(origins)])
    current = [pair[:2] for pair in found.current]
    return current, [pair[:2] for pair in found.owed if pair[:2] not in current]


def test_a_corrected_translation_is_compared_with_what_the_first_was_made_from() -> None:
    """Twice corrected too; and every version with the original, for it can be found as well."""
    versions = [kept("o.ar1"), kept("t.en1"), kept("t.en2", "t.en1"), kept("t.en3", "t.en2")]
    assert pairs(versions, ("o.ar1", "t.en1")) == (
        [("o.ar1", "t.en3")],
        [("o.ar1", "t.en1"), ("o.ar1", "t.en2")],
    )


def test_a_corrected_original_is_compared_as_it_stands_now() -> None:
    """The older one stays compared with what was made of it."""
    versions = [kept("o.ar1"), kept("t.en1"), kept("o.ar2", "o.ar1")]
    assert pairs(versions, ("o.ar1", "t.en1")) == ([("o.ar2", "t.en1")], [("o.ar1", "t.en1")])


def test_a_correction_that_names_its_source_has_that_one() -> None:
    """What a deposit says outweighs what would be inherited."""
    versions = [kept("o.ar1"), kept("o.arb1"), kept("t.en1"), kept("t.en2", "t.en1")]
    current, others = pairs(versions, ("o.ar1", "t.en1"), ("o.arb1", "t.en2"))
    assert (current, others) == ([("o.arb1", "t.en2")], [("o.ar1", "t.en1")])


def test_several_originals_and_relays_are_a_pair_each() -> None:
    """A compilation with all that it draws on; a relay with the pivot and with the original."""
    versions = [kept("o.ar1"), kept("o.arb1"), kept("t.fr1"), kept("t.en1")]
    assert pairs(versions, ("o.ar1", "t.en1"), ("o.arb1", "t.en1"), ("t.fr1", "t.en1"), ("o.ar1", "t.fr1"))[0] == [
        ("o.ar1", "t.en1"), ("o.ar1", "t.fr1"), ("o.arb1", "t.en1"), ("t.fr1", "t.en1"),
    ]  # fmt: skip


def test_where_nothing_is_said_the_originals_of_the_work_are_taken() -> None:
    """In another language, as they stand now; no derivation is made up for it."""
    versions = [kept("t.en1"), kept("o.ar1"), kept("o.ar2", "o.ar1"), kept("o.enb1")]
    found = pairs_of(versions, [])
    assert found.current == (("o.ar2", "t.en1", None),)
    assert found.owed == found.current


@pytest.mark.parametrize("other", ["m.en1", "t.ar1"])
def test_machines_and_equal_languages_are_no_pair(other: str) -> None:
    """A machine's text is a witness, and sentences are aligned between two languages."""
    assert pairs([kept("o.arx1"), kept(other)], ("o.arx1", other)) == ([], [])
