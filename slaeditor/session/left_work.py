"""What crashes left, in words for the start page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # slow to import, and the start page only needs the words
    from datetime import datetime

    from slaeditor.storage.recovery import Unfinished

_FAILED = "recovering it was begun twice and not finished; it is kept in any case"


@dataclass(frozen=True, slots=True)
class LeftWork:
    """Work that a crash left: `key` names it to whoever recovers it."""

    key: str
    name: str
    steps: int
    moment: datetime | None
    folder: str = ""
    trouble: str = ""


def left_work() -> tuple[Unfinished, ...]:
    """Return the sessions that ended without closing; what was set aside long ago is deleted."""
    from slaeditor.storage.recovery import clear_quarantine, unfinished
    from slaeditor.storage.state import state

    there = state()
    clear_quarantine(there)
    return tuple(unfinished(there))


def described(session: Unfinished) -> LeftWork:
    """Return what is known about a session for a person."""
    record = session.record
    target = record.target if record is not None else None
    return LeftWork(
        session.folder.name,
        target.name if target else "Untitled",
        session.steps,
        _last_written(session),
        str(target.parent) if target else "",
        session.trouble or (_FAILED if session.is_troubled else ""),
    )


def _last_written(session: Unfinished) -> datetime | None:
    """Return when the working copy was last written; the write-ahead log counts too."""
    from datetime import UTC, datetime

    from slaeditor.storage.working_copy import DATABASE

    times = []
    for name in (DATABASE, f"{DATABASE}-wal"):
        try:
            times.append((session.folder / name).stat().st_mtime)
        except OSError:
            continue
    return datetime.fromtimestamp(max(times), UTC).astimezone() if times else None
