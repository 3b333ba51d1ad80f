"""The agency starter grown to a handbook of several hundred pages, the same for the same seed.

What describes work is there several times, each time in other words: phases with their steps,
measures with their clocks and targets, activities with who does them, escalations with their
steps, limits of scope, questions. Levels, roles and severities stay as they are, so that no table
gets more columns than a page has room for.
"""

from __future__ import annotations

import random
import uuid

from slaeditor.exchange.starters import starter
from slaeditor.model.entity import Entity, fields
from slaeditor.model.project import Project

GROWN = (
    *("measures", "clock_rules", "targets", "compensations", "compensation_bands"),
    *("activity_groups", "activities", "assignments", "phases", "method_steps"),
    *("escalation_policies", "escalation_steps", "worked_examples", "scope_items"),
    *("client_duties", "timed_policies", "timed_events", "hand_offs", "grey_areas"),
    *("talking_points", "questions", "evidence", "expectations", "glossary", "free_chapters"),
    *("loss_interviews", "feedback", "support_agreements", "dispute_steps"),
)
"""The tables that grow; references among them lead from a copy to the copy beside it."""
_WORDS = (
    "harbour",
    "meadow",
    "lantern",
    "copper",
    "willow",
    "granite",
    "orchard",
    "ferry",
    "beacon",
    "quarry",
    "saddle",
    "timber",
    "cobalt",
    "maple",
    "anchor",
    "thistle",
    "garnet",
    "heron",
    "juniper",
    "linen",
    "marble",
    "nectar",
    "otter",
    "pepper",
    "quartz",
    "raven",
)
_STEP = 1024


def grown(times: int, seed: int = 1) -> Project:
    """Return the starter with everything in the tables that grow so many times."""
    project = starter("agency").project()
    source = random.Random(seed)  # noqa: S311 - no secret
    ids = {row.id for name in GROWN for row in getattr(project, name)}
    rows = {name: list(getattr(project, name)) for name in GROWN}
    for copy in range(1, times):
        keys = {one: str(uuid.UUID(int=source.getrandbits(128), version=4)) for one in sorted(ids)}
        for name in GROWN:
            for row in rows[name]:
                project = project.put(_copy(row, keys, source, copy * _STEP * 1000))
    return project


def _copy(row: Entity, keys: dict[str, str], source: random.Random, further: int) -> Entity:
    """Return a record with a key of its own, further on, that tells of something else."""
    values: dict[str, object] = {"id": keys[row.id], "position": row.position + further}
    for one in fields(type(row)):
        held = getattr(row, one.name)
        if one.to:
            values[one.name] = _moved(held, keys)
        elif one.kind.name == "prose" and held:
            values[one.name] = f"{held} {_sentence(source)}"
        elif one.name in ("name", "title", "question", "term") and held:
            values[one.name] = f"{held}, {source.choice(_WORDS)} {source.choice(_WORDS)}"
    return row.but(**values)


def _moved(held: object, keys: dict[str, str]) -> object:
    if isinstance(held, tuple):
        return tuple(keys.get(one, one) for one in held)
    return keys.get(str(held), held)


def _sentence(source: random.Random) -> str:
    words = " ".join(source.sample(_WORDS, 5))
    return f"This also holds for {words}."
