"""What a declaration promises of every kind of record."""

import re
from pathlib import Path

import pytest

from slaeditor.model.areas import Area
from slaeditor.model.backing import Person, Workload
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.entity import Entity, default, fields, links, owner
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, entity_named, kinds, table_name
from slaeditor.model.promises import Target
from slaeditor.model.readers import CLIENT, NOBODY

EVERY_KIND = list(kinds().values())
SEEN_ALONE = {Document, Client}
"""Title and look of every handbook, and an entry that only that client's own handbook shows."""
ICONS = Path(__file__).parents[2] / "resources" / "icons"


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_kind_can_be_made_from_nothing(kind: type[Entity]) -> None:
    assert kind().id != kind().id


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_field_has_a_label_and_a_default_its_kind_can_store(kind: type[Entity]) -> None:
    for spec in fields(kind):
        value = default(kind, spec.name)
        assert spec.label
        assert spec.kind.restored(spec.kind.stored(value)) == value


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_reference_points_at_a_kind_of_the_project(kind: type[Entity]) -> None:
    for spec in links(kind):
        assert table_name(entity_named(spec.to))


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_titles_and_unique_keys_name_real_fields(kind: type[Entity]) -> None:
    names = {spec.name for spec in fields(kind)}
    assert set(kind.declaration.title) <= names
    assert set(kind.declaration.unique) <= names


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_kind_says_what_it_is(kind: type[Entity]) -> None:
    assert kind.__doc__
    assert re.match(r"[A-Z“].*\.", kind.__doc__.strip().split("\n")[0])


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_every_icon_is_bundled(kind: type[Entity]) -> None:
    assert (ICONS / f"{kind.declaration.icon}.svg").exists()


def test_no_new_record_that_stands_alone_is_open_to_clients() -> None:
    opened = [
        kind.__name__
        for kind in EVERY_KIND
        if owner(kind) is None and kind().readers & CLIENT and kind not in SEEN_ALONE
    ]
    assert opened == []


def test_what_belongs_to_something_private_starts_private() -> None:
    for kind in EVERY_KIND:
        spec = owner(kind)
        if spec and entity_named(spec.to)().readers == NOBODY:
            assert kind().readers == NOBODY, kind.__name__
    assert Person().readers == Workload().readers == NOBODY


def test_the_navigator_has_at_most_eight_headings_and_none_is_empty() -> None:
    assert {kind.declaration.area for kind in EVERY_KIND} == set(Area)
    assert len(Area) <= 8


def test_a_project_may_be_used_without_knowing_its_tables() -> None:
    gold = ServiceLevel(name="Gold")
    project = Project().add(gold, ServiceLevel(name="Silver"))
    assert [level.name for level in project.table(ServiceLevel)] == ["Gold", "Silver"]
    assert project.find("ServiceLevel", gold.id) is not None
    assert project.count == 2


def test_a_target_belongs_to_its_level() -> None:
    found = owner(Target)
    assert found is not None
    assert found.name == "level"
