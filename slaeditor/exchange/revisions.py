"""Frozen states: the whole project as text, packed into a revision, and back.

What is frozen is the text form with its identities, so that a later version of the program reads it
as it reads any text. States frozen earlier are not packed again into later ones.
"""

from __future__ import annotations

import zlib
from dataclasses import replace

from slaeditor.exchange.rows import FORMAT
from slaeditor.exchange.text_form import dump, load
from slaeditor.exchange.trouble import TextFormTrouble
from slaeditor.model.document import Revision
from slaeditor.model.kinds import LARGEST_CONTENT
from slaeditor.model.project import Project

MOST_BYTES = 256 * 1024 * 1024
"""The longest text that is unpacked; a longer one is none that a person wrote."""


class NotFrozen(ValueError):
    """A revision holds no state that can be read; `sentence` says why, `remedy` what to do."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        """Keep the sentence and the remedy."""
        self.sentence = sentence
        self.remedy = remedy
        super().__init__(sentence)


def frozen(project: Project, revision: Revision) -> Revision:
    """Return the revision with the state of the project packed into it.

    Raises NotFrozen where it is larger than what a field may hold.
    """
    packed = zlib.compress(dump(_without_states(project)).encode(), 9)
    if len(packed) > LARGEST_CONTENT:
        raise NotFrozen(
            f"The state is too large to be frozen: {len(packed) // 1_000_000} MB, most of it "
            "pictures.",
            "Make the pictures smaller, or keep a copy of the file instead.",
        )
    return revision.but(frozen=packed, format=FORMAT)


def thawed(revision: Revision) -> Project:
    """Return the project as it was when the revision was frozen.

    Raises NotFrozen where it holds no state, or one that cannot be read.
    """
    if not revision.frozen:
        raise NotFrozen(f"The revision “{revision.label}” holds no frozen state.")
    try:
        return load(_unpacked(revision))
    except TextFormTrouble as error:
        told = f"The frozen state of “{revision.label}” cannot be read. {error.sentence}"
        raise NotFrozen(told) from error


def latest(project: Project) -> Revision | None:
    """Return the frozen revision of the latest date, of several the last in the list."""
    found = [one for one in project.revisions if one.frozen]
    dated = reversed(found)
    return max(dated, key=lambda one: (one.made_on is not None, one.made_on), default=None)


def _unpacked(revision: Revision) -> str:
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(revision.frozen, MOST_BYTES)
    except zlib.error as error:
        raise NotFrozen(f"The frozen state of “{revision.label}” is damaged.") from error
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise NotFrozen(f"The frozen state of “{revision.label}” is damaged or too long.")
    return content.decode(errors="replace")


def _without_states(project: Project) -> Project:
    rows = [
        replace(one, frozen=b"", format="") for one in project.revisions if one.frozen or one.format
    ]
    return project.put(*rows) if rows else project
