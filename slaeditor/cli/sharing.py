"""Copies for others: share."""

from __future__ import annotations

import argparse
from pathlib import Path

from slaeditor.cli.reading import opened
from slaeditor.cli.trouble import FINE
from slaeditor.model.readers import Reader
from slaeditor.rules.visible import visible
from slaeditor.storage.document_file import save_file
from slaeditor.storage.meta import Meta


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add share."""
    verb = verbs.add_parser("share", help="make a copy with nothing confidential in it")
    verb.add_argument("file", type=Path, metavar="FILE.sla")
    verb.add_argument("--reader", required=True, choices=[str(one) for one in Reader])
    verb.add_argument("-o", "--output", type=Path, metavar="COPY.sla", required=True)
    verb.add_argument("--replace", action="store_true", help="replace a copy that is there")
    verb.set_defaults(run=share)


def share(asked: argparse.Namespace) -> int:
    """Write a copy that holds only what a reader may see."""
    source = opened(asked.file)
    reader = Reader(asked.reader)
    copy = visible(source.project, reader)
    meta = Meta(source.meta.document, "", reader)
    saved = save_file(copy, asked.output, meta, replace=asked.replace)
    left = source.project.count - copy.count
    print(f"{saved.path} holds {copy.count:,} records for {reader}; {left:,} were left out.")
    return FINE
