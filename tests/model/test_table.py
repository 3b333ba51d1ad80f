"""An immutable, ordered collection of records."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.table import Table
from slaeditor.model.work import Organisation, Role


def test_rows_come_in_the_order_of_their_positions() -> None:
    late, early = ServiceLevel(name="late", position=2), ServiceLevel(name="early", position=1)
    assert [row.name for row in Table([late, early])] == ["early", "late"]


def test_putting_a_row_leaves_the_old_table_as_it_was() -> None:
    gold = ServiceLevel(name="Gold")
    table = Table([gold])
    changed = table.put(gold.but(name="Platinum"))
    assert (table[gold.id].name, changed[gold.id].name) == ("Gold", "Platinum")


def test_dropping_what_is_not_there_changes_nothing() -> None:
    table = Table([ServiceLevel(name="Gold")])
    assert table.drop("nobody") == table


def test_rows_are_found_by_what_a_field_holds() -> None:
    gold, silver = ServiceLevel(name="Gold", ladder="A"), ServiceLevel(name="Silver", ladder="B")
    assert Table([gold, silver]).where("ladder", "B") == (silver,)


def test_two_rows_under_one_id_are_refused() -> None:
    gold = ServiceLevel(name="Gold")
    with pytest.raises(ValueError, match="same id"):
        Table([gold, gold])


def named(name, position=0, key=""):
    """Returns a role with a name."""
    return Role(id=key or name, name=name, position=position)


def test_an_exchanged_record_is_found_in_an_index_built_before():
    table = Table([named("a", 1), named("b", 2)])
    assert len(table.where("organisation", Organisation.STAFF)) == 2
    edited = table.put(named("b", 2).but(contact="x"))
    assert [one.contact for one in edited.where("organisation", Organisation.STAFF)] == ["", "x"]
    assert [one.contact for one in table.where("organisation", Organisation.STAFF)] == ["", ""]


def test_what_is_derived_is_worked_out_once_for_a_table():
    asked = []

    def count(table):
        asked.append(table)
        return len(table)

    table = Table([named("a")])
    assert [table.derived(count), table.derived(count)] == [1, 1]
    assert len(asked) == 1
    assert table.put(named("b")).derived(count) == 2


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 3), st.sampled_from("xyz"))))
def test_an_edited_table_answers_like_a_fresh_one(edits):
    table = Table([named(key, place) for place, key in enumerate("abc")])
    for key, position, contact in edits:
        assert table.where("contact", "x") == Table(table.rows.values()).where("contact", "x")
        pair = ("contact", "position")
        assert table.where(pair, ("y", 1)) == Table(table.rows.values()).where(pair, ("y", 1))
        assert tuple(table) == tuple(Table(table.rows.values()))
        table = table.put(named(key, position).but(contact=contact))
