"""What commands and parts may ask of the window they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:  # a window with the start page needs none of them
    from slaeditor.session.session import Session
    from slaeditor.ui.message_bar import MessageBar
    from slaeditor.ui.workbench import Workbench


class Frame(Protocol):
    """A window: it shows the start page, or one open project in a workbench.

    `document` belongs to whoever opens and saves files: what is open, where it is, its lock.
    """

    document: Any

    @property
    def messages(self) -> MessageBar:
        """The bar that says what a person should know now."""

    @property
    def session(self) -> Session | None:
        """The open project's session, None on the start page."""

    @property
    def workbench(self) -> Workbench | None:
        """The editor of the open project, None on the start page."""

    @property
    def main_window(self) -> QMainWindow:
        """The window itself, as parent of dialogs."""

    def another(self) -> Frame:
        """A second window of the same make, not yet shown."""

    def open_session(self, session: Session, name: str) -> None:
        """Show a project in place of the start page or of the project open until now."""

    def close_session(self) -> None:
        """Close the project and show the start page."""

    def refresh(self) -> None:
        """Bring title, menus and toolbar up to date."""

    def rename(self, name: str) -> None:
        """Name the window after the file that holds the project now."""

    def open_palette(self) -> None:
        """Open the field that finds everything."""

    def show_shortcuts(self) -> None:
        """Show the page of keyboard shortcuts."""
