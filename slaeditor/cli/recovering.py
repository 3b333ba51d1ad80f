"""Work that a crash left behind: recover."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from slaeditor.cli.trouble import FINE, CommandTrouble
from slaeditor.storage.document_file import save_file
from slaeditor.storage.recovery import Unfinished, discard, restore, unfinished
from slaeditor.storage.state import State, state


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add recover."""
    verb = verbs.add_parser("recover", help="save work left by a crash")
    verb.add_argument("number", type=int, nargs="?", help="which one; needed where there are many")
    verb.add_argument("--list", action="store_true", help="only tell what there is")
    verb.add_argument("-o", "--output", type=Path, metavar="FILE.sla")
    verb.set_defaults(run=recover)


def recover(asked: argparse.Namespace) -> int:
    """Tell what a crash left, or save one of it under a new name and set the rest aside."""
    present = state()
    found = unfinished(present)
    if asked.list or not found:
        _print_list(found)
        return FINE
    chosen = _chosen(found, asked.number)
    _save(chosen, asked.output or _free_name(chosen), present)
    return FINE


def _print_list(found: list[Unfinished]) -> None:
    for number, one in enumerate(found, 1):
        target = one.record.target if one.record else None
        told = one.trouble or f"{one.steps} step{'s' * (one.steps != 1)}"
        opened = f", opened {one.record.opened}" if one.record else ""
        print(f"{number}  {target or 'never saved'}: {told}{opened} ({one.folder})")
    if not found:
        print("No crash has left anything.")


def _chosen(found: list[Unfinished], number: int | None) -> Unfinished:
    if number is None and len(found) == 1:
        return found[0]
    if number is None or not 1 <= number <= len(found):
        raise CommandTrouble(
            f"Say which one, 1 to {len(found)}; slaeditor recover --list tells what each is."
        )
    return found[number - 1]


def _free_name(one: Unfinished) -> Path:
    """A name beside the file that was open, or here, that nothing has yet."""
    target = one.record.target if one.record else None
    wanted = target.with_name(f"{target.stem} (recovered).sla") if target else Path("recovered.sla")
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.stem} {number}.sla")
    return path


def _save(one: Unfinished, path: Path, present: State) -> None:
    recovered = restore(one)
    saved = save_file(recovered.history.project, path, recovered.record.meta)
    aside = discard(one, present)
    print(f"{saved.path} holds what was left; the working copy is kept for 30 days in {aside}.")
    for loss in recovered.losses:
        print(loss, file=sys.stderr)
