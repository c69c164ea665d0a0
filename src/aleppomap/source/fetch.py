"""Fetches one page over the network, and never one of the reader's own network.

Every address is checked when the connection to it is made, redirects included,
and the connection goes to the very address that was checked. Proxies of the
environment are not used, since they would look the name up again.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from typing import IO, Any
from urllib.parse import quote, urlsplit

from aleppomap.model import UnreadableInput

MAX_PAGE_BYTES = 10_000_000
"""The largest page that is fetched, in bytes."""

_MOST_REDIRECTS = 5
_BLOCK = 65_536
_AGENT = "aleppomap (reads one page for its reader)"

Allowed = Callable[[str], bool]


class _Refused(OSError):
    """A connection that must not be made; its text is a clause."""


def is_public_address(address: str) -> bool:
    """Whether an IP address belongs to the public internet, not to a machine near by."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        # An IPv4 address inside an IPv6 one leads to where the inner one leads.
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is not None:
            return is_public_address(str(inner))
        if ip.teredo is not None or ip in ipaddress.ip_network("64:ff9b::/96"):
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved)


def check_url(url: str) -> str | None:
    """What keeps a URL from being fetched, as a clause, or None."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "is no URL; allowed are http and https addresses of public pages"
    if parts.scheme not in ("http", "https") or not host or not url.isprintable() or " " in url:
        return "is no http or https address; allowed are addresses of public pages"
    if parts.username or parts.password:
        return "holds a user name or password; allowed are public pages without one"
    return None


def fetch_url(
    url: str,
    *,
    timeout: float = 10,
    limit: int = MAX_PAGE_BYTES,
    allowed: Allowed = is_public_address,
) -> bytes:
    """The bytes of a page. Raises ``UnreadableInput`` with one sentence when refused.

    ``timeout`` is in seconds, for each wait and for the whole page; ``limit`` in bytes.
    ``allowed`` says to which IP addresses a connection may go.
    """
    if fault := check_url(url):
        raise UnreadableInput(f"{url} {fault}")
    ends = time.monotonic() + timeout
    try:
        request = urllib.request.Request(_to_ascii(url), headers=_HEADERS)  # noqa: S310 - checked above
        with _build_opener(allowed).open(request, timeout=timeout) as answer:
            return _read_answer(answer, url, limit, ends)
    except UnreadableInput:
        raise
    except urllib.error.HTTPError as error:
        error.close()
        if 300 <= error.code < 400:
            said = f"leads on to no page, or in a circle (status {error.code})"
        else:
            said = f"answered with status {error.code} and no page"
        raise UnreadableInput(f"{url} {said}; save the page and open it as a file") from None
    except urllib.error.URLError as error:
        raise UnreadableInput(f"{url} {_to_clause(error.reason, timeout)}") from None
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise UnreadableInput(f"{url} {_to_clause(error, timeout)}") from None


_HEADERS = {"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5", "Accept-Encoding": "identity"}


def _to_ascii(url: str) -> str:
    """A URL with letters of any script as the bytes that go over the wire."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    host = f"[{host}]" if ":" in host else host
    netloc = host if parts.port is None else f"{host}:{parts.port}"
    quoted = (
        quote(part, safe="/:;=?&%+,@!$'()*~[]-._") for part in (parts.path or "/", parts.query)
    )
    path, query = quoted
    return f"{parts.scheme}://{netloc}{path}" + (f"?{query}" if query else "")


def _to_clause(reason: object, timeout: float) -> str:
    if isinstance(reason, _Refused):
        return str(reason)
    if isinstance(reason, TimeoutError):
        return f"did not answer within {timeout:g} seconds; try again or save the page as a file"
    if isinstance(reason, socket.gaierror):
        return "has a host name that nobody knows; check the spelling"
    return f"could not be fetched ({reason}); save the page and open it as a file"


def _read_answer(answer: Any, url: str, limit: int, ends: float) -> bytes:
    blocks: list[bytes] = []
    size = 0
    packed = answer.headers.get("Content-Encoding", "identity").lower()
    while block := answer.read1(_BLOCK):
        size += len(block)
        blocks.append(block)
        if size > limit:
            raise UnreadableInput(_too_large(url, limit))
        if time.monotonic() > ends:
            raise TimeoutError
    content = b"".join(blocks)
    if packed in ("gzip", "x-gzip"):
        content = _unpack(content, url, limit)
    elif packed not in ("", "identity"):
        raise UnreadableInput(f"{url} sends its page packed as {packed}; save it as a file")
    return content


def _unpack(content: bytes, url: str, limit: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(content, limit + 1)
    except zlib.error:
        raise UnreadableInput(f"{url} sends a damaged page; save it as a file") from None
    if len(plain) > limit:
        raise UnreadableInput(_too_large(url, limit))
    return plain


def _too_large(url: str, limit: int) -> str:
    return f"{url} is larger than {limit / 1e6:.0f} MB; a page may be at most that large"


def _build_opener(allowed: Allowed) -> urllib.request.OpenerDirector:
    def connect(
        address: tuple[str, int], timeout: Any = None, source_address: Any = None
    ) -> socket.socket:
        return _connect_checked(address, timeout, allowed)

    class Plain(http.client.HTTPConnection):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._create_connection = connect

    class Secure(http.client.HTTPSConnection):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._create_connection = connect

    class PlainHandler(urllib.request.HTTPHandler):
        def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(Plain, req)

    class SecureHandler(urllib.request.HTTPSHandler):
        def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
            return self.do_open(Secure, req)

    opener = urllib.request.OpenerDirector()
    for handler in (
        *(PlainHandler(), SecureHandler(), _Redirects(), urllib.request.HTTPErrorProcessor()),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _connect_checked(address: tuple[str, int], timeout: Any, allowed: Allowed) -> socket.socket:
    """Looks the name up once, checks every address, and connects to one of those."""
    host, port = address
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if not found or not all(allowed(str(entry[4][0])) for entry in found):
        raise _Refused(
            f"leads to {host}, an address that is not on the public internet; "
            "allowed are public pages"
        )
    failure: OSError = OSError("no address")
    for family, kind, protocol, _, target in found:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(timeout if isinstance(timeout, int | float) else None)
            connection.connect(target)
        except OSError as error:
            connection.close()
            failure = error
            continue
        return connection
    raise failure


class _Redirects(urllib.request.HTTPRedirectHandler):
    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        if fault := check_url(newurl):
            raise UnreadableInput(f"{req.full_url} leads on to {newurl[:100]}, which {fault}")
        return super().redirect_request(req, fp, code, msg, headers, _to_ascii(newurl))
