"""The words of an edition, or of a part of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any


def strings(value: Any) -> Iterator[str]:
    """Yield every word of an edition, or of a part of it, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            yield from strings(getattr(value, one.name))
