"""A notice by the system for somebody who works in another window meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

SHOWN = 10_000
"""Milliseconds for which the notice and its icon stay."""


def tell_if_away(window: QWidget, words: str) -> bool:
    """Tell somebody who works elsewhere; return whether they do.

    The task bar marks the window everywhere; a notice comes up where the system has room for one.
    """
    main = window.window()
    while (above := main.parentWidget()) is not None:
        main = above.window()
    if QApplication.activeWindow() is not None:
        return False
    QApplication.alert(main)
    if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        sign = QSystemTrayIcon(main.windowIcon(), main)
        sign.show()
        sign.showMessage("SLA Editor", words, main.windowIcon(), SHOWN)
        sign.messageClicked.connect(main.activateWindow)
        QTimer.singleShot(SHOWN, sign, sign.deleteLater)
    return True
