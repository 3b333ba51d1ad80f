"""From a passage of a handbook back to the field it is written in."""

from __future__ import annotations

import pytest

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.whereabouts import Whereabouts, whereabouts

GOLD = ServiceLevel(name="Gold", promise="We answer **within an hour**, day and night, on Sundays.")
SILVER = ServiceLevel(name="Silver", promise="We answer within an hour.")
HOSTING = Service(name="Hosting")
PROJECT = Project().add(GOLD, SILVER, HOSTING)


def test_a_line_leads_to_the_field_that_holds_it():
    found = whereabouts(PROJECT, "within an hour, day and night,")
    assert found == Whereabouts("service_levels", GOLD.id, "promise")


def test_a_word_broken_at_the_end_of_the_line_does_not_matter():
    found = whereabouts(PROJECT, "hour, day and night, on Sun-")
    assert found == Whereabouts("service_levels", GOLD.id, "promise")


def test_a_line_that_two_hold_leads_to_the_one_under_its_heading():
    found = whereabouts(PROJECT, "We answer within an hour", ["2.1 Gold", "2 Service levels"])
    assert found == Whereabouts("service_levels", GOLD.id, "promise")


def test_a_line_that_two_hold_leads_to_the_shorter_text_elsewhere():
    found = whereabouts(PROJECT, "We answer within an hour")
    assert found == Whereabouts("service_levels", SILVER.id, "promise")


def test_a_name_leads_to_its_record():
    assert whereabouts(PROJECT, "3.2 Hosting") == Whereabouts("services", HOSTING.id, "name")


def test_words_of_the_program_lead_where_their_heading_leads():
    found = whereabouts(PROJECT, "What you can rely on at this level", ["2.2 Silver"])
    assert found == Whereabouts("service_levels", SILVER.id)


@pytest.mark.parametrize("heading", ["Service levels", "2 Service levels"])
def test_a_chapter_leads_to_its_list(heading):
    assert whereabouts(PROJECT, "nothing", [heading]) == Whereabouts("service_levels")


def test_what_nobody_wrote_leads_nowhere():
    assert whereabouts(PROJECT, "Page 7 of 30") is None
