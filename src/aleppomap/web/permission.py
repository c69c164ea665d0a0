"""Whether the reader of this session may edit: ``editors`` with the facts of this server."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit import config

from aleppomap.model import AleppomapError
from aleppomap.web.editors import EDITORS, Editors, editors_from, is_own_machine, may_edit
from aleppomap.web.shelf import is_served

SERVED = "ALEPPOMAP_SERVED"
"""The address for which `aleppomap serve` started this process; it alone sets it."""


def editors_here() -> Editors:
    """What ALEPPOMAP_EDITORS says here.

    Raises:
        AleppomapError: where it says nothing that is understood.
    """
    return editors_from(os.environ.get(EDITORS))


def takes_secret() -> bool:
    """Whether a reader becomes an editor by a secret."""
    try:
        return editors_here().by == "secret"
    except AleppomapError:
        return False


def reader_may_edit(told: str | None) -> bool:
    """Whether the reader of this session may edit; asked anew before every change."""
    if not is_served():
        return False
    try:
        editors = editors_here()
    except AleppomapError:  # told at the start; never open by accident
        return False
    headers = _headers()
    address = config.get_option("server.address")
    own = is_own_machine(
        served=os.environ.get(SERVED),
        address=str(address) if address else None,
        hosted=bool(os.environ.get("ALEPPOMAP_HOSTED")),
        headers=headers,
    )
    return may_edit(editors, own_machine=own, headers=headers, told=told)


def _headers() -> Mapping[str, Sequence[str]]:
    headers = st.context.headers
    return {name: headers.get_all(name) for name in headers}
