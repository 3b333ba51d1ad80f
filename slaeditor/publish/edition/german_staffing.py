"""The case for staff in German: each sentence by its key; English is what the phrases say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

GERMAN_STAFFING: Final[Mapping[str, str]] = {
    "The case for staff": "Der Bedarf an Stellen",
    "In short": "Kurz gesagt",
    "The work of": "Die Arbeit von {team}",
    "What people do": "Was die Einzelnen tun",
    "Where the hours go": "Wohin die Stunden gehen",
    "What a client costs to serve": "Was die Betreuung eines Kunden kostet",
    "What failing costs a year": "Was Versäumnisse im Jahr kosten",
    "How this was worked out": "Wie gerechnet wurde",
    "What if": "Was wäre, wenn: {name}",
    "Work": "Arbeit",
    "Cases a week": "Fälle je Woche",
    "Hours a week": "Stunden je Woche",
    "Positions": "Stellen",
    "not known": "unbekannt",
    "Who": "Wer",
    "Hours of activities": "Stunden der Tätigkeiten",
    "over": "darüber",
    "For": "Für",
    "no level": "keine Stufe",
    "no activity": "keine Tätigkeit",
    "Level": "Stufe",
    "Clients": "Kunden",
    "Cost to serve a month": "Betreuung im Monat",
    "By the activity log": "Nach dem Tätigkeitsprotokoll",
    "Floor": "Untergrenze",
    "Cost to serve a client a month": "Betreuung eines Kunden im Monat",
    "Today": "Heute",
    "As supposed": "Wie angenommen",
    "What fails": "Was versäumt wird",
    "Each time": "Jedes Mal",
    "A year, expected": "Im Jahr, erwartet",
    "figure": "{value}",
    "short.unknown": "„{team}“: Die Zahl der Stellen fehlt; nötig sind {needs}.",
    "short.missing": "„{team}“, Stellen: {has} besetzt, {needs} nötig, {rest} fehlen.",
    "short.cost": "„{team}“, Stellen: {has} besetzt, {needs} nötig, {rest} fehlen, "
    "{cost} im Monat.",
    "short.spare": "„{team}“, Stellen: {has} besetzt, {needs} nötig, {rest} frei.",
    "work": "{team} bekommt {load} Stunden Arbeit in der Woche.",
    "work.of": "{team} bekommt {load} Stunden Arbeit in der Woche und kann {capacity} leisten.",
    "line": "{work}: In der stärksten Stunde müssen {count} Plätze besetzt sein; {outcome}",
    "line.promised": "{work}: In der stärksten Stunde müssen {count} Plätze besetzt sein, um "
    "{promise} zu halten; {outcome}",
    "line.now": "{work} mit denen, die da sind: {outcome}",
    "outcome": "{count} Plätze nehmen {level} % rechtzeitig an, sind zu {busy} % der Zeit "
    "beschäftigt, und gewartet wird im Mittel {wait} s.",
    "outcome.unstable": "{count} Plätze tragen eine Last von {load} nicht: Die Schlange wächst "
    "ohne Ende. Nötig sind mindestens {least}.",
    "backlog": "{work}: {told}",
    "backlog.age": "{work}: {told} {age}",
    "backlog.begins": "{work}: An jedem Arbeitstag bleiben {growth} Fälle mehr liegen.",
    "backlog.grows": "Der Rückstand von {waiting} wächst um {growth} am Tag und wird nie "
    "abgearbeitet.",
    "backlog.stays": "Der Rückstand von {waiting} bleibt gleich.",
    "backlog.clears": "Der Rückstand von {waiting} ist in {days} Tagen abgearbeitet.",
    "age": "Ein Fall, der jetzt kommt, wartet {days} Arbeitstage.",
    "age.promised": "Ein Fall, der jetzt kommt, wartet {days} Arbeitstage; zugesagt ist {promise}.",
    "log": "Das Tätigkeitsprotokoll (Wochen: {weeks}) zeigt {hours} Stunden je Woche.",
    "trouble.hours": "Es fehlt, wie viele Stunden in der Woche eine Stelle von „{team}“ hat.",
    "trouble.cases": "Es fehlt, wie viele Fälle von „{work}“ in welcher Zeit kommen.",
    "trouble.handling": "Es fehlt, wie lange ein Fall von „{work}“ dauert.",
    "trouble.promise": "Es fehlt, welche Zusage „{work}“ einlöst, etwa 80 % in 20 s, und wann.",
    "unchanged": "Dafür braucht kein Team mehr oder weniger Stellen.",
    "supposed.c": "Angenommen: {clients} Kunden mehr in {level}.",
    "supposed.p": "Angenommen: {positions} Stellen mehr in {team}.",
    "supposed.cp": "Angenommen: {clients} Kunden mehr in {level} und {positions} Stellen mehr in "
    "{team}.",
    "difference": "{now} Heute: {today}",
    "cost": "{level}, {work}: {positions} Stellen × {hours} h × {weeks} Wochen / {clients} Kunden "
    "= {each} h, also {money}",
    "together": "Zusammen {money} im Jahr.",
    "assumption.1": "Ein Anruf wird nach Erlang C besetzt: Anrufe kommen zufällig, und niemand "
    "legt auf.",
    "assumption.2": "Die Plätze sind ein Mindestmaß, keine Vorhersage, und sind besetzt, solange "
    "die Leitung offen ist.",
    "assumption.3": "Die stärkste Stunde ist die mittlere Stunde mal Spitze durch Mittel.",
    "assumption.4": "Wer eine Leitung besetzt, tut nichts anderes; was die Leitungen übrig "
    "lassen, teilt sich der Rest.",
    "assumption.5": "Arbeit, die warten kann, zählt mit ihren Stunden.",
    "assumption.6": "Mit mehr Kunden wächst die Arbeit im gleichen Verhältnis. Ein Monat hat "
    "365 × 24 / 12 Stunden.",
    "Manager's own": "Nur für die Leitung",
    "Names people and what they cost. Not for staff, sales or clients.": "Nennt Menschen und was "
    "sie kosten. Nicht für Team, Vertrieb oder Kunden.",
}
"""Templates by the key of a phrase; heads and headings stand under their English words."""
