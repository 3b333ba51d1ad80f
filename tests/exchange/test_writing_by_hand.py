"""What people may write by hand is read generously and always the same way."""

from __future__ import annotations

from slaeditor.exchange.text_form import dump, load
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.rules.names import title

LEVELS = "service levels: {silver: {name: Silver}, gold: {name: Gold, based on: silver}}\n"


def titles(project: Project) -> list[str]:
    """The promises of a project, each with its title and value."""
    return [f"{title(project, one)}: {one.value}" for one in project.targets]


def test_tables_and_fields_may_be_written_with_spaces_hyphens_or_underscores():
    spaces = load("service levels: {gold: {for whom: all}}")
    assert dump(load("service-levels: {gold: {for-whom: all}}"), ids=False) == dump(
        spaces, ids=False
    )
    assert dump(load("Service_Levels: {gold: {for_whom: all}}"), ids=False) == dump(
        spaces, ids=False
    )


def test_a_table_may_be_called_what_the_window_calls_it():
    assert [one.name for one in load("Service hours: {Office: }").calendars] == ["Office"]


def test_a_row_without_a_name_is_named_by_its_key():
    assert [one.name for one in load("roles: {Team leader: }").roles] == ["Team leader"]


def test_a_reference_may_be_the_name():
    project = load("roles: {tl: {name: Team leader}, agent: {reports to: team leader}}")
    leader, agent = project.roles
    assert agent.reports_to == leader.id


def test_a_key_counts_before_a_name():
    project = load("roles: {a: {name: b}, b: {name: a}, c: {reports to: a}}")
    assert next(one for one in project.roles if one.name == "c").reports_to == (
        next(one for one in project.roles if one.name == "b").id
    )


def test_several_references_may_stand_in_a_line_or_a_list():
    line = load(LEVELS + "phases: {start: {levels: 'silver, gold'}}")
    listed = load(LEVELS + "phases: {start: {levels: [silver, Gold]}}")
    assert dump(line, ids=False) == dump(listed, ids=False)


def test_a_promise_is_found_by_the_words_of_its_title():
    project = load(
        LEVELS
        + "measures: {reply: {name: First reply}}\n"
        + "targets: [{measure: reply, value by level: {silver: 4 h, gold: 2 h}}]\n"
        + "evidence: {survey: {backs: first reply gold}}\n"
    )
    survey = next(iter(project.evidence))
    assert title(project, project.table(Target)[survey.backs]) == "First reply · Gold"


def test_a_grid_makes_a_row_for_each_filled_cell():
    project = load(
        LEVELS
        + "measures: {reply: }\nseverities: {s1: , s2: }\n"
        + "targets:\n  - measure: reply\n    strength: guaranteed\n"
        + "    value by level and severity:\n"
        + "      gold: {s1: 1 h, s2: 2 h}\n      silver: {s1: 4 h, s2: }\n"
    )
    assert titles(project) == [
        "reply · s1 · Gold: 1 h",
        "reply · s2 · Gold: 2 h",
        "reply · s1 · Silver: 4 h",
    ]
    assert {str(one.strength) for one in project.targets} == {"guaranteed"}


def test_a_cell_of_a_grid_may_say_more():
    project = load(
        LEVELS
        + "entitlements: {users: }\n"
        + "level entitlements: [{entitlement: users,"
        + " value by level: {gold: {value: 5, footnote: Named}}}]"
    )
    (only,) = project.level_entitlements
    assert (str(only.value), only.footnote) == ("5", "Named")


def test_rows_stand_under_their_owner():
    project = load("calendars: {office: {exceptions: [{first day: 2027-01-04}]}}")
    (exception,) = project.calendar_exceptions
    assert exception.calendar == next(iter(project.calendars)).id


def test_keys_below_two_owners_may_be_the_same():
    project = load(
        "service levels:\n  gold: {plans: {monthly: }}\n  silver: {plans: {monthly: }}\n"
        "allowances: [{name: Hours, plan: silver/monthly}]"
    )
    (allowance,) = project.allowances
    plan = project.price_plans[allowance.plan]
    assert project.service_levels[plan.level].name == "silver"


def test_the_order_of_the_text_is_the_order_of_the_rows():
    project = load("roles: {c: , a: , b: }")
    assert [one.name for one in project.roles] == ["c", "a", "b"]


def test_rows_moved_in_a_text_with_ids_are_moved():
    text = dump(load("roles: {c: , a: }"))
    c, a = "  c:\n    name: c\n", "  a:\n    name: a\n"
    short = text.replace("  c: {}\n  a: {}\n", "  a: {}\n  c: {}\n").replace(c + a, a + c)
    assert [one.name for one in load(short).roles] == ["a", "c"]


def test_rows_that_were_moved_keep_their_identity():
    project = load("roles: {c: , a: }")
    text = dump(project)
    moved = text.replace("  c: {}\n  a: {}\n", "  a: {}\n  c: {}\n")
    assert {one.id for one in load(moved).roles} == {one.id for one in project.roles}


def test_a_row_written_between_others_stands_between_them():
    text = dump(load("roles: {a: , c: }"))
    more = text.replace("  a: {}\n", "  a: {}\n  b: {}\n")
    assert [one.name for one in load(more).roles] == ["a", "b", "c"]


def test_a_block_of_lines_loses_only_its_last_line_end():
    project = load("charter:\n  values: |\n    One.\n\n    Two.\n")
    assert next(iter(project.charter)).values == "One.\n\nTwo."


def test_every_value_is_words_for_its_own_grammar():
    project = load("roles: {12:30: , no: , 1e3: , ~: }")
    assert [one.name for one in project.roles] == ["12:30", "no", "1e3", "~"]


def test_an_empty_text_is_an_empty_project():
    assert load("") == load("# only a remark\n") == Project()
