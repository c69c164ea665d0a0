"""aleppomap: reporting about Aleppo, neighbourhood by neighbourhood, on a map with a timeline.

>>> import aleppomap
>>> found = aleppomap.extract("Shelling hit Bustan al-Qasr in Aleppo.", published="2016-12-13")
>>> [report.place_ids for report in found.reports]
[('bustan-al-qasr',)]
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"
__all__ = ["Atlas", "Findings", "__version__", "extract", "load", "read_path", "read_samples"]


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for: ``aleppomap --help`` stays quick."""
    if name in __all__:
        from aleppomap import api

        return getattr(api, name)
    raise AttributeError(f"module 'aleppomap' has no attribute {name!r}")
