"""A result beside a promise."""

from decimal import Decimal

import pytest

from slaeditor.model.promises import Better, Measure
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.results import higher_is_better, is_met, unit_of


@pytest.mark.parametrize(
    ("promise", "result", "met"),
    [
        ("99.95 %", "99.95", True),
        ("99.95 %", "99.9499", False),
        ("95 % within 4 h", "95", True),
        ("95 % within 4 h", "94", False),
        ("4 h", "4", True),
        ("4 h", "4.1", False),
        ("3-4 h", "4", True),
        ("< 5 %", "5", False),
        ("> 5 %", "5", False),
        ("exactly 2 calls", "2", True),
        ("2-4 calls", "1", False),
        ("2-4 calls", "3", True),
        ("best effort", "1", None),
        ("end of next service day", "1", None),
    ],
)
def test_a_result_meets_or_misses_a_promise(promise, result, met):
    assert is_met(TargetValue.parse(promise), Decimal(result)) is met


def test_nothing_promised_cannot_be_met():
    assert is_met(None, Decimal(1)) is None


def test_a_share_of_cases_is_better_when_higher():
    assert higher_is_better(Measure(better=Better.LOWER), TargetValue.parse("95 % within 4 h"))


def test_a_time_is_better_when_lower():
    assert not higher_is_better(Measure(better=Better.HIGHER), TargetValue.parse("4 h"))


def test_otherwise_the_measure_says_what_is_better():
    assert higher_is_better(Measure(better=Better.HIGHER), TargetValue.parse("exactly 4 points"))


def test_a_share_is_counted_in_percent():
    assert unit_of(Measure(unit="h"), TargetValue.parse("95 % within 4 h")) == "%"
