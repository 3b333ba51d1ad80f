from decimal import Decimal

import pytest
from hypothesis import given

from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import quantities


@given(quantities)
def test_a_quantity_reads_back_from_its_canonical_words(quantity):
    assert Quantity.parse(str(quantity)) == quantity


def test_the_unit_keeps_its_capitals():
    assert str(Quantity.parse("5GB")) == "5 GB"


@pytest.mark.parametrize(
    "typed", ["4 h", "2 service days", "3 bd", "30 m", "1 week", "2 billing cycles"]
)
def test_time_is_no_quantity(typed):
    with pytest.raises(Unreadable):
        Quantity.parse(typed)


@pytest.mark.parametrize("typed", ["4 hous", "30 minuts", "2 secnds", "3 monts", "2 service hous"])
def test_a_slip_of_the_pen_in_a_unit_of_time_is_asked_about(typed):
    with pytest.raises(Unreadable, match="is meant"):
        Quantity.parse(typed)


@pytest.mark.parametrize("typed", ["", "calls", "4", "4 (calls)", "24x7", "5 %", "4 calls/day"])
def test_what_is_no_quantity_is_refused(typed):
    with pytest.raises(Unreadable):
        Quantity.parse(typed)


@pytest.mark.parametrize("unit", ["", " calls", "x7", "h", "-", "named  users"])
def test_a_unit_that_would_not_read_back_is_refused(unit):
    with pytest.raises(Unreadable):
        Quantity(Decimal(1), unit)
