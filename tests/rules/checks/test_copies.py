"""In a copy only what a record says by itself is judged."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.project import Project
from slaeditor.model.promises import Severity
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.rules.checks.checking import check
from slaeditor.rules.checks.copies import about_the_copy
from slaeditor.rules.visible import visible

ON = date(2026, 11, 1)


@pytest.fixture(scope="module")
def whole() -> Project:
    return starter("agency").project()


@pytest.mark.parametrize("reader", list(Reader))
def test_a_copy_has_no_finding_that_the_whole_has_not(whole: Project, reader: Reader):
    there = {(one.rule, one.row, one.field) for one in check(whole, ON)}
    found = about_the_copy(check(visible(whole, reader), ON), reader)
    assert {(one.rule, one.row, one.field) for one in found} <= there


def test_what_a_record_says_itself_is_found_in_a_copy():
    vague = Project().add(Severity(name="Urgent", readers=EVERYONE))
    found = about_the_copy(check(visible(vague, Reader.CLIENT), ON), Reader.CLIENT)
    assert "severity-vague" in {one.rule for one in found}


def test_a_field_its_reader_may_not_see_is_not_missed(whole: Project):
    found = check(visible(whole, Reader.CLIENT), ON)
    kept = about_the_copy(found, Reader.CLIENT)
    assert len(kept) < len(found)
