"""An older project gets the ids of a newer one where records are the same by name."""

from __future__ import annotations

from slaeditor.exchange.text_form import dump, load
from slaeditor.model.promises import Target
from slaeditor.rules.aligning import aligned
from slaeditor.rules.difference import differences
from tests.publish.edition.sample import BRONZE, department


def test_a_project_read_twice_without_ids_is_the_same_again():
    text = dump(department(), ids=False)
    old, new = load(text), load(text)
    assert old.service_levels.rows.keys() != new.service_levels.rows.keys()
    back = aligned(old, new)
    assert back.service_levels.rows.keys() == new.service_levels.rows.keys()
    assert back.table(Target).rows.keys() == new.table(Target).rows.keys()
    assert differences(back, new) == ()


def test_references_follow_the_ids():
    text = dump(department(), ids=False)
    new = load(text)
    back = aligned(load(text), new)
    assert {one.level for one in back.targets} == {one.level for one in new.targets}


def test_a_project_with_the_same_ids_stays_as_it_is():
    project = department()
    assert aligned(project, project.put(BRONZE.but(promise="Other."))) is project
