"""Who may edit, as a table: never open by accident."""

from __future__ import annotations

import pytest

from aleppomap.model import AleppomapError
from aleppomap.web.editors import Editors, editors_from, is_own_machine, may_edit

SECRET = "secret:correct horse"
USERS = "header:X-Remote-User=amal, samir"
LOCAL = {"Host": ["127.0.0.1:8501"], "Origin": ["http://127.0.0.1:8501"]}


@pytest.mark.parametrize(
    ("said", "own_machine", "headers", "told", "allowed"),
    [
        (None, False, {}, None, False),
        (None, True, {}, None, True),
        (None, False, {"X-Remote-User": ["amal"]}, "correct horse", False),
        (SECRET, True, {}, None, False),  # a rule that is set holds on one's own machine too
        (SECRET, False, {}, "", False),
        (SECRET, False, {}, "correct hors", False),
        (SECRET, False, {}, "correct horse ", False),
        (SECRET, False, {}, "correct horse", True),
        (f"  {SECRET}  ", False, {}, "correct horse", True),
        ("secret:with:colon", False, {}, "with:colon", True),
        ("secret:حلب الشهباء", False, {}, "حلب الشهباء", True),
        (SECRET, False, {}, "\ud800", False),
        ("header:X-Remote-User", False, {}, None, False),
        ("header:X-Remote-User", True, {}, None, False),
        ("header:X-Remote-User", False, {"x-remote-user": ["anybody"]}, None, True),
        ("header:X-Remote-User", False, {"x-remote-user": [""]}, None, False),
        ("header:X-Remote-User", False, {"x-remote-user": ["  "]}, None, False),
        (USERS, False, {"X-Remote-User": ["amal"]}, None, True),
        (USERS, False, {"X-REMOTE-USER": [" samir "]}, None, True),
        (USERS, False, {"X-Remote-User": ["Amal"]}, None, False),
        (USERS, False, {"X-Remote-User": ["mallory"]}, None, False),
        (USERS, False, {"X-Remote-User": ["mallory, amal"]}, None, False),
        (USERS, False, {"X-Remote-User": ["amal", "mallory"]}, None, False),
        (USERS, False, {"X-Remote-User": ["amal"], "x-remote-user": ["amal"]}, None, False),
        (USERS, False, {"X-Other": ["amal"]}, "amal", False),
    ],
)
def test_may_edit(
    said: str | None,
    own_machine: bool,
    headers: dict[str, list[str]],
    told: str | None,
    allowed: bool,
) -> None:
    editors = editors_from(said)
    assert may_edit(editors, own_machine=own_machine, headers=headers, told=told) is allowed


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "allowed are secret:"),
        ("yes", "allowed are secret:"),
        ("*", "allowed are secret:"),
        ("Secret:correct horse", "allowed are secret:"),
        ("secret", "allowed are secret:"),
        ("secret:", "fewer than 6"),
        ("secret:      ", "fewer than 6"),
        ("secret:abc", "fewer than 6"),
        ("header:", "names no header"),
        ("header:X Remote User", "names no header"),
        ("header:=amal", "names no header"),
        ("header:X-Remote-User=", "lists nobody"),
        ("header:X-Remote-User= , ,", "lists nobody"),
        ("header:Host", "every reader"),
        ("header:user-agent=amal", "every reader"),
        ("header:X-Forwarded-For", "every reader"),
        ("header:Sec-WebSocket-Key", "every reader"),
        ("secret:correct horse\nheader:X", None),
    ],
)
def test_a_malformed_value_is_one_sentence(text: str, named: str | None) -> None:
    if named is None:
        assert editors_from(text).secret == "correct horse\nheader:X"
        return
    with pytest.raises(AleppomapError) as fault:
        editors_from(text)
    assert named in str(fault.value)
    assert "\n" not in str(fault.value)
    assert str(fault.value).startswith("ALEPPOMAP_EDITORS")


def test_a_bad_secret_is_not_repeated() -> None:
    with pytest.raises(AleppomapError) as fault:
        editors_from("sekret:my password")
    assert "my password" not in str(fault.value)


@pytest.mark.parametrize(
    ("served", "address", "hosted", "headers", "own"),
    [
        ("127.0.0.1", "127.0.0.1", False, LOCAL, True),
        ("localhost", "localhost", False, {"Host": ["localhost:8501"]}, True),
        ("::1", "::1", False, {"Host": ["[::1]:8501"], "Origin": ["http://[::1]:8501"]}, True),
        (None, "127.0.0.1", False, LOCAL, False),  # streamlit run by hand
        ("0.0.0.0", "0.0.0.0", False, LOCAL, False),
        ("192.168.1.5", "192.168.1.5", False, LOCAL, False),
        ("127.0.0.1", "0.0.0.0", False, LOCAL, False),
        ("127.0.0.1", None, False, LOCAL, False),
        ("127.0.0.1", "127.0.0.1", True, LOCAL, False),
        ("127.0.0.1", "127.0.0.1", False, {}, False),
        ("127.0.0.1", "127.0.0.1", False, {"Host": ["maps.example.org"]}, False),
        ("127.0.0.1", "127.0.0.1", False, LOCAL | {"Origin": ["https://maps.example.org"]}, False),
        ("127.0.0.1", "127.0.0.1", False, LOCAL | {"Origin": ["null"]}, False),
        ("127.0.0.1", "127.0.0.1", False, LOCAL | {"X-Forwarded-For": ["127.0.0.1"]}, False),
        ("127.0.0.1", "127.0.0.1", False, LOCAL | {"via": ["1.1 proxy"]}, False),
        ("127.0.0.1", "127.0.0.1", False, {"Host": ["127.0.0.1.example.org"]}, False),
    ],
)
def test_own_machine(
    served: str | None,
    address: str | None,
    hosted: bool,
    headers: dict[str, list[str]],
    own: bool,
) -> None:
    found = is_own_machine(served=served, address=address, hosted=hosted, headers=headers)
    assert found is own


def test_nothing_set_is_nobody() -> None:
    assert editors_from(None) == Editors()
    assert not may_edit(Editors())
    assert not may_edit(Editors("secret"), told="")
