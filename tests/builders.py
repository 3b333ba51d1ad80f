"""Small projects made in a line or two, for tests of every part."""

from __future__ import annotations

from typing import Any, TypeVar

from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.readers import EVERYONE
from slaeditor.model.values.target_value import TargetValue

E = TypeVar("E", bound=Entity)


def open_to_all(kind: type[E], /, **values: Any) -> E:
    """A record that everybody may read."""
    return kind(readers=EVERYONE, **values)


def a_level(name: str = "Gold", **values: Any) -> ServiceLevel:
    """A service level that everybody may read."""
    return open_to_all(ServiceLevel, name=name, **values)


def a_promise(words: str = "4 h") -> tuple[Project, ServiceLevel, Target]:
    """A project with one level, measure and severity, and a promise for them."""
    level, measure = a_level(), open_to_all(Measure, name="First response")
    severity = open_to_all(Severity, name="Critical")
    target = Target(
        level=level.id, measure=measure.id, severity=severity.id, value=TargetValue.parse(words)
    )
    return Project().add(level, measure, severity, target), level, target
