"""Public holidays come from the list that comes with the program."""

from __future__ import annotations

from datetime import date

import pytest

from slaeditor.exchange.public_holidays import (
    countries,
    country_name,
    public_holidays,
    regions,
    source,
)


def test_the_big_countries_are_known():
    assert {"DE", "GB", "US", "FR", "JP"} <= set(countries())


@pytest.mark.parametrize(("language", "name"), [("de-DE", "Deutschland"), ("en-GB", "Germany")])
def test_a_country_is_called_as_in_the_language_of_the_document(language, name):
    assert country_name("DE", language) == name


def test_regions_have_names():
    assert regions("DE")["BY"] == "Bayern"


@pytest.mark.parametrize(("language", "name"), [("de-DE", "Neujahr"), ("en-US", "New Year's Day")])
def test_names_are_in_the_language_of_the_document(language, name):
    assert public_holidays("DE", "", [2027], language)[date(2027, 1, 1)] == name


def test_a_region_has_holidays_of_its_own():
    whole = public_holidays("DE", "", [2027], "de-DE")
    bavaria = public_holidays("DE", "BY", [2027], "de-DE")
    assert date(2027, 1, 6) in bavaria
    assert date(2027, 1, 6) not in whole


def test_the_source_is_named_in_words_with_its_version():
    told = source("en-GB")
    assert told.startswith("Free collection of public holidays “holidays”, version 0.")


def test_the_source_is_named_in_the_language_of_the_handbook():
    assert source("de-DE").startswith("Freie Sammlung gesetzlicher Feiertage")
