"""The interview between Sales and service: the questions each is asked, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.selling import Expectation, Side
from slaeditor.rules.interview_questions import questions, wordings
from slaeditor.rules.openings import started
from slaeditor.rules.passages import Passage
from slaeditor.rules.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions there are, how many have an answer, how many an agreement."""

    asked: int
    answered: int
    agreed: int

    @property
    def words(self) -> str:
        """The progress in a sentence."""
        if not self.asked:
            return "The interview has not begun."
        return (
            f"{self.answered} of {self.asked} questions answered, {self.agreed} agreed by both "
            "departments."
        )


def missing_questions(project: Project) -> tuple[tuple[Side, str], ...]:
    """Return the questions of the interview that no record asks yet, in any language."""
    known = {one.name.strip().casefold() for one in project.expectations}
    asked = questions(project.the(Document).language)
    return tuple(one for at, one in enumerate(asked) if not wordings(at) & known)


def with_questions(project: Project) -> Project:
    """Return the project with every question of the interview that was missing."""
    for side, words in missing_questions(project):
        project = project.add(started(Expectation(name=words, asked_of=side)))
    return project


def progress(project: Project) -> Progress:
    """Return how far the interview has come."""
    rows = tuple(project.expectations)
    answered = sum(bool(one.answer.strip()) for one in rows)
    return Progress(len(rows), answered, sum(is_agreed(one) for one in rows))


def is_agreed(row: Expectation) -> bool:
    """Return whether both departments have agreed on an answer."""
    return bool(row.agreed.strip())


def state_words(row: Expectation) -> str:
    """Return how far one question has come."""
    whom = f"Asked of {row.asked_of.label}" if row.asked_of else "Asked of nobody in particular"
    if is_agreed(row):
        return f"{whom} · agreed"
    return f"{whom} · {'answered, not agreed yet' if row.answer.strip() else 'not answered yet'}"


def next_open(project: Project, after: str) -> str:
    """Return the id of the next question without an agreement after one; empty if there is none.

    Behind the last it goes on with the first.
    """
    rows = tuple(project.expectations)
    at = next((place for place, one in enumerate(rows) if one.id == after), -1)
    turned = (*rows[at + 1 :], *rows[: at + 1])
    return next((one.id for one in turned if not is_agreed(one) and one.id != after), "")


def interview_passages(project: Project) -> tuple[Passage, ...]:
    """Return the interview as a sheet: a table for each department, with room to write."""
    found = (
        Passage(Phrase(heading, heading), (), _rows(project, side)) for side, heading in _HEADINGS
    )
    return tuple(one for one in found if len(one.rows) > 1)


_HEADINGS = (
    (Side.SERVICE, "Asked of service"),
    (Side.SALES, "Asked of Sales"),
    (None, "Asked of nobody in particular"),
)


def _rows(project: Project, side: Side | None) -> tuple[tuple[str, ...], ...]:
    rows = project.expectations.where("asked_of", side)
    return (("Question", "Answer", "Agreed"), *_lines(rows))


def _lines(rows: tuple[Expectation, ...]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        yield (row.name, row.answer or "—", row.agreed or "—")
