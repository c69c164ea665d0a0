"""The page as a server: its headers, its own files, and how it is started."""

from __future__ import annotations

import os
import re
import sys
from base64 import b64encode
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn

import streamlit
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from xstatic.pkg import leaflet

from aleppomap import style
from aleppomap.model import AleppomapError
from aleppomap.web.components import declare
from aleppomap.web.editors import EDITORS, is_loopback
from aleppomap.web.permission import SERVED, editors_here
from aleppomap.web.shelf import is_served
from aleppomap.web.state import load_corpus, load_shapes

TILES = "https://tile.openstreetmap.org"
"""The one foreign host that a server can be told to allow; off unless ALEPPOMAP_TILES=1."""

THEME: dict[str, str] = {
    "theme.base": "light",
    "theme.primaryColor": style.SELECTED,
    "theme.backgroundColor": "#fdfcfa",
    "theme.secondaryBackgroundColor": "#f4f2ee",
    "theme.textColor": style.INK,
    "theme.borderColor": "#dcd8cf",
    "theme.baseRadius": "4px",
}

OPTIONS: dict[str, str] = {
    "server.headless": "true",
    "server.showEmailPrompt": "false",  # else the first start on a machine waits for an answer
    "server.fileWatcherType": "none",
    "server.maxUploadSize": "20",
    "browser.gatherUsageStats": "false",
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    **THEME,
}
"""How the page is always started, as Streamlit's own option names."""


def tiles_allowed() -> bool:
    """Whether whoever runs the server lets readers ask a third party for street maps."""
    return os.environ.get("ALEPPOMAP_TILES") == "1"


def edits_unasked() -> bool:
    """Whether this server is one reader's own, who edits a library without a word."""
    own = is_loopback(os.environ.get(SERVED)) and not os.environ.get("ALEPPOMAP_HOSTED")
    return own and is_served() and EDITORS not in os.environ


def app_file() -> Path:
    """The script that Streamlit runs: in the wheel beside the package's modules, else at the top
    of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "app.py"
    return packaged if packaged.is_file() else package.parents[1] / "app.py"


def command(host: str = "127.0.0.1", port: int = 8501, extra: Sequence[str] = ()) -> list[str]:
    """The command line that starts the page."""
    options = {**OPTIONS, "server.address": host, "server.port": str(port)}
    flags = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", "streamlit", "run", str(app_file()), *flags, *extra]


def serve(host: str = "127.0.0.1", port: int = 8501, open_browser: bool = True) -> NoReturn:
    """Become the server: this process turns into it, so that a signal stops it and not a parent."""
    os.environ[SERVED] = host  # on this machine alone its reader may edit: see ``editors``
    words = command(host, port, ["--server.headless=false"] if open_browser else [])
    os.execv(words[0], words)  # noqa: S606


# What Streamlit's own page needs, and nothing else: one script of its own stands inside its
# HTML and is let in by its hash; React writes styles inline; the page may be framed by anyone.
@cache
def content_policy(tiles: bool, framed: bool = True) -> str:
    """The content-security policy of every answer.

    ``framed``: other sites may show the page in a frame. Not where a reader edits without being
    asked who they are: a site could lay its own buttons over ours.
    """
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    inline = re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    hashes = [b64encode(sha256(code.encode()).digest()).decode() for code in inline]
    scripts = " ".join(["'self'", *(f"'sha256-{code}'" for code in hashes)])
    pictures = f"'self' data: blob:{' ' + TILES if tiles else ''}"
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            f"img-src {pictures}",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors *" if framed else "frame-ancestors 'self'",
        )
    )


SOON = ("BidiComponent", "Slider", "Multiselect", "ButtonGroup", "Popover", "Tabs", "Html")
"""Parts of Streamlit's own script that the page needs at once, by the names of their files."""


# The map's own files, and the parts of Streamlit's script that mount it, are asked for with the
# page: left alone, the browser learns of them one after the other.
@cache
def _preloads() -> str:
    parts = "./_stcore/bidi-components/aleppomap.parts"
    files = [
        (f"{parts}/parts.js", "modulepreload", ""),
        (f"{parts}/draw.js", "modulepreload", ""),
        ("./aleppomap/leaflet/leaflet.js", "modulepreload", ""),
        ("./aleppomap/leaflet/leaflet.css", "preload", "; as=style"),
        (f"{parts}/aleppomap.css", "preload", "; as=style"),
        (f"./aleppomap/geo/{load_corpus().version}.json", "preload", "; as=fetch; crossorigin"),
    ]
    files += [(f"./static/js/{name}", "modulepreload", "") for name in _streamlit_scripts()]
    return ", ".join(f"<{path}>; rel={rel}{kind}" for path, rel, kind in files)


def _streamlit_scripts() -> list[str]:
    """The files of ``SOON`` and what they import, without what the page names itself."""
    static = Path(streamlit.__file__).parent / "static"
    page = (static / "index.html").read_text(encoding="utf-8")
    scripts = static / "static" / "js"
    waiting = [path.name for stem in SOON for path in sorted(scripts.glob(f"{stem}.*.js"))]
    found: list[str] = []
    while waiting:
        name = waiting.pop(0)
        if name in found or name in page:
            continue
        found.append(name)
        text = (scripts / name).read_text(encoding="utf-8")
        waiting += re.findall(r"""(?:from|import)["'`]\./([\w.-]+\.js)["'`]""", text)
    return found


class Headers:
    """Adds the security headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # A part's script keeps its name over versions: let the browser ask whether it changed.
        own = "/bidi-components/" in scope["path"]

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    pair for pair in message["headers"] if not own or pair[0] != b"cache-control"
                ]
                policy = content_policy(tiles_allowed(), not edits_unasked())
                headers += [
                    (
                        b"content-security-policy",
                        policy.encode(),
                    ),
                    (b"referrer-policy", b"no-referrer"),
                    (b"x-content-type-options", b"nosniff"),
                ]
                if own:
                    headers.append((b"cache-control", b"no-cache"))
                if any(k == b"content-type" and v.startswith(b"text/html") for k, v in headers):
                    headers.append((b"link", _preloads().encode()))
                message = {**message, "headers": headers}
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _shapes(request: Request) -> Response:
    """The geometry; its version stands in the address, so it may be kept for ever."""
    if request.path_params["version"] != load_corpus().version:
        return Response("no such version", status_code=404, media_type="text/plain")
    return Response(
        load_shapes(),
        media_type="application/json",
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )


@asynccontextmanager
async def _ready(_: Any) -> AsyncIterator[None]:
    """The script of our parts is asked for before the first run of the page has named it."""
    declare()
    yield


def build_parts() -> dict[str, Any]:
    """Routes and middleware for ``st.App``; the theme where no command line gave one."""
    _leave_path()
    try:
        editors_here()
    except AleppomapError as fault:
        raise SystemExit(f"aleppomap: {fault}") from None
    for name, value in THEME.items():
        if config.get_option(name) is None:
            config.set_option(name, value)
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    root = f"/{base}/aleppomap" if base else "/aleppomap"
    files = StaticFiles(directory=leaflet.BASE_DIR)
    load_corpus()
    return {
        "lifespan": _ready,
        "routes": [
            Route(f"{root}/geo/{{version}}.json", _shapes),
            Mount(f"{root}/leaflet", files),
        ],
        "middleware": [Middleware(Headers)],
    }


def _leave_path() -> None:
    """Streamlit puts the script's folder on the path; in the wheel that is the package itself,
    whose modules (``view``, ``link``, ``page``) must not hide others of the same name."""
    package = str(Path(__file__).resolve().parents[1])
    sys.path[:] = [entry for entry in sys.path if entry != package]
