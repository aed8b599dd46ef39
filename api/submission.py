"""One request with a deposit in it, as a form with files or as JSON, into what the intake takes.

Reading the body is the only thing done on the event loop; decoding, checking and everything after
runs in a worker thread. What the fields mean is :mod:`archive.intake`'s business: both forms end in
the same :func:`archive.intake.deposit.assemble` that the command line uses.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from email.message import Message
from pathlib import PurePosixPath
from typing import Annotated, Final, TypeGuard

from fastapi import Depends, Request
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from api.deps import ArchivistDep, ServicesDep
from api.limits import MAX_FIELDS, MAX_FILES, MAX_METADATA_BYTES
from api.strict_json import pointer_to, read_object
from archive.errors import BadFile, BadMetadata
from archive.intake.deposit import ORIGINAL, TRANSLATION, Deposit, Source, assemble
from archive.intake.metadata import Metadata, from_mapping, from_toml

MULTIPART: Final = "multipart/form-data"
JSON: Final = "application/json"
METADATA, FORCE, FILES, KEYED = "metadata", "force", "files", "text:"
_UNTOLD: Final = "application/octet-stream"  # what a client says that does not know
_MAX_FILENAME: Final = 400


@dataclass(frozen=True, slots=True)
class Submission:
    """Metadata, the bytes of each side or key, and whether the depositor insists."""

    metadata: Metadata
    sources: Mapping[str, Source]
    force: bool
    max_file_bytes: int

    def deposit(self, *, to_work: str | None = None) -> Deposit:
        """The deposit, whose texts are no larger than the setting allows whichever way they came."""
        deposit = assemble(self.metadata, self.sources, to_work=to_work)
        for text in deposit.texts:
            if len(text.source.data) > self.max_file_bytes:
                raise BadFile(
                    f"{text.key}: a text may have at most {self.max_file_bytes:,} bytes, "
                    f"this one has {len(text.source.data):,}",
                    code="too-large",
                    pointer=text.pointer,
                )
        return deposit


Body = bytes | FormData


async def _body(request: Request, _who: ArchivistDep) -> AsyncIterator[Body]:
    """The body, read only after the key was found good."""
    header = content_type_of(request)
    kind = header.get_content_type() if header["Content-Type"] else ""
    if kind == MULTIPART:
        require_utf8(header)
        async with request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_METADATA_BYTES) as form:
            yield form
    elif kind == JSON:
        yield await request.body()
    else:
        raise HTTPException(415, f"expected a body of type {MULTIPART} or {JSON}, found {kind[:100] or 'no type'!r}")


def content_type_of(request: Request) -> Message:
    """The request's Content-Type, for its parts to be asked for."""
    header = Message()
    header["Content-Type"] = request.headers.get("content-type", "")
    return header


def require_utf8(header: Message) -> None:
    """A form's names and fields are UTF-8 (RFC 7578 §5.1.2); the parser would take any codec that Python has."""
    charset = header.get_content_charset("utf-8")
    if charset not in ("utf-8", "us-ascii"):
        raise HTTPException(415, f"expected a form in UTF-8, found charset {charset[:40]!r}")


def submission(services: ServicesDep, body: Annotated[Body, Depends(_body)]) -> Submission:
    limit = services.settings.max_file_bytes
    return _from_form(body, limit) if isinstance(body, FormData) else _from_json(body, limit)


SubmissionDep = Annotated[Submission, Depends(submission)]


def _from_json(body: bytes, limit: int) -> Submission:
    data = read_object(body, what="the body")
    force = data.pop(FORCE, False)
    if not isinstance(force, bool):
        raise BadMetadata(f"force: expected true or false, found {force!r:.100}", code="malformed", pointer="/force")
    return Submission(from_mapping(data), {}, force, limit)


def _from_form(form: FormData, limit: int) -> Submission:
    for name in form:
        _check_part(name, form)
    metadata = _metadata(form.get(METADATA))
    sources = _by_part(form, metadata, limit)
    sources.update(_by_filename(form, metadata, taken=sources, limit=limit))
    return Submission(metadata, sources, _truth(form.get(FORCE)), limit)


def _check_part(name: str, form: FormData) -> None:
    """Refuse a part that is not known, sent twice, or text where a file was expected."""
    pointer = pointer_to([name])
    if name not in (METADATA, FORCE, FILES, ORIGINAL, TRANSLATION) and not name.startswith(KEYED):
        raise BadMetadata(
            f"the form has a part {name!r:.100}; known are original, translation, text:KEY, files, metadata, force",
            code="unknown-field",
            pointer=pointer,
        )
    parts = form.getlist(name)
    if len(parts) > 1 and name != FILES:
        raise BadMetadata(f"the part {name} was sent {len(parts)} times", code="duplicate-name", pointer=pointer)
    if name not in (METADATA, FORCE) and any(isinstance(part, str) for part in parts):
        raise BadMetadata(f"{name}: expected a file, found a form field", code="malformed", pointer=pointer)


def _metadata(part: UploadFile | str | None) -> Metadata:
    """Metadata as a JSON field, or as a file of JSON or, by its name, TOML."""
    if part is None or part == "":
        return Metadata()
    if isinstance(part, str):
        return from_mapping(read_object(part))
    data = part.file.read()
    return from_toml(data) if (part.filename or "").lower().endswith(".toml") else from_mapping(read_object(data))


def _truth(part: UploadFile | str | None) -> bool:
    words = {None: False, "": False, "false": False, "0": False, "true": True, "1": True, "on": True}
    if isinstance(part, UploadFile) or part not in words:
        found = "a file" if isinstance(part, UploadFile) else repr(part[:100] if part else part)
        raise BadMetadata(f"force: expected true or false, found {found}", code="malformed", pointer="/force")
    return words[part]


def _by_part(form: FormData, metadata: Metadata, limit: int) -> dict[str, Source]:
    """The files whose part names their text: ``original``, ``translation``, ``text:KEY``."""
    keys = {f"{KEYED}{facts.key}": facts.key for facts in metadata.texts if facts.key}
    keys |= {ORIGINAL: ORIGINAL, TRANSLATION: TRANSLATION}
    found: dict[str, Source] = {}
    for name, part in form.items():
        if name in (METADATA, FORCE, FILES) or not _was_sent(part):
            continue
        if name not in keys:
            detail = f"{name}: no text of the metadata has the key {name.removeprefix(KEYED)!r:.100}"
            raise BadMetadata(detail, code="unknown-key", pointer=pointer_to([name]))
        found[keys[name]] = _source(name, part, limit)
    return found


def _by_filename(form: FormData, metadata: Metadata, *, taken: Mapping[str, Source], limit: int) -> dict[str, Source]:
    """The files of the part ``files``, each for the text whose ``file`` in the metadata names it."""
    wanted = _keys_by_file(metadata)
    found: dict[str, Source] = {}
    for part in form.getlist(FILES):
        if not _was_sent(part):
            continue
        name = _filename(part) or ""
        key = wanted.get(name)
        if key is None or key in found or key in taken:
            reason = "no text of the metadata has it as its file" if key is None else f"there are two files for {key}"
            raise BadMetadata(f"the file {name!r}: {reason}", code="unknown-file", pointer=f"/{FILES}")
        found[key] = _source(FILES, part, limit)
    return found


def _keys_by_file(metadata: Metadata) -> dict[str, str]:
    sides = [(ORIGINAL, metadata.original), (TRANSLATION, metadata.translation)]
    described = [(key, facts) for key, facts in sides if facts is not None]
    described += [(facts.key or f"text-{number + 1}", facts) for number, facts in enumerate(metadata.texts)]
    return {PurePosixPath(facts.file).name: key for key, facts in described if facts.file}


def _was_sent(part: UploadFile | str) -> TypeGuard[UploadFile]:
    """A browser sends a file field that was left empty too: no name and no bytes."""
    return isinstance(part, UploadFile) and bool(part.filename or part.size)


def _source(name: str, part: UploadFile, limit: int) -> Source:
    if (part.size or 0) > limit:
        raise BadFile(
            f"{name}: a file may have at most {limit:,} bytes, this one has {part.size:,}",
            code="too-large",
            pointer=pointer_to([name]),
        )
    media_type = part.content_type if part.content_type != _UNTOLD else None
    return Source(part.file.read(), filename=_filename(part), media_type=media_type)


def _filename(part: UploadFile) -> str | None:
    """The last part of the name, without control characters: a name to show, never a path to open."""
    last = PurePosixPath((part.filename or "").replace("\\", "/")).name
    shown = "".join(character for character in last if character.isprintable())
    return shown[-_MAX_FILENAME:] or None
