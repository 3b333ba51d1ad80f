"""The Edit menu: taking back, records, finding and preferences."""

from __future__ import annotations

from slaeditor.ui.command import Command, Menu, always
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.reaching import bench_of, on_a_page, page_of, something_selected

LONGEST_LABEL = 50


def _undo(frame: Frame) -> None:
    bench, page = bench_of(frame), page_of(frame)
    if page.unread_last:
        page.take_back_unread()
        frame.refresh()
        return
    bench.show_change(bench.session.undo())


def _redo(frame: Frame) -> None:
    bench = bench_of(frame)
    bench.show_change(bench.session.redo())


def _can_undo(frame: Frame) -> bool:
    there = frame.session is not None and bool(frame.session.history.done)
    return there or _unread_last(frame)


def _unread_last(frame: Frame) -> bool:
    return frame.workbench is not None and frame.workbench.pages.page.unread_last


def _can_redo(frame: Frame) -> bool:
    return frame.session is not None and bool(frame.session.history.undone)


def _undo_name(frame: Frame) -> str:
    if _unread_last(frame):
        return "&Undo: Words that were not read"
    label = frame.session.history.undo_label if frame.session is not None else ""
    return f"&Undo: {_shown(label)}" if label else "&Undo"


def _redo_name(frame: Frame) -> str:
    label = frame.session.history.redo_label if frame.session is not None else ""
    return f"&Redo: {_shown(label)}" if label else "&Redo"


def _shown(label: str) -> str:
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return short.replace("&", "&&")


def _replace(frame: Frame) -> None:
    from slaeditor.ui.replace_dialog import ReplaceDialog

    ReplaceDialog(frame.main_window, bench_of(frame)).show()


def _preferences(frame: Frame) -> None:
    from slaeditor.ui.preferences_dialog import PreferencesDialog

    dialog = PreferencesDialog(frame.main_window)
    dialog.changed.connect(frame.refresh)
    dialog.open()


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
        lambda frame: page_of(frame).duplicate_records(),
        Menu.EDIT,
        ("Ctrl+D",),
        "copy-plus",
        group=1,
        enabled=something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.delete",
        "&Delete",
        lambda frame: page_of(frame).delete_records(),
        Menu.EDIT,
        ("Ctrl+Del",),
        "trash-2",
        group=1,
        enabled=something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.move_up",
        "Move u&p",
        lambda frame: page_of(frame).move_records(-1),
        Menu.EDIT,
        ("Alt+Up",),
        "arrow-up",
        group=1,
        enabled=something_selected,
        why_not="Select a record first.",
    ),
    Command(
        "edit.move_down",
        "Move d&own",
        lambda frame: page_of(frame).move_records(1),
        Menu.EDIT,
        ("Alt+Down",),
        "arrow-down",
        group=1,
        enabled=something_selected,
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
        lambda frame: page_of(frame).find_records(),
        Menu.EDIT,
        ("Ctrl+F",),
        "list-filter",
        group=2,
        enabled=on_a_page,
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
