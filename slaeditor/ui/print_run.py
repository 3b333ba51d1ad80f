"""One printing: making the pages, asking for a printer, feeding it until the last sheet."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

from slaeditor.model.project import Project
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Trouble
from slaeditor.session.rendering import handbook_pdf
from slaeditor.ui.frame import Frame
from slaeditor.ui.pdf_pages import Pages
from slaeditor.ui.printing import Printing
from slaeditor.ui.questions import tell_trouble


def chosen_printer(parent: QWidget, name: str, count: int) -> QPrinter | None:
    """Ask for a printer, pages and copies with the system's dialog; None when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, count)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return printer if dialog.exec() else None


class PrintRun(QProgressDialog):
    """Prints a handbook and can be told to stop at any time."""

    def __init__(self, frame: Frame) -> None:
        """Print for a window."""
        super().__init__("Making the pages…", "Cancel", 0, 0, frame.main_window)
        self.setWindowTitle("Print")
        self.setMinimumDuration(1000)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self._frame = frame
        self._lane = Lane("print", self)
        self._printing: Printing | None = None
        self.canceled.connect(self._stop)

    def begin(self, project: Project, audience: Audience) -> None:
        """Make the pages; the rest follows by itself."""
        self._lane.ask(
            lambda ticket: handbook_pdf(project, audience, ticket),
            self._ask_printer,
            self._complain,
        )

    def _ask_printer(self, content: bytes) -> None:
        pages = Pages(content)
        window = self._frame.main_window
        printer = chosen_printer(window, window.windowTitle(), pages.count)
        if printer is None:
            self._end()
            return
        self.setLabelText("Printing…")
        self._printing = Printing(pages, printer, self)
        self._printing.fed.connect(self._count)
        self._printing.finished.connect(self._finish)
        self._printing.failed.connect(self._refuse)
        self._printing.start()

    def _count(self, done: int, count: int) -> None:
        self.setMaximum(count)
        self.setValue(done)

    def _finish(self, count: int) -> None:
        words = f"{count} page{'s' * (count != 1)} went to the printer."
        self._frame.main_window.statusBar().showMessage(words, 8000)
        self._end()

    def _complain(self, trouble: Trouble) -> None:
        tell_trouble(self._frame.main_window, trouble)
        self._end()

    def _refuse(self, sentence: str) -> None:
        self._frame.messages.trouble(sentence, grave=True)
        self._end()

    def _stop(self) -> None:
        if self._printing is not None:
            self._printing.stop()
        else:
            self._end()

    def _end(self) -> None:
        self._lane.close()
        self.hide()
        self.deleteLater()
