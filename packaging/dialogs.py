"""Draws every dialog of the window, over a project with something to tell, into build/dialogs."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import screens  # noqa: E402
from docx import Document as WordDocument  # noqa: E402
from PySide6.QtCore import QDeadlineTimer, QLocale  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget  # noqa: E402

from slaeditor.exchange.starters import starter, starters  # noqa: E402
from slaeditor.model.calendars import Calendar  # noqa: E402
from slaeditor.model.document import Comment  # noqa: E402
from slaeditor.model.levels import ServiceLevel  # noqa: E402
from slaeditor.model.project import Project  # noqa: E402
from slaeditor.model.promises import Target  # noqa: E402
from slaeditor.model.readers import EVERYONE, Reader  # noqa: E402
from slaeditor.storage.document_file import open_file, save_file  # noqa: E402
from slaeditor.storage.meta import Meta  # noqa: E402
from slaeditor.ui import document_dialogs, theme  # noqa: E402
from slaeditor.ui.opening_dialog import OpeningDialog  # noqa: E402
from slaeditor.ui.place import Place  # noqa: E402
from slaeditor.ui.program import Program  # noqa: E402
from slaeditor.ui.window import Window  # noqa: E402

LONGEST_READING = 20_000
"""Milliseconds that a dialog may read before it is drawn as it is."""
COMMANDS = (
    "file.export",
    "file.share",
    "file.versions",
    "file.freeze",
    "edit.replace",
    "edit.palette",
    "edit.preferences",
    "help.about",
    "help.report",
    "help.shortcuts",
    "insert.comment",
    "tools.clock",
    "tools.left_out",
)


def main(words: list[str]) -> int:
    """Draw the dialogs in the looks that are asked for, and return 0."""
    asked = arguments(words)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SLAEDITOR_STATE"] = str(Path(folder, "state"))
        os.environ["XDG_CONFIG_HOME"] = folder
        application = QApplication([sys.argv[0], *theme.STYLE])
        screens.letters()
        Path(asked.folder).mkdir(parents=True, exist_ok=True)
        for look in asked.looks:
            wish, points, locale = screens.LOOKS[look]
            QLocale.setDefault(QLocale(locale))
            font = screens.letters()
            font.setPointSizeF(points)
            application.setFont(font)
            theme.of(application).want(wish)
            files = Path(folder, look)
            files.mkdir()
            Drawing(application, files, Path(asked.folder), look).draw()
    return 0


def arguments(words: list[str]) -> argparse.Namespace:
    """Read what is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--looks", nargs="*", default=["light", "dark", "large"])
    parser.add_argument("--folder", default=str(ROOT / "build" / "dialogs"))
    return parser.parse_args(words)


class Drawing:
    """One window with a project, and each of its dialogs opened in turn."""

    def __init__(self, application: QApplication, source: Path, target: Path, look: str) -> None:
        """Prepare files in a folder of sources; pictures go to the target."""
        self.application = application
        self.source = source
        self.target = target
        self.look = look
        self.program = Program(application)
        self.program.regions = self.program.regions._replace(preview=None)

    def draw(self) -> None:
        """Open the project, then draw the dialogs one after another."""
        mine, theirs = self._files()
        window = self.program.open_window()
        window.resize(1440, 900)
        self.program.documents.open(window, mine)
        while window.session is None:
            screens.wait(50)
        screens.wait(1500)
        self._commands(window)
        self._others(window, theirs)
        self._comments(window)
        document = window.document
        if document is not None:
            window.document = None
            document.close()
        window.close()
        self.program.close_down()
        screens.wait(100)

    def _files(self) -> tuple[Path, Path]:
        project = starter(starters()[0].key).project()
        mine = save_file(project, self.source / "Agency.sla", Meta())
        row = list(project.table(ServiceLevel))[1]
        changed = project.put(row.but(name="Business plus", promise="For firms that sell at night"))
        changed = changed.add(ServiceLevel(name="Night", readers=EVERYONE))
        found = open_file(mine.path)
        return mine.path, save_file(changed, self.source / "Anna.sla", found.made_from).path

    def _commands(self, window: Window) -> None:
        for key in COMMANDS:
            command = next(one for one in self.program.regions.commands if one.id == key)
            command.run(window)
            self._grab(window, key.replace(".", "-"))

    def _others(self, window: Window, theirs: Path) -> None:
        documents, session = self.program.documents, window.session
        if session is None:
            return
        project = session.project
        row = list(project.table(ServiceLevel))[1]
        session.edit(project.put(row.but(name="Business and more")), "Rename")
        word = self._word()
        acts: dict[str, Callable[[], object]] = {
            "merge": lambda: document_dialogs.merge(documents, window, theirs),
            "compare": lambda: document_dialogs.compare(documents, window, theirs),
            "take-in": lambda: document_dialogs.take_in(documents, window, word),
            "opening": lambda: self._open_to_clients(window, session.project),
        }
        for name, act in acts.items():
            act()
            self._grab(window, name)

    def _open_to_clients(self, window: QWidget, project: Project) -> None:
        for kind in (ServiceLevel, Calendar, Target):
            for row in project.table(kind):
                project = project.put(row.but(readers=row.readers & ~Reader.CLIENT.alone))
        levels = list(project.table(ServiceLevel))[1:3]
        OpeningDialog(window, project, levels, Reader.CLIENT).open()

    def _word(self) -> Path:
        document = WordDocument()
        document.add_heading("Service levels")
        rows = (
            ("Priority", "Response", "Resolution"),
            ("P1", "30 minutes", "4 hours"),
            ("P2", "2 hours", "1 service day"),
            ("P3", "next business day", "as agreed"),
        )
        table = document.add_table(len(rows), 3)
        for line, cells in zip(table.rows, rows, strict=True):
            for cell, words in zip(line.cells, cells, strict=True):
                cell.text = words
        path = self.source / "Old agreement.docx"
        document.save(str(path))
        return path

    def _comments(self, window: Window) -> None:
        session, bench = window.session, window.workbench
        if session is None or bench is None:
            return
        project = session.project
        row = list(project.table(ServiceLevel))[1]
        for words, who in (
            ("Does the night shift know of this? Ask Ms Okafor before the release.", "Anna"),
            ("Legal wants “aims to” in place of “will”, see the mail of Tuesday.", "Jonas"),
        ):
            made = Comment(subject=row.id, words=words, author=who)
            project = project.add(made)
        session.edit(project, "Comment")
        bench.go(Place("service_levels", row.id))
        screens.wait(600)
        window.grab().save(str(self.target / f"{self.look}-comments.png"))

    def _grab(self, window: QWidget, name: str) -> None:
        screens.wait(900)
        self._await_reading(window)
        shown = [one for one in self.application.topLevelWidgets() if one.isVisible()]
        for at, one in enumerate(one for one in shown if one is not window):
            mark = f"-{at}" if at else ""
            one.grab().save(str(self.target / f"{self.look}-{name}{mark}.png"))
            one.close() if not isinstance(one, QDialog) else one.reject()
        screens.wait(200)

    def _await_reading(self, window: QWidget) -> None:
        deadline = QDeadlineTimer(LONGEST_READING)
        reading = [one for one in window.findChildren(QLabel) if one.text().endswith(("…", "..."))]
        while any(one.text().endswith(("…", "...")) for one in reading):
            if deadline.hasExpired():
                return
            screens.wait(100)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
