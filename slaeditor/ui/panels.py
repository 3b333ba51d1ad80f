"""The panels of a project: pages that show what follows from the records instead of editing them.

One declaration a panel: its title, its place in the navigator and the module its page is made by,
which is imported when the panel is first gone to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from slaeditor.model.areas import Area
from slaeditor.session.session import Session
from slaeditor.ui.page import Page


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel; `maker` is "module:class" of its page, `inside` the key of the panel it is under."""

    key: str
    title: str
    icon: str
    area: Area
    sentence: str
    maker: str
    inside: str = ""


_DECLARED = (
    Panel(
        "hold",
        "Does it hold?",
        "shield-check",
        Area.BACKING,
        "Whether what is promised can be kept: by the chain behind it, by the team, for the money, "
        "and as clients who left found it.",
        "hold_page:HoldPage",
    ),
    Panel(
        "chains",
        "Chains behind promises",
        "waypoints",
        Area.BACKING,
        "Who has which part of a promised time, in order, and whether the parts fit into it.",
        "chains_page:ChainsPage",
        "hold",
    ),
    Panel(
        "staffing",
        "Staffing and cost",
        "users-round",
        Area.BACKING,
        "The work that arrives beside the people there are, and what a client costs to serve.",
        "staffing_page:StaffingPage",
        "hold",
    ),
    Panel(
        "exposure",
        "Cost of misses",
        "trending-down",
        Area.BACKING,
        "What the credits of a month cost: at results you enter, as expected and at worst.",
        "exposure_page:ExposurePage",
        "hold",
    ),
    Panel(
        "losses",
        "Lost clients counted",
        "user-x",
        Area.BACKING,
        "Loss interviews by cause, and the promises and steps that broke.",
        "losses_page:LossesPage",
        "hold",
    ),
)
PANELS: Mapping[str, Panel] = {one.key: one for one in _DECLARED}
"""Every panel by its key, in the order of the navigator."""


def panels_of(area: Area) -> tuple[Panel, ...]:
    """Return the panels that stand first under a heading of the navigator."""
    return tuple(one for one in PANELS.values() if one.area is area and not one.inside)


def panels_inside(key: str) -> tuple[Panel, ...]:
    """Return the panels under another one."""
    return tuple(one for one in PANELS.values() if one.inside == key)


def panel_page(session: Session, key: str, parent: QWidget) -> Page:
    """Return a new page that shows a panel."""
    module, _, name = PANELS[key].maker.partition(":")
    made = getattr(import_module(f"slaeditor.ui.{module}"), name)
    return cast("Page", made(session, PANELS[key], parent))
