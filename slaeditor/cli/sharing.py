"""Copies for others, and what they leave out: share, left-out."""

from __future__ import annotations

import argparse
from pathlib import Path

from slaeditor.cli.grammar import add_file
from slaeditor.cli.reading import opened, project_in, record
from slaeditor.cli.trouble import FINE
from slaeditor.model.clients import Client
from slaeditor.model.readers import Reader
from slaeditor.rules.left_out import balance, left_out
from slaeditor.rules.visible import visible
from slaeditor.storage.document_file import save_file
from slaeditor.storage.meta import Meta


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add share and left-out."""
    verb = verbs.add_parser("share", help="make a copy with nothing confidential in it")
    verb.add_argument("file", type=Path, metavar="FILE.sla")
    verb.add_argument("--reader", required=True, choices=[str(one) for one in Reader])
    verb.add_argument("-o", "--output", type=Path, metavar="COPY.sla", required=True)
    verb.add_argument("--replace", action="store_true", help="replace a copy that is there")
    verb.set_defaults(run=share)
    verb = verbs.add_parser("left-out", help="list what an edition leaves out, and why")
    add_file(verb)
    verb.add_argument("--reader", choices=[str(one) for one in Reader], default=str(Reader.CLIENT))
    verb.add_argument("--client", metavar="NAME", help="whose own handbook it is")
    verb.set_defaults(run=list_left_out)


def share(asked: argparse.Namespace) -> int:
    """Write a copy that holds only what a reader may see."""
    source = opened(asked.file)
    reader = Reader(asked.reader)
    copy = visible(source.project, reader)
    meta = Meta(source.meta.document, edition=reader)
    saved = save_file(copy, asked.output, meta, replace=asked.replace)
    left = source.project.count - copy.count
    print(f"{saved.path} holds {copy.count:,} records for {reader}; {left:,} were left out.")
    return FINE


def list_left_out(asked: argparse.Namespace) -> int:
    """Print each record that an edition leaves out, or shows in part, and why."""
    project = project_in(asked.file)
    client = record(project, Client, asked.client).id if asked.client else ""
    found = left_out(project, Reader(asked.reader), client)
    for one in found:
        print(one.sentence)
    print(balance(project, found))
    return FINE
