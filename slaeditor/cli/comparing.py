"""Two or three states of a project side by side: diff, merge."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from slaeditor.cli.grammar import add_file
from slaeditor.cli.reading import opened, project_in
from slaeditor.cli.trouble import FINDINGS, FINE, CommandTrouble
from slaeditor.rules.difference import differences
from slaeditor.rules.merging import merged
from slaeditor.storage.document_file import save_file


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add diff and merge."""
    diff = verbs.add_parser("diff", help="tell what changed, promise by promise")
    add_file(diff, "before", "A.sla")
    add_file(diff, "after", "B.sla")
    diff.set_defaults(run=tell_difference)
    merging = verbs.add_parser("merge", help="bring two people's edits together")
    for name in ("base", "ours", "theirs"):
        merging.add_argument(name, type=Path, metavar=name.upper())
    merging.add_argument("-o", "--output", type=Path, metavar="OUT.sla", required=True)
    merging.add_argument("--replace", action="store_true", help="replace a file that is there")
    merging.set_defaults(run=merge)


def tell_difference(asked: argparse.Namespace) -> int:
    """Print what changed, one sentence a line."""
    found = differences(project_in(asked.before), project_in(asked.after))
    for one in found:
        for sentence in one.sentences:
            print(sentence)
    if not found:
        print("Nothing has changed.")
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
    saved = save_file(result.project, asked.output, ours.meta, replace=asked.replace)
    for conflict in result.conflicts:
        print(conflict.sentence, file=sys.stderr)
    print(f"{saved.path} holds both; {_counted(len(result.conflicts))}.")
    return FINDINGS if result.conflicts else FINE


def _counted(conflicts: int) -> str:
    return "no conflict" if not conflicts else f"{conflicts} conflict{'s' * (conflicts > 1)}"
