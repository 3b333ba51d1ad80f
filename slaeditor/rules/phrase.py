"""A sentence of an answer that can be said in another language: English words with their facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


class Phrase(str):
    """Words in English, the key of the sentence, and the facts that stand in it.

    It is the words wherever words are wanted; who speaks another language says the key's sentence
    with the facts.
    """

    __slots__ = ("facts", "key")

    key: str
    facts: Mapping[str, object]

    def __new__(cls, words: str, key: str, /, **facts: object) -> Self:
        """Return the words with their key and facts."""
        made = super().__new__(cls, words)
        made.key = key
        made.facts = facts
        return made
