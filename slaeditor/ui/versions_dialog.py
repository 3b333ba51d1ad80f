"""Earlier versions of a document: when they were saved, opened as a copy or compared with now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from slaeditor.storage.backups import Backup
from slaeditor.ui.dialog import Dialog, Role
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button


class VersionsDialog(Dialog):
    """Lists the versions that were kept, the newest first; the signals bring a version's path."""

    opening_wanted = Signal(object)
    comparing_wanted = Signal(object)

    def __init__(self, parent: QWidget, versions: Sequence[Backup]) -> None:
        """List some versions."""
        super().__init__(
            parent,
            "Earlier versions",
            "Kept on this computer at each opening and saving: the last twenty, then fewer the "
            "further back they are. A copy for a reader holds only what that reader may see.",
        )
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for version in versions:
            sign = "file-clock" if version.edition is None else "file-lock"
            item = QListWidgetItem(icon(sign), _words(version))
            item.setData(Qt.ItemDataRole.UserRole, version.path)
            self.list.addItem(item)
        self.column.addWidget(self.list, 1)
        self.open_copy = button(self.tr("&Open as a copy"), "copy", primary=True)
        self.compare = button(self.tr("Co&mpare with now"), "file-diff")
        closing = button(self.tr("Close"))
        self.open_copy.clicked.connect(lambda: self._choose(self.opening_wanted))
        self.compare.clicked.connect(lambda: self._choose(self.comparing_wanted))
        closing.clicked.connect(self.close)
        self.list.itemActivated.connect(lambda _: self._choose(self.opening_wanted))
        self.list.currentRowChanged.connect(self._enable)
        self.add_buttons(
            (self.compare, Role.ActionRole),
            (closing, Role.RejectRole),
            (self.open_copy, Role.AcceptRole),
        )
        self.list.setCurrentRow(0)
        self._enable()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 66, 420)

    def _enable(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.open_copy.setEnabled(chosen)
        self.compare.setEnabled(chosen)

    def _choose(self, wanted: SignalInstance) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            path: Path = item.data(Qt.ItemDataRole.UserRole)
            self.close()
            wanted.emit(path)


def _words(version: Backup) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(version.saved_at.timestamp()))
    locale = QLocale()
    when = locale.toString(moment, QLocale.FormatType.ShortFormat)
    size = locale.formattedDataSize(version.size)
    if version.edition is None:
        return f"{when}   {size}"
    return f"{when}   {size}   copy for {version.edition.people}, not the whole"
