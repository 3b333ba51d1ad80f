"""The grammar of a target: from typed words to the parts of its value."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from slaeditor.model.values import numbers
from slaeditor.model.values.duration import SECONDS, Clock, Duration, names_time
from slaeditor.model.values.numbers import NUMBER
from slaeditor.model.values.percentage import PERCENT, Percentage
from slaeditor.model.values.quantity import Quantity, is_unit
from slaeditor.model.values.relative_due import RelativeDue, is_relative_due
from slaeditor.model.values.target_terms import Amount, Comparison, State, Statistic, TargetParts
from slaeditor.model.values.target_words import starts_as_text, usual_comparison
from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable
from slaeditor.model.values.words import fold, tidy, uniform, unquoted

_EXAMPLES: Final = ("4 h", "2 service days", "95 % within 4 h", "best effort", '"own words"')
_STATES: Final = {
    **dict.fromkeys(("best effort", "best efforts", "best-effort"), State.BEST_EFFORT),
    **dict.fromkeys(("nach bestem bemühen", "nach besten kräften"), State.BEST_EFFORT),
    **dict.fromkeys(
        ("bestmöglich", "schnellstmöglich", "so schnell wie möglich"), State.BEST_EFFORT
    ),
    **dict.fromkeys(("as agreed", "nach vereinbarung", "nach absprache"), State.AS_AGREED),
    **dict.fromkeys(("n.v.", "n. v."), State.AS_AGREED),
    **dict.fromkeys(("not offered", "nicht angeboten"), State.NOT_OFFERED),
    **dict.fromkeys(("n/a", "na", "n.a.", "not applicable", "-"), State.NOT_APPLICABLE),
    **dict.fromkeys(("nicht zutreffend", "entfällt"), State.NOT_APPLICABLE),
    **dict.fromkeys(("none", "no target", "keine", "kein ziel", "kein zielwert"), State.NO_TARGET),
}
_CADENCES: Final = {
    "hourly": "1 h",
    "daily": "1 calendar day",
    "weekly": "1 week",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "quarterly": "1 quarter",
    "yearly": "1 year",
    "annually": "1 year",
    "stündlich": "1 h",
    "täglich": "1 calendar day",
    "wöchentlich": "1 week",
    "monatlich": "1 month",
    "vierteljährlich": "1 quarter",
    "jährlich": "1 year",
}
_ALL: Final = 100
_TWICE_OR_EVERY_SECOND: Final = {"biweekly": "week", "bimonthly": "month"}
_COMPARISONS: Final = {
    "within": Comparison.WITHIN,
    "in": Comparison.WITHIN,
    "at most": Comparison.WITHIN,
    "no more than": Comparison.WITHIN,
    "not more than": Comparison.WITHIN,
    "maximum": Comparison.WITHIN,
    "max": Comparison.WITHIN,
    "up to": Comparison.WITHIN,
    "innerhalb von": Comparison.WITHIN,
    "innerhalb": Comparison.WITHIN,
    "binnen": Comparison.WITHIN,
    "höchstens": Comparison.WITHIN,
    "maximal": Comparison.WITHIN,
    "bis zu": Comparison.WITHIN,
    "spätestens nach": Comparison.WITHIN,
    "spätestens": Comparison.WITHIN,
    "längstens": Comparison.WITHIN,
    "<=": Comparison.WITHIN,
    "at least": Comparison.AT_LEAST,
    "no less than": Comparison.AT_LEAST,
    "not less than": Comparison.AT_LEAST,
    "minimum": Comparison.AT_LEAST,
    "min": Comparison.AT_LEAST,
    "mindestens": Comparison.AT_LEAST,
    ">=": Comparison.AT_LEAST,
    "less than": Comparison.LESS_THAN,
    "fewer than": Comparison.LESS_THAN,
    "under": Comparison.LESS_THAN,
    "weniger als": Comparison.LESS_THAN,
    "unter": Comparison.LESS_THAN,
    "below": Comparison.LESS_THAN,
    "<": Comparison.LESS_THAN,
    "more than": Comparison.MORE_THAN,
    "over": Comparison.MORE_THAN,
    "mehr als": Comparison.MORE_THAN,
    "über": Comparison.MORE_THAN,
    "above": Comparison.MORE_THAN,
    ">": Comparison.MORE_THAN,
    "exactly": Comparison.EXACTLY,
    "=": Comparison.EXACTLY,
    "every": Comparison.EVERY,
    "each": Comparison.EVERY,
    "alle": Comparison.EVERY,
    **dict.fromkeys(("jede", "jeden", "jedes"), Comparison.EVERY),
}
_SAID: Final = "|".join(
    re.escape(said) + (r"\.? " if said[0].isalpha() else " ?") for said in _COMPARISONS
)
_COMPARED: Final = re.compile(rf"(?P<said>{_SAID})(?P<rest>.+)", re.IGNORECASE)
_SHARE: Final = re.compile(
    rf"(?:at least |>= ?)?(?P<share>{NUMBER})"
    rf"(?:(?: ?{PERCENT})? ?(?:-|to|bis) ?(?P<upper>{NUMBER}))?"
    rf" ?{PERCENT}(?: of (?:all )?(?:the )?cases| (?:der|aller) fälle)?,?"
    rf" ?(?P<rest>(?:by |am |bis |{_SAID}).+)",
    re.IGNORECASE,
)
_AVERAGE: Final = r"average|avg|mean|ø|durchschnittlich|im (?:durchschnitt|mittel)"
_STATISTIC: Final = re.compile(
    rf"(?:on )?(?:(?P<average>{_AVERAGE})|(?P<median>median)|p(?P<nth>[0-9.]+)"
    r"|(?P<th>[0-9.]+)(?:st|nd|rd|th) percentile)\b\.?(?: of)?,? (?P<rest>.+)",
    re.IGNORECASE,
)
_STATISTIC_LAST: Final = re.compile(r"(?P<rest>.+?),? (?:on )?(?P<average>average)", re.IGNORECASE)
_RANGE: Final = re.compile(
    rf"(?P<low>{NUMBER})(?P<unit> ?[^0-9-]*?) ?(?:-|\b(?:to|bis)\b)"
    rf" ?(?P<high>(?P<number>{NUMBER}).*)"
    rf"|(?:between|zwischen) (?P<low2>{NUMBER})(?P<unit2> ?[^0-9]*?) (?:and|und)"
    rf" (?P<high2>(?P<number2>{NUMBER}).*)",
    re.IGNORECASE,
)
_AROUND_THE_CLOCK: Final = re.compile(
    r"(?P<time>\d.*[^\W\d_]\.?),? \(?(?:24 ?[x×/*] ?7|a?round the clock|rund um die uhr)\)?",
    re.IGNORECASE,
)
_OVER_A_PERIOD: Final = re.compile(
    rf"(?P<share>{NUMBER} ?{PERCENT}),? (?:(?:per|a|each|every|pro|je|im|in the) \w+"
    r"|daily|weekly|monthly|quarterly|yearly|annually|täglich|wöchentlich|monatlich|jährlich)",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(rf"(?:{NUMBER}|[a-z]+ )\s?(?P<unit>[^\W\d_].*)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parts_of(words: str) -> TargetParts:
    """Return the parts of the target that is typed; raise `Unreadable`."""
    plain, folded = tidy(words), fold(words)
    if folded in _STATES:
        return TargetParts(_STATES[folded])
    text = unquoted(plain) or (plain if starts_as_text(plain) else None)
    if text:
        return TargetParts(State.TEXT, words=text)
    if folded in _CADENCES:
        cadence = Duration.parse(_CADENCES[folded])
        return TargetParts(State.VALUE, Comparison.EVERY, cadence)
    return _value(words, uniform(words))


def _value(words: str, plain: str) -> TargetParts:
    if found := _SHARE.fullmatch(plain):
        upper = found["upper"] and Percentage(numbers.parse(found["upper"]))
        share = Percentage(numbers.parse(found["share"]))
        if upper and not share < upper:
            raise _no_range(words)
        return _compared(words, found["rest"])._replace(share=share, share_upper=upper or None)
    if found := _STATISTIC.fullmatch(plain) or _STATISTIC_LAST.fullmatch(plain):
        statistic, percentile = _statistic(words, found.groupdict())
        parts = _compared(words, found["rest"])
        return parts._replace(statistic=statistic, percentile=percentile)
    return _compared(words, plain)


def _statistic(words: str, said: dict[str, str | None]) -> tuple[Statistic, Decimal | None]:
    if said["average"]:
        return Statistic.AVERAGE, None
    if said["median"]:
        return Statistic.MEDIAN, None
    percentile = numbers.parse(said["nth"] or said["th"] or "")
    if not 0 < percentile < _ALL:
        raise unreadable(words, "a percentile between 0 and 100", "p95 200 ms")
    return Statistic.PERCENTILE, percentile


def _compared(words: str, plain: str) -> TargetParts:
    _require_one_reading(words, plain.casefold())
    if is_relative_due(plain):
        return TargetParts(State.VALUE, Comparison.WITHIN, due=RelativeDue.parse(plain))
    found = _COMPARED.fullmatch(plain)
    comparison = _COMPARISONS[found["said"].casefold().strip(" .")] if found else None
    rest = found["rest"] if found else plain
    if comparison is Comparison.EVERY and not rest[0].isdigit():
        rest = f"1 {rest}"
    amount, upper = _limits(words, rest)
    _require_sense(words, comparison, amount, upper)
    return TargetParts(State.VALUE, comparison or usual_comparison(amount), amount, upper)


def _limits(words: str, plain: str) -> tuple[Amount, Amount | None]:
    found = _RANGE.fullmatch(plain)
    if not found:
        return _amount(words, plain), None
    low, unit, high, number = (
        found[name] or found[name + "2"] or "" for name in ("low", "unit", "high", "number")
    )
    upper = _amount(words, high)
    lower = _amount(words, low + (unit if unit.strip() else high.removeprefix(number)))
    if not _is_below(lower, upper):
        raise _no_range(words)
    return lower, upper


def _amount(words: str, plain: str) -> Amount:
    if found := _AROUND_THE_CLOCK.fullmatch(plain):
        return _on_the_clock(words, found["time"])
    if found := _OVER_A_PERIOD.fullmatch(plain):
        advice = f"Type '{found['share']}' here; “Counted over” says of which time it is."
        raise refused(words, advice)
    if re.search(rf"{PERCENT}$", plain, re.IGNORECASE):
        return Percentage.parse(plain)
    found = _MEASURED.fullmatch(plain)
    if found and names_time(found["unit"].casefold()):
        return Duration.parse(plain)
    if re.fullmatch(NUMBER, plain):
        raise refused(words, f"Say the unit: '{plain} h', '{plain} service h', '{plain} %' …")
    found = re.fullmatch(rf"{NUMBER}\s?(.*)", plain)
    if not found or not is_unit(found[1]):
        raise _not_a_target(words)
    return Quantity.parse(plain)


def _on_the_clock(words: str, time: str) -> Duration:
    """A time said to count day and night, which is what hours and minutes do by themselves."""
    length = Duration.parse(time)
    if length.clock is Clock.SERVICE:
        raise refused(
            words, "Say either service hours or around the clock: '4 service h' or '4 h'."
        )
    return length


def _is_below(lower: Amount, upper: Amount) -> bool:
    if isinstance(lower, Duration) and isinstance(upper, Duration):
        return _is_shorter(lower, upper)
    if isinstance(lower, Quantity) and isinstance(upper, Quantity):
        return lower.unit == upper.unit and lower.amount < upper.amount
    if isinstance(lower, Percentage) and isinstance(upper, Percentage):
        return lower < upper
    return False


def _is_shorter(lower: Duration, upper: Duration) -> bool:
    if lower.clock is not upper.clock:
        return False
    if lower.unit is upper.unit:
        return lower.amount < upper.amount
    both = lower.unit in SECONDS and upper.unit in SECONDS
    return both and (lower.seconds or Decimal(0)) < (upper.seconds or Decimal(0))


def _require_sense(
    words: str, comparison: Comparison | None, amount: Amount, upper: Amount | None
) -> None:
    if comparison is Comparison.EVERY and not isinstance(amount, Duration):
        raise unreadable(words, "a cadence", "every 4 h", "every 2 service days", "weekly")
    usual = {None, Comparison.EVERY, usual_comparison(amount)}
    if upper and comparison not in usual:
        raise refused(words, "A range is its own comparison: leave out the words before it.")


def _require_one_reading(words: str, folded: str) -> None:
    if folded in {"every day", "each day"}:
        service = ("every service day", "days of the service calendar")
        raise ambiguous(words, service, ("every calendar day", "24-hour days"))
    if period := _TWICE_OR_EVERY_SECOND.get(folded):
        half = "84 h" if period == "week" else "0.5 months"
        raise ambiguous(
            words,
            (f"every 2 {period}s", f"each second {period}"),
            (f"every {half}", f"twice a {period}"),
        )


def _no_range(words: str) -> Unreadable:
    return refused(words, "A range rises and has one kind of unit: '3–4 service days'.")


def _not_a_target(words: str) -> Unreadable:
    return unreadable(words, "a target", *_EXAMPLES)
