"""Parts of an answer to the manager: a heading, sentences, and a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from slaeditor.model.values import numbers
from slaeditor.model.values.money import Money
from slaeditor.rules.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an answer: a heading, sentences, and rows of which the first is the table's head.

    Without sentences and rows there is nothing to say and the part is left out.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def plain(number: Decimal) -> str:
    """Return a number to one place.

    >>> plain(Decimal("12.04"))
    '12'
    """
    return numbers.words(round(number, 1))


def sums(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Return the sum of amounts, one for each currency in order of occurrence.

    >>> [str(one) for one in sums(map(Money.parse, ("2 EUR", "1 USD", "3 EUR")))]
    ['5.00 EUR', '1.00 USD']
    """
    found: dict[str, Money] = {}
    for one in amounts:
        found[one.currency] = found[one.currency] + one if one.currency in found else one
    return tuple(found.values())


def sum_words(amounts: Iterable[Money]) -> str:
    """Return the sum of amounts in whole minor units: "5.00 EUR and 1.00 USD", or "nothing"."""
    told = [_money_words(one.rounded()) for one in sums(amounts) if one.amount]
    return reduce(_and, told) if told else "nothing"


def _money_words(amount: Money) -> Phrase:
    return Phrase(str(amount), "figure", value=amount)


def _and(first: Phrase, second: Phrase) -> Phrase:
    return Phrase(f"{first} and {second}", "and", first=first, second=second)
