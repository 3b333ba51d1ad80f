"""The kinds of field: for each exactly one column, one grammar and one form of words.

A kind turns what a person types into a value (`parse`), a value into canonical words (`words`),
and both into what a column holds. Form, grid cell, text file, column and handbook all use the
same kind, so a value means the same everywhere.
"""

from __future__ import annotations

import base64
import binascii
import re
import zoneinfo
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from slaeditor.model.choice import Choice
from slaeditor.model.readers import Readers
from slaeditor.model.remembered import remembered
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.week import Week

LONGEST_TEXT = 2_000
LONGEST_PROSE = 20_000
LARGEST_CONTENT = 10_000_000
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of field.

    `column` is the SQLite type, `grammar` says in a sentence what may be written, `example` is
    words that `parse` accepts, `absent` the value of a field nobody has filled in.
    """

    name: str
    column: str
    parse: Callable[[str], Any]
    words: Callable[[Any], str]
    grammar: str
    example: str
    absent: Any = None

    def stored(self, value: Any) -> str | int | bytes | None:
        """Return what the column holds for a value."""
        if value is None or isinstance(value, bytes):
            return value
        return int(value) if self.column == "INTEGER" else self.words(value)

    def restored(self, stored: Any) -> Any:
        """Return the value that the column holds; raise `Unreadable` if it is none of this kind."""
        if stored is None and self.absent is None:
            return None
        if self.column == "TEXT" and isinstance(stored, str):
            return self.parse(stored) if stored or self.absent is None else self.absent
        if self.column == "INTEGER" and isinstance(stored, int):
            return self.parse(str(stored))
        if self.column == "BLOB" and isinstance(stored, bytes):
            return stored
        raise Unreadable(f"A field of kind {self.name} holds something else.")


def _line(words: str) -> str:
    if "\n" in words or "\t" in words:
        raise Unreadable("Write this on one line, without tabs.")
    return _clean(words, LONGEST_TEXT)


def _prose(words: str) -> str:
    """Read words of several lines, which end alike whatever program they come from."""
    return _clean(_LINE_ENDS.sub("\n", words), LONGEST_PROSE)


def _clean(words: str, longest: int) -> str:
    found = _FORBIDDEN.search(words)
    if found:
        raise Unreadable(
            f"There is a character that cannot be printed (U+{ord(found[0]):04X}) after "
            f"“{words[max(0, found.start() - 20) : found.start()]}”; remove it."
        )
    if len(words) > longest:
        raise Unreadable(f"This is {len(words):,} characters long; at most {longest:,} fit.")
    return words


def _flag(words: str) -> bool:
    wanted = words.strip().casefold()
    if wanted in {"yes", "true", "1"}:
        return True
    if wanted in {"no", "false", "0"}:
        return False
    raise Unreadable(f"“{words}” is neither yes nor no.")


def _whole(words: str) -> int:
    number = numbers.parse(words)
    if number != number.to_integral_value() or abs(number) > 10**15:
        raise Unreadable(f"“{words}” is not a whole number, such as 12.")
    return int(number)


def _date(words: str) -> date:
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise Unreadable(
            f"“{words}” is no date; write year-month-day, such as 2027-01-31."
        ) from None


def _moment(words: str) -> datetime:
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is not None or moment.microsecond:
        raise Unreadable(f"“{words}” is no moment; write 2026-12-24 15:30 (local time).")
    return moment


def _zone(words: str) -> str:
    """Return the time zone of a name, however its letters are cased, or of a city that has one."""
    zone = _zones().get(" ".join(words.replace("_", " ").casefold().split()))
    if zone is None:
        raise Unreadable(f"“{words}” is no time zone; write one such as Europe/Berlin or UTC.")
    return zone


@remembered
def _zones() -> Mapping[str, str]:
    """Each zone by its name in small letters, and by its city where no other zone has that.

    "GMT+1" of the area Etc is no city: its sign is the other way round than people mean it.
    """
    names = {one.replace("_", " ").casefold(): one for one in zoneinfo.available_timezones()}
    cities = {one: one.rpartition("/")[2] for one in names if not one.startswith("etc/")}
    counts = Counter(cities.values())
    return {city: names[one] for one, city in cities.items() if counts[city] == 1} | names


def _colour(words: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", words.strip()):
        raise Unreadable(f"“{words}” is no colour; write six digits such as #0b5c8a.")
    return words.strip().lower()


def _identifier(words: str) -> str:
    if not re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", words
    ):
        raise Unreadable("A reference to another record is damaged.")
    return words


def _identifiers(words: str) -> tuple[str, ...]:
    return tuple(_identifier(word) for word in words.split(" ")) if words else ()


def _content(words: str) -> bytes:
    try:
        content = base64.b64decode("".join(words.split()), validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable("The content is not written as base64.") from None
    if len(content) > LARGEST_CONTENT:
        raise Unreadable("The content is larger than 10 MB.")
    return content


def _encoded(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


TEXT = Kind("text", "TEXT", _line, str, "One line of words.", "Gold", "")
PROSE = Kind("prose", "TEXT", _prose, str, "Markdown, several paragraphs.", "We **call back**.", "")
FLAG = Kind(
    "yes or no", "INTEGER", _flag, lambda v: "yes" if v else "no", "yes or no.", "yes", False
)
WHOLE = Kind("whole number", "INTEGER", _whole, str, "A whole number.", "12", 0)
NUMBER = Kind("number", "TEXT", numbers.parse, numbers.words, "A number, exact.", "2.5")
DATE = Kind("date", "TEXT", _date, str, "A date, year-month-day.", "2027-01-31")
MOMENT = Kind(
    "moment",
    "TEXT",
    _moment,
    lambda v: v.isoformat(sep=" ", timespec="minutes" if not v.second else "seconds"),
    "A local date and time.",
    "2026-12-24 15:30",
)
ZONE = Kind("time zone", "TEXT", _zone, str, "A time zone of the IANA list.", "Europe/Berlin", "")
COLOUR = Kind("colour", "TEXT", _colour, str, "A colour, six hexadecimal digits.", "#0b5c8a", "")
MONEY = Kind("money", "TEXT", Money.parse, str, "An amount with its ISO currency.", "29.00 USD")
PERCENTAGE = Kind("percentage", "TEXT", Percentage.parse, str, "A percentage, exact.", "99.95 %")
DURATION = Kind(
    "duration",
    "TEXT",
    Duration.parse,
    str,
    "A time with its unit; days say whether they are service or calendar days.",
    "4 service h",
)
PRICE = Kind(
    "price",
    "TEXT",
    Price.parse,
    str,
    "Money per unit and per period.",
    "29.00 USD per user per month",
)
WEEK = Kind("week", "TEXT", Week.parse, str, "Days with hours.", "Mon–Fri 09:00–17:00")
TARGET = Kind(
    "target",
    "TEXT",
    TargetValue.parse,
    str,
    "What is promised, as people type it.",
    "95 % within 4 service h",
)
GRANT = Kind(
    "entitlement",
    "TEXT",
    Grant.parse,
    str,
    "yes, no, unlimited, a quantity or words.",
    "6 per year",
)
LETTERS = Kind("letters", "TEXT", Letters.parse, str, "Responsibility letters.", "R A")
CONTENT = Kind("content", "BLOB", _content, _encoded, "Bytes, base64 in text.", "AAEC", b"")
READERS = Kind("readers", "TEXT", Readers.parse, str, "Who may read it.", "staff, sales")
REFERENCE = Kind("reference", "TEXT", _identifier, str, "The key of another record.", "gold", "")
REFERENCES = Kind(
    "references",
    "TEXT",
    _identifiers,
    " ".join,
    "Keys of other records, with commas.",
    "gold, silver",
    (),
)


@remembered
def choice_kind(choices: type[Choice]) -> Kind:
    """Return the kind of field that holds one member of a list of choices."""
    allowed = ", ".join(member.word for member in choices)
    first = next(iter(choices)).word
    return Kind("choice", "TEXT", choices.parse, str, f"One of: {allowed}.", first)


def grammar_kinds() -> tuple[Kind, ...]:
    """Every kind whose grammar is the same in all fields, in the order of the manual."""
    return (
        *(TEXT, PROSE, FLAG, WHOLE, NUMBER, DATE, MOMENT, ZONE, COLOUR, MONEY, PERCENTAGE),
        *(DURATION, PRICE, WEEK, TARGET, GRANT, LETTERS, CONTENT, READERS, REFERENCE, REFERENCES),
    )
