"""The starters: projects that come with the program, from which a new one begins.

A starter is a file in the text form under `resources/starters`. The comment lines at its top say
what it is: its name, one sentence about it, and `icon:` with the name of its icon. Its colour is
the brand colour its document has.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slaeditor.bundled import bundled

if TYPE_CHECKING:
    from slaeditor.model.project import Project

BLANK = "blank"
_ICON = "icon:"
_COLOUR = re.compile(r"^\s+(?:accent|brand colour):\s*[\"']?(#[0-9a-f]{6})", re.MULTILINE)
_TITLE = re.compile(r"^document:\n  name: (.+)$", re.MULTILINE)
_TOP = 4000
"""Characters in which the document's own settings stand."""


class Starter(NamedTuple):
    """A project to begin from; `key` is what the command line calls it."""

    key: str
    name: str
    sentence: str
    icon: str
    colour: str
    path: Path

    def project(self) -> Project:
        """Return a fresh project made from the starter; no two have the same ids."""
        from slaeditor.exchange.text_form import load  # slow to import, not needed for a list

        return load(self.path.read_text(encoding="utf-8"))


def starters() -> tuple[Starter, ...]:
    """Return all starters, those of nothing last; none when the program came without them."""
    try:
        folder = bundled("starters")
    except FileNotFoundError:
        return ()
    found = [_starter(path) for path in sorted(folder.glob("*.yaml"))]
    return tuple(sorted(found, key=lambda one: (one.key.startswith(BLANK), one.name)))


def starter(key: str) -> Starter:
    """Return the starter of a key; `KeyError` when there is none."""
    return {one.key: one for one in starters()}[key]


@cache
def untouched_titles() -> frozenset[str]:
    """Return the titles that nobody typed: none, and those that the starters of nothing have."""
    blank = (one.path for one in starters() if one.key.startswith(BLANK))
    found = (_TITLE.search(_top(path)) for path in blank)
    return frozenset({"", *(one[1].strip() for one in found if one)})


def _starter(path: Path) -> Starter:
    lines = _remarks(path)
    icon = next((line[len(_ICON) :].strip() for line in lines if line.startswith(_ICON)), "")
    words = [line for line in lines if not line.startswith(_ICON)]
    name = words[0] if words else path.stem.replace("-", " ").capitalize()
    sentence = " ".join(words[1:])
    return Starter(path.stem, name.rstrip("."), sentence, icon or "book-open", _colour(path), path)


def _colour(path: Path) -> str:
    found = _COLOUR.search(_top(path))
    return found[1] if found else _usual_colour()


def _top(path: Path) -> str:
    with path.open(encoding="utf-8") as text:
        return text.read(_TOP)


def _usual_colour() -> str:
    from slaeditor.model.document import Document
    from slaeditor.model.entity import default

    return str(default(Document, "accent"))


def _remarks(path: Path) -> list[str]:
    """The words of the comment lines with which a file begins, up to the first blank one."""
    with path.open(encoding="utf-8") as lines:
        begun = takewhile(lambda line: line.startswith("#"), lines)
        return [words for line in begun if (words := line.lstrip("#").strip())]
