"""Targets in tables: a measure across levels, or one level across its measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Better, Measure, MeasureKind, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.document import Block, Cell, Column, Paragraph, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import WIDEST
from slaeditor.publish.edition.chapters.many_levels import told_apart
from slaeditor.publish.edition.chapters.notes import Notes, gathered
from slaeditor.publish.edition.chapters.target_changes import is_changed
from slaeditor.publish.edition.view import View
from slaeditor.rules.calendars import calendar_for, service_day
from slaeditor.rules.inheritance import Case, Standing, cases, concerns, targets

_LAST = 10**12
_FEW_CASES, _WORTH_SHARING = 2, 3
_MUTED = {"not offered", "n/a", "no target"}


@dataclass(frozen=True, slots=True)
class Row:
    """What one row of a table of targets is about: a case of any measure."""

    severity: str = ""
    service: str = ""
    channel: str = ""
    variants: tuple[str, ...] = ()
    applies_when: str = ""

    def case(self, measure: Measure) -> Case:
        """Return the case of a measure that this row asks for."""
        return Case(
            *(measure.id, self.severity, self.service),
            *(self.channel, self.variants, self.applies_when),
        )


def rows_of(
    view: View, levels: Sequence[ServiceLevel], measures: Sequence[Measure]
) -> tuple[Row, ...]:
    """Return the rows that some target of the measures at the levels speaks of.

    They are in the order of services, then severities, what holds for all of them last, then
    channels.
    """
    found = {
        Row(case.severity, case.service, case.channel, case.variants, case.applies_when)
        for measure in measures
        for level in (*levels, *view.add_ons)
        for case in cases(view.project, level, measure.id)
    }
    return tuple(sorted(found, key=lambda row: _place(view, row)))


def measures_of(view: View, levels: Sequence[ServiceLevel]) -> tuple[Measure, ...]:
    """Return the measures for which some level has a target."""
    return tuple(
        measure
        for measure in view.project.measures
        if any(
            True
            for level in (*levels, *view.add_ons)
            for _ in cases(view.project, level, measure.id)
        )
    )


def across_levels(
    view: View, measures: Sequence[Measure], levels: Sequence[ServiceLevel]
) -> tuple[Block, ...]:
    """Return the targets of each measure: a row for each case, a column for each level.

    Several measures of one or two cases share a table at the end.
    """
    few = [one for one in measures if len(rows_of(view, levels, (one,))) <= _FEW_CASES]
    shared = few if len(few) >= _WORTH_SHARING else []
    tables: list[tuple[str, tuple[Measure, ...]]] = [
        (view.phrases("caption.targets", measure=view.title(one)), (one,))
        for one in measures
        if one not in shared
    ]
    if shared:
        key = "caption.other-targets" if tables else "caption.all-targets"
        tables.append((view.phrases(key), tuple(shared)))
    return tuple(
        block for caption, held in tables for block in _across(view, caption, held, levels)
    )


def _across(
    view: View, caption: str, measures: tuple[Measure, ...], levels: Sequence[ServiceLevel]
) -> tuple[Block, ...]:
    """One table of measures, each under its name where there are several."""
    notes = Notes()
    groups = tuple(
        group
        for measure in measures
        for group in _level_groups(view, measure, levels, notes, is_named=len(measures) > 1)
    )
    columns = (
        Column(view.phrases("column.case"), 26),
        *(Column(level.name, 14) for level in levels),
    )
    table = Table(caption, columns, groups, notes.listed, wide=len(columns) > WIDEST)
    return tuple(gathered(view, one) for one in told_apart(view, table, levels))


def _level_groups(
    view: View,
    measure: Measure,
    levels: Sequence[ServiceLevel],
    notes: Notes,
    *,
    is_named: bool,
) -> tuple[RowGroup, ...]:
    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(target_cell(view, level, row.case(measure), notes) for level in levels)

    title = view.title(measure) if is_named else ""
    return _groups(view, rows_of(view, levels, (measure,)), cells, measure, title)


def of_level(view: View, level: ServiceLevel, caption: str) -> tuple[Block, ...]:
    """Return the targets of one level in full: under each measure its cases."""
    notes = Notes()
    measures = measures_of(view, (level,))
    rows = rows_of(view, (level,), measures)
    common = common_strength(view, (level,), rows, measures)
    groups = tuple(
        group for measure in measures for group in _measure_groups(view, level, measure, notes)
    )
    if not groups:
        return ()
    columns = (
        Column(view.phrases("column.case"), 40),
        Column(view.phrases("column.promise"), 60),
    )
    return (*common, gathered(view, Table(caption, columns, groups, notes.listed)))


def _measure_groups(
    view: View, level: ServiceLevel, measure: Measure, notes: Notes
) -> tuple[RowGroup, ...]:
    def cells(row: Row) -> tuple[Cell, ...]:
        return (target_cell(view, level, row.case(measure), notes),)

    rows = rows_of(view, (level,), (measure,))
    return _groups(view, rows, cells, measure, view.title(measure))


def target_cell(view: View, level: ServiceLevel, case: Case, notes: Notes) -> Cell:
    """Return what is promised in a case at a level, with the marks of its footnotes."""
    return marked_cell(view, level, case, lambda one: _marks(view, one, notes))


def marked_cell(
    view: View, level: ServiceLevel, case: Case, marks_of: Callable[[Standing[Target]], str]
) -> Cell:
    """Return what is promised in a case at a level, with the marks made of what holds there."""
    found = targets(view.project, level, case, view.client, view.add_ons, view.on)
    if not found or not is_concerned(view, level, case.severity, case.service):
        return Cell("")
    words = "; ".join(dict.fromkeys(target_words(view, level, one) for one in found))
    marks = ", ".join(dict.fromkeys(filter(None, map(marks_of, found))))
    muted = all(_state(one) in _MUTED for one in found)
    agreed = any(one.deal for one in found)
    changed = is_changed(view, level, case, found)
    tone = "muted" if muted else ("strong" if agreed else "")
    return Cell(words, marks, tone, changed=changed)


def target_words(view: View, level: ServiceLevel | None, standing: Standing[Target]) -> str:
    """Return the value that holds, service days also in hours."""
    view.note(standing.row, "level", "measure", "severity", "service", "channel", "variants")
    view.note(standing.row, "applies_when", "value")
    value = standing.value
    if not isinstance(value, TargetValue):
        return ""
    measure = view.project.measures.get(standing.row.measure)
    more_is_better = measure is not None and measure.better is Better.HIGHER
    return view.words.target(
        value, day_of(view, level, standing.row), more_is_better=more_is_better
    )


def hours_of(view: View, level: ServiceLevel | None, target: Target) -> Calendar | None:
    """Return the hours in which the time of a target counts; None where none are known."""
    return calendar_for(
        view.project,
        target=target,
        level=level,
        service=target.service,
        channel=target.channel,
        client=view.client,
    )


def day_of(view: View, level: ServiceLevel | None, target: Target) -> Duration | None:
    """Return how long a service day is for a target; None where no hours are known."""
    calendar = hours_of(view, level, target)
    return service_day(calendar) if calendar else None


def heading(view: View, row: Row, measure: Measure | None = None) -> str:
    """Return the words at the head of a row: severity, channel, variants, condition.

    What is measured over a period, such as availability, has no cases of which all are meant.
    """
    parts = (
        view.name("Severity", row.severity),
        view.name("Channel", row.channel),
        view.words.list(view.titles("Variant", row.variants)),
        view.phrases("only.when", condition=row.applies_when) if row.applies_when else "",
    )
    by_case = measure is None or measure.kind in {MeasureKind.TIME, None}
    return " · ".join(filter(None, parts)) or view.phrases(
        "all.cases" if by_case else "all.overall"
    )


def _groups(
    view: View,
    rows: Iterable[Row],
    cells: Callable[[Row], tuple[Cell, ...]],
    measure: Measure,
    title: str = "",
) -> tuple[RowGroup, ...]:
    """The rows under a title and the names of their services."""
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for row in rows:
        made = cells(row)
        if any(cell.text for cell in made):
            lines = grouped.setdefault(row.service, [])
            lines.append((Cell(heading(view, row, measure)), *made))
    return tuple(
        RowGroup(tuple(lines), " · ".join(filter(None, (title, view.name("Service", service)))))
        for service, lines in grouped.items()
    )


def _marks(view: View, standing: Standing[Target], notes: Notes) -> str:
    deal = view.phrases("note.agreed", usual=_usual(view, standing)) if standing.deal else ""
    footnote = view.say(standing.row, "footnote")
    added = view.added_by(standing.level)
    return notes.of_row(view, standing.row, deal, added, footnote)


def _usual(view: View, standing: Standing[Target]) -> str:
    value = standing.row.value
    return view.words.target(value) if value else ""


def _state(standing: Standing[Target]) -> str:
    return str(standing.value.state) if isinstance(standing.value, TargetValue) else ""


def _says_strength(row: Target) -> bool:
    """Whether the value of a target tells by itself that nothing is promised."""
    return row.value is not None and str(row.value.state) in _MUTED


def is_concerned(view: View, level: ServiceLevel, severity: str, service: str = "") -> bool:
    """Return whether a level knows a severity and covers a service; both may be for some only."""
    found = view.project.severities.get(severity)
    knows = found is None or (
        concerns(found, "levels", (level.id,))
        and (not level.services or concerns(found, "services", level.services))
    )
    return knows and (not service or concerns(level, "services", (service,)))


def common_strength(
    view: View,
    levels: Sequence[ServiceLevel],
    rows: Sequence[Row],
    measures: Sequence[Measure],
) -> tuple[Block, ...]:
    """Return a sentence on how binding most of the targets are; the others say it in a note."""
    found = [
        one.row
        for row in rows
        for level in levels
        for measure in measures
        for one in targets(
            view.project, level, row.case(measure), view.client, view.add_ons, view.on
        )
    ]
    counts = Counter(row.strength for row in found if row.strength)
    if not counts:
        return ()
    usual = counts.most_common(1)[0][0]
    for row in found:
        if row.strength is usual or _says_strength(row):
            view.note(row, "strength")
    strength = view.phrases.choice(usual)
    return (Paragraph(view.phrases("all.strength", strength=strength), "muted"),)


def _place(view: View, row: Row) -> tuple[int, ...]:
    project = view.project
    tables = (
        (project.services, row.service),
        (project.severities, row.severity),
        (project.channels, row.channel),
        (project.variants, row.variants[0] if row.variants else ""),
    )
    places = [found.position if (found := table.get(key)) else 0 for table, key in tables]
    places[1] = places[1] or _LAST
    return (*places, len(row.variants), len(row.applies_when))
