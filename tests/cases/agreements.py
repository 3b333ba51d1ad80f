"""Real published agreements as projects, and the facts that each of them must hold.

Beside `NN_name.yaml`, the agreement in the text form, stand `NN_name.facts.yaml`, a list of what
its source says with the typed field that holds it and the edition that prints it, and
`NN_name.findings.yaml`, the reviewed list of what the program finds in it.
"""

from __future__ import annotations

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import yaml

from slaeditor.exchange.text_form import load
from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.edition.builder import edition
from slaeditor.rules.names import readable_keys

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("[0-9]*.yaml") if "." not in path.stem)
ON = date(2026, 11, 22)


@dataclass(frozen=True)
class Fact:
    """One thing that a source says, where it stands and where it is printed."""

    words: str
    at: str
    value: str
    edition: str
    printed: str
    missing: str

    def __str__(self) -> str:
        return self.words


@cache
def project(name: str) -> Project:
    """The agreement of that name."""
    return load((FOLDER / f"{name}.yaml").read_text("utf-8"))


@cache
def facts(name: str) -> tuple[Fact, ...]:
    """What the source of an agreement says."""
    listed = _listed(name, "facts")["facts"]
    return tuple(
        Fact(
            words=str(one["fact"]),
            at=str(one.get("at", "")),
            value=str(one.get("is", "")),
            edition=str(one.get("edition", "client")),
            printed=str(one.get("printed", one.get("is", ""))),
            missing=str(one.get("missing", "")),
        )
        for one in listed
    )


def oracles(name: str) -> tuple[dict[str, str], ...]:
    """Command lines with words of their answer."""
    return tuple(_listed(name, "facts").get("oracles") or ())


def expected_findings(name: str) -> set[tuple[str, str]]:
    """The reviewed findings, each as a rule and the record it speaks of."""
    listed = _listed(name, "findings").get("findings") or ()
    return {(str(one["rule"]), str(one["at"])) for one in listed}


@cache
def _listed(name: str, what: str) -> dict[str, Any]:
    text = (FOLDER / f"{name}.{what}.yaml").read_text("utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader) or {}
    return read


def held(held_in: Project, at: str) -> str:
    """Return the words of a typed field, such as "targets/first-response-sev-1-gold.value"."""
    place, _, name = at.rpartition(".")
    table, _, key = place.partition("/")
    row = _row(held_in, table.replace(" ", "_"), key)
    value = getattr(row, name.replace(" ", "_"))
    spec = field(type(row), name.replace(" ", "_"))
    if spec.to:
        keys = readable_keys(held_in)
        return ", ".join(keys[one] for one in spec.targets(value))
    return "" if value is None else spec.kind.words(value)


def _row(held_in: Project, table: str, key: str) -> Entity:
    keys = readable_keys(held_in)
    if table in kinds() and kinds()[table].declaration.single:
        return held_in.the(kinds()[table])
    found: list[Entity] = [row for row in getattr(held_in, table) if keys[row.id] == key]
    if not found:
        near = ", ".join(sorted(keys[row.id] for row in getattr(held_in, table)))
        raise KeyError(f"{table}/{key}; there are: {near}")
    return found[0]


@cache
def printed(name: str) -> dict[str, str]:
    """The text of the PDF of every edition that a fact asks for, in even words."""
    wanted = sorted({fact.edition for fact in facts(name) if fact.edition})
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(wanted, pool.map(lambda one: _pdf_text(name, one), wanted), strict=True))


def _pdf_text(name: str, reader: str) -> str:
    content = printing.pdf(edition(project(name), Reader(reader), on=ON))
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return even(" ".join(pages))


def even(words: str) -> str:
    """Return words without what only layout decides: spaces, hyphens, dashes, quotes and case."""
    plain = unicodedata.normalize("NFKC", words)
    return re.sub(r"[\s\u00ad\ufffe‐‑‒–—\-\"“”'’*]+", "", plain).casefold()
