"""Why a price or a credit cannot be told, in German, by the key of the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GERMAN_REASONS: Final[Mapping[str, str]] = {
    "price.no-plan": "Für „{level}“ gibt es keinen Preisplan; legen Sie einen an oder lassen Sie "
    "die Stufe auf einer beruhen, die einen hat.",
    "price.no-plan-on": "Für „{level}“ gibt es am {on} keinen Preisplan; legen Sie einen an oder "
    "lassen Sie die Stufe auf einer beruhen, die einen hat.",
    "price.other-plan": "„{plan}“ ist kein Preisplan von „{level}“; wählen Sie einen anderen.",
    "price.no-add-on": "Einer der Zusätze ist keiner dieses Projekts; wählen Sie einen anderen.",
    "price.unfit": "„{add_on}“ kann zu „{level}“ nicht hinzukommen.",
    "price.amount": "Für den Preisplan „{plan}“ fehlt der Betrag: {of}.",
    "price.none": "Der Preisplan „{plan}“ hat keinen Preis; tragen Sie einen ein.",
    "price.quantity": "Für den Preisplan „{plan}“ fehlt die Menge, gezählt in: {unit}.",
    "price.negative": "Die Menge für den Preisplan „{plan}“ darf nicht negativ sein.",
    "price.no-brackets": "Der Preisplan „{plan}“ hat keine Staffeln; tragen Sie sie ein.",
    "price.no-bracket": "Keine Staffel des Preisplans „{plan}“ deckt {quantity} ganz ab; tragen "
    "Sie die fehlende ein.",
    "price.bracket-says": "Keine Staffel des Preisplans „{plan}“ deckt {quantity} ganz ab; dort "
    "steht: {said}.",
    "price.currency": "Für den Preisplan „{plan}“ wird der Betrag in {currency} gebraucht.",
    "owed.other": "Das Ergebnis von „{measure}“ fehlt; verlangt ist: {value}.",
    "owed.result": "Das Ergebnis von „{measure}“ fehlt.",
    "owed.measure": "Sagen Sie, für welche Messgröße „{name}“ gilt.",
    "owed.currency": "„{name}“ mischt Währungen; nehmen Sie eine.",
    "owed.none": "„{level}“ hat für „{measure}“ weder Gutschrift noch Prämie.",
    "owed.step": "Sagen Sie, für je wie viel ein Schritt von „{name}“ gilt; der Schritt ist leer.",
    "owed.baseline": "Sagen Sie, ab wann die Schritte von „{name}“ zählen; kein Zielwert hat eine "
    "Zahl.",
    "owed.cases": "Die Zahl der Fälle für „{name}“ fehlt; geschuldet wird je {per}.",
}
"""Templates by the key of a reason."""
