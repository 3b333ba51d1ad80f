"""Who may read something, in words and as an icon."""

from __future__ import annotations

from functools import cache

from slaeditor.model.entity import Entity, fields
from slaeditor.model.project import Project
from slaeditor.model.readers import CLIENT, EVERYONE, NOBODY, SALES, STAFF, TEAM, Readers
from slaeditor.model.remembered import remembered
from slaeditor.rules.checks.wording import listed
from slaeditor.rules.references import owner_of

SHORT = {
    NOBODY: "Only you",
    STAFF: "Staff",
    SALES: "Sales",
    TEAM: "Team",
    CLIENT: "Clients",
    EVERYONE: "Everyone",
    STAFF | CLIENT: "Staff, clients",
    SALES | CLIENT: "Sales, clients",
}
ICONS = {NOBODY: "lock", STAFF: "headset", SALES: "handshake", TEAM: "users"}


def short(readers: Readers) -> str:
    """Return a word or two, such as "Team"."""
    return SHORT[readers]


def picture(readers: Readers) -> str:
    """Return the name of the icon; everything clients read has the globe."""
    return ICONS.get(readers, "globe")


@cache
def sentence(readers: Readers) -> str:
    """Return a sentence, such as “Read by staff and sales, never by clients.”."""
    if not readers.people:
        return "Read by nobody but you."
    named = listed(readers.people)
    return f"Read by {named}." if readers & CLIENT else f"Read by {named}, never by clients."


def effective(project: Project, row: Entity) -> Readers:
    """Return who reads anything of a record: for whom it has fields and all above is open."""
    readers, seen, above = row.readers & told(type(row)), {row.id}, owner_of(project, row)
    while above is not None and above.id not in seen:
        readers &= above.readers
        seen.add(above.id)
        above = owner_of(project, above)
    return readers


@remembered
def told(kind: type[Entity]) -> Readers:
    """Return for whom a kind of record has any field at all."""
    found = NOBODY
    for spec in fields(kind):
        found |= spec.readers
    return found
