"""``thabat add``."""

from pathlib import Path

import pytest

from api.services import Services
from tests.api.cli.conftest import Cli

DEMO = Path(__file__).parents[3] / "demo"


def test_a_pair_is_kept_and_told(cli: Cli, files: Path, services: Services) -> None:
    """The guess of the encoding, the language seen, title, blocks, disclaimer, hops, ids and digests are shown."""
    result = cli(
        "add", "--original", files / "ar.txt", "--translation", files / "en.txt", "--meta", files / "pair.toml"
    )
    assert (result.code, result.err) == (0, "")
    for words in ("utf-8 (", "declared ar", "Ras al-Wadi Municipality", "1 headline, 1 byline", "translated, edited",
                  "aut Salma al-Hourani for Sawt al-Wadi",
                  "org Sawt al-Wadi (independent website): printed, certain, proposed", "sha256 "):  # fmt: skip
        assert words in result.out
    (work,), _ = services.catalogue.works()
    assert f"kept  work {work.id}, journal entry 0" in result.out


def test_json_says_the_same(cli: Cli, files: Path, services: Services) -> None:
    """One document, whose ids lead to the record."""
    found = cli("add", "--original", files / "ar.txt", "--translation", files / "en.txt", "--json").json
    record = services.catalogue.work(found["work"])
    assert [text["version"] for text in found["texts"]] == [version.id for version in record.versions]
    assert found["texts"][1]["disclaimers"][0]["claims"]["responsibility"] == "author"
    assert found["texts"][0]["bytes_sha256"] == record.versions[0].bytes_sha256
    assert found["texts"][0]["canonical_sha256"] == record.versions[0].canonical_sha256


def test_the_same_bytes_twice_are_one_work(cli: Cli, files: Path) -> None:
    """The second time says which work has them, and exits 0."""
    arguments = ("add", "--original", files / "ar.txt", "--translation", files / "en.txt", "--json")
    first, second = cli(*arguments).json, cli(*arguments).json
    assert (second["work"], second["created"]) == (first["work"], False)
    assert second["notices"][0]["code"] == "already-kept"


def test_a_dry_run_writes_nothing(cli: Cli, files: Path, services: Services) -> None:
    """It shows what would be kept."""
    result = cli("add", "--original", files / "ar.txt", "--dry-run")
    assert result.code == 0
    assert "dry run: nothing was written" in result.out
    assert services.catalogue.counts().works == services.catalogue.counts().journal == 0


def test_a_text_joins_a_kept_work(cli: Cli, files: Path, services: Services) -> None:
    """A translation that comes later derives from the original that is there."""
    work = cli("add", "--original", files / "ar.txt", "--json").json["work"]
    joined = cli("add", "--translation", files / "en.txt", "--to", work, "--json")
    assert joined.code == 0
    assert joined.json["work"] == work
    assert [text.role for text in services.catalogue.work(work).texts] == ["original", "translation"]


def test_a_folder_is_a_deposit(cli: Cli) -> None:
    """Saved pages: what was removed is listed with its reason."""
    result = cli("add", DEMO / "02-unnamed-correspondent")
    assert result.code == 0
    assert "removed      Helpful keywords (aside)" in result.out
    assert "hop          rpt anonymous for ميزان اليوم" in result.out


def test_swapped_sides_are_refused_unless_forced(cli: Cli, files: Path, services: Services) -> None:
    """One line on stderr says what was seen; --force keeps them and records that it was told to."""
    arguments = ("add", "--original", files / "en.txt", "--translation", files / "ar.txt")
    result = cli(*arguments)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert "swapped" in result.err
    assert services.catalogue.counts().works == 0
    assert cli(*arguments, "--force").code == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "no bytes"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "picture.txt"),
        ("large.txt", b"a" * (10 * 1024 * 1024 + 1), "at most"),
    ],
)
def test_bad_files_are_exit_2(cli: Cli, data: Path, name: str, content: bytes, words: str) -> None:
    """Which file, and what is wrong with it; nothing is written."""
    file = data.parent / name
    file.write_bytes(content)
    result = cli("add", "--original", file)
    assert result.code == 2
    assert words in result.err
    assert result.err.count("\n") == 1
    assert list((data / "blobs").rglob("*")) == []


def test_what_to_add_must_be_said(cli: Cli, files: Path) -> None:
    """Nothing at all, or a folder and files together, is bad use."""
    assert "nothing was handed over" in cli("add").err
    assert "not both" in cli("add", files, "--original", files / "ar.txt").err


def test_text_cannot_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    """Escape sequences and bidi controls of a title do not reach the screen; the record keeps them flagged."""
    file = tmp_path / "en.txt"
    file.write_text(
        "A title \x1b[31mred\u202e\n\nThe council met on Monday and spoke about the road to the north.\n",
        encoding="utf-8",
    )
    result = cli("add", "--original", file)
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\u202e" not in result.out
    assert "notice  character-" in result.out
