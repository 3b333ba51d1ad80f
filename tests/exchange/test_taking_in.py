"""Somebody's table becomes records; what cannot be read is told and kept."""

from __future__ import annotations

import pytest

from slaeditor.exchange.crossings import LEFT_OUT, across
from slaeditor.exchange.fields_meant import field_meant
from slaeditor.exchange.names_meant import measure_meant, measures_offered
from slaeditor.exchange.office_files import TEXT_HEADS, FoundTable
from slaeditor.exchange.table_plans import Plan, guessed, plan_for
from slaeditor.exchange.taken import Taken
from slaeditor.exchange.taking_in import taken_in
from slaeditor.exchange.written_days import international
from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Language
from slaeditor.model.entity import fields
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.model.readers import Reader
from slaeditor.model.work import Organisation
from slaeditor.rules.names import title
from tests.builders import a_level

TIMES = FoundTable(
    "First response",
    (("Priority", "Silver", "Gold"), ("Critical", "4 h", "1 h"), ("Minor", "2 days", "TBD")),
)
FEATURES = FoundTable(
    "What you get", (("Feature", "Silver", "Gold"), ("Phone", "no", "yes"), ("Reviews", "–", "4"))
)
TASKS = FoundTable("Who", (("Task", "Client", "Desk"), ("Report", "R", "A/I"), ("Solve", "C", "R")))
TERMS = FoundTable("Glossary", (("Term", "Definition"), ("Ticket", "A case"), ("SLA", "This")))


def taken(table: FoundTable, project: Project | None = None) -> Taken:
    """A table taken in as it is guessed."""
    project = project or Project()
    return taken_in(project, table, guessed(table, project))


@pytest.mark.parametrize(
    ("table", "meant"),
    [
        (TIMES, Plan("targets", ("severity", across("level"), across("level")), "First response")),
        (FEATURES, Plan("level_entitlements", ("entitlement", across("level"), across("level")))),
        (TASKS, Plan("assignments", ("activity", across("role"), across("role")))),
        (TERMS, Plan("glossary", ("name", "meaning"))),
        (FoundTable("The text", (TEXT_HEADS, ("a", "b"))), Plan("free_chapters", ("name", "body"))),
    ],
)
def test_what_a_table_holds_is_guessed(table: FoundTable, meant: Plan):
    assert guessed(table, Project()) == meant


def test_a_matrix_of_times_makes_levels_severities_a_measure_and_targets():
    project = taken(TIMES).project
    assert [level.name for level in project.service_levels] == ["Silver", "Gold"]
    assert [one.name for one in project.severities] == ["Critical", "Minor"]
    assert [one.name for one in project.measures] == ["First response"]
    assert title(project, next(iter(project.targets))) == "First response · Critical · Silver"


def test_words_that_cannot_be_read_are_told_and_kept_as_a_remark():
    result = taken(TIMES)
    assert [str(one).split(":")[0] for one in result.unread] == ["Row 2, Silver", "Row 2, Gold"]
    notes = [target.note for target in result.project.targets if target.note]
    assert notes == ["Silver: 2 days", "Gold: TBD"]


def test_levels_that_are_there_are_not_made_again():
    gold = a_level("gold")
    project = taken(FEATURES, Project().add(gold)).project
    assert [level.name for level in project.service_levels] == ["gold", "Silver"]
    assert {row.level for row in project.level_entitlements} >= {gold.id}


def test_taking_the_same_table_in_twice_changes_nothing():
    for table in (FEATURES, TASKS, TERMS, TIMES):
        once = taken(table).project
        again = taken_in(once, table, guessed(table, once))
        assert (again.made, again.changed) == (0, 0)


def test_a_row_fills_in_the_record_of_its_name():
    table = FoundTable("Levels", (("Service level", "For whom"), ("Gold", "Big clients")))
    project = Project().add(a_level("Gold", promise="All day."))
    result = taken_in(project, table, Plan("service_levels", ("name", "for_whom")))
    (level,) = result.project.service_levels
    assert (level.promise, level.for_whom, result.changed) == ("All day.", "Big clients", 1)


def test_nothing_that_is_taken_in_is_open_to_clients_by_itself():
    project = taken(TASKS).project
    rows = [row for name in ("roles", "activities") for row in getattr(project, name)]
    assert not any(row.readers.include(Reader.CLIENT) for row in rows)


def test_columns_that_are_left_out_are_not_taken():
    plan = guessed(TERMS, Project()).with_column(1, LEFT_OUT)
    assert [term.meaning for term in taken_in(Project(), TERMS, plan).project.glossary] == ["", ""]


def test_a_field_has_one_column_only():
    plan = Plan("glossary", ("name", "meaning")).with_column(0, "meaning")
    assert plan.columns == ("meaning", LEFT_OUT)


def test_another_kind_gets_columns_of_its_own():
    assert plan_for("questions", TERMS, Project()).table == "questions"


BY_MEASURE = FoundTable(
    "Service levels",
    (
        ("Priority", "Example", "Response", "Time to resolution"),
        ("P1", "All stand still", "30 minutes", "4 hours"),
        ("P2", "Some do", "2 hours", "1 service day"),
    ),
)
BY_SEVERITY = FoundTable(
    "Response times", (("Plan", "P1", "P2"), ("Basic", "8 h", "2 days"), ("Plus", "1 h", "4 h"))
)


def test_heads_that_name_measures_make_measures():
    project = taken(BY_MEASURE).project
    assert [one.name for one in project.measures] == ["First response", "Resolution"]
    assert [one.name for one in project.severities] == ["P1", "P2"]
    assert not len(project.service_levels)
    titles = [title(project, one) for one in project.targets]
    assert titles[:2] == ["First response · P1", "Resolution · P1"]


def test_beside_measures_what_names_none_is_left_out():
    columns = guessed(BY_MEASURE, Project()).columns
    assert columns == ("severity", LEFT_OUT, across("measure"), across("measure"))


def test_heads_that_name_measures_ask_for_no_other():
    assert not guessed(BY_MEASURE, Project()).asks_measure


def test_a_measure_of_the_project_is_meant_by_a_head():
    project = Project().add(Measure(name="Time to respond"))
    names = [one.name for one in taken(BY_MEASURE, project).project.measures]
    assert names == ["Time to respond", "Resolution"]


def test_german_words_are_understood_as_well():
    table = FoundTable(
        "Zeiten",
        (("Priorität", "Reaktionszeit", "Lösung"), ("Kritisch", "30 Minuten", "nächster Werktag")),
    )
    german = Project().add(Document(language=Language.GERMAN))
    project = taken(table, german).project
    assert [one.name for one in project.measures] == ["Reaktionszeit", "Lösung"]
    assert [str(one.value) for one in project.targets] == ["30 min", "next service day"]


def test_heads_that_name_severities_make_severities_for_each_level():
    project = taken(BY_SEVERITY).project
    assert [one.name for one in project.service_levels] == ["Basic", "Plus"]
    assert [one.name for one in project.severities] == ["P1", "P2"]
    assert [one.name for one in project.measures] == ["First response"]


def test_a_table_by_measure_taken_in_twice_changes_nothing():
    once = taken(BY_MEASURE).project
    assert taken(BY_MEASURE, once).project == once


UNDER_A_SENTENCE = FoundTable(
    "These targets hold for all servers we took over from Northlight.",
    (("Response time", "Basic", "Plus"), ("Critical", "8 h", "2 h"), ("Major", "1 day", "4 h")),
)
UNTOLD = FoundTable(
    "These times hold for all servers we took over from Northlight.",
    (("Priority", "Basic", "Plus"), ("Critical", "8 h", "2 h")),
)


def test_the_head_of_the_names_tells_the_measure():
    assert [one.name for one in taken(UNDER_A_SENTENCE).project.measures] == ["First response"]


def test_below_such_a_head_stand_severities():
    names = [one.name for one in taken(UNDER_A_SENTENCE).project.severities]
    assert names == ["Critical", "Major"]


def test_a_measure_that_is_there_is_meant_rather_than_a_common_one():
    project = Project().add(Measure(name="Time to respond"))
    assert measure_meant(UNDER_A_SENTENCE, project) == "Time to respond"


def test_a_sentence_above_a_table_is_no_name_of_a_measure():
    assert guessed(UNTOLD, Project()).measure == ""


def test_no_measure_is_made_of_words_that_tell_none():
    assert not len(taken(UNTOLD).project.measures)


def test_common_measures_are_offered_after_those_that_are_there():
    offered = measures_offered(Project().add(Measure(name="Pages an hour")))
    assert offered[:2] == ("Pages an hour", "First response")


def test_what_came_in_is_told_by_kind():
    told = taken(UNDER_A_SENTENCE).sentence
    assert told.startswith("9 records new (1 measure, 2 severities, 2 service levels, 4 targets)")


def test_shares_with_a_decimal_comma_are_read():
    table = FoundTable("Availability", (("Severity", "Gold"), ("Critical", "99,95 %")))
    plan = Plan("targets", ("severity", across("level")), "Availability")
    [target] = taken_in(Project(), table, plan).project.targets
    assert str(target.value) == "99.95 %"


def test_sums_and_days_are_read_as_a_german_workbook_has_them():
    table = FoundTable("Levels", (("Name", "Floor", "From"), ("Gold", "1.200,00 EUR", "1.12.2026")))
    plan = Plan("service_levels", ("name", "floor_price", "valid_from"))
    [gold] = taken_in(Project(), table, plan).project.service_levels
    assert (str(gold.floor_price), str(gold.valid_from)) == ("1200.00 EUR", "2026-12-01")


def test_numbers_with_points_are_no_days():
    assert international("Version 1.2.3, 1,200 cases") == "Version 1.2.3, 1,200 cases"


def three_plans() -> Project:
    return Project().add(a_level("Essential"), a_level("Plus"), a_level("Resort"))


PRICES = FoundTable(
    "Prices",
    (
        ("Plan", "Price per room / month", "Set-up fee"),
        ("Essential", "€ 6.00", "€250"),
        ("Plus", "4,50 €", ""),
    ),
)
UPTIMES = FoundTable(
    "Availability",
    (("Plan", "Availability per month"), ("Essential", "99.5%"), ("Resort", "99,95 %")),
)


def test_a_table_of_prices_is_no_list_of_services_named_like_levels():
    project = taken(PRICES, three_plans()).project
    assert len(project.services) == 0
    assert [str(one.price) for one in project.price_plans] == ["6.00 EUR", "4.50 EUR"]
    assert [str(one.set_up) for one in project.price_plans] == ["250.00 EUR", "None"]


def test_the_availability_of_each_level_becomes_a_promise():
    project = taken(UPTIMES, three_plans()).project
    assert [title(project, one) for one in project.targets] == [
        "Availability · Essential",
        "Availability · Resort",
    ]
    assert [str(one.value) for one in project.targets] == ["99.5 %", "99.95 %"]


def test_the_rooms_of_a_client_are_its_quantity():
    table = FoundTable("Clients", (("Hotel", "Plan", "Rooms"), ("Linde", "Plus", "12")))
    (client,) = taken(table, three_plans()).project.clients
    assert client.name == "Linde"
    assert client.quantity == 12


def test_a_role_that_has_no_part_is_not_answerable_for_it():
    table = FoundTable("Who", (("Task", "Desk", "Data centre"), ("Write", "R/A", "n/a")))
    project = taken(table).project
    assert [str(one.letters) for one in project.assignments] == ["R A"]


@pytest.mark.parametrize(
    ("heads", "likely"),
    [
        (("Lamp model", "Watts", "Socket", "Hue"), False),
        (("Term", "Definition"), True),
        (("Hotel", "Plan", "Rooms", "Deal"), True),
    ],
)
def test_a_table_of_which_little_is_understood_is_not_taken_in_unasked(
    heads: tuple[str, ...], likely: bool
):
    found = FoundTable("", (heads, ("whatever it is",) * len(heads)))
    assert guessed(found, three_plans()).is_likely is likely


def test_the_client_and_the_data_centre_are_not_of_the_service_team():
    heads = ("Task", "Service desk", "Data centre", "Account manager", "Client")
    table = FoundTable("Who", (heads, ("Restore it", "A", "R", "I", "C")))
    belongs = {one.name: one.organisation for one in taken(table).project.roles}
    assert belongs == {
        "Service desk": Organisation.STAFF,
        "Data centre": Organisation.SUPPLIER,
        "Account manager": Organisation.SALES,
        "Client": Organisation.CUSTOMER,
    }


def test_a_cell_that_says_nothing_is_neither_read_nor_told():
    table = FoundTable("Prices", (("Plan", "Price", "Set-up fee"), ("Plus", "€ 9,-", "n/a")))
    result = taken(table, three_plans())
    (plan,) = result.project.price_plans
    assert (str(plan.price), plan.set_up, plan.note, result.unread) == ("9.00 EUR", None, "", [])


def promised(table: FoundTable, project: Project) -> list[str]:
    """What stands after a table was taken in, target by target."""
    return [str(one.value) for one in taken(table, project).project.targets]


ONE_LEVEL = (("Priority", "Gold"), ("Critical", "4 h"), ("Minor", "2 service days"))


def first_response(*rows: tuple[str, ...]) -> FoundTable:
    return FoundTable("First response", (("Priority", "Gold"), *rows))


FIRST_TIMES = FoundTable("First response", ONE_LEVEL)


@pytest.mark.parametrize("words", ["n/a", "", "–"])
def test_a_cell_that_says_nothing_takes_no_promise_away(words: str):
    once = taken(FIRST_TIMES).project
    again = first_response(("Critical", words), ("Minor", "3 service days"))
    project = taken_in(once, again, guessed(FIRST_TIMES, once)).project
    assert [str(one.value) for one in project.targets] == ["4 h", "3 service days"]


def test_what_stays_is_told():
    once = taken(FIRST_TIMES).project
    result = taken(first_response(("Critical", "n/a"), ("Minor", "2 service days")), once)
    assert [str(one) for one in result.kept] == ["Row 1, Gold: “n/a” says nothing; “4 h” stays."]
    assert result.sentence == "0 records new; 1 cell says nothing, so what stands stays."


def test_an_empty_cell_is_told_as_one():
    once = taken(FIRST_TIMES).project
    (kept,) = taken(first_response(("Critical", ""), ("Minor", "2 service days")), once).kept
    assert str(kept) == "Row 1, Gold: the cell is empty; “4 h” stays."


def test_what_stands_is_taken_away_when_that_is_asked_for():
    once = taken(FIRST_TIMES).project
    table = first_response(("Critical", "n/a"), ("Minor", ""))
    result = taken_in(once, table, guessed(FIRST_TIMES, once), emptying=True)
    assert [str(one.value) for one in result.project.targets] == ["n/a", "None"]
    assert (result.changed, result.kept) == (2, [])


def test_a_new_promise_may_say_that_there_is_none():
    assert promised(first_response(("Critical", "n/a"), ("Minor", "4 h")), Project()) == [
        "n/a",
        "4 h",
    ]


def test_an_empty_cell_makes_no_record():
    assert promised(first_response(("Critical", ""), ("Minor", "4 h")), Project()) == ["4 h"]


def test_a_dash_still_says_no_among_what_a_level_includes():
    table = FoundTable("What", (("Feature", "Gold"), ("Phone", "yes"), ("Reviews", "4")))
    once = taken(table).project
    dash = FoundTable("What", (("Feature", "Gold"), ("Phone", "–"), ("Reviews", "4")))
    result = taken_in(once, dash, guessed(table, once))
    assert [str(one.value) for one in result.project.level_entitlements] == ["no", "4"]


def test_a_field_that_has_to_be_filled_is_never_taken_away():
    table = FoundTable("Terms", (("Term", "Definition"), ("Ticket", "")))
    once = taken(TERMS).project
    result = taken_in(once, table, Plan("glossary", ("name", "meaning")), emptying=True)
    assert next(iter(result.project.glossary)).meaning == "A case"
    assert len(result.kept) == 1


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Servicestufe", "level"),
        ("Anzahl Geräte", "quantity"),
        ("Number of devices", "quantity"),
        ("Vertragsende", "contract_until"),
        ("Betreuer", "account_role"),
        ("Zusätze", "add_ons"),
        ("Parkplatz", ""),
    ],
)
def test_heads_of_a_list_of_clients_are_understood(head, name):
    assert field_meant(head, {spec.name: spec for spec in fields(Client)}) == name
