"""Making projects, and projects as text: new, dump, load."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from slaeditor.cli.grammar import add_file
from slaeditor.cli.reading import project_in, text_project
from slaeditor.cli.trouble import FINE, CommandTrouble
from slaeditor.exchange.starters import BLANK, Starter, starters
from slaeditor.exchange.text_form import dump
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.storage.document_file import save_file, write_made
from slaeditor.storage.meta import Meta


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add new, dump and load."""
    new = verbs.add_parser("new", help="make a project from a starter")
    new.add_argument("file", type=Path, nargs="?", metavar="FILE.sla")
    new.add_argument("--template", metavar="NAME", help="the starter to begin from")
    new.add_argument("--list-templates", action="store_true", help="tell which starters there are")
    new.set_defaults(run=make)
    dumping = verbs.add_parser("dump", help="write the whole project as readable text")
    add_file(dumping)
    dumping.add_argument("-o", "--output", type=Path, metavar="FILE.yaml")
    dumping.add_argument("--no-ids", action="store_true", help="leave the appendix of ids out")
    dumping.set_defaults(run=write_text)
    loading = verbs.add_parser("load", help="make a project from text")
    loading.add_argument("file", type=Path, metavar="FILE.yaml")
    loading.add_argument("-o", "--output", type=Path, metavar="FILE.sla", required=True)
    loading.add_argument("--replace", action="store_true", help="replace a file that is there")
    loading.set_defaults(run=read_text)


def make(asked: argparse.Namespace) -> int:
    """Put a fresh project under a name that is free, or tell which starters there are."""
    if asked.list_templates:
        for one in starters():
            print(f"{one.key:<16} {one.name}. {one.sentence}".rstrip())
        return FINE
    if asked.file is None:
        raise CommandTrouble("Say the file to make: slaeditor new FILE.sla --template NAME.")
    saved = save_file(_fresh(asked.template, asked.file), asked.file, Meta())
    print(f"{saved.path} is made.")
    return FINE


def _fresh(template: str | None, path: Path) -> Project:
    known = {one.key: one for one in starters()}
    key = template or BLANK
    if key in known:
        return known[key].project()
    if template:
        raise CommandTrouble(_unknown(template, known))
    return Project().add(Document(name=path.stem))


def _unknown(template: str, known: dict[str, Starter]) -> str:
    names = ", ".join(known) or "none in this installation"
    return f"There is no starter “{template}”. There are: {names}."


def write_text(asked: argparse.Namespace) -> int:
    """Write the project as text to a file or to the standard output."""
    content = dump(project_in(asked.file), ids=not asked.no_ids).encode()
    if asked.output:
        write_made(asked.output, content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    return FINE


def read_text(asked: argparse.Namespace) -> int:
    """Make a `.sla` file from a text."""
    project = text_project(asked.file)
    saved = save_file(project, asked.output, Meta(), replace=asked.replace)
    print(f"{saved.path} holds {project.count:,} records.")
    return FINE
