"""What is to be laid out: pieces as messages under their keys, in the order of the handbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from slaeditor.publish.document_json import value_json
from slaeditor.publish.late import Numbering
from slaeditor.publish.once import Once, at_once
from slaeditor.publish.piece import Piece, Placed, Run
from slaeditor.publish.press.cutting import Cut
from slaeditor.publish.press.sheaf import Sheaf
from slaeditor.publish.press.store import key_of_message

Part = tuple[Sheaf, Numbering]
"""A fragment with the numbers that it shows."""


class Job:
    """A piece as the message that asks for it, with its key and the title of its chapter."""

    def __init__(self, piece: Piece) -> None:
        """Write the message."""
        self.message = value_json(piece)
        self.key = key_of_message(self.message)
        self.title = piece.content.chapter.title if isinstance(piece.content, Run) else ""


@dataclass(frozen=True, slots=True)
class _Place:
    job: Job
    numbers: Numbering


class Cutting:
    """The pieces of a handbook as jobs."""

    def __init__(self, pieces: Cut, once: Once = at_once) -> None:
        """Write all messages, those of pieces that stay as they were only once."""
        self._feet = Job(pieces.feet.piece)
        self._before, self._after = (
            [once("place", (one,), partial(_place, one)) for one in part]
            for part in (pieces.before, pieces.after)
        )

    @property
    def jobs(self) -> list[Job]:
        """All jobs in the order of the handbook, the feet first."""
        return [self._feet, *(one.job for one in (*self._before, *self._after))]

    def parts(self, made: Mapping[str, Sheaf]) -> tuple[Sheaf, list[Part], list[Part]]:
        """Return the feet, what stands before the contents and what follows them."""

        def parts(places: list[_Place]) -> list[Part]:
            return [(made[one.job.key], one.numbers) for one in places]

        return made[self._feet.key], parts(self._before), parts(self._after)


def _place(one: Placed) -> _Place:
    return _Place(Job(one.piece), one.numbers)
