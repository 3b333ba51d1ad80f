import pytest
from hypothesis import given

from slaeditor.model.values.relative_due import RelativeDue, is_relative_due
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import dues


@given(dues)
def test_a_deadline_reads_back_from_its_canonical_words(due):
    assert RelativeDue.parse(str(due)) == due


@given(dues)
def test_the_canonical_words_look_like_a_deadline(due):
    assert is_relative_due(str(due))


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("end of service day", RelativeDue(0, "end")),
        ("close of business", RelativeDue(0, "end")),
        ("same business day", RelativeDue(0, "end")),
        ("end of next service day", RelativeDue(1, "end")),
        ("by end of the next working day", RelativeDue(1, "end")),
        ("By the end of the next Business Day.", RelativeDue(1, "end")),
        ("end of NBD", RelativeDue(1, "end")),
        ("next service day", RelativeDue(1, "same time")),
        ("next-business-day", RelativeDue(1, "same time")),
        ("NBD", RelativeDue(1, "same time")),
        ("next bd", RelativeDue(1, "same time")),
        ("next service day at the same time", RelativeDue(1, "same time")),
        ("start of next service day", RelativeDue(1, "start")),
        ("beginning of the following working day", RelativeDue(1, "start")),
        ("end of 2nd service day", RelativeDue(2, "end")),
        ("end of second service day", RelativeDue(2, "end")),
        ("11th service day", RelativeDue(11, "same time")),
        ("by 12:00 next service day", RelativeDue(1, "12:00")),
        ("next service day by noon", RelativeDue(1, "12:00")),
        ("by 9am on the next business day", RelativeDue(1, "09:00")),
        ("by 17:00 same service day", RelativeDue(0, "17:00")),
    ],
)
def test_a_deadline_is_read_as_people_type_it(typed, due):
    assert RelativeDue.parse(typed) == due


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "2nd service day"),
        (3, "3rd service day"),
        (11, "11th service day"),
        (12, "12th service day"),
        (21, "21st service day"),
        (112, "112th service day"),
    ],
)
def test_later_days_are_numbered_in_english(days, words):
    assert str(RelativeDue(days, "same time")) == words


@pytest.mark.parametrize(
    "typed", ["next day", "end of day", "end of the next day", "2nd day", "day"]
)
def test_a_day_without_a_clock_is_refused_with_both_readings(typed):
    with pytest.raises(Unreadable, match=r"service day.* or '\d+ calendar day"):
        RelativeDue.parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "foo",
        "4 h",
        "1 service day",
        "2 service days",
        "next calendar day",
        "by 12 next service day",
        "by 25:00 next service day",
        "by 24:00 next service day",
        "0th service day",
        "next week",
        "367th service day",
        "start of service day",
        "by midnight next service day",
    ],
)
def test_what_is_no_deadline_is_refused(typed):
    with pytest.raises(Unreadable):
        RelativeDue.parse(typed)


@pytest.mark.parametrize(
    ("days", "at"),
    [(-1, "end"), (367, "end"), (0, "start"), (0, "same time"), (1, "9:00"), (1, "")],
)
def test_a_deadline_that_is_none_cannot_be_made(days, at):
    with pytest.raises(Unreadable):
        RelativeDue(days, at)
