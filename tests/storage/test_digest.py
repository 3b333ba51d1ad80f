"""The digest is equal for equal content and different for any other."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.document import Document, Picture
from slaeditor.model.entity import Entity, fields
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, kinds
from slaeditor.model.table import Table
from slaeditor.storage import digest
from slaeditor.storage.digest import content_digest, table_digest
from tests.projects import made_project, projects, records


def test_nothing_has_the_digest_of_nothing():
    assert content_digest(Project()) == hashlib.sha256(b"").hexdigest()


@given(projects())
def test_the_order_in_which_records_came_does_not_matter(project: Project):
    turned = Project()
    for name, _, table in project.tables():
        turned = turned.with_table(name, Table(reversed(list(table))))
    assert content_digest(turned) == content_digest(project)


@given(st.sampled_from(list(kinds())), st.data())
def test_every_field_counts(name: str, drawn: st.DataObject):
    kind = kinds()[name]
    one, other = drawn.draw(records(kind)), drawn.draw(records(kind))
    names = ["position", "readers", *(field.name for field in fields(kind))]
    chosen = drawn.draw(st.sampled_from(names))
    changed = one.but(**{chosen: getattr(other, chosen)})
    same = content_digest(Project().put(changed)) == content_digest(Project().put(one))
    assert same == (changed == one)


def test_a_byte_of_a_picture_counts():
    picture = Picture(name="Logo", picture=b"\x00\x01")
    other = picture.but(picture=b"\x00\x02")
    assert content_digest(Project().put(picture)) != content_digest(Project().put(other))


def test_an_absent_value_is_not_an_empty_one():
    assert table_digest([("id", None)]) != table_digest([("id", "")])


def test_a_number_is_not_its_digits():
    assert table_digest([("id", 1)]) != table_digest([("id", "1")])


def test_the_digest_follows_an_edit_and_its_undo():
    project = Project().add(Document(name="Handbook"), ServiceLevel(name="Gold"))
    before = content_digest(project)
    edited = project.put(project.the(Document).but(name="Other"))
    assert content_digest(edited) != before
    assert content_digest(edited.put(project.the(Document))) == before


def test_the_digest_stays_the_same_over_versions_of_the_program():
    rows = [("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77", 1, "staff, sales", None, "ä", b"\x00")]
    told = (
        '[["0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77",1,"staff, sales",null,"ä",{"sha256":"'
        + hashlib.sha256(b"\x00").hexdigest()
        + '"}]]'
    )
    assert table_digest(rows) == hashlib.sha256(told.encode()).hexdigest()


def test_many_projects_have_many_digests():
    assert len({content_digest(made_project(seed)) for seed in range(20)}) == 20


@given(
    st.lists(records("ServiceLevel"), min_size=1, max_size=8, unique_by=lambda row: row.id),
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(["change", "drop", "add"])), max_size=8),
)
def test_a_digest_after_edits_is_that_of_a_first_look(
    levels: list[Entity], edits: list[tuple[int, str]]
):
    project = Project().put(*levels)
    for place, verb in edits:
        level = levels[place % len(levels)]
        if verb == "drop":
            project = project.drop(level)
        else:
            project = project.put(level.but(note=f"{verb} {place}", position=place))
        after_edit = content_digest(project)
        digest._REMEMBERED._held.clear()
        assert after_edit == content_digest(project)
        assert content_digest(project) == after_edit
