"""What stands above the preview: for whom the handbook is shown, and how much of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title
from slaeditor.session.audience import EDITIONS, Audience


class PreviewHead(QWidget):
    """Chooses edition, client and chapter or whole; `chosen` says that something was."""

    chosen = Signal()

    def __init__(self) -> None:
        """Offer the editions; clients come with a project."""
        super().__init__()
        self._make_choices()
        self.whole = QToolButton()
        self.whole.setText(self.tr("Whole handbook"))
        self.whole.setToolTip(
            self.tr("Show all chapters; otherwise the one being edited, which comes up sooner")
        )
        self.whole.setCheckable(True)
        self.whole.setProperty("kind", "segment")
        self.whole.toggled.connect(self.chosen)
        lay_out(self, self.reader, self.client, None, self.whole)

    def _make_choices(self) -> None:
        self.reader = QComboBox()
        self.reader.setAccessibleName(self.tr("Edition"))
        self.reader.setToolTip(self.tr("Which reader's handbook is shown"))
        for reader, words in EDITIONS.items():
            self.reader.addItem(words, reader.value)
        self.client = QComboBox()
        self.client.setAccessibleName(self.tr("Client"))
        self.client.setToolTip(self.tr("Whose own handbook is shown"))
        self.client.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.client.setMinimumContentsLength(12)
        self.client.addItem(self.tr("Clients in general"), "")
        self.client.hide()
        self.reader.currentIndexChanged.connect(self._choose)
        self.client.currentIndexChanged.connect(self._choose)

    @property
    def audience(self) -> Audience:
        """For whom the handbook is made."""
        return Audience(Reader(self.reader.currentData()), self.client.currentData() or "")

    def show_audience(self, audience: Audience) -> None:
        """Choose another audience."""
        self.reader.setCurrentIndex(self.reader.findData(audience.reader.value))
        self.client.setCurrentIndex(max(0, self.client.findData(audience.client)))

    def offer_clients(self, project: Project) -> None:
        """Offer the clients of a project; the one chosen stays chosen."""
        wanted = [("", self.tr("Clients in general"))]
        wanted += [(client.id, title(project, client)) for client in project.table(Client)]
        count = self.client.count()
        offered = [(self.client.itemData(at), self.client.itemText(at)) for at in range(count)]
        if wanted == offered:
            return
        chosen = self.client.currentData()
        self.client.blockSignals(True)
        self.client.clear()
        for key, words in wanted:
            self.client.addItem(words, key)
        self.client.setCurrentIndex(max(0, self.client.findData(chosen)))
        self.client.blockSignals(False)
        self._show_client_choice()

    def _show_client_choice(self) -> None:
        for_clients = self.reader.currentData() == Reader.CLIENT.value
        self.client.setVisible(for_clients and self.client.count() > 1)

    def _choose(self) -> None:
        self._show_client_choice()
        self.chosen.emit()


def lay_out(bar: QWidget, *widgets: QWidget | None) -> None:
    """Put widgets into a bar side by side; None is the room between its two ends."""
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 6, 8, 6)
    row.setSpacing(4)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
