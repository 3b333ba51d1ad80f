"""Everything a credit or reward says as one text in the language of the handbooks.

The handbook spreads it over sentences, a table of bands and particulars; here it stands together,
for who writes it.
"""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.model.compensation import Claim, Compensation
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.publish.edition.builder import whole_view
from slaeditor.publish.edition.chapters.clauses import clause_sentence
from slaeditor.publish.edition.chapters.remedies import band_amounts, range_words
from slaeditor.publish.edition.view import View
from slaeditor.rules.compensation import band_range, bands_of
from slaeditor.rules.compensation_words import clauses


def credit_words(project: Project, row: Compensation, level: ServiceLevel | None = None) -> str:
    """Return what a credit or reward says for a level, in the order it is read."""
    return " ".join(filter(None, _said(whole_view(project), row, level)))


def _said(view: View, row: Compensation, level: ServiceLevel | None) -> Iterator[str]:
    bands = iter(bands_of(view.project, row))
    for clause in clauses(view.project, row, level):
        if clause.key == "band":
            band = next(bands)
            told = range_words(view, band_range(band))
            yield f"{told[:1].upper()}{told[1:]}: {band_amounts(view, band)}."
        elif clause.key == "formula":
            yield row.formula
        else:
            yield clause_sentence(view, row, clause)
        if clause.key == str(Claim.ON_REQUEST) and row.claim_route:
            yield view.phrases("clause.route", route=row.claim_route.rstrip("."))
