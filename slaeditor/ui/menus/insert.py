"""The Insert menu: a record of the list that is shown, or of a usual kind."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.ui.command import Command, Menu
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.reaching import bench_of, on_a_page, page_of

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


def _adds(table: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        from slaeditor.ui.place import Place

        bench = bench_of(frame)
        bench.go(Place(table))
        bench.pages.page.add_record()

    return run


def _comment(frame: Frame) -> None:
    from slaeditor.ui.commenting import comment_here

    comment_here(bench_of(frame))


def _on_a_record(frame: Frame) -> bool:
    place = page_of(frame).record_place if frame.workbench is not None else None
    return place is not None and bool(place.row) and place.table not in {"", "comments"}


INSERT = (
    Command(
        "insert.here",
        "&Add to this list",
        lambda frame: page_of(frame).add_record(),
        Menu.INSERT,
        ("Ctrl+Shift+A",),
        "plus",
        enabled=on_a_page,
        why_not="Go to a list first.",
    ),
    Command(
        "insert.comment",
        "&Comment on this",
        _comment,
        Menu.INSERT,
        ("Ctrl+Shift+M",),
        "message-square",
        enabled=_on_a_record,
        why_not="Choose one record first.",
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
