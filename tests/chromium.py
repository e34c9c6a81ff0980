"""A headless Chromium, driven over a pipe in its own protocol; nothing to install beside it.

https://chromedevtools.github.io/devtools-protocol/ says what the methods do. Messages are JSON,
each ended by a NUL; the browser reads them from its descriptor 3 and writes to 4.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any, Self

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 30.0  # seconds; a page answers within milliseconds
SWITCHES = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-pipe",
)  # fmt: skip


def executable() -> str | None:
    """Return the browser's path, None when there is none."""
    return os.environ.get("MOJIFIX_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One browser with one page."""

    def __init__(self, folder: Path) -> None:
        self.messages: list[dict[str, Any]] = []
        self._number = 0
        self._rest = b""
        from_us, self._write = os.pipe()
        self._read, to_us = os.pipe()

        def arrange() -> None:
            # Above all descriptors in use, so that neither lands on the other.
            high_in, high_out = os.dup2(from_us, 97), os.dup2(to_us, 98)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        path = executable()
        assert path is not None
        self._process = subprocess.Popen(
            [path, *SWITCHES, f"--user-data-dir={folder}", "about:blank"],
            preexec_fn=arrange,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(from_us)
        os.close(to_us)
        target = self.send("Target.createTarget", url="about:blank", session=None)["targetId"]
        found = self.send("Target.attachToTarget", targetId=target, flatten=True, session=None)
        self._session = found["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._write)
        os.close(self._read)

    def send(self, method: str, *, session: str | None = "", **params: Any) -> dict[str, Any]:
        """Call a method and return its result; events that come in the meantime are kept."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = session or self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer)
                result: dict[str, Any] = answer["result"]
                return result
            self.messages.append(answer)

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._read, 1 << 20)
            assert data, "the browser has ended"
            self._rest += data
        line, self._rest = self._rest.split(b"\0", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def events(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of the events of a kind so far."""
        return [row["params"] for row in self.messages if row.get("method") == method]

    def open(self, path: Path) -> None:
        """Show a file and wait until it is loaded."""
        before = len(self.events("Page.loadEventFired"))
        self.send("Page.navigate", url=path.as_uri())
        deadline = time.monotonic() + PATIENCE
        while len(self.events("Page.loadEventFired")) == before:
            assert time.monotonic() < deadline, "the page does not load"
            self.send("Runtime.evaluate", expression="0")

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def point(self, selector: str) -> None:
        """Move the mouse over the middle of an element's first line."""
        x, y = self._middle(selector)
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector: str) -> None:
        """Click on an element."""
        x, y = self._middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def _middle(self, selector: str) -> tuple[float, float]:
        found = self.run(
            f"(() => {{ const e = document.querySelector({selector!r});"
            "e.scrollIntoView({block: 'center'}); const b = e.getClientRects()[0];"
            "return [b.x + Math.min(b.width, 400) / 2, b.y + b.height / 2]; })()"
        )
        return found[0], found[1]

    def press(self, key: str, code: int = 0) -> None:
        """Press and release a key; a single character is also typed."""
        text = {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.send(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code or ord(key[0].upper()),
                **(text if kind == "keyDown" else {}),
            )

    def look(self, *, width: int, height: int, dark: bool = False, phone: bool = False) -> None:
        """Set the size of the window and the color scheme."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=phone,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def picture(self, path: Path) -> None:
        """Write what the window shows as PNG."""
        data = self.send("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))
