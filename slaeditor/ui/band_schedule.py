"""The bands of a credit as a small table: a result and what is owed for it."""

from __future__ import annotations

from slaeditor.model.compensation import CompensationBand
from slaeditor.rules.band_words import amount_typed, with_amount, with_range
from slaeditor.rules.compensation import band_range
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.schedule_model import Schedule, ScheduleColumn


def _results(band: CompensationBand, local: LocaleWords) -> str:
    return local.sentence(str(band_range(band)))


def _read_results(band: CompensationBand, typed: str, local: LocaleWords) -> CompensationBand:
    return with_range(band, local.canonical(typed))


def _owed(band: CompensationBand, local: LocaleWords) -> str:
    return local.sentence(amount_typed(band))


def _read_owed(band: CompensationBand, typed: str, local: LocaleWords) -> CompensationBand:
    return with_amount(band, local.canonical(typed))


def following(blank: CompensationBand, before: CompensationBand | None) -> CompensationBand:
    """Return a new band that begins where the one before it ends."""
    if before is None:
        return blank
    if before.upper is not None:
        return blank.but(lower=before.upper, lower_included=not before.upper_included)
    if before.lower is not None:
        return blank.but(upper=before.lower, upper_included=not before.lower_included)
    return blank


BANDS = Schedule(
    CompensationBand,
    "compensation",
    (
        ScheduleColumn("Result", "lower", _results, _read_results, "95 to below 99 · below 95"),
        ScheduleColumn("Owed", "words", _owed, _read_owed, "10 % · 50 EUR · 2 h · in words"),
    ),
    following,
)
