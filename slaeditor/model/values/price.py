"""Prices: money per unit and per period, with a word on tax."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from slaeditor.model.values.money import Money
from slaeditor.model.values.period import (
    Period,
    cut_leading_period,
    cut_period,
    is_period,
    period_last,
)
from slaeditor.model.values.unreadable import Unreadable, refused, unreadable
from slaeditor.model.values.words import tidy

_TAX: Final = re.compile(
    r"(?P<rest>.*?)[ ,]*(?:(?P<plain>net|gross|netto|brutto)"
    r"|\(?(?P<how>\+|plus|zzgl\.?|zuzüglich|inkl\.?|inklusive|including|incl\.?|excluding"
    r"|excl\.?|exclusive of|inclusive of|ex)\s?"
    r"(?P<name>(?:[0-9.]+ ?% )?(?:\w+ )?(?:VAT|GST|HST|tax|taxes|MwSt|USt|TVA|IVA|BTW|moms))"
    r"\.?\)?)",
    re.IGNORECASE,
)
_HOW: Final = {"+": "+", "p": "+", "z": "+", "i": "incl.", "e": "excl."}
_PLAIN: Final = {"netto": "net", "brutto": "gross"}
_PER: Final = re.compile(
    r"(?P<rest>.*?)(?:\s?/\s?|\s(?:per|pro|je)\s)(?P<unit>\w[\w .,'&()-]*)", re.IGNORECASE
)
_HOURS: Final = {"h", "hr", "hrs", "hour", "stunde"}
_OPEN: Final = {
    *("on request", "upon request", "on application", "poa", "tbd", "to be quoted", "quoted"),
    *("time and materials", "time and material", "t&m", "as used", "by the hour"),
    *("auf anfrage", "nach aufwand", "nach vereinbarung", "n. v", "n.v", "auf nachfrage"),
}
"""What people write where a price names no amount."""
_EXAMPLES: Final = ("29.00 USD per user per month", "495 GBP per year + VAT", "500 EUR once")


_ADVICE: Final = (
    "It names no amount: leave the price empty, and let the model of the price plan say "
    "'Quoted' or 'By the hour, as used'."
)


@dataclass(frozen=True, slots=True)
class Price:
    """Money for each unit ("" if for the whole) and period (None if none), and words on tax.

    >>> str(Price.parse("29 USD/user/month"))
    '29.00 USD per user per month'
    >>> Price.parse("£495 yearly plus VAT").tax
    '+ VAT'
    """

    money: Money
    per: str = ""
    period: Period | None = None
    tax: str = ""

    def __post_init__(self) -> None:
        """Raise `Unreadable` when unit or tax would not read back as they are."""
        if (self.per or self.tax) and _fields(str(self)) != self._fields:
            raise _not_a_price(str(self))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the price that is typed; raise `Unreadable`."""
        return cls(*_fields(words))

    def __str__(self) -> str:
        """Return the canonical words: money, unit, period, tax."""
        per = f"per {self.per}" if self.per else ""
        period = self.period.phrase if self.period else ""
        return " ".join(filter(None, (str(self.money), per, period, self.tax)))

    @property
    def _fields(self) -> tuple[Money, str, Period | None, str]:
        return self.money, self.per, self.period, self.tax


@lru_cache(maxsize=1024)
def _fields(words: str) -> tuple[Money, str, Period | None, str]:
    if tidy(words).casefold().rstrip(" .") in _OPEN:
        raise refused(words, _ADVICE)
    rest, tax = _cut_tax(period_last(tidy(words)))
    rest, period = cut_period(rest)
    rest, per, other = _cut_unit(rest)
    rest, third = (rest, None) if period or other else cut_period(rest)
    rest, tax = (rest, tax) if tax else _cut_tax(rest)
    if not rest or (period and other) or is_period(per):
        raise _not_a_price(words)
    return Money.parse(rest), per, period or other or third, tax


def _cut_tax(words: str) -> tuple[str, str]:
    found = _TAX.fullmatch(words)
    if not found:
        return words, ""
    if found["plain"]:
        plain = found["plain"].lower()
        return found["rest"], _PLAIN.get(plain, plain)
    return found["rest"], f"{_HOW[found['how'][0].lower()]} {found['name']}"


def _cut_unit(words: str) -> tuple[str, str, Period | None]:
    found = _PER.fullmatch(words)
    if not found:
        return words, "", None
    unit, period = cut_leading_period(found["unit"])
    return found["rest"], "hour" if unit.lower() in _HOURS else unit, period


def _not_a_price(words: str) -> Unreadable:
    return unreadable(words, "a price", *_EXAMPLES)
