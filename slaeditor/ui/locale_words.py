"""Values as words of the user's locale, and back: numbers, money and dates as people type them.

The grammar of each kind is one and international; only the signs of numerals and the order of
dates follow the locale. What the grammar reads without a locale is read as well.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cached_property
from itertools import chain, zip_longest
from typing import Any

from PySide6.QtCore import QDate, QLocale

from slaeditor.model import kinds
from slaeditor.model.field import Field
from slaeditor.model.kinds import Kind
from slaeditor.model.values.currencies import MINOR_DIGITS
from slaeditor.model.values.unreadable import Unreadable

GROUPED = frozenset({"number", "whole number", "money", "price"})
"""Kinds whose thousands are set off when shown."""
NUMERIC = GROUPED | {"percentage", "duration", "target", "entitlement"}
"""Kinds in whose words numerals are written as the locale writes them."""
_NUMERAL = re.compile(r"(?<![\w.])(\d+)(?:\.(\d+))?(?![\w:]|\.\d)")
_SUM = re.compile(rf"(?<![\w.])(\d+\.\d+ (?:{'|'.join(MINOR_DIGITS)})(?!\w))")
"""Money in a sentence; a whole number before three letters may be a year."""
_QUOTED = re.compile(r"(“[^”]*”)")
_SPACES = " \u00a0\u202f"
CENTURY = 100
IN_WORDS = ("d. MMMM yyyy", "d MMMM yyyy", "MMMM d, yyyy", "d. MMM yyyy", "d MMM yyyy")
"""Dates with the name of the month, as people write them in letters."""


class LocaleWords:
    """Writes and reads the values of fields for one locale."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self.locale = locale if locale is not None else QLocale()

    def day_names(self) -> tuple[str, ...]:
        """Return the names of the days of a week, Monday first, as short as they are written."""
        short = QLocale.FormatType.ShortFormat
        return tuple(self.locale.standaloneDayName(day, short) for day in range(1, 8))

    def words(self, kind: Kind, value: Any) -> str:
        """Return the words of a value; nothing for a value that is absent."""
        if value is None:
            return ""
        if kind is kinds.DATE:
            return self._date(value)
        if kind is kinds.MOMENT:
            clock = value.strftime("%H:%M:%S" if value.second else "%H:%M")
            return f"{self._date(value.date())} {clock}"
        canonical = kind.words(value)
        return self._shown(kind, canonical) if kind.name in NUMERIC else canonical

    def parse(self, spec: Field, typed: str) -> Any:
        """Return the value of what is typed; raise `Unreadable` with a sentence if it is none."""
        kind = spec.kind
        if kind in {kinds.TEXT, kinds.PROSE}:
            return kind.parse(typed)
        if not typed.strip():
            return self._nothing(spec)
        if kind is kinds.DATE:
            return self._parsed_date(typed.strip())
        if kind is kinds.MOMENT:
            return self._parsed_moment(typed.strip())
        if kind.name not in NUMERIC:
            return kind.parse(typed)
        written = self.canonical(typed)
        try:
            return kind.parse(written)
        except Unreadable as trouble:
            raise Unreadable(self._retold(trouble.sentence, written, typed)) from trouble

    def _retold(self, sentence: str, written: str, typed: str) -> str:
        """A sentence on words of the grammar, on those that were typed and with local numerals."""
        whole = f"“{' '.join(written.split())}”"
        if not sentence.startswith(whole):
            return self.sentence(sentence)
        return f"“{' '.join(typed.split())}”{self.sentence(sentence.removeprefix(whole))}"

    def _nothing(self, spec: Field) -> Any:
        if spec.kind is kinds.WHOLE:
            raise Unreadable(f"“{spec.label}” needs a whole number, such as {spec.kind.example}.")
        return spec.kind.absent

    def canonical(self, typed: str) -> str:
        """Return the words with every numeral as the grammar writes it.

        >>> LocaleWords(QLocale("de_DE")).canonical("1.234,50 EUR")
        '1234.50 EUR'
        """
        return self._local_numeral.sub(self._international, typed)

    def _international(self, found: re.Match[str]) -> str:
        whole = re.sub(self._group, "", found["whole"])
        return f"{whole}.{found['part']}" if found["part"] else whole

    @cached_property
    def _group(self) -> str:
        sign = self.locale.groupSeparator()
        return f"[{_SPACES}]" if sign in _SPACES else re.escape(sign)

    @cached_property
    def _local_numeral(self) -> re.Pattern[str]:
        point = re.escape(self.locale.decimalPoint())
        lakhs = "2,3" if len(self.locale.toString(10**7)) == len("1,00,00,000") else "3"
        grouped = rf"\d{{1,3}}(?:{self._group}\d{{{lakhs}}})+(?!\d)"
        return re.compile(rf"(?<![\w.,])(?P<whole>{grouped}|\d+)(?:{point}(?P<part>\d+))?(?![\w:])")

    def sentence(self, words: str) -> str:
        """Return a sentence with its decimals and sums as the locale writes them.

        >>> LocaleWords(QLocale("de_DE")).sentence("99.95 % by 12:30, or 1500.00 EUR.")
        '99,95 % by 12:30, or 1.500,00 EUR.'
        """
        pieces = _SUM.split(words)
        sums = (self._shown(kinds.MONEY, one) for one in pieces[1::2])
        others = [self._shown(kinds.PERCENTAGE, one) for one in pieces[::2]]
        return "".join(chain.from_iterable(zip_longest(others, sums, fillvalue="")))

    def finding(self, words: str) -> str:
        """Return the sentence of a finding as the locale writes it, names in quotes as they are.

        >>> LocaleWords(QLocale("de_DE")).finding("“MRI 1.5 T” costs 1500.00 EUR.")
        '“MRI 1.5 T” costs 1.500,00 EUR.'
        """
        pieces = _QUOTED.split(words)
        told = [piece if at % 2 else self.sentence(piece) for at, piece in enumerate(pieces)]
        return "".join(told)

    def _shown(self, kind: Kind, canonical: str) -> str:
        if self.locale.zeroDigit() != "0":
            return canonical
        grouped = kind.name in GROUPED

        def local(found: re.Match[str]) -> str:
            short = len(found[1]) > len("999999999999999")
            whole = self.locale.toString(int(found[1])) if grouped and not short else found[1]
            return f"{whole}{self.locale.decimalPoint()}{found[2]}" if found[2] else whole

        return _NUMERAL.sub(local, canonical)

    @cached_property
    def date_format(self) -> str:
        """The order of a short date with the year in four digits, as Qt writes it."""
        if self.locale.language() == QLocale.Language.C:
            return "yyyy-MM-dd"
        short = self.locale.dateFormat(QLocale.FormatType.ShortFormat)
        return short if "yyyy" in short else re.sub(r"yy?", "yyyy", short)

    def _date(self, value: date) -> str:
        return self.locale.toString(QDate(value.year, value.month, value.day), self.date_format)

    def _parsed_date(self, typed: str) -> date:
        try:
            read: date = kinds.DATE.parse(typed)
        except Unreadable:
            return self._local_date(typed)
        return read

    def _local_date(self, typed: str) -> date:
        formats = (self.date_format, self.date_format.replace("yyyy", "yy"))
        loose = (re.sub(r"(d+|M+)", lambda found: found[0][:1], one) for one in formats)
        for pattern in (*formats, *loose, *self._dotted, *IN_WORDS):
            read = self.locale.toDate(typed, pattern)
            if read.isValid():
                return _this_century(read, typed)
        today = self._date(date(2027, 1, 31))
        raise Unreadable(f"“{typed[:40]}” is no date; write it like {today} or 2027-01-31.")

    @cached_property
    def _dotted(self) -> tuple[str, ...]:
        """Dates with dots, day first: so they are meant wherever no month comes first."""
        return () if self.date_format.startswith("M") else ("d.M.yyyy", "d.M.yy")

    def _parsed_moment(self, typed: str) -> datetime:
        day, _, clock = typed.rpartition(" ")
        try:
            read: datetime = kinds.MOMENT.parse(typed)
        except Unreadable:
            if not day:
                raise
            read = kinds.MOMENT.parse(f"{self._local_date(day).isoformat()} {clock}")
        return read


def _this_century(read: QDate, typed: str) -> date:
    """The date meant; of a year written in two digits, the one in this century."""
    year = read.year()
    written = re.search(r"\d{4}", typed) is not None
    return date(year if written else year % CENTURY + 2000, read.month(), read.day())
