"""A command line whose state is in a folder of the test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from slaeditor.cli.command_line import main

TEXT = """
readers: everyone
document: {name: Support handbook}
calendars: {office: {name: Office hours, hours: Mon–Fri 09:00–17:00, time zone: Europe/Berlin}}
severities: {p1: {name: Critical, code: P1}, p2: {name: Minor, code: P2}}
measures:
  reply: {name: First reply, start event: it comes in, stop event: we answer}
  uptime: {name: Uptime, kind: availability, better: higher}
service levels:
  silver:
    name: Silver
    calendar: office
    targets: [{measure: reply, value by severity: {p1: 4 service h, p2: 8 service h}}]
    plans: [{name: Monthly, model: per unit, price: 20 USD per user per month}]
  gold:
    name: Gold
    based on: silver
    calendar: office
    selling note: Ask for two years.
    targets: [{measure: reply, severity: p1, value: 2 service h}, {measure: uptime, value: 99 %}]
    plans:
      - {name: By usage, model: percentage, minimum: 100 USD,
         brackets: [{up to: 10000, percentage: 10 %}, {above: 10000, percentage: 7 %}]}
roles: {leader: {name: Team leader}, head: {name: Head of service}}
escalation policies:
  late:
    name: When we are late
    measure: reply
    steps: [{name: Warn, trigger: before due, after: 30 min, to roles: leader}]
compensations:
  credit: {name: Uptime credit, measure: uptime, bands: [{lower: 95, upper: 99, share: 25 %}]}
clients: {acme: {name: Acme Ltd, level: gold, readers: everyone}}
"""


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    """Run the command line in the test's folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("SLAEDITOR_DEBUG", raising=False)
    (tmp_path / "support.yaml").write_text(TEXT, encoding="utf-8")

    def command(*words: str) -> Answer:
        try:
            status = main(words)
        except SystemExit as end:
            status = int(end.code or 0)
        told = capsys.readouterr()
        return Answer(status, told.out, told.err)

    return command
