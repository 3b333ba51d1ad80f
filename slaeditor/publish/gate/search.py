"""The search for leaks: what a file says, held against what it must not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from slaeditor.model.document import Document
from slaeditor.model.entity import fields as _fields
from slaeditor.model.project import Project, kinds
from slaeditor.publish.gate.known import Closed, Known
from slaeditor.publish.gate.passages import APART, Passage, Reading, Sort
from slaeditor.publish.gate.secrets import (
    SHORTEST,
    Forbidden,
    Secrets,
    Source,
    everything,
    first_words,
)
from slaeditor.publish.gate.vocabulary import FORMAT_WORDS
from slaeditor.publish.gate.wording import dates_in, folded, joined, numbers, tokens, words_apart
from slaeditor.rules.names import named

_SURE = 8
"""Letters from which a single word among bytes is no chance."""
_WINDOW = 12
"""Letters without gaps from which a row of words is looked for without regard to gaps."""
_STEP = 5
_PART = _WINDOW - _STEP + 1
"""One in so many parts of a text, of so many letters, is enough to meet whatever it holds."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """Something in a file that its reader may not see: what, where in the file, and whence.

    `table`, `row` and `field` say which field of the project holds it, to go there.
    """

    words: str
    place: str
    table: str
    row: str
    field: str
    sentence: str


def hits(
    reading: Reading,
    secrets: Secrets,
    project: Project,
    known: Known | None = None,
    closed: Closed | None = None,
) -> tuple[Hit, ...]:
    """Return what a file holds that it must not hold, each field once, in the order of places.

    Where `closed` gives all that may be secret, words that are known are not searched again.
    """
    found: dict[tuple[str, str, str, str], Hit] = {}
    search = _search(secrets, closed)
    for place, source, words in _all(reading, secrets, search, known or Known()):
        key = (source.table, source.row, source.field, words if not source.row else "")
        if key not in found:
            found[key] = _hit(project, place, source, words)
    for passage in reading.passages:
        for one in _forbidden(passage, secrets.forbidden):
            key = ("document", "", one.field, one.words)
            found.setdefault(key, _forbidden_hit(project, passage.place, one))
    return tuple(found.values())


def _search(secrets: Secrets, closed: Closed | None) -> _Search:
    """The search for all that may be secret; that for these secrets where it is not known."""
    if closed is None:
        return _Search(secrets)
    whole = closed.once("search", lambda: _Search(everything(closed)))
    return whole if whole.covers(secrets) else _Search(secrets)


def _all(
    reading: Reading, secrets: Secrets, search: _Search, known: Known
) -> Iterator[tuple[str, Source, str]]:
    for passage in reading.passages:
        traces = known.once(search.name, (passage.sort, passage.text), partial(search.of, passage))
        yield from ((passage.place, *one) for one in _secret(traces, secrets))
    for picture in reading.pictures:
        for blob, source in secrets.blobs.items():
            if blob in picture:
                yield "a picture", source, "the same bytes"
    for mark in reading.marks:
        if mark in secrets.pictures:
            yield "a picture", secrets.pictures[mark], "the same picture"


class _Trace(NamedTuple):
    """Something in a text that may be secret: a row of words, with or without gaps, or a value."""

    phrase: str = ""
    close: bool = False
    number: Decimal | None = None
    day: date | None = None


def _secret(traces: Iterable[_Trace], secrets: Secrets) -> Iterator[tuple[Source, str]]:
    """Yield what of the traces is secret, with where it comes from."""
    for one in traces:
        if one.phrase in secrets.phrases:
            if not one.close or not secrets.is_said(one.phrase.replace(" ", "")):
                yield secrets.phrases[one.phrase], one.phrase
        elif one.number in secrets.numbers:
            yield secrets.numbers[one.number], f"{one.number:f}"
        elif one.day in secrets.dates:
            yield secrets.dates[one.day], one.day.isoformat()


class _Search:
    """A search for secrets; the tables it looks into are made once."""

    def __init__(self, secrets: Secrets) -> None:
        self.secrets = secrets
        self.name = f"search {id(self)}"
        self.starts = first_words(secrets.phrases)
        self.close: dict[str, list[str]] = {}
        for phrase in secrets.phrases:
            plain = phrase.replace(" ", "")
            for at in range(_STEP if len(plain) >= _WINDOW else 0):
                self.close.setdefault(plain[at : at + _PART], []).append(phrase)

    def covers(self, secrets: Secrets) -> bool:
        """Whether it finds all of some secrets."""
        mine = self.secrets
        return (
            secrets.phrases.keys() <= mine.phrases.keys()
            and secrets.numbers.keys() <= mine.numbers.keys()
            and secrets.dates.keys() <= mine.dates.keys()
        )

    def of(self, passage: Passage) -> tuple[_Trace, ...]:
        return tuple(self.passage(passage))

    def passage(self, passage: Passage) -> Iterator[_Trace]:
        text = joined(passage.text)
        plain = folded(text)
        words = words_apart(plain, APART)
        yield from (_Trace(phrase) for phrase in self.phrases(words, passage.sort))
        if passage.sort is Sort.TEXT:
            yield from self.counted(text, plain)
            for phrase in self.unspaced("".join(words).replace(APART, "")):
                yield _Trace(phrase, close=True)

    def phrases(self, words: list[str], sort: Sort) -> Iterator[str]:
        starts = self.starts
        for at in [at for at, word in enumerate(words) if word in starts]:
            for length in starts[words[at]]:
                phrase = " ".join(words[at : at + length])
                if phrase in self.secrets.phrases and _counts(phrase, sort):
                    yield phrase

    def unspaced(self, text: str) -> Iterator[str]:
        parts = {text[at : at + _PART] for at in range(0, len(text) - _PART + 1, _STEP)}
        near = {phrase for part in parts & self.close.keys() for phrase in self.close[part]}
        return (phrase for phrase in sorted(near) if phrase.replace(" ", "") in text)

    def counted(self, text: str, plain: str) -> Iterator[_Trace]:
        if self.secrets.numbers:
            for number in self.secrets.numbers.keys() & set(numbers(text)):
                yield _Trace(number=number)
        if self.secrets.dates:
            for day in self.secrets.dates.keys() & set(dates_in(plain)):
                yield _Trace(day=day)


def _counts(phrase: str, sort: Sort) -> bool:
    """Whether a phrase can be no chance in a passage of this sort."""
    if sort is Sort.TEXT:
        return True
    letters = len(phrase) - phrase.count(" ")
    if " " in phrase:
        return letters >= (_SURE if sort is Sort.RAW else SHORTEST)
    return letters >= (_SURE if sort is Sort.RAW else SHORTEST) and phrase not in FORMAT_WORDS


def _forbidden(passage: Passage, words: tuple[Forbidden, ...]) -> Iterator[Forbidden]:
    if not words:
        return
    said = f" {' '.join(tokens(joined(passage.text)))} "
    for one in words:
        phrase = " ".join(one.tokens)
        if (passage.sort is Sort.TEXT or _counts(phrase, passage.sort)) and f" {phrase} " in said:
            yield one


def _hit(project: Project, place: str, source: Source, words: str) -> Hit:
    row = project.find(kinds()[source.table], source.row)
    kind = kinds()[source.table]
    whose = named(project, row) if row is not None else kind.declaration.singular.casefold()
    label = next((spec.label for spec in _fields(kind) if spec.name == source.field), "")
    about = f"{whose} ({label})" if label else whose
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    sentence = f"{_capital(place)} holds “{shown}”, which stands in {about}."
    return Hit(words, place, source.table, source.row, source.field, sentence)


def _forbidden_hit(project: Project, place: str, one: Forbidden) -> Hit:
    document = project.the(Document)
    label = next(spec.label for spec in _fields(Document) if spec.name == one.field)
    sentence = f"{_capital(place)} holds “{one.words}”, one of the {label[0].lower()}{label[1:]}."
    return Hit(one.words, place, "document", document.id, one.field, sentence)


def _capital(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"
