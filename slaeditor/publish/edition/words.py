"""Values as words in the handbook's language: money, times, targets, weeks, dates, lists.

Spaces between a number and its unit are plain here; whoever sets the type makes them unbreakable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import (
    format_date,
    format_datetime,
    format_skeleton,
    get_day_names,
    get_timezone_name,
)
from babel.lists import format_list

from slaeditor.model.choice import Choice
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period
from slaeditor.model.values.price import Price
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.publish.edition.amounts import Amounts
from slaeditor.publish.edition.target_words import TargetWords, due_words

_TIME = re.compile(r"\b(\d\d):(\d\d)\b")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = re.compile("|".join(_DAYS))
_NOON = 12
_MIDNIGHTS = {0, 24}


@dataclass(frozen=True, slots=True)
class Words(Amounts):
    """Says values in one language, by that language's conventions."""

    def value(self, value: Any) -> str:
        """Return any value of a field in words; nothing for an absent one."""
        if isinstance(value, bool):
            return self.phrases("yes" if value else "no")
        if value is None or value in {"", ()}:
            return ""
        for kind, said in _SAID.items():
            if isinstance(value, kind):
                return said(self, value)
        return str(value)

    def due(self, due: RelativeDue) -> str:
        """Return a deadline such as "by the end of the next service day"."""
        return due_words(self.phrases, due, self.time(due.at))

    def target(
        self,
        value: TargetValue,
        service_day: Duration | None = None,
        *,
        more_is_better: bool = False,
    ) -> str:
        """Return what is promised, such as "95 % within 4 service hours".

        A time of which `more_is_better`, such as one without a breakdown, is "at least" that.
        """
        return TargetWords(self, self.due, service_day, more_is_better).of(value)

    def grant(self, grant: Grant) -> str:
        """Return what a level includes: yes, a dash for no, a quantity, or the words given."""
        if grant.state is GrantState.QUANTITY:
            number = "" if grant.amount is None else self.number(grant.amount)
            unit = grant.unit if grant.amount is None else self.counted(grant.unit, grant.amount)
            return " ".join(filter(None, (number, unit, self.per(grant.per))))
        if grant.state is GrantState.TEXT:
            return grant.words
        return self.phrases(f"grant.{grant.state.value}")

    def per(self, period: Period | None) -> str:
        """Return "per month", or nothing without a period."""
        return self.phrases(f"per.{period.value}") if period else ""

    def price(self, price: Price) -> str:
        """Return a price with its unit, period and tax."""
        unit = self.phrases("per", unit=self.counted(price.per)) if price.per else ""
        parts = (self.money(price.money), unit, self.per(price.period), price.tax)
        return " ".join(filter(None, parts))

    def letters(self, letters: Letters) -> str:
        """Return the letters of a cell, or its words, with its marks."""
        said = letters.text or " ".join(letters.letters)
        return "".join((said, *letters.marks))

    def day_of_year(self, day: date) -> str:
        """Return a day without its year, such as "1 January"."""
        return str(format_skeleton("MMMMd", day, locale=self.locale))

    def week(self, week: Week) -> str:
        """Return the hours of a week."""
        if week.is_always:
            return self.phrases("week.always")
        if week.is_never:
            return self.phrases("week.never")
        names = get_day_names("abbreviated", context="stand-alone", locale=self.locale)
        words = _DAY.sub(lambda day: str(names[_DAYS.index(day[0])]).rstrip("."), str(week))
        words = words.replace("daily ", f"{self.phrases('week.daily')} ")
        return self.times(words.replace(" and ", f" {self.phrases('and')} "))

    def hours_of_day(self, week: Week) -> str:
        """Return the hours of a single day, for which all days of a week stand alike."""
        if week.is_always:
            return self.phrases("day.always")
        return self.week(week).removeprefix(f"{self.phrases('week.daily')} ")

    def times(self, words: str) -> str:
        """Return words with every time of day as it is told in the language."""
        return _TIME.sub(lambda found: self.time(found[0]), words)

    def time(self, at: str) -> str:
        """Return a time of day written as 15:30; any other words as they are."""
        found = _TIME.fullmatch(at)
        if not found or self.phrases.language != "en-US":
            return at
        hour, minute = int(found[1]), found[2]
        if hour in _MIDNIGHTS and minute == "00":
            return "midnight"
        half = "AM" if hour < _NOON else "PM"
        return f"{hour % _NOON or _NOON}:{minute} {half}"

    def date(self, day: date) -> str:
        """Return a date with its month in letters."""
        return str(format_date(day, "long", locale=self.locale))

    def moment(self, moment: datetime) -> str:
        """Return weekday, date and time; with the zone where the moment knows it."""
        day = str(format_date(moment, "full", locale=self.locale))
        words = f"{day}, {self.time(f'{moment:%H:%M}')}"
        return f"{words} ({self.zone_of(moment)})" if moment.tzinfo else words

    def short_moment(self, moment: datetime) -> str:
        """Return weekday, day, month and time in few letters, for a figure."""
        parts = {"weekday": "EEE", "day": "d", "month": "MMM"}
        told = {
            name: str(format_datetime(moment, part, locale=self.locale)).rstrip(".")
            for name, part in parts.items()
        }
        return self.phrases("moment.short", **told, time=self.time(f"{moment:%H:%M}"))

    def zone_of(self, moment: datetime) -> str:
        """Return the short name of a moment's zone, such as "CET" or "UTC+02:00"."""
        return str(get_timezone_name(moment, width="short", locale=self.locale))

    def list(self, items: Iterable[str]) -> str:
        """Return items as a list in a sentence: "a, b and c"."""
        return str(format_list([item for item in items if item], locale=self.locale))

    def day_names(self) -> tuple[str, ...]:
        """Return the names of the week's days from Monday on."""
        names = get_day_names("wide", context="stand-alone", locale=self.locale)
        return tuple(str(names[day]) for day in range(7))


_SAID: dict[type, Callable[[Any, Any], str]] = {
    Choice: lambda words, value: words.phrases.choice(value),
    Money: Words.money,
    Percentage: Words.percentage,
    Duration: Words.duration,
    TargetValue: Words.target,
    Grant: Words.grant,
    Price: Words.price,
    Letters: Words.letters,
    Week: Words.week,
    Quantity: Words.quantity,
    datetime: Words.moment,
    date: Words.date,
    Decimal: Words.number,
    int: Words.number,
}
