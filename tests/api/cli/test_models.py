"""``thabat models``: install from a file and from a list on this machine, list, verify, remove, and doctor's lines."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from api.cli import checkup_machine
from api.services import Services
from archive.errors import Unavailable
from archive.machine import argos, package_index
from archive.models import JournalEntry
from archive.values import Outcome
from tests.api.cli.conftest import Cli
from tests.argos_packages import package_files, write_package
from tests.loopback import Answer, Site, served

MODELS = Path(__file__).parents[3] / "demo" / "models"
ARABIC = MODELS / "ar_en.argosmodel"
DIGEST = hashlib.sha256(ARABIC.read_bytes()).hexdigest()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served() as site:
        site.answers["/ar_en.argosmodel"] = Answer(ARABIC.read_bytes())
        listed = [
            {"from_code": "ar", "to_code": "en", "package_version": version, "links": ["ar_en.argosmodel"]}
            for version in ("0.1", "0.0.9")
        ]
        site.answers["/index.json"] = Answer(json.dumps(listed).encode())
        monkeypatch.setenv("THABAT_ARGOS_INDEX", f"{site.address}/index.json")
        yield site


def test_without_a_model_the_list_says_how_to_get_one(cli: Cli) -> None:
    """Over the network and without it; for programs the list is empty."""
    done = cli("models", "list")
    assert (done.code, done.out) == (0, "")
    assert "thabat models install ar-en --from-index" in done.err
    assert "offline, bring the .argosmodel file here" in done.err
    assert cli("models", "list", "--json").json == []
    assert cli("models", "verify").code == 0


def test_a_file_is_installed_listed_verified_and_removed(cli: Cli) -> None:
    """Known by the hash of the file, and said to be a demonstration model."""
    done = cli("models", "install", ARABIC, "--sha256", DIGEST.upper())
    assert done.code == 0
    assert f"installed  ar-en@0.1 ({DIGEST[:12]})  6 files\nsha256  {DIGEST}\n" == done.out
    assert "knows the texts of the demonstration and translates nothing else" in done.err
    listed = cli("models", "list")
    assert listed.out.startswith(f"ar-en@0.1  {DIGEST[:12]}  {ARABIC.stat().st_size / 1024**2:.1f} MiB  ")
    assert "demonstration model  ar_en.argosmodel" in listed.out
    [record] = cli("models", "list", "--json").json
    assert (record["id"], record["from_code"], record["to_code"]) == (DIGEST, "ar", "en")
    assert set(record["files"]) >= {"metadata.json", "model/model.bin"}
    assert cli("models", "verify", "ar-en").out == f"HOLDS   {DIGEST[:12]}  6 files\n"
    assert cli("models", "install", ARABIC).out.startswith("already there  ar-en@0.1")
    assert cli("models", "remove", "ar-en@0.1", "--json").json["id"] == DIGEST
    assert cli("models", "list", "--json").json == []


def test_coming_and_going_stand_in_the_journal(cli: Cli, services: Services) -> None:
    """Installed twice is one deed; verify still holds when the files are gone."""
    for _ in range(2):
        cli("models", "install", ARABIC)
    cli("models", "remove", DIGEST[:10])
    with services.database.read() as session:
        kinds = list(session.exec(select(JournalEntry.kind).order_by(col(JournalEntry.seq))))
    assert kinds[-2:] == ["model-install", "model-remove"]
    assert kinds.count("model-install") == 1
    assert cli("verify", "--json").json["outcome"] == "HOLDS"


def test_a_changed_file_is_found_by_verify_and_by_doctor(cli: Cli, data: Path) -> None:
    """Exit 1, with the file's name."""
    cli("models", "install", ARABIC)
    place = data / "models" / DIGEST / "files" / "sentencepiece.model"
    place.write_bytes(place.read_bytes()[:-1] + b"x")
    done = cli("models", "verify")
    assert done.code == 1
    assert f"BROKEN  {DIGEST[:12]}  6 files\n        sentencepiece.model is not what was received" in done.out
    assert cli("models", "verify", "--json").json["outcome"] == "BROKEN"
    found = {check["title"]: check for check in cli("doctor", "--json").json["checks"]}
    assert found["the translation packages are what was installed"]["outcome"] == "BROKEN"
    assert cli("models", "install", ARABIC).code == 0
    assert cli("models", "verify").code == 0


def test_a_record_rewritten_with_its_files_is_found_by_the_journal(cli: Cli, data: Path, files: Path) -> None:
    """Who can write the folder can make file and record fit; they do not fit what was recorded of the installation."""
    cli("models", "install", ARABIC)
    folder = data / "models" / DIGEST
    readme = folder / "files" / "README.md"
    readme.write_text("Another one.", encoding="utf-8")
    record = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    record["files"]["README.md"] = hashlib.sha256(readme.read_bytes()).hexdigest()
    (folder / "package.json").write_text(json.dumps(record), encoding="utf-8")
    done = cli("models", "verify")
    assert (done.code, "the record beside its files is not the one in the journal" in done.out) == (1, True)
    cli("add", "--original", files / "ar.txt", "--translation", files / "en.txt")
    assert "is not the one in the journal" in cli("translate", "--all-missing").err


def test_what_is_no_package_is_refused_with_a_sentence(cli: Cli, tmp_path: Path) -> None:
    """A page, a wrong hash, weights without sense, a file that is not there, a pair without a word about the network."""
    (tmp_path / "page").write_bytes(b"<html>")
    senseless = write_package(tmp_path / "a.argosmodel", package_files())
    for arguments, said, code in (
        ([tmp_path / "page"], "not an Argos package: expected a whole zip archive", 2),
        ([ARABIC, "--sha256", "0" * 64], f"expected the SHA-256 {'0' * 64}, found {DIGEST}", 2),
        ([ARABIC, "--sha256", "abc"], "--sha256: expected 64 hexadecimal digits, found 'abc'", 2),
        ([senseless], "cannot be opened by its engine", 3),
        ([tmp_path / "none"], "there is no file", 2),
        (["ar-en"], "over the network when --from-index says so", 2),
    ):
        done = cli("models", "install", *arguments)
        assert (done.code, done.out) == (code, "")
        assert said in done.err
    assert cli("models", "list", "--json").json == []


def test_a_pair_is_fetched_from_the_list_when_somebody_says_so(cli: Cli, data: Path, site: Site) -> None:
    """The newest of the list, from the address that is recorded; two requests, nothing left over."""
    done = cli("models", "install", "ar-en", "--from-index", "--sha256", DIGEST, "--json")
    assert (done.code, done.json["id"], done.json["fresh"]) == (0, DIGEST, True)
    assert done.json["source"] == f"{site.address}/ar_en.argosmodel"
    assert site.asked == ["/index.json", "/ar_en.argosmodel"]
    assert [path.name for path in (data / "models").iterdir()] == [DIGEST]


def test_the_list_is_not_believed(cli: Cli, data: Path, site: Site) -> None:
    """Another version than promised, a pair it does not have, a list that is none: nothing is installed."""
    assert (
        "the list says ar-en@0.0.9, behind its link is ar-en@0.1"
        in cli("models", "install", "ar-en@0.0.9", "--from-index").err
    )
    unknown = cli("models", "install", "ar-de", "--from-index")
    assert (unknown.code, "translates ar → de; from ar it has ar-en" in unknown.err) == (2, True)
    site.answers["/index.json"] = Answer(b"", 500)
    assert cli("models", "install", "ar-en", "--from-index").code == 3
    assert cli("models", "install", "--from-index", "nonsense").code == 2
    assert list((data / "models").iterdir()) == []


def test_an_unknown_name_is_answered_with_what_is_there(cli: Cli) -> None:
    """For remove and verify alike."""
    cli("models", "install", ARABIC)
    for command in ("remove", "verify"):
        done = cli("models", command, "fa-en")
        assert (done.code, "there are ar-en@0.1 (" in done.err) == (2, True)


def test_a_pair_with_two_versions_removes_neither(cli: Cli, tmp_path: Path) -> None:
    """The newest is meant where something is translated, not where something is deleted."""
    cli("models", "install", ARABIC)
    other = _another_version(tmp_path)
    assert cli("models", "install", other).code == 0
    done = cli("models", "remove", "ar-en")
    assert (done.code, "could be any of 2 packages: ar-en@0.2" in done.err) == (2, True)
    assert len(cli("models", "list", "--json").json) == 2
    assert cli("models", "remove", "ar-en@0.2").code == 0
    assert cli("models", "remove", "ar-en").code == 0


def _another_version(folder: Path) -> Path:
    other = folder / "other.argosmodel"
    with zipfile.ZipFile(ARABIC) as old, zipfile.ZipFile(other, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("/metadata.json"):
                content = json.dumps(json.loads(content) | {"package_version": "0.2"}).encode()
            new.writestr(name.replace("-0_1/", "-0_2/"), content)
    return other


def test_doctor_names_the_engine_and_says_light_or_full(cli: Cli) -> None:
    """And that without a model nothing is broken."""
    found = {check["title"]: check for check in cli("doctor", "--json").json["checks"]}
    engine = found["the translation engine opens, untouched by other settings"]
    assert engine["outcome"] == "HOLDS"
    assert engine["found"].startswith("argostranslate 1.11.0, ctranslate2 4.8.5, sentencepiece 0.2.3 (")
    assert "light: without stanza, spacy, minisbd" in engine["found"]
    models = found["the translation packages are what was installed"]
    assert models["outcome"] == "NOT CHECKED"
    assert "thabat models install" in models["found"]


def test_doctor_says_full_where_the_splitters_are_there(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are named, and that they are not used."""
    monkeypatch.setattr(checkup_machine, "find_spec", lambda name: name == "stanza" or None)
    assert checkup_machine.translation_engine().said.endswith("(full: also stanza, not used here)")
    monkeypatch.setattr(argos, "SERIES", "1.12.")
    argos._load.cache_clear()
    found = checkup_machine.translation_engine()
    assert (found.outcome, "expected argostranslate 1.12.*, found 1.11.0" in found.said) == (Outcome.BROKEN, True)


def test_without_a_setting_the_list_is_the_one_that_argos_names(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own constant, not a variable of its environment; here nobody is asked."""
    asked: list[str] = []

    def refuse(address: str) -> None:
        asked.append(address)
        raise Unavailable("no network in tests", code="index")

    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:1/")
    monkeypatch.setattr(package_index, "fetch_list", refuse)
    assert cli("models", "install", "ar-en", "--from-index").code == 3
    [address] = asked
    assert address.startswith("https://")
    assert address.endswith("/index.json")


def test_a_package_whose_record_is_damaged_is_not_passed_over_in_silence(cli: Cli, data: Path) -> None:
    """The list shows what can be used, and says that there is more."""
    cli("models", "install", ARABIC)
    (data / "models" / DIGEST / "package.json").write_text("{")
    done = cli("models", "list")
    assert (done.out, "1 more cannot be read: `thabat models verify` says why" in done.err) == ("", True)
    assert cli("models", "verify").code == 1
