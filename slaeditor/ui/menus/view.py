"""The View menu: the way through the project, parts of the window and its colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from slaeditor.ui.command import Command, Menu, always
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.reaching import bench_of, page_of
from slaeditor.ui.settings import settings
from slaeditor.ui.theme import Wish, wear, worn

if TYPE_CHECKING:
    from slaeditor.ui.workbench import Workbench

APPEARANCE = "&Appearance"
GO = "&Go to"


def _can_go_back(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.trail.can_go_back


def _can_go_forward(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.trail.can_go_forward


def _overview(frame: Frame) -> None:
    from slaeditor.ui.place import OVERVIEW

    bench_of(frame).go(OVERVIEW)


def _toggled(part: Callable[[Workbench], QWidget]) -> Callable[[Frame], None]:
    """Return what shows or hides a part of the workbench."""

    def run(frame: Frame) -> None:
        widget = part(bench_of(frame))
        widget.setVisible(widget.isHidden())

    return run


def _visible(part: Callable[[Workbench], QWidget]) -> Callable[[Frame], bool]:
    def checked(frame: Frame) -> bool:
        return frame.workbench is not None and not part(frame.workbench).isHidden()

    return checked


def _navigator(bench: Workbench) -> QWidget:
    return bench.navigator


def _preview(bench: Workbench) -> QWidget:
    return bench.preview_area


def _panels(bench: Workbench) -> QWidget:
    return bench.below


def _wears(wish: Wish) -> Callable[[Frame], None]:
    def run(_frame: Frame) -> None:
        wear(wish)
        settings().setValue("theme", str(wish))

    return run


def _is_worn(wish: Wish) -> Callable[[Frame], bool]:
    return lambda _frame: worn() is wish


def _focuses(part: Callable[[Workbench], QWidget]) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        widget = part(bench_of(frame))
        widget.show()
        widget.setFocus()

    return run


def _focus_preview(frame: Frame) -> None:
    area = bench_of(frame).preview_area
    area.show()
    shown = area.currentWidget()
    following = shown.nextInFocusChain() if shown is not None else None
    if following is not None:
        following.setFocus()


def _show_findings(frame: Frame) -> None:
    bench = bench_of(frame)
    bench.below.show()
    bench.below.setCurrentWidget(bench.findings)
    bench.findings.take_focus()


def _show_history(frame: Frame) -> None:
    bench = bench_of(frame)
    bench.below.show()
    bench.below.setCurrentWidget(bench.history)
    bench.history.view.setFocus()


VIEW = (
    Command(
        "view.back",
        "&Back",
        lambda frame: bench_of(frame).go_back(),
        Menu.VIEW,
        ("Alt+Left",),
        "arrow-left",
        enabled=_can_go_back,
        why_not="This is the first place.",
    ),
    Command(
        "view.forward",
        "&Forward",
        lambda frame: bench_of(frame).go_forward(),
        Menu.VIEW,
        ("Alt+Right",),
        "arrow-right",
        enabled=_can_go_forward,
        why_not="This is the last place.",
    ),
    Command(
        "view.overview",
        "&Overview",
        _overview,
        Menu.VIEW,
        ("Alt+Home",),
        "layout-dashboard",
    ),
    Command(
        "view.navigator",
        "&Navigator",
        _toggled(_navigator),
        Menu.VIEW,
        ("Ctrl+Shift+L",),
        "panel-left",
        group=1,
        checked=_visible(_navigator),
    ),
    Command(
        "view.preview",
        "&Preview",
        _toggled(_preview),
        Menu.VIEW,
        ("Ctrl+Shift+P",),
        "panel-right",
        group=1,
        checked=_visible(_preview),
    ),
    Command(
        "view.panels",
        "Findings and &history",
        _toggled(_panels),
        Menu.VIEW,
        ("Ctrl+Shift+B",),
        "panel-bottom",
        group=1,
        checked=_visible(_panels),
    ),
    Command(
        "view.go_navigator",
        "&Navigator",
        _focuses(_navigator),
        Menu.VIEW,
        ("Ctrl+1",),
        "panel-left",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_page",
        "&List or grid",
        lambda frame: page_of(frame).take_focus(),
        Menu.VIEW,
        ("Ctrl+2",),
        "list",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_form",
        "&Form",
        lambda frame: page_of(frame).take_form_focus(),
        Menu.VIEW,
        ("Ctrl+3",),
        "square-pen",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_preview",
        "&Preview",
        _focus_preview,
        Menu.VIEW,
        ("Ctrl+4",),
        "panel-right",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_findings",
        "Fin&dings",
        _show_findings,
        Menu.VIEW,
        ("Ctrl+5",),
        "circle-alert",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_history",
        "&History",
        _show_history,
        Menu.VIEW,
        ("Ctrl+6",),
        "history",
        group=2,
        submenu=GO,
    ),
    *(
        Command(
            f"view.theme_{wish}",
            title,
            _wears(wish),
            Menu.VIEW,
            icon=picture,
            group=3,
            submenu=APPEARANCE,
            enabled=always,
            checked=_is_worn(wish),
        )
        for wish, title, picture in (
            (Wish.SYSTEM, "As the &system", "monitor"),
            (Wish.LIGHT, "&Light", "sun"),
            (Wish.DARK, "&Dark", "moon"),
        )
    ),
)
