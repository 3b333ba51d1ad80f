"""What a chapter asked of the client whose own handbook it stands in, and of what was said before.

The handbooks of clients of one level differ in little. A chapter that asked for nothing in which
two of them differ is the same in both; what it asked is told by the records themselves, so that no
list says which chapters those are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Final, Self, cast

from slaeditor.model import clients
from slaeditor.model.table import Table

_FIELDS: Final = frozenset(one.name for one in dataclasses.fields(clients.Client))
_NAMES: Final = tuple(one.name for one in dataclasses.fields(clients.Client))
_VALUES: Final = attrgetter(*_NAMES)

Key = tuple[str, str]
"""The id of a record and the name of a field."""
Remarks = tuple[str, ...]


@dataclass(slots=True)
class Asked:
    """What was asked while something was made, with the answers, and what was noted by it.

    `client` holds the values of the fields of the client that were read; `said` and `unsaid` are
    fields of records that had and had not been said before; `remarks` what footnotes said of
    records before, None where nothing was told yet. `noted` and `told` came from it.
    """

    client: dict[str, Any] = field(default_factory=dict)
    said: set[Key] = field(default_factory=set)
    unsaid: set[Key] = field(default_factory=set)
    remarks: dict[str, Remarks | None] = field(default_factory=dict)
    noted: set[Key] = field(default_factory=set)
    told: dict[str, Remarks] = field(default_factory=dict)


@dataclass(slots=True)
class Ledger:
    """Which fields of which records have been said, and what footnotes say of a record.

    A record that stands in two tables has the same footnotes in both. Whatever is `heard` by
    somebody is told to it.
    """

    heard: Asked | None = None
    _said: set[Key] = field(default_factory=set)
    _remarks: dict[str, Remarks] = field(default_factory=dict)

    def note(self, key: str, names: Iterable[str]) -> None:
        """Note that fields of the record of an id have been said."""
        every = [(key, name) for name in names]
        self._said.update(every)
        if self.heard is not None:
            self.heard.noted.update(every)

    def has(self, key: str, name: str) -> bool:
        """Return whether a field of the record of an id has been said."""
        one = (key, name)
        found = one in self._said
        if self.heard is not None and one not in self.heard.noted:
            (self.heard.said if found else self.heard.unsaid).add(one)
        return found

    def remarks(self, key: str, told: Callable[[], Remarks]) -> Remarks:
        """Return what footnotes say of a record: what is told the first time, ever after."""
        heard, known = self.heard, self._remarks.get(key)
        if heard is not None and key not in heard.told:
            heard.remarks.setdefault(key, known)
        if known is None:
            known = self._remarks[key] = told()
            if heard is not None:
                heard.told[key] = known
        return known

    def answers(self, asked: Asked) -> bool:
        """Return whether what was asked of another ledger has the same answers here."""
        return (
            asked.said <= self._said
            and asked.unsaid.isdisjoint(self._said)
            and all(self._remarks.get(key) == told for key, told in asked.remarks.items())
        )

    def take(self, asked: Asked) -> None:
        """Note what was noted by something that is taken as it was made before."""
        self._said |= asked.noted
        self._remarks |= asked.told


class Client(clients.Client):
    """A client that tells a ledger which of its fields are read.

    It has the name of its kind, by which kinds are known.
    """

    __slots__ = ("_ledger",)
    _ledger: Ledger

    def __getattribute__(self, name: str) -> Any:
        """Return an attribute; a field is told to whoever hears the ledger."""
        value = object.__getattribute__(self, name)
        if name in _FIELDS:
            heard = object.__getattribute__(self, "_ledger").heard
            if heard is not None:
                heard.client[name] = value
        return value

    def but(self, **values: Any) -> Self:
        """Return a client with other values in the fields named, which tells nobody anything."""
        every = dict(zip(_NAMES, _VALUES(self), strict=True))
        return cast("Self", clients.Client(**{**every, **values}))


class Clients(Table[clients.Client]):
    """The one client of a handbook of its own, as the table of its project.

    What is worked out once for a table is not asked for again, so it counts as asking for all.
    """

    __slots__ = ()

    def where(self, name: str | tuple[str, ...], value: Any) -> tuple[clients.Client, ...]:
        """The client where its fields hold a value."""
        self._ask()
        return Table.where(self, name, value)

    def derived(self, function: Callable[[Table[clients.Client]], Any]) -> Any:
        """What a pure function makes of the table."""
        self._ask()
        return Table.derived(self, function)

    @property
    def rows(self) -> dict[str, clients.Client]:
        """The client by its id."""
        self._ask()
        return self._rows

    def __iter__(self) -> Iterator[clients.Client]:
        """The client; in which order is no question."""
        return iter(self._rows.values())

    def _ask(self) -> None:
        for row in self:
            _VALUES(row)


def telling(client: clients.Client, ledger: Ledger) -> clients.Client:
    """Return a client that tells a ledger which of its fields are read."""
    made = object.__new__(Client)
    for name, value in zip(_NAMES, _VALUES(client), strict=True):
        object.__setattr__(made, name, value)
    object.__setattr__(made, "_ledger", ledger)
    return made


def is_answered(asked: Asked, client: clients.Client) -> bool:
    """Return whether a client has the values that were read of another."""
    return all(getattr(client, name) == value for name, value in asked.client.items())
