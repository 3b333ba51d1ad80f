"""Amounts of money in one currency, exact."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Self

from slaeditor.model.values import numbers
from slaeditor.model.values.currencies import MINOR_DIGITS, SHARED_SIGNS, SIGNS
from slaeditor.model.values.numbers import EXACT, NUMBER, exact
from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable
from slaeditor.model.values.words import fold

_SIGN: Final = r"[^0-9+\-.,'\s][^0-9+\-,'\s]*"
_BEFORE: Final = re.compile(rf"([+-]?)({_SIGN})\s?({NUMBER})")
_AFTER: Final = re.compile(rf"({NUMBER})\s?({_SIGN})")
_NO_CENTS: Final = re.compile(r"(?<=[0-9])[.,]-{1,2}(?![^\s€$£a-z])")
"""A dash in place of the cents, as in "9,- €"."""

_PER: Final = re.compile(r"(.+?)\s?((?:/|\b(?:per|pro|je|a|an|every)\b)\s?.+)", re.IGNORECASE)
_EXAMPLES: Final = ("29 EUR", "5500.00 USD")


class MixedCurrencies(ValueError):
    """Two amounts in different currencies were added or compared; `sentence` names both."""

    def __init__(self, one: str, other: str) -> None:
        """Say which two currencies met."""
        self.sentence = f"Amounts in {one} and {other} cannot be added or compared."
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount in a currency of ISO 4217; it may be negative or below the minor unit.

    >>> Money.parse("€29") + Money.parse("1.5 EUR")
    Money(amount=Decimal('30.5'), currency='EUR')
    >>> str(Money.parse("usd 5,500"))
    '5500.00 USD'
    """

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        """Bring the amount into normal form; raise `Unreadable` for a currency unknown to ISO."""
        if self.currency not in MINOR_DIGITS:
            raise unreadable(self.currency, "the ISO 4217 code of a currency", "EUR", "USD")
        object.__setattr__(self, "amount", exact(self.amount))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the money that is typed as amount and currency in either order.

        Raises `Unreadable`, also for a sign that several currencies share, such as "$".
        """
        sign, amount, currency = _parts(words)
        return cls(numbers.parse(sign + amount), _code(currency, sign + amount, words))

    def __str__(self) -> str:
        """Return the canonical words: at least the digits of the minor unit, then the code."""
        plain = numbers.words(self.amount)
        whole, _, part = plain.partition(".")
        part = part.ljust(MINOR_DIGITS[self.currency], "0")
        return f"{whole}.{part} {self.currency}" if part else f"{whole} {self.currency}"

    def rounded(self, rounding: str = ROUND_HALF_UP) -> Self:
        """Return the money rounded to the minor unit by one of decimal's rounding names."""
        unit = Decimal(1).scaleb(-MINOR_DIGITS[self.currency])
        amount = self.amount.quantize(unit, rounding=rounding, context=EXACT)
        return type(self)(amount, self.currency)

    def __add__(self, other: Self) -> Self:
        """Return the sum; raise `MixedCurrencies` when the currencies differ."""
        self._require_same(other)
        return type(self)(EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: Self) -> Self:
        """Return the difference; raise `MixedCurrencies` when the currencies differ."""
        return self + -other

    def __neg__(self) -> Self:
        """Return the money with the opposite sign."""
        return type(self)(EXACT.minus(self.amount), self.currency)

    def __mul__(self, factor: Decimal | int) -> Self:
        """Return the money so many times."""
        return type(self)(EXACT.multiply(self.amount, Decimal(factor)), self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Self) -> bool:
        """Return whether this is less; raise `MixedCurrencies` when the currencies differ."""
        self._require_same(other)
        return self.amount < other.amount

    def __le__(self, other: Self) -> bool:
        """Return whether this is not more; raise `MixedCurrencies` when the currencies differ."""
        self._require_same(other)
        return self.amount <= other.amount

    def __gt__(self, other: Self) -> bool:
        """Return whether this is more; raise `MixedCurrencies` when the currencies differ."""
        return other < self

    def __ge__(self, other: Self) -> bool:
        """Return whether this is not less; raise `MixedCurrencies` when the currencies differ."""
        return other <= self

    def _require_same(self, other: Self) -> None:
        if self.currency != other.currency:
            raise MixedCurrencies(self.currency, other.currency)


def _parts(words: str) -> tuple[str, str, str]:
    folded = _NO_CENTS.sub("", fold(words))
    if found := _BEFORE.fullmatch(folded):
        return found[1], found[3], found[2].upper()
    if found := _AFTER.fullmatch(folded):
        return "", found[1], found[2].upper()
    if re.fullmatch(NUMBER, folded):
        raise refused(words, f"Say the currency: '{folded} EUR' or '{folded} USD'.")
    raise _not_money(words)


def _code(sign: str, amount: str, words: str) -> str:
    if sign in SHARED_SIGNS:
        readings = [(f"{amount} {code}", name) for code, name in SHARED_SIGNS[sign]]
        raise ambiguous(words, *readings)
    code = SIGNS.get(sign, sign)
    if code not in MINOR_DIGITS:
        raise _not_money(words)
    return code


def _not_money(words: str) -> Unreadable:
    """Return why words are no money; what an amount is for has a place of its own."""
    typed = " ".join(words.split())
    found = _PER.fullmatch(typed)
    if found and (_BEFORE.fullmatch(fold(found[1])) or _AFTER.fullmatch(fold(found[1]))):
        return refused(
            words, f"Only an amount stands here: type '{found[1]}', without “{found[2]}”."
        )
    return unreadable(words, "an amount with a currency of ISO 4217", *_EXAMPLES)
