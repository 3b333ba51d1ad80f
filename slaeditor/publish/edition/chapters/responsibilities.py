"""Responsibilities: who does what, part by part, as matrices with their legend."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from slaeditor.model.work import Activity, ActivityGroup, Assignment, LetterMeaning, Role
from slaeditor.publish.document import (
    Align,
    Block,
    Cell,
    Chapter,
    Column,
    Facts,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    chapter,
    facts_block,
    grouped,
    labelled,
    leftovers,
    rest,
    table,
)
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.view import View

_PAGE = 40
"""Activities that fit on a page."""

USUAL = ("R", "A", "S", "C", "I")
_DETAILS = Layout(("name", "trigger", "outcome", "staff_note"), (28, 22, 22, 28))
_UPRIGHT = 5
_MOST_UPRIGHT = 22
_FIRST, _LEAST_FIRST, _WIDEST = 32, 44, 20
"""Shares of the width: of activities beside titles that read upwards, at least beside others, and
at most of a column of letters."""


def responsibilities(view: View) -> Chapter | None:
    """Return a matrix for each set of parts, then what the cells cannot say."""
    matrices = grouped(view, tuple(view.project.activity_groups), "matrix")
    sections = [section for matrix, groups in matrices for section in _matrix(view, matrix, groups)]
    loose = view.project.activities.where("group", "")
    if loose:
        key = "matrix.other" if sections else "matrix.only"
        sections += _section(view, view.phrases(key), "s-other", [("", loose)])
    details = _details(view)
    approvals = _approvals(view)
    legend = _legend(view)
    blocks = legend if sections else ()  # letters that no matrix uses explain nothing
    return chapter(view, "responsibilities", blocks, (*sections, *details, *approvals))


def _matrix(view: View, matrix: str, groups: Sequence[ActivityGroup]) -> list[Section]:
    parts = [
        (view.title(group), view.project.activities.where("group", group.id)) for group in groups
    ]
    title = matrix or view.phrases("matrix.main")
    before = (
        *(_own_legend(view, matrix, groups) if matrix else ()),
        *_services(view, title, groups),
    )
    after = [block for group in groups for block in _about(view, group)]
    found = _section(view, title, view.anchor(groups[0], "x"), parts, after)
    return [dataclasses.replace(one, blocks=(*before, *one.blocks)) for one in found]


def _services(view: View, title: str, groups: Sequence[ActivityGroup]) -> tuple[Block, ...]:
    """The services of a matrix: once where all its parts share one, else part by part."""
    said = {group.name: view.say(group, "service") for group in groups}
    if len(set(said.values())) == 1:
        shared = said[groups[0].name]
        return facts_block([(view.label(groups[0], "service"), "" if shared == title else shared)])
    label = view.label(groups[0], "service")
    return facts_block((f"{label}, {name}", words) for name, words in said.items() if words)


def _about(view: View, group: ActivityGroup) -> tuple[Block, ...]:
    about = view.say(group, "description")
    told = (labelled(view.title(group), about, group.name),) if about else ()
    return (*told, *rest(view, group))


def _section(
    view: View,
    title: str,
    key: str,
    parts: Sequence[tuple[str, Sequence[Activity]]],
    after: Sequence[Block] = (),
) -> list[Section]:
    activities = [one for _, members in parts for one in members]
    roles = _roles(view, activities)
    blocks: list[Block] = []
    if activities and roles:
        blocks += _tables(view, title, parts, roles)
    elif activities:
        blocks += leftovers(view, activities)
    blocks += after
    return [Section(key, title, tuple(blocks))] if blocks else []


def _tables(
    view: View, title: str, parts: Sequence[tuple[str, Sequence[Activity]]], roles: Sequence[Role]
) -> tuple[Table, ...]:
    """One table, or where it would be longer than a page one for each part, notes and all."""
    held = [(heading, members) for heading, members in parts if members]
    if sum(len(members) for _, members in held) <= _PAGE:
        return (_table(view, title, held, roles),)
    return tuple(_table(view, heading, [("", members)], roles) for heading, members in held)


def _roles(view: View, activities: Sequence[Activity]) -> tuple[Role, ...]:
    """The roles that have a letter in some of the activities, in the order of the roles."""
    found = {
        cell.role
        for row in activities
        for cell in view.project.assignments.where("activity", row.id)
    }
    return tuple(role for role in view.project.roles if role.id in found)


def _table(
    view: View, caption: str, parts: Sequence[tuple[str, Sequence[Activity]]], roles: Sequence[Role]
) -> Table:
    notes = Notes()
    groups = tuple(
        RowGroup(tuple(_row(view, row, roles, notes) for row in members), heading)
        for heading, members in parts
        if members
    )
    turned = len(roles) > _UPRIGHT
    first = _FIRST if turned else max(_LEAST_FIRST, 100 - _WIDEST * len(roles))
    share = max((100 - first) // len(roles), 1)
    columns = (
        Column(view.phrases("column.activity"), first),
        *(Column(role.name, share, Align.CENTRE, turned=turned) for role in roles),
    )
    return Table(caption, columns, groups, notes.listed, wide=len(roles) > _MOST_UPRIGHT)


def _row(view: View, row: Activity, roles: Sequence[Role], notes: Notes) -> tuple[Cell, ...]:
    view.note(row, "group")
    words = view.title(row)
    condition = view.say(row, "condition")
    if condition:
        words = f"{words} ({condition})"
    delegable = view.label(row, "delegable") if view.say(row, "delegable") and row.delegable else ""
    levels = view.say(row, "levels")
    at_levels = view.phrases("only.at", levels=levels) if levels else ""
    marks = notes.mark(view.say(row, "footnote"), delegable, at_levels)
    changed = view.changed(row)
    return (
        Cell(words, marks, changed=changed),
        *(_cell(view, row, role, notes) for role in roles),
    )


def _cell(view: View, row: Activity, role: Role, notes: Notes) -> Cell:
    held = [
        one for one in view.project.assignments.where("activity", row.id) if one.role == role.id
    ]
    words = " / ".join(dict.fromkeys(filter(None, (_letters(view, one) for one in held))))
    marks = ", ".join(filter(None, (notes.mark(*_remarks(view, one)) for one in held)))
    return Cell(words, marks, changed=any(view.changed(one) for one in held))


def _letters(view: View, cell: Assignment) -> str:
    view.note(cell, "activity", "role", "letters")
    return view.words.letters(cell.letters) if cell.letters else ""


def _remarks(view: View, cell: Assignment) -> Iterator[str]:
    """What stands below the table about one cell: where it holds, whether it can be delegated."""
    where = view.words.list((view.say(cell, "level"), view.say(cell, "variant")))
    if where:
        letters = _letters(view, cell) or view.phrases("grant.no")
        yield view.phrases("letters.at", letters=letters, where=where)
    if cell.delegable:
        yield view.label(cell, "delegable")
    view.note(cell, "delegable")
    yield view.say(cell, "footnote")


def _legend(view: View) -> tuple[Block, ...]:
    """What the letters mean: the manager's own words before the usual ones."""
    used = _letters_of(tuple(view.project.assignments))
    own = {row.letter: row for row in view.project.letter_meanings.where("matrix", "")}
    pairs = tuple(
        (letter, view.phrases(f"letter.{letter}"))
        for letter in USUAL
        if letter in used and letter not in own
    )
    pairs += _meanings(view, tuple(own.values()), used)
    return (Facts(pairs),) if pairs else ()


def _own_legend(view: View, matrix: str, groups: Sequence[ActivityGroup]) -> tuple[Block, ...]:
    """What letters mean in one matrix only."""
    project = view.project
    activities = [one for group in groups for one in project.activities.where("group", group.id)]
    cells = [cell for one in activities for cell in project.assignments.where("activity", one.id)]
    rows = project.letter_meanings.where("matrix", matrix)
    pairs = _meanings(view, rows, _letters_of(cells))
    return (Facts(pairs),) if pairs else ()


def _letters_of(cells: Sequence[Assignment]) -> frozenset[str]:
    """The letters that stand in some of the cells."""
    return frozenset(letter for one in cells if one.letters for letter in one.letters.letters)


def _meanings(
    view: View, rows: Sequence[LetterMeaning], used: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """What the letters mean that are used; of the others a reader need not know."""
    told = [(row.letter, _meaning(view, row)) for row in rows]
    return tuple(pair for letter, pair in told if letter in used)


def _meaning(view: View, row: LetterMeaning) -> tuple[str, str]:
    view.note(row, "letter", "name", "matrix")
    meaning = plain(view.say(row, "meaning"))
    return row.letter, f"{row.name}: {meaning}" if meaning else row.name


def _details(view: View) -> tuple[Section, ...]:
    """What the matrices do not say of an activity."""
    rows = [row for row in view.project.activities if view.unsaid(row)]
    blocks = table(view, view.phrases("caption.activities"), rows, _DETAILS)
    if not blocks:
        return ()
    return (Section("s-activities", view.phrases("section.activities"), blocks),)


def _approvals(view: View) -> tuple[Section, ...]:
    layout = Layout(
        ("name", "severities", "approvers", "within", "again_every", "condition"),
        (20, 14, 18, 11, 11, 26),
    )
    rows = tuple(view.project.approvals)
    blocks = table(view, view.phrases("caption.approvals"), rows, layout)
    if not blocks:
        return ()
    return (Section("s-approvals", view.phrases("section.approvals"), blocks),)
