"""The limits of what is owed: caps, what was given before, and the smallest amount.

A credit may have two caps, such as a share of a month's fee and a sum a year. Each leaves the room
that is left in its own period; the smaller room counts.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from slaeditor.model.compensation import Compensation
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.compensation import Occurrence, Owed


@dataclass(frozen=True, slots=True)
class Cap:
    """One limit: a share of the base, a sum, or both, over a period, and what was given in it."""

    share: Percentage | None
    money: Money | None
    period: str
    given: Money | None = None

    @property
    def per(self) -> str:
        """The period in words after the amount: " per year", or nothing."""
        return f" per {self.period}" if self.period else ""


def caps_of(row: Compensation, occurrence: Occurrence | None = None) -> tuple[Cap, ...]:
    """Return the caps of a credit that are said in figures."""
    given = (occurrence.given, occurrence.given_in_second) if occurrence else (None, None)
    found = (
        Cap(row.cap_share, row.cap_money, row.cap_period, given[0]),
        Cap(row.second_cap_share, row.second_cap_money, row.second_cap_period, given[1]),
    )
    return tuple(one for one in found if one.share is not None or one.money is not None)


def limited(row: Compensation, occurrence: Occurrence, found: Owed) -> Owed:
    """Return what is owed within the caps, rounded to the minor unit, or nothing if too little."""
    for cap in caps_of(row, occurrence):
        found = _share_capped(cap, occurrence, found)
        found = _money_capped(cap, occurrence, found)
    found = _rounded(found)
    return _large_enough(row, found)


def _share_capped(cap: Cap, occurrence: Occurrence, found: Owed) -> Owed:
    most, share = cap.share, found.share
    if most is None or share is None or abs(share.value) <= most.value:
        return found
    kept = most if share.value > 0 else -most
    money = found.money
    if occurrence.base is not None and money is not None:
        money += occurrence.base * (kept - share).fraction
    line = f"At most {most}{cap.per}"
    return dataclasses.replace(found, share=kept, money=money, lines=(*found.lines, line))


def _money_capped(cap: Cap, occurrence: Occurrence, found: Owed) -> Owed:
    money, room = found.money, _room(cap, occurrence)
    if money is None or room is None or room.currency != money.currency:
        return found
    size = money if money.amount > 0 else -money
    if size <= room:
        return found
    left = f", of which {room.rounded()} is left" if cap.given else ""
    line = f"At most {cap.money or cap.share}{cap.per}{left}"
    kept = room if money.amount > 0 else -room
    return dataclasses.replace(found, money=kept, lines=(*found.lines, line))


def _room(cap: Cap, occurrence: Occurrence) -> Money | None:
    """What may still be owed in the period of the cap; None where nothing limits it."""
    limits = [cap.money] if cap.money else []
    if cap.share and occurrence.base:
        limits.append(occurrence.base * cap.share.fraction)
    amounts = {one.currency for one in limits}
    if len(amounts) != 1:
        return None
    least = min(limits)
    if cap.given is None or cap.given.currency != least.currency:
        return least
    left = least - cap.given
    return left if left.amount > 0 else left * 0


def _rounded(found: Owed) -> Owed:
    if found.money is None or found.money == found.money.rounded():
        return found
    money = found.money.rounded()
    return dataclasses.replace(found, money=money, lines=(*found.lines, f"Rounded to {money}"))


def _large_enough(row: Compensation, found: Owed) -> Owed:
    money = found.money
    if row.smallest is None or money is None or row.smallest.currency != money.currency:
        return found
    size = money if money.amount > 0 else -money
    if not size.amount or row.smallest <= size:
        return found
    reason = f"{money} is less than {row.smallest}, the smallest amount paid, so nothing is owed."
    return dataclasses.replace(
        found,
        money=money * 0,
        share=found.share and Percentage(found.share.value * 0),
        reason=reason,
        lines=(*found.lines, reason),
    )
