from decimal import Decimal
from fractions import Fraction

from slaeditor.rules.deferred_work import backlog


def test_a_backlog_is_cleared_by_what_is_finished_beyond_arrivals():
    assert backlog(Decimal(60), Decimal(40), Fraction(50)).days_until_clear == 6


def test_an_item_waits_until_those_before_it_are_finished():
    assert backlog(Decimal(60), Decimal(40), Fraction(50)).oldest_days == Fraction(6, 5)


def test_a_backlog_that_grows_is_never_cleared():
    growing = backlog(Decimal(60), Decimal(50), Fraction(40))
    assert (growing.stable, growing.days_until_clear) == (False, None)


def test_a_backlog_that_grows_is_said_to_do_so():
    assert backlog(Decimal(60), Decimal(50), Fraction(40)).sentence == (
        "The backlog of 60 grows by 10.0 items a day and is never cleared."
    )


def test_a_backlog_that_stays_is_said_to_do_so():
    stays = backlog(Decimal(60), Decimal(50), Fraction(50))
    assert stays.sentence == "The backlog of 60 neither grows nor shrinks."


def test_a_backlog_that_is_cleared_is_said_to_be_so():
    sentence = backlog(Decimal(60), Decimal(40), Fraction(50)).sentence
    assert sentence == "The backlog of 60 is cleared in 6.0 days."


def test_nothing_waiting_is_clear_at_once():
    assert backlog(Decimal(0), Decimal(50), Fraction(50)).days_until_clear == 0


def test_without_work_done_the_wait_has_no_end():
    assert backlog(Decimal(60), Decimal(0), Fraction(0)).oldest_days is None
