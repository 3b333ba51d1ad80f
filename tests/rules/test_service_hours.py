import pickle
from datetime import date

import pytest

from slaeditor.rules.instants import ClockError, NeverOpen, UnknownZone
from slaeditor.rules.service_hours import joined
from tests.rules.clock_builders import a_service

NEW_YEAR = date(2026, 1, 1).toordinal()


def test_overlapping_stretches_are_one():
    assert joined([(0, 10), (5, 20), (20, 30), (40, 50)]) == ((0, 30), (40, 50))


def test_an_unknown_zone_is_refused():
    with pytest.raises(UnknownZone):
        a_service(zone="Mars/Olympus")


def test_an_exception_replaces_the_hours_of_its_weekday():
    hours = a_service(exceptions={"2026-01-01": ((600, 720),)})
    assert hours.slots(NEW_YEAR) == ((600, 720),)


def test_a_holiday_has_no_open_minutes():
    assert a_service(exceptions={"2026-01-01": ()}).slots(NEW_YEAR) == ()


def test_a_date_without_exception_has_the_hours_of_its_weekday():
    assert a_service().slots(NEW_YEAR) == ((540, 1020),)


def test_overlapping_hours_of_an_exception_count_once():
    hours = a_service(exceptions={"2026-01-01": ((600, 720), (660, 780))})
    assert hours.slots(NEW_YEAR) == ((600, 780),)


@pytest.mark.parametrize("slot", [(-1, 60), (600, 600), (700, 600), (0, 1441)])
def test_hours_outside_their_day_are_refused(slot):
    with pytest.raises(ClockError, match="2026-01-01 must lie between 00:00 and 24:00"):
        a_service(exceptions={"2026-01-01": (slot,)})


def test_a_service_day_is_the_usual_open_day():
    assert a_service("Mon-Thu 08:15-16:45, Fri 08:15-16:15").service_day_minutes == 510


def test_a_service_day_may_be_agreed():
    assert a_service("24x7", day_minutes=480).service_day_minutes == 480


def test_a_service_day_of_nothing_is_refused():
    with pytest.raises(ClockError, match="more than 0 minutes"):
        a_service(day_minutes=0)


def test_a_week_without_an_open_day_gives_a_service_day_no_length():
    with pytest.raises(NeverOpen, match="A service day has no length"):
        _ = a_service("closed").service_day_minutes


def test_service_hours_can_be_sent_to_another_process():
    hours = a_service(exceptions={"2026-01-01": ()})
    assert pickle.loads(pickle.dumps(hours)) == hours


def test_equal_service_hours_have_one_hash():
    assert hash(a_service(exceptions={"2026-01-01": ()})) == hash(
        a_service(exceptions={"2026-01-01": ()})
    )


def test_service_hours_with_other_exceptions_differ():
    assert a_service(exceptions={"2026-01-01": ()}) != a_service()
