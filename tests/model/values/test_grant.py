import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.period import Period
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import grants


@given(grants)
def test_a_grant_reads_back_from_its_canonical_words(grant):
    assert Grant.parse(str(grant)) == grant


@given(st.text(max_size=150))
def test_any_words_that_are_read_read_back(words):
    with contextlib.suppress(Unreadable):
        grant = Grant.parse(words)
        assert Grant.parse(str(grant)) == grant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Yes", "yes"),
        ("✓", "yes"),
        ("included", "yes"),
        ("–", "no"),
        ("not included", "no"),
        ("Unlimited", "unlimited"),
        ("6", "6"),
        ("6/year", "6 per year"),
        ("10h per year", "10 h per year"),
        ("10 h per year", "10 h per year"),
        ("5 named users", "5 named users"),
        ("5 GB per user monthly", "5 GB per user per month"),
        ("2 reviews per contract", "2 reviews per contract"),
        ("1,000 messages", "1000 messages"),
        ("pooled", "pooled"),
        ("24x7", "24x7"),
        ("1st line", "1st line"),
        ("e-mail only", "e-mail only"),
        ('"yes"', '"yes"'),
        ('"6 per year"', '"6 per year"'),
    ],
)
def test_a_grant_is_read_as_people_type_it(typed, words):
    assert str(Grant.parse(typed)) == words


def test_a_quantity_has_its_parts():
    expected = Grant(GrantState.QUANTITY, Decimal(10), "h", Period.YEAR)
    assert Grant.parse("10 h per year") == expected


def test_quoted_words_are_text_whatever_they_say():
    assert Grant.parse('"no"') == Grant(GrantState.TEXT, words="no")


@pytest.mark.parametrize("typed", ["", " ", "1234,567 h", "1.2.3 h", "9999999999999999", "x" * 201])
def test_nothing_and_numbers_written_wrongly_are_refused(typed):
    with pytest.raises(Unreadable):
        Grant.parse(typed)


@pytest.mark.parametrize(
    "parts",
    [
        {"state": GrantState.QUANTITY},
        {"state": GrantState.TEXT},
        {"state": GrantState.YES, "words": "x"},
        {"state": GrantState.QUANTITY, "amount": Decimal(1), "unit": "per month"},
        {"state": GrantState.QUANTITY, "amount": Decimal(1), "unit": "x7"},
    ],
)
def test_parts_that_do_not_belong_together_make_no_grant(parts):
    with pytest.raises(Unreadable):
        Grant(**parts)
