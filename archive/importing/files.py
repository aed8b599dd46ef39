"""A deposit as files on disk: named one by one, or a folder with its ``pair.toml``.

``file = "…"`` in the metadata is relative to the metadata and stays in its folder. In a folder, a side
without ``file`` is the file named after its language (``ar.txt``, ``en.html``). Only reads; what the
texts mean is :mod:`archive.intake`'s business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from archive.errors import BadFile, BadInput, BadMetadata
from archive.intake.deposit import ORIGINAL, TRANSLATION, Deposit, Source, assemble
from archive.intake.metadata import Metadata, TextMetadata, from_toml
from archive.intake.readers.limits import MAX_FILE_BYTES
from archive.models.works import TextRole

PAIR: Final = "pair.toml"
SUFFIXES: Final = (".txt", ".html", ".htm")


def read_folder(folder: Path, *, to_work: str | None = None) -> Deposit:
    """The deposit that lies in ``folder``."""
    meta = folder / PAIR
    if not meta.is_file():
        raise BadInput(f"{folder}: there is no {PAIR} in this folder")
    return _from_metadata(_metadata(meta), {}, folder, to_work=to_work, whole_folder=True)


def read_files(
    originals: Sequence[Path], translations: Sequence[Path], meta: Path | None = None, *, to_work: str | None = None
) -> Deposit:
    """The deposit of these files; the second original has the key ``original-2``, and so on."""
    metadata = _metadata(meta) if meta else Metadata()
    given: dict[str, Path] = {}
    for side, paths, role in (
        (ORIGINAL, originals, TextRole.ORIGINAL),
        (TRANSLATION, translations, TextRole.TRANSLATION),
    ):
        keys = [side if number == 1 else f"{side}-{number}" for number in range(1, len(paths) + 1)]
        given.update(zip(keys, paths, strict=True))
        metadata = _with_roles(metadata, keys, role)
    folder = meta.parent if meta else None
    return _from_metadata(metadata, given, folder, to_work=to_work, whole_folder=False)


def _metadata(path: Path) -> Metadata:
    try:
        return from_toml(_bytes(path))
    except BadMetadata as error:
        raise BadMetadata(f"{path}: {error}", code=error.code) from None


def _with_roles(metadata: Metadata, keys: Sequence[str], role: TextRole) -> Metadata:
    """A second translation is a translation, also when the metadata does not speak of it."""
    described = {text.key for text in metadata.texts}
    more = tuple(TextMetadata(key=key, role=role) for key in keys[1:] if key not in described)
    first = {key: TextMetadata() for key in keys[:1] if getattr(metadata, key) is None and key not in described}
    return metadata.model_copy(update={"texts": (*metadata.texts, *more), **first})


def _from_metadata(
    metadata: Metadata, given: Mapping[str, Path], folder: Path | None, *, to_work: str | None, whole_folder: bool
) -> Deposit:
    sources = {key: _source(path) for key, path in given.items()}
    for key, facts, pointer in _described(metadata):
        path = _named(facts, folder, pointer) if folder else None
        if path is not None and key in sources:
            raise BadMetadata("this text is given twice, as an option and as a file", pointer=f"{pointer}/file")
        if path is None and folder and whole_folder and facts.text is None and facts.sentences is None:
            path = _by_language(folder, facts, key)
        if path is not None:
            sources[key] = _source(path)
    return assemble(metadata, sources, to_work=to_work)


def _described(metadata: Metadata) -> list[tuple[str, TextMetadata, str]]:
    """Key, facts and JSON Pointer of every text that the metadata speaks of."""
    sides = [(ORIGINAL, metadata.original), (TRANSLATION, metadata.translation)]
    found = [(key, facts, f"/{key}") for key, facts in sides if facts is not None]
    for number, facts in enumerate(metadata.texts):
        found.append((facts.key or f"text-{number + 1}", facts, f"/texts/{number}"))
    return found


def _named(facts: TextMetadata, folder: Path, pointer: str) -> Path | None:
    if facts.file is None:
        return None
    path = folder / facts.file
    if not path.resolve().is_relative_to(folder.resolve()):
        raise BadMetadata(f"{facts.file!r} leads out of the folder of the metadata", pointer=f"{pointer}/file")
    return path


def _by_language(folder: Path, facts: TextMetadata, key: str) -> Path:
    names = [name for name in (facts.language, key) if name]
    found = [path for name in names for suffix in SUFFIXES if (path := folder / f"{name}{suffix}").is_file()]
    if len(found) != 1:
        expected = " or ".join(f"{name}.txt" for name in names)
        seen = "none" if not found else " and ".join(path.name for path in found)
        raise BadInput(f"{folder}: {key}: expected one file, {expected} (or .html), found {seen}")
    return found[0]


def _source(path: Path) -> Source:
    return Source(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    """The file, unless it is too large to be looked at."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadFile(
                f"{path}: the file has {size:,} bytes; one text may have at most {MAX_FILE_BYTES:,}", code="too-large"
            )
        return path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: cannot be read: {error.strerror}") from None
