"""Answers to the manager in German: what misses cost, lost clients, the interview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from slaeditor.publish.edition.german_reasons import GERMAN_REASONS
from slaeditor.publish.edition.german_staffing import GERMAN_STAFFING
from slaeditor.rules.exposure_words import EXPLAINED
from slaeditor.rules.losses_words import UNCLASSED

GERMAN_ANSWERS: Final[Mapping[str, str]] = {
    **GERMAN_STAFFING,
    **GERMAN_REASONS,
    "and": "{first} und {second}",
    "nothing": "nichts",
    "What missed promises cost": "Was verfehlte Zusagen kosten",
    "A month's credits": "Gutschriften eines Monats",
    "Fees": "Entgelte",
    "At these results": "Bei diesen Ergebnissen",
    "Expected": "Erwartet",
    "Worst case": "Im schlimmsten Fall",
    "Together": "Zusammen",
    EXPLAINED: "Erwartet: die Wahrscheinlichkeit einer Verfehlung nach den Kosten von "
    "Versäumnissen × die übliche Verfehlung (das Mittel der Stufen, ein Schritt oder ein Fall). "
    "Im schlimmsten Fall: jede Gutschrift in ihrer größten Höhe, innerhalb ihrer Grenzen.",
    "exposure.above": "Im schlimmsten Fall wäre bei „{level}“ mehr geschuldet, als verdient wird.",
    "exposure.unlimited": "„{name}“ hat keine Grenze; der schlimmste Fall lässt sich nicht "
    "beziffern.",
    "Misses allowed": "Erlaubte Verfehlungen",
    "What could not be told": "Was offen bleibt",
    "tolerance": "„{target}“: {share} von {count} Fällen: {misses} dürfen die Zusage verfehlen.",
    "tolerance.one": "„{target}“: {share} von {count} Fällen: 1 darf die Zusage verfehlen.",
    "tolerance.none": "„{target}“: {share} von {count} Fällen: Keiner darf die Zusage verfehlen.",
    "Clients we lost": "Kunden, die wir verloren haben",
    "By cause": "Nach Ursache",
    "Cause": "Ursache",
    "Worth a year": "Wert im Jahr",
    UNCLASSED: "Noch nicht eingeordnet",
    "What broke": "Was nicht gehalten wurde",
    "Promise or step": "Zusage oder Schritt",
    "Clients lost": "Verlorene Kunden",
    "broken.Target": "Zielwert „{name}“",
    "broken.MethodStep": "Schritt „{name}“",
    "broken.Promise": "Zusage des Vertriebs „{name}“",
    "What we expect of each other": "Was wir voneinander erwarten",
    "Asked of service": "Gefragt: der Service",
    "Asked of Sales": "Gefragt: der Vertrieb",
    "Asked of nobody in particular": "An alle gefragt",
    "Question": "Frage",
    "Answer": "Antwort",
    "Agreed": "Vereinbart",
    "For Sales and service. Not for clients.": "Für Vertrieb und Service. Nicht für Kunden.",
}
"""Templates by the key of a phrase, those of the case for staff among them."""
