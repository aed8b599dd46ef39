"""Checkpoints; the example is the one at the head of c2sp.org/tlog-checkpoint."""

from __future__ import annotations

import pytest

from archive.errors import Broken
from archive.journal.checkpoint import Checkpoint, read_checkpoint, sign_checkpoint, verify_checkpoint
from archive.journal.merkle import EMPTY_ROOT
from archive.journal.note import Note, Signer, encode64

SPEC_CHECKPOINT = (
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
    "— example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
)
SIGNER = Signer("archive.example/log", b"\x01" * 32)
ROOT = encode64(EMPTY_ROOT)


def test_the_specifications_example_is_read_and_written_back() -> None:
    """Origin, size and root of the specification's example."""
    checkpoint = read_checkpoint(SPEC_CHECKPOINT)
    assert (checkpoint.origin, checkpoint.size) == ("example.com/behind-the-sofa", 20852163)
    assert checkpoint.body() == SPEC_CHECKPOINT.partition("\n\n")[0] + "\n"


def test_what_is_signed_verifies_with_the_public_key_alone() -> None:
    """A checkpoint and a vkey are enough."""
    checkpoint = Checkpoint("archive.example/log", 0, EMPTY_ROOT)
    assert verify_checkpoint(sign_checkpoint(checkpoint, SIGNER), SIGNER.vkey) == checkpoint


@pytest.mark.parametrize(("old", "new"), [("\n0\n", "\n1\n"), ("archive.example/log\n", "archive.example/lag\n")])
def test_a_changed_checkpoint_is_broken(old: str, new: str) -> None:
    """Size and origin are under the signature."""
    raw = sign_checkpoint(Checkpoint("archive.example/log", 0, EMPTY_ROOT), SIGNER)
    with pytest.raises(Broken):
        verify_checkpoint(raw.replace(old, new, 1), SIGNER.vkey)


def test_a_key_does_not_vouch_for_another_log() -> None:
    """A good signature under another log's origin is refused."""
    raw = sign_checkpoint(Checkpoint("other.example/log", 0, EMPTY_ROOT), SIGNER)
    with pytest.raises(ValueError, match=r"other\.example/log"):
        verify_checkpoint(raw, SIGNER.vkey)


@pytest.mark.parametrize(
    "body",
    [
        f"log\n01\n{ROOT}\n",
        f"log\n-1\n{ROOT}\n",
        f"log\n٣\n{ROOT}\n",
        f"log\n\n{ROOT}\n",
        f"\n1\n{ROOT}\n",
        "log\n1\nAAAA\n",
        "log\n1\n",
        f"log\n1\n{ROOT}\nextension\n",
        f"log\n1\n{ROOT}",
    ],
)
def test_malformed_checkpoints_are_refused(body: str) -> None:
    """Three lines, a decimal without leading zeroes (Arabic-Indic digits are none), a root of 32 bytes."""
    with pytest.raises(ValueError):
        Checkpoint.parse(body)


def test_a_witness_line_does_not_disturb() -> None:
    """Signatures by others stand under ours and are ignored."""
    raw = sign_checkpoint(Checkpoint("archive.example/log", 0, EMPTY_ROOT), SIGNER)
    with_witness = str(Note.parse(raw).signed(Signer("witness.example", b"\x02" * 32)))
    assert verify_checkpoint(with_witness, SIGNER.vkey).size == 0
