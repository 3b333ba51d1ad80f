"""The words of the case for staff: heads, figures, and what a line or a backlog comes to.

Each sentence carries its key and its facts, so that a document can say it in another language.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.deferred_work import Backlog
from slaeditor.rules.passages import plain
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.staffing import LineOutcome
from slaeditor.rules.team_needs import StreamNeed

ASSUMPTIONS = tuple(
    Phrase(words, f"assumption.{number}")
    for number, words in enumerate(
        (
            "A live line is staffed by Erlang C: contacts come at random and nobody hangs up.",
            "Its positions are a floor, no forecast, and are manned whenever the line is open.",
            "The busiest hour is the mean hour times the peak over the mean.",
            "Whoever mans a line does nothing else; the rest shares what the lines leave.",
            "Work that may wait counts by its hours.",
            "With more clients the work grows in proportion. A month has 365 × 24 / 12 hours.",
        ),
        1,
    )
)


def head(words: str) -> Phrase:
    """Return a heading or the head of a column, whose words are its key."""
    return Phrase(words, words)


def heads(*words: str) -> tuple[Phrase, ...]:
    """Return the heads of columns."""
    return tuple(head(one) for one in words)


def figure(number: Decimal) -> Phrase:
    """Return a number to one place, as a cell shows it."""
    return Phrase(plain(number), "figure", value=round(number, 1))


def outcome_words(found: LineOutcome) -> Phrase:
    """Return what a line achieves, with its figures."""
    if not found.stable:
        least = floor(found.load) + 1
        load = round(decimal_of(found.load), 2)
        facts: dict[str, object] = {"count": found.positions, "load": load, "least": least}
        return Phrase(found.sentence, "outcome.unstable", **facts)
    return Phrase(
        found.sentence,
        "outcome",
        count=found.positions,
        level=_percent(found.service_level),
        busy=_percent(found.occupancy),
        wait=Decimal(round(found.mean_wait_seconds or 0)),
    )


def _percent(share: float) -> Decimal:
    return Decimal(str(round(share * 100, 1)))


def decimal_of(number: Fraction) -> Decimal:
    """Return a fraction as a decimal number."""
    return Decimal(number.numerator) / number.denominator


def backlog_words(found: Backlog) -> Phrase:
    """Return what becomes of the cases that wait, with its figures."""
    facts: dict[str, object] = {"waiting": found.waiting}
    if not found.stable:
        growth = decimal_of(found.growth_per_day)
        return Phrase(found.sentence, "backlog.grows", **facts, growth=growth)
    if found.days_until_clear is None:
        return Phrase(found.sentence, "backlog.stays", **facts)
    days = decimal_of(found.days_until_clear)
    return Phrase(found.sentence, "backlog.clears", **facts, days=days)


def age_words(project: Project, need: StreamNeed, found: Backlog) -> Phrase | None:
    """Return how long a case that arrives now waits, beside what was promised."""
    if found.oldest_days is None:
        return None
    days = decimal_of(found.oldest_days)
    target = project.targets.get(need.stream.target)
    value: TargetValue | None = target.value if target else None
    words = f"A case that arrives now waits {plain(days)} working days"
    if value is None:
        return Phrase(f"{words}.", "age", days=days)
    return Phrase(f"{words}; promised is {value}.", "age.promised", days=days, promise=value)


def amount(money: Money | None) -> str:
    """Return an amount as a cell shows it; nothing for none."""
    return Phrase(str(money), "figure", value=money) if money is not None else ""
