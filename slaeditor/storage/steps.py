"""The steps of a history as rows of the working copy, and back."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from typing import Any

from slaeditor.model.entity import Entity
from slaeditor.model.project import kinds
from slaeditor.rules.changes import Change, Changes
from slaeditor.rules.history import History, Step
from slaeditor.storage.rows import Row, restored_records, stored_rows

TABLE = """CREATE TABLE "step" (
  "number" INTEGER PRIMARY KEY,
  "label" TEXT NOT NULL,
  "changes" TEXT NOT NULL
) STRICT"""


def timeline(history: History) -> tuple[Step, ...]:
    """Return the steps in the order they were made, those undone last."""
    return (*history.done, *reversed(history.undone))


def step_row(number: int, step: Step) -> tuple[int, str, str]:
    """Return the row of a step."""
    told = [[c.table, _told(c.before), _told(c.after)] for c in step.changes]
    return number, step.label, json.dumps(told, ensure_ascii=False, default=_bytes)


def read_step(label: str, changes: str) -> Step:
    """Return the step of a row; `ValueError`, `KeyError` or `TypeError` when it is damaged."""
    told = json.loads(changes, object_hook=_from_bytes)
    made = (Change(table, _record(table, b), _record(table, a)) for table, b, a in told)
    return Step(label, Changes(tuple(made)))


def _told(record: Entity | None) -> Row | None:
    return stored_rows(type(record), [record])[0] if record else None


def _record(table: str, row: Sequence[Any] | None) -> Entity | None:
    if row is None:
        return None
    found: list[Entity] = restored_records(kinds()[table], [tuple(row)])
    return found[0]


def _bytes(content: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(content).decode("ascii")}


def _from_bytes(told: dict[str, str]) -> bytes:
    return base64.b64decode(told["base64"])
