"""An Argos package as it comes: is this zip one, what does it say of itself, and its files taken out safely.

Nothing of it is trusted. Exactly one top folder that names the pair of its ``metadata.json``; only names
that a package can have (:data:`_ALLOWED`); no ``..``, no absolute name, no link, nothing encrypted, nothing
twice; as many bytes as the directory announced and never more than :class:`Limits`. Every file is hashed as
it is written. Where packages are kept is :mod:`archive.machine.packages`' affair; layout: MACHINE.md §1.2,
zip: PKWARE APPNOTE 6.3.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from archive.errors import BadFile
from archive.machine.model_file import check_model

MIB: Final = 1024 * 1024
METADATA: Final = "metadata.json"
MODEL: Final = "model/model.bin"

_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    UnicodeError,
)
"""What zipfile raises at bytes that are not as they should be."""

_CONFIG: Final = "model/config.json"
_CHUNK: Final = MIB
_CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})*\Z")
_VERSION: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,31}\Z")
_PART: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+ -]{0,127}\Z")
_ALLOWED: Final = re.compile(
    r"metadata\.json|(README|LICEN[CS]E)(\.md|\.txt)?|sentencepiece\.(model|vocab)|bpe\.model"
    r"|model/(model\.bin|config\.json|(shared|source|target)_vocabulary\.(json|txt)|vmap\.txt)"
    r"|(stanza|minisbd|spacy)(/[^/]+){1,6}"
)
_VOCABULARY: Final = re.compile(r"model/(shared|source|target)_vocabulary\.(json|txt)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Real packages are 40 to 250 MiB and a few dozen files; ``ratio`` is unpacked to packed, over all files."""

    archive: int = 1024 * MIB
    unpacked: int = 2048 * MIB
    metadata: int = MIB // 4
    files: int = 500
    ratio: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a package says of itself. ``licence`` and ``demonstration`` are ours; Argos's own packages lack them."""

    from_code: str
    to_code: str
    version: str
    argos_version: str
    licence: str
    demonstration: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """``entries``: path inside the package, and the member of the zip that holds it."""

    folder: str
    metadata: Metadata
    entries: Mapping[str, zipfile.ZipInfo]


@contextmanager
def opened(file: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """Open a zip of an allowed size; what zipfile raises inside becomes :class:`BadFile`."""
    size = file.stat().st_size
    if size > limits.archive:
        raise BadFile(f"the package is {size} bytes, at most {limits.archive} are taken", code="too-large")
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except _UNREADABLE as error:
        raise bad(f"expected a whole zip archive, found one that cannot be read ({error})") from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise bad("expected a whole zip archive, found one whose places are not in it") from error


def bad(sentence: str) -> BadFile:
    return BadFile(f"not an Argos package: {sentence}", code="bad-package")


def read_contents(archive: zipfile.ZipFile, limits: Limits) -> Contents:
    """Judge the directory of the zip and its metadata; nothing is written."""
    members = archive.infolist()
    _check_sizes(members, limits)
    folder, entries = _checked_names(members)
    missing = [name for name in (METADATA, MODEL) if name not in entries]
    if missing:
        raise bad(f"{folder}/ lacks {', '.join(missing)}")
    if not {"sentencepiece.model", "bpe.model"} & entries.keys():
        raise bad(f"{folder}/ has neither sentencepiece.model nor bpe.model")
    if not any(_VOCABULARY.fullmatch(name) for name in entries):
        raise bad(f"{folder}/model/ has no vocabulary")
    metadata = parse_metadata(_read_small(archive, entries[METADATA], limits))
    pair = f"{metadata.from_code}_{metadata.to_code}"
    if not re.search(rf"(\A|-){re.escape(pair)}(-|\Z)", folder):
        raise bad(f"its folder is {folder!r} and its metadata say {pair}: they must name one pair")
    return Contents(folder=folder, metadata=metadata, entries=entries)


def _check_sizes(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > 2 * limits.files:
        raise BadFile(
            f"{len(members)} entries in the package, at most {limits.files} files are taken", code="too-large"
        )
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.unpacked:
        raise BadFile(f"the package unpacks to {unpacked} bytes, at most {limits.unpacked} are taken", code="too-large")
    if unpacked > MIB and unpacked > limits.ratio * packed:
        raise BadFile(
            f"the package unpacks {packed} bytes to {unpacked}, more than {limits.ratio} times: "
            "built to fill a disk, not a model",
            code="too-large",
        )


def _checked_names(members: list[zipfile.ZipInfo]) -> tuple[str, dict[str, zipfile.ZipInfo]]:
    named = [(member, _parts(member)) for member in members]
    folders = sorted({parts[0] for _, parts in named})
    if len(folders) != 1:
        raise bad(f"expected one top folder, found {len(folders)}: {', '.join(folders[:5]) or 'an empty zip'}")
    entries: dict[str, zipfile.ZipInfo] = {}
    for member, parts in named:
        if member.is_dir():
            continue
        name = "/".join(parts[1:])
        if not _ALLOWED.fullmatch(name):
            raise bad(f"a package has no file {member.filename[:120]!r}")
        if name.lower() in {known.lower() for known in entries}:
            raise bad(f"{member.filename[:120]!r} is in it twice")
        entries[name] = member
    return folders[0], entries


def _parts(member: zipfile.ZipInfo) -> list[str]:
    """The name in parts; refused when it could lead anywhere but below its own folder."""
    parts = member.filename.removesuffix("/").split("/")
    if member.orig_filename != member.filename or not all(_PART.match(part) for part in parts):
        raise bad(f"the name {member.orig_filename[:120]!r} may lead outside its folder")
    if stat.S_IFMT(member.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise bad(f"{member.filename[:120]!r} is a link or a device, not a file")
    if member.flag_bits & 0x1:
        raise bad(f"{member.filename[:120]!r} is encrypted")
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise bad(f"{member.filename[:120]!r} is packed in way {member.compress_type}, not stored or deflated")
    return parts


def _read_small(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits) -> bytes:
    with archive.open(member) as stream:
        data = stream.read(limits.metadata + 1)
    if len(data) > limits.metadata:
        raise BadFile(f"{member.filename} has more than {limits.metadata} bytes", code="too-large")
    return data


def parse_metadata(data: bytes) -> Metadata:
    """Read ``metadata.json``; fields that nobody here uses are passed over."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise bad(f"{METADATA} is no JSON ({type(error).__name__})") from error
    if not isinstance(found, dict):
        raise bad(f"{METADATA} should hold an object, found {type(found).__name__}")
    kind = found.get("type", "translate")
    if kind != "translate":
        raise bad(f"{METADATA}: expected a package that translates, found type {str(kind)[:40]!r}")
    source, target = _field(found, "from_code", _CODE), _field(found, "to_code", _CODE)
    if source == target:
        raise bad(f"{METADATA}: it translates {source} into {target}")
    return Metadata(
        from_code=source,
        to_code=target,
        version=_field(found, "package_version", _VERSION),
        argos_version=str(found.get("argos_version", ""))[:32],
        licence=str(found.get("licence") or found.get("license") or "")[:200],
        demonstration=found.get("demonstration") is True,
    )


def _field(found: Mapping[str, Any], name: str, shape: re.Pattern[str]) -> str:
    value = found.get(name)
    if not isinstance(value, str) or not shape.match(value):
        raise bad(f"{METADATA}: {name} is {str(value)[:40]!r}, expected something like {_EXAMPLES[name]!r}")
    return value


_EXAMPLES: Final = {"from_code": "ar", "to_code": "en", "package_version": "1.0"}


def unpack(archive: zipfile.ZipFile, contents: Contents, into: Path) -> dict[str, str]:
    """Write every file below ``into``, synced, and return its SHA-256 by path, in the order of paths."""
    hashes = {name: _write(archive, contents.entries[name], into / PurePosixPath(name)) for name in contents.entries}
    with (into / MODEL).open("rb") as file:
        check_model(file, (into / MODEL).stat().st_size)
    if _CONFIG in hashes:  # models of 2021 have none, and are read without
        _check_config(into / _CONFIG)
    return dict(sorted(hashes.items()))


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: Path) -> str:
    place.parent.mkdir(parents=True, exist_ok=True)
    digest, written = hashlib.sha256(), 0
    with archive.open(member) as stream, place.open("xb") as file:
        while chunk := stream.read(_CHUNK):
            written += len(chunk)
            if written > member.file_size:
                raise bad(f"{member.filename} has more than the {member.file_size} bytes that were announced")
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if written != member.file_size:
        raise bad(f"{member.filename} has {written} of the {member.file_size} bytes that were announced")
    return digest.hexdigest()


def _check_config(place: Path) -> None:
    try:
        found = json.loads(place.read_bytes())
    except ValueError as error:
        raise BadFile(f"model/config.json is no JSON ({type(error).__name__})", code="bad-model") from error
    if not isinstance(found, dict):
        raise BadFile(f"model/config.json should hold an object, found {type(found).__name__}", code="bad-model")
