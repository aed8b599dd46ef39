from __future__ import annotations

import errno
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from archive.errors import BadFile, BadInput, Conflict, NotFound, ThabatError, Unavailable
from archive.machine.packages import Package, PackageStore
from tests.argos_packages import package_files, write_package

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> PackageStore:
    return PackageStore(tmp_path / "models")


def _install(
    store: PackageStore, from_code: str = "ar", to_code: str = "en", version: str = "1.0", **more: Any
) -> Package:
    folder = f"translate-{from_code}_{to_code}-{version.replace('.', '_')}"
    file = store.root.parent / f"{folder}.argosmodel"
    write_package(file, folder=folder, from_code=from_code, to_code=to_code, package_version=version, **more)
    return store.install(file, source=file.name, now=NOW)


def test_an_installed_package_is_known_by_the_hash_of_what_was_received(store: PackageStore) -> None:
    """Everything about it is recorded beside its files, and read back the same."""
    package = _install(store, licence="CC0-1.0", demonstration=True)
    file = store.root.parent / "translate-ar_en-1_0.argosmodel"
    assert package.id == hashlib.sha256(file.read_bytes()).hexdigest()
    assert package.size == file.stat().st_size
    assert (package.pair, package.version, package.source) == ("ar-en", "1.0", file.name)
    assert (package.licence, package.demonstration, package.installed_at) == ("CC0-1.0", True, NOW)
    assert set(package.files) == set(package_files())
    assert PackageStore(store.root).installed() == (package,)
    assert package.folder.parent == store.root / package.id


def test_an_archive_without_models_has_none(store: PackageStore) -> None:
    """And says what to do, offline included."""
    assert store.installed() == ()
    with pytest.raises(Unavailable, match=r"ar → en .*`thabat models install ar-en --from-index`.*offline, bring"):
        store.path("ar", "en")
    with pytest.raises(NotFound, match="there is none yet"):
        store.find("ar-en")


def test_the_same_package_again_is_the_one_that_is_there(store: PackageStore) -> None:
    """Installing twice changes nothing, not even the time."""
    first = _install(store)
    again = store.install(store.root.parent / first.source.replace("x", "x"), source="elsewhere", now=datetime.now(UTC))
    assert again == first


def test_a_wrong_hash_is_refused(store: PackageStore, tmp_path: Path) -> None:
    """Who states a hash gets exactly that file or none."""
    file = write_package(tmp_path / "a.argosmodel")
    with pytest.raises(
        BadFile, match=f"expected the SHA-256 {'0' * 64}, found [0-9a-f]{{64}}: not installed"
    ) as caught:
        store.install(file, source="a", now=NOW, sha256="0" * 64)
    assert caught.value.code == "wrong-hash"
    assert not store.root.exists()
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert store.install(file, source="a", now=NOW, sha256=digest.upper()).id == digest


def test_a_refused_package_leaves_nothing_behind(store: PackageStore, tmp_path: Path) -> None:
    """Neither in its place nor beside it; a trial can refuse too."""
    bad = write_package(tmp_path / "bad", package_files() | {"model/model.bin": b"x"})
    with pytest.raises(BadFile):
        store.install(bad, source="bad", now=NOW)

    def refuse(package: Package) -> None:
        assert (package.folder / "metadata.json").is_file()
        raise Unavailable("the engine does not open it", code="machine-failed")

    with pytest.raises(Unavailable, match="does not open it"):
        store.install(write_package(tmp_path / "good"), source="good", now=NOW, trial=refuse)
    assert list(store.root.iterdir()) == []
    with pytest.raises(BadInput, match="cannot be read"):
        store.install(tmp_path / "nowhere", source="nowhere", now=NOW)


def test_a_full_disk_is_said_to_be_one_and_leaves_nothing(
    store: PackageStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or not at all."""
    file = write_package(tmp_path / "a")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="cannot install a: No space left on device") as caught:
        store.install(file, source="a", now=NOW)
    assert caught.value.code == "disk-full"
    assert list(store.root.iterdir()) == []


def test_two_versions_stand_side_by_side_and_the_newest_is_taken(store: PackageStore) -> None:
    """By number, not by letter, and not by the order of a folder; an older one is had by its name."""
    for version in ("1.9", "1.10", "1.2"):
        _install(store, version=version)
    assert [package.version for package in store.installed()] == ["1.10", "1.9", "1.2"]
    assert store.path("ar", "en")[0].version == "1.10"
    assert store.find("ar-en").version == "1.10"
    assert store.find("ar_en").version == "1.10"
    assert store.find("ar-en@1.2").version == "1.2"
    assert store.find("translate-ar_en-1_9").version == "1.9"
    chosen = store.installed()[1]
    assert store.find(chosen.id) == store.find(chosen.id[:8].upper()) == chosen


def test_two_packages_that_say_they_are_one_version_are_told_apart_by_a_person(store: PackageStore) -> None:
    """Nobody guesses which is meant."""
    one, other = _install(store), _install(store, argos_version="1.9")
    with pytest.raises(Conflict, match="could be any of 2 packages") as caught:
        store.path("ar", "en")
    assert caught.value.code == "ambiguous-model"
    assert one.id[:12] in caught.value.detail
    assert other.id[:12] in caught.value.detail
    with pytest.raises(Conflict):
        store.find("ar-en@1.0")
    assert store.find(other.id) == other


def test_a_pair_only_reached_over_a_third_language_goes_through_two_packages(store: PackageStore) -> None:
    """English before others, a direct package before any."""
    for from_code, to_code in (("ar", "de"), ("de", "fr"), ("ar", "en"), ("en", "fr")):
        _install(store, from_code, to_code)
    assert [package.pair for package in store.path("ar", "fr")] == ["ar-en", "en-fr"]
    _install(store, "ar", "fr")
    assert [package.pair for package in store.path("ar", "fr")] == ["ar-fr"]
    with pytest.raises(Unavailable, match="fr → ar"):
        store.path("fr", "ar")


def test_an_unknown_name_lists_what_is_there(store: PackageStore) -> None:
    """The next command can be typed from the answer."""
    package = _install(store)
    with pytest.raises(
        NotFound, match=r"no translation package 'fa-en' is installed; there are ar-en@1.0 \("
    ) as caught:
        store.find("fa-en")
    assert package.id[:12] in caught.value.detail


def test_removing_takes_the_files_away_and_leaves_the_others(store: PackageStore) -> None:
    """The record of what it was is the journal's."""
    one, other = _install(store), _install(store, "en", "ar")
    store.remove(one.id)
    assert store.installed() == (other,)
    assert [path.name for path in store.root.iterdir()] == [other.id]


def test_verify_names_what_changed_is_missing_or_was_added(store: PackageStore) -> None:
    """One bit in the weights is found."""
    package = _install(store)
    assert store.verify(package.id).problems == ()
    model = package.folder / "model" / "model.bin"
    data = bytearray(model.read_bytes())
    data[-1] ^= 1
    model.write_bytes(data)
    (package.folder / "README.md").unlink()
    (package.folder / "extra").write_bytes(b"")
    problems = store.verify(package.id).problems
    assert [problem.split()[0] for problem in problems] == ["README.md", "extra", "model/model.bin"]
    assert "is not what was received: expected" in problems[2]


def test_installing_again_mends_a_damaged_package(store: PackageStore, tmp_path: Path) -> None:
    """The same bytes are the cure."""
    package = _install(store)
    (package.folder / "sentencepiece.model").write_bytes(b"")
    assert store.install(tmp_path / package.source, source=package.source, now=NOW) == package
    assert store.verify(package.id).problems == ()
    assert store.unfinished() == []


@pytest.mark.parametrize("record", [b"", b"{}", b"[1]", b'{"id": 5}', None])
def test_a_record_that_cannot_be_read_hides_no_other_package(store: PackageStore, record: bytes | None) -> None:
    """With Argos one folder without metadata ends every translation."""
    one, other = _install(store), _install(store, "en", "ar")
    place = one.folder.parent / "package.json"
    place.unlink() if record is None else place.write_bytes(record)
    assert store.installed() == (other,)
    assert store.unreadable() == (one.id,)
    assert [len(check.problems) for check in store.verify_all()] == [
        int(id_ == one.id) for id_ in sorted((one.id, other.id))
    ]
    with pytest.raises(ThabatError):
        store.find(one.id)


def test_two_processes_that_install_the_same_end_with_one(store: PackageStore, tmp_path: Path) -> None:
    """The second finds the first one's package in its place, and lets it stand."""
    file = write_package(tmp_path / "a")
    other = PackageStore(store.root)
    package = store.install(
        file, source="second", now=NOW, trial=lambda _: _none(other.install(file, source="first", now=NOW))
    )
    assert package.source == "first"
    assert [path.name for path in store.root.iterdir()] == [package.id]


def _none(_: object) -> None:
    return None


def test_what_was_abandoned_a_day_ago_is_swept_away(store: PackageStore) -> None:
    """Packages are large; what is younger may be another process at work."""
    _install(store)
    for name, hours in ((".incoming-old", 25), (".removed-old", 48), (".incoming-young", 2)):
        (store.root / name / "files").mkdir(parents=True)
        moment = NOW.timestamp() - hours * 3600
        os.utime(store.root / name, (moment, moment))
    _install(store, "en", "ar")
    assert [path.name for path in store.unfinished()] == [".incoming-young"]


def test_what_a_killed_process_left_is_listed_and_in_nobodys_way(store: PackageStore) -> None:
    """Half an unpacking has no name that anything looks for."""
    package = _install(store)
    (store.root / ".incoming-x" / "files").mkdir(parents=True)
    assert store.installed() == (package,)
    assert [path.name for path in store.unfinished()] == [".incoming-x"]
