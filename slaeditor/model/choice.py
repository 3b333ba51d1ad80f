"""Choices a manager makes from a short list, each with the word that is stored and a label."""

from __future__ import annotations

from enum import Enum
from typing import Self

from slaeditor.model.values.unreadable import Unreadable


class Choice(Enum):
    """A closed list: each member is declared as `NAME = "stored word", "Label"`."""

    def __init__(self, word: str, label: str) -> None:
        """Keep the stored word and the label a person reads."""
        self.word = word
        self.label = label

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the member whose stored word or label this is, whatever its case."""
        wanted = " ".join(words.split()).casefold()
        for member in cls:
            if wanted in (member.word.casefold(), member.label.casefold()):
                return member
        allowed = ", ".join(member.word for member in cls)
        raise Unreadable(f"“{words}” is not one of the choices: {allowed}.")

    def __str__(self) -> str:
        """The stored word, which `parse` reads back."""
        return self.word
