"""Amounts as words in the handbook's language: numbers, money, percentages, lengths of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from babel.core import Locale
from babel.numbers import format_currency, format_decimal

from slaeditor.model.values.duration import Duration, Unit
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.publish.edition.phrases import Phrases

_CODE: Final = re.compile(r"(?<![A-Z])[A-Z]{3}(?=\d)")
"""The code of a currency right before its amount."""
_PLAIN: Final = ("minute", "hour", "day", "week", "month", "quarter", "year", "point")
_COUNTED: Final = {word: one for one in _PLAIN for word in (one, f"{one}s")}
"""Words of what is counted that the program writes itself or that stand for German ones."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Says amounts in one language, by that language's conventions."""

    phrases: Phrases

    @property
    def locale(self) -> Locale:
        """The conventions of the language."""
        return Locale.parse(self.phrases.language, sep="-")

    def number(self, value: Decimal | int) -> str:
        """Return a number with all its digits."""
        return str(format_decimal(value, locale=self.locale, decimal_quantization=False))

    def money(self, money: Money) -> str:
        """Return money with its sign, a code set off; cents are left out of whole amounts."""
        whole = money.amount == money.amount.to_integral_value()
        exact = money.rounded().amount != money.amount
        pattern = self.locale.currency_formats["standard"].pattern
        if whole:
            pattern = pattern.replace(".00", "")
        told = str(
            format_currency(
                money.amount,
                money.currency,
                format=pattern,
                locale=self.locale,
                currency_digits=not whole and not exact,
                decimal_quantization=not exact,
            )
        )
        return _CODE.sub(r"\g<0> ", told.replace("\u00a0", " "))

    def percentage(self, share: Percentage) -> str:
        """Return a percentage, a space before its sign."""
        return f"{self.number(share.value)} %"

    def duration(self, duration: Duration, service_day: Duration | None = None) -> str:
        """Return a length of time; service days also as hours, when a day's length is known."""
        key = _unit_key(duration)
        words = self.phrases.number_of(key, self.number(duration.amount))
        if duration.unit is Unit.DAY and duration.is_service and service_day:
            open_time = self.number(duration.amount * service_day.amount)
            return f"{words} ({self.phrases.number_of(_unit_key(service_day), open_time)})"
        return words

    def amount(self, amount: Any, service_day: Duration | None = None) -> str:
        """Return a limit of a target: a time, a percentage or a quantity."""
        if isinstance(amount, Duration):
            return self.duration(amount, service_day)
        if isinstance(amount, Percentage):
            return self.percentage(amount)
        return self.quantity(amount) if isinstance(amount, Quantity) else str(amount)

    def quantity(self, quantity: Quantity) -> str:
        """Return a number of something."""
        return f"{self.number(quantity.amount)} {self.counted(quantity.unit, quantity.amount)}"

    def counted(self, unit: str, count: Decimal | int = 1) -> str:
        """Return what is counted in the language: units of time and points, others as typed."""
        known = _COUNTED.get(unit)
        return self.phrases(f"counted.{known}.{'one' if count == 1 else 'many'}") if known else unit


def _unit_key(duration: Duration) -> str:
    """The key of the phrase for a unit with its clock."""
    unit = duration.unit.name.lower()
    if duration.is_service:
        return f"service.{unit}"
    return f"unit.{unit}"
