import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.times import minutes_of, time_words
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.week import Week
from tests.model.values.value_strategies import WEEK, weeks

OFFICE = "Mon–Fri 09:00–17:00"


@given(weeks())
def test_a_week_reads_back_from_its_canonical_words(week):
    assert Week.parse(str(week)) == week


@given(weeks())
def test_the_days_of_a_week_make_up_its_minutes(week):
    days = [week.day(weekday) for weekday in range(1, 8)]
    assert sum(end - start for day in days for start, end in day) == week.minutes


@given(weeks())
def test_spans_are_in_order_and_apart(week):
    edges = [edge for span in week.spans for edge in span]
    assert edges == sorted(set(edges))


@given(weeks(), st.randoms())
def test_the_order_of_spans_does_not_matter(week, random):
    shuffled = list(week.spans)
    random.shuffle(shuffled)
    assert Week(tuple(shuffled)) == week


@pytest.mark.parametrize(
    "words",
    [
        OFFICE,
        "Mon–Thu 08:15–16:45; Fri 08:15–16:15",
        "Mon–Fri 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00",
        "24x7",
        "closed",
        "Sun 14:00–Fri 17:00",
        "Mon–Fri 22:00–06:00",
        "daily 05:00–17:00",
        "Mon, Wed, Fri 10:00–12:00",
        "Mon–Fri 00:00–24:00",
        "Mon 09:00–Mon 08:00",
        "Mon 09:00–Tue 09:00",
        "Sat–Sun 00:00–24:00",
    ],
)
def test_canonical_words_stay_as_they_are(words):
    assert str(Week.parse(words)) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Mon-Thu 08:15-16:45, Fri 08:15-16:15", "Mon–Thu 08:15–16:45; Fri 08:15–16:15"),
        ("monday to friday from 9am to 5pm", OFFICE),
        ("Weekdays: 9:00 - 17:00", OFFICE),
        ("mon, tue, wed, thu and fri 9-17", OFFICE),
        ("Mon-Fri 9.00-17.00", OFFICE),
        ("Mon-Fri 09:00 until 5 p.m.", OFFICE),
        ("Mon 9:00-12:00, 12:00-17:00; Tue-Fri 9-17", OFFICE),
        ("Mon-Fri 9:00-13:00 and 12:00-17:00", OFFICE),
        ("24/7", "24x7"),
        ("24 x 7", "24x7"),
        ("24×7", "24x7"),
        ("always", "24x7"),
        ("daily 00:00-24:00", "24x7"),
        ("never", "closed"),
        ("Mon-Fri all day", "Mon–Fri 00:00–24:00"),
        ("Sat-Mon 10-12", "Mon, Sat–Sun 10:00–12:00"),
        ("weekends noon-1pm", "Sat–Sun 12:00–13:00"),
        ("Sun 22:00-midnight", "Sun 22:00–24:00"),
        ("Sun 22:00-00:00", "Sun 22:00–24:00"),
        ("Sun 22:00-06:00", "Sun 22:00–06:00"),
        ("Mon 12am-12pm", "Mon 00:00–12:00"),
        ("Mo-Fr 8-16", "Mon–Fri 08:00–16:00"),
        ("Monday through Friday, 8:30 a.m. to 5 p.m.", "Mon–Fri 08:30–17:00"),
        ("business days 9 to 17", OFFICE),
        ("Mo-Fr, 8-17, Sa 9-12", "Mon–Fri 08:00–17:00; Sat 09:00–12:00"),
        ("Mon–Fri, all day", "Mon–Fri 00:00–24:00"),
    ],
)
def test_a_week_is_read_as_people_type_it(typed, words):
    assert str(Week.parse(typed)) == words


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "foo",
        "Mon–Fri",
        "09:00–17:00",
        "Mon 09:00",
        "Mon 09:00-",
        "Mon 25:00-26:00",
        "Mon 09:60-10:00",
        "Mon 9:00-9:00",
        "Mon 9am-13pm",
        "Mon–Fri 09:00–Sat 12:00",
        "8x5",
        "9 x 5",
        "Mon 9:00-10:00 foo",
        "Mon Mon",
        "Mon-Fri 9:00-17:00 except holidays",
        "- - -",
        "Mon 0900-1700",
        "Mon 09:00–Mon 09:00",
        "daily",
        "Mon 24:01-24:02",
        "Tue, 09:00-10:00 -",
        "werktags",
    ],
)
def test_what_is_no_week_of_hours_is_refused(typed):
    with pytest.raises(Unreadable):
        Week.parse(typed)


def test_nine_to_five_in_bare_hours_is_refused_with_both_readings():
    with pytest.raises(Unreadable, match=r"'09:00–17:00' .* or '09:00–05:00'"):
        Week.parse("Mon-Fri 9-5")


def test_a_bare_hour_after_noon_is_no_question():
    assert str(Week.parse("Mon-Fri 9-17")) == OFFICE


@pytest.mark.parametrize("typed", ["werktags 7 bis 18 Uhr", "an Werktagen 7-18"])
def test_german_working_days_are_refused_because_some_mean_saturdays_too(typed):
    with pytest.raises(Unreadable, match=r"'Mon–Fri 07:00–18:00' .* or 'Mon–Sat 07:00–18:00'"):
        Week.parse(typed)


def test_what_is_asked_of_german_working_days_without_hours_names_what_was_typed():
    with pytest.raises(Unreadable, match="“werktags”"):
        Week.parse("werktags")


def test_24x5_is_refused_because_its_weekend_starts_differently():
    with pytest.raises(Unreadable, match="Mon–Fri 00:00–24:00"):
        Week.parse("24x5")


@pytest.mark.parametrize("span", [(-1, 5), (5, 5), (7, 6), (0, WEEK + 1)])
def test_a_span_outside_the_week_is_refused(span):
    with pytest.raises(Unreadable):
        Week((span,))


def test_touching_spans_are_one():
    assert Week(((0, 60), (60, 120))).spans == ((0, 120),)


def test_a_span_across_the_end_of_the_week_is_held_as_two():
    assert Week.parse("Sun 22:00–06:00").spans == ((0, 360), (WEEK - 120, WEEK))


def test_a_night_shift_opens_two_stretches_of_a_day():
    assert Week.parse("Mon–Fri 22:00–06:00").day(2) == ((0, 360), (1320, 1440))


def test_a_block_leaves_no_gap_at_night():
    assert Week.parse("Sun 14:00–Fri 17:00").day(3) == ((0, 1440),)
    assert Week.parse("Sun 14:00–Fri 17:00").minutes == (4 * 24 + 17 + 10) * 60


def test_a_closed_day_has_no_spans():
    assert Week.parse(OFFICE).day(7) == ()


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        (OFFICE, 480),
        ("Mon–Thu 08:15–16:45; Fri 08:15–16:15", 510),
        ("Mon 09:00–10:00; Tue 09:00–12:00", 180),
        ("24x7", 1440),
        ("closed", 0),
        ("Mon–Fri 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00", 420),
    ],
)
def test_the_usual_day_is_the_most_frequent_and_of_several_the_longer(words, minutes):
    assert Week.parse(words).usual_day_minutes == minutes


def test_always_and_never_are_known():
    assert Week.parse("24x7").is_always
    assert not Week.parse(OFFICE).is_always
    assert Week.parse("closed").is_never
    assert not Week.parse(OFFICE).is_never


@given(st.integers(0, 24 * 60))
def test_a_time_of_day_reads_back_from_its_words(minutes):
    assert minutes_of(time_words(minutes)) == minutes


@pytest.mark.parametrize("typed", ["", "24:30", "9:60", "13pm", "0am", "x", "9:5", "930"])
def test_what_is_no_time_of_day_is_refused(typed):
    with pytest.raises(Unreadable):
        minutes_of(typed)
