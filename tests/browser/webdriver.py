"""Just enough of the W3C WebDriver protocol to open a page, resize the window and ask it questions."""

from __future__ import annotations

import base64
import json
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any, Self

QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip


class Browser:
    """One headless Chromium, driven over loopback."""

    def __init__(self, profile: Path, *, chromium: str, driver: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self._driver = subprocess.Popen(
            [driver, f"--port={self._port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        options = {"binary": chromium, "args": [*QUIET, f"--user-data-dir={profile}"]}
        self._wait_for_driver()
        made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}})
        self._session = f"/session/{made['sessionId']}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("DELETE", self._session)
        self._driver.terminate()
        self._driver.wait(10)

    def open(self, url: str) -> None:
        self._ask("POST", f"{self._session}/url", {"url": url})

    def resize(self, width: int, height: int) -> None:
        """Of the page itself, not the window: a window is never narrower than 500 pixels."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        body = {"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics}
        self._ask("POST", f"{self._session}/goog/cdp/execute", body)

    def dark(self) -> None:
        features = [{"name": "prefers-color-scheme", "value": "dark"}]
        body = {"cmd": "Emulation.setEmulatedMedia", "params": {"features": features}}
        self._ask("POST", f"{self._session}/goog/cdp/execute", body)

    def run(self, script: str) -> Any:
        """What ``script`` returns in the page."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("GET", f"{self._session}/screenshot"))

    def type(self, selector: str, words: str) -> None:
        self._ask("POST", f"{self._session}/element/{self._element(selector)}/value", {"text": words})

    def click(self, selector: str) -> None:
        self._ask("POST", f"{self._session}/element/{self._element(selector)}/click", {})

    def text_with(self, words: str, patience: float = 20) -> str:
        """The text of the page once it has these words: a click returns before the page it leads to is there."""
        deadline = time.monotonic() + patience
        while words not in (found := str(self.run("return document.body.innerText"))):
            if time.monotonic() > deadline:
                raise AssertionError(f"{words!r} did not come up in: {found[:2000]}")
            time.sleep(0.1)
        return found

    def _element(self, selector: str) -> str:
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": selector})
        return str(next(iter(found.values())))

    def _wait_for_driver(self) -> None:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                if self._ask("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("chromedriver did not start")

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None)
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {value.get('error')}: {str(value.get('message'))[:300]}")
        return value
