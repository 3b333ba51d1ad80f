"""Draws every page of the window in light, dark and with large letters into build/screens."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QFont, QFontDatabase  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from slaeditor.bundled import bundled  # noqa: E402
from slaeditor.exchange.starters import starter, starters  # noqa: E402
from slaeditor.model.project import Project, kinds  # noqa: E402
from slaeditor.session.session import Session  # noqa: E402
from slaeditor.ui import theme  # noqa: E402
from slaeditor.ui.commands import EDITOR_COMMANDS  # noqa: E402
from slaeditor.ui.consequence_page import ConsequencePage  # noqa: E402
from slaeditor.ui.document.cover_view import CoverView  # noqa: E402
from slaeditor.ui.documents import Documents  # noqa: E402
from slaeditor.ui.following_preview import FollowingPreview  # noqa: E402
from slaeditor.ui.form import Form  # noqa: E402
from slaeditor.ui.frame import Frame  # noqa: E402
from slaeditor.ui.menus.file import file_commands  # noqa: E402
from slaeditor.ui.panels import PANELS  # noqa: E402
from slaeditor.ui.place import OVERVIEW, Place  # noqa: E402
from slaeditor.ui.preview import QUIET, PreviewPane  # noqa: E402
from slaeditor.ui.window import Regions, Window  # noqa: E402

LOOKS = {
    "light": (theme.Wish.LIGHT, 10.0, "en_GB"),
    "dark": (theme.Wish.DARK, 10.0, "en_GB"),
    "large": (theme.Wish.LIGHT, 14.0, "de_DE"),
    "mirrored": (theme.Wish.LIGHT, 10.0, "en_GB"),
}
LONGEST_LAYOUT = 120_000
"""Milliseconds that the pages of a preview are waited for."""


def main(words: list[str]) -> int:
    """Draw the pages asked for, all by default, and return 0."""
    asked = arguments(words)
    application = QApplication([sys.argv[0], *theme.STYLE])
    application.setFont(letters())
    project = starter(starters()[0].key).project() if not asked.empty else Project()
    folder = Path(asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    for look in asked.looks:
        wish, points, locale = LOOKS[look]
        QLocale.setDefault(QLocale(locale))
        font = letters()
        font.setPointSizeF(points)
        application.setFont(font)
        mirrored = look == "mirrored"
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        application.setLayoutDirection(way)
        theme.of(application).want(wish)
        draw(project, folder, look, asked)
    return 0


def arguments(words: list[str]) -> argparse.Namespace:
    """Read what is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--looks", nargs="*", default=list(LOOKS), choices=list(LOOKS))
    parser.add_argument("--pages", nargs="*", default=["", *PANELS, *kinds()])
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--folder", default=str(ROOT / "build" / "screens"))
    parser.add_argument("--empty", action="store_true", help="an empty project")
    parser.add_argument("--preview", action="store_true", help="with the preview at the right")
    return parser.parse_args(words)


def letters() -> QFont:
    """Return the font that makes pictures equal on every machine."""
    path = bundled("fonts", "inter", "Inter-Regular.ttf")
    for one in path.parent.glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(one))
    return QFont("Inter", 10)


def draw(project: Project, folder: Path, look: str, asked: argparse.Namespace) -> None:
    """Draw the pages in one look."""
    application = QApplication.instance()
    commands = (*file_commands(Documents(application)), *EDITOR_COMMANDS)
    window = Window(Regions(commands, preview=_preview if asked.preview else None))
    width, height = map(int, asked.size.split("x"))
    window.resize(width, height)
    session = Session(project)
    window.open_session(session, "Agency.sla")
    window.show()
    if window.workbench is not None:
        window.workbench.arrange()
    session.check_now()
    wait(900)
    for name in asked.pages:
        if window.workbench is not None:
            window.workbench.go(place(name))
        wait(1500 if name in {"", *PANELS} else 120)
        await_pages(window)
        for form in window.findChildren(Form):
            form.make_all()
        for page in window.findChildren(ConsequencePage):
            page.consequences.ensurePolished()
        wait(60)
        window.grab().save(str(folder / f"{look}-{name or 'overview'}.png"))
    window.close()
    wait(50)


def _preview(frame: Frame) -> QWidget:
    return FollowingPreview(frame)


def await_pages(window: Window) -> None:
    """Wait until covers and the preview, if there is one, show what belongs to the place."""
    deadline = QDeadlineTimer(LONGEST_LAYOUT)
    covers = [one for one in window.findChildren(CoverView) if one.isVisible()]
    while not all(one.accessibleName() for one in covers) and not deadline.hasExpired():
        wait(50)
    for pane in window.findChildren(PreviewPane):
        wait(QUIET + 100)
        while (pane.updating or not pane.content) and not deadline.hasExpired():
            wait(50)
        pane.grab()  # asks for the pictures of the pages, which are drawn beside the window
        wait(700)


def place(name: str) -> Place:
    """Return the place of a page: a table, a panel, or the overview for no name."""
    if name in PANELS:
        return Place(panel=name)
    return Place(name) if name else OVERVIEW


def wait(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()  # unlike processEvents it also deletes what is to be deleted later
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
