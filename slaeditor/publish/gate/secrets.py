"""What must not stand in a file: the project's own confidential words, numbers and dates.

Only what is distinctive counts: rows of words, long words, numbers of four digits and more, dates.
What the edition says by itself is no secret, since the edition is shown to be the same whatever
the confidential values are (`independence`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from slaeditor.model.document import Document
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, table_name
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.gate.known import Closed, Known
from slaeditor.publish.gate.pixels import mark
from slaeditor.publish.gate.wording import (
    LONGEST_RUN,
    canonical_numbers,
    dates,
    numbers,
    runs,
    tokens,
)
from slaeditor.rules.confidential import Confidence
from slaeditor.rules.visible import View

SHORTEST = 6
"""Letters from which a word or a row of words is distinctive."""

_LEAST_NUMBER = 1000
_FEWEST_DIGITS = 4
_MANY_DIGITS = 6
_YEARS = range(1900, 2101)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Source:
    """The field of a record from which something confidential comes, and its words."""

    table: str
    row: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that the manager never wants to be read, and the field that says so."""

    tokens: tuple[str, ...]
    words: str
    field: str


@dataclass(slots=True)
class Secrets:
    """What is looked for, each with where it comes from; `count` values are confidential."""

    phrases: dict[str, Source] = field(default_factory=dict)
    numbers: dict[Decimal, Source] = field(default_factory=dict)
    dates: dict[date, Source] = field(default_factory=dict)
    pictures: dict[str, Source] = field(default_factory=dict)
    blobs: dict[bytes, Source] = field(default_factory=dict)
    forbidden: tuple[Forbidden, ...] = ()
    count: int = 0
    excused: str = ""
    """All words of the edition without gaps, for what is found without regard to gaps."""
    edges: frozenset[str] = frozenset()
    """Each passage of the edition without gaps: on a page any two may stand one after the other."""

    def is_said(self, plain: str) -> bool:
        """Whether the edition says letters itself, within a passage or where two meet."""
        return plain in self.excused or any(
            _ends(self.edges, plain[:at]) and _begins(self.edges, plain[at:])
            for at in range(1, len(plain))
        )


def secrets_of(project: Project, view: View, edition: Any, known: Known | None = None) -> Secrets:
    """Return what a handbook for a reader must not hold; `edition` is what it may hold."""
    known = known or Known()
    found = Secrets(forbidden=forbidden(project, view.reader))
    closed = known.closed(project, view.reader, view.on)
    for one in closed.confidences.of(view.client):
        found.count += 1
        _add(found, closed.of(one, partial(_told, one)))
    for row in closed.confidences.hidden_records(view.client):
        _add_keys(found, closed.of(row, partial(_keys, row)))
    _excuse(found, edition, known)
    return found


def everything(closed: Closed) -> Secrets:
    """Return what handbooks of all clients must not hold, whatever they say themselves."""
    found = Secrets()
    for one in closed.confidences.of():
        _add(found, closed.of(one, partial(_told, one)))
    for row in closed.confidences.hidden_records():
        _add_keys(found, closed.of(row, partial(_keys, row)))
    return found


def _keys(row: Entity) -> tuple[Source, tuple[str, ...]]:
    """The keys of a record that nobody is to read, as phrases."""
    keys = (row.id, hashlib.sha256(row.id.encode()).hexdigest()[:16])
    source = Source(table_name(type(row)), row.id, "", "its key")
    return source, tuple(" ".join(tokens(key)) for key in keys)


def _add_keys(found: Secrets, keys: tuple[Source, tuple[str, ...]]) -> None:
    for phrase in keys[1]:
        found.phrases[phrase] = keys[0]


def forbidden(project: Project, reader: Reader) -> tuple[Forbidden, ...]:
    """Return the words that the manager's lists forbid to a reader."""
    document = project.the(Document)
    lists = {"never_for_others": document.never_for_others}
    if reader is Reader.CLIENT:
        lists["never_for_clients"] = document.never_for_clients
    return tuple(
        Forbidden(tuple(tokens(line)), line.strip(" \t-*•"), name)
        for name, words in lists.items()
        for line in words.splitlines()
        if tokens(line)
    )


def _ends(passages: frozenset[str], letters: str) -> bool:
    return any(one.endswith(letters) for one in passages)


def _begins(passages: frozenset[str], letters: str) -> bool:
    return any(one.startswith(letters) for one in passages)


@dataclass(slots=True)
class _Told:
    """What is looked for because of one value."""

    source: Source
    phrases: tuple[str, ...] = ()
    numbers: tuple[Decimal, ...] = ()
    dates: tuple[date, ...] = ()
    pictures: tuple[str, ...] = ()
    blobs: tuple[bytes, ...] = ()


def _add(found: Secrets, told: _Told) -> None:
    for phrase in told.phrases:
        found.phrases.setdefault(phrase, told.source)
    for number in told.numbers:
        found.numbers.setdefault(number, told.source)
    for day in told.dates:
        found.dates.setdefault(day, told.source)
    for shown in told.pictures:
        found.pictures.setdefault(shown, told.source)
    for blob in told.blobs:
        found.blobs.setdefault(blob, told.source)


def _told(one: Confidence) -> _Told:
    source = Source(one.table, one.row, one.field, one.words)
    if isinstance(one.value, bytes):
        return _told_bytes(one.value, source)
    if isinstance(one.value, date):
        day = one.value.date() if isinstance(one.value, datetime) else one.value
        return _Told(source, dates=(day,))
    if isinstance(one.value, str):
        long = (one for one in numbers(one.value) if len(one.as_tuple().digits) >= _MANY_DIGITS)
        return _Told(source, tuple(distinctive_phrases(one.value)), tuple(_all_forms(long)))
    return _Told(source, numbers=tuple(_all_forms(canonical_numbers(one.words))))


def _told_bytes(content: bytes, source: Source) -> _Told:
    shown = mark(content)
    middle = content[len(content) // 2 :][:64]
    return _Told(
        source,
        pictures=(shown,) if shown else (),
        blobs=(middle,) if len(set(middle)) > SHORTEST else (),
    )


def _all_forms(said: Iterable[Decimal]) -> Iterator[Decimal]:
    for number in said:
        if is_distinctive(number):
            yield from _forms(number)


def distinctive_phrases(words: str) -> Iterator[str]:
    """Yield the rows of words by which a text is known: all of five, or all it has.

    >>> list(distinctive_phrases("Never below cost"))
    ['never below cost']
    """
    said = tokens(words)
    if len(said) >= LONGEST_RUN:
        yield from runs(said, LONGEST_RUN)
    elif len("".join(said)) >= SHORTEST and not "".join(said).isdigit():
        yield " ".join(said)
    for address in _ADDRESS.findall(words):
        yield from runs(tokens(address), min(len(tokens(address)), LONGEST_RUN))


def is_distinctive(number: Decimal) -> bool:
    """Whether a number is long enough to be no chance, and no year."""
    number = abs(number)
    if number == number.to_integral_value() and int(number) in _YEARS:
        return False
    return number >= _LEAST_NUMBER or len(number.normalize().as_tuple().digits) >= _FEWEST_DIGITS


def _forms(number: Decimal) -> Iterator[Decimal]:
    """The number, and for a long one also rounded, and in the smaller and the larger unit."""
    number = abs(number).normalize()
    yield number
    if len(number.as_tuple().digits) >= _MANY_DIGITS:
        for other in (number.to_integral_value(), number * 100, number / 100):
            yield other.normalize()


def _excuse(found: Secrets, edition: Any, known: Known) -> None:
    """Take away what the edition says by itself."""
    said = [
        text for part in _parts(edition) for text in known.about("said", part, partial(_said, part))
    ]
    read = {text: known.text("passage", text, _Read.of) for text in dict.fromkeys(said)}
    _excuse_runs(found, [token for text in said for token in read[text].words])
    _excuse_seams(found, read.values())
    for part in _parts(edition):
        for number in known.about("numbers", part, partial(_numbers_in, part)):
            found.numbers.pop(number, None)
    for day in dates("\n".join(said)) if found.dates else ():
        found.dates.pop(day, None)
    found.excused = "".join([read[text].plain for text in said])
    found.edges = frozenset(one.plain for one in read.values())


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a passage, without gaps, and its ends and beginnings of few words."""

    words: tuple[str, ...]
    plain: str
    ends: tuple[str, ...]
    begins: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Read:
        """Return a passage as it is compared."""
        words = tuple(tokens(text))
        lengths = range(1, min(len(words), LONGEST_RUN - 1) + 1)
        return cls(
            words,
            "".join(words),
            tuple(" ".join(words[-length:]) for length in lengths),
            tuple(" ".join(words[:length]) for length in lengths),
        )


def _parts(edition: Any) -> Iterator[Any]:
    """Yield the chapters of an edition and all else that it is made of, in order."""
    for one in fields(edition):
        value = getattr(edition, one.name)
        yield from value if isinstance(value, tuple) else (value,)


def _said(part: Any) -> tuple[str, ...]:
    return tuple(strings(part))


def _numbers_in(part: Any) -> frozenset[Decimal]:
    """The numbers in the words of a part of an edition, and those of its figures."""
    return frozenset((*numbers("\n".join(strings(part))), *_whole_numbers(part)))


def _excuse_runs(found: Secrets, words: list[str]) -> None:
    """Take away what stands anywhere in these words."""
    starts = first_words(found.phrases)
    for at in [at for at, word in enumerate(words) if word in starts]:
        for length in starts[words[at]]:
            found.phrases.pop(" ".join(words[at : at + length]), None)


def _excuse_seams(found: Secrets, said: Iterable[_Read]) -> None:
    """Take away rows of words that are the end of one passage and the beginning of another.

    On a page the two may stand one after the other.
    """
    ends: set[str] = set()
    begins: set[str] = set()
    for one in said:
        ends.update(one.ends)
        begins.update(one.begins)
    for phrase in list(found.phrases):
        if _is_seam(phrase, ends, begins):
            del found.phrases[phrase]


def _is_seam(phrase: str, ends: set[str], begins: set[str]) -> bool:
    at = phrase.find(" ")
    while at >= 0:
        if phrase[:at] in ends and phrase[at + 1 :] in begins:
            return True
        at = phrase.find(" ", at + 1)
    return False


def _whole_numbers(value: Any) -> Iterator[Decimal]:
    """The numbers of the figures, as they stand and in thousandths."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield Decimal(value).normalize()
        yield (Decimal(value) / 1000).normalize()
    elif isinstance(value, tuple):
        for part in value:
            yield from _whole_numbers(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _whole_numbers(getattr(value, one.name))


def first_words(phrases: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """Return for each first word of a phrase how long the phrases are that begin with it."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        said = phrase.split(" ")
        found.setdefault(said[0], set()).add(len(said))
    return {word: frozenset(lengths) for word, lengths in found.items()}
