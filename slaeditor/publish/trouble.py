"""What can go wrong while a handbook is made: exceptions that say what to do.

Each carries `sentence` (what happened, in the manager's words) and `remedy` (what to do about
it). A worker process writes them as plain words; `from_words` turns them back.
"""

from __future__ import annotations


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


_KINDS = {
    kind.__name__: kind
    for kind in (
        EditionUnreadable,
        ProseTrouble,
        PictureTrouble,
        LinkTrouble,
        GlyphTrouble,
        LayoutTrouble,
        UnsafeFile,
        TooLarge,
        TooSlow,
        Cancelled,
        WorkerLost,
    )
}


def from_words(words: dict[str, str]) -> PublishTrouble:
    """Return the trouble that `words` tell of; an unknown kind becomes a plain PublishTrouble."""
    kind = _KINDS.get(words.get("kind", ""), PublishTrouble)
    return kind(words.get("sentence", ""), words.get("remedy", ""))
