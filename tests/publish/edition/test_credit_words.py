"""Everything a credit says, together, in the language of the handbooks."""

from __future__ import annotations

from decimal import Decimal

from slaeditor.model.compensation import Claim, Compensation, CompensationBand, Method
from slaeditor.model.document import Document, Language
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Better, Measure, MeasureKind, Target
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.edition.credit_words import credit_words

MEASURE = Measure(name="Verfügbarkeit", kind=MeasureKind.AVAILABILITY, better=Better.HIGHER)
LEVEL = ServiceLevel(name="Gold")
CREDIT = Compensation(
    name="Gutschrift",
    measure=MEASURE.id,
    method=Method.BANDS,
    claim=Claim.ON_REQUEST,
    claim_route="E-Mail an die Buchhaltung",
    evidence="Die Fallnummer",
    exclusions="Die Störung lag beim Kunden.",
    consequence="Ein Gespräch mit der Leitung",
    earn_back="Drei Monate ohne Verfehlung",
)
BAND = CompensationBand(
    compensation=CREDIT.id,
    lower=Decimal(95),
    upper=Decimal("99.5"),
    share=Percentage.parse("12.5 %"),
    hours=Decimal(2),
)


def said(language: Language) -> str:
    target = Target(level=LEVEL.id, measure=MEASURE.id, value=TargetValue.parse("99.5 %"))
    rows = (Document(language=language), MEASURE, LEVEL, target, CREDIT, BAND)
    return credit_words(Project().add(*rows), CREDIT, LEVEL)


def test_a_german_handbook_is_told_in_german():
    words = said(Language.GERMAN)
    assert words.startswith("Wird die Zusage für „Verfügbarkeit“ verfehlt (mindestens 99,5 %)")
    assert "12,5 %" in words
    assert "Der Weg dafür: E-Mail an die Buchhaltung." in words
    assert "Nachzuweisen ist: Die Fallnummer." in words
    assert "Nichts ist geschuldet, wenn Folgendes gilt: Die Störung lag beim Kunden." in words
    assert "Was außerdem folgt: Ein Gespräch mit der Leitung." in words


def test_an_english_handbook_is_told_in_english():
    words = said(Language.ENGLISH)
    assert words.startswith("If the promise of “Verfügbarkeit” is missed (at least 99.5 %), the")
    assert "It is claimed by E-Mail an die Buchhaltung." in words
    assert "12.5 %" in words


def test_a_band_says_its_range_and_what_is_owed_in_it():
    assert ": 12,5 %, 2 Servicestunden." in said(Language.GERMAN)
