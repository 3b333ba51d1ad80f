"""The grammar of a week of open hours."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from slaeditor.model.values.times import DAY, TIME, is_hour_alone, minutes_of, time_words
from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable
from slaeditor.model.values.week_words import DAY_NAMES, WEEK, Span, words_of
from slaeditor.model.values.words import fold

_ALWAYS: Final = {
    "24x7",
    "24/7",
    "24 x 7",
    "24x7x365",
    "24/7/365",
    "24-7",
    "always",
    "rund um die uhr",
}
_NEVER: Final = {"closed", "never", "geschlossen"}
_SHORTHAND: Final = re.compile(r"([0-9]{1,2}) ?[x/] ?([1-7])")
_DAY_WORDS: Final = (
    "mo mon monday mondays montag montags",
    "tu tue tues tuesday tuesdays di dienstag dienstags",
    "we wed weds wednesday wednesdays mi mittwoch mittwochs",
    "th thu thur thurs thursday thursdays do donnerstag donnerstags",
    "fr fri friday fridays freitag freitags",
    "sa sat saturday saturdays samstag samstags sonnabend sonnabends",
    "su sun sunday sundays so sonntag sonntags",
)
_DAYS: Final = {word: (day,) for day, words in enumerate(_DAY_WORDS) for word in words.split()}
_SETS: Final = {
    "daily": tuple(range(7)),
    "every day": tuple(range(7)),
    "täglich": tuple(range(7)),
    "weekdays": tuple(range(5)),
    "business days": tuple(range(5)),
    "working days": tuple(range(5)),
    "workdays": tuple(range(5)),
    "weekends": (5, 6),
    "weekend": (5, 6),
}
_WITH_SATURDAY: Final = re.compile(r"(?:an )?\bwerktag(?:s|e|en)?\b|\bwerktäglich\b")
"""Days of work by German law, of which Saturday is one, and often not in what people mean."""
_ALL_DAY: Final = "all day|24 hours|24 h|24h|around the clock|rund um die uhr|ganztägig"
_TOKENS: Final = re.compile(
    rf"\s*(?:(?P<all>(?:{_ALL_DAY})\b)|(?P<time>{TIME})"
    rf"|(?P<set>(?:{'|'.join(_SETS)})\b)|(?P<day>[a-z]{{2,}}\b)\.?"
    r"|(?P<dash>-)|(?P<mark>[;,/&+]))\s*:?"
)
_DASH_WORDS: Final = {"to", "until", "till", "through", "bis"}
_FILLING: Final = {"from", "at", "von", "um", "uhr"}
_EXAMPLES: Final = ("Mon–Fri 09:00–17:00", "Sun 14:00–Fri 17:00", "24x7", "closed")


class _Token(NamedTuple):
    kind: str
    words: str


def spans_of(words: str) -> tuple[Span, ...]:
    """Return the half-open spans, in minutes of the week, that the words open; may overlap.

    Raises `Unreadable` with a sentence for words that are no week, or could be several.

    >>> spans_of("Mon, Wed 22:00-06:00")
    ((1320, 1800), (4200, 4680))
    """
    folded = fold(words).removesuffix(".")
    if folded in _ALWAYS:
        return ((0, WEEK),)
    if folded in _NEVER:
        return ()
    if not folded:
        raise _not_a_week(words)
    if _WITH_SATURDAY.search(folded):
        raise _with_or_without_saturday(words, folded)
    if shorthand := _SHORTHAND.fullmatch(folded):
        raise _too_short(words, shorthand)
    return tuple(_Reader(words, _tokens(words, folded)).spans())


class _Reader:
    """Reads tokens from left to right into spans; looks at most two tokens ahead."""

    def __init__(self, words: str, tokens: list[_Token]) -> None:
        self._words = words
        self._tokens = tokens
        self._at = 0

    def spans(self) -> Iterable[Span]:
        while self._at < len(self._tokens):
            days = self._days()
            yield from self._hours(days)
            if self._sees("mark"):
                self._at += 1

    def _days(self) -> list[int]:
        days = [*self._days_in_a_row()]
        while self._sees("mark") and self._sees("day", "set", ahead=1):
            self._at += 1
            days += self._days_in_a_row()
        return days

    def _days_in_a_row(self) -> tuple[int, ...]:
        if self._sees("set"):
            return _SETS[self._take("set")]
        first = _DAYS[self._take("day")][0]
        if not (self._sees("dash") and self._sees("day", ahead=1)):
            return (first,)
        self._at += 1
        last = _DAYS[self._take("day")][0]
        return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))

    def _hours(self, days: list[int]) -> Iterable[Span]:
        if self._sees("mark") and self._sees("time", "all", ahead=1):
            self._at += 1
        if self._sees("all"):
            self._at += 1
            return _placed(days, 0, DAY)
        if self._sees("dash", ahead=1) and self._sees("day", ahead=2) and len(days) == 1:
            return self._block(days[0])
        spans = [*self._times(days)]
        while self._sees("mark") and self._sees("time", ahead=1):
            self._at += 1
            spans += self._times(days)
        return spans

    def _block(self, first: int) -> Iterable[Span]:
        start = first * DAY + minutes_of(self._take("time"))
        self._at += 1
        last = _DAYS[self._take("day")][0]
        end = last * DAY + self._closing()
        if start == end:
            raise refused(self._words, "This block ends when it starts; say '24x7' for always.")
        return _wrapped(start, end if end > start else end + WEEK)

    def _times(self, days: list[int]) -> Iterable[Span]:
        opening = self._take("time")
        self._take("dash")
        typed = self._token("time")
        start, end = minutes_of(opening), self._closing()
        if end <= start and is_hour_alone(typed) and end < DAY // 2:
            raise _before_or_after_noon(self._words, start, end)
        if start == end:
            raise refused(self._words, "These hours end when they start; say '00:00–24:00'.")
        return _placed(days, start, end if end > start else end + DAY)

    def _closing(self) -> int:
        typed = self._take("time")
        return DAY if typed == "midnight" else minutes_of(typed)

    def _sees(self, *kinds: str, ahead: int = 0) -> bool:
        place = self._at + ahead
        return place < len(self._tokens) and self._tokens[place].kind in kinds

    def _token(self, kind: str) -> str:
        if not self._sees(kind):
            raise _not_a_week(self._words)
        return self._tokens[self._at].words

    def _take(self, kind: str) -> str:
        typed = self._token(kind)
        self._at += 1
        return typed


def _tokens(words: str, folded: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(folded):
        found = _TOKENS.match(folded, at)
        if not found or not found.lastgroup:
            raise _not_a_week(words)
        at = found.end()
        token = _named(found.lastgroup, found[found.lastgroup])
        if token.kind == "unknown":
            raise _not_a_week(words)
        if token.kind != "nothing":
            _append(tokens, token)
    return tokens


def _append(tokens: list[_Token], token: _Token) -> None:
    # ", and" between two days or two times is one mark, not two.
    if not (token.kind == "mark" and tokens and tokens[-1].kind == "mark"):
        tokens.append(token)


def _named(kind: str, typed: str) -> _Token:
    if kind != "day" or typed in _DAYS:
        return _Token(kind, typed)
    if typed in _DASH_WORDS:
        return _Token("dash", typed)
    if typed in {"and", "und"}:
        return _Token("mark", typed)
    return _Token("nothing" if typed in _FILLING else "unknown", typed)


def _placed(days: Iterable[int], start: int, end: int) -> Iterable[Span]:
    for day in days:
        yield from _wrapped(day * DAY + start, day * DAY + end)


def _wrapped(start: int, end: int) -> Iterable[Span]:
    start, end = start % WEEK, end - start + start % WEEK
    if end <= WEEK:
        return ((start, end),)
    return ((0, end - WEEK), (start, WEEK))


def _too_short(words: str, shorthand: re.Match[str]) -> Unreadable:
    if shorthand[1] == "24" and shorthand[2] == "5":
        return ambiguous(
            words,
            ("Mon–Fri 00:00–24:00", "whole weekdays"),
            ("Sun 14:00–Fri 17:00", "one block; with your own hours"),
        )
    last = DAY_NAMES[int(shorthand[2]) - 1]
    return refused(words, f"Say from when to when, such as 'Mon–{last} 09:00–17:00'.")


def _before_or_after_noon(words: str, start: int, end: int) -> Unreadable:
    opens = time_words(start)
    return ambiguous(
        words,
        (f"{opens}–{time_words(end + DAY // 2)}", "the same day"),
        (f"{opens}–{time_words(end)}", "past midnight"),
    )


def _with_or_without_saturday(words: str, folded: str) -> Unreadable:
    readings = (_WITH_SATURDAY.sub(days, folded) for days in ("mo-fr", "mo-sa"))
    try:
        without, told = (words_of(tuple(sorted(spans_of(one)))) for one in readings)
    except Unreadable:
        return _not_a_week(words)
    return ambiguous(words, (without, "without Saturdays"), (told, "with Saturdays"))


def _not_a_week(words: str) -> Unreadable:
    return unreadable(words, "a week of hours", *_EXAMPLES)
