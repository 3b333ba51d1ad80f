"""Records become rows and come back; shortcuts say what the kinds themselves say."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model import kinds as field_kinds
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import kinds
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.storage.rows import BadCell, Column, columns, restored_records, stored_rows
from tests.projects import records

any_text = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(string.printable),
        st.sampled_from("\x00\n\t\r\x1b\u00a0\u202e\u2066\ud800\ufffe\u00ad\u200b"),
    ),
    max_size=30,
)


def column(kind: field_kinds.Kind) -> Column:
    return Column("c", "Words", kind, needed=True)


@pytest.mark.parametrize("kind", [field_kinds.TEXT, field_kinds.PROSE], ids=lambda kind: kind.name)
@given(cells=st.lists(any_text, max_size=4))
def test_text_passes_exactly_when_its_kind_accepts_it(kind: field_kinds.Kind, cells: list[str]):
    try:
        wanted = [kind.restored(cell) for cell in cells]
    except Unreadable:
        with pytest.raises(BadCell):
            column(kind).restored(cells)
    else:
        assert list(column(kind).restored(cells)[0]) == wanted


@pytest.mark.parametrize(
    ("kind", "longest"),
    [(field_kinds.TEXT, field_kinds.LONGEST_TEXT), (field_kinds.PROSE, field_kinds.LONGEST_PROSE)],
    ids=["text", "prose"],
)
def test_the_longest_text_passes_and_no_longer_one(kind: field_kinds.Kind, longest: int):
    assert column(kind).restored(["x" * longest])
    with pytest.raises(BadCell, match="characters long"):
        column(kind).restored(["x" * (longest + 1)])


@pytest.mark.parametrize("kind", [field_kinds.TEXT, field_kinds.PROSE], ids=lambda kind: kind.name)
@pytest.mark.parametrize("cell", [None, 1, b"bytes"])
def test_text_is_text(kind: field_kinds.Kind, cell: int | bytes | None):
    with pytest.raises(BadCell):
        column(kind).restored([cell])


@pytest.mark.parametrize("name", list(kinds()))
@given(drawn=st.data())
@settings(max_examples=8)
def test_records_of_every_kind_come_back(name: str, drawn: st.DataObject):
    kind = kinds()[name]
    made = drawn.draw(st.lists(records(kind), max_size=3, unique_by=lambda one: one.id))
    back = restored_records(kind, stored_rows(kind, made))
    assert back == sorted(made, key=lambda one: one.id)


def test_rows_stand_in_order_of_id():
    made = [ServiceLevel(name=name) for name in "dacb"]
    rows = stored_rows(ServiceLevel, made)
    assert [row[0] for row in rows] == sorted(one.id for one in made)


def test_a_bad_cell_names_its_row_and_field():
    made = sorted((ServiceLevel(name=name) for name in ("a", "b\x00", "c")), key=lambda one: one.id)
    with pytest.raises(BadCell) as bad:
        stored_rows(ServiceLevel, made)
    assert made[bad.value.index].name == "b\x00"
    assert bad.value.label == "Name"


def test_a_value_of_another_kind_cannot_be_stored():
    with pytest.raises(BadCell):
        stored_rows(ServiceLevel, [ServiceLevel(name=5)])  # type: ignore[arg-type] # meant


def test_a_restored_record_is_like_a_made_one():
    made = ServiceLevel(name="Gold")
    (back,) = restored_records(ServiceLevel, stored_rows(ServiceLevel, [made]))
    assert repr(back) == repr(made)
    assert hash(back) == hash(made)
    assert back.but(name="Silver").name == "Silver"


def test_every_kind_begins_with_the_same_three_columns():
    assert {tuple(c.name for c in columns(kind)[:3]) for kind in kinds().values()} == {
        ("id", "position", "readers")
    }
