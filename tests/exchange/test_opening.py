"""“readers” at the head of a text says who may read what would start with staff alone."""

import pytest

from slaeditor.exchange.text_form import dump, load
from slaeditor.exchange.trouble import TextFormTrouble
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF, TEAM

TEXT = """
readers: everyone
service levels:
  gold: {name: Gold}
  inside: {name: Inside, readers: staff}
people:
  a: {name: A.}
promises:
  - {name: We call back}
"""


def test_records_that_would_start_with_staff_are_opened() -> None:
    gold, inside = load(TEXT).service_levels
    assert (gold.readers, inside.readers) == (EVERYONE, STAFF)


def test_private_records_and_those_about_sales_are_not() -> None:
    project = load(TEXT)
    assert next(iter(project.people)).readers == NOBODY
    assert next(iter(project.promises)).readers == TEAM


def test_a_text_says_once_what_most_records_are_open_to() -> None:
    text = dump(load(TEXT.replace("inside:", "silver: {name: Silver}\n  inside:")), ids=False)
    assert "\nreaders: everyone\n" in text
    assert text.count("readers") == 2


def test_without_it_every_record_says_who_may_read_it() -> None:
    text = dump(load("service levels: {gold: {name: Gold}}"), ids=False)
    assert "readers" not in text


def test_an_unknown_reader_at_the_head_is_named_with_its_line() -> None:
    with pytest.raises(TextFormTrouble, match="partners"):
        load("readers: partners\n")
