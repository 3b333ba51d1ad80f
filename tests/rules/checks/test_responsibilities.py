"""The responsibility matrix, and roles without a part."""

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.work import Activity, Assignment, LetterMeaning, MethodStep, Role
from slaeditor.rules.checks import responsibilities
from tests.rules.checks.check_builders import says

CLIENT, PROVIDER = Role(name="Client", position=1), Role(name="Provider", position=2)
BACKUP = Activity(name="Backup")
GOLD = ServiceLevel(name="Gold")


def a_matrix(client=None, provider=None, *more):
    """Returns a project with one activity and the cells of two roles."""
    cells = [
        Assignment(activity=BACKUP.id, role=role.id, letters=Letters.parse(words))
        for role, words in ((CLIENT, client), (PROVIDER, provider))
        if words is not None
    ]
    return Project().put(CLIENT, PROVIDER, BACKUP, GOLD).add(*cells, *more)


def test_two_accountable_roles_are_found():
    assert says(responsibilities.accountable, a_matrix("R A", "R A")) == [
        "2 roles are accountable for “Backup”: “Client” and “Provider”."
    ]


def test_nobody_accountable_is_found():
    assert says(responsibilities.accountable, a_matrix("C", "R")) == [
        "Nobody is accountable for “Backup”."
    ]


def test_one_accountable_role_is_fine():
    assert says(responsibilities.accountable, a_matrix("R A", "I")) == []


def test_a_second_accountable_role_at_one_level_is_found():
    more = Assignment(activity=BACKUP.id, role=CLIENT.id, level=GOLD.id, letters=Letters.parse("A"))
    assert says(responsibilities.accountable, a_matrix("I", "R A", more)) == [
        "2 roles are accountable for “Backup” at “Gold”: “Client” and “Provider”."
    ]


def test_a_cell_of_a_level_replaces_the_general_one():
    more = Assignment(
        activity=BACKUP.id, role=PROVIDER.id, level=GOLD.id, letters=Letters.parse("R A")
    )
    assert says(responsibilities.accountable, a_matrix("I", "R A", more)) == []


def test_words_in_a_cell_may_name_the_accountable_elsewhere():
    assert says(responsibilities.accountable, a_matrix('"SoW"', "C")) == []


def test_nobody_responsible_is_found():
    assert says(responsibilities.responsible, a_matrix("A", "I")) == [
        "Nobody is responsible for “Backup”."
    ]


def test_an_activity_without_any_cell_has_nobody_responsible():
    assert len(says(responsibilities.responsible, a_matrix())) == 1


def test_somebody_responsible_is_fine():
    assert says(responsibilities.responsible, a_matrix("A", "R")) == []


def consulted(count):
    roles = [Role(name=f"Role {number}") for number in range(count)]
    cells = [
        Assignment(activity=BACKUP.id, role=role.id, letters=Letters.parse("C")) for role in roles
    ]
    return a_matrix("R A").add(*roles, *cells)


def test_five_consulted_roles_are_too_many():
    assert says(responsibilities.too_many_consulted, consulted(5)) == [
        "5 roles are consulted on “Backup”."
    ]


def test_four_consulted_roles_are_fine():
    assert says(responsibilities.too_many_consulted, consulted(4)) == []


def test_a_letter_without_meaning_is_found():
    assert len(says(responsibilities.letter_without_meaning, a_matrix("R A", "V"))) == 1


def test_a_letter_with_a_meaning_is_fine():
    meaning = LetterMeaning(letter="V", name="Verifies")
    assert says(responsibilities.letter_without_meaning, a_matrix("R A", "V", meaning)) == []


def test_a_role_without_duty_is_found():
    project = a_matrix("R A").add(Document(name="Handbook"))
    assert says(responsibilities.role_without_duty, project) == [
        "The role “Provider” has no part in anything."
    ]


def test_a_role_with_a_step_has_a_duty():
    step = MethodStep(name="Call", who=PROVIDER.id)
    project = a_matrix("R A").add(Document(name="Handbook"), step)
    assert says(responsibilities.role_without_duty, project) == []


def accountable_for(count):
    activities = [Activity(name=f"Activity {number}") for number in range(count)]
    cells = [
        Assignment(activity=one.id, role=PROVIDER.id, letters=Letters.parse("A"))
        for one in activities
    ]
    return Project().add(PROVIDER, *activities, *cells)


def test_a_role_accountable_for_21_activities_is_overloaded():
    assert says(responsibilities.role_overloaded, accountable_for(21)) == [
        "Provider is accountable for 21 activities."
    ]


def test_a_role_accountable_for_20_activities_is_fine():
    assert says(responsibilities.role_overloaded, accountable_for(20)) == []
