"""Handbooks as files: export."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor.cli import grammar
from slaeditor.cli.grammar import add_file
from slaeditor.cli.progress import ProgressLine
from slaeditor.cli.reading import earlier_state, project_in, record
from slaeditor.cli.trouble import FINE, CommandTrouble
from slaeditor.exchange.changed_since import RAISE, changed_since, unraised
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.slug import slug
from slaeditor.publish.common import Common
from slaeditor.publish.document import Edition
from slaeditor.publish.formats import FORMATS, PDF
from slaeditor.publish.press.foresight import Foresight
from slaeditor.publish.press.press import Press
from slaeditor.publish.press.store import FragmentStore
from slaeditor.publish.printing import Listener, made
from slaeditor.rules.visible import View
from slaeditor.storage.document_file import write_made
from slaeditor.storage.state import state
from slaeditor.storage.trouble import write_trouble

if TYPE_CHECKING:
    from slaeditor.publish.gate.gate import Verdict

ALL = "all"


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook to make: for whom, and the file it becomes."""

    reader: Reader
    client: Client | None
    path: Path

    @property
    def name(self) -> str:
        """For whom it is, for people who wait."""
        return f"handbook for {self.client.name if self.client else self.reader.people}"


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add export."""
    verb = verbs.add_parser("export", help="make the handbooks")
    add_file(verb)
    editions = [*(str(one) for one in Reader), ALL]
    verb.add_argument("--edition", choices=editions, help="for whom; all three if absent")
    whose = verb.add_mutually_exclusive_group()
    whose.add_argument("--client", metavar="NAME", help="the handbook of one client")
    whose.add_argument("--all-clients", action="store_true", help="one for each client")
    forms = [form.key for form in FORMATS]
    verb.add_argument("--format", choices=forms, default=PDF.key)
    verb.add_argument("-o", "--output", type=Path, metavar="DIR|FILE", default=Path())
    verb.add_argument("--on", type=grammar.day, metavar="DATE", help="the day it speaks of")
    verb.add_argument(
        "--plain", action="store_true", help="lay out every page anew, in one go; slower"
    )
    verb.add_argument(
        "--since",
        metavar="REVISION|FILE",
        help="mark what changed since a frozen revision or another file",
    )
    verb.set_defaults(run=export)
    clearing = verbs.add_parser("clear-pages", help="forget the laid out pages kept for later")
    clearing.set_defaults(run=clear_pages)


def clear_pages(_: argparse.Namespace) -> int:
    """Remove the laid out pieces of handbooks that are kept for the next export."""
    count = FragmentStore(state().pieces).clear()
    print(f"{count} kept piece{'s' * (count != 1)} removed.")
    return FINE


def export(asked: argparse.Namespace) -> int:
    """Make every handbook that was asked for; each file is there whole or not at all.

    A handbook that does not pass the release gate is told on stderr and not saved.
    """
    project = project_in(asked.file)
    wanted = list(_handbooks(project, asked))
    before = earlier_state(project, asked.since) if asked.since else None
    _warn_of_version(project)
    press = Press(FragmentStore(state().pieces))
    how = _Making(
        Common(project), press, asked.format, asked.on or grammar.today(), asked.plain, before
    )
    foresight = Foresight(press, how.ahead(wanted[1:]))
    try:
        for number, one in enumerate(wanted, 1):
            count = f"{number} of {len(wanted)}: " if len(wanted) > 1 else ""
            _make(one, how, count)
    finally:
        foresight.close()
        press.close()
        press.store.trim()
    return FINE


def _warn_of_version(project: Project) -> None:
    """Say where handbooks bear the version of a frozen state from which they differ."""
    if any(one.frozen for one in project.revisions):
        told = unraised(project, changed_since(project))
        if told:
            print(f"{told} {RAISE}", file=sys.stderr)


@dataclass(frozen=True)
class _Making:
    """How the handbooks of a project are made: by which press, in which form, for which day.

    `before` is the state since which changes are marked.
    """

    common: Common
    press: Press
    form: str
    on: date
    plain: bool
    before: Project | None = None

    def edition(self, one: Handbook) -> Edition:
        return self.common.edition(self._view(one), self.before)

    def _view(self, one: Handbook) -> View:
        return View(one.reader, one.client.id if one.client else "", self.on)

    def ahead(self, later: Iterable[Handbook]) -> list[Callable[[], Edition]]:
        """Return what makes the editions whose pieces can be laid out before their turn."""
        if self.plain or self.form != PDF.key:
            return []
        return [partial(self.edition, one) for one in later]

    def made(self, whole: Edition, on_progress: Listener) -> bytes:
        if self.plain:
            return made(whole, self.form, on_progress)
        return self.press.made(whole, self.form, on_progress)

    def passed(self, content: bytes, whole: Edition, one: Handbook) -> Verdict:
        return self.common.gate.passed(content, self.form, whole, self._view(one), self.before)


def _make(one: Handbook, how: _Making, count: str) -> None:
    with ProgressLine(sys.stderr, f"{count}{one.name}") as line:
        whole = how.edition(one)
        content = how.made(whole, line.show)
        verdict = how.passed(content, whole, one)
        _make_folder(one.path.parent)
        written = write_made(one.path, content)
    print(written.path)
    print(f"{verdict.words}.", file=sys.stderr)
    for notice in written.notices:
        print(notice, file=sys.stderr)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_trouble(error, folder) from error


def _handbooks(project: Project, asked: argparse.Namespace) -> Iterator[Handbook]:
    editions = list(_editions(project, asked))
    folder, single = asked.output, asked.output.suffix.casefold() == f".{asked.format}"
    if single and len(editions) > 1:
        raise CommandTrouble(
            f"{len(editions)} handbooks do not fit into one file; give a folder with -o."
        )
    start = slug(project.the(Document).name or asked.file.stem)
    taken: set[str] = set()
    for reader, client in editions:
        name = _free(f"{start}-{reader}" + (f"-{slug(client.name)}" if client else ""), taken)
        path = folder if single else folder / f"{name}.{asked.format}"
        yield Handbook(reader, client, path)


def _editions(
    project: Project, asked: argparse.Namespace
) -> Iterator[tuple[Reader, Client | None]]:
    """The readers, and for a client's own handbook the client."""
    if (asked.client or asked.all_clients) and asked.edition not in {None, ALL, Reader.CLIENT}:
        raise CommandTrouble("A client's own handbook is a client edition; leave --edition out.")
    if asked.client:
        yield Reader.CLIENT, _open_to_clients(record(project, Client, asked.client))
        return
    if asked.all_clients and asked.edition != ALL:
        yield from _each_client(project)
        return
    for reader in Reader:
        if asked.edition in {None, ALL, str(reader)}:
            yield reader, None
    if asked.all_clients:
        yield from _each_client(project)


def _each_client(project: Project) -> Iterator[tuple[Reader, Client | None]]:
    clients = list(project.clients)
    if not clients:
        raise CommandTrouble("The project has no clients; add one, or leave --all-clients out.")
    for client in clients:
        yield Reader.CLIENT, _open_to_clients(client)


def _open_to_clients(client: Client) -> Client:
    if client.readers.include(Reader.CLIENT):
        return client
    raise CommandTrouble(
        f"“{client.name}” itself may not read its own entry, so its handbook would not be its own. "
        "Let clients read the entry; other clients never see it."
    )


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
