"""The words of an edition, or of a part of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any


def strings(value: Any, without: Collection[str] = ()) -> Iterator[str]:
    """Yield every word of an edition, or of a part of it, in order, but for fields `without`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part, without)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            if one.name not in without:
                yield from strings(getattr(value, one.name), without)
