"""Argos's list of packages and the packages on it, over HTTP: only when somebody asked for it in so many words.

The list has neither hashes nor sizes, so nothing it says is believed: the package is measured while it comes,
checked like any file, and compared with what was asked for. Only ``http`` and ``https``, also after a
redirect, and never from the second to the first. No other module of the archive opens a connection.
"""

from __future__ import annotations

import http.client
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urljoin, urlsplit

from packaging.version import InvalidVersion, Version

from archive.errors import BadFile, BadInput, NotFound, Unavailable
from archive.machine.package_file import MIB, Limits
from archive.machine.package_record import Package

LIST_LIMIT: Final = 8 * MIB
TIMEOUT: Final = 30.0
"""Seconds without a byte."""

_CHUNK: Final = MIB // 4
_PAIR: Final = re.compile(r"(?P<from>[a-z]{2,3})[-_](?P<to>[a-z]{2,3})(?:@(?P<version>[0-9][0-9A-Za-z.]*))?\Z")
_SCHEMES: Final = ("http", "https")

Progress = Callable[[int, int | None], None]
"""Bytes so far, and of how many if the server said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """``links`` are full addresses, in the order in which they are to be tried."""

    from_code: str
    to_code: str
    version: str
    links: tuple[str, ...]

    @property
    def label(self) -> str:
        return f"{self.from_code}-{self.to_code}@{self.version}"


def read_pair(text: str) -> tuple[str, str, str | None]:
    """``ar-en`` or ``ar-en@1.0`` as codes and version."""
    found = _PAIR.match(text)
    if found is None:
        raise BadInput(f"expected a pair of languages like ar-en or ar-en@1.0, found {text[:60]!r}", code="malformed")
    return found["from"], found["to"], found["version"]


def fetch_list(address: str) -> tuple[Entry, ...]:
    """Ask for the list. What is in it but cannot be used (no link, no translation) is passed over."""
    chunks: list[bytes] = []
    _fetch(address, chunks.append, limit=LIST_LIMIT)
    try:
        found = json.loads(b"".join(chunks))
    except (ValueError, RecursionError) as error:
        raise Unavailable(
            f"{address}: expected a list of packages in JSON, found something else", code="index"
        ) from error
    if not isinstance(found, list):
        raise Unavailable(f"{address}: expected a list of packages, found {type(found).__name__}", code="index")
    return tuple(entry for item in found if (entry := _entry(item, address)) is not None)


def _entry(item: Any, address: str) -> Entry | None:
    if not isinstance(item, dict) or item.get("type", "translate") != "translate":
        return None
    stated = [item.get(name) for name in ("from_code", "to_code", "package_version")]
    links = item.get("links")
    if not isinstance(links, list) or not all(isinstance(value, str) and value for value in stated):
        return None
    addresses = [urljoin(address, link) for link in links if isinstance(link, str)]
    usable = tuple(one for one in addresses if urlsplit(one).scheme in _SCHEMES)
    if not usable:
        return None
    return Entry(from_code=str(stated[0]), to_code=str(stated[1]), version=str(stated[2]), links=usable)


def choose(entries: Sequence[Entry], from_code: str, to_code: str, version: str | None = None) -> Entry:
    """The newest package of a pair, or the one of that version."""
    fitting = [entry for entry in entries if (entry.from_code, entry.to_code) == (from_code, to_code)]
    wanted = [entry for entry in fitting if version in {None, entry.version}]
    if wanted:
        return max(wanted, key=lambda entry: _version(entry.version))
    if fitting:
        raise NotFound(
            f"the list has no version {version} of {from_code}-{to_code}, but "
            f"{', '.join(entry.version for entry in fitting)}",
            code="unknown-model",
        )
    near = sorted({f"{entry.from_code}-{entry.to_code}" for entry in entries if entry.from_code == from_code})
    raise NotFound(
        f"none of the {len(entries)} packages on the list translates {from_code} → {to_code}; "
        f"from {from_code} it has {', '.join(near) or 'none'}",
        code="unknown-model",
    )


def _version(stated: str) -> Version:
    try:
        return Version(stated)
    except InvalidVersion:
        return Version("0")


def download(entry: Entry, into: Path, *, limits: Limits | None = None, progress: Progress | None = None) -> str:
    """Write the package to the file ``into`` and return the address that it came from."""
    limit, failed = (limits or Limits()).archive, []
    for link in entry.links:
        try:
            with into.open("wb", buffering=0) as file:
                _fetch(link, _writer(file), limit=limit, progress=progress)
        except Unavailable as error:
            if error.code != "index":
                raise
            failed.append(error.detail)
        else:
            return link
    raise Unavailable("; ".join(failed), code="index")


def _writer(file: IO[bytes]) -> Callable[[bytes], None]:
    """A disk that fails is not a link that fails."""

    def write(chunk: bytes) -> None:
        try:
            while chunk:
                chunk = chunk[file.write(chunk) :]
        except OSError as error:
            raise Unavailable(f"cannot keep what is fetched: {error.strerror}", code="disk-full") from error

    return write


def check(entry: Entry, package: Package) -> None:
    """Refuse a package that is another one than the list said."""
    if f"{package.pair}@{package.version}" != entry.label:
        raise BadFile(
            f"the list says {entry.label}, behind its link is {package.pair}@{package.version}: not installed",
            code="bad-package",
        )


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """A redirect may not lead to a file, to FTP, or from https to http."""

    def redirect_request(  # noqa: PLR0917 - urllib's own signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in _SCHEMES or (req.type == "https" and scheme == "http"):
            raise urllib.error.URLError(f"it redirects to a {scheme or 'nameless'} address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetch(address: str, write: Callable[[bytes], Any], *, limit: int, progress: Progress | None = None) -> None:
    if urlsplit(address).scheme not in _SCHEMES:
        raise BadInput(f"expected an http or https address, found {address[:120]!r}", code="malformed")
    opener = urllib.request.build_opener(_OnlyWeb)
    request = urllib.request.Request(address, headers={"User-Agent": "thabat"})  # noqa: S310 - the scheme was checked
    try:
        with opener.open(request, timeout=TIMEOUT) as response:
            _read(response, write, address, limit, progress)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise Unavailable(f"cannot fetch {address}: {reason or type(error).__name__}", code="index") from error


def _read(
    response: http.client.HTTPResponse,
    write: Callable[[bytes], Any],
    address: str,
    limit: int,
    progress: Progress | None,
) -> None:
    stated = response.headers.get("Content-Length", "")
    expected = int(stated) if stated.isascii() and stated.isdigit() else None
    done = 0
    while chunk := response.read(_CHUNK):
        done += len(chunk)
        if max(done, expected or 0) > limit:
            raise BadFile(f"{address} has more than the {limit} bytes that are taken", code="too-large")
        write(chunk)
        if progress is not None:
            progress(done, expected)
    if expected is not None and done != expected:
        raise http.client.IncompleteRead(b"", expected - done)
