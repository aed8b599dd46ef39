"""Writes the malformed files beside it: one defect a file, nothing in them from anywhere else.

Run ``python -m tests.malformed.make`` after a change; the files are committed. What each must be
refused with stands in ``test_malformed.py``. Bombs too large to commit are made in
``tests/archive/intake/readers/test_limits.py``.
"""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path

HERE = Path(__file__).parent
ARABIC = "أعلنت بلدية دير حرمل يوم الخميس أن الجسر القديم سيغلق أسبوعين لإصلاح ما أفسدته السيول.\n"
ENGLISH = "The council of Deir Harmal said on Thursday that the old bridge would close for two weeks.\n"


def files() -> dict[str, bytes]:
    return {**_empty(), **_boilerplate(), **_binary(), **_encodings(), **_markup()}


def _empty() -> dict[str, bytes]:
    return {
        "empty.txt": b"",
        "blank.txt": b" \r\n\t\n  \n",
        "bom-only.txt": b"\xef\xbb\xbf",
        "nul-only.txt": b"\x00" * 40,
        "ornaments.txt": "***\n\n— — —\n".encode(),
        "empty-page.html": b"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>\n</body></html>",
        "script-only.html": b"<!DOCTYPE html><html><body><script>document.write('news')</script></body></html>",
    }


def _boilerplate() -> dict[str, bytes]:
    menu = "<nav><a href='/'>الرئيسية</a> <a href='/n'>أخبار</a></nav><footer>جميع الحقوق محفوظة</footer>"
    return {
        "menu-only-en.txt": b"Logo Wide\n\nHome\nNews\nContact us\n\nShare this article\n\nHelpful keywords\n",
        "menu-only-ar.txt": "الرئيسية\nأخبار\nاتصل بنا\n\nشارك على فيسبوك\n\nكلمات مفتاحية\n".encode(),
        "menu-only.html": f"<!DOCTYPE html><html><head><title>x</title></head><body>{menu}</body></html>".encode(),
    }


def _binary() -> dict[str, bytes]:
    noise = random.Random(2016).randbytes(3000)
    return {
        "picture.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + noise[:200],
        "photo.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + noise[:200],
        "archive.zip": _zip("readme.txt", b"hello"),
        "letter.docx": _zip("word/document.xml", b"<w:document/>"),
        "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100,
        "letter.rtf": b"{\\rtf1\\ansi Deir Harmal}",
        "program.exe": b"MZ\x90\x00\x03\x00\x00\x00" + noise[:200],
        "packed.gz": b"\x1f\x8b\x08\x00\x00\x00\x00\x00" + zlib.compress(b"hello"),
        "random.bin": noise,
        "page.mht": b"From: <Saved by>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
        "feed.xml": b"<?xml version='1.0'?><rss><channel><title>Valley</title></channel></rss>",
    }


def _encodings() -> dict[str, bytes]:
    cut = bytearray((ARABIC * 3).encode())
    cut[20] = 0x41  # an A in the middle of a letter
    lone = "".join(chr(c) for c in (0xD83D,))
    return {
        "arabic-utf-8.txt": ARABIC.encode(),
        "arabic-utf-16-bom.txt": b"\xff\xfe" + ARABIC.encode("utf-16-le"),
        "arabic-cp1256.txt": ARABIC.encode("cp1256"),
        "arabic-iso-8859-6.txt": ARABIC.encode("iso8859_6"),
        "english.txt": ENGLISH.encode(),
        "broken-utf-8.txt": bytes(cut),
        "lone-surrogate.txt": (ENGLISH + lone).encode("utf-8", "surrogatepass"),
        "cesu-8.txt": (ENGLISH + lone + chr(0xDE00)).encode("utf-8", "surrogatepass"),
        "lone-surrogate-utf-16.txt": b"\xff\xfe" + (lone + ENGLISH).encode("utf-16-le", "surrogatepass"),
    }


def _markup() -> dict[str, bytes]:
    entity = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b;</p></body></html>"
    return {"entities.html": entity.encode(), "deep.html": b"<html><body>" + b"<div>" * 1000 + ENGLISH.encode()}


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


if __name__ == "__main__":
    for file_name, data in files().items():
        (HERE / file_name).write_bytes(data)
