"""For whom a finished handbook was made, and of which day, as it says itself on its first page."""

from __future__ import annotations

from datetime import date

from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.edition import cover
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.gate.passages import Passage, Reading, Sort
from slaeditor.publish.gate.wording import dates, joined, tokens


def recipient(reading: Reading, project: Project) -> tuple[Reader, str]:
    """Return the reader, and the id of the client whose own handbook it is or "".

    What names no edition counts as made for clients, so that the most is looked for.
    """
    said = _words(_first_page(reading))
    phrases = Phrases(project.the(Document).language.word)
    for reader in (Reader.SALES, Reader.STAFF):
        if _holds(said, phrases(f"cover.{reader.value}")):
            return reader, ""
    clients = project.table(Client)
    own = (one.id for one in clients if _holds(said, cover.recipient(phrases, one)))
    return Reader.CLIENT, next(own, "")


def own_dates(reading: Reading) -> frozenset[date]:
    """Return the dates that stand first in a handbook: the day of which its cover speaks."""
    lines = (line for one in _texts(reading) for line in one.text.splitlines())
    return next((found for line in lines if (found := frozenset(dates(joined(line))))), frozenset())


def _texts(reading: Reading) -> tuple[Passage, ...]:
    return tuple(one for one in reading.passages if one.sort is Sort.TEXT)


def _first_page(reading: Reading) -> str:
    """The words of the first page; a form without pages has its beginning as one."""
    shown = reading.pages or tuple(one.text for one in _texts(reading))
    return shown[0][:2_000] if shown else ""


def _words(text: str) -> str:
    return f" {' '.join(tokens(joined(text)))} "


def _holds(said: str, wanted: str) -> bool:
    words = " ".join(tokens(wanted))
    return bool(words) and f" {words} " in said
