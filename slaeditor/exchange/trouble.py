"""What is wrong with a text that somebody wrote, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_PROBLEMS = 20
"""Problems told at once; more only repeat what one slip has caused."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: the line, counted from 1, and the sentence that says so."""

    line: int
    sentence: str

    def __str__(self) -> str:
        """Line and sentence, to stand behind the name of the file."""
        return f"{self.line}: {self.sentence}"


class TextFormTrouble(Exception):
    """A text is no project; `problems` says why, in the order of the lines."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the first one is the sentence of the whole."""
        super().__init__(str(problems[0]))
        self.problems = problems

    @property
    def sentence(self) -> str:
        """The first problem with its line."""
        return f"Line {self.problems[0]}"

    @property
    def remedy(self) -> str:
        """What to do about it."""
        return "Correct the text at the lines named and load it again."


@dataclass(slots=True)
class Problems:
    """The problems found so far."""

    found: set[Problem] = field(default_factory=set)

    def add(self, line: int, sentence: str) -> None:
        """Note a problem; raise `TextFormTrouble` when there are enough to tell."""
        self.found.add(Problem(line, sentence))
        if len(self.found) >= MOST_PROBLEMS:
            self.settle()

    def settle(self) -> None:
        """Raise `TextFormTrouble` when a problem was found."""
        if self.found:
            raise TextFormTrouble(tuple(sorted(self.found)))
