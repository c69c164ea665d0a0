"""The parts of the page that are drawn by our own script (``assets/parts.js``)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from aleppomap import style

Json = dict[str, Any]

NAME = "aleppomap.parts"
PACKAGE = Path(__file__).resolve().parents[1]

LOOK: Json = {
    "fills": list(style.FILLS),
    "ink": style.INK,
    "soft-ink": style.SOFT_INK,
    "border": style.BORDER,
    "selected": style.SELECTED,
    "paper": style.PAPER,
    "ground": style.GROUND,
    "unsure": style.UNSURE,
    **{f"kind-{family}": colour for family, colour in style.KIND_COLOURS.items()},
}
"""The colours of ``style`` as the script takes them."""


def show_part(part: str, state: Json, on_picked: Callable[[], None] | None = None) -> None:
    """Show or update one part; ``picked(key)`` tells in the callback what was chosen."""
    declare()
    nothing = _nothing
    _renderer()(
        key=part,
        data={"part": part, "look": LOOK, **state},
        on_picked_change=on_picked or nothing,
        on_received_change=on_picked if part == "link" and on_picked else nothing,
    )


def picked(part: str, event: str = "picked") -> Any:
    """What the reader chose in a part just now, or None."""
    value = st.session_state.get(part)
    return value.get(event) if value else None


def _nothing() -> None:
    return None


def declare() -> None:
    """Make the asset folder known where Streamlit's own scan of installed packages did not.

    The scan finds the manifest of an installed package; from a plain checkout,
    or in a test, there is no package to find.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is not None:
        return
    with (PACKAGE / "pyproject.toml").open("rb") as file:
        manifest = tomllib.load(file)
    project = manifest["project"]
    declared = manifest["tool"]["streamlit"]["component"]["components"]
    manager.register_from_manifest(
        ComponentManifest(
            name=project["name"],
            version=project["version"],
            components=[ComponentConfig.from_dict(row) for row in declared],
        ),
        PACKAGE,
    )


@cache
def _renderer() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(
        NAME, js="parts.js", css="aleppomap.css", isolate_styles=False
    )
    return renderer
