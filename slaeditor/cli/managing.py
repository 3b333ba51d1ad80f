"""What only the manager asks: can we staff it, what may failing cost."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from slaeditor.cli import grammar
from slaeditor.cli.grammar import MANY, add_file
from slaeditor.cli.progress import ProgressLine
from slaeditor.cli.reading import optional, project_in, record
from slaeditor.cli.trouble import FINE, CommandTrouble
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.rules.exposure import Happening
from slaeditor.rules.exposure_words import exposure_passages
from slaeditor.rules.inheritance import sold
from slaeditor.rules.passages import Passage
from slaeditor.rules.staffing_case import case_for_staff
from slaeditor.storage.document_file import write_made

_FORMATS = ("text", "pdf")


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add staffing and exposure."""
    _add_exposure(verbs.add_parser("exposure", help="tell what a month's credits may cost"))
    verb = verbs.add_parser("staffing", help="tell whether the team can do what is promised")
    add_file(verb)
    verb.add_argument("--format", choices=_FORMATS, default=_FORMATS[0])
    verb.add_argument("-o", "--output", type=Path, metavar="FILE", help="for a PDF")
    verb.set_defaults(run=tell_staffing)


def _add_exposure(verb: argparse.ArgumentParser) -> None:
    add_file(verb)
    verb.add_argument("--level", metavar="NAME", help="one level; all that are sold if absent")
    for name in ("--result", "--cases"):
        verb.add_argument(
            name, type=grammar.named_number, action=MANY, default=[], metavar="MEASURE=NUMBER"
        )
    verb.add_argument("--on", type=grammar.day, metavar="DATE", help="with the prices of a day")
    verb.set_defaults(run=tell_exposure)


def tell_exposure(asked: argparse.Namespace) -> int:
    """Print what the credits of a month cost: at given results, expected, in the worst case."""
    project = project_in(asked.file)
    only = optional(project, ServiceLevel, asked.level)
    happening = Happening(
        {record(project, Measure, name).id: number for name, number in asked.result},
        {record(project, Measure, name).id: number for name, number in asked.cases},
        asked.on or grammar.today(),
    )
    levels = (only,) if only else sold(project)
    print_passages(exposure_passages(project, levels, happening))
    return FINE


def tell_staffing(asked: argparse.Namespace) -> int:
    """Print the case for staff step by step, or make a PDF of it."""
    project = project_in(asked.file)
    passages = case_for_staff(project)
    if not passages:
        raise CommandTrouble(
            "The project has no team; add one with its positions and the work streams it does."
        )
    if asked.format == "pdf":
        _print_pdf(project, passages, asked.output or Path("case-for-staff.pdf"))
    else:
        print_passages(passages)
    return FINE


def print_passages(passages: Sequence[Passage]) -> None:
    """Print passages under their headings, tables in columns."""
    for place, one in enumerate(passages):
        lead = "\n" if place else ""
        print(f"{lead}{one.heading}")
        for sentence in one.sentences:
            print(f"  {sentence}")
        _print_table(one.rows)


def _print_table(rows: tuple[tuple[str, ...], ...]) -> None:
    if len(rows) < 2:  # noqa: PLR2004  a head and one row
        return
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        first, *rest = zip(row, widths, strict=True)
        cells = [f"{first[0]:<{first[1]}}", *(f"{words:>{width}}" for words, width in rest)]
        print(f"  {'  '.join(cells)}".rstrip())


def _print_pdf(project: Project, passages: Sequence[Passage], path: Path) -> None:
    from slaeditor.publish.edition.case_for_staff import printed_case
    from slaeditor.publish.printing import pdf

    with ProgressLine(sys.stderr, "case for staff") as line:
        made = printed_case(project, passages, grammar.today())
        written = write_made(path, pdf(made, on_progress=line.show))
    print(written.path)
    for notice in written.notices:
        print(notice, file=sys.stderr)
