"""For whom a handbook is made: the reader and, for clients, which client."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title

EDITIONS = {
    Reader.STAFF: "Staff edition",
    Reader.SALES: "Sales edition",
    Reader.CLIENT: "Client edition",
}


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader; `client` is the id of the client whose own handbook it is, or empty."""

    reader: Reader
    client: str = ""

    def within(self, project: Project) -> Audience:
        """Return the same audience, for clients in general when this client is gone."""
        if self.client and project.table(Client).get(self.client) is None:
            return Audience(self.reader)
        return self

    def words(self, project: Project) -> str:
        """Return what the edition is called, such as "Client edition, Northwind".

        >>> Audience(Reader.STAFF).words(Project())
        'Staff edition'
        """
        client = project.table(Client).get(self.client) if self.client else None
        named = f", {title(project, client)}" if client is not None else ""
        return EDITIONS[self.reader] + named
