"""Words and dates as they are compared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.project import Project
from slaeditor.publish.gate.passages import Passage, Reading
from slaeditor.publish.gate.search import hits
from slaeditor.publish.gate.secrets import Secrets, Source
from slaeditor.publish.gate.wording import dates, words_apart
from tests.builders import a_level

LEVEL = a_level(name="Harbour")
SOURCE = Source("service_levels", LEVEL.id, "name", "x")


@pytest.mark.parametrize(
    "written",
    ["2027-03-09", "9.3.2027", "9 March 2027", "9. März 2027", "March 9, 2027", "9 Mar. 2027"],
)
@pytest.mark.parametrize(
    "around", ["{}", "12{}", "{}34", "1999 and {} or 2030", f"{'x' * 60} {{}} y"]
)
def test_a_date_is_found_wherever_it_stands(written, around):
    words = around.replace("{}", f" {written} ")
    assert date(2027, 3, 9) in set(dates(words))


def test_many_dates_one_after_the_other_are_all_found():
    every = [date(2020 + at, 1 + at % 12, 1 + at) for at in range(20)]
    assert set(every) <= set(dates(" ".join(one.isoformat() for one in every)))


def test_a_text_without_a_year_has_no_date():
    assert list(dates("on 9 March, at 12:30")) == []


def test_a_sign_keeps_words_apart():
    assert words_apart("one two\x1ethree", "\x1e") == ["one", "two", "\x1e", "three"]


def found(text: str, phrase: str) -> bool:
    """Return whether a confidential phrase is found in a text."""
    secrets = Secrets(phrases={phrase: SOURCE})
    reading = Reading((Passage("page 1", text),))
    return bool(hits(reading, secrets, Project().put(LEVEL)))


@given(before=st.integers(0, 30), after=st.integers(0, 30))
def test_letters_without_gaps_are_found_at_any_place(before, after):
    assert found("x" * before + "neverbelowco" + "y" * after, "never below co")


def test_words_that_a_sign_keeps_apart_are_no_phrase():
    assert not found("never\x1ebelow", "never below")
    assert found("never below", "never below")


def test_words_of_a_phrase_in_a_row_are_found():
    assert found("they sell Never Below it.", "never below it")
