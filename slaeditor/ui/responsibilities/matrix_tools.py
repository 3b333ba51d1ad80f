"""What stands above the matrix: the level, the roles that are shown, and which way round."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.settings import settings

EVERY_LEVEL = "Every level"


class MatrixTools(QWidget):
    """Chooses the level, the roles and the direction; `chosen` says that something is other."""

    chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.levels = QComboBox(self)
        self.levels.setAccessibleName("Service level")
        self.levels.setToolTip("What holds at a level; quiet letters hold at every level")
        teach(self.levels)
        self.roles = _tool("Roles", "Which roles are shown at this level", self)
        self.roles.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._name_roles)
        self.roles.setMenu(self.menu)
        self.turned = _tool("Turn over", "Roles as lines, activities as columns", self)
        self.turned.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        label = QLabel("&At", self)
        label.setBuddy(self.levels)
        for widget in (label, self.levels, self.roles, self.turned):
            row.addWidget(widget)
        row.addStretch()
        self.refresh()
        self.levels.activated.connect(self.chosen)
        self.turned.toggled.connect(self.chosen)

    @property
    def level(self) -> str:
        """The id of the level chosen, empty for every level."""
        return str(self.levels.currentData() or "")

    def choose_level(self, key: str) -> None:
        """Choose another level."""
        self.levels.setCurrentIndex(max(self.levels.findData(key), 0))
        self.chosen.emit()

    def refresh(self) -> None:
        """Offer the levels that there are now."""
        project, before = self.session.project, self.level
        wanted = [(EVERY_LEVEL, ""), *((title(project, r), r.id) for r in project.service_levels)]
        shown = [
            (self.levels.itemText(n), self.levels.itemData(n)) for n in range(self.levels.count())
        ]
        if wanted != shown:
            self.levels.clear()
            for words, key in wanted:
                self.levels.addItem(words, key)
            self.levels.setCurrentIndex(max(self.levels.findData(before), 0))
        hidden = len(self.hidden())
        count = len(project.roles)
        self.roles.setText(f"Roles ({count - hidden} of {count})" if hidden else "Roles")

    def hidden(self) -> frozenset[str]:
        """The roles that are not shown at the level chosen."""
        stored = settings().value(self._key())
        known = {row.id for row in self.session.project.roles}
        listed = stored if isinstance(stored, list) else [stored] if stored else []
        return frozenset(str(key) for key in listed) & known

    def _key(self) -> str:
        return f"responsibilities/hidden/{self.level or 'every'}"

    def show_role(self, key: str, *, shown: bool) -> None:
        """Show a role at the level chosen, or leave it out."""
        hidden = self.hidden() - {key} if shown else self.hidden() | {key}
        settings().setValue(self._key(), sorted(hidden))
        self.refresh()
        self.chosen.emit()

    def _name_roles(self) -> None:
        self.menu.clear()
        hidden = self.hidden()
        for role in self.session.project.roles:
            entry = self.menu.addAction(title(self.session.project, role).replace("&", "&&"))
            entry.setCheckable(True)
            entry.setChecked(role.id not in hidden)
            entry.toggled.connect(_Shows(self, role.id))


class _Shows:
    """Shows a role or leaves it out."""

    def __init__(self, tools: MatrixTools, key: str) -> None:
        self._tools = tools
        self._key = key

    def __call__(self, shown: bool) -> None:
        self._tools.show_role(self._key, shown=shown)


def _tool(words: str, tip: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(words)
    made.setToolTip(tip)
    made.setAccessibleName(words)
    made.setProperty("kind", "segment")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
