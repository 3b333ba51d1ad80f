"""The limits of what is owed: caps, what was given before, and the smallest amount."""

from __future__ import annotations

import dataclasses

from slaeditor.model.compensation import Compensation
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.compensation import Occurrence, Owed


def limited(row: Compensation, occurrence: Occurrence, found: Owed) -> Owed:
    """Return what is owed within the caps, rounded to the minor unit, or nothing if too little."""
    found = _share_capped(row, occurrence, found)
    found = _money_capped(row, occurrence, found)
    found = _rounded(found)
    return _large_enough(row, found)


def _share_capped(row: Compensation, occurrence: Occurrence, found: Owed) -> Owed:
    cap, share = row.cap_share, found.share
    if cap is None or share is None or abs(share.value) <= cap.value:
        return found
    kept = cap if share.value > 0 else -cap
    money = found.money
    if occurrence.base is not None and money is not None:
        money += occurrence.base * (kept - share).fraction
    line = f"At most {cap}{_per(row)}"
    return dataclasses.replace(
        found, share=kept, money=money, capped=True, lines=(*found.lines, line)
    )


def _money_capped(row: Compensation, occurrence: Occurrence, found: Owed) -> Owed:
    money, room = found.money, _room(row, occurrence)
    if money is None or room is None or room.currency != money.currency:
        return found
    size = money if money.amount > 0 else -money
    if size <= room:
        return found
    line = f"At most {row.cap_money or row.cap_share}{_per(row)}{_left(occurrence, room)}"
    kept = room if money.amount > 0 else -room
    return dataclasses.replace(found, money=kept, capped=True, lines=(*found.lines, line))


def _room(row: Compensation, occurrence: Occurrence) -> Money | None:
    """What may still be owed in the period of the cap; None where nothing limits it."""
    limits = [row.cap_money] if row.cap_money else []
    if row.cap_share and occurrence.base:
        limits.append(occurrence.base * row.cap_share.fraction)
    amounts = {one.currency for one in limits}
    if len(amounts) != 1:
        return None
    least = min(limits)
    if occurrence.given is None or occurrence.given.currency != least.currency:
        return least
    left = least - occurrence.given
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


def _per(row: Compensation) -> str:
    return f" per {row.cap_period}" if row.cap_period else ""


def _left(occurrence: Occurrence, room: Money) -> str:
    return f", of which {room.rounded()} is left" if occurrence.given else ""
