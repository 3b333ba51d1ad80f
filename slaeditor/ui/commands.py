"""The commands of the editor: everything but those of the File menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from slaeditor.ui.command import Command, Menu, always, open_project
from slaeditor.ui.frame import Frame
from slaeditor.ui.place import OVERVIEW, Place
from slaeditor.ui.settings import settings
from slaeditor.ui.theme import Wish, wear, worn

if TYPE_CHECKING:
    from slaeditor.ui.page import Page
    from slaeditor.ui.workbench import Workbench

APPEARANCE = "&Appearance"
GO = "&Go to"
DOES_IT_HOLD = "&Does it hold?"
LONGEST_LABEL = 50
OFTEN = (
    ("services", "Service", "briefcase"),
    ("service_levels", "Service level", "layers"),
    ("calendars", "Service hours", "clock"),
    ("severities", "Severity", "flame"),
    ("measures", "Measure", "gauge"),
    ("price_plans", "Price plan", "coins"),
    ("roles", "Role", "user"),
    ("activities", "Activity", "activity"),
    ("method_steps", "Step", "footprints"),
    ("escalation_policies", "Escalation policy", "trending-up"),
    ("clients", "Client", "users"),
)
"""The parts the Insert menu names: table, title and icon as declared, which are imported later."""
PANELS_SHOWN = (
    ("hold", "&All together", "shield-check"),
    ("chains", "&Chains behind promises", "waypoints"),
    ("staffing", "&Staffing and cost to serve", "users-round"),
    ("exposure", "Cost of &missed promises", "trending-down"),
    ("losses", "&Lost clients counted", "user-x"),
)
"""The panels the Tools menu names: key, title and icon as in `panels`, which is imported later."""


def _bench(frame: Frame) -> Workbench:
    if frame.workbench is None:
        raise RuntimeError("A command of the editor was run without a project.")
    return frame.workbench


def _page(frame: Frame) -> Page:
    return _bench(frame).pages.page


def _undo(frame: Frame) -> None:
    bench = _bench(frame)
    bench.show_change(bench.session.undo())


def _redo(frame: Frame) -> None:
    bench = _bench(frame)
    bench.show_change(bench.session.redo())


def _can_undo(frame: Frame) -> bool:
    return frame.session is not None and bool(frame.session.history.done)


def _can_redo(frame: Frame) -> bool:
    return frame.session is not None and bool(frame.session.history.undone)


def _undo_name(frame: Frame) -> str:
    label = frame.session.history.undo_label if frame.session is not None else ""
    return f"&Undo: {_shown(label)}" if label else "&Undo"


def _redo_name(frame: Frame) -> str:
    label = frame.session.history.redo_label if frame.session is not None else ""
    return f"&Redo: {_shown(label)}" if label else "&Redo"


def _shown(label: str) -> str:
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return short.replace("&", "&&")


def _something_selected(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.pages.page.selected > 0


def _on_a_page(frame: Frame) -> bool:
    return frame.workbench is not None and bool(frame.workbench.place.table)


def _can_go_back(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.trail.can_go_back


def _can_go_forward(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.trail.can_go_forward


def _has_findings(frame: Frame) -> bool:
    return frame.session is not None and any(one.is_open for one in frame.session.findings)


def _clock(frame: Frame) -> None:
    from slaeditor.model.promises import Target
    from slaeditor.ui.escalation.clock_dialog import ClockDialog

    bench = _bench(frame)
    dialog = ClockDialog(frame.main_window, bench.session)
    dialog.explainer.wanted.connect(bench.go)
    target = bench.session.project.find(Target, bench.place.row) if bench.place.row else None
    if target is not None:
        dialog.explainer.choose_target(target)
    dialog.show()


def _switch_spelling(frame: Frame) -> None:
    from slaeditor.ui.spelling import spelling_of

    spelling = spelling_of(_bench(frame).session)
    spelling.switch(on=not spelling.on)


def _checks_spelling(_frame: Frame) -> bool:
    return str(settings().value("spelling", "on")) == "on"


def _replace(frame: Frame) -> None:
    from slaeditor.ui.replace_dialog import ReplaceDialog

    ReplaceDialog(frame.main_window, _bench(frame)).show()


def _manual(frame: Frame) -> None:
    from slaeditor.ui.dialog import show_file
    from slaeditor.ui.manual import manual_page, section_of

    bench = frame.workbench
    show_file(str(manual_page()), section_of(bench.place.page) if bench is not None else "start")


def _preferences(frame: Frame) -> None:
    from slaeditor.ui.preferences_dialog import PreferencesDialog

    dialog = PreferencesDialog(frame.main_window)
    dialog.changed.connect(frame.refresh)
    dialog.open()


def _about(frame: Frame) -> None:
    from slaeditor.ui.about_dialog import AboutDialog

    AboutDialog(frame.main_window).open()


def _report(frame: Frame) -> None:
    from slaeditor.ui.crash_report import report
    from slaeditor.ui.report_dialog import ReportDialog

    ReportDialog(frame.main_window, report()).open()


def _toggled(part: Callable[[Workbench], QWidget]) -> Callable[[Frame], None]:
    """Return what shows or hides a part of the workbench."""

    def run(frame: Frame) -> None:
        widget = part(_bench(frame))
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


def _adds(table: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        bench = _bench(frame)
        bench.go(Place(table))
        bench.pages.page.add_record()

    return run


def _shows(panel: str) -> Callable[[Frame], None]:
    return lambda frame: _bench(frame).go(Place(panel=panel))


def _focuses(part: Callable[[Workbench], QWidget]) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        widget = part(_bench(frame))
        widget.show()
        widget.setFocus()

    return run


def _focus_preview(frame: Frame) -> None:
    area = _bench(frame).preview_area
    area.show()
    shown = area.currentWidget()
    following = shown.nextInFocusChain() if shown is not None else None
    if following is not None:
        following.setFocus()


def _show_findings(frame: Frame) -> None:
    bench = _bench(frame)
    bench.below.show()
    bench.below.setCurrentWidget(bench.findings)
    bench.findings.take_focus()


def _show_history(frame: Frame) -> None:
    bench = _bench(frame)
    bench.below.show()
    bench.below.setCurrentWidget(bench.history)
    bench.history.view.setFocus()


def _forget_pages(frame: Frame) -> None:
    """Remove the pages that are kept to make the next handbook sooner."""
    from slaeditor.session.rendering import forget_pages

    count = forget_pages()
    words = f"{count} kept part{'s' * (count != 1)} of handbooks removed."
    frame.main_window.statusBar().showMessage(words, 8000)


EDIT = (
    Command(
        "edit.undo",
        "&Undo",
        _undo,
        Menu.EDIT,
        ("Ctrl+Z",),
        "undo-2",
        enabled=_can_undo,
        why_not="Nothing has been done yet.",
        name_now=_undo_name,
        toolbar=21,
    ),
    Command(
        "edit.redo",
        "&Redo",
        _redo,
        Menu.EDIT,
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        "redo-2",
        enabled=_can_redo,
        why_not="Nothing was undone.",
        name_now=_redo_name,
        toolbar=22,
    ),
    Command(
        "edit.duplicate",
        "Dupl&icate",
        lambda frame: _page(frame).duplicate_records(),
        Menu.EDIT,
        ("Ctrl+D",),
        "copy-plus",
        group=1,
        enabled=_something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.delete",
        "&Delete",
        lambda frame: _page(frame).delete_records(),
        Menu.EDIT,
        ("Ctrl+Del",),
        "trash-2",
        group=1,
        enabled=_something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.move_up",
        "Move u&p",
        lambda frame: _page(frame).move_records(-1),
        Menu.EDIT,
        ("Alt+Up",),
        "arrow-up",
        group=1,
        enabled=_something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.move_down",
        "Move d&own",
        lambda frame: _page(frame).move_records(1),
        Menu.EDIT,
        ("Alt+Down",),
        "arrow-down",
        group=1,
        enabled=_something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.palette",
        "&Search everything…",
        lambda frame: frame.open_palette(),
        Menu.EDIT,
        ("Ctrl+K",),
        "search",
        group=2,
        enabled=always,
    ),
    Command(
        "edit.find",
        "&Filter this list",
        lambda frame: _page(frame).find_records(),
        Menu.EDIT,
        ("Ctrl+F",),
        "list-filter",
        group=2,
        enabled=_on_a_page,
        why_not="Go to a list first.",
    ),
    Command(
        "edit.replace",
        "Find and repla&ce…",
        _replace,
        Menu.EDIT,
        ("Ctrl+Shift+F", "Ctrl+H"),
        "replace",
        group=2,
    ),
    Command(
        "edit.preferences",
        "Prefere&nces…",
        _preferences,
        Menu.EDIT,
        ("Ctrl+,",),
        "settings",
        group=3,
        enabled=always,
    ),
)

VIEW = (
    Command(
        "view.back",
        "&Back",
        lambda frame: _bench(frame).go_back(),
        Menu.VIEW,
        ("Alt+Left",),
        "arrow-left",
        enabled=_can_go_back,
        why_not="This is the first place.",
    ),
    Command(
        "view.forward",
        "&Forward",
        lambda frame: _bench(frame).go_forward(),
        Menu.VIEW,
        ("Alt+Right",),
        "arrow-right",
        enabled=_can_go_forward,
        why_not="This is the last place.",
    ),
    Command(
        "view.overview",
        "&Overview",
        lambda frame: _bench(frame).go(OVERVIEW),
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
        lambda frame: _page(frame).take_focus(),
        Menu.VIEW,
        ("Ctrl+2",),
        "list",
        group=2,
        submenu=GO,
    ),
    Command(
        "view.go_form",
        "&Form",
        lambda frame: _page(frame).take_form_focus(),
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

INSERT = (
    Command(
        "insert.here",
        "&Add to this list",
        lambda frame: _page(frame).add_record(),
        Menu.INSERT,
        ("Ctrl+Shift+A",),
        "plus",
        enabled=_on_a_page,
        why_not="Go to a list first.",
    ),
    *(
        Command(
            f"insert.{table}",
            title,
            _adds(table),
            Menu.INSERT,
            icon=picture,
            group=1,
        )
        for table, title, picture in OFTEN
    ),
)

TOOLS = (
    Command(
        "tools.next_finding",
        "&Next finding",
        lambda frame: _bench(frame).go_to_finding(1),
        Menu.TOOLS,
        ("F3",),
        "chevron-down",
        enabled=_has_findings,
        why_not="There are no findings.",
    ),
    Command(
        "tools.previous_finding",
        "&Previous finding",
        lambda frame: _bench(frame).go_to_finding(-1),
        Menu.TOOLS,
        ("Shift+F3",),
        "chevron-up",
        enabled=_has_findings,
        why_not="There are no findings.",
    ),
    Command(
        "tools.clock",
        "C&lock: when is it due…",
        _clock,
        Menu.TOOLS,
        ("Ctrl+Shift+K",),
        "alarm-clock",
        group=1,
    ),
    Command(
        "tools.spelling",
        "Check &spelling",
        _switch_spelling,
        Menu.TOOLS,
        (),
        "spell-check",
        group=1,
        checked=_checks_spelling,
    ),
    Command(
        "tools.check",
        "&Check now",
        lambda frame: _bench(frame).session.check_now(),
        Menu.TOOLS,
        (),
        "shield-check",
        enabled=open_project,
    ),
    Command(
        "tools.forget_pages",
        "&Forget kept pages",
        _forget_pages,
        Menu.TOOLS,
        (),
        "trash-2",
        group=2,
        enabled=always,
    ),
)

HOLD = (
    *(
        Command(
            f"tools.panel_{key}",
            title,
            _shows(key),
            Menu.TOOLS,
            icon=picture,
            group=1,
            submenu=DOES_IT_HOLD,
        )
        for key, title, picture in PANELS_SHOWN
    ),
)

HELP = (
    Command(
        "help.manual",
        "&Manual",
        _manual,
        Menu.HELP,
        ("F1",),
        "book-open",
        enabled=always,
    ),
    Command(
        "help.shortcuts",
        "&Keyboard shortcuts",
        lambda frame: frame.show_shortcuts(),
        Menu.HELP,
        ("Ctrl+/",),
        "keyboard",
        enabled=always,
    ),
    Command(
        "help.report",
        "&Diagnostic report…",
        _report,
        Menu.HELP,
        (),
        "bug",
        enabled=always,
    ),
    Command(
        "help.about",
        "&About SLA Editor",
        _about,
        Menu.HELP,
        (),
        "info",
        group=1,
        enabled=always,
    ),
)

EDITOR_COMMANDS: tuple[Command, ...] = (*EDIT, *VIEW, *INSERT, *TOOLS, *HOLD, *HELP)
"""Every command of the editor, in the order of the menus."""
