"""Which credits a level has of its own, and which it inherits."""

from slaeditor.model.compensation import Compensation, Direction
from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.rules.compensation import applying
from tests.builders import a_level

UPTIME = Measure(name="Uptime")
SILVER = a_level("Silver")
GOLD = a_level("Gold", based_on=SILVER.id)


def names(level: ServiceLevel, *rows: Compensation) -> list[str]:
    """The credits of a level, by name."""
    project = Project().add(UPTIME, SILVER, GOLD, *rows)
    return [row.name for row in applying(project, level, UPTIME)]


def a_credit(name: str, *levels: ServiceLevel, **values: object) -> Compensation:
    """A credit for uptime in some levels."""
    keys = tuple(level.id for level in levels)
    return Compensation(name=name, measure=UPTIME.id, levels=keys).but(**values)


def test_a_level_inherits_the_credit_of_what_it_is_based_on() -> None:
    assert names(GOLD, a_credit("usual", SILVER)) == ["usual"]


def test_a_credit_of_its_own_replaces_the_inherited_one() -> None:
    assert names(GOLD, a_credit("usual", SILVER), a_credit("better", GOLD)) == ["better"]


def test_several_of_its_own_all_hold() -> None:
    assert names(GOLD, a_credit("one", GOLD), a_credit("two", GOLD)) == ["one", "two"]


def test_a_credit_that_names_no_level_holds_for_all() -> None:
    assert names(GOLD, a_credit("for all"), a_credit("better", GOLD)) == ["for all", "better"]


def test_a_reward_does_not_replace_a_credit() -> None:
    reward = a_credit("reward", GOLD, direction=Direction.REWARD)
    assert names(GOLD, a_credit("usual", SILVER), reward) == ["usual", "reward"]


def test_a_credit_for_one_service_does_not_replace_that_for_all() -> None:
    mail = a_credit("mail", GOLD, services=(Service(name="Mail").id,))
    assert names(GOLD, a_credit("usual", SILVER), mail) == ["usual", "mail"]


def test_a_level_does_not_inherit_from_one_it_is_not_based_on() -> None:
    assert names(SILVER, a_credit("better", GOLD)) == []
