"""What a handbook or a copy for others leaves out, record by record, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from slaeditor.model.clients import Client
from slaeditor.model.entity import Entity, default, fields, links
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader, Readers
from slaeditor.rules.checks.wording import listed
from slaeditor.rules.confidential import says
from slaeditor.rules.names import named, title
from slaeditor.rules.references import owner_of
from slaeditor.rules.visible import View, concerns, stands_on, tells, visible


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that is left out, or one that is shown without some of its fields.

    `table` names its table, `title` the record, `reason` is a sentence; `fields` are the
    names of the fields that are left out, none when the whole record is.
    """

    table: str
    row: Entity
    title: str
    reason: str
    fields: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the record is shown."""
        return not self.fields

    @property
    def sentence(self) -> str:
        """Kind, title and reason, to be read alone."""
        return f"{self.row.declaration.singular} “{self.title}”: {self.reason}"


def left_out(
    project: Project, reader: Reader, client: str = "", on: date | None = None
) -> tuple[LeftOut, ...]:
    """Return everything that an edition leaves out, in the order of the tables and their records.

    Parameters are those of `visible`. A record counts as shown in part only when a field that is
    left out says something.
    """
    view = View(reader, client, on)
    shown = visible(project, reader, client, on)
    keys = frozenset(row.id for _, _, table in shown.tables() for row in table)
    return tuple(_found(project, view, keys, shown))


def balance(project: Project, found: Sequence[LeftOut]) -> str:
    """Return how much of a project is shown and how much is left out.

    >>> balance(Project(), ())
    'Shown: 0 of 0 records. Left out: 0.'
    """
    whole = sum(one.is_whole for one in found)
    parts = f", {len(found) - whole:,} of them in part" if len(found) > whole else ""
    shown = f"{project.count - whole:,} of {project.count:,} records"
    return f"Shown: {shown}{parts}. Left out: {whole:,}."


def _found(project: Project, view: View, keys: frozenset[str], shown: Project) -> Iterator[LeftOut]:
    for name, _, table in project.tables():
        for row in table:
            if row.id not in keys:
                yield LeftOut(name, row, title(project, row), _reason(project, row, view, keys))
                continue
            missing = _missing(row, getattr(shown, name).rows[row.id])
            if missing:
                names = tuple(spec.name for spec in missing)
                yield LeftOut(name, row, title(project, row), _without(missing), names)


def _missing(row: Entity, shown: Entity) -> tuple[Field, ...]:
    """The fields that say something in a record and less, or nothing, when it is shown."""
    return tuple(spec for spec in fields(type(row)) if _says_less(row, shown, spec))


def _says_less(row: Entity, shown: Entity, spec: Field) -> bool:
    seen = getattr(shown, spec.name)
    if spec.to:
        return bool(getattr(row, spec.name) != seen)
    return says(row, spec) and seen == default(type(row), spec.name)


def _without(missing: tuple[Field, ...]) -> str:
    return f"Shown without {listed([f'“{spec.label}”' for spec in missing])}."


def _reason(project: Project, row: Entity, view: View, shown: frozenset[str]) -> str:
    """Why a record is left out: the first of the grounds that `visible` goes by."""
    above = owner_of(project, row)
    if not tells(type(row), view.reader):
        return f"No {_kind(row)} is ever for {view.reader.people}."
    if not row.readers.include(view.reader):
        return _read_by(row.readers)
    if not concerns(row, view):
        return "It is another client." if isinstance(row, Client) else _of_no_concern(row, view)
    if above is not None and above.id not in shown:
        return f"It belongs to the {named(project, above)}, which is left out."
    return _lonely(project, row, view, shown)


def _kind(row: Entity) -> str:
    singular = row.declaration.singular
    return singular[0].lower() + singular[1:]


def _of_no_concern(row: Entity, view: View) -> str:
    other = getattr(row, "client", "") != view.client
    return "It is about another client." if other else "It is not in force."


def _lonely(project: Project, row: Entity, view: View, shown: frozenset[str]) -> str:
    """Why a record that is open is left out all the same."""
    for spec in links(type(row)):
        if stands_on(row, spec, view, shown):
            wanted = (project.find(spec.to, key) for key in spec.targets(getattr(row, spec.name)))
            names = [f"the {named(project, one)}" for one in wanted if one is not None]
            return f"It means something else without {listed(names)}, which is left out."
    return "Its price plan is not printed for clients."


def _read_by(readers: Readers) -> str:
    return f"Only for {listed(readers.people)}." if readers.people else "Only for you."
