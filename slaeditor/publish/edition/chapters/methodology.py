"""The methodology: for each phase exactly what happens, when, why and who does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slaeditor.model.entity import field
from slaeditor.model.work import MethodStep, Phase
from slaeditor.publish.document import (
    Block,
    Cell,
    Chapter,
    Column,
    RowGroup,
    Section,
    Step,
    Steps,
    Table,
)
from slaeditor.publish.edition.chapters.derived import (
    WIDEST,
    chapter,
    facts,
    particulars,
    prose,
    rest,
)
from slaeditor.publish.edition.chapters.plain_words import escaped
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import LaneBox, SwimLanes

MOST_BOXES = 7
"""Boxes that one picture of lanes can hold and still be read."""

_LEAST_LANES = 2
_LEAST_BOXES = 3
_MARGIN = ("when", "within", "who", "clock", "levels", "severities", "activity")
_EXTRAS = (
    *("why", "instruction", "client_does", "what_we_say", "sales_note", "otherwise"),
    *("needs", "result", "evidence", "targets"),
)


def methodology(view: View) -> Chapter | None:
    """Return a part for each phase: its purpose, who does what as lanes, every step."""
    phases = tuple(view.project.phases)
    sections = tuple(_phase(view, row) for row in phases)
    return chapter(view, "methodology", _survey(view, phases), sections)


def _phase(view: View, row: Phase) -> Section:
    steps = view.project.method_steps.where("phase", row.id)
    pictures = tuple(_lanes(view, row, steps))
    written = (Steps("", _steps(view, steps)),) if steps else ()
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *prose(view, row, "purpose"),
            *particulars(facts(view, row, "levels", "services")),
            *pictures,
            *written,
            *rest(view, row),
        ),
    )


def _steps(view: View, steps: Sequence[MethodStep]) -> tuple[Step, ...]:
    return tuple(_step(view, row, number) for number, row in enumerate(steps, 1))


def _step(view: View, row: MethodStep, number: int) -> Step:
    view.note(row, "phase")
    body = view.say(row, "what")
    margin = facts(view, row, *_MARGIN)
    extras = tuple(_extras(view, row, _EXTRAS))
    title = view.title(row)
    further = tuple(_extras(view, row, [one.name for one in view.unsaid(row)]))
    return Step(
        str(number), title, body, margin, (*extras, *further), title, changed=view.changed(row)
    )


def _extras(view: View, row: MethodStep, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Named passages below a step; words that are no Markdown are written so that they stay."""
    for name in names:
        if words := view.say(row, name):
            is_prose = field(MethodStep, name).kind.name == "prose"
            yield view.label(row, name), words if is_prose else escaped(words)


def _lanes(view: View, phase: Phase, steps: Sequence[MethodStep]) -> Iterator[SwimLanes]:
    """Pictures of the steps that hold everywhere: one row a role, at most seven boxes each."""
    common = [step for step in steps if step.who and not step.levels and not step.severities]
    pieces = _pieces(common)
    for number, piece in enumerate(pieces, 1):
        roles = list(dict.fromkeys(step.who for step in piece))
        if len(roles) >= _LEAST_LANES and len(piece) >= _LEAST_BOXES:
            part = view.phrases("part.of", number=number, count=len(pieces)) if pieces[1:] else ""
            yield _picture(view, phase, piece, roles, part)


def _pieces(steps: Sequence[MethodStep]) -> list[Sequence[MethodStep]]:
    """Steps in pieces of nearly equal length, none longer than a picture can hold."""
    count = max(1, -(-len(steps) // MOST_BOXES))
    size = -(-len(steps) // count) or 1
    return [steps[start : start + size] for start in range(0, len(steps), size)]


def _picture(
    view: View, phase: Phase, steps: Sequence[MethodStep], roles: list[str], part: str
) -> SwimLanes:
    boxes = tuple(
        LaneBox(roles.index(step.who), step.name, _limit(view, step) if at else "")
        for at, step in enumerate(steps)
    )
    told = "; ".join(f"{view.name('Role', step.who)}: {step.name}" for step in steps)
    caption = view.phrases("caption.lanes", phase=phase.name)
    return SwimLanes(
        f"{caption} {part}".strip(),
        view.phrases("picture.lanes", phase=phase.name, steps=told),
        tuple(view.name("Role", role) for role in roles),
        boxes,
    )


def _limit(view: View, step: MethodStep) -> str:
    return f"≤ {view.words.duration(step.within)}" if step.within else ""


def _survey(view: View, phases: Sequence[Phase]) -> tuple[Block, ...]:
    """Which steps hold at which level, where that differs."""
    steps = {row.id: view.project.method_steps.where("phase", row.id) for row in phases}
    differs = any(row.levels for row in phases) or any(
        step.levels for found in steps.values() for step in found
    )
    if not differs or len(view.levels) < _LEAST_LANES:
        return ()
    partial = {
        row.id: [step for step in found if row.levels or step.levels]
        for row, found in zip(phases, steps.values(), strict=True)
    }
    groups = tuple(
        RowGroup(tuple(_survey_row(view, row, step) for step in partial[row.id]), row.name)
        for row in phases
        if partial[row.id]
    )
    whole = sum(len(found) for found in steps.values()) == sum(map(len, partial.values()))
    notes = () if whole else (("", view.phrases("note.other-steps")),)
    share = 60 // len(view.levels)
    columns = (
        Column(view.phrases("column.step"), 40),
        *(Column(level.name, max(share, 1)) for level in view.levels),
    )
    caption = view.phrases("caption.steps-at-levels")
    table = Table(caption, columns, groups, notes, wide=len(columns) > WIDEST + 1)
    return (table,) if groups else ()


def _survey_row(view: View, phase: Phase, step: MethodStep) -> tuple[Cell, ...]:
    yes, no = view.phrases("yes"), view.phrases("grant.no")
    holds = [
        (not phase.levels or level.id in phase.levels)
        and (not step.levels or level.id in step.levels)
        for level in view.levels
    ]
    return (
        Cell(step.name),
        *(Cell(yes if one else no, tone="yes" if one else "no") for one in holds),
    )
