"""Hypothesis strategies that make up every valid value of each grammar."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from slaeditor.model.values.currencies import MINOR_DIGITS
from slaeditor.model.values.duration import SECONDS, Clock, Duration, Unit
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period
from slaeditor.model.values.price import Price
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import Comparison, State, Statistic, TargetValue
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.week import Week
from slaeditor.model.values.words import tidy

WEEK = 7 * 24 * 60
TAXES = ("", "+ VAT", "incl. VAT", "excl. VAT", "net", "gross", "+ 20 % VAT", "+ sales tax")
UNITS = (
    "calls",
    "points",
    "GB",
    "named users",
    "Größen",
    "tickets per agent",
    "o'clocks",
    "e-mails",
)
ALONE_IN_CELL = (State.BEST_EFFORT, State.AS_AGREED, State.NOT_OFFERED, State.NO_TARGET)


@st.composite
def decimals(draw: st.DrawFn, least: int = -(10**15) + 1, places: int = 14) -> Decimal:
    """Numbers of at most 15 digits, with or without decimals."""
    digits = draw(st.integers(max(least, -(10**15) + 1), 10**15 - 1))
    return Decimal(digits).scaleb(-draw(st.integers(0, places)))


def readable(words: str) -> str:
    """The words as a person can have typed them; nothing if they cannot."""
    try:
        return tidy(words)
    except Unreadable:
        return ""


texts = st.text(max_size=60).map(readable).filter(bool)
amounts = decimals(least=0) | st.integers(0, 4).map(Decimal) | decimals(least=0, places=2)
money = st.builds(Money, decimals(), st.sampled_from(sorted(MINOR_DIGITS)))
percentages = st.builds(
    Percentage, decimals(places=10).filter(lambda value: abs(value) <= 1_000_000)
) | st.builds(Percentage, st.integers(0, 100).map(Decimal))
service_durations = st.builds(
    Duration, amounts, st.sampled_from([*SECONDS, Unit.DAY]), st.just(Clock.SERVICE)
)
durations = st.builds(Duration, amounts, st.sampled_from(Unit)) | service_durations
periods = st.sampled_from(Period)
prices = st.builds(
    Price,
    money,
    st.sampled_from(("", "user", "1,000 messages", "hour", "GB", "named user", "user per site")),
    st.none() | periods,
    st.sampled_from(TAXES),
)
quantities = st.builds(Quantity, decimals(), st.sampled_from(UNITS))
times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
dues = st.builds(RelativeDue, st.integers(1, 366), st.sampled_from(("end", "start", "same time")))
dues |= st.builds(RelativeDue, st.integers(0, 366), times)
dues |= st.just(RelativeDue(0, "end"))


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Weeks of any spans, on odd minutes, on quarters of an hour, or of whole days."""
    grain = draw(st.sampled_from((1, 15, 60, 360, 1440)))
    edges = st.integers(0, WEEK // grain).map(lambda edge: edge * grain)
    pairs = st.tuples(edges, edges).map(lambda pair: (min(pair), max(pair)))
    rising = pairs.filter(lambda pair: pair[0] < pair[1])
    return Week(tuple(draw(st.lists(rising, max_size=8))))


@st.composite
def limits(draw: st.DrawFn) -> TargetValue:
    """Targets of one comparison with one limit, with a share, a statistic, or neither."""
    amount = draw(durations | percentages | quantities)
    comparison = draw(st.sampled_from(Comparison).filter(lambda c: c is not Comparison.EVERY))
    return TargetValue(State.VALUE, comparison, amount, **draw(over()))


@st.composite
def ranges(draw: st.DrawFn) -> TargetValue:
    """Targets whose limit is a rising range."""
    low, step = draw(st.integers(0, 10**6)), draw(st.integers(1, 10**6))
    unit, clock = draw(st.sampled_from([(unit, Clock.CALENDAR) for unit in Unit]))
    lower, upper = Decimal(low), Decimal(low + step)
    comparison = draw(st.sampled_from((Comparison.WITHIN, Comparison.EVERY)))
    times = Duration(lower, unit, clock), Duration(upper, unit, clock)
    return TargetValue(State.VALUE, comparison, *times)


@st.composite
def over(draw: st.DrawFn) -> dict[str, Any]:
    """What a limit is held against: each case, a share of cases, or a statistic."""
    nth = st.integers(1, 999).map(lambda tenths: Decimal(tenths).scaleb(-1))
    choices: st.SearchStrategy[dict[str, Any]] = st.one_of(
        st.just({}),
        percentages.filter(lambda share: share.value >= 0).map(lambda share: {"share": share}),
        st.just({"share": Percentage(Decimal(95)), "share_upper": Percentage(Decimal("98.5"))}),
        st.sampled_from([{"statistic": Statistic.AVERAGE}, {"statistic": Statistic.MEDIAN}]),
        nth.map(lambda nth: {"statistic": Statistic.PERCENTILE, "percentile": nth}),
    )
    return draw(choices)


cadences = st.builds(TargetValue, st.just(State.VALUE), st.just(Comparison.EVERY), durations)
deadlines = st.builds(
    lambda due, share: TargetValue(State.VALUE, Comparison.WITHIN, due=due, share=share),
    dues,
    st.none() | percentages.filter(lambda p: p.value >= 0),
)
states = st.builds(TargetValue, st.sampled_from((*ALONE_IN_CELL, State.NOT_APPLICABLE)))
free_texts = st.builds(lambda words: TargetValue(State.TEXT, words=words), texts)
targets = limits() | ranges() | cadences | deadlines | states | free_texts

grants = (
    st.builds(Grant, st.sampled_from((GrantState.YES, GrantState.NO, GrantState.UNLIMITED)))
    | st.builds(
        Grant,
        st.just(GrantState.QUANTITY),
        decimals(),
        st.sampled_from(("", "h", "service days", *UNITS)),
        st.none() | periods,
    )
    | st.builds(lambda words: Grant(GrantState.TEXT, words=words), texts)
)
marks = st.lists(st.sampled_from(("(1)", "(12)", "(a)", "†", "‡")), max_size=2).map(tuple)
letters = st.builds(
    Letters, st.lists(st.sampled_from("RASCIVXQ"), max_size=5).map(tuple), marks
) | st.builds(lambda text, marks: Letters((), marks, text), texts, marks)
