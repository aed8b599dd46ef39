"""``thabat init``, ``log``, ``keys``, ``verify`` and ``doctor``."""

import sqlite3
from pathlib import Path

from api.services import Services
from archive.intake.receipt import Receipt
from archive.journal.checkpoint import verify_checkpoint
from tests.api.cli.conftest import Cli


def test_init_is_idempotent(cli: Cli, tmp_path: Path) -> None:
    """The second run says the same and keeps the key, whatever origin it is given."""
    folder = tmp_path / "new"
    first = cli("init", "--data", folder, "--origin", "archive.example/log", "--json").json
    again = cli("init", "--data", folder, "--origin", "other.example/log", "--json").json
    assert first == again
    assert first["origin"] == "archive.example/log"
    assert first["vkey"].startswith("archive.example/log+")
    assert first["vkey"] in cli("init", "--data", folder).out


def test_a_checkpoint_is_signed_and_shown(cli: Cli, pair: Receipt, services: Services) -> None:
    """The note checks under the printed key; showing it changes nothing."""
    assert cli("log", "show").code == 2
    note = cli("log", "checkpoint").out
    assert verify_checkpoint(note, services.custody.vkey()).size == 1
    assert cli("log", "show").out == note
    assert cli("log", "show", "--json").json["size"] == 1
    assert cli("log", "vkey").out.strip() == str(services.custody.vkey())


def test_a_receipt_needs_a_checkpoint(cli: Cli, pair: Receipt) -> None:
    """Before one there is nothing to prove against; after it the proof names its entry."""
    before = cli("log", "receipt", 0)
    assert before.code == 2
    assert "no checkpoint covers" in before.err
    cli("log", "checkpoint")
    assert cli("log", "receipt", 0).out.startswith("c2sp.org/tlog-proof@v1\n")
    assert cli("log", "receipt", 9).code == 2


def test_a_key_is_shown_once_and_can_be_revoked(cli: Cli, services: Services) -> None:
    """The key opens what its role may, is never listed, and opens nothing once it is revoked."""
    created = cli("keys", "create", "--role", "archivist", "--name", "Upload desk")
    key = created.out.strip()
    principal = services.keys.authenticate(key)
    assert principal.role == "archivist"
    assert "only time" in created.err
    listed = cli("keys", "list").out
    assert f"{principal.key_id}  archivist" in listed
    assert key.rpartition("_")[2] not in listed
    assert cli("keys", "revoke", principal.key_id).code == 0
    assert "revoked" in cli("keys", "list").out
    assert cli("keys", "list", "--json").json[0]["revoked_at"]


def test_a_key_needs_a_role_we_know(cli: Cli) -> None:
    """The roles are named."""
    result = cli("keys", "create", "--role", "boss", "--name", "x")
    assert result.code == 2
    assert "expected one of reader, archivist, admin, found 'boss'" in result.err


def test_verify_holds_and_breaks(cli: Cli, pair: Receipt, data: Path, services: Services) -> None:
    """Exit 0 with a numbered report; after a byte of a blob was flipped exit 1, and the blob is named."""
    checkpoint = data.parent / "held.txt"
    checkpoint.write_text(cli("log", "checkpoint").out, encoding="utf-8")
    whole = cli("verify", "--checkpoint", checkpoint, "--key", services.custody.vkey())
    assert whole.code == 0
    assert " 9  HOLDS" in whole.out
    digest = pair.texts[0].bytes_sha256
    blob = data / "blobs" / digest[:2] / digest[2:4] / digest
    blob.write_bytes(blob.read_bytes()[:-1] + b"!")
    broken = cli("verify", "--json")
    assert broken.code == 1
    assert digest in str(broken.json["steps"][8]["broken"])


def test_verify_says_what_it_cannot_read(cli: Cli) -> None:
    """A key that is none is bad use, not a broken archive."""
    assert cli("verify", "--key", "nonsense").code == 2
    assert cli("verify", "--checkpoint", "/nowhere/x").code == 2


def test_doctor_is_green_on_a_sound_archive(cli: Cli, pair: Receipt) -> None:
    """Every check holds once the worker has been; where no translation package is installed there is none to check."""
    cli("work", "--once")
    found = cli("doctor", "--json")
    assert found.code == 0
    others = [check for check in found.json["checks"] if check["outcome"] != "HOLDS"]
    assert [(check["outcome"], check["title"]) for check in others] == [
        ("NOT CHECKED", "the translation packages are what was installed")
    ]
    assert cli("doctor").out.startswith(" 1  HOLDS        Python")


def test_doctor_finds_what_is_wrong(cli: Cli, pair: Receipt, data: Path) -> None:
    """A key others can read, a job given up and an index that is gone are each told; traces are listed."""
    (data / "keys" / "log.key").chmod(0o644)
    with sqlite3.connect(data / "thabat.db") as connection:
        connection.execute("UPDATE job SET state = 'failed'")
    connection.close()
    (data / "blobs" / "aa" / "bb").mkdir(parents=True, exist_ok=True)
    (data / "blobs" / "aa" / "bb" / ("aabb" + "0" * 60)).write_bytes(b"left")
    result = cli("doctor", "--json")
    assert result.code == 1
    outcomes = {check["title"].split()[1]: (check["outcome"], check["found"]) for check in result.json["checks"]}
    assert outcomes["journal's"][0] == "BROKEN"
    assert outcomes["job"] == ("BROKEN", "0 queued, 0 running, 0 done, 2 failed")
    assert "1 without a row" in outcomes["blob"][1]


def test_doctor_reads_the_index(cli: Cli, services: Services, pair: Receipt, data: Path) -> None:
    """A log of the index that was cut short is found, though the file that names it is whole."""
    services.search.catch_up()
    log = next((data / "index").glob("build-*/*.log"))
    log.write_bytes(log.read_bytes()[:-1])
    result = cli("doctor", "--json")
    assert result.code == 1
    assert "thabat reindex" in result.out


def test_doctor_without_an_archive_still_checks_the_machine(cli: Cli, tmp_path: Path) -> None:
    """The archive's checks are NOT CHECKED, and why is said."""
    result = cli("doctor", "--data", tmp_path / "none", "--json")
    assert result.code == 1
    assert [check["outcome"] for check in result.json["checks"]] == ["HOLDS"] * 6 + ["BROKEN"] + ["NOT CHECKED"] * 10
