"""What stands in the chapters of the sample handbook."""

from dataclasses import replace
from decimal import Decimal

from slaeditor.model.document import FreeChapter
from slaeditor.model.learning import LossInterview
from slaeditor.model.levels import Channel, Offer, Service, Variant
from slaeditor.model.prices import (
    DiscountAuthority,
    DiscountKind,
    PriceBracket,
    PriceModel,
    PricePlan,
)
from slaeditor.model.project import Project
from slaeditor.model.promises import ClockRule, ClockVerb, Measure
from slaeditor.model.readers import Reader
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.work import Activity, ActivityGroup, Assignment, LetterMeaning
from slaeditor.publish.document import Callout, Facts, Paragraph, Steps, Table
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.figures import Curve, SwimLanes, Timeline, WeekPicture
from tests.builders import a_level, open_to_all
from tests.publish.edition.sample import (
    ANSWER,
    BRONZE,
    CONTOSO,
    CREDIT,
    DESK,
    FIRST,
    LEAD,
    MINOR,
    NIGHT,
    OFFICE,
    SILVER,
    SLOW,
    UPTIME,
    WORST,
    blocks,
    chapter,
    department,
    made,
    promise,
    table,
    titles,
)


def of_kind(part, kind):
    return [one for one in blocks(part) if isinstance(one, kind)]


def test_the_levels_stand_side_by_side() -> None:
    rows = table(chapter(made(), "The service levels"), "The service levels side by side")
    assert rows[0] == ["What you get", "Bronze", "Silver"]
    assert ["Service hours", "Mon–Fri 09:00–17:00", "Mon–Fri 09:00–17:00"] in rows
    assert ["Price", "€495 per month", "from €7 per user per month"] in rows
    assert ["Review meeting", "1 per year", "4 per year"] in rows
    assert ["Standstill", "within 4 service hours", "within 1 service hour"] in rows


def test_service_days_stand_in_both_readings() -> None:
    rows = table(chapter(made(), "What we promise"), "First response")
    both = "within 2 service days (16 service hours)"
    assert rows[2] == ["Minor", both, both]


def test_a_level_opens_with_its_promise() -> None:
    found = chapter(made(), "The service levels")
    opener = next(one for one in found.sections if one.title == "Bronze")
    assert (opener.lead, opener.opener) == ("You are answered the same day.", False)


def test_levels_of_which_much_is_told_have_a_page_each() -> None:
    long = [one.but(for_whom="Words. " * 300) for one in (BRONZE, SILVER)]
    found = chapter(made(project=department().put(*long)), "The service levels")
    assert [one.opener for one in found.sections if one.title in {"Bronze", "Silver"}] == [
        True,
        True,
    ]


def test_service_hours_that_are_not_known_are_named_at_the_level() -> None:
    unknown = department().put(OFFICE.but(hours=None))
    found = chapter(made(project=unknown), "The service levels")
    opener = next(one for one in found.sections if one.title == "Bronze")
    box = next(one for one in opener.blocks if isinstance(one, Facts))
    assert ("Service hours", OFFICE.name) in box.pairs


def test_a_promise_that_is_inherited_opens_the_level_too() -> None:
    found = chapter(made(), "The service levels")
    opener = next(one for one in found.sections if one.title == "Silver")
    assert opener.lead == "You are answered the same day."


def test_more_than_five_levels_lie_on_a_landscape_page() -> None:
    more = [BRONZE.but(id=f"level-{number}", name=f"Level {number}") for number in range(5)]
    found = chapter(made(project=department().add(*more)), "The service levels")
    matrix = of_kind(found, Table)[0]
    assert matrix.wide
    assert len(matrix.columns) == 8


def test_what_differs_from_the_usual_strength_is_noted() -> None:
    found = chapter(made(), "What we promise")
    first = next(one for one in of_kind(found, Table) if one.caption == "First response")
    assert first.notes == (("1", "Strength: Guaranteed"),)
    assert any("“Target”" in one.text for one in of_kind(found, Paragraph))


def test_the_conditions_of_a_target_stand_below_the_table() -> None:
    row = SLOW.but(condition="The mail is complete.", position=1024)
    found = chapter(made(project=department().put(row)), "What we promise")
    first = next(one for one in of_kind(found, Table) if one.caption == "First response")
    assert ("2", "On condition that: The mail is complete.") in first.notes


def test_an_internal_value_is_told_to_staff_only() -> None:
    project = department().put(SLOW.but(internal_value=SLOW.value, position=1024))
    assert "Inside we aim for" in " ".join(strings(made(Reader.STAFF, project)))
    assert "Inside we aim for" not in " ".join(strings(made(Reader.CLIENT, project)))


def test_a_severity_that_a_level_does_not_know_has_an_empty_cell() -> None:
    project = department().put(MINOR.but(levels=(BRONZE.id,), position=2048))
    rows = table(chapter(made(project=project), "What we promise"), "First response")
    assert rows[2][2] == ""


def test_two_targets_for_one_case_are_both_printed() -> None:
    project = department().add(promise("3 service h", SILVER.id, MINOR.id))
    project = project.add(promise("5 service h", SILVER.id, MINOR.id))
    rows = table(chapter(made(project=project), "What we promise"), "First response")
    assert rows[2][2] == "within 3 service hours; within 5 service hours"


def test_the_clock_of_a_measure_is_a_table() -> None:
    rule = ClockRule(measure=FIRST.id, verb=ClockVerb.PAUSE, condition="We wait for *you*.")
    found = chapter(made(project=department().add(rule)), "What we promise")
    assert table(found, "First response: when the clock runs") == [
        ["The clock", "When"],
        ["Pauses", "We wait for *you*."],
    ]


def test_the_week_is_drawn_with_its_figures() -> None:
    found = chapter(made(), "What we promise")
    (week,) = of_kind(found, WeekPicture)
    assert week.spans[0] == (1, 540, 1020)
    assert week.zone == "Europe/Berlin"
    assert any(
        ("A service day is", "8 service hours") in one.pairs for one in of_kind(found, Facts)
    )


def test_the_words_on_whose_time_zone_stand_in_full_below_the_week() -> None:
    worded = OFFICE.but(zone_words="local to your headquarters, unless agreed otherwise")
    found = chapter(made(project=department().put(worded)), "What we promise")
    (week,) = of_kind(found, WeekPicture)
    assert week.zone == ""
    assert any(("Whose time zone", worded.zone_words) in one.pairs for one in of_kind(found, Facts))


def test_a_step_says_when_who_and_why() -> None:
    (steps,) = of_kind(chapter(made(), "How we work"), Steps)
    severity = steps.steps[1]
    assert severity.number == "2"
    assert dict(severity.margin) == {"Within": "30 minutes", "Who": "Team lead"}
    assert dict(severity.extras) == {"Why": "To be fair."}


def test_each_reader_gets_its_own_passages_of_a_step() -> None:
    def names(reader: Reader) -> set[str]:
        found = of_kind(chapter(made(reader), "How we work"), Steps)
        return {name for block in found for one in block.steps for name, _ in one.extras}

    assert "Instruction for staff" in names(Reader.STAFF)
    assert "What sales must know" in names(Reader.SALES)
    assert names(Reader.CLIENT) == {"Why", "What you do"}


def test_the_lanes_show_who_does_what_by_when() -> None:
    (lanes,) = of_kind(chapter(made(), "How we work"), SwimLanes)
    assert lanes.lanes == ("Service desk", "Team lead")
    assert [(box.lane, box.title, box.limit) for box in lanes.boxes] == [
        (0, "Read the case", ""),
        (1, "Set the severity", "≤ 30 minutes"),
        (0, "Call back", ""),
    ]


def test_lanes_never_hold_more_than_seven_boxes() -> None:
    base = department()
    (first, *_) = base.method_steps
    more = [first.but(id=f"step-{n}", name=f"Step {n}") for n in range(12)]
    found = of_kind(chapter(made(project=base.add(*more)), "How we work"), SwimLanes)
    assert all(len(one.boxes) <= 7 for one in found)
    assert "(part 1 of 3)" in found[0].caption


def test_few_roles_leave_the_width_to_the_activities() -> None:
    (matrix, *_) = of_kind(chapter(made(), "Who does what"), Table)
    activity, *letters = [column.weight for column in matrix.columns]
    assert len(letters) <= 3
    assert max(letters) <= 20
    assert activity >= 2 * max(letters)


def test_responsibilities_are_a_matrix_with_a_legend() -> None:
    found = chapter(made(), "Who does what")
    assert table(found, "Activities and roles") == [
        ["Activity", "Service desk", "Team lead"],
        ["Answer the client", "R", "A"],
    ]
    (legend,) = of_kind(found, Facts)
    assert [letter for letter, _ in legend.pairs] == ["R", "A"]


def test_a_letter_of_ones_own_has_its_own_meaning() -> None:
    own = open_to_all(LetterMeaning, letter="R", name="Executes", meaning="Does it.")
    (legend,) = of_kind(chapter(made(project=department().add(own)), "Who does what"), Facts)
    assert ("R", "Executes: Does it.") in legend.pairs


def test_a_letter_that_no_cell_uses_is_not_explained() -> None:
    unused = open_to_all(LetterMeaning, letter="V", name="Verifies")
    (legend,) = of_kind(chapter(made(project=department().add(unused)), "Who does what"), Facts)
    assert "V" not in dict(legend.pairs)
    assert "Verifies" not in " ".join(strings(made(project=department().add(unused))))


def test_measures_of_few_cases_share_a_table() -> None:
    more = [open_to_all(Measure, name=name) for name in ("Mended", "Told", "Asked")]
    found = [promise("1 service h", SILVER.id, measure=one.id) for one in more]
    told = chapter(made(project=department().add(*more, *found)), "What we promise")
    (shared,) = (one for one in of_kind(told, Table) if one.caption == "What we promise")
    assert {one.name for one in more} <= {group.title for group in shared.groups}


def test_a_client_reads_its_terms_once_and_of_no_base() -> None:
    found = chapter(made(Reader.CLIENT, client=CONTOSO.id), "The service levels")
    (opener,) = (one for one in found.sections if one.title == "Silver")
    told = " ".join(strings(opener))
    assert "Based on" not in told
    assert "Service hours" not in told
    assert "Service hours" in " ".join(strings(found))


def test_a_cell_that_holds_at_one_level_has_a_note() -> None:
    cell = Assignment(activity=ANSWER.id, role=DESK.id, level=SILVER.id, letters=Letters.parse("C"))
    found = chapter(made(project=department().add(cell)), "Who does what")
    (matrix, *_) = of_kind(found, Table)
    assert matrix.groups[0].rows[0][1].text == "R / C"
    assert matrix.notes == (("1", "C for Silver."),)


def test_a_ladder_says_when_whom_and_is_drawn() -> None:
    found = chapter(made(), "Escalation")
    rows = table(found, "Late answer: the steps")
    assert rows[1][:3] == ["Remind", "1 service hour before it is due", "Team lead"]
    assert rows[2][1] == "As soon as it is overdue"
    line = of_kind(found, Timeline)[0]
    assert [one.label for one in line.moments] == [
        "Start",
        "1 service hour before",
        "within 4 service hours",
        "overdue",
    ]
    assert [one.at for one in line.moments] == [0, 180, 240, 241]


def test_a_ladder_that_differs_by_severity_says_so_above_the_steps() -> None:
    project = department()
    remind, take_over = project.escalation_steps
    told = project.put(
        replace(remind, severities=(WORST.id,)), replace(take_over, severities=(MINOR.id,))
    )
    found = of_kind(chapter(made(project=told), "Escalation"), Table)
    steps = next(one for one in found if one.caption == "Late answer: the steps")
    assert [(one.title, one.rows[0][0].text) for one in steps.groups] == [
        ("Standstill", "Remind"),
        ("Minor", "Take over"),
    ]


def test_steps_without_actions_have_no_empty_column() -> None:
    rows = table(chapter(made(), "Escalation"), "Late answer: the steps")
    assert rows[0] == ["Step", "When", "To whom"]


def test_of_courses_that_differ_one_is_drawn_and_a_table_says_the_times() -> None:
    found = chapter(made(), "Escalation")
    captions = [one.caption for one in of_kind(found, Timeline)]
    assert captions[0] == "Late answer, Standstill · Bronze"
    assert not captions[1].startswith("Late answer")
    rows = table(found, "Late answer: the times that count")
    assert rows[0] == ["Case", "Bronze", "Silver"]
    assert [row[0] for row in rows[1:]] == ["Standstill", "Minor"]


def test_a_worked_example_has_dates() -> None:
    found = chapter(made(), "Escalation")
    rows = table(found, "Moment by moment")
    assert [
        "Monday, 23 November 2026, 11:00 (CET)",
        "First response is due: within 4 service hours",
    ] in rows
    assert rows[1][0] == "Friday, 20 November 2026, 15:00 (CET)"


def test_prices_are_listed_and_drawn() -> None:
    found = chapter(made(), "Prices")
    rows = table(found, "Prices")
    assert rows[1][:2] == ["Bronze", "€495 per month"]
    assert table(found, "Silver: prices by quantity")[1:] == [
        ["up to 10", "€9 per user per month"],
        ["above 10", "€7 per user per month"],
    ]
    (curve,) = of_kind(found, Curve)
    assert [(one.x, one.y) for one in curve.points] == [(0, 0), (10_000, 90_000), (13_000, 111_000)]


def test_a_credit_has_sentence_table_curve_and_example() -> None:
    (remedy,) = chapter(made(Reader.CLIENT), "If we miss a promise").sections
    (sentence, *_) = of_kind(remedy, Paragraph)
    assert sentence.text.startswith(
        "If the promise of “Availability” is missed (at least 99.9 %), you receive a service "
        "credit."
    )
    assert table(remedy, "Credit for outages: amounts by result")[1] == ["99 to below 99.9", "10 %"]
    (curve,) = of_kind(remedy, Curve)
    assert curve.marks == ((99_900, "Target"),)
    (example,) = of_kind(remedy, Callout)
    assert example.body == (
        "“Availability” comes to 99.45 %; the charges counted on are €1,000. "
        "This gives 10 % = €100."
    )


def test_scope_is_told_by_kind() -> None:
    item = open_to_all(ScopeItem, name="Printers", kind=ScopeClass.NOT_SUPPORTED)
    found = chapter(made(project=department().add(item)), "What we can and cannot support")
    assert [one.title for one in found.sections] == ["Not supported"]


def test_a_chapter_of_ones_own_has_its_own_title() -> None:
    own = open_to_all(FreeChapter, name="Your first ninety days", lead="Week by week.")
    found = chapter(made(project=department().add(own)), "Your first ninety days")
    assert found.lead == "Week by week."


def test_what_was_learnt_stays_inside() -> None:
    lost = open_to_all(LossInterview, name="Why Fabrikam left")
    project = department().add(lost)
    assert "What we learned" in titles(made(Reader.SALES, project))
    assert "What we learned" not in titles(made(Reader.CLIENT, project))


def test_a_role_card_says_what_i_do_when() -> None:
    found = chapter(made(), "Role cards")
    assert [one.title for one in found.sections] == ["Service desk", "Team lead"]
    rows = table(found, "Team lead: what I do when")
    assert ["Within 30 minutes", "Running: Set the severity"] in rows
    assert ["1 service hour before it is due", "Late answer: Remind"] in rows


def test_a_clients_own_terms_stand_at_the_front() -> None:
    found = chapter(made(Reader.CLIENT, client=CONTOSO.id), "How to use this handbook")
    assert any(("Service level", "Silver") in one.pairs for one in of_kind(found, Facts))


def test_a_target_of_no_level_holds_for_all() -> None:
    rows = table(chapter(made(), "What we promise"), "Availability")
    assert rows[1] == ["Overall", "at least 99.9 %", "at least 99.9 %"]


def test_a_price_leads_to_its_brackets() -> None:
    found = chapter(made(), "Prices")
    (survey,) = [one for one in found.blocks if isinstance(one, Table)]
    targets = {one.title: one.id for one in found.sections}
    links = {row[0].text: row[0].link for group in survey.groups for row in group.rows}
    assert links["Silver"] == targets["Silver"]


def test_a_percentage_is_told_with_what_it_is_taken_of_and_its_least() -> None:
    plan = open_to_all(
        PricePlan,
        level=SILVER.id,
        model=PriceModel.PERCENTAGE,
        percentage_of="the monthly spend",
        minimum=Money.parse("29 EUR"),
    )
    shares = (
        PriceBracket(plan=plan.id, up_to=Decimal(10000), percentage=Percentage.parse("10 %")),
        PriceBracket(plan=plan.id, above=Decimal(10000), percentage=Percentage.parse("3 %")),
    )
    found = chapter(made(project=department().add(plan, *shares)), "Prices")
    assert ["Silver", "10 % to 3 % of the monthly spend, at least €29", "Monthly"] in table(
        found, "Prices"
    )


def test_variants_stand_under_what_they_differ_by() -> None:
    asia = open_to_all(Variant, dimension="Region", name="Asia", description="From Tokyo.")
    found = chapter(made(project=department().add(asia)), "What we promise")
    assert table(found, "Where promises differ")[1] == ["Asia", "From Tokyo."]


def test_a_record_named_by_a_choice_says_it_in_words() -> None:
    granted = open_to_all(
        DiscountAuthority, role=LEAD.id, kind=DiscountKind.FREE_MONTHS, remark="Once.\n\nAt most."
    )
    found = chapter(
        made(Reader.SALES, department().add(granted)), "What sales may grant and promise"
    )
    assert "Team lead · Months free · Remark" in " ".join(strings(found))


def test_a_level_promises_nothing_for_a_service_it_does_not_cover() -> None:
    desk = open_to_all(Service, name="Desk")
    tool = open_to_all(Service, name="Tool")
    project = department().put(BRONZE.but(services=(desk.id,))).add(desk, tool)
    own = (promise("95 %", SILVER.id, measure=UPTIME.id, service=tool.id),)
    rows = table(chapter(made(project=project.add(*own)), "What we promise"), "Availability")
    assert ["Overall", "", "at least 95 %"] in rows


def test_the_survey_of_a_level_leaves_out_what_is_promised_by_channel_only() -> None:
    phone = open_to_all(Channel, name="Telephone")
    called = open_to_all(Measure, name="Answered")
    own = promise("10 min", SILVER.id, WORST.id, measure=called.id, channel=phone.id)
    found = chapter(made(project=department().add(phone, called, own)), "The service levels")
    assert "Answered" not in str(table(found, "Silver at a glance"))


def test_a_matrix_may_use_a_letter_in_its_own_way() -> None:
    vpc = open_to_all(ActivityGroup, name="Set-up", matrix="VPC")
    route = open_to_all(Activity, name="Routing", group=vpc.id)
    cell = Assignment(activity=route.id, role=DESK.id, letters=Letters.parse("R"))
    own = open_to_all(LetterMeaning, letter="R", name="Executes", matrix="VPC")
    found = chapter(made(project=department().add(vpc, route, cell, own)), "Who does what")
    (special,) = (one for one in found.sections if one.title == "VPC")
    assert special.blocks[0] == Facts((("R", "Executes"),))


def test_a_matrix_longer_than_a_page_is_a_table_for_each_part() -> None:
    first, second = (open_to_all(ActivityGroup, name=name, matrix="VPC") for name in ("Up", "Down"))
    rows = [
        open_to_all(Activity, name=f"Task {number}", group=group.id)
        for group in (first, second)
        for number in range(30)
    ]
    cells = [
        Assignment(activity=row.id, role=DESK.id, letters=Letters.parse("A R")) for row in rows
    ]
    found = chapter(made(project=department().add(first, second, *rows, *cells)), "Who does what")
    assert len(table(found, "Down")) == 31


def many_levels() -> Project:
    """The sample with a dozen more levels, one of them no longer sold."""
    more = [a_level(f"Level {number}", promise="More.") for number in range(12)]
    old = a_level("Old", offer=Offer.LEGACY)
    return department().add(*more, old, promise("1 h", old.id, WORST.id))


def test_what_is_the_same_at_very_many_levels_stands_once() -> None:
    found = chapter(made(project=many_levels()), "What we promise")
    assert table(found, "Availability") == [
        ["Case", "All levels"],
        ["Overall", "at least 99.9 %"],
    ]


def test_of_very_many_levels_those_no_longer_sold_stand_apart() -> None:
    found = chapter(made(project=many_levels()), "What we promise")
    tables = [one for one in of_kind(found, Table) if one.caption == "First response"]
    heads = [[column.title for column in one.columns] for one in tables]
    assert heads[1] == ["Case", "Old"]
    assert "Old" not in heads[0]


def test_a_footnote_stands_below_every_table_that_needs_it() -> None:
    noted = promise("2 h", NIGHT.id, MINOR.id, counted_from="the call")
    found = made(project=department().add(noted).put(SILVER.but(based_on=NIGHT.id)))
    notes = [one.notes for part in found.chapters for one in of_kind(part, Table) if one.notes]
    assert sum("the call" in str(one) for one in notes) > 1


def claimed(**values: object) -> str:
    """What the handbook says of how a credit is claimed."""
    project = department().put(CREDIT.but(**values))
    return " ".join(strings(chapter(made(project=project), "If we miss a promise")))


def test_when_the_time_for_a_claim_begins_stands_in_its_sentence() -> None:
    words = claimed(claim_within=Duration.parse("30 calendar days"), claim_from="the month's end")
    assert "claimed within 30 calendar days from the month's end." in words
    assert "Counted from" not in words


def test_when_a_claim_counts_from_is_told_without_a_time_too() -> None:
    assert "Counted from the month's end" in claimed(claim_from="the month's end")
