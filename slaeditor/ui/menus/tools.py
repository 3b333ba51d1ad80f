"""The Tools menu: findings, the clock, spelling and the panels that ask whether it holds."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.model.readers import Reader
from slaeditor.ui.command import Command, Menu, always, open_project
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.reaching import bench_of
from slaeditor.ui.settings import settings

DOES_IT_HOLD = "&Does it hold?"
PANELS_SHOWN = (
    ("hold", "&All together", "shield-check"),
    ("chains", "&Chains behind promises", "waypoints"),
    ("staffing", "&Staffing and cost to serve", "users-round"),
    ("exposure", "Cost of &missed promises", "trending-down"),
    ("losses", "&Lost clients counted", "user-x"),
)
"""The panels the Tools menu names: key, title and icon as in `panels`, which is imported later."""


def _has_findings(frame: Frame) -> bool:
    return frame.session is not None and bool(frame.session.found.open)


def _clock(frame: Frame) -> None:
    from slaeditor.model.promises import Target
    from slaeditor.ui.escalation.clock_dialog import ClockDialog

    bench = bench_of(frame)
    dialog = ClockDialog(frame.main_window, bench.session)
    dialog.explainer.wanted.connect(bench.go)
    target = bench.session.project.find(Target, bench.place.row) if bench.place.row else None
    if target is not None:
        dialog.explainer.choose_target(target)
    dialog.show()


def _left_out(frame: Frame) -> None:
    from slaeditor.ui.left_out_dialog import LeftOutDialog
    from slaeditor.ui.preview import previewed

    bench = bench_of(frame)
    audience = previewed(frame.main_window, Reader.CLIENT)
    dialog = LeftOutDialog(frame.main_window, bench.session.project, audience)
    dialog.chosen.connect(bench.go)
    dialog.open()


def _switch_spelling(frame: Frame) -> None:
    from slaeditor.ui.spelling import spelling_of

    spelling = spelling_of(bench_of(frame).session)
    spelling.switch(on=not spelling.on)


def _checks_spelling(_frame: Frame) -> bool:
    return str(settings().value("spelling", "on")) == "on"


def _shows(panel: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        from slaeditor.ui.place import Place

        bench_of(frame).go(Place(panel=panel))

    return run


def _forget_pages(frame: Frame) -> None:
    """Remove the pages that are kept to make the next handbook sooner."""
    from slaeditor.session.rendering import forget_pages

    count = forget_pages()
    words = f"{count} kept part{'s' * (count != 1)} of handbooks removed."
    frame.main_window.statusBar().showMessage(words, 8000)


TOOLS = (
    Command(
        "tools.next_finding",
        "&Next finding",
        lambda frame: bench_of(frame).go_to_finding(1),
        Menu.TOOLS,
        ("F3",),
        "chevron-down",
        enabled=_has_findings,
        why_not="There are no findings.",
    ),
    Command(
        "tools.previous_finding",
        "&Previous finding",
        lambda frame: bench_of(frame).go_to_finding(-1),
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
        "tools.left_out",
        "What an edition lea&ves out…",
        _left_out,
        Menu.TOOLS,
        (),
        "eye-off",
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
        lambda frame: bench_of(frame).session.check_now(),
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
