"""The same project gives the same bytes, however they come about, and nothing else is in them."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.table import Table
from slaeditor.model.work import Role
from slaeditor.storage import proof
from slaeditor.storage.builder import build
from slaeditor.storage.loader import load
from slaeditor.storage.meta import Meta
from slaeditor.storage.proof import prove
from slaeditor.storage.schema import root_pages
from slaeditor.storage.trouble import NotStorable
from tests.projects import made_project, records

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")
PRINT_HASH = """
import hashlib
from slaeditor.storage.builder import build
from slaeditor.storage.meta import Meta
from tests.projects import made_project
content = build(made_project(5), Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")).content
print(hashlib.sha256(content).hexdigest())
"""


def fresh_bytes(project: Project) -> bytes:
    """Return the bytes of a project whose tables nobody has seen before."""
    proof._PROVED.clear()
    for name, _, table in project.tables():
        project = project.with_table(name, Table(table))
    return build(project, META).content


@pytest.mark.parametrize("each", [1, 7, 60])
def test_a_save_after_an_edit_gives_the_bytes_of_a_fresh_build(each: int):
    project = made_project(each, each)
    prove(build(project, META), "a.sla")
    edited = project.put(project.the(Document).but(name="Edited"))
    carried = build(edited, META).content
    assert carried == fresh_bytes(edited)


@given(st.integers(0, 1000), st.lists(records(ServiceLevel), max_size=30))
@settings(max_examples=20)
def test_tables_carried_over_are_those_of_a_fresh_build(seed: int, levels: list[ServiceLevel]):
    project = made_project(seed, 3, ("document", "roles", "service_levels", "targets"))
    prove(build(project, META), "a.sla")
    others = {row.id for name in ("document", "roles", "targets") for row in getattr(project, name)}
    edited = project.put(*(level for level in levels if level.id not in others))
    carried = build(edited, META)
    prove(carried, "a.sla")
    assert carried.content == fresh_bytes(edited)


def test_a_save_after_opening_gives_the_bytes_of_a_fresh_build():
    content = fresh_bytes(made_project(4, 20))
    opened = load(content).project
    assert build(opened, META).content == content


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(seed: str):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())}
    command = [sys.executable, "-c", PRINT_HASH]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == hashlib.sha256(build(made_project(5), META).content).hexdigest()


def test_a_removed_word_leaves_no_trace():
    secret = "Kestrel-7919317"
    project = Project().add(Document(name=secret), ServiceLevel(name=secret))
    prove(build(project, META), "a.sla")
    document = project.the(Document)
    cleaned = project.put(document.but(name="Handbook"))
    cleaned = cleaned.drop(next(iter(cleaned.service_levels)))
    content = build(cleaned, META).content
    assert secret.encode() not in content
    assert secret.encode("utf-16-le") not in content


def two_files() -> tuple[proof.Built, proof.Built]:
    project = made_project(2, 2)
    edited = project.put(project.the(Document).but(name="Edited"))
    proof._PROVED.clear()
    return build(project, META), build(edited, META)


def test_bytes_with_other_rows_are_not_saved():
    one, other = two_files()
    with pytest.raises(NotStorable, match="did not read back the same"):
        prove(replace(one, content=other.content, entries=other.entries), "a.sla")


def test_bytes_with_another_meta_are_not_saved():
    one, other = two_files()
    with pytest.raises(NotStorable):
        prove(replace(one, entries=other.entries), "a.sla")


def test_a_carried_table_that_differs_is_not_saved():
    first = made_project(2, 2)
    prove(build(first, META), "a.sla")
    roles = list(first.roles)
    other = first.with_table("roles", Table([roles[0].but(note="Other"), *roles[1:]]))
    tampered = build(other, META)
    honest = build(first, META)
    claimed = replace(tampered, tables=honest.tables)
    with pytest.raises(NotStorable):
        prove(claimed, "a.sla")


def test_a_carried_table_that_lacks_a_row_is_not_saved():
    first = made_project(2, 2)
    prove(build(first, META), "a.sla")
    shorter = build(first.drop(next(iter(first.roles))), META)
    with pytest.raises(NotStorable):
        prove(replace(shorter, tables=build(first, META).tables), "a.sla")


def changed_and_carried(seed: int, each: int, verb: str) -> tuple[proof.Built, proof.Built]:
    """Return a proved file and the next one, in which one table differs as the verb says."""
    project = made_project(seed, each, ("document", "roles", "service_levels", "targets", "phases"))
    proof._PROVED.clear()
    earlier = build(project, META)
    role = max(project.roles, key=lambda one: len(one.note)).but(note="before")
    project = project.put(role)
    edited = {
        "same size": project.put(role.but(note="behind")),
        "grown": project.put(role.but(description="x" * 9000)),
        "fewer": project.with_table("roles", Table(list(project.roles)[:5])),
    }[verb]
    prove(earlier, "a.sla")
    return earlier, build(edited, META)


CARRIED = frozenset({"document", "service_levels", "targets", "phases"})


def test_tables_on_equal_pages_are_known_to_be_equal():
    earlier, later = changed_and_carried(3, 60, "same size")
    assert proof._stand_on_equal_pages(later, earlier.content, CARRIED)


def test_a_table_that_differs_does_not_stand_on_equal_pages():
    earlier, later = changed_and_carried(3, 60, "same size")
    assert not proof._stand_on_equal_pages(later, earlier.content, CARRIED | {"roles"})


@pytest.mark.parametrize("verb", ["grown", "fewer"])
def test_tables_on_moved_pages_are_compared_by_cell(verb: str):
    earlier, later = changed_and_carried(3, 60, verb)
    assert not proof._stand_on_equal_pages(later, earlier.content, CARRIED)
    assert proof._are_equal(later, earlier.content, CARRIED)
    claimed = replace(later, tables=earlier.tables)
    assert not proof._are_equal(claimed, earlier.content, CARRIED | {"roles"})


@given(st.integers(0, 500), st.integers(1, 40), st.binary(min_size=1, max_size=4), st.data())
@settings(max_examples=60)
def test_damage_to_a_carried_table_is_always_seen(
    seed: int, each: int, noise: bytes, drawn: st.DataObject
):
    earlier, later = changed_and_carried(seed, each, "same size")
    page = drawn.draw(st.sampled_from(sorted(tree(later, "targets"))))
    place = (page - 1) * 4096 + drawn.draw(st.integers(0, 4092))
    damaged = later.content[:place] + noise + later.content[place + len(noise) :]
    changed = damaged != later.content
    stands = proof._stand_on_equal_pages(replace(later, content=damaged), earlier.content, CARRIED)
    assert stands != changed


def tree(built: proof.Built, table: str) -> set[int]:
    return set(proof._pages(built, root_pages()[table]))


def test_two_records_of_one_key_are_not_stored():
    gold = ServiceLevel(name="Gold")
    project = Project().add(gold, Role(id=gold.id, name="Head of service"))
    with pytest.raises(NotStorable, match="two records have the same key"):
        build(project, META)
