"""Public holidays of countries and regions, from a list that comes with the program.

Dates change by decree: what is taken from here is stored as dates and never computed again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from functools import cache

from babel.core import Locale

_SOURCES = {
    "en": "Free collection of public holidays “holidays”, version {version}",
    "de": "Freie Sammlung gesetzlicher Feiertage „holidays“, Version {version}",
}
"""What the list is called that comes with the program, by language."""


def countries() -> tuple[str, ...]:
    """Return the two-letter codes (ISO 3166-1) of the countries whose holidays are known."""
    from holidays.registry import COUNTRIES  # the countries themselves take seconds to import

    return tuple(sorted({names[1] for names in COUNTRIES.values()}))


def country_name(code: str, language: str) -> str:
    """Return what a country with a two-letter code is called in a language such as "de-DE".

    >>> country_name("DE", "de-DE"), country_name("DE", "en-GB")
    ('Deutschland', 'Germany')
    """
    return str(Locale.parse(language, sep="-").territories.get(code, code))


@cache
def regions(country: str) -> Mapping[str, str]:
    """Return the names of the regions of a country that have holidays of their own, by code."""
    import holidays

    known = holidays.country_holidays(country)
    names = {code: name for name, code in known.subdivisions_aliases.items()}
    return {code: names.get(code, code) for code in known.subdivisions}


def public_holidays(
    country: str, region: str, years: Collection[int], language: str
) -> dict[date, str]:
    """Return the holidays of a country, or of a region of it, in some years: names by date.

    Names are in the language (such as "de-DE") where they are known in it, else as they are called
    in the country. A date with several holidays has both names.
    """
    import holidays

    spoken = _language(holidays.country_holidays(country).supported_languages, language)
    found = holidays.country_holidays(
        country, subdiv=region or None, years=sorted(years), language=spoken
    )
    return {on: found[on].replace("; ", " and ") for on in sorted(found)}


def source(language: str) -> str:
    """Return what the dates are taken from, with its version, in words of a handbook's language."""
    from holidays.version import __version__

    words = _SOURCES.get(language.partition("-")[0], _SOURCES["en"])
    return words.format(version=__version__)


def _language(known: Collection[str], wanted: str) -> str | None:
    """The language among those known that is closest to one, None for the country's own."""
    code = wanted.replace("-", "_")
    spoken = code.split("_", maxsplit=1)[0]
    close = [one for one in known if one.split("_")[0] == spoken]
    return code if code in known else next(iter(close), None)
