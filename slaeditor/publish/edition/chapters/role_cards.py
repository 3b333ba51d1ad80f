"""Role cards: what each role does when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from slaeditor.model.entity import field
from slaeditor.model.work import Activity, Assignment, Organisation, Role
from slaeditor.publish.document import (
    Block,
    Cell,
    Chapter,
    Column,
    Facts,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.derived import chapter
from slaeditor.publish.edition.chapters.firing import firing_words
from slaeditor.publish.edition.view import View
from slaeditor.publish.lengths import section_lines

_FEW = 8
_OWN_PAGE = 18  # lines
_OUTSIDE = {Organisation.CUSTOMER, Organisation.SUPPLIER}


def role_cards(view: View) -> Chapter | None:
    """Return a card for each role of ours that has something to do.

    One that fills a good part of a page has it to itself; short ones share pages. There are none
    for clients.
    """
    if view.is_client:
        return None
    inside = [row for row in view.project.roles if row.organisation not in _OUTSIDE]
    cards = [card for row in inside for card in _card(view, row)]
    long = [section_lines(card) >= _OWN_PAGE for card in cards]
    sections = [
        replace(card, opener=at > 0 and (long[at] or long[at - 1])) for at, card in enumerate(cards)
    ]
    return chapter(view, "role-cards", sections=sections, numbered=False, alone=True)


def _card(view: View, role: Role) -> tuple[Section, ...]:
    blocks: list[Block] = []
    duties = tuple(_duties(view, role))
    if duties:
        columns = (Column(view.phrases("column.when"), 46), Column(view.phrases("column.i-do"), 54))
        caption = view.phrases("caption.role-card", role=role.name)
        blocks.append(Table(caption, columns, (RowGroup(duties),), fitted=True))
    blocks += _work(view, role, is_all=not duties)
    if not blocks:
        return ()
    return (Section(view.anchor(role, "card"), role.name, tuple(blocks)),)


def _duties(view: View, role: Role) -> Iterator[tuple[Cell, Cell]]:
    """Everything the clock or an event asks of a role, with when."""
    project = view.project
    for step in project.method_steps.where("who", role.id):
        within = view.words.value(step.within)
        when = ", ".join(filter(None, (step.when, within and view.phrases("within", time=within))))
        yield _duty(view, when, f"{view.name('Phase', step.phase)}: {step.name}")
    for rung in project.escalation_steps:
        if role.id in rung.to_roles:
            policy = view.name("EscalationPolicy", rung.policy)
            what = rung.name or policy
            yield _duty(view, firing_words(view, rung), f"{policy}: {what}")
    for hand_off in project.hand_offs.where("to_role", role.id):
        within = view.words.value(hand_off.accept_within)
        told = view.phrases("duty.accept", name=hand_off.name)
        yield _duty(view, within and view.phrases("within", time=within), told)
    for mood in project.dissatisfaction_levels.where("warned_by", role.id):
        within = view.words.value(mood.within)
        told = view.phrases("duty.warn", role=view.name("Role", mood.warn), mood=mood.name)
        yield _duty(view, within and view.phrases("within", time=within), told)


def _duty(view: View, when: str, what: str) -> tuple[Cell, Cell]:
    return Cell(when[:1].upper() + when[1:] or view.phrases("always")), Cell(what)


def _work(view: View, role: Role, *, is_all: bool) -> tuple[Block, ...]:
    """The activities a role answers for or carries out: a line of few, a table of many.

    They are a table too where the card says nothing else.
    """
    found = tuple(_letters(view, role))
    label = view.phrases.labelled(Activity.declaration.plural)
    if len(found) <= _FEW and not (found and is_all):
        line = "; ".join(f"{name} ({letters})" for _, name, letters in found)
        return (Facts(((label, line),), run_in=True),) if line else ()
    groups = tuple(
        RowGroup(tuple((Cell(name), Cell(letters)) for _, name, letters in held), heading)
        for heading, held in groupby(found, key=itemgetter(0))
    )
    columns = (Column(label, 80), Column(view.phrases.label(field(Assignment, "letters")), 20))
    return (Table(f"{role.name}: {label}", columns, groups),)


def _letters(view: View, role: Role) -> Iterator[tuple[str, str, str]]:
    """Group, name and letters of each activity that a role answers for or carries out."""
    for cell in view.project.assignments.where("role", role.id):
        if cell.letters and {"R", "A"} & set(cell.letters.letters):
            activity = view.project.activities.get(cell.activity)
            group = view.name("ActivityGroup", activity.group) if activity else ""
            yield group, view.name("Activity", cell.activity), view.words.letters(cell.letters)
