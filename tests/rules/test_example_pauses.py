"""Pauses of a worked example are read from its fields and from words."""

from __future__ import annotations

from datetime import datetime

import pytest

from slaeditor.model.escalation import WorkedExample
from slaeditor.rules.example_pauses import further_pauses, pauses_of
from slaeditor.rules.instants import ClockError

TEN, NOON = datetime(2026, 12, 28, 10), datetime(2026, 12, 28, 12)


@pytest.mark.parametrize(
    "words",
    [
        "2026-12-28 10:00 – 2026-12-28 12:00",
        "2026-12-28 10:00 - 12:00",
        "2026-12-28 10:00 to 12:00",
    ],
)
def test_a_pause_is_written_in_several_ways(words):
    assert further_pauses(words) == ((TEN, NOON),)


def test_the_pause_of_the_fields_comes_first():
    later = "2026-12-29 10:00 – 11:00"
    row = WorkedExample(paused_from=TEN, paused_until=NOON, further_pauses=later)
    assert [start.day for start, _ in pauses_of(row)] == [28, 29]
    assert pauses_of(WorkedExample(paused_from=TEN)) == ()


@pytest.mark.parametrize(
    "words", ["9-5", "tomorrow", "2026-12-28 25:00 – 26:00", "=cmd|x", "a" * 9000]
)
def test_what_is_no_pause_is_said(words):
    with pytest.raises(ClockError) as refused:
        further_pauses(words)
    assert "is no pause" in refused.value.sentence
    assert len(refused.value.sentence) < 200
