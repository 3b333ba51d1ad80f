"""Deadlines at a moment of a service day, such as the end of the next one."""

import re
from dataclasses import dataclass
from typing import Final, Self

from slaeditor.model.values.times import DAY, TIME, minutes_of, time_words
from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable
from slaeditor.model.values.words import fold

FARTHEST: Final = 366
"""Service days that a deadline may lie ahead."""

END: Final = "end"
START: Final = "start"
SAME_TIME: Final = "same time"

_EXAMPLES: Final = ("end of next service day", "next service day", "by 12:00 next service day")
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")
_SAME: Final = ("same", "this", "selben", "gleichen", "gleicher")
_NEXT: Final = ("next", "following", "nächster", "nächsten", "folgenden")
_WHICH: Final = "|".join((*_SAME, *_NEXT, *_ORDINALS))
_DAY: Final = (
    rf"(?:(?P<which>{_WHICH}|[1-9][0-9]*(?:st|nd|rd|th)) )?"
    r"(?P<whose>service|business|working|office|calendar|(?:werk|arbeits|geschäfts)(?=tag))?"
    r"\s?(?:(?<![a-z])day|tage?s?)"
)
# A bare hour is no time here: "1 service day" is a length of time.
_AT: Final = rf"(?=[0-9]+:|[0-9.]+\s?[ap]\.?m|noon|midnight)(?P<time>{TIME})"
_FORMS: Final = (
    re.compile(rf"(?P<edge>end|close|start|beginning|ende) (?:of|des) (?:the )?{_DAY}"),
    re.compile(rf"{_AT},? (?:on |of )?(?:the )?{_DAY}"),
    re.compile(rf"{_DAY},? (?:by |at |before |bis |um |vor )?{_AT}"),
    re.compile(rf"{_DAY}(?P<same>,? (?:at )?(?:the )?same time)?"),
)
_ON_GERMAN: Final = re.compile(r"\bam (?=nächst|folgend|selb|gleich)")
"""The German word for "on", which behind an hour would be the morning."""
_FULL_HOUR: Final = re.compile(r"(?<![0-9:.])([0-9]{1,2}) uhr\b")
_OCLOCK: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2}) uhr\b")
_LEADING: Final = re.compile(
    r"(?:(?:by|before|until|on|no later than|within|am|bis zum|bis am|bis) )?(?:the )?"
)
_SPELLINGS: Final = {
    "nbd": "next service day",
    "next bd": "next service day",
    "same bd": "same service day",
    "cob": "end of service day",
    "eob": "end of service day",
    "close of business": "end of service day",
    "end of business": "end of service day",
}


@dataclass(frozen=True, slots=True)
class RelativeDue:
    """A deadline so many service days after the start, at the end, start, a time, or same time.

    `days` 0 is the day of the start itself, 1 the next service day, 2 the second after it. `at` is
    "end", "start", "same time", or a time of day such as "12:00".

    >>> RelativeDue.parse("by end of the next working day")
    RelativeDue(days=1, at='end')
    >>> str(RelativeDue.parse("NBD 9am"))
    'by 09:00 next service day'
    """

    days: int
    at: str = END

    def __post_init__(self) -> None:
        """Raise `Unreadable` when the day or the moment of it is none."""
        if not 0 <= self.days <= FARTHEST:
            raise refused(str(self.days), f"A deadline lies 0 to {FARTHEST} service days ahead.")
        if self.at not in {END, START, SAME_TIME} and not _is_time(self.at):
            raise unreadable(self.at, "a moment of a day", "end", "start", "same time", "12:00")
        if self.days == 0 and self.at in {START, SAME_TIME}:
            raise refused(f"{self.at} of the same day", "Say 'end of service day' or a time.")

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the deadline that is typed; raise `Unreadable`."""
        found = _match(words)
        if not found:
            raise _not_a_deadline(words)
        said = found.groupdict()
        days = _days(said["which"])
        due = cls(days, _moment(words, said, days))
        _require_service(words, said["whose"], due)
        return due

    def __str__(self) -> str:
        """Return the canonical words, such as "end of next service day"."""
        day = _day_words(self.days)
        if self.at == SAME_TIME:
            return day
        if self.at not in {END, START}:
            return f"by {self.at} {day}"
        return f"{self.at} of {day if self.days else 'service day'}"


def is_relative_due(words: str) -> bool:
    """Return whether the words look like a deadline at a moment of a day."""
    return _match(words) is not None


def _match(words: str) -> re.Match[str] | None:
    folded = re.sub(r"-(?=[a-z])", " ", fold(words).removesuffix("."))
    folded = _ON_GERMAN.sub("on ", folded)
    folded = _OCLOCK.sub(r"\1:\2", _FULL_HOUR.sub(r"\1:00", folded))
    folded = folded[_leading_length(folded) :]
    folded = re.sub(r"\b(?:nbd|next bd)\b", "next service day", folded)
    folded = _SPELLINGS.get(folded, folded)
    return next(filter(None, (form.fullmatch(folded) for form in _FORMS)), None)


def _leading_length(folded: str) -> int:
    found = _LEADING.match(folded)
    return found.end() if found else 0


def _days(which: str | None) -> int:
    if which is None or which in _SAME:
        return 0
    if which in _NEXT:
        return 1
    if which in _ORDINALS:
        return _ORDINALS.index(which) + 1
    return int(str(which)[:-2])


def _require_service(words: str, whose: str | None, due: RelativeDue) -> None:
    if whose == "calendar":
        raise refused(words, "A deadline is on a service day; or say a time: '1 calendar day'.")
    if whose is None:
        later = f"{max(due.days, 1)} calendar day" + ("s" if due.days > 1 else "")
        readings = (str(due), "a day of the service calendar"), (later, "24-hour days")
        raise ambiguous(words, *readings)


def _moment(words: str, said: dict[str, str | None], days: int) -> str:
    if said.get("edge"):
        return END if said["edge"] in {"end", "close", "ende"} else START
    if typed := said.get("time"):
        return _time(words, typed)
    return SAME_TIME if days else END


def _time(words: str, typed: str) -> str:
    minutes = minutes_of(typed)
    if minutes == DAY or typed == "midnight":
        raise refused(words, "Say 'end of next service day', or a time before 24:00.")
    return time_words(minutes)


def _day_words(days: int) -> str:
    if days == 0:
        return "same service day"
    return "next service day" if days == 1 else f"{_ordinal(days)} service day"


def _ordinal(count: int) -> str:
    teens = count // 10 % 10 == 1
    return f"{count}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _is_time(words: str) -> bool:
    return re.fullmatch("(?:[01][0-9]|2[0-3]):[0-5][0-9]", words) is not None


def _not_a_deadline(words: str) -> Unreadable:
    return unreadable(words, "a deadline", *_EXAMPLES)
