"""Argos's list and a package from it, served on this machine; the network beyond it is closed in every test."""

from __future__ import annotations

import io
import json
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.error import URLError

import pytest

from archive.errors import BadFile, BadInput, NotFound, ThabatError, Unavailable
from archive.machine import package_index
from archive.machine.package_file import Limits
from archive.machine.package_index import Entry, check, choose, download, fetch_list, read_pair
from archive.machine.packages import PackageStore
from tests.argos_packages import metadata, write_package
from tests.loopback import Answer, Site, served


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with served() as site:
        package = write_package(tmp_path / "served.argosmodel").read_bytes()
        site.answers["/v1/ar_en.argosmodel"] = Answer(package)
        listed = [
            {**metadata(), "links": ["v1/ar_en.argosmodel"]},
            {**metadata(package_version="0.9"), "links": [f"{site.address}/v1/old.argosmodel"]},
            {**metadata(to_code="fr"), "links": ["ipfs://nowhere"]},
            {**metadata(type="sbd"), "links": ["v1/sbd.argosmodel"]},
            "nonsense",
        ]
        site.answers["/index.json"] = Answer(json.dumps(listed).encode())
        yield site


def _entry(site: Site, *paths: str) -> Entry:
    links = tuple(f"{site.address}{path}" for path in paths)
    return Entry(from_code="ar", to_code="en", version="1.0", links=links)


def test_a_package_comes_from_the_list_to_its_place(site: Site, tmp_path: Path) -> None:
    """List, choice, download, check, installation: two requests and no more."""
    entry = choose(fetch_list(f"{site.address}/index.json"), "ar", "en")
    seen: list[tuple[int, int | None]] = []
    address = download(entry, tmp_path / "got", progress=lambda done, size: seen.append((done, size)))
    store = PackageStore(tmp_path / "models")
    package = store.install(
        tmp_path / "got", source=address, now=datetime.now(UTC), trial=lambda package: check(entry, package)
    )
    assert package.source == f"{site.address}/v1/ar_en.argosmodel"
    assert site.asked == ["/index.json", "/v1/ar_en.argosmodel"]
    size = (tmp_path / "got").stat().st_size
    assert seen[-1] == (size, size)


def test_what_the_list_has_and_cannot_be_used_is_passed_over(site: Site) -> None:
    """Other kinds of package, other kinds of link, nonsense."""
    entries = fetch_list(f"{site.address}/index.json")
    assert [entry.label for entry in entries] == ["ar-en@1.0", "ar-en@0.9"]
    assert choose(entries, "ar", "en", "0.9").links == (f"{site.address}/v1/old.argosmodel",)


def test_an_unknown_pair_or_version_says_what_there_is(site: Site) -> None:
    """So that the next try can be right."""
    entries = fetch_list(f"{site.address}/index.json")
    with pytest.raises(NotFound, match=r"none of the 2 packages on the list translates ar → de; from ar it has ar-en"):
        choose(entries, "ar", "de")
    with pytest.raises(NotFound, match=r"no version 7 of ar-en, but 1.0, 0.9"):
        choose(entries, "ar", "en", "7")


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"\xff", b"[" * 100_000])
def test_a_list_that_is_none_is_refused(site: Site, body: bytes) -> None:
    """Argos itself asks about a thousand times and then runs out of stack."""
    site.answers["/index.json"] = Answer(body)
    with pytest.raises(Unavailable, match="expected a list of packages") as caught:
        fetch_list(f"{site.address}/index.json")
    assert caught.value.code == "index"
    assert site.asked == ["/index.json"]


def test_nobody_there_is_said_at_once(site: Site, tmp_path: Path) -> None:
    """Every link is tried, and every failure named; a later link may do."""
    with pytest.raises(Unavailable, match=r"one: Not Found; cannot fetch .*two: Not Found") as caught:
        download(_entry(site, "/one", "/two"), tmp_path / "got")
    assert caught.value.code == "index"
    assert download(_entry(site, "/one", "/v1/ar_en.argosmodel"), tmp_path / "got").endswith("/v1/ar_en.argosmodel")
    with pytest.raises(Unavailable, match=r"cannot fetch http://127\.0\.0\.1:1/"):
        fetch_list("http://127.0.0.1:1/index.json")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/a", "/etc/passwd", "data:,[]", ""])
def test_only_the_web_is_asked(address: str) -> None:
    """No address reads a file of this machine."""
    with pytest.raises(BadInput, match="expected an http or https address"):
        fetch_list(address)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/a"])
def test_a_redirect_leads_to_the_web_too(site: Site, address: str) -> None:
    """Also not by a detour; a plain redirect is followed."""
    site.answers["/moved"] = Answer(status=302, headers={"Location": address})
    with pytest.raises(Unavailable, match=r"redirects to a ftp address|Redirection to url .file"):
        fetch_list(f"{site.address}/moved")
    site.answers["/moved"] = Answer(status=302, headers={"Location": f"{site.address}/index.json"})
    assert len(fetch_list(f"{site.address}/moved")) == 2


def test_a_redirect_does_not_take_the_lock_off() -> None:
    """From https to http is not followed."""
    asked = urllib.request.Request("https://127.0.0.1/index.json")
    with pytest.raises(URLError, match="redirects to a http address"):
        package_index._OnlyWeb().redirect_request(asked, io.BytesIO(), 302, "", {}, "http://127.0.0.1/index.json")


def test_too_much_is_refused_before_it_is_kept(site: Site, tmp_path: Path) -> None:
    """By what the server announces, and by what it sends without announcing."""
    site.answers["/big"] = Answer(b"x" * 1000)
    with pytest.raises(BadFile, match="has more than the 999 bytes") as caught:
        download(_entry(site, "/big"), tmp_path / "got", limits=Limits(archive=999))
    assert caught.value.code == "too-large"
    site.answers["/big"] = Answer(b"x" * 1000, headers={"Content-Length": "none"})
    with pytest.raises(BadFile, match="has more than the 999 bytes"):
        download(_entry(site, "/big"), tmp_path / "got", limits=Limits(archive=999))


def test_half_a_download_is_no_download(site: Site, tmp_path: Path) -> None:
    """The connection ends before the announced length."""
    site.answers["/half"] = Answer(b"x" * 100, headers={"Content-Length": "200"})
    with pytest.raises(Unavailable, match=r"cannot fetch .*half"):
        download(_entry(site, "/half"), tmp_path / "got")


def test_a_full_disk_is_not_blamed_on_the_link(site: Site) -> None:
    """And no other link is tried."""
    with pytest.raises(Unavailable, match="No space left on device") as caught:
        download(_entry(site, "/v1/ar_en.argosmodel", "/v1/ar_en.argosmodel"), Path("/dev/full"))
    assert caught.value.code == "disk-full"
    assert len(site.asked) == 1


def test_another_package_than_the_list_said_is_refused(site: Site, tmp_path: Path) -> None:
    """A link may lead to a newer file, or to another language."""
    entry = Entry(from_code="ar", to_code="en", version="2.0", links=(f"{site.address}/v1/ar_en.argosmodel",))
    store = PackageStore(tmp_path / "models")
    download(entry, tmp_path / "got")
    with pytest.raises(BadFile, match=r"the list says ar-en@2.0, behind its link is ar-en@1.0"):
        store.install(tmp_path / "got", source="x", now=datetime.now(UTC), trial=lambda package: check(entry, package))
    assert store.installed() == ()


def test_pairs_are_read_in_the_ways_people_write_them() -> None:
    """Hyphen or underscore, with or without a version."""
    assert read_pair("ar-en") == read_pair("ar_en") == ("ar", "en", None)
    assert read_pair("ar-en@1.9") == ("ar", "en", "1.9")
    for wrong in ("", "ar", "ar-en-fr", "AR-EN", "ar en", "../x"):
        with pytest.raises(ThabatError, match="expected a pair of languages"):
            read_pair(wrong)


def test_nothing_else_in_the_archive_opens_a_connection() -> None:
    """One module does, when somebody asked for it."""
    root = Path(package_index.__file__).parents[1]
    names = ("urllib.request", "http.client", "import socket", "import requests", "urllib3", "httpx")
    found = {
        path.name for path in root.rglob("*.py") if any(name in path.read_text(encoding="utf-8") for name in names)
    }
    assert found == {"package_index.py"}
