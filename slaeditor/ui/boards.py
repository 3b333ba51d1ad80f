"""Which records stand on a board, in which columns, and what their cards say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from slaeditor.model import kinds
from slaeditor.model.choice import Choice
from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.entity import Entity
from slaeditor.model.learning import Feedback, FeedbackStatus
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.model.project import Project
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.selling import DissatisfactionLevel, SalesPart
from slaeditor.model.work import GreyArea, HandOff
from slaeditor.rules.deals import station_words
from slaeditor.rules.names import title
from slaeditor.ui.board_card import Face
from slaeditor.ui.board_spec import BoardSpec, Taken
from slaeditor.ui.locale_words import LocaleWords

Columns = Sequence[tuple[str, Sequence[Entity]]]


def _names(project: Project, kind: str, *keys: str) -> str:
    found = (project.find(kind, key) for key in keys if key)
    return ", ".join(title(project, row) for row in found if row is not None)


def _role(project: Project, key: str) -> str:
    return _names(project, "Role", key) or "?"


def _by_choice(
    rows: Callable[[Project], Sequence[Entity]], name: str, choices: type[Choice]
) -> Callable[[Project], Columns]:
    """Columns by the value of a choice, each with its label up to the colon."""

    def columns(project: Project) -> Columns:
        # A choice is found by what it is: its hash costs more than all else, row by row.
        listed: dict[int, list[Entity]] = {id(one): [] for one in choices}
        for row in rows(project):
            listed.setdefault(id(getattr(row, name)), []).append(row)
        return [(one.label.split(":")[0], listed[id(one)]) for one in choices]

    return columns


def _into_choice(
    name: str, choices: type[Choice]
) -> Callable[[Project, Entity, int], Taken | None]:
    """What a record takes on in a column of a choice: its value."""

    def taken(_project: Project, _row: Entity, column: int) -> Taken | None:
        return Taken({name: list(choices)[column]})

    return taken


def _rungs(project: Project) -> Columns:
    return [("", [row]) for row in project.dissatisfaction_levels]


_HEAT = {
    SalesPart.NONE: "ok",
    SalesPart.INFORMED: "accent",
    SalesPart.JOINS: "warning",
    SalesPart.LEADS: "error",
}


def _rung(project: Project, row: Entity) -> Face:
    if not isinstance(row, DissatisfactionLevel):
        raise TypeError(type(row).__name__)
    keys = [one.id for one in project.dissatisfaction_levels]
    within = f" within {row.within}" if row.within else ""
    warned = f"{_role(project, row.warned_by)} warns {_role(project, row.warn)}{within}"
    part = row.sales_part or SalesPart.NONE
    lines = (
        warned if row.warn or row.warned_by else "Nobody is warned",
        f"Sales: {part.label.split(':')[0].lower()}",
    )
    return Face(title(project, row), lines, _HEAT[part], f"Rung {keys.index(row.id) + 1}")


def _hand_offs(project: Project) -> Columns:
    """Hand-offs by who gives, so that what one role hands on stands together."""
    rows = tuple(project.hand_offs)
    keys = dict.fromkeys(row.from_role for row in rows)
    return [
        (f"From {_role(project, key)}", [row for row in rows if row.from_role == key])
        for key in keys
    ]


def _hand_off(project: Project, row: Entity) -> Face:
    if not isinstance(row, HandOff):
        raise TypeError(type(row).__name__)
    within = f"Accepted within {row.accept_within}" if row.accept_within else "No time to accept"
    packet = "With a packet" if row.packet.strip() else "Nothing has to come along"
    token = "accent" if row.accept_within and row.packet.strip() else "warning"
    return Face(title(project, row), (f"→ {_role(project, row.to_role)}", within, packet), token)


def _promise(project: Project, row: Entity) -> Face:
    if not isinstance(row, Promise):
        raise TypeError(type(row).__name__)
    tokens = {PromiseClass.ALLOWED: "ok", PromiseClass.NEEDS_APPROVAL: "warning"}
    levels = _names(project, "ServiceLevel", *row.levels) or "Every level"
    backed = _names(project, "Target", row.backed_by)
    backed = backed or _names(project, "ScopeItem", row.backed_by_scope)
    asked = _names(project, "Role", row.approver)
    lines = (
        levels,
        f"Backed by {backed}" if backed else "",
        f"Approved by {asked}" if asked else "",
    )
    token = tokens.get(row.kind, "error")
    return Face(title(project, row), tuple(one for one in lines if one), token)


def _scope(project: Project, row: Entity) -> Face:
    if not isinstance(row, ScopeItem):
        raise TypeError(type(row).__name__)
    tokens = {ScopeClass.SUPPORTED: "ok", ScopeClass.NOT_SUPPORTED: "error"}
    levels = _names(project, "ServiceLevel", *row.levels)
    send = _names(project, "Role", row.send_to) or row.send_to_words
    lines = (levels, f"→ {send}" if send else "")
    token = tokens.get(row.kind, "warning")
    return Face(title(project, row), tuple(one for one in lines if one), token)


def _grey_areas(project: Project) -> Columns:
    rows = [one for one in project.grey_areas if not _decided(one)]
    return [
        ("Nobody's yet", [one for one in rows if not one.default_owner]),
        ("With an owner meanwhile", [one for one in rows if one.default_owner]),
        ("Decided", [one for one in project.grey_areas if _decided(one)]),
    ]


def _decided(row: GreyArea) -> bool:
    return bool(row.decision.strip())


def _grey_area(project: Project, row: Entity) -> Face:
    if not isinstance(row, GreyArea):
        raise TypeError(type(row).__name__)
    if _decided(row):
        return Face(title(project, row), (row.decision.strip().split("\n")[0],), "ok")
    within = f" within {row.decide_within}" if row.decide_within else ""
    lines = (
        f"Meanwhile {_role(project, row.default_owner)}" if row.default_owner else "No owner",
        f"{_role(project, row.decider)} decides{within}" if row.decider else "Nobody decides",
    )
    token = "warning" if row.default_owner and row.decider else "error"
    return Face(title(project, row), lines, token)


def _deal(project: Project, row: Entity) -> Face:
    if not isinstance(row, SpecialDeal):
        raise TypeError(type(row).__name__)
    until = (
        f"Until {LocaleWords().words(kinds.DATE, row.valid_to)}"
        if row.valid_to
        else "Without an end"
    )
    told = station_words(row)
    token = "ok" if row.acknowledged_on else "warning"
    client = _names(project, "Client", row.client) or "No client"
    return Face(row.name or title(project, row), (client, until, told), token)


def _feedback(project: Project, row: Entity) -> Face:
    if not isinstance(row, Feedback):
        raise TypeError(type(row).__name__)
    kind = row.kind.label if row.kind else ""
    client = _names(project, "Client", row.client)
    lines = tuple(one for one in (kind, client) if one)
    return Face(title(project, row), lines, "ok" if row.answer.strip() else "warning")


def _into_hand_off(project: Project, _row: Entity, column: int) -> Taken | None:
    """The role that gives what stands in a column."""
    givers = list(dict.fromkeys(one.from_role for one in project.hand_offs))
    return Taken({"from_role": givers[column]})


def _into_grey_area(_project: Project, row: Entity, column: int) -> Taken | None:
    """Nobody's is one without an owner; an owner and a decision have to be written down."""
    if not isinstance(row, GreyArea) or (_decided(row) and column != GREY_DECIDED):
        return Taken(ask="decision")
    if column == GREY_DECIDED:
        return Taken(ask="decision")
    return Taken({"default_owner": ""}) if column == 0 else Taken(ask="default_owner")


GREY_DECIDED = 2
"""The column of what has been decided."""


def _by(
    rows: Callable[[Project], Sequence[Entity]],
    name: str,
    choices: type[Choice],
    face: Callable[[Project, Entity], Face],
) -> BoardSpec:
    """A board with a column for each value of a choice."""
    return BoardSpec(_by_choice(rows, name, choices), face, into=_into_choice(name, choices))


BOARDS: Mapping[str, BoardSpec] = {
    "DissatisfactionLevel": BoardSpec(_rungs, _rung, arrows=True),
    "HandOff": BoardSpec(_hand_offs, _hand_off, into=_into_hand_off),
    "Promise": _by(lambda project: tuple(project.promises), "kind", PromiseClass, _promise),
    "ScopeItem": _by(lambda project: tuple(project.scope_items), "kind", ScopeClass, _scope),
    "GreyArea": BoardSpec(_grey_areas, _grey_area, into=_into_grey_area),
    "SpecialDeal": _by(lambda project: tuple(project.special_deals), "status", DealStatus, _deal),
    "Feedback": _by(lambda project: tuple(project.feedback), "status", FeedbackStatus, _feedback),
}
"""The boards by the name of the kind."""
