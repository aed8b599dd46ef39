"""Signed notes against the vectors of the specification and of Go's implementation.

``SPEC_*``: the example of c2sp.org/signed-note (verifier key and note). ``POEM``: the note at the head of
the same document. ``GO_*``: the key pairs and signatures of golang.org/x/mod/sumdb/note, package
documentation and tests.
"""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import Broken
from archive.journal.note import MAX_SIGNATURES, Note, NoteSignature, Signer, VerifierKey, decode64

SPEC_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
SPEC_NOTE = (
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
POEM = (
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore"
    " NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
)
GO_SEED = base64.b64decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")[1:]  # after the type byte
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_OTHER_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
GO_TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
GO_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
GO_OTHER_LINE = (
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
)


def test_the_specifications_example_verifies() -> None:
    """Key and note of the specification: read, checked, written back byte for byte."""
    key, note = VerifierKey.parse(SPEC_KEY), Note.parse(SPEC_NOTE)
    assert note.check(key) == "This is an example message.\n"
    assert str(key) == SPEC_KEY
    assert str(note) == SPEC_NOTE


def test_the_last_empty_line_separates() -> None:
    """A text may hold empty lines of its own."""
    note = Note.parse(POEM)
    assert note.text.endswith("\n\ned è subito sera.\n")
    assert [line.name for line in note.signatures] == ["quasimodo.example/salvatore"]
    assert str(note) == POEM


def test_gos_signature_is_made_byte_for_byte() -> None:
    """Ed25519 is deterministic: our signature of Go's text with Go's key is Go's signature."""
    signer = Signer("PeterNeumann", GO_SEED)
    assert str(signer.vkey) == GO_KEY
    assert str(Note(GO_TEXT, ()).signed(signer)) == f"{GO_TEXT}\n{GO_LINE}"


def test_each_of_two_signers_is_checked_alone() -> None:
    """A line by an unknown key is ignored, a second known one is checked too."""
    note = Note.parse(f"{GO_TEXT}\n{GO_LINE}{GO_OTHER_LINE}")
    assert note.check(VerifierKey.parse(GO_KEY)) == note.check(VerifierKey.parse(GO_OTHER_KEY)) == GO_TEXT


def test_an_unknown_signer_vouches_for_nothing() -> None:
    """Without a line of the key that is trusted the text is not given out."""
    with pytest.raises(Broken, match="found none"):
        Note.parse(SPEC_NOTE).check(VerifierKey.parse(GO_KEY))


def test_a_changed_text_is_broken() -> None:
    """One letter of the text."""
    note = Note.parse(SPEC_NOTE.replace("example message", "Example message"))
    with pytest.raises(Broken, match="does not fit the text"):
        note.check(VerifierKey.parse(SPEC_KEY))


def test_a_second_bad_line_of_a_known_key_breaks_the_note() -> None:
    """A good line does not redeem a bad one by the same key."""
    note = Note.parse(f"{GO_TEXT}\n{GO_LINE}")
    bad = NoteSignature(note.signatures[0].name, note.signatures[0].key_id, bytes(64))
    with pytest.raises(Broken):
        Note(note.text, (*note.signatures, bad)).check(VerifierKey.parse(GO_KEY))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name+530d903a",
        SPEC_KEY.replace("530d903a", "530d903b"),
        SPEC_KEY.replace("example.com/foo", "example.com/fop"),
        SPEC_KEY.replace("530d903a", "530D903A"),
        SPEC_KEY[:-4],
        SPEC_KEY.replace("+Aek", "+Bek"),
        "two words+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    ],
)
def test_malformed_verifier_keys_are_refused(text: str) -> None:
    """A key whose id, type, name or length is wrong is no key."""
    with pytest.raises(ValueError):
        VerifierKey.parse(text)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "no signature\n",
        "no final newline of the text\n\n",
        SPEC_NOTE[:-1],
        SPEC_NOTE.replace("— ", "- "),
        SPEC_NOTE.replace("— ", "—"),
        SPEC_NOTE.replace("IneyaQM=", "IneyaQN="),  # another spelling of the same bytes
        SPEC_NOTE.replace("IneyaQM=", "IneyaQM"),
        SPEC_NOTE.replace("message", "mes\tsage"),
        SPEC_NOTE + "trailing",
        "text\n\n— name AAAA\n",
        "text\n\n" + GO_LINE * (MAX_SIGNATURES + 1),
    ],
)
def test_malformed_notes_are_refused(raw: str) -> None:
    """Anything but text, empty line and signature lines is no note."""
    with pytest.raises(ValueError):
        Note.parse(raw)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\u200ab", "a\nb", "\x00"])
def test_key_names_hold_no_space_and_no_plus(name: str) -> None:
    """Unicode spaces count; they would make the signature line ambiguous."""
    with pytest.raises(ValueError, match="not a key name"):
        Signer(name, bytes(32))


def test_the_seed_never_shows() -> None:
    """A signer in a log line or a traceback does not give its key away."""
    shown = repr(Signer("log", b"\x07" * 32))
    assert "7" not in shown.replace("log", "")
    assert "seed" not in shown


def test_base64_is_strict() -> None:
    """White space and the URL alphabet are refused."""
    for text in ("AA==\n", "AA= =", "_-8=", "AB=="):
        with pytest.raises(ValueError):
            decode64(text)


lines = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"]), max_size=30)


@given(st.binary(min_size=32, max_size=32), st.lists(lines, min_size=1, max_size=5))
def test_what_is_signed_reads_back_and_verifies(seed: bytes, text: list[str]) -> None:
    """Any text of lines, in any script, makes the round trip; any other text does not verify."""
    signer, body = Signer("archive.example/سجل", seed), "\n".join(text) + "\n"
    note = Note.parse(str(Note(body, ()).signed(signer)))
    assert note.check(VerifierKey.parse(str(signer.vkey))) == body
    with pytest.raises(Broken):
        Note(body + "x\n", note.signatures).check(signer.vkey)
