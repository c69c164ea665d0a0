"""What this installation has, what is missing, and how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path

from aleppomap import __version__

NEEDED = (
    "streamlit",
    "folium",
    "geopandas",
    "shapely",
    "matplotlib",
    "babel",
    "trafilatura",
    "pypdf",
    "python-docx",
    "charset-normalizer",
)
"""Packages whose versions say most about a fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: ``mark`` is ok, note (works without it) or FAIL."""

    mark: str
    subject: str
    words: str
    remedy: str = ""

    def line(self) -> str:
        """The finding as one line, the remedy last."""
        remedy = f" -> {self.remedy}" if self.remedy else ""
        return f"{self.mark:<4}  {self.subject}: {self.words}{remedy}"


def check_installation(folder: Path) -> Iterator[Finding]:
    """Findings one by one, each as soon as it is known; ``folder`` is where files are written."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        _check_versions,
        _check_gazetteer,
        _check_samples,
        _check_leaflet,
        _check_font,
        _check_chromium,
    )
    for check in checks:
        try:
            yield from check()
        except Exception as fault:
            # A doctor who faints helps nobody: whatever a check trips over is its finding.
            yield Finding(
                "FAIL", check.__name__.removeprefix("_check_"), _first_line(fault), _AGAIN
            )
    yield from _check_writing(folder)


_AGAIN = "install aleppomap again"


def _first_line(fault: BaseException) -> str:
    return (str(fault).splitlines() or [type(fault).__name__])[0]


def _check_versions() -> Iterator[Finding]:
    yield Finding("ok", "Python", sys.version.split()[0])
    yield Finding("ok", "aleppomap", __version__)
    for name in NEEDED:
        try:
            yield Finding("ok", name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding("FAIL", name, "not installed", f"pip install {name}")


def _check_gazetteer() -> Iterator[Finding]:
    from aleppomap.geodata import check_folder, default_folder, read_gazetteer_records

    folder = default_folder()
    faults = check_folder(folder)
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        yield Finding("FAIL", "gazetteer", f"{faults[0]}{more}", f"mend {folder} or {_AGAIN}")
        return
    places, _, version = read_gazetteer_records(folder)
    yield Finding("ok", "gazetteer", f"{len(places)} places, data version {version}")


def _check_samples() -> Iterator[Finding]:
    path = Path(__file__).parent / "samples" / "library.jsonl"
    if not path.is_file():
        yield Finding("FAIL", "sample library", "missing", _AGAIN)
        return
    with path.open(encoding="utf-8") as lines:
        yield Finding(
            "ok", "sample library", f"{sum(1 for line in lines if line.strip())} documents"
        )


def _check_leaflet() -> Iterator[Finding]:
    leaflet = import_module("xstatic.pkg.leaflet")
    base = Path(leaflet.BASE_DIR)
    missing = [name for name in ("leaflet.js", "leaflet.css") if not list(base.rglob(name))]
    if missing:
        words = f"{', '.join(missing)} not in {base}"
        yield Finding("FAIL", "Leaflet", words, "pip install --force-reinstall XStatic-Leaflet")
    else:
        yield Finding("ok", "Leaflet", leaflet.VERSION)


def _check_font() -> Iterator[Finding]:
    package = import_module("fontpkg_noto_sans_arabic")
    files = sorted(Path(str(package.__file__)).parent.rglob("*.ttf"))
    if files:
        yield Finding("ok", "Arabic font for pictures", files[0].name)
    else:
        remedy = "pip install --force-reinstall fontpkg-noto-sans-arabic"
        yield Finding("FAIL", "Arabic font for pictures", "no .ttf file in its package", remedy)


def _check_chromium() -> Iterator[Finding]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        yield Finding("ok", "Chromium", found)
    else:
        words = "not found; only the browser tests need it"
        yield Finding("note", "Chromium", words, "apt-get install chromium")


def _check_writing(folder: Path) -> Iterator[Finding]:
    for where in dict.fromkeys((folder, Path(tempfile.gettempdir()))):
        if os.access(where, os.W_OK):
            yield Finding("ok", "may write in", str(where))
        else:
            yield Finding("note", "may not write in", str(where), "name another folder with -o")
