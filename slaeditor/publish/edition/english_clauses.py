"""The sentences about credits and rewards in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CLAUSES: Final[Mapping[str, str]] = {
    "clause.whole only": "Only whole steps count.",
    "clause.part counts whole": "A part of a step counts as a whole one.",
    "clause.pro rata": "Parts of a step count in proportion.",
    "clause.tolerance": "Nothing is owed within a tolerance of {tolerance}.",
    "clause.per case": "For each {case}: {amount}.",
    "clause.counts when": "It counts when: {condition}.",
    "clause.test": "“{measure}” must also be {value}.",
    "clause.base": "Shares are taken of {base}.",
    "clause.cap": "At most {cap} is owed{per}.",
    "clause.further cap": "Nor is more than {cap} owed{per}.",
    "clause.second cap": "Second limit: {words}.",
    "clause.smallest": "Amounts below {amount} are not paid.",
    "clause.weight": "Its weight is {weight}.",
    "clause.payout": "It is given as: {payout}{within}.",
    "clause.highest": "Where several apply, only the highest is owed.",
    "clause.sum": "Where several apply, all are owed.",
    "clause.sum, capped": "Where several apply, all are owed up to the limit.",
    "clause.sole remedy": "It is the only remedy.",
    "clause.termination": "The client may leave after {misses} misses{window}.",
    "clause.termination below": "The client may leave once the result is below {share}.",
    "clause.evidence": "To be shown: {evidence}.",
    "clause.earn back": "Earned back when: {condition}.",
    "clause.consequence": "What else follows: {consequence}.",
    "clause.exclusions": "Not owed when: {exclusions}.",
    "clause.credit": "If the promise of “{measure}” is missed ({value}), the client receives a "
    "service credit.",
    "clause.credit.client": "If the promise of “{measure}” is missed ({value}), you receive a "
    "service credit.",
    "clause.bonus": "If the promise of “{measure}” is surpassed ({value}), the client pays a "
    "bonus.",
    "clause.bonus.client": "If the promise of “{measure}” is surpassed ({value}), you pay a bonus.",
    "clause.reward": "If the promise of “{measure}” is surpassed ({value}), the team is rewarded.",
    "clause.penalty": "If the promise of “{measure}” is missed ({value}), the team or the supplier "
    "loses.",
    "clause.penalty.client": "If the promise of “{measure}” is missed ({value}), a service credit "
    "follows.",
    "clause.step": "For every {size} counted from {start}: {amount}.",
    "clause.termination.client": "You may leave after {misses} misses{window}.",
    "clause.termination below.client": "You may leave once the result is below {share}.",
    "clause.automatic": "It is given without being asked for{within}.",
    "clause.on request": "It has to be claimed{within}{start}.",
    "clause.route": "It is claimed by {route}.",
    "clause.per.": "per {value}",
    "clause.within.": "within {value}",
    "clause.from.": "from {value}",
    "clause.by.": "by {value}",
    "clause.out of.": "out of {value}",
    "clause.the target": "the target",
    "clause.the measure": "the measure",
    "clause.what is promised": "what is promised",
    "clause.nothing": "nothing",
    "clause.case": "case",
}
"""Sentences by the key of their clause."""
