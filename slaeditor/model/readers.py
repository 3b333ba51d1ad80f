"""Who may read something: the three readers of a handbook, and sets of them.

The set is a plain mask without negation, so that nothing can be published by a forgotten case:
whatever nobody is named for is the manager's own.
"""

from __future__ import annotations

from enum import Flag, StrEnum

from slaeditor.model.values.unreadable import Unreadable


class Reader(StrEnum):
    """One of the three kinds of people a handbook is made for."""

    STAFF = "staff"
    SALES = "sales"
    CLIENT = "client"

    @property
    def alone(self) -> Readers:
        """The set that holds just this reader."""
        return _ALONE[self]

    @property
    def people(self) -> str:
        """The people of this kind in a sentence.

        >>> Reader.CLIENT.people, Reader.STAFF.people
        ('clients', 'staff')
        """
        return "clients" if self is Reader.CLIENT else self.value


class Readers(Flag):
    """A set of readers; the manager reads everything and is never named."""

    NOBODY = 0
    STAFF = 1
    SALES = 2
    CLIENT = 4

    @classmethod
    def parse(cls, words: str) -> Readers:
        """Return the set that the words name, such as "staff, sales" or "everyone".

        >>> Readers.parse("Staff, sales") is TEAM
        True
        """
        named = cls.NOBODY
        for word in words.replace(" and ", ",").split(","):
            named |= _WORDS.get(word.strip().casefold(), cls.NOBODY)
            if word.strip().casefold() not in _WORDS:
                raise Unreadable(
                    f"“{word.strip()}” is no reader. Write nobody, staff, sales, clients, "
                    "everyone, or several of them with commas."
                )
        return named

    def __str__(self) -> str:
        """The set in canonical words, which `parse` reads back."""
        if self is Readers.NOBODY:
            return "nobody"
        if self == EVERYONE:
            return "everyone"
        return ", ".join(self.people)

    @property
    def people(self) -> tuple[str, ...]:
        """The people of each reader in the set, in the order of the readers."""
        return tuple(one.people for one in Reader if self.include(one))

    def include(self, reader: Reader) -> bool:
        """Whether the reader is in the set."""
        return bool(self.value & _ALONE[reader].value)


NOBODY = Readers.NOBODY
STAFF = Readers.STAFF
SALES = Readers.SALES
CLIENT = Readers.CLIENT
TEAM = STAFF | SALES
EVERYONE = STAFF | SALES | CLIENT

_ALONE = {reader: Readers[reader.name] for reader in Reader}

_WORDS = {
    "": NOBODY,
    "nobody": NOBODY,
    "nobody else": NOBODY,
    "manager": NOBODY,
    "staff": STAFF,
    "sales": SALES,
    "client": CLIENT,
    "clients": CLIENT,
    "team": TEAM,
    "everyone": EVERYONE,
    "all": EVERYONE,
}
