"""The window of time: bars, a slider, exact dates and steps, kept in agreement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import streamlit as st

from aleppomap.strings import iso, strings
from aleppomap.web import cards
from aleppomap.web.components import picked, show_part
from aleppomap.web.state import Scene, Session


def mirror(key: str, value: Any) -> None:
    """Let a widget show what the link says, without touching it where it already does."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def show_time(found: Session, scene: Scene) -> None:
    """Bars, slider, dates and steps: all set the one window of the link."""
    with st.container(key="time"):
        show_part("timeline", cards.timeline_state(scene, found), lambda: _pick_bar(found))
        extent = scene.view.extent
        if extent is None or extent[0] == extent[1]:
            return
        _slider(found, extent)
        show_part("moments", cards.moments_state(scene))
        if found.link.layout == "full":
            _dates(found, extent)


def _pick_bar(found: Session) -> None:
    if chosen := picked("timeline"):
        start, end = (date.fromisoformat(str(chosen[side])) for side in ("start", "end"))
        found.ask(since=start, until=end)


def set_window(found: Session, since: date, until: date, extent: tuple[date, date]) -> None:
    """Ask for a window; an end that reaches the extent stays open."""
    since, until = min(since, until), max(since, until)
    found.ask(
        since=since if since > extent[0] else None, until=until if until < extent[1] else None
    )


def _slider(found: Session, extent: tuple[date, date]) -> None:
    key = f"window {extent[0]} {extent[1]}"

    def change() -> None:
        since, until = st.session_state[key]
        set_window(found, since, until, extent)

    mirror(key, cards.window(found, extent))
    st.slider(
        strings(found.link.lang)["window"],
        min_value=extent[0],
        max_value=extent[1],
        step=timedelta(days=1),
        format="YYYY-MM-DD",
        key=key,
        on_change=change,
        label_visibility="collapsed",
    )


def _dates(found: Session, extent: tuple[date, date]) -> None:
    words = strings(found.link.lang)
    since, until = cards.window(found, extent)

    def step(sign: int) -> None:
        length = until - since + timedelta(days=1)
        moved = since + sign * length, until + sign * length
        if moved[0] < extent[0]:
            moved = extent[0], extent[0] + length - timedelta(days=1)
        if moved[1] > extent[1]:
            moved = extent[1] - length + timedelta(days=1), extent[1]
        found.ask(since=moved[0], until=moved[1])

    whole = found.query.since is None and found.query.until is None
    with st.container(key="dates", horizontal=True):
        # The label is the window itself; the two fields come when it is opened.
        exact = st.popover(
            f"{words['from_day']} {iso(since)} {words['until_day'].lower()} {iso(until)}",
            key="exact",
            on_change="rerun",
        )
        if exact.open:
            with exact:
                _exact_dates(found, (since, until), extent)
        st.button(
            words["earlier"], on_click=step, args=(-1,), disabled=whole, help=words["step_help"]
        )
        st.button(words["later"], on_click=step, args=(1,), disabled=whole, help=words["step_help"])
        st.button(
            words["whole_time"].capitalize(),
            on_click=lambda: found.ask(since=None, until=None),
            disabled=whole,
        )


def _exact_dates(found: Session, shown: tuple[date, date], extent: tuple[date, date]) -> None:
    words = strings(found.link.lang)

    def change() -> None:
        first, last = st.session_state["since"], st.session_state["until"]
        set_window(found, first or extent[0], last or extent[1], extent)

    for key, day, label in zip(("since", "until"), shown, ("from_day", "until_day"), strict=True):
        mirror(key, day)
        st.date_input(
            words[label],
            key=key,
            on_change=change,
            format="YYYY-MM-DD",
            min_value=extent[0],
            max_value=extent[1],
        )
