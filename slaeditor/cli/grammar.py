"""Words of a command line as values, each with a sentence for what cannot be read."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from slaeditor.model import kinds
from slaeditor.model.kinds import Kind
from slaeditor.model.values.unreadable import Unreadable

MANY = "append"


def value(kind: Kind) -> Callable[[str], Any]:
    """Return the reader of words of a kind, for `add_argument(type=…)`."""

    def read(words: str) -> Any:
        try:
            return kind.parse(words)
        except Unreadable as trouble:
            raise argparse.ArgumentTypeError(trouble.sentence.rstrip(".")) from None

    return read


number, day, money, percentage = map(
    value, (kinds.NUMBER, kinds.DATE, kinds.MONEY, kinds.PERCENTAGE)
)
moment = value(kinds.MOMENT)


def amount(words: str) -> Any:
    """Return money, or a number alone whose currency the price list says."""
    try:
        return kinds.NUMBER.parse(words)
    except Unreadable:
        return money(words)


def span(words: str) -> tuple[datetime, datetime]:
    """Return two moments that stand with a slash between them."""
    begin, slash, end = words.partition("/")
    if not slash:
        raise argparse.ArgumentTypeError(f"“{words}” is no span; write FROM/TO")
    return moment(begin), moment(end)


def part(words: str) -> Fraction:
    """Return a part of a whole such as 1/2 or 0.5."""
    try:
        return Fraction(words.strip())
    except (ValueError, ZeroDivisionError):
        raise argparse.ArgumentTypeError(f"“{words}” is no part; write 1/2 or 0.5") from None


def named_number(words: str) -> tuple[str, Any]:
    """Return a name and the number that stands behind its equals sign."""
    name, equals, figure = words.rpartition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"“{words}” needs NAME=NUMBER")
    return name.strip(), number(figure)


def today() -> date:
    """Return the day on this machine's calendar."""
    return datetime.now().astimezone().date()


def add_file(verb: argparse.ArgumentParser, name: str = "file", shown: str = "FILE") -> None:
    """Let a verb take a project: a `.sla` file, or one in the text form."""
    verb.add_argument(name, type=Path, metavar=shown, help="a .sla file, or a text (.yaml)")
