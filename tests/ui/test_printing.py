"""Printing, to a printer that writes a PDF."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from slaeditor.ui.pdf_pages import Pages
from slaeditor.ui.printing import Printing, placed, wanted_pages
from tests.ui.handbooks import small_handbook


@pytest.fixture
def printer(qapp, tmp_path):
    made = QPrinter()
    made.setResolution(72)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def printed(path):
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def run(qtbot, pages, printer):
    printing = Printing(pages, printer)
    with qtbot.waitSignal(printing.finished, timeout=30_000) as told:
        printing.start()
    return told.args[0]


def test_every_page_goes_to_the_printer(qtbot, printer, tmp_path):
    pages = Pages(small_handbook())
    assert run(qtbot, pages, printer) == pages.count
    assert printed(tmp_path / "printed.pdf") == pages.count


def test_a_range_of_pages_goes_to_the_printer(qtbot, printer, tmp_path):
    printer.setFromTo(2, 3)
    assert run(qtbot, Pages(small_handbook()), printer) == 2
    assert printed(tmp_path / "printed.pdf") == 2


def test_printing_can_be_stopped(qtbot, printer):
    printing = Printing(Pages(small_handbook()), printer)
    printing.fed.connect(lambda *_: printing.stop())
    with qtbot.waitSignal(printing.finished) as told:
        printing.start()
    assert told.args[0] == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(qtbot, printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    printing = Printing(Pages(small_handbook()), printer)
    with qtbot.waitSignal(printing.failed) as told:
        printing.start()
    assert "takes nothing" in told.args[0]


def test_the_last_page_may_come_first(printer):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == (2, 1, 0)


def test_a_page_is_as_large_as_fits_and_stands_in_the_middle():
    place = placed(QImage(100, 200, QImage.Format.Format_RGB32), QSize(1000, 1000))
    assert (place.width(), place.height(), place.left(), place.top()) == (500, 1000, 250, 0)
