"""Small projects to check, and what one rule says of them."""

from datetime import date

from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Strength, Target
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.rules.checks.checking import run

TODAY = date(2026, 6, 1)
OFFICE = "Mon–Fri 09:00–17:00"


def says(rule, project, on=TODAY):
    """Returns the sentences of one rule over a project."""
    return [one.sentence for one in run(rule, project, project.table(rule.subject), on)]


def a_target(measure, words, severity=None, level=None, **values):
    """Returns a target with a promise given in words, None for an empty cell."""
    return Target(
        measure=measure.id,
        severity=severity.id if severity else "",
        level=level.id if level else "",
        value=words and TargetValue.parse(words),
        **values,
    )


def office(**values):
    """Returns service hours on working days."""
    return Calendar(name="Office", hours=Week.parse(OFFICE), time_zone="Europe/Berlin", **values)


RESPONSE = Measure(name="First response")
RESTORE = Measure(name="Time to restore")
RESOLUTION = Measure(name="Resolution")
CRITICAL = Severity(name="Critical", position=1)
MINOR = Severity(name="Minor", position=2)
BRONZE = ServiceLevel(name="Bronze", position=1)
SILVER = ServiceLevel(name="Silver", position=2)


def promises(*targets, more=()):
    """Returns a project with the usual measures, severities and levels, and some targets."""
    usual = (RESPONSE, RESTORE, RESOLUTION, CRITICAL, MINOR, BRONZE, SILVER)
    return Project().put(*usual, *more).add(*targets)


GUARANTEED = Strength.GUARANTEED
