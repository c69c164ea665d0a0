"""An extraction as plain values and back, whole: what the library keeps and what it exports."""

from __future__ import annotations

import types
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from operator import attrgetter
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
    extraction: Extraction = _builder(Extraction)(record)
    return extraction


_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    return _writer(kind)(value)


def _plain_all(values: Sequence[Any]) -> list[Any]:
    """Plain values of the items of a sequence, which are nearly always of one type."""
    if not values:
        return []
    kind: Any = type(values[0])
    write = _writer(kind)
    return [write(item) if type(item) is kind else _plain(item) for item in values]


@lru_cache(maxsize=256)
def _writer(kind: Any) -> Callable[[Any], Any]:
    """What makes plain values of a type; found out once for each type, as there are many."""
    if kind in _AS_IT_IS:
        return _same
    if kind is tuple or kind is list:
        return _plain_all
    if issubclass(kind, Enum):
        words: dict[Any, Any] = {member: member.value for member in kind}
        return words.__getitem__
    if issubclass(kind, date):
        return lambda moment: moment.isoformat()
    return _dataclass_writer(kind)


def _dataclass_writer(kind: type) -> Callable[[Any], Any]:
    names = tuple(field.name for field in fields(kind))
    wanted = tuple((field.name, field.default) for field in fields(kind))
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    def write(value: Any) -> Record:
        record: Record = {}
        for (name, default), item in zip(wanted, read(value), strict=True):
            if item is default:  # most fields of most values
                continue
            of: Any = type(item)
            if of in _AS_IT_IS:
                if item != default:
                    record[name] = item
            elif item != default:
                record[name] = _writer(of)(item)
        return record

    return write


def _same(value: Any) -> Any:
    return value


@lru_cache(maxsize=256)
def _builder(kind: Any) -> Callable[[Any], Any]:
    """What makes a value of a type; found out once for each type, as there are many values."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_builder(get_args(kind))
    if origin is tuple:
        each = _builder(get_args(kind)[0])
        return tuple if each is _same else lambda value: tuple(map(each, value))
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_builder(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    return float if kind is float else _same


def _dataclass_builder(kind: type) -> Callable[[Any], Any]:
    builders = {name: _builder(hint) for name, hint in get_type_hints(kind).items()}

    def build(value: Any) -> Any:
        return kind(
            **{name: builders[name](item) for name, item in value.items() if name in builders}
        )

    return build


def _union_builder(kinds: tuple[Any, ...]) -> Callable[[Any], Any]:
    """A value of the first kind of a union that fits: a day, or a time with its offset."""
    kept = [kind for kind in kinds if kind is not type(None)]
    first = _day_or_moment if datetime in kept else _builder(kept[0])
    return first if first is _same else lambda value: None if value is None else first(value)


def _day_or_moment(value: str) -> date:
    return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
