"""Projects from files, and records of a project by their names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from slaeditor.cli.trouble import CommandTrouble, text_lines
from slaeditor.exchange.nodes import LONGEST, folded
from slaeditor.exchange.revisions import NotFrozen, thawed
from slaeditor.exchange.text_form import load
from slaeditor.exchange.trouble import TextFormTrouble
from slaeditor.exchange.vocabulary import nearest, quoted, thing
from slaeditor.model.document import Revision
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.slug import slug
from slaeditor.rules.aligning import aligned
from slaeditor.rules.names import title
from slaeditor.storage.document_file import Opened, open_file
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.trouble import read_trouble

E = TypeVar("E", bound=Entity)

SUFFIX = ".sla"
TEXT_ENDINGS = frozenset({".yaml", ".yml", ".txt"})
_MOST_KNOWN = 12


@dataclass(frozen=True, slots=True)
class Content:
    """A project, and the reader for whom it is a copy; None for a whole one."""

    project: Project
    reader: Reader | None = None


def project_in(path: Path) -> Project:
    """Return the project in a `.sla` file or in a text; raise what prevents it."""
    return content_of(path).project


def content_of(path: Path) -> Content:
    """Return the project in a `.sla` file or in a text, and for whom it is a copy."""
    if path.suffix.casefold() in TEXT_ENDINGS:
        return Content(text_project(path))
    found = opened(path)
    return Content(found.project, found.meta.edition)


def earlier_state(project: Project, words: str) -> Project:
    """Return the state that words name: a file, or a frozen revision of the project.

    Records that the project has too bear its ids.
    """
    path = Path(words)
    if path.is_file() or path.suffix.casefold() in {SUFFIX, *TEXT_ENDINGS}:
        return aligned(project_in(path), project)
    try:
        return thawed(record(project, Revision, words))
    except NotFrozen as error:
        raise CommandTrouble(f"{error.sentence} {error.remedy}".strip()) from error


def opened(path: Path) -> Opened:
    """Return what stands in a `.sla` file."""
    return open_file(path)


def text_project(path: Path) -> Project:
    """Return the project that a text describes; each slip is told with file and line."""
    try:
        text = read_file(FileSystem(), path, LONGEST).decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CommandTrouble(f"{path}:{line}: This is no UTF-8; save the text as UTF-8.") from None
    except OSError as error:
        raise read_trouble(error, path) from error
    try:
        return load(text)
    except TextFormTrouble as trouble:
        raise text_lines(path, trouble) from trouble


def record(project: Project, kind: type[E], words: str) -> E:
    """Return the record of a kind that words name; raise with the names that are known.

    Names are compared without regard to capitals and signs; a code or words that only one name
    holds are enough.
    """
    rows = tuple(project.table(kind))
    for test in (_is_named, _is_coded, _holds):
        found = [row for row in rows if test(project, row, words)]
        if len(found) == 1:
            return found[0]
        if found:
            raise CommandTrouble(_ambiguous(project, kind, words, found))
    raise CommandTrouble(_unknown(project, kind, words))


def optional(project: Project, kind: type[E], words: str | None) -> E | None:
    """Return the record that words name, or None where nothing was said."""
    return record(project, kind, words) if words else None


def _is_named(project: Project, row: Entity, words: str) -> bool:
    name = title(project, row)
    return folded(name) == folded(words) or (slug(name) == slug(words) != slug(""))


def _is_coded(_: Project, row: Entity, words: str) -> bool:
    code = getattr(row, "code", "")
    return bool(code) and folded(code) == folded(words)


def _holds(project: Project, row: Entity, words: str) -> bool:
    return set(slug(words).split("-")) <= set(slug(title(project, row)).split("-"))


def _ambiguous(project: Project, kind: type[E], words: str, found: list[E]) -> str:
    names = quoted(title(project, row) for row in found[:_MOST_KNOWN])
    return f"“{words}” names more than one {thing(kind)}: {names}. Give the whole name."


def _unknown(project: Project, kind: type[E], words: str) -> str:
    known = [title(project, row) for row in project.table(kind)]
    if not known:
        return f"There is no {thing(kind)} “{words}”; the project has none at all."
    close = nearest(words, known) or known[:_MOST_KNOWN]
    return f"There is no {thing(kind)} “{words}”. Known are {quoted(close)}."
