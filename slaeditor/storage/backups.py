"""Earlier versions of a document, kept in the user's own folder, never beside the document.

Kept are the last 20 saves, then one version a day for 12 days, one a week for 10 weeks and one a
month for 9 months, and no more than 2 GB in all. Versions are ordered by a counter, so that a
clock that was set back loses none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from slaeditor.model.readers import Reader
from slaeditor.storage.files import FileSystem
from slaeditor.storage.saving import sha256, write_file
from slaeditor.storage.state import State
from slaeditor.storage.trouble import write_trouble

MOST_BYTES = 2 * 1024**3
SAVES, DAYS, WEEKS, MONTHS = 20, 12, 10, 9
_NAME = re.compile(
    r"(\d{6,})-(\d{4}-\d{2}-\d{2}T\d{6}Z)-([0-9a-f]{8})(?:-(staff|sales|client))?\.sla"
)
_TIME = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier version: its number, when it was saved (for display only), its size in bytes.

    `edition` is the reader it was cut for, None for a whole document.
    """

    path: Path
    number: int
    saved_at: datetime
    start_of_hash: str
    size: int
    edition: Reader | None = None


def kept(backups: Sequence[Backup]) -> list[Backup]:
    """Return those that stay, the newest first."""
    newest_first = sorted(backups, key=lambda one: one.number, reverse=True)
    stay, older = newest_first[:SAVES], newest_first[SAVES:]
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        stay = [*stay, *_one_each(older, period, stay)[:most]]
        older = [one for one in older if one.number < stay[-1].number]
    return stay


def _one_each(
    backups: Iterable[Backup], period: Callable[[Backup], Hashable], stay: Iterable[Backup]
) -> list[Backup]:
    """Return the newest of each period of which none stays so far."""
    covered = {period(backup) for backup in stay}
    newest: dict[Hashable, Backup] = {}
    for backup in backups:
        newest.setdefault(period(backup), backup)
    return [backup for time, backup in newest.items() if time not in covered]


def _day(backup: Backup) -> Hashable:
    return backup.saved_at.date()


def _week(backup: Backup) -> Hashable:
    return backup.saved_at.isocalendar()[:2]


def _month(backup: Backup) -> Hashable:
    return (backup.saved_at.year, backup.saved_at.month)


class Backups:
    """The earlier versions of one document."""

    def __init__(self, state: State, document: str, files: FileSystem | None = None) -> None:
        """Keep the versions of the document with that key."""
        self._root = state.backups
        self._folder = state.backups / document
        self._files = files or FileSystem()

    def versions(self) -> list[Backup]:
        """Return the versions there are, the newest first."""
        return sorted(self._found(self._folder), key=lambda one: one.number, reverse=True)

    def keep(
        self, content: bytes, now: datetime | None = None, *, edition: Reader | None = None
    ) -> Backup:
        """Keep the bytes of a file that was opened or saved, unless they are the newest version.

        `edition` is the reader they were cut for. Then removes what is no longer to be kept; raises
        `CannotWrite` when keeping fails.
        """
        try:
            return self._kept(content, now or datetime.now(UTC), edition)
        except OSError as error:
            raise write_trouble(error, self._folder) from error

    def _kept(self, content: bytes, now: datetime, edition: Reader | None) -> Backup:
        there = self.versions()
        fingerprint = sha256(content)[:8]
        if there and there[0].start_of_hash == fingerprint:
            return there[0]
        number = there[0].number + 1 if there else 1
        moment = now.astimezone(UTC).replace(microsecond=0)
        cut_for = f"-{edition}" if edition is not None else ""
        name = f"{number:06}-{moment.strftime(_TIME)}-{fingerprint}{cut_for}.sla"
        path = self._folder / name
        made = Backup(path, number, moment, fingerprint, len(content), edition)
        self._files.make_private_folder(self._folder)
        write_file(path, content, self._files)
        self._thin([made, *there])
        return made

    def _thin(self, there: list[Backup]) -> None:
        stay = kept(there)
        for backup in there:
            if backup not in stay:
                self._files.remove(backup.path)
        self._cap()

    def _cap(self) -> None:
        """Keep below the limit over all documents; the newest version of each always stays."""
        documents = [self._found(self._root / name) for name in self._files.names(self._root)]
        spare = [b for found in documents for b in sorted(found, key=_number)[:-1]]
        total = sum(backup.size for found in documents for backup in found)
        for backup in sorted(spare, key=lambda one: one.saved_at):
            if total <= MOST_BYTES:
                return
            self._files.remove(backup.path)
            total -= backup.size

    def _found(self, folder: Path) -> list[Backup]:
        matches = (_NAME.fullmatch(name) for name in self._files.names(folder))
        return [
            Backup(
                folder / match[0],
                int(match[1]),
                datetime.strptime(match[2], _TIME).replace(tzinfo=UTC),
                match[3],
                self._files.status(folder / match[0]).st_size,
                Reader(match[4]) if match[4] else None,
            )
            for match in matches
            if match
        ]


def _number(backup: Backup) -> int:
    return backup.number
