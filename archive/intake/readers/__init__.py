"""From the bytes of a capture to a :class:`Reading`: what kind of file, which encoding, which blocks.

One file a format. Readers propose headline, standfirst and paragraphs; whose byline and which
disclaimer is for :mod:`archive.chain`, which the intake calls afterwards. Nothing is written here, and
the bytes themselves are kept by the intake as they came.
"""

from __future__ import annotations

from archive.errors import BadFile
from archive.intake.readers.encoding import decode, encode_inline
from archive.intake.readers.limits import check_size
from archive.intake.readers.plain import read_plain
from archive.intake.readers.reading import Decoded, Hints, Reading, Removed
from archive.intake.readers.sniff import HTML, check_magic, declared_in_markup, media_type_of
from archive.text.normalise import Flag, suspicious

__all__ = ["Decoded", "Hints", "Reading", "Removed", "encode_inline", "read"]


def read(
    data: bytes, *, filename: str | None = None, media_type: str | None = None, charset: str | None = None
) -> Reading:
    """Read one capture; raise :class:`BadFile` with the file's name where there is no text to be had."""
    try:
        return _read(data, filename, media_type, charset)
    except BadFile as error:
        if filename is None:
            raise
        raise BadFile(f"{filename}: {error.detail}", code=error.code, pointer=error.pointer) from error


def _read(data: bytes, filename: str | None, media_type: str | None, charset: str | None) -> Reading:
    check_size(data)  # (1) not too large
    if not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        raise BadFile("The file has no bytes, or nothing but white space.", code="empty")
    check_magic(data)  # (2) not a picture, an archive, a program
    decoded = decode(data, declared=charset, in_markup=declared_in_markup(data))  # (3) characters
    kind = media_type_of(decoded.text, filename=filename, declared=media_type)  # (4) page or plain text
    flags = (*suspicious(decoded.text), *_doubts(decoded))
    if kind == HTML:
        from archive.intake.readers.html import read_html  # noqa: PLC0415 - loads lxml and trafilatura

        page = read_html(decoded.text)
        return Reading(kind, decoded, page.blocks, page.removed, flags, page.hints, page.source_text)
    blocks, removed, source_text = read_plain(decoded.text)
    return Reading(kind, decoded, blocks, removed, flags, Hints(), source_text)


def _doubts(decoded: Decoded) -> tuple[Flag, ...]:
    return (Flag("charset", 1, decoded.note),) if decoded.note else ()
