"""Rules about what is written: words clients must not read, terms nobody explains, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from slaeditor.model import kinds as field_kinds
from slaeditor.model.backing import Person
from slaeditor.model.compensation import Compensation, Direction
from slaeditor.model.document import Document, Picture
from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import CLIENT
from slaeditor.model.remembered import remembered
from slaeditor.model.table import Table
from slaeditor.model.values.currencies import MINOR_DIGITS
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, Rule, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.names import readable_keys

PENALTY: Final = re.compile(r"\b(?:penalt(?:y|ies)|vertragsstrafen?|pönalen?)\b", re.IGNORECASE)
ABBREVIATION: Final = re.compile(r"\b[A-Z][A-Z&]{1,5}\b")
ASSET: Final = re.compile(r"\basset:([\w-]+)")
_PLAIN: Final = (
    *("AM", "AND", "API", "CEO", "CET", "CEST", "CSV", "DIN", "DST", "EU", "FAQ", "GB", "GMT"),
    *("HTML", "HTTP", "HTTPS", "ID", "IP", "ISO", "IT", "KB", "MB", "NOT", "OK", "OR", "PC", "PDF"),
    *("PIN", "PM", "PS", "TB", "TV", "UK", "UN", "URL", "US", "USA", "USB", "UTC", "VAT", "VIP"),
    *("WWW", "XML", "ZIP"),
)
_LEGAL_FORMS: Final = (
    *("AB", "AG", "AS", "BV", "KG", "LLC", "LLP", "LTD", "NV", "OHG", "OY", "PLC", "SA", "SE"),
    *("SPA", "SRL", "UG"),
)
KNOWN: Final = frozenset({*_PLAIN, *_LEGAL_FORMS, *MINOR_DIGITS})
"""Abbreviations that need no explanation."""

SHORTEST_SECRET: Final = 4
"""Letters that a name or contact has at least to be looked for in texts."""

_WRITTEN: Final = (field_kinds.TEXT, field_kinds.PROSE)


@remembered
def client_texts(kind: type[Entity]) -> tuple[Field, ...]:
    """Return the fields of a kind that hold words and that clients may read."""
    return tuple(spec for spec in fields(kind) if spec.kind in _WRITTEN and spec.readers & CLIENT)


@remembered
def texts(kind: type[Entity]) -> tuple[Field, ...]:
    """Return the fields of a kind that hold words."""
    return tuple(spec for spec in fields(kind) if spec.kind in _WRITTEN)


def client_words(project: Project) -> Iterator[tuple[Entity, Field, str]]:
    """Yield everything written that clients may read: record, field, words."""
    for _, _, table in project.tables():
        yield from client_words_of(table)


def client_words_of(table: Table[Entity]) -> Iterator[tuple[Entity, Field, str]]:
    """Yield what is written in a table's records and clients may read."""
    for row in table:
        for spec in client_texts(type(row)) if row.readers & CLIENT else ():
            words = getattr(row, spec.name)
            if words:
                yield row, spec, words


def text_rules() -> tuple[Rule, ...]:
    """Return the rules that look at every text of every kind."""
    return tuple(maker(kind) for kind in kinds().values() for maker in _makers(kind))


def _makers(kind: type[Entity]) -> tuple[Callable[[type[Entity]], Rule], ...]:
    both = (_penalty_word, _picture_missing)
    return both if client_texts(kind) else (_picture_missing,)


def _penalty_word(kind: type[Entity]) -> Rule:
    specs = client_texts(kind)

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in specs if row.readers & CLIENT else ():
            found = PENALTY.search(getattr(row, spec.name))
            if found:
                said = f"“{spec.label}” of {called(project, row)} says “{found[0]}” to clients"
                yield Flaw(f"{said}.", spec.name)

    return Rule(
        name="penalty-word",
        subject=kind,
        severity=WARNING,
        judge=judge,
        why="A penalty is another thing in law, and in the client's ears, than a service credit.",
        remedy="Say “service credit”.",
        source="glossary",
    )


def _picture_missing(kind: type[Entity]) -> Rule:
    specs = texts(kind)

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in specs:
            words = getattr(row, spec.name)
            for key in ASSET.findall(words) if "asset:" in words else ():
                if key not in _picture_keys(project):
                    said = f"“{spec.label}” of {called(project, row)} shows the picture “{key}”"
                    yield Flaw(f"{said}, which is not there.", spec.name)

    return Rule(
        name="picture-missing",
        subject=kind,
        severity=ERROR,
        judge=judge,
        why="The handbook cannot be made with a picture that is missing.",
        remedy="Add the picture, or correct its key.",
        reads=(Picture,),
        source="pictures",
    )


def _picture_keys(project: Project) -> frozenset[str]:
    pictures = Project().with_table("pictures", project.pictures)
    return frozenset(readable_keys(pictures).values())


ALL_KINDS: Final = tuple(kinds().values())


@rule(
    "term-not-explained",
    subject=Document,
    reads=ALL_KINDS,
    severity=HINT,
    source="L34",
    why="Clients to whom the work is new do not know the abbreviation.",
    remedy="Explain it in the glossary, or write it out.",
)
def term_not_explained(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """Every abbreviation that clients read is explained in the glossary."""
    del row, on
    explained = _explained(project)
    told: set[str] = set()
    for _, _, table in project.tables():
        for where, spec, term in table.derived(_abbreviations):
            if term not in explained and term not in told:
                told.add(term)
                said = f"“{term}” in {called(project, where)} is not in the glossary."
                yield Flaw(said, spec.name, (), where)


def _abbreviations(table: Table[Entity]) -> tuple[tuple[Entity, Field, str], ...]:
    """Every abbreviation that clients read in a table's records, and where."""
    return tuple(
        (row, spec, term)
        for row, spec, words in client_words_of(table)
        if spec.name != "reference_number"
        for term in _terms(words)
    )


@lru_cache(maxsize=100_000)
def _terms(words: str) -> tuple[str, ...]:
    return tuple(ABBREVIATION.findall(words))


def _explained(project: Project) -> frozenset[str]:
    said = [f"{term.name} {term.aliases}" for term in project.glossary]
    said += [f"{one.code} {one.name}" for one in project.severities]
    said += [document.organisation for document in project.document]
    return KNOWN | frozenset(re.findall(r"[A-Z&]+", " ".join(said)))


@rule(
    "internal-words-for-clients",
    subject=Document,
    reads=ALL_KINDS,
    severity=ERROR,
    source="L29",
    why="Clients would read what is meant for colleagues only.",
    remedy="Take it out of the text, or move it to a field that clients do not read.",
)
def internal_words_for_clients(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """No text for clients holds a person's name, an internal contact or a forbidden word."""
    del row, on
    secrets = _secrets(project)
    pattern = _any_of(tuple(secrets))
    for where, spec, words in client_words(project) if pattern else ():
        found = pattern.search(words) if pattern else None
        if found:
            what = secrets[found[0].casefold()]
            said = f"“{spec.label}” of {called(project, where)} holds {what} “{found[0]}”"
            yield Flaw(f"{said}, and clients may read it.", spec.name, (), where)


def _secrets(project: Project) -> dict[str, str]:
    """Words that clients must not read, in lower case, each with what it is."""
    said = [(one.name, "the name of a person,") for one in project.people if _is_named(one)]
    said += [(one.internal_contact, "an internal contact,") for one in project.roles]
    long = ((words.strip().casefold(), what) for words, what in said)
    secrets = {words: what for words, what in long if len(words) >= SHORTEST_SECRET}
    for document in project.document:
        listed = f"{document.never_for_clients}\n{document.never_for_others}".splitlines()
        words = (line.strip(" \t-*•").casefold() for line in listed)
        secrets |= {one: "the forbidden words" for one in words if one}
    return secrets


def _is_named(person: Person) -> bool:
    """Whether a person is known by a name of several words, not by initials or a first name."""
    return " " in person.name.strip()


def _any_of(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    choices = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)


@rule(
    "reward-shown-to-clients",
    subject=Compensation,
    severity=ERROR,
    source="P16",
    why="What the team gains or a supplier loses is no matter for clients.",
    remedy="Open it to staff only.",
)
def reward_shown_to_clients(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A reward of the team, or a penalty of a supplier, is not open to clients."""
    del on
    if row.readers & CLIENT and row.direction in {Direction.REWARD, Direction.PENALTY}:
        yield Flaw(f"Clients may read {called(project, row)}, which is a {row.direction.word}.")
