"""An immutable, ordered collection of records."""

import pytest

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.table import Table


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
