"""What a file is, by its first bytes; its name and its declared media type are only hints.

Signatures follow the WHATWG MIME Sniffing standard and the formats' own specifications. A document
of a kind we cannot read yet is ``unsupported``, anything else that is not text is ``binary``; both
name what it looks like. The characters themselves are ``encoding``'s business.
"""

from __future__ import annotations

import re
from typing import Final

from archive.errors import BadFile

TEXT: Final = "text/plain"
HTML: Final = "text/html"

_UNSUPPORTED: Final = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"WARC/", "a web archive (WARC)"),
)
_BINARY: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program (ELF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)
_ZIPPED: Final = (  # a name stored near the head of a ZIP file, and what that makes it
    (b"word/", "a Word (DOCX) document"),
    (b"xl/", "an Excel (XLSX) sheet"),
    (b"ppt/", "a PowerPoint (PPTX) file"),
    (b"opendocument", "an OpenDocument (ODT, ODS) file"),
    (b"application/epub", "an EPUB book"),
)
_MHTML = re.compile(
    rb"\A(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,20}?content-type:\s*multipart/related", re.IGNORECASE
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,500}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE
)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
_CLOSED = re.compile(r"</(p|div|article|section|table|ul|ol|h[1-6]|span|a)\s*>", re.IGNORECASE)
_HEAD: Final = 4096
_FRAGMENT_TAGS: Final = 3
"""Closing tags that make a page out of a file whose head does not say so."""


def check_magic(data: bytes) -> None:
    """Refuse what is known not to be text."""
    if found := _begins(data, _UNSUPPORTED):
        raise _not_text(found, "unsupported")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        inside = next((name for mark, name in _ZIPPED if mark in data), None)
        raise _not_text(inside or "a ZIP archive", "unsupported" if inside else "binary")
    if (found := _begins(data, _BINARY)) and _CONTROL.search(data[:_HEAD]):  # "MZ" may begin a text
        raise _not_text(found, "binary")
    if _MHTML.match(data[:_HEAD]):
        raise _not_text("a web page archive (MHTML); save the page as HTML instead", "unsupported")


def media_type_of(text: str, *, filename: str | None, declared: str | None) -> str:
    """``text/html`` or ``text/plain``; other markup is refused as unsupported."""
    head = text[:_HEAD]
    if _PAGE.search(head):
        return HTML
    if _XML.match(head):
        raise _not_text("XML that is not a web page", "unsupported")
    said_html = "html" in (declared or "") or (filename or "").lower().endswith((".html", ".htm", ".xhtml"))
    closed = sum(1 for _ in zip(_CLOSED.finditer(text), range(_FRAGMENT_TAGS), strict=False))
    return HTML if closed >= (1 if said_html else _FRAGMENT_TAGS) else TEXT


def declared_in_markup(data: bytes) -> str | None:
    """The charset a page's own head declares (WHATWG HTML §13.2.3.2, without the escape states)."""
    match = _CHARSET.search(data[:_HEAD])
    if not match:
        return None
    charset = match.group(1).decode("ascii")
    # An ASCII-compatible file cannot be UTF-16: the standard reads it as UTF-8.
    return "utf-8" if charset.lower().startswith("utf-16") else charset


def _begins(data: bytes, marks: tuple[tuple[bytes, str], ...]) -> str | None:
    return next((name for mark, name in marks if data.startswith(mark)), None)


def _not_text(found: str, code: str) -> BadFile:
    return BadFile(f"The file was expected to be a text or a saved web page; it looks like {found}.", code=code)
