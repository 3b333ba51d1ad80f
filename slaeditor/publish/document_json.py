"""An edition as canonical JSON and back.

Equal editions give equal bytes. Reading is strict: every field must be there, nothing else may
be, and each value must be of the declared kind; otherwise `EditionUnreadable` names the place.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import types
import typing
from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import cache, partial
from typing import TypeVar, cast

from slaeditor.publish.document import Edition
from slaeditor.publish.once import Once, at_once
from slaeditor.publish.trouble import EditionUnreadable

Value = TypeVar("Value")

_Json = object
_PLAIN = frozenset({str, int, bool})
_Reader = Callable[[_Json, str], object]


def edition_json(edition: Edition, once: Once = at_once) -> bytes:
    """Return the canonical JSON of `edition` in UTF-8; its chapters are written once, if kept."""
    parts = {name: _part_json(getattr(edition, name), once) for name in _names(Edition)}
    parts["is"] = value_json(Edition.__name__)
    return (
        b"{" + b",".join(b'"%b":%b' % (name.encode(), parts[name]) for name in sorted(parts)) + b"}"
    )


def _part_json(value: object, once: Once) -> bytes:
    if type(value) is not tuple:
        return value_json(value)
    parts = (once("json", (one,), partial(value_json, one)) for one in value)
    return b"[" + b",".join(parts) + b"]"


def value_json(value: object) -> bytes:
    """Return the canonical JSON of an edition, or of any record made of its values, in UTF-8."""
    words = json.dumps(_written(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return words.encode("utf-8", "surrogatepass")


def edition_from_json(content: bytes) -> Edition:
    """Return the edition that `content` holds; raises EditionUnreadable where it is not one."""
    return value_from_json(Edition, content)


def value_from_json(kind: type[Value], content: bytes) -> Value:
    """Return the record of a kind that `content` holds; raises EditionUnreadable."""
    name = kind.__name__.casefold()
    try:
        tree = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _unreadable(name, "is not JSON in UTF-8") from error
    return cast("Value", _reader(cast("Hashable", kind))(tree, name))


def _unreadable(place: str, what: str) -> EditionUnreadable:
    return EditionUnreadable(
        f"The edition cannot be read: {place} {what}.", "Export the handbook again."
    )


def _written(value: object) -> _Json:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_written(item) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, StrEnum):
        return value.value
    made: dict[str, _Json] = {"is": kind.__name__}
    for name in _names(cast("Hashable", kind)):
        made[name] = _written(getattr(value, name))
    return made


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cast("type", kind)))


@cache
def _reader(hint: object) -> _Reader:
    """Return a function that reads one value of the declared kind `hint`."""
    if hint in (str, int, bool):
        return _plain_reader(cast("type", hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word_reader(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _record_reader(hint)
    if typing.get_origin(hint) is tuple:
        return _tuple_reader(typing.get_args(hint))
    if isinstance(hint, types.UnionType):
        return _choice_reader(typing.get_args(hint))
    raise TypeError(hint)


def _plain_reader(kind: type) -> _Reader:
    def read(value: _Json, place: str) -> object:
        if type(value) is not kind:
            raise _unreadable(place, f"should be {kind.__name__}")
        return value

    return read


def _word_reader(kind: type[StrEnum]) -> _Reader:
    allowed = {member.value: member for member in kind}

    def read(value: _Json, place: str) -> object:
        if not isinstance(value, str) or value not in allowed:
            raise _unreadable(place, f"should be one of {', '.join(allowed)}")
        return allowed[value]

    return read


def _tuple_reader(items: tuple[object, ...]) -> _Reader:
    if items[1:] == (Ellipsis,):
        return _row_reader(items[0])

    def read(value: _Json, place: str) -> object:
        if not isinstance(value, list) or len(value) != len(items):
            raise _unreadable(place, f"should be a list of {len(items)}")
        return tuple(_reader(hint)(item, place) for hint, item in zip(items, value, strict=True))

    return read


def _row_reader(hint: object) -> _Reader:
    def read(value: _Json, place: str) -> object:
        if not isinstance(value, list):
            raise _unreadable(place, "should be a list")
        item = _reader(hint)
        return tuple(item(entry, f"{place}[{at}]") for at, entry in enumerate(value))

    return read


def _record_reader(kind: type) -> _Reader:
    hints = {
        name: hint
        for name, hint in typing.get_type_hints(kind, vars(sys.modules[kind.__module__])).items()
        if name in {field.name for field in dataclasses.fields(kind)}
    }

    def read(value: _Json, place: str) -> object:
        if not isinstance(value, dict) or value.get("is") != kind.__name__:
            raise _unreadable(place, f"should be a {kind.__name__}")
        if value.keys() - {"is"} != hints.keys():
            raise _unreadable(place, f"should have the fields {', '.join(hints)}")
        return kind(
            **{name: _reader(hint)(value[name], f"{place}.{name}") for name, hint in hints.items()}
        )

    return read


def _choice_reader(kinds: tuple[object, ...]) -> _Reader:
    by_name = {cast("type", kind).__name__: kind for kind in kinds}

    def read(value: _Json, place: str) -> object:
        name = value.get("is") if isinstance(value, dict) else None
        if name not in by_name:
            raise _unreadable(place, "is of an unknown kind")
        return _reader(by_name[name])(value, place)

    return read
