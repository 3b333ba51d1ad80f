"""What commands reach through the frame, and when they can."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slaeditor.ui.frame import Frame
    from slaeditor.ui.page import Page
    from slaeditor.ui.workbench import Workbench


def bench_of(frame: Frame) -> Workbench:
    """Return the workbench of the open project; RuntimeError where none is open."""
    if frame.workbench is None:
        raise RuntimeError("A command of the editor was run without a project.")
    return frame.workbench


def page_of(frame: Frame) -> Page:
    """Return the page that is shown; RuntimeError where no project is open."""
    return bench_of(frame).pages.page


def something_selected(frame: Frame) -> bool:
    """Whether a record is selected on the page that is shown."""
    return frame.workbench is not None and frame.workbench.pages.page.selected > 0


def on_a_page(frame: Frame) -> bool:
    """Whether a list of records is shown."""
    return frame.workbench is not None and bool(frame.workbench.place.table)
