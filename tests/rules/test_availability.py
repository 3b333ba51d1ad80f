"""Downtime that a share of time leaves over, and misses that a share of cases leaves over."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.promises import Period
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.availability import (
    MINUTES,
    days,
    downtime,
    least_cases,
    misses_allowed,
)


def share(words):
    return Percentage.parse(words)


def test_a_mean_month_at_99_95_may_be_down_21_9_minutes():
    assert downtime(share("99.95 %")) == Decimal("21.9")


def test_a_mean_month_at_99_99_may_be_down_4_38_minutes():
    assert downtime(share("99.99 %")) == Decimal("4.38")


def test_a_month_may_be_down_by_its_length():
    downs = [downtime(share("99.9 %"), days(length)) for length in (28, 30, 31)]
    assert downs == [Decimal("40.32"), Decimal("43.2"), Decimal("44.64")]


def test_a_year_at_99_95_may_be_down_262_8_minutes():
    assert downtime(share("99.95 %"), MINUTES[Period.YEAR]) == Decimal("262.8")


def test_a_full_promise_allows_no_downtime():
    assert downtime(share("100 %")) == 0


@pytest.mark.parametrize(("cases", "misses"), [(8, 0), (19, 0), (20, 1), (100, 5)])
def test_95_percent_of_few_cases_allow_few_misses(cases, misses):
    assert misses_allowed(share("95 %"), Decimal(cases)) == misses


def test_a_miss_is_allowed_from_twenty_cases_on():
    assert least_cases(share("95 %")) == 20


def test_a_full_share_never_allows_a_miss():
    assert least_cases(share("100 %")) is None


@given(st.decimals(0, 99, places=2, allow_nan=False).map(Percentage))
def test_the_least_cases_are_the_first_that_allow_a_miss(percent):
    least = least_cases(percent)
    assert least is not None
    assert misses_allowed(percent, Decimal(least)) >= 1
    assert misses_allowed(percent, Decimal(least - 1)) == 0


@given(st.decimals(90, 100, places=3, allow_nan=False).map(Percentage))
def test_what_is_not_down_is_the_share_that_is_promised(percent):
    month = days(30)
    assert (month - downtime(percent, month)) / month == percent.fraction
