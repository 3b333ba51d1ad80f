"""What a working copy says about its session: which file it belongs to and who works on it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slaeditor.model.readers import Reader
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.processes import Process
from slaeditor.storage.saving import write_file
from slaeditor.storage.trouble import WorkingCopyLost

NAME = "session.json"
_FORMAT = 1
_LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What `session.json` says; `attempts` counts recoveries that were begun and not finished.

    `target` is None for a project that was never saved. `sha256` and `digest` are those of the
    file when it was last opened or saved.
    """

    target: Path | None
    sha256: str
    digest: str
    meta: Meta
    process: Process
    opened: str
    attempts: int = 0

    def written(self, folder: Path, files: FileSystem) -> SessionRecord:
        """Put the record into a session's folder and return it."""
        told = {
            "format": _FORMAT,
            "target": str(self.target) if self.target else "",
            "sha256": self.sha256,
            "digest": self.digest,
            "document": self.meta.document,
            "parent": " ".join(self.meta.ancestors),
            "edition": self.meta.edition or "",
            "process": self.process.entries,
            "opened": self.opened,
            "attempts": self.attempts,
        }
        write_file(folder / NAME, json.dumps(told, indent=1).encode(), files)
        return self

    def attempted(self) -> SessionRecord:
        """Return the record with one more recovery begun."""
        return replace(self, attempts=self.attempts + 1)


def read_record(folder: Path, files: FileSystem) -> SessionRecord:
    """Return what a session's folder says; raise `WorkingCopyLost` when it cannot be read."""
    try:
        told = json.loads(read_file(files, folder / NAME, _LARGEST))
        return _record(told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WorkingCopyLost(
            f"What stands in “{folder}” does not say which document it belongs to.",
            "The folder is kept; its database can still be looked through.",
        ) from error


def _record(told: Mapping[str, Any]) -> SessionRecord:
    edition = Reader(told["edition"]) if told["edition"] else None
    return SessionRecord(
        Path(told["target"]) if told["target"] else None,
        str(told["sha256"]),
        str(told["digest"]),
        Meta(str(told["document"]), tuple(str(told["parent"]).split()), edition),
        Process.told(told["process"]),
        str(told["opened"]),
        int(told["attempts"]),
    )
