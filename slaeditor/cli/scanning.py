"""Files that were given away, held against what is confidential today: scan."""

from __future__ import annotations

import argparse
from pathlib import Path

from slaeditor.cli.grammar import add_file
from slaeditor.cli.reading import project_in, record
from slaeditor.cli.trouble import FINDINGS, FINE, CommandTrouble
from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.formats import FORMATS
from slaeditor.rules.names import title
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.trouble import read_trouble

LARGEST = 200_000_000
"""Bytes of the largest file that is read."""


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add scan."""
    verb = verbs.add_parser("scan", help="look for confidential words in a finished handbook")
    verb.add_argument("handbook", type=Path, metavar="FILE.pdf", help="also .html, .docx, …")
    add_file(verb)
    verb.add_argument(
        "--reader", choices=[str(one) for one in Reader], help="without, as its cover says"
    )
    verb.add_argument("--client", metavar="NAME", help="whose own handbook it is")
    verb.set_defaults(run=scan)


def scan(asked: argparse.Namespace) -> int:
    """Print what a file holds that its reader may not see; 1 when it holds anything."""
    from slaeditor.publish.gate.gate import scanned

    project = project_in(asked.file)
    form = form_of(asked.handbook)
    content = _content(asked.handbook)
    found = scanned(content, form, project, _reader(asked), _client(project, asked.client))
    for one in found.hits:
        print(one.sentence)
    if not found.hits:
        client = project.clients.get(found.client)
        whom = title(project, client) if client is not None else str(found.reader)
        print(f"{asked.handbook} holds nothing that {whom} may not read.")
    return FINDINGS if found.hits else FINE


def _reader(asked: argparse.Namespace) -> Reader | None:
    """The reader that is asked for; a client's name alone means clients."""
    if asked.reader:
        return Reader(asked.reader)
    return Reader.CLIENT if asked.client else None


def form_of(path: Path) -> str:
    """Return the form of a handbook by its name; raises CommandTrouble for another kind."""
    forms = {f".{form.ending}": form.key for form in FORMATS}
    ending = path.suffix.casefold()
    if ending not in forms:
        raise CommandTrouble(f"{path} is no handbook: its name ends in none of {', '.join(forms)}.")
    return forms[ending]


def _content(path: Path) -> bytes:
    try:
        return read_file(FileSystem(), path, LARGEST)
    except OSError as error:
        raise read_trouble(error, path) from error


def _client(project: Project, words: str | None) -> str:
    return record(project, Client, words).id if words else ""
