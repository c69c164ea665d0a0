"""Who may add, correct and delete: one decision, apart from the page so that it can be read whole.

Nothing here asks the network, the page or the environment; ``permission`` does that.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

from aleppomap.model import AleppomapError

EDITORS = "ALEPPOMAP_EDITORS"
"""The environment variable that says who may edit a hosted app."""

SHORTEST = 6
"""Fewest characters of a secret."""

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_EVERYBODY = re.compile(
    r"(accept|sec|content|access-control|x-forwarded|if)-.*|accept|host|origin|user-agent|cookie|"
    r"connection|upgrade|cache-control|pragma|referer|dnt|via|forwarded|x-real-ip|te|priority|range",
    re.IGNORECASE,
)
_BY_PROXY = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
_ALLOWED = "allowed are secret:… and header:NAME or header:NAME=user1,user2"


@dataclass(frozen=True, slots=True)
class Editors:
    """What ALEPPOMAP_EDITORS says. ``unset``: nothing, so only a reader's own machine edits."""

    by: Literal["unset", "secret", "header"] = "unset"
    secret: str = ""
    header: str = ""
    users: tuple[str, ...] = ()


def editors_from(text: str | None) -> Editors:
    """What the variable says; None where it is not set.

    Raises:
        AleppomapError: naming what is wrong. The value itself is never repeated, it may be secret.
    """
    if text is None:
        return Editors()
    way, colon, rest = text.strip().partition(":")
    if colon and way == "secret":
        if len(rest.strip()) < SHORTEST:
            raise AleppomapError(
                f"{EDITORS}: the secret has fewer than {SHORTEST} characters; give a longer one"
            )
        return Editors("secret", secret=rest.strip())
    if colon and way == "header":
        return _by_header(rest)
    raise AleppomapError(f"{EDITORS} says nothing that is understood; {_ALLOWED}")


def _by_header(rest: str) -> Editors:
    name, equals, listed = (part.strip() for part in rest.partition("="))
    if not _TOKEN.fullmatch(name):
        raise AleppomapError(f"{EDITORS} names no header; {_ALLOWED}")
    if _EVERYBODY.fullmatch(name):
        raise AleppomapError(
            f"{EDITORS}: {name} comes with every reader's request; "
            "name a header that only your proxy sets, such as X-Remote-User"
        )
    users = tuple(user.strip() for user in listed.split(",") if user.strip())
    if equals and not users:
        raise AleppomapError(f"{EDITORS} lists nobody after the '='; {_ALLOWED}")
    return Editors("header", header=name, users=users)


def may_edit(
    editors: Editors,
    *,
    own_machine: bool = False,
    headers: Mapping[str, Sequence[str]] | None = None,
    told: str | None = None,
) -> bool:
    """Whether one reader may add, correct and delete.

    Args:
        own_machine: the server was started by ``aleppomap serve`` for this machine alone, and
            the request came from it; counts only where the variable is not set.
        headers: all values of each header of the request.
        told: the secret that the reader gave in this session.
    """
    if editors.by == "unset":
        return own_machine
    if editors.by == "secret":
        return told is not None and bool(editors.secret) and _same(told, editors.secret)
    values = _values(headers or {}, editors.header)
    if len(values) != 1 or not values[0].strip():
        return False  # twice: one may be the reader's own, which the proxy should have taken out
    if not editors.users:
        return True
    same = [_same(values[0].strip(), user) for user in editors.users]  # all, whichever is right
    return True in same


def is_own_machine(
    *, served: str | None, address: str | None, hosted: bool, headers: Mapping[str, Sequence[str]]
) -> bool:
    """Whether the server listens to this machine alone, and the request is this machine's own.

    A proxy on the same machine passes the whole world on to 127.0.0.1: so the page must have
    been opened by a local name, and nothing may say that a proxy stands between.

    Args:
        served: the address for which ``aleppomap serve`` started this process.
        address: the address that the server listens on.
        hosted: ALEPPOMAP_HOSTED is set.
    """
    if hosted or not served or served != address or not is_loopback(address):
        return False
    if any(_values(headers, name) for name in _BY_PROXY):
        return False
    hosts = [urlsplit(f"//{value}").hostname for value in _values(headers, "host")]
    origins = [urlsplit(value).hostname for value in _values(headers, "origin")]
    return bool(hosts) and all(is_loopback(name) for name in (*hosts, *origins))


def is_loopback(host: str | None) -> bool:
    """Whether a name or address can be reached from this machine only."""
    if not host:
        return False
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _values(headers: Mapping[str, Sequence[str]], name: str) -> list[str]:
    wanted = name.lower()
    return [value for key, all_ in headers.items() if key.lower() == wanted for value in all_]


def _same(one: str, other: str) -> bool:
    """Compared in constant time, and over hashes so that the length is not told either."""
    first, second = (sha256(text.encode("utf-8", "replace")).digest() for text in (one, other))
    return hmac.compare_digest(first, second)
