"""Tests of findings put together by what they are about."""

from __future__ import annotations

from slaeditor.rules.findings import Finding, Gravity
from slaeditor.rules.found import Found, found


def finding(row: str, severity: Gravity, *, table: str = "targets", waived: str = "") -> Finding:
    """Return a finding about a record."""
    said = (f"{severity} of {row}", "", "")
    return Finding("rule", severity, table, row, table, row, "value", *said, (), waived)


ERROR, WARNING, HINT = Gravity.ERROR, Gravity.WARNING, Gravity.HINT


def test_a_record_lists_its_own_findings_the_gravest_first() -> None:
    one = found((finding("a", HINT), finding("b", WARNING), finding("a", ERROR)))
    assert [each.severity for each in one.of_row["a"]] == [ERROR, HINT]


def test_the_gravest_finding_of_a_record_counts() -> None:
    one = found((finding("a", HINT), finding("a", WARNING), finding("b", HINT)))
    assert one.gravest("targets") == {"a": "warning", "b": "hint"}


def test_a_table_without_findings_has_no_gravest() -> None:
    assert found((finding("a", HINT),)).gravest("services") == {}


def test_what_is_accepted_is_among_all_findings_but_not_open() -> None:
    accepted = finding("a", WARNING, waived="Agreed.")
    one = found((accepted,))
    assert (one.findings, one.open, one.of_row) == ((accepted,), (), {})


def test_several_records_share_one_order_by_gravity() -> None:
    one = found((finding("a", HINT), finding("b", ERROR), finding("c", WARNING)))
    assert [each.row for each in one.of_rows(("a", "b"))] == ["b", "a"]


def test_a_record_asked_for_twice_is_told_once() -> None:
    one = found((finding("a", HINT),))
    assert len(one.of_rows(("a", "a"))) == 1


def test_findings_are_counted_by_table_and_by_gravity() -> None:
    one = found((finding("a", HINT), finding("b", HINT), finding("c", ERROR, table="services")))
    assert (one.by_table["targets"], one.by_gravity["hint"], one.by_gravity["error"]) == (2, 2, 1)


def test_nothing_is_found_before_the_first_check() -> None:
    assert Found().gravest("targets") == {}
