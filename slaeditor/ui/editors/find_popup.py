"""The list that opens below a field, with a line above it in which words are typed to find one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QPoint, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

LEAST_LETTERS = 34


class FindPopup(QFrame):
    """A filter and the lines that hold its words; whoever derives says what a line does."""

    def __init__(self, window: QWidget, lines: str) -> None:
        """Stand above a window; `lines` is what the lines are, for who hears them."""
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Type to find")
        self.filter.setAccessibleName(f"Find in {lines}")
        self.list = QListView()
        self.list.setAccessibleName(lines)
        self.list.setUniformItemSizes(True)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter.textChanged.connect(self.proxy.setFilterFixedString)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(8)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list)

    def show_lines(self, model: QAbstractItemModel) -> None:
        """Show the lines of a model."""
        self.proxy.setSourceModel(model)
        self.list.setModel(self.proxy)

    def open_below(self, field: QWidget, lines: int) -> None:
        """Show so many lines just under a field, at least as wide as it."""
        letters = self.fontMetrics()
        self.setFixedWidth(max(field.width(), LEAST_LETTERS * letters.horizontalAdvance("n")))
        self.list.setFixedHeight(lines * (letters.height() + 9) + 8)
        self.adjustSize()
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self.choose_first()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose_first(self) -> None:
        """Make the first line that is shown the current one."""
        self.list.setCurrentIndex(self.proxy.index(0, 0))
