"""What a reader sees: directions, narrow screens, dark mode, nothing fetched from elsewhere, a deposit by hand."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from api.app import create_app
from api.demo import deposit_all
from api.services import Services, build, initialise
from api.settings import Settings
from api.translating import Lane
from api.worker import Worker
from archive.intake.deposit import Source, assemble
from archive.intake.metadata import from_mapping
from archive.models.people import Role
from archive.pipeline import process
from tests.archive.machine_archive import FakeShop, with_machine
from tests.browser.webdriver import Browser
from tests.samples import ARABIC, ENGLISH
from tests.witness_texts import ORIGINAL, PERSON, WORDS

pytestmark = pytest.mark.browser
PAGES = (
    "/", "/search?q=المعارضة", "/concordance", "/concordance?q=النظام", "/renderings?q=النظام", "/searches", "/names", "/names/candidates?least=1",
    "/names/rejected", "/keep/search?q=النظام", "/works", "/disclaimers", "/upload", "/verify", "/about",
    "/nowhere",
)  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demonstration archive, processed and indexed."""
    settings = Settings(data=tmp_path_factory.mktemp("browser") / "data")
    initialise(settings).close()
    services = build(settings)
    deposit_all(services)
    Worker(services).run_once()
    yield services
    services.close()


@pytest.fixture(scope="module")
def site(archive: Services) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(create_app(archive), port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.fail("the browser tests need Debian's chromium and chromium-driver; .ci/run installs them")
    with Browser(tmp_path_factory.mktemp("profile"), chromium=chromium, driver=driver) as opened:
        yield opened


@pytest.fixture
def work(archive: Services) -> str:
    """A pair with two translations."""
    return archive.catalogue.work_of_external_id("demo-06")


@pytest.fixture(scope="module")
def three(archive: Services) -> str:
    """The address of an original, a person's translation and a machine's side by side."""
    metadata = from_mapping({"external_id": "three"})
    sources = {"original": Source(ORIGINAL.encode()), "translation": Source(PERSON.encode())}
    now = datetime.now(UTC)
    texts = archive.intake.deposit(assemble(metadata, sources, to_work=None), actor="test", now=now).texts
    with_fake = with_machine(archive, FakeShop(words=WORDS))
    with_fake.translations.request(texts[0].version_id, actor="test", now=now)
    Lane(with_fake).run_once()
    with archive.database.write() as session:
        process(session, texts[1].version_id, now=now)
    return f"/compare?a={texts[0].version_id}&b={texts[1].version_id}&view=three"


def _overflow(browser: Browser) -> Any:
    return browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_no_page_is_wider_than_its_window(browser: Browser, site: str, work: str, prefix: str, width: int) -> None:
    """Nobody scrolls sideways, on a phone or at a desk, in either language."""
    browser.resize(width, 900)
    for path in (*PAGES, f"/w/{work}"):
        browser.open(f"{site}{prefix}{path}")
        assert _overflow(browser) <= 0, path


@pytest.mark.parametrize("width", [320, 360, 1000, 1280])
@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_three_witnesses_fit(browser: Browser, site: str, three: str, prefix: str, width: int) -> None:
    """The machine's words are in a cell of their own under their sign, beside the person's or below, never wider."""
    browser.resize(width, 900)
    browser.open(f"{site}{prefix}{three}")
    assert _overflow(browser) <= 0
    assert browser.run("return document.querySelectorAll('.row .machine .by').length") == 6
    assert browser.run("return document.querySelectorAll('.machine-sign').length") == 2
    edges = browser.run(
        "return [...document.querySelectorAll('#r2 > .cell')].map(e => [e.getBoundingClientRect().left,"
        " e.getBoundingClientRect().top])"
    )
    assert len(edges) == 3
    if width == 1280:
        assert [left for left, _ in edges] == sorted((left for left, _ in edges), reverse=prefix == "/ar")
        assert len({round(top) for _, top in edges}) == 1
    else:
        assert edges[2][1] > edges[1][1]


@pytest.mark.parametrize(("prefix", "direction", "left"), [("", "ltr", "ar"), ("/ar", "rtl", "en")])
def test_cells_have_the_direction_of_their_text(
    browser: Browser, site: str, work: str, prefix: str, direction: str, left: str
) -> None:
    """The page has the direction of its reader, each text that of its language, and the original comes first."""
    browser.resize(1280, 900)
    browser.open(f"{site}{prefix}/w/{work}")
    assert browser.run("return getComputedStyle(document.documentElement).direction") == direction
    cells = browser.run(
        "return [...document.querySelectorAll('p[lang], h2[lang], h3[lang]')]"
        ".map(e => [e.lang.slice(0, 2), getComputedStyle(e).direction])"
    )
    assert {language for language, _ in cells} >= {"ar", "en"}
    assert all(found == ("rtl" if language == "ar" else "ltr") for language, found in cells)
    titles = browser.run(
        "return [...document.querySelectorAll('h1 [lang]')].map(e => [e.lang, e.getBoundingClientRect().left])"
    )
    assert min(titles, key=lambda title: title[1])[0] == left


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize(("q", "before"), [("النظام", "right"), ("regime", "left")])
def test_the_hit_stands_in_the_middle(browser: Browser, site: str, prefix: str, q: str, before: str) -> None:
    """Of its line, in either interface; what is read before it stands where the language begins."""
    browser.resize(1280, 900)
    browser.open(f"{site}{prefix}/concordance?q={q}")
    lines = browser.run(
        "return [...document.querySelectorAll('.key')].map(e => {"
        "const line = e.getBoundingClientRect(), node = e.querySelector('mark').getBoundingClientRect(),"
        " first = e.querySelector('.before').getBoundingClientRect();"
        "return [node.left + node.width / 2 - line.left - line.width / 2,"
        " first.left > node.left ? 'right' : 'left']})"
    )
    assert len(lines) > 3
    assert all(abs(offset) < 2 and side == before for offset, side in lines)


def test_marks_lie_on_the_words_found(browser: Browser, site: str) -> None:
    """What is highlighted is the word with its prefixes, whole and in its original characters."""
    browser.resize(1280, 900)
    browser.open(f"{site}/search?q=المعارضة")
    marked = browser.run("return [...document.querySelectorAll('mark')].map(e => e.textContent)")
    assert "بالمعارضة" in marked
    assert "المعارضة" in marked
    assert not any("معرض" in word for word in marked)


def test_nothing_comes_from_elsewhere(browser: Browser, site: str, work: str) -> None:
    """Every resource is ours, and the strict policy blocks nothing of it."""
    for path in (*PAGES[:-1], f"/w/{work}"):
        browser.open(site + path)
        loaded = browser.run("return performance.getEntriesByType('resource').map(e => e.name)")
        assert all(name.startswith(site) for name in loaded)
        assert browser.run("return document.styleSheets.length > 0 && document.styleSheets[0].cssRules.length > 20")


def test_dark_mode_is_dark(browser: Browser, site: str) -> None:
    """A reader whose system is dark gets light letters on a dark page."""
    browser.dark()
    browser.open(f"{site}/")
    lightness = (
        "return getComputedStyle(document.body).{}.match(/[0-9.]+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0)"
    )
    assert browser.run(lightness.format("backgroundColor")) < 200
    assert browser.run(lightness.format("color")) > 450


def test_a_pair_is_deposited_by_hand(browser: Browser, site: str, archive: Services) -> None:
    """An archivist pastes both texts, types the key, and reads the receipt and then the record."""
    key, _ = archive.keys.create("desk", Role.ARCHIVIST, actor="test", now=datetime.now(UTC))
    browser.resize(1280, 2400)
    browser.open(f"{site}/upload")
    for selector, words in (
        ("[name=original_text]", ARABIC),
        ("[name=translation_text]", ENGLISH),
        ("[name=external_id]", "by-hand"),
        ("[name=key]", key),
    ):
        browser.run(f"document.querySelector('{selector}').value = {words!r}")
    browser.click("main form button")
    page = browser.text_with("Ras al-Wadi Municipality Reopens the Old Market")
    assert archive.catalogue.work_of_external_id("by-hand") in page


def test_a_picture_can_be_taken(browser: Browser, site: str, work: str, tmp_path: Path) -> None:
    """The record draws without a fault: a picture of it is no blank sheet."""
    browser.open(f"{site}/w/{work}")
    (tmp_path / "record.png").write_bytes(browser.picture())
    assert (tmp_path / "record.png").stat().st_size > 30_000
