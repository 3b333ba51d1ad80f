"""Agreements that exist as a Word or Excel file: take-in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from slaeditor.cli.reading import opened, project_in
from slaeditor.cli.trouble import FINDINGS, FINE, CommandTrouble
from slaeditor.exchange.crossings import stands_across
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import MOST_BYTES, FoundTable, found_tables
from slaeditor.exchange.table_plans import Plan, guessed, plan_for
from slaeditor.exchange.taken import changed_sentences
from slaeditor.exchange.taking_in import taken_in
from slaeditor.exchange.vocabulary import tables, unknown_table
from slaeditor.model.entity import field
from slaeditor.model.project import Project
from slaeditor.storage.document_file import save_file
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.trouble import read_trouble


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add take-in."""
    verb = verbs.add_parser("take-in", help="take in the tables of a Word or Excel file")
    verb.add_argument("file", type=Path, metavar="FILE.docx|FILE.xlsx")
    verb.add_argument("--into", type=Path, metavar="PROJECT", help="a project that has some of it")
    verb.add_argument("--table", type=int, metavar="N", help="only the table of this number")
    verb.add_argument("--as", dest="kind", metavar="KIND", help="what its rows are")
    verb.add_argument("-o", "--output", type=Path, metavar="OUT.sla", help="tell only, if absent")
    verb.add_argument(
        "--empty",
        action="store_true",
        help="let cells that are empty or say n/a take away what the project says there",
    )
    verb.add_argument("--replace", action="store_true", help="replace a file that is there")
    verb.set_defaults(run=take_in)


def take_in(asked: argparse.Namespace) -> int:
    """Tell what each table is taken for, and with an output write the project that holds them.

    Returns 1 when some words could not be read; they are told and kept as remarks.
    """
    project = project_in(asked.into) if asked.into else Project()
    unread = 0
    for number, found in _chosen(asked):
        plan = _plan(asked, found, project)
        if not (plan.is_likely or asked.table or asked.kind):
            print(f"{number}. {found.title}: {_not_taken(number)}")
            continue
        taken = taken_in(project, found, plan, emptying=asked.empty)
        changed = changed_sentences(project, taken.project)
        project = taken.project
        unread += len(taken.unread)
        print(f"{number}. {found.title}: {_told(plan, found)}. {taken.sentence}")
        for told in (*map(str, taken.kept), *changed):
            print(f"   {told}")
        for one in taken.unread:
            print(f"   {one}", file=sys.stderr)
    if asked.output:
        meta = _meta(asked.into)
        saved = save_file(project, asked.output, meta, replace=asked.replace)
        print(f"{saved.path} holds {project.count:,} records.")
    return FINDINGS if unread else FINE


def _not_taken(number: int) -> str:
    return f"left out, since it is not recognised; say what its rows are: --table {number} --as …"


def _chosen(asked: argparse.Namespace) -> list[tuple[int, FoundTable]]:
    """The tables with their numbers, or the one that was asked for."""
    try:
        content = read_file(FileSystem(), asked.file, MOST_BYTES)
    except OSError as error:
        raise read_trouble(error, asked.file) from error
    listed = list(enumerate(found_tables(content, asked.file.name), 1))
    if asked.table is None:
        return listed
    if not 1 <= asked.table <= len(listed):
        raise CommandTrouble(f"{asked.file.name} has {len(listed)} tables, no table {asked.table}.")
    return [listed[asked.table - 1]]


def _plan(asked: argparse.Namespace, found: FoundTable, project: Project) -> Plan:
    if not asked.kind:
        return guessed(found, project)
    name = tables().get(folded(asked.kind))
    if name is None:
        raise CommandTrouble(unknown_table(asked.kind))
    return plan_for(name, found, project)


def _told(plan: Plan, found: FoundTable) -> str:
    """What the rows are and what each column holds."""
    columns = []
    for head, held in zip(found.rows[0], plan.columns, strict=True):
        if stands_across(held):
            named = field(plan.kind, stands_across(held)).label.lower()
            columns.append(f"“{head}” names a {named}")
        elif held:
            columns.append(f"“{head}” is {field(plan.kind, held).label.lower()}")
        else:
            columns.append(f"“{head}” is left out")
    return f"{plan.kind.declaration.plural.lower()}, {', '.join(columns)}"


def _meta(path: Path | None) -> Meta:
    if path is None or path.suffix.casefold() != ".sla":
        return Meta()
    return opened(path).made_from
