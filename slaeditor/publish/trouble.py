"""What can go wrong while a handbook is made: exceptions that say what to do.

Each carries `sentence` (what happened, in the manager's words) and `remedy` (what to do about
it). A worker process writes them as plain words; `from_words` turns them back.
"""

from __future__ import annotations

from typing import Protocol

_MOST = 12
_REMEDY = "Change the field named, or who may read it; where none is named, please report this."


class Leak(Protocol):
    """Something found in a file that its reader may not see, with the field it comes from."""

    @property
    def sentence(self) -> str:
        """What was found, where and whence."""

    @property
    def table(self) -> str:
        """The name of the table of the field's record."""

    @property
    def row(self) -> str:
        """The id of the field's record."""

    @property
    def field(self) -> str:
        """The name of the field; empty for the record as a whole."""


class PublishTrouble(Exception):
    """A handbook could not be made; `sentence` says why, `remedy` what helps."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        """Keep both sentences."""
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def words(self) -> dict[str, str]:
        """Return the kind and both sentences, for a pipe."""
        return {"kind": type(self).__name__, "sentence": self.sentence, "remedy": self.remedy}


class EditionUnreadable(PublishTrouble):
    """The words of an edition do not have the shape of an edition."""


class ProseTrouble(PublishTrouble):
    """A text that the manager wrote cannot be printed as it stands."""


class PictureTrouble(PublishTrouble):
    """A picture cannot be printed."""


class LinkTrouble(PublishTrouble):
    """A link inside the handbook leads to a part that this edition does not hold."""


class GlyphTrouble(PublishTrouble):
    """The fonts of the handbook lack a character."""


class LayoutTrouble(PublishTrouble):
    """The pages could not be laid out."""


class NotApart(LayoutTrouble):
    """Pages can be laid out, but not taken apart and put together with others."""


class UnsafeFile(PublishTrouble):
    """The finished file holds something that no handbook may hold."""


class TooLarge(PublishTrouble):
    """Laying out the handbook needs more memory than is allowed."""


class TooSlow(PublishTrouble):
    """Laying out the handbook took longer than is allowed."""


class Cancelled(PublishTrouble):
    """The person at the keyboard stopped the work."""


class WorkerLost(PublishTrouble):
    """The process that lays out the pages ended without an answer."""


class Withheld(PublishTrouble):
    """A handbook was made but not saved, since it did not pass the release gate.

    `sentences` say all that stands against it; `hits` are the fields to go to, if there are any.
    """

    def __init__(self, sentences: tuple[str, ...], hits: tuple[Leak, ...] = ()) -> None:
        """Tell the first sentences, and how many more there are."""
        more = len(sentences) - _MOST
        told = [*sentences[:_MOST], *([f"There are {more} more."] if more > 0 else ())]
        super().__init__(f"The handbook was not saved. {' '.join(told)}", _REMEDY)
        self.sentences = sentences
        self.hits = hits


_KINDS = {
    kind.__name__: kind
    for kind in (
        EditionUnreadable,
        ProseTrouble,
        PictureTrouble,
        LinkTrouble,
        GlyphTrouble,
        LayoutTrouble,
        NotApart,
        UnsafeFile,
        TooLarge,
        TooSlow,
        Cancelled,
        WorkerLost,
    )
}


def too_large() -> TooLarge:
    """Return the trouble of a layout that ran out of memory."""
    return TooLarge(
        "The handbook needs more memory than its layout may take.",
        "Make large tables or pictures smaller, or export fewer chapters at a time.",
    )


def from_words(words: dict[str, str]) -> PublishTrouble:
    """Return the trouble that `words` tell of; an unknown kind becomes a plain PublishTrouble."""
    kind = _KINDS.get(words.get("kind", ""), PublishTrouble)
    return kind(words.get("sentence", ""), words.get("remedy", ""))
