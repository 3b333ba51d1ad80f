"""A credit or reward as sentences of the handbook's language, from the rows that also count it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from slaeditor.model.choice import Choice
from slaeditor.model.compensation import Claim, Compensation
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Measure
from slaeditor.model.values.duration import Duration
from slaeditor.publish.edition.view import View
from slaeditor.rules.compensation import value_of
from slaeditor.rules.compensation_words import Clause, clauses, clauses_of_claim
from slaeditor.rules.ranges import Range
from slaeditor.rules.results import unit_of

_SPOKEN = {
    *("credit", "bonus", "reward", "penalty", "step", "whole only", "part counts whole"),
    *("pro rata", "tolerance", "per case", "counts when", "test", "base", "cap"),
    *("further cap", "second cap"),
    *("smallest", "weight", "highest", "sum", "sum, capped", "sole remedy", "termination"),
    "termination below",
}
_CLAIM = {"automatic", "on request", "payout"}
_FIELDS = (
    *("direction", "method", "baseline", "step_size", "step_share", "step_money", "step_rounding"),
    *("dead_band", "per_case", "case_share", "case_money", "case_factor", "counts_when", "base"),
    *("cap_share", "cap_money", "cap_period", "smallest", "weight", "combine"),
    *("second_cap_share", "second_cap_money", "second_cap_period", "second_cap"),
    *("sole_remedy", "termination_misses", "termination_window", "termination_below"),
)
_MEASURED = {"size", "start", "tolerance"}
_PREPOSITIONS = {"per", "within", "from", "by", "out of"}


def said_sentence(view: View, row: Compensation, level: ServiceLevel | None) -> str:
    """Return what is owed and its limits, in sentences."""
    found = clauses(view.project, row, level)
    telling = [one for one in found if one.key in _SPOKEN and not _is_idle(row, one)]
    view.note(row, *(name for name in _FIELDS if _is_told(row, name, telling)))
    return _joined(view, row, telling)


def claim_words(view: View, row: Compensation) -> str:
    """Return how it is claimed and given, in sentences."""
    view.note(row, "claim", "claim_within", "claim_from", "claim_route", "payout", "paid_within")
    if "claim_from" in claim_fields(row):
        row = row.but(claim_from="")
    return _joined(view, row, [one for one in clauses_of_claim(row) if one.key in _CLAIM])


def claim_fields(row: Compensation) -> tuple[str, ...]:
    """Return the fields about a claim that stand beside its sentences.

    When the time begins is part of the sentence that says how long it is.
    """
    is_told = row.claim is Claim.ON_REQUEST and row.claim_within is not None
    return (*(() if is_told else ("claim_from",)), "claim_route", "transferable")


def _is_told(row: Compensation, name: str, telling: Iterable[Clause]) -> bool:
    """Whether a field is part of the sentences; one that the method leaves out is not."""
    if name in {"direction", "method"}:
        return True
    value = getattr(row, name)
    if isinstance(value, Choice | bool):
        return True
    told = {_plain(fact) for clause in telling for fact in clause.facts.values()}
    return any(_plain(value) in words for words in told)


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(_plain(one) for one in value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _is_idle(row: Compensation, clause: Clause) -> bool:
    """Whether a clause on parts of a step stands without any step."""
    rounding = {"whole only", "part counts whole", "pro rata"}
    return clause.key in rounding and row.step_size is None


def _joined(view: View, row: Compensation, telling: Iterable[Clause]) -> str:
    return " ".join(clause_sentence(view, row, clause) for clause in telling)


def measured(view: View, row: Compensation, number: str, words: str) -> str:
    """Return a result in the unit of its measure; words that are no number stay."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return words
    measure = view.project.measures.get(row.measure) or Measure()
    promise = value_of(view.project, row)
    if promise is not None and promise.duration and not promise.share:
        length = promise.duration
        return view.words.duration(Duration(value, length.unit, length.clock))
    return f"{words} {unit_of(measure, promise)}".strip()


def clause_sentence(view: View, row: Compensation, clause: Clause) -> str:
    """Return one clause in the language of the handbook."""
    facts = {name: _fact(view, value) for name, value in clause.facts.items()}
    for name in _MEASURED & set(facts):
        facts[name] = measured(view, row, str(clause.facts[name]), facts[name])
    words = view.phrases(f"clause.{clause.key}", **facts)
    return words[:1].upper() + words[1:]


def _fact(view: View, value: Any) -> str:
    """A fact in the handbook's language; a pair of preposition and value keeps its space."""
    if isinstance(value, tuple) and value and value[0] in _PREPOSITIONS:
        return " " + view.phrases(f"clause.{value[0]}.", value=_fact(view, value[1]))
    if isinstance(value, tuple):
        return ", ".join(_fact(view, one) for one in value)
    if isinstance(value, str):
        return _number(view, value)
    return str(value) if isinstance(value, Range) else view.words.value(value)


def _number(view: View, words: str) -> str:
    """Words as they are; a number by the conventions of the language."""
    stock = {"the target", "the measure", "what is promised", "nothing", "case"}
    if words in stock:
        return view.phrases(f"clause.{words}")
    try:
        return view.words.number(Decimal(words))
    except InvalidOperation:
        return words.rstrip(".")
