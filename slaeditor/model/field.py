"""Declaring the fields of an entity: one line says kind, label, readers, help and limits.

Each function below stands on the right of a field's annotation and returns what `dataclasses`
need; the declaration itself is a `Field`, found by `slaeditor.model.entity.fields`. `readers` is
always asked for: a forgotten default must not publish. `default` is always said, so that types
can be checked where records are made.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Required, TypedDict, Unpack

from slaeditor.model import kinds
from slaeditor.model.choice import Choice
from slaeditor.model.kinds import Kind
from slaeditor.model.readers import Readers
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week


@dataclass(frozen=True, slots=True)
class Field:
    """The declaration of one field.

    `to` names the entity a reference points at. `owner` marks the reference to the record this
    one belongs to. `needed` says that the record means something else without what it refers to,
    so that it is hidden together with it. `least` and `most` limit numbers. `suggestions` are
    offered and bind nobody. `names_record` says that the words are the id of a record of any kind,
    or its table and readable key.
    """

    kind: Kind
    label: str
    readers: Readers
    name: str = ""
    help: str = ""
    required: bool = False
    unit: str = ""
    choices: type[Choice] | None = None
    to: str = ""
    owner: bool = False
    needed: bool = True
    least: int | None = None
    most: int | None = None
    suggestions: tuple[str, ...] = ()
    names_record: bool = False

    def targets(self, value: Any) -> tuple[str, ...]:
        """The ids that a value of this field points at."""
        if not self.to or not value:
            return ()
        return value if isinstance(value, tuple) else (value,)


class Common(TypedDict, total=False):
    """What every declaration may say."""

    readers: Required[Readers]
    help: str
    required: bool
    unit: str


class Limits(Common, total=False):
    """What a declaration of a number may say as well."""

    least: int
    most: int


class Link(Common, total=False):
    """What a declaration of a reference may say as well."""

    to: Required[str]
    owner: bool
    needed: bool


def _declared(kind: Kind, label: str, default: Any, **declaration: Any) -> Any:
    spec = Field(kind=kind, label=label, **declaration)
    return dataclasses.field(default=default, metadata={"field": spec})


def text(
    label: str, *, default: str, suggestions: tuple[str, ...] = (), **common: Unpack[Common]
) -> Any:
    """Declare one line of words."""
    return _declared(kinds.TEXT, label, default, suggestions=suggestions, **common)


def any_record(label: str, *, default: str, **common: Unpack[Common]) -> Any:
    """Declare which record is meant, of whatever kind; it may be gone, unlike a reference."""
    return _declared(kinds.TEXT, label, default, names_record=True, **common)


def prose(label: str, *, default: str, **common: Unpack[Common]) -> Any:
    """Declare several paragraphs of Markdown."""
    return _declared(kinds.PROSE, label, default, **common)


def flag(label: str, *, default: bool, **common: Unpack[Common]) -> Any:
    """Declare a yes or no."""
    return _declared(kinds.FLAG, label, default, **common)


def whole(label: str, *, default: int, **limits: Unpack[Limits]) -> Any:
    """Declare a whole number that is always there."""
    return _declared(kinds.WHOLE, label, default, **limits)


def number(label: str, *, default: Decimal | None, **limits: Unpack[Limits]) -> Any:
    """Declare an exact number that may be absent."""
    return _declared(kinds.NUMBER, label, default, **limits)


def choice(
    label: str, choices: type[Choice], *, default: Choice | None, **common: Unpack[Common]
) -> Any:
    """Declare a choice from a closed list."""
    return _declared(kinds.choice_kind(choices), label, default, choices=choices, **common)


def day(label: str, *, default: date | None, **common: Unpack[Common]) -> Any:
    """Declare a date."""
    return _declared(kinds.DATE, label, default, **common)


def moment(label: str, *, default: datetime | None, **common: Unpack[Common]) -> Any:
    """Declare a local date and time."""
    return _declared(kinds.MOMENT, label, default, **common)


def zone(label: str, *, default: str, **common: Unpack[Common]) -> Any:
    """Declare a time zone of the IANA list."""
    return _declared(kinds.ZONE, label, default, **common)


def colour(label: str, *, default: str, **common: Unpack[Common]) -> Any:
    """Declare a colour such as "#0b5c8a"."""
    return _declared(kinds.COLOUR, label, default, **common)


def money(label: str, *, default: Money | None, **common: Unpack[Common]) -> Any:
    """Declare an amount of money with its currency."""
    return _declared(kinds.MONEY, label, default, **common)


def percent(label: str, *, default: Percentage | None, **limits: Unpack[Limits]) -> Any:
    """Declare an exact percentage."""
    return _declared(kinds.PERCENTAGE, label, default, **limits)


def duration(label: str, *, default: Duration | None, **common: Unpack[Common]) -> Any:
    """Declare a length of time with its unit and clock."""
    return _declared(kinds.DURATION, label, default, **common)


def price_value(label: str, *, default: Price | None, **common: Unpack[Common]) -> Any:
    """Declare money per unit and per period."""
    return _declared(kinds.PRICE, label, default, **common)


def week(label: str, *, default: Week | None, **common: Unpack[Common]) -> Any:
    """Declare the hours of a week."""
    return _declared(kinds.WEEK, label, default, **common)


def target_value(label: str, *, default: TargetValue | None, **common: Unpack[Common]) -> Any:
    """Declare what is promised for a measure, as people type it."""
    return _declared(kinds.TARGET, label, default, **common)


def grant(label: str, *, default: Grant | None, **common: Unpack[Common]) -> Any:
    """Declare the value of an entitlement in a level."""
    return _declared(kinds.GRANT, label, default, **common)


def letter_set(label: str, *, default: Letters | None, **common: Unpack[Common]) -> Any:
    """Declare the responsibility letters of a cell."""
    return _declared(kinds.LETTERS, label, default, **common)


def content(label: str, *, default: bytes, **common: Unpack[Common]) -> Any:
    """Declare bytes, such as a picture."""
    return _declared(kinds.CONTENT, label, default, **common)


def reference(label: str, *, default: str, **link: Unpack[Link]) -> Any:
    """Declare a reference to one record of the entity named by `to`."""
    return _declared(kinds.REFERENCE, label, default, **link)


def references(label: str, *, default: tuple[str, ...], **link: Unpack[Link]) -> Any:
    """Declare references to several records of the entity named by `to`; none often means all."""
    return _declared(kinds.REFERENCES, label, default, **link)
