"""An extraction as plain values and back, whole: what the library keeps and what it exports."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from aleppomap.model import Extraction

Record = dict[str, Any]


def to_record(extraction: Extraction) -> Record:
    """An extraction as JSON values; what has its default value is left out."""
    record: Record = _plain(extraction)
    return record


def from_record(record: Record) -> Extraction:
    """The extraction of a record; fields that a later version added keep their defaults.

    Raises:
        ValueError, TypeError, KeyError: when the record is none of ours.
    """
    extraction: Extraction = _built(Extraction, record)
    return extraction


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((f.name, getattr(value, f.name), f.default) for f in fields(value))
        return {name: _plain(item) for name, item, default in pairs if item != default}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _built(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _one_of(get_args(kind), value)
    if origin is tuple:
        return tuple(_built(get_args(kind)[0], item) for item in value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        known = {name: item for name, item in value.items() if name in hints}
        return kind(**{name: _built(hints[name], item) for name, item in known.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is float:
        return float(value)
    return value


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    """A value of the first kind of a union that fits: a day, or a time with its offset."""
    kept = [kind for kind in kinds if kind is not type(None)]
    if datetime in kept and isinstance(value, str):
        return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    return _built(kept[0], value)
