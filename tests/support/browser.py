"""Drives Chromium over its debugging pipe for tests of a page: opens, evaluates, prints, takes pictures.

It uses the standard library alone; whatever it started has ended when the ``with`` block ends.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import time
from base64 import b64decode
from pathlib import Path
from types import TracebackType
from typing import Any

_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
_PATIENCE = 60.0  # seconds for one answer


class Browser:
    """A Chromium with one page; ``requests`` are what it asked for, ``complaints`` what it complained of."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._buffer = b""
        self._number = 0
        self._session = ""
        self._waiting: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.complaints: list[str] = []

    def __enter__(self) -> Browser:
        program = shutil.which("chromium")
        assert program, "Chromium is not installed"
        commands, self._to_browser = os.pipe()
        self._from_browser, answers = os.pipe()
        self._pid = os.posix_spawn(
            program,
            [program, *_OPTIONS, f"--user-data-dir={self._folder}", "about:blank"],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, commands, 3),
                (os.POSIX_SPAWN_DUP2, answers, 4),
            ],
            setsid=True,
        )
        os.close(commands)
        os.close(answers)
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self._send(f"{domain}.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._to_browser)
        os.close(self._from_browser)

    def open(self, page: Path, *, width: int = 1280, height: int = 900, fragment: str = "") -> None:
        """Load a file at a size of window; what was asked for and complained of before is forgotten."""
        self.size(width, height)
        # one document after another, or a fragment alone would be a jump inside the same one
        self._go("about:blank")
        self.requests.clear()
        self.complaints.clear()
        self._go(page.as_uri() + fragment)

    def size(self, width: int, height: int) -> None:
        """Set the size of the window; up to 500 pixels it is a phone's."""
        phone = width <= 500
        self._send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )

    def scripts(self, *, allowed: bool) -> None:
        """Let pages run scripts, or not, from the next one opened."""
        self._send("Emulation.setScriptExecutionDisabled", value=not allowed)

    def dark(self, *, dark: bool) -> None:
        """Ask pages for dark or light colours."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._send("Emulation.setEmulatedMedia", features=[scheme])

    def printing(self, *, yes: bool) -> None:
        """Show pages as they are printed, or as on a screen again."""
        self._send("Emulation.setEmulatedMedia", media="print" if yes else "")

    def value(self, expression: str) -> Any:
        """Return what an expression comes to in the page."""
        answer = self._send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press and release a key ("Tab", "Enter")."""
        code = {"Tab": 9, "Enter": 13}.get(key, 0)
        key_event = {"key": key, "code": key, "windowsVirtualKeyCode": code, "text": text}
        self._send("Input.dispatchKeyEvent", type="keyDown", **key_event)
        self._send("Input.dispatchKeyEvent", type="keyUp", **key_event)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        self._send("Input.insertText", text=text)

    def picture(self, file: Path, *, clip: tuple[float, float, float, float] | None = None) -> None:
        """Write a PNG of the window, or of a part of the page (x, y, width, height)."""
        options: dict[str, Any] = {}
        if clip:
            x, y, width, height = clip
            options = {"clip": {"x": x, "y": y, "width": width, "height": height, "scale": 1}}
            options["captureBeyondViewport"] = True
        file.write_bytes(b64decode(self._send("Page.captureScreenshot", **options)["data"]))

    def pdf(self) -> bytes:
        """Return the page as it is printed."""
        answer = self._send("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(answer["data"])

    def downloads(self, folder: Path) -> None:
        """Let the page save files into a folder."""
        options = {"downloadPath": str(folder), "eventsEnabled": True}
        self._send("Browser.setDownloadBehavior", behavior="allow", **options)

    def wait_for_download(self) -> None:
        """Wait until the page has saved a file."""
        while not any(_is_saved(each) for each in self._waiting):
            self._waiting.append(self._read())

    def _go(self, url: str) -> None:
        self._send("Page.navigate", url=url)
        while not any(each["method"] == "Page.loadEventFired" for each in self._waiting):
            self._waiting.append(self._read())
        self._waiting.clear()

    def _send(self, method: str, **params: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]
            if "method" in answer:
                self._waiting.append(answer)

    def _read(self) -> dict[str, Any]:
        end = time.monotonic() + _PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._from_browser], [], [], max(end - time.monotonic(), 0))
            assert ready, "the browser does not answer"
            self._buffer += os.read(self._from_browser, 1 << 20)
        message, self._buffer = self._buffer.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(message)
        self._note(answer.get("method", ""), answer.get("params", {}))
        return answer

    def _note(self, method: str, params: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"]))
        elif method == "Log.entryAdded":
            self.complaints.append(params["entry"]["text"])


def _is_saved(event: dict[str, Any]) -> bool:
    return bool(event["method"] == "Browser.downloadProgress" and event["params"]["state"] == "completed")
