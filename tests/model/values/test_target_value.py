import contextlib
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import Comparison, State, Statistic, TargetValue
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import targets

FOUR_HOURS = Duration(Decimal(4), Unit.HOUR)
FOUR_SERVICE_HOURS = Duration(Decimal(4), Unit.HOUR, Clock.SERVICE)


@given(targets)
def test_a_target_reads_back_from_its_canonical_words(target):
    assert TargetValue.parse(str(target)) == target


@given(targets)
def test_canonical_words_stay_as_they_are(target):
    assert str(TargetValue.parse(str(target))) == str(target)


@given(st.text(max_size=220))
def test_any_words_that_are_read_read_back(words):
    with contextlib.suppress(Unreadable):
        target = TargetValue.parse(words)
        assert TargetValue.parse(str(target)) == target


FRAGMENTS = [
    "4",
    "1.5",
    "95",
    "1,000",
    "h",
    "min",
    "days",
    "day",
    "service",
    "business",
    "next",
    "end",
    "of",
    "by",
    "12:00",
    "%",
    "–",
    "-",
    "to",
    "within",
    "at",
    "least",
    "most",
    "every",
    "average",
    "p95",
    "<",
    "≥",
    "calls",
    "points",
    "nbd",
    "week",
    "and",
    "between",
    "the",
    "2nd",
    "n/a",
    "none",
]


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=7).map(" ".join))
def test_any_mixture_of_its_own_words_that_is_read_reads_back(words):
    with contextlib.suppress(Unreadable):
        target = TargetValue.parse(words)
        assert TargetValue.parse(str(target)) == target
        assert str(TargetValue.parse(str(target))) == str(target)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("4 h", "4 h"),
        ("4 business hours", "4 service h"),
        ("30 min", "30 min"),
        ("within 30 minutes", "30 min"),
        ("≤ 30 min", "30 min"),
        ("2 service days", "2 service days"),
        ("1 service day", "1 service day"),
        ("up to 1 working day", "1 service day"),
        ("1 bd", "1 service day"),
        ("1.25 service day", "1.25 service days"),
        ("max 8 h", "8 h"),
        ("≥ 75 % in 24 s", "75 % within 24 s"),
        ("next business day", "next service day"),
        ("NBD", "next service day"),
        ("end of next working day", "end of next service day"),
        ("by end of the next working day", "end of next service day"),
        ("95 % within 4 h", "95 % within 4 h"),
        ("95% in 4h", "95 % within 4 h"),
        ("at least 95 % of cases within 4 h", "95 % within 4 h"),
        ("95–98 % within 4 h", "95–98 % within 4 h"),
        ("95 % to 98 % within 4 h", "95–98 % within 4 h"),
        ("95 % < 200 ms", "95 % < 200 ms"),
        ("95 % by NBD", "95 % by next service day"),
        ("95 % by 12:00 next service day", "95 % by 12:00 next service day"),
        ("75 % in 24 s", "75 % within 24 s"),
        ("≥ 99.95 %", "99.95 %"),
        ("99.95 %", "99.95 %"),
        ("at most 5 %", "at most 5 %"),
        ("<= 5.0%", "at most 5 %"),
        ("< 5 %", "< 5 %"),
        ("> 60 %", "> 60 %"),
        ("3–4 service days", "3–4 service days"),
        ("3-4 bd", "3–4 service days"),
        ("3 to 4 service days", "3–4 service days"),
        ("between 3 and 4 h", "3–4 h"),
        ("30 min – 1 h", "30 min – 1 h"),
        ("95–98 %", "95–98 %"),
        ("every 4 h", "every 4 h"),
        ("every hour", "every 1 h"),
        ("every business day", "every service day"),
        ("every 3 business days", "every 3 service days"),
        ("weekly", "every week"),
        ("daily", "every calendar day"),
        ("minimum 30 calendar days", "at least 30 calendar days"),
        ("200 ms", "200 ms"),
        ("< 2 calls", "< 2 calls"),
        ("8 points", "8 points"),
        ("exactly 4 h", "exactly 4 h"),
        ("average 24 h", "average 24 h"),
        ("24 h on average", "average 24 h"),
        ("avg < 24 h", "average < 24 h"),
        ("median of 3 service h", "median 3 service h"),
        ("p95 200 ms", "p95 200 ms"),
        ("95th percentile ≤ 200 ms", "p95 200 ms"),
        ("p99.9 200 ms", "p99.9 200 ms"),
        ("best effort", "best effort"),
        ("Best-effort", "best effort"),
        ("as agreed", "as agreed"),
        ("n/a", "n/a"),
        ("–", "n/a"),
        ("-", "n/a"),
        ("not offered", "not offered"),
        ("none", "no target"),
        ("no target", "no target"),
        ("continuous", "continuous"),
        ("continuous until lowered to severity 2", "continuous until lowered to severity 2"),
        ("until resolved", "until resolved"),
        ("To be determined", "To be determined"),
        ('"as the seasons turn"', '"as the seasons turn"'),
        ("“own words”", '"own words"'),
    ],
)
def test_a_target_is_read_as_people_type_it(typed, words):
    assert str(TargetValue.parse(typed)) == words


def test_a_time_alone_is_at_most_so_long():
    assert TargetValue.parse("4 h") == TargetValue(State.VALUE, Comparison.WITHIN, FOUR_HOURS)


def test_a_percentage_alone_is_at_least_so_much():
    assert TargetValue.parse("99.95 %").comparison is Comparison.AT_LEAST


def test_a_quantity_alone_is_exactly_so_many():
    assert TargetValue.parse("8 points").comparison is Comparison.EXACTLY


def test_a_share_of_cases_is_kept_apart_from_the_limit():
    target = TargetValue.parse("95 % within 4 service h")
    assert target.share == Percentage(Decimal(95))
    assert target.limit == FOUR_SERVICE_HOURS


def test_a_service_target_is_no_clock_target():
    assert TargetValue.parse("4 service h") != TargetValue.parse("4 h")


def test_of_a_range_of_time_the_upper_end_is_the_limit():
    assert str(TargetValue.parse("3–4 service days").duration) == "4 service days"


def test_of_a_range_of_percentages_the_lower_end_is_the_limit():
    assert TargetValue.parse("95–98 %").percentage == Percentage(Decimal(95))


def test_a_deadline_is_its_own_limit():
    assert TargetValue.parse("NBD").limit == RelativeDue(1, "same time")
    assert TargetValue.parse("NBD").duration is None


def test_a_quantity_is_found_as_limit():
    assert TargetValue.parse("< 2 calls").quantity == Quantity(Decimal(2), "calls")
    assert TargetValue.parse("< 2 calls").percentage is None


@pytest.mark.parametrize("typed", ["best effort", "n/a", "continuous"])
def test_what_is_no_value_has_no_limit(typed):
    assert TargetValue.parse(typed).limit is None
    assert not TargetValue.parse(typed).is_value


def test_a_cadence_is_known():
    assert TargetValue.parse("weekly").is_cadence
    assert not TargetValue.parse("1 week").is_cadence


def test_a_percentile_is_exact():
    target = TargetValue.parse("p99.9 200 ms")
    assert (target.statistic, target.percentile) == (Statistic.PERCENTILE, Decimal("99.9"))


def test_the_four_ways_of_having_no_figure_differ():
    typed = ("n/a", "not offered", "no target", "best effort", "as agreed")
    assert len({TargetValue.parse(words) for words in typed}) == 5


@pytest.mark.parametrize(
    "typed", ["2 days", "every day", "3-4 days", "next day", "95 % within 2 days"]
)
def test_days_without_a_clock_are_refused_with_both_readings(typed):
    with pytest.raises(Unreadable, match=r"service day.*calendar day"):
        TargetValue.parse(typed)


def test_a_bare_number_is_refused_with_units_to_say():
    with pytest.raises(Unreadable, match="Say the unit: '4 h', '4 service h'"):
        TargetValue.parse("4")


def test_biweekly_is_refused_with_both_readings():
    with pytest.raises(Unreadable, match=r"'every 2 weeks' .* or 'every 84 h'"):
        TargetValue.parse("biweekly")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "4 hous",
        "4 h or so",
        "5 h - 4 h",
        "4-4 h",
        "3 service h - 4 h",
        "95 %-90 % within 4 h",
        "every 5 %",
        "every 4 calls",
        "at least 3–4 h",
        "at least next service day",
        "p100 4 h",
        "p0 4 h",
        "95 % within",
        "average",
        "every next service day",
        "1 calls – 2 points",
        '""',
        '"',
        "1e5 h",
        "95 % next service day",
        "9999999999999999 h",
        "-4 h",
        "x" * 201,
        "4 h\x00",
        "24x7",
        "p9.9.9 4 h",
    ],
)
def test_what_is_no_target_is_refused(typed):
    with pytest.raises(Unreadable):
        TargetValue.parse(typed)


@pytest.mark.parametrize(
    "parts",
    [
        {"state": State.VALUE},
        {"state": State.VALUE, "amount": FOUR_HOURS},
        {"state": State.VALUE, "comparison": Comparison.WITHIN, "amount": FOUR_HOURS}
        | {"due": RelativeDue(1)},
        {"state": State.VALUE, "comparison": Comparison.WITHIN, "amount": FOUR_HOURS}
        | {"upper": FOUR_HOURS},
        {"state": State.VALUE, "comparison": Comparison.AT_LEAST, "due": RelativeDue(1)},
        {"state": State.VALUE, "comparison": Comparison.WITHIN, "amount": FOUR_HOURS}
        | {"share": Percentage(Decimal(95)), "statistic": Statistic.AVERAGE},
        {"state": State.VALUE, "comparison": Comparison.WITHIN, "amount": FOUR_HOURS, "words": "x"},
        {"state": State.BEST_EFFORT, "amount": FOUR_HOURS},
        {"state": State.TEXT},
        {"state": State.TEXT, "words": "two  spaces"},
        {"state": State.TEXT, "words": "x" * 200},
    ],
)
def test_parts_that_do_not_belong_together_make_no_target(parts):
    with pytest.raises(Unreadable):
        TargetValue(**parts)


@pytest.mark.parametrize(
    "hostile",
    [
        "1 " * 100,
        "95 % " * 40,
        "a-" * 100,
        "1 h " * 50,
        "95-" * 60,
        "between 1 " * 20,
        "9,999" * 40,
        " to ".join("1" * 60),
        "average " * 25,
        '"' * 199,
        "1 000" * 40,
        "by " * 66,
    ],
)
def test_hostile_words_are_refused_at_once(hostile):
    started = time.perf_counter()
    with pytest.raises(Unreadable):
        TargetValue.parse(hostile)
    assert time.perf_counter() - started < 0.25


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15 min 24x7", "15 min"),
        ("15 min (24/7)", "15 min"),
        ("4h around the clock", "4 h"),
        ("95 % within 2 h, 24×7", "95 % within 2 h"),
        ("4 Std. 24/7", "4 h"),
        ("4 Stunden rund um die Uhr", "4 h"),
    ],
)
def test_hours_around_the_clock_are_hours_on_the_clock(typed: str, meant: str) -> None:
    assert str(TargetValue.parse(typed)) == meant


def test_service_hours_are_not_around_the_clock() -> None:
    with pytest.raises(Unreadable, match="Say either service hours or around the clock"):
        TargetValue.parse("4 service h 24x7")


@pytest.mark.parametrize("typed", ["99.9 % per month", "99.9% monthly", "99,9 % pro Monat"])
def test_a_period_behind_a_share_is_told_where_it_belongs(typed: str) -> None:
    with pytest.raises(Unreadable, match="“Counted over” says of which time it is"):
        TargetValue.parse(typed)


def test_own_words_are_quoted_once_in_the_examples() -> None:
    with pytest.raises(Unreadable) as trouble:
        TargetValue.parse("4h/8h")
    assert str(trouble.value).endswith("""'best effort' or "own words".""")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8 h (service hours)", "8 service h"),
        ("8 hours in business hours", "8 service h"),
        ("30 min during office hours", "30 service min"),
        ("8 Std. (Servicezeit)", "8 service h"),
        ("2 Stunden während der Geschäftszeit", "2 service h"),
        ("90 % in 8 h (Arbeitszeit)", "90 % within 8 service h"),
        ("n. V.", "as agreed"),
    ],
)
def test_the_hours_of_a_time_may_stand_behind_it(typed: str, meant: str) -> None:
    assert str(TargetValue.parse(typed)) == meant
