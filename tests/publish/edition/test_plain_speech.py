"""What is said briefly, rightly and without a heading over nothing."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.model.calendars import Calendar, CalendarException
from slaeditor.model.clients import GlossaryTerm
from slaeditor.model.document import Comment, Document, Language, Waiver
from slaeditor.model.levels import Channel, LevelKind, Service
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Aggregation, Better, Measure, PriorityRule
from slaeditor.model.readers import NOBODY, STAFF, Reader
from slaeditor.model.scope import TimedEvent, TimedPolicy
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.price import Price
from slaeditor.model.values.week import Week
from slaeditor.model.work import Activity, ActivityGroup, Assignment
from slaeditor.publish.document import Bullets, Facts, Table
from slaeditor.publish.edition.strings import strings
from tests.builders import a_level, open_to_all
from tests.publish.edition.sample import (
    BRONZE,
    DESK,
    FIRST,
    OFFICE,
    SILVER,
    WORST,
    blocks,
    department,
    made,
    promise,
    step,
)


def chapter(edition, key):
    """Return the chapter of a key."""
    [found] = [one for one in (*edition.chapters, *edition.back) if one.id == f"c-{key}"]
    return found


def words(part) -> str:
    return "\n".join(strings(part))


def tables(part):
    return [block for block in blocks(part) if isinstance(block, Table)]


def test_services_with_no_more_than_a_name_are_a_list_without_headings() -> None:
    project = department().add(*[open_to_all(Service, name=name) for name in ("Mail", "Print")])
    [section] = chapter(made(project=project), "scope").sections
    assert section.blocks == (Bullets(("Mail", "Print")),)
    assert section.sections == ()


def test_a_service_that_says_more_keeps_its_heading() -> None:
    told = open_to_all(Service, name="Mail", description="Sending and receiving.")
    project = department().add(told, open_to_all(Service, name="Print"))
    [section] = chapter(made(project=project), "scope").sections
    assert [one.title for one in section.sections] == ["Mail"]


def test_services_with_and_without_words_are_listed_together_in_their_order() -> None:
    print_ = open_to_all(Service, name="Print")
    mail = open_to_all(Service, name="Mail", description="Sending and receiving.")
    calls = open_to_all(Service, name="Calls", description="Answered by a person.")
    scan = open_to_all(Service, name="Scan")
    project = department().add(print_, mail, scan, calls)
    [section] = chapter(made(project=project), "scope").sections
    assert section.blocks == (Bullets(("Print", "Mail", "Scan", "Calls")),)
    assert [one.title for one in section.sections] == ["Mail", "Calls"]


def test_the_little_left_to_say_of_a_price_is_a_footnote() -> None:
    plan = open_to_all(
        PricePlan, level=SILVER.id, name="Watch", price=Price.parse("10 EUR per month"), on_top=True
    )
    found = chapter(made(project=department().add(plan)), "prices")
    survey = tables(found)[0]
    [row] = [row for group in survey.groups for row in group.rows if "Watch" in row[0].text]
    assert row[1].marks
    assert "Watch" not in [one.title for one in found.sections]
    assert any("on top" in note.casefold() for _, note in survey.notes)


def test_a_time_of_which_more_is_better_is_the_least() -> None:
    lasting = open_to_all(Measure, name="Time without a fault", better=Better.HIGHER)
    project = department().add(lasting, promise("30 calendar days", BRONZE.id, measure=lasting.id))
    assert "at least 30 calendar days" in words(made(project=project))


def test_a_share_of_which_more_is_better_stays_within_its_time() -> None:
    calls = open_to_all(Measure, name="Calls taken", better=Better.HIGHER)
    given = promise("80 % within 20 s", BRONZE.id, measure=calls.id)
    assert "80 % within 20 seconds" in words(made(project=department().add(calls, given)))


def test_an_event_says_from_what_its_time_is_counted() -> None:
    policy = open_to_all(TimedPolicy, name="End of a product")
    event = open_to_all(
        TimedEvent,
        policy=policy.id,
        name="No more repairs",
        not_before=Duration.parse("5 years"),
        counted_from="the last sale",
    )
    found = chapter(made(project=department().add(policy, event)), "courses")
    assert "5 years from the last sale" in words(found)


def test_the_survey_says_where_its_other_promises_stand() -> None:
    phone = open_to_all(Channel, name="Telephone")
    other = promise("30 s", BRONZE.id, channel=phone.id)
    found = chapter(made(project=department().add(phone, other)), "levels")
    assert "stands under “Targets”" in words(found)


def test_a_survey_that_leaves_nothing_out_says_nothing() -> None:
    assert "stands under" not in words(chapter(made(), "levels"))


def test_the_matrix_says_that_only_first_cases_stand_in_it() -> None:
    channels = [open_to_all(Channel, name=f"Way {at}") for at in range(14)]
    many = [promise("30 s", BRONZE.id, channel=one.id, measure=FIRST.id) for one in channels]
    found = chapter(made(project=department().add(*channels, *many)), "levels")
    assert "only the first case stands here" in words(found)


def test_short_role_cards_share_a_page_and_long_ones_begin_one() -> None:
    cards = chapter(made(Reader.STAFF), "role-cards").sections
    assert not any(one.opener for one in cards)
    many = [step(f"Step {at}", who=DESK.id, when=f"After {at}") for at in range(20)]
    cards = chapter(made(Reader.STAFF, department().add(*many)), "role-cards").sections
    assert [one.opener for one in cards] == [False, *[True] * (len(cards) - 1)]


def test_records_of_which_only_names_are_known_are_no_table() -> None:
    ways = [open_to_all(Channel, name=name) for name in ("Telephone", "Mail")]
    found = chapter(made(project=department().add(*ways)), "promises")
    [section] = [one for one in found.sections if one.title == "How to reach us"]
    assert [one for one in section.blocks if isinstance(one, Table)] == []
    assert all(name in words(section) for name in ("Telephone", "Mail"))


def test_a_base_level_without_words_leaves_no_particulars() -> None:
    base = a_level("Everything", kind=LevelKind.BASE)
    project = department().add(base).put(BRONZE.but(based_on=base.id))
    found = made(project=project)
    assert [one for one in found.chapters if one.id == "c-remainder"] == []


def test_a_role_with_much_to_do_has_a_table_of_it() -> None:
    group = open_to_all(ActivityGroup, name="Care")
    work = [open_to_all(Activity, name=f"Work {at}", group=group.id) for at in range(12)]
    cells = [
        open_to_all(Assignment, activity=one.id, role=DESK.id, letters=Letters.parse("R"))
        for one in work
    ]
    cards = chapter(made(project=department().add(group, *work, *cells)), "role-cards")
    [card] = [one for one in cards.sections if one.title == "Service desk"]
    told = [row[0].text for one in tables(card) for group in one.groups for row in group.rows]
    assert {"Work 0", "Work 11"} <= set(told)


def test_a_glossary_is_spoken_of_where_there_is_one() -> None:
    assert "in the glossary" not in words(made(Reader.CLIENT).front)
    term = open_to_all(GlossaryTerm, name="Case", meaning="What you report.")
    assert "in the glossary" in words(made(Reader.CLIENT, department().add(term)).front)


def differing(hours: str, **more):
    """The last cells of the days on which a calendar has other hours."""
    day = open_to_all(
        CalendarException,
        calendar=OFFICE.id,
        first_day=date(2026, 12, 24),
        hours=Week.parse(hours),
        **more,
    )
    found = chapter(made(project=department().add(day)), "promises")
    [told] = [one for one in tables(found) if one.caption == "Days that differ"]
    return [row[-1].text for group in told.groups for row in group.rows]


def test_a_single_day_has_hours_and_no_week() -> None:
    assert differing("daily 08:00–16:00") == ["08:00–16:00"]
    assert differing("24x7") == ["round the clock"]


def test_several_days_have_hours_every_day() -> None:
    several = differing("daily 08:00–16:00", last_day=date(2026, 12, 28))
    assert several == ["every day 08:00–16:00"]


def test_the_reason_for_a_rule_before_the_matrix_is_a_footnote() -> None:
    rule = open_to_all(
        PriorityRule,
        matrix="Desk",
        impact="Any",
        urgency="Any",
        severity=WORST.id,
        override="A court asks.",
        footnote="The law says so.",
    )
    found = chapter(made(project=department().add(rule)), "promises")
    [told] = [one for one in tables(found) if one.caption == "Desk"]
    assert told.notes == (("1", "The law says so."),)
    assert told.groups[0].rows[0][0].marks == "1"
    assert "Footnote" not in words(found)


def test_what_is_left_to_say_of_several_records_alike_is_said_once() -> None:
    ways = [open_to_all(Channel, name=name, address=name) for name in ("Mail", "Fax", "Letter")]
    [section] = [
        one
        for one in chapter(made(project=department().add(*ways)), "promises").sections
        if one.id == "s-channels"
    ]
    [line] = [one for one in section.blocks if isinstance(one, Facts)]
    assert line.pairs[0] == ("Mail, Fax and Letter", "")


def test_a_column_that_one_of_many_rows_fills_is_no_column() -> None:
    group = open_to_all(ActivityGroup, name="Work")
    many = [open_to_all(Activity, name=f"Act {at}", group=group.id, trigger="x") for at in range(7)]
    one = open_to_all(Activity, name="Last", group=group.id, trigger="x", outcome="A signed list")
    found = chapter(made(project=department().add(group, *many, one)), "responsibilities")
    [told] = [one for one in tables(found) if one.caption == "Activities in detail"]
    assert [column.title for column in told.columns] == ["Activity", "Begins when"]
    assert "A signed list" in words(found)


def about(project) -> str:
    """Return what the staff read of the one comment that was opened to them."""
    return " ".join(strings(chapter(made(Reader.STAFF, project), "learning")))


def test_a_comment_names_its_record_by_the_title():
    gold = a_level("Gold").but(readers=STAFF)
    comment = Comment(words="Why?", subject=gold.id, readers=STAFF)
    assert "Gold" in about(Project().add(gold, comment))


def test_a_comment_does_not_name_what_its_reader_may_not_see():
    gold = a_level("Gold").but(readers=NOBODY)
    comment = Comment(words="Why?", subject=gold.id, readers=STAFF)
    assert "About" not in about(Project().add(gold, comment))


def test_a_comment_is_printed_for_nobody_unless_it_is_opened():
    project = Project().add(a_level("Gold"), Comment(words="Why?"))
    assert "Why?" not in " ".join(strings(made(Reader.STAFF, project)))


def measured(reader: Reader, **values) -> str:
    """What a reader is told of how the first response is measured."""
    found = made(reader, department().put(FIRST.but(**values)))
    part = next(one for one in found.chapters if one.id == "c-promises")
    return words(next(one for one in part.sections if one.id == "s-measures"))


def test_a_client_reads_no_technical_words_of_a_measure() -> None:
    told = measured(Reader.CLIENT, unit="hours", aggregation=Aggregation.SHARE)
    assert "What counts is the share of cases that keep the promise." in told
    for technical in ("Lower is better", "Time from an event", "Figure of a period", "Unit"):
        assert technical not in told


def test_staff_read_the_technical_words_of_a_measure() -> None:
    assert "Lower is better" in measured(Reader.STAFF)


def test_a_client_reads_what_a_ladder_is_about_but_not_its_kind() -> None:
    told = words(chapter(made(Reader.CLIENT), "escalation"))
    assert "About" in told
    assert "Hierarchical" not in told
    assert "Hierarchical" in words(chapter(made(), "escalation"))


def test_what_is_measured_over_a_period_holds_overall() -> None:
    heads = [row[0].text for one in tables(chapter(made(), "promises")) for row in rows_of(one)]
    assert "Overall" in heads


def rows_of(table: Table):
    return [row for group in table.groups for row in group.rows]


def test_hours_without_a_zone_of_their_own_name_that_of_the_document() -> None:
    office = open_to_all(Calendar, name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"))
    project = Project().add(office, open_to_all(Document, time_zone="Europe/Madrid"))
    assert "Madrid" in "\n".join(words(one) for one in made(project=project).chapters)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ENGLISH, "Hours without holidays"),
        (Language.GERMAN, "Servicezeit ohne Feiertage"),
    ],
)
def test_staff_read_the_title_of_a_finding_that_was_accepted(language, told) -> None:
    waiver = Waiver(
        rule="hours-without-holidays", subject=SILVER.id, reason="On purpose.", readers=STAFF
    )
    project = department().add(waiver)
    project = project.put(project.the(Document).but(language=language))
    said = words(chapter(made(project=project), "learning"))
    assert told in said
    assert "hours-without-holidays" not in said
