"""The sentences about credits and rewards in German."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CLAUSES: Final[Mapping[str, str]] = {
    "clause.credit": "Wird die Zusage für „{measure}“ verfehlt ({value}), erhält der Kunde eine "
    "Gutschrift.",
    "clause.credit.client": "Wird die Zusage für „{measure}“ verfehlt ({value}), erhalten Sie eine "
    "Gutschrift.",
    "clause.bonus": "Wird die Zusage für „{measure}“ übertroffen ({value}), zahlt der Kunde einen "
    "Bonus.",
    "clause.bonus.client": "Wird die Zusage für „{measure}“ übertroffen ({value}), zahlen Sie "
    "einen Bonus.",
    "clause.reward": "Wird die Zusage für „{measure}“ übertroffen ({value}), erhält das Team eine "
    "Prämie.",
    "clause.penalty": "Wird die Zusage für „{measure}“ verfehlt ({value}), verliert das Team "
    "oder der Lieferant.",
    "clause.penalty.client": "Wird die Zusage für „{measure}“ verfehlt ({value}), folgt eine "
    "Gutschrift.",
    "clause.step": "Für je {size}, gezählt ab {start}: {amount}.",
    "clause.whole only": "Nur ganze Schritte zählen.",
    "clause.part counts whole": "Ein angefangener Schritt zählt ganz.",
    "clause.pro rata": "Teile eines Schritts zählen anteilig.",
    "clause.tolerance": "Innerhalb einer Toleranz von {tolerance} ist nichts geschuldet.",
    "clause.per case": "Je {case}: {amount}.",
    "clause.counts when": "Es zählt, wenn Folgendes gilt: {condition}.",
    "clause.test": "Für „{measure}“ muss außerdem gelten: {value}.",
    "clause.base": "Anteile beziehen sich auf: {base}.",
    "clause.cap": "Geschuldet werden höchstens {cap}{per}.",
    "clause.further cap": "Ebenso werden höchstens {cap}{per} geschuldet.",
    "clause.second cap": "Zweite Grenze: {words}.",
    "clause.smallest": "Beträge unter {amount} werden nicht ausgezahlt.",
    "clause.weight": "Das Gewicht beträgt {weight}.",
    "clause.highest": "Treffen mehrere zu, ist nur der höchste Betrag geschuldet.",
    "clause.sum": "Treffen mehrere zu, sind alle geschuldet.",
    "clause.sum, capped": "Treffen mehrere zu, sind alle bis zur Grenze geschuldet.",
    "clause.sole remedy": "Das ist der einzige Anspruch.",
    "clause.termination": "Der Kunde darf nach {misses} Verfehlungen{window} kündigen.",
    "clause.termination.client": "Sie dürfen nach {misses} Verfehlungen{window} kündigen.",
    "clause.termination below": "Der Kunde darf kündigen, sobald das Ergebnis unter {share} liegt.",
    "clause.termination below.client": "Sie dürfen kündigen, sobald das Ergebnis unter {share} "
    "liegt.",
    "clause.automatic": "Sie wird ohne Antrag gewährt{within}.",
    "clause.on request": "Sie ist zu beantragen{within}{start}.",
    "clause.route": "Der Weg dafür: {route}.",
    "clause.evidence": "Nachzuweisen ist: {evidence}.",
    "clause.earn back": "Zurückverdient wird sie, wenn Folgendes gilt: {condition}.",
    "clause.consequence": "Was außerdem folgt: {consequence}.",
    "clause.exclusions": "Nichts ist geschuldet, wenn Folgendes gilt: {exclusions}.",
    "clause.payout": "Gewährt wird: {payout}{within}.",
    "clause.per.": "je {value}",
    "clause.within.": "innerhalb von {value}",
    "clause.from.": "ab {value}",
    "clause.by.": "per {value}",
    "clause.out of.": "in {value} Zeiträumen",
    "clause.the target": "dem Zielwert",
    "clause.the measure": "die Messgröße",
    "clause.what is promised": "was zugesagt ist",
    "clause.nothing": "nichts",
    "clause.case": "Fall",
}
"""Sentences by the key of their clause."""
