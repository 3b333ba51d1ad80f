"""Two or three states of a project side by side: diff, bulletin, merge."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from slaeditor.cli import grammar
from slaeditor.cli.grammar import add_file
from slaeditor.cli.progress import ProgressLine
from slaeditor.cli.reading import earlier_state, opened, project_in, record
from slaeditor.cli.trouble import FINDINGS, FINE, CommandTrouble
from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.difference import differences
from slaeditor.rules.merging import merged
from slaeditor.rules.visible import View
from slaeditor.storage.document_file import Opened, save_file, write_made
from slaeditor.storage.meta import Meta


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add diff and merge."""
    diff = verbs.add_parser("diff", help="tell what changed, promise by promise")
    _add_before(diff)
    add_file(diff, "after", "B.sla")
    diff.add_argument(
        "--clients",
        action="store_true",
        help="tell whom it concerns: whose handbook reads otherwise",
    )
    diff.set_defaults(run=tell_difference)
    _add_bulletin(verbs)
    merging = verbs.add_parser("merge", help="bring two people's edits together")
    for name in ("base", "ours", "theirs"):
        merging.add_argument(name, type=Path, metavar=name.upper())
    merging.add_argument("-o", "--output", type=Path, metavar="OUT.sla", required=True)
    merging.add_argument("--replace", action="store_true", help="replace a file that is there")
    merging.set_defaults(run=merge)


def _add_before(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "before", metavar="A.sla|REVISION", help="an older file, or a frozen revision of the newer"
    )


def _add_bulletin(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    verb = verbs.add_parser("bulletin", help="tell a reader what changed, as a PDF")
    _add_before(verb)
    add_file(verb, "after", "B.sla")
    verb.add_argument("--edition", choices=[str(one) for one in Reader], default=str(Reader.CLIENT))
    verb.add_argument("--client", metavar="NAME", help="the bulletin of one client")
    verb.add_argument("--on", type=grammar.day, metavar="DATE", help="the day it speaks of")
    verb.add_argument("-o", "--output", type=Path, metavar="FILE.pdf", required=True)
    verb.set_defaults(run=print_bulletin)


def print_bulletin(asked: argparse.Namespace) -> int:
    """Write what a reader has to know of the difference; no file where nothing concerns them."""
    from slaeditor.publish.edition.bulletin import bulletin
    from slaeditor.publish.gate.bulletins import bulletin_passed
    from slaeditor.publish.printing import pdf

    after = project_in(asked.after)
    before = earlier_state(after, asked.before)
    reader = Reader(asked.edition)
    if asked.client and reader is not Reader.CLIENT:
        raise CommandTrouble("A client's own bulletin is a client edition; leave --edition out.")
    client = record(after, Client, asked.client).id if asked.client else ""
    on = asked.on or grammar.today()
    made = bulletin(before, after, reader, client, on)
    if made is None:
        print("Nothing that this reader may read has changed.")
        return FINE
    with ProgressLine(sys.stderr, "bulletin") as line:
        content = pdf(made, on_progress=line.show)
        bulletin_passed(content, made, before, after, View(reader, client, on))
        written = write_made(asked.output, content)
    print(written.path)
    for notice in written.notices:
        print(notice, file=sys.stderr)
    return FINE


def tell_difference(asked: argparse.Namespace) -> int:
    """Print what changed, one sentence a line, or the clients whom it concerns."""
    after = project_in(asked.after)
    before = earlier_state(after, asked.before)
    if asked.clients:
        return _tell_clients(before, after)
    found = differences(before, after)
    for one in found:
        for sentence in one.sentences:
            print(sentence)
    if not found:
        print("Nothing has changed.")
    return FINE


def _tell_clients(before: Project, after: Project) -> int:
    from slaeditor.publish.edition.bulletin import concerned

    found = concerned(before, after, grammar.today())
    for key, count in found:
        told = "1 record reads" if count == 1 else f"{count} records read"
        print(f"{after.clients.rows[key].name}: {told} otherwise.")
    if not found:
        print("No client's handbook reads otherwise.")
    return FINE


def merge(asked: argparse.Namespace) -> int:
    """Write both people's edits into one file; where both changed the same, ours stands.

    Returns 1 and a list of what both changed when there is any. A copy that was cut for a reader
    comes back as THEIRS: what the reader could not see is no edit.
    """
    ours, theirs = opened(asked.ours), opened(asked.theirs)
    if ours.meta.edition and ours.meta.edition != theirs.meta.edition:
        raise CommandTrouble(
            f"{asked.ours} is only a copy for {ours.meta.edition}. "
            "Give the whole document as OURS and the copy as THEIRS."
        )
    reader = theirs.meta.edition if ours.meta.edition is None else None
    result = merged(project_in(asked.base), ours.project, theirs.project, reader)
    saved = save_file(result.project, asked.output, _made_of(ours, theirs), replace=asked.replace)
    for conflict in result.conflicts:
        print(conflict.sentence, file=sys.stderr)
    if result.is_sweeping:
        told = f"{result.removed} of {result.of} records of {asked.ours} are not in it"
        print(f"{told}: THEIRS no longer has them.", file=sys.stderr)
    print(f"{saved.path} holds both; {_counted(len(result.conflicts))}.")
    return FINDINGS if result.conflicts or result.is_sweeping else FINE


def _made_of(ours: Opened, theirs: Opened) -> Meta:
    """What a file says that was made from both; only copies of one document have a line."""
    if theirs.meta.document != ours.meta.document:
        return ours.made_from
    return ours.meta.after(theirs.base.digest).after(ours.base.digest)


def _counted(conflicts: int) -> str:
    return "no conflict" if not conflicts else f"{conflicts} conflict{'s' * (conflicts > 1)}"
