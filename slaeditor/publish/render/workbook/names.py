"""Names of sheets: short, told apart, without the characters that no sheet's name may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_LONGEST = 31
_RESERVED = frozenset({"history"})


def sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name for a sheet as near to `wanted` as can be, and add it to those taken.

    >>> sheet_name("Who does what?", {"who does what"})
    'Who does what 2'
    """
    plain = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("' ") or "Table"
    name, count = _cut(plain, ""), 1
    while name.casefold() in taken | _RESERVED:
        count += 1
        name = _cut(plain, f" {count}")
    taken.add(name.casefold())
    return name


def _cut(words: str, ending: str) -> str:
    """Return words cut at a space to the longest name there may be, with an ending."""
    most = _LONGEST - len(ending)
    if len(words) <= most:
        return words + ending
    kept = words[: most - 1].rsplit(" ", 1)[0] if " " in words[: most - 1] else words[: most - 1]
    return f"{kept.rstrip(' ,;')}…{ending}"
