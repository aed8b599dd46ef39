from __future__ import annotations

import hashlib
import random
import stat
import warnings
import zipfile
from pathlib import Path

import pytest

from archive.errors import BadFile
from archive.machine.package_file import Limits, opened, parse_metadata, read_contents, unpack
from tests.argos_packages import metadata, package_files, write_package


def _unpacked(file: Path, into: Path, limits: Limits | None = None) -> dict[str, str]:
    limits = limits or Limits()
    with opened(file, limits) as archive:
        return unpack(archive, read_contents(archive, limits), into)


def _refused(file: Path, into: Path, found: str, *, code: str = "bad-package", limits: Limits | None = None) -> None:
    with pytest.raises(BadFile, match=found) as caught:
        _unpacked(file, into, limits)
    assert caught.value.code == code


def test_a_whole_package_is_unpacked_with_the_hash_of_every_file(tmp_path: Path) -> None:
    """Paths are those inside its one folder, in order."""
    hashes = _unpacked(write_package(tmp_path / "a.argosmodel"), tmp_path / "out")
    assert list(hashes) == sorted(package_files())
    assert (tmp_path / "out" / "metadata.json").read_bytes() == package_files()["metadata.json"]


def test_a_package_of_2021_is_taken(tmp_path: Path) -> None:
    """No config.json, a vocabulary in lines, a splitter of Stanza's beside it."""
    files = package_files()
    del files["model/config.json"], files["model/shared_vocabulary.json"]
    files |= {
        "model/shared_vocabulary.txt": b"<unk>\n",
        "stanza/ar/tokenize/padt.pt": b"x",
        "stanza/resources.json": b"{}",
    }
    assert "stanza/ar/tokenize/padt.pt" in _unpacked(
        write_package(tmp_path / "a", files, folder="ar_en"), tmp_path / "o"
    )


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    """A page that says 404, and half a download."""
    (tmp_path / "page").write_bytes(b"<html>404</html>")
    _refused(tmp_path / "page", tmp_path / "o", "expected a whole zip archive")
    whole = write_package(tmp_path / "whole").read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    _refused(tmp_path / "half", tmp_path / "o", "expected a whole zip archive")


def test_a_flipped_byte_in_a_member_is_refused(tmp_path: Path) -> None:
    """The check sum of the zip is read to the end."""
    file = write_package(tmp_path / "a")
    data = bytearray(file.read_bytes())
    data[data.index(b"README.md") + len(b"README.md") + 3] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(BadFile):
        _unpacked(file, tmp_path / "o")


def test_one_top_folder_that_names_the_pair(tmp_path: Path) -> None:
    """Two folders are two packages or none; a folder that says en_ar is another package than its metadata."""
    file = write_package(tmp_path / "two")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("__MACOSX/README.md", b"")
    _refused(file, tmp_path / "o", "expected one top folder, found 2: __MACOSX, translate-ar_en-1_0")
    _refused(write_package(tmp_path / "b", folder="translate-en_ar-1_0"), tmp_path / "o", "they must name one pair")
    _refused(write_package(tmp_path / "c", {}), tmp_path / "o", "found 0: an empty zip")


@pytest.mark.parametrize(
    ("missing", "found"),
    [
        ("metadata.json", "lacks metadata.json"),
        ("model/model.bin", "lacks model/model.bin"),
        ("sentencepiece.model", "has neither sentencepiece.model nor bpe.model"),
        ("model/shared_vocabulary.json", "has no vocabulary"),
    ],
)
def test_a_package_without_a_part_is_refused_by_its_name(tmp_path: Path, missing: str, found: str) -> None:
    """Argos itself would fail at the first translation, or at every later start."""
    files = package_files()
    del files[missing]
    _refused(write_package(tmp_path / "a", files), tmp_path / "o", found)


@pytest.mark.parametrize(
    "name",
    [
        "../escaped",
        "model/../../escaped",
        "/etc/escaped",
        "C:\\escaped",
        "model/../model/model.bin",
        ".hidden",
        "a\tb",
    ],
)
def test_a_name_that_may_lead_outside_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    """Not stripped and taken, as zipfile does: a package that tries is no package."""
    file = write_package(tmp_path / "a")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(f"translate-ar_en-1_0/{name}" if not name.startswith(("/", "C")) else name, b"x")
    _refused(file, tmp_path / "o", "may lead outside its folder")
    assert not (tmp_path / "o").exists()
    assert not (tmp_path / "escaped").exists()


def test_a_file_that_no_package_has_is_refused(tmp_path: Path) -> None:
    """A whitelist: code, settings and a second package's files do not come along."""
    _refused(
        write_package(tmp_path / "a", package_files() | {"setup.py": b""}), tmp_path / "o", "has no file .*setup.py"
    )


def test_links_encrypted_and_doubled_files_are_refused(tmp_path: Path) -> None:
    """A link would point where its maker likes; of two files of a name only one is hashed."""
    link = zipfile.ZipInfo("translate-ar_en-1_0/stanza/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    file = write_package(tmp_path / "a")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    _refused(file, tmp_path / "o", "is a link or a device")
    file = write_package(tmp_path / "b")
    with warnings.catch_warnings(), zipfile.ZipFile(file, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("translate-ar_en-1_0/README.md", b"another")
    _refused(file, tmp_path / "o", "README.md' is in it twice")
    data = write_package(tmp_path / "c").read_bytes()
    at = data.index(b"PK\x01\x02") + 8
    (tmp_path / "c").write_bytes(data[:at] + bytes([data[at] | 1]) + data[at + 1 :])
    _refused(tmp_path / "c", tmp_path / "o", "is encrypted")


def test_only_the_two_usual_ways_of_packing_are_read(tmp_path: Path) -> None:
    """Others have parsers and errors of their own."""
    file = write_package(tmp_path / "a")
    with zipfile.ZipFile(file, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("translate-ar_en-1_0/stanza/a", b"x")
    _refused(file, tmp_path / "o", "is packed in way 14")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_package_damaged_anywhere_is_refused_with_one_of_our_errors(tmp_path: Path) -> None:
    """Bytes changed, cut off, put in: what is not refused has the same files."""
    data, whole = write_package(tmp_path / "a").read_bytes(), package_files()
    draw = random.Random(4)
    for number in range(240):
        damaged = bytearray(data)
        at = draw.randrange(len(data))
        match number % 3:
            case 0:
                damaged[at] ^= draw.randrange(1, 256)
            case 1:
                del damaged[at:]
            case _:
                damaged[at : at + draw.randrange(20)] = draw.randbytes(draw.randrange(20))
        (tmp_path / "b").write_bytes(damaged)
        try:
            found = _unpacked(tmp_path / "b", tmp_path / f"o{number}")
        except BadFile:
            continue
        assert found == {name: hashlib.sha256(content).hexdigest() for name, content in sorted(whole.items())}


def test_a_bomb_is_refused_by_what_it_announces(tmp_path: Path) -> None:
    """Too much in all, or far more than a model packs; nothing is written."""
    bomb = write_package(tmp_path / "a", package_files() | {"stanza/zeros": bytes(4 * 1024 * 1024)})
    _refused(bomb, tmp_path / "o", "more than 100 times", code="too-large")
    _refused(bomb, tmp_path / "o", "at most 1000 are taken", code="too-large", limits=Limits(unpacked=1000))
    _refused(bomb, tmp_path / "o", "the package is .* at most 10 are", code="too-large", limits=Limits(archive=10))
    many = write_package(tmp_path / "b", package_files() | {f"stanza/{n}": b"" for n in range(20)})
    _refused(many, tmp_path / "o", "26 entries", code="too-large", limits=Limits(files=10))
    assert not (tmp_path / "o").exists()


def test_a_bomb_that_announces_too_little_is_refused_while_it_is_read(tmp_path: Path) -> None:
    """The directory says 10 bytes, the data unpack to 5,000."""
    file = write_package(tmp_path / "a", package_files() | {"stanza/more": b"x" * 5000})
    data = file.read_bytes()
    file.write_bytes(data.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    _refused(file, tmp_path / "o", "expected a whole zip archive|announced")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"{", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "should hold an object, found list"),
    ],
)
def test_metadata_that_are_none_are_refused(data: bytes, found: str) -> None:
    """Bytes, brackets without end, a list."""
    with pytest.raises(BadFile, match=found):
        parse_metadata(data)


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"from_code": None}, "from_code is 'None', expected something like 'ar'"),
        ({"to_code": "../../en"}, "to_code is '../../en'"),
        ({"package_version": ""}, "package_version is ''"),
        ({"to_code": "ar"}, "it translates ar into ar"),
        ({"type": "sbd"}, "expected a package that translates, found type 'sbd'"),
    ],
)
def test_metadata_with_a_wrong_field_say_which(tmp_path: Path, changed: dict[str, str | None], found: str) -> None:
    """Each field that is used has a shape."""
    _refused(write_package(tmp_path / "a", **changed), tmp_path / "o", found)


def test_what_a_package_says_of_its_licence_and_purpose_is_read() -> None:
    """A demonstration model says so itself."""
    import json

    plain = parse_metadata(json.dumps(metadata()).encode())
    assert (plain.licence, plain.demonstration) == ("", False)
    ours = parse_metadata(json.dumps(metadata(licence="CC0-1.0", demonstration=True)).encode())
    assert (ours.licence, ours.demonstration) == ("CC0-1.0", True)


def test_a_cut_model_in_a_whole_zip_is_refused(tmp_path: Path) -> None:
    """Packed by somebody whose disk was full."""
    files = package_files()
    files["model/model.bin"] = files["model/model.bin"][:-40]
    _refused(write_package(tmp_path / "a", files), tmp_path / "o", "is cut", code="bad-model")
    files = package_files() | {"model/config.json": b"{"}
    _refused(write_package(tmp_path / "b", files), tmp_path / "p", "config.json is no JSON", code="bad-model")
